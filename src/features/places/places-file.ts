import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { parseExpression } from "../../core/opening-hours/parse.ts";
import type { Organisation } from "../../core/places/place.ts";
import { explain } from "./file-explanations.ts";
import { type FilePlace, fileSchema } from "./file-schema.ts";

export interface PlacesFile {
  readonly organisation: Organisation | undefined;
  readonly places: readonly FilePlace[];
}

export type PlacesFileResult =
  | { readonly ok: true; readonly file: PlacesFile }
  /** One sentence each, such as `places.yaml:12: hours "We 9-" is not understood after "We 9"; expected …` */
  | { readonly ok: false; readonly problems: readonly string[] };

type Path = readonly PropertyKey[];

/**
 * Reads a `places.yaml`. Finds every mistake, not only the first, and says where it stands and what was expected.
 *
 * @param name of the file, as it is shown
 */
export function parsePlacesFile(text: string, name: string): PlacesFileResult {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number, sentence: string) => `${name}:${lines.linePos(offset).line || 1}: ${sentence}`;
  if (document.errors.length > 0) {
    return {
      ok: false,
      problems: document.errors.map(({ pos, message }) =>
        at(pos[0], `not YAML: ${message.split("\n")[0]?.replace(/ at line .*$/, "")}`),
      ),
    };
  }

  /** Where the value stands, or, where it is missing, what should hold it. */
  function offsetOf(path: Path): number {
    const node = document.getIn([...path], true);
    const range = typeof node === "object" && node !== null && "range" in node ? node.range : undefined;
    if (Array.isArray(range)) {
      return range[0];
    }
    return path.length === 0 ? 0 : offsetOf(path.slice(0, -1));
  }

  const parsed = fileSchema.safeParse(document.toJS() ?? {});
  const found: Found[] = parsed.success
    ? [...badHours(parsed.data.places), ...repeatedSlugs(parsed.data.places)]
    : parsed.error.issues.flatMap((issue) => explain(issue as z.core.$ZodIssue));
  if (!parsed.success || found.length > 0) {
    const inOrder = found
      .map(({ path, sentence }) => ({ offset: offsetOf(path), sentence }))
      .sort((a, b) => a.offset - b.offset);
    return { ok: false, problems: inOrder.map(({ offset, sentence }) => at(offset, sentence)) };
  }
  return { ok: true, file: { organisation: parsed.data.organisation, places: parsed.data.places } };
}

interface Found {
  readonly path: Path;
  readonly sentence: string;
}

function badHours(places: readonly FilePlace[]): Found[] {
  return places.flatMap((place, index) => {
    const path = ["places", index, "hours"];
    return typeof place.hours === "string"
      ? badExpression(place.hours, path)
      : place.hours.flatMap(({ expression }, row) => badExpression(expression, [...path, row, "expression"]));
  });
}

function badExpression(text: string, path: Path): Found[] {
  const parsed = parseExpression(text);
  return parsed.ok ? [] : [{ path, sentence: `hours ${parsed.error.message}` }];
}

function repeatedSlugs(places: readonly FilePlace[]): Found[] {
  return places.flatMap(({ slug }, index) => {
    const first = places.findIndex((other) => other.slug === slug);
    return first === index
      ? []
      : [
          {
            path: ["places", index, "slug"],
            sentence: `slug "${slug}" is already that of place ${first + 1}; each place has its own`,
          },
        ];
  });
}
