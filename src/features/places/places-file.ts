import { type Document, isMap, isScalar, LineCounter, parseDocument, visit, type YAMLError } from "yaml";
import type { z } from "zod";
import type { Organisation } from "../../core/places/place.ts";
import { type Explained, explain } from "./file-explanations.ts";
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
  const document = parseDocument(text, { lineCounter: lines, logLevel: "error" });
  const refused = (mistakes: readonly Mistake[]): PlacesFileResult => ({
    ok: false,
    problems: mistakes
      .toSorted((a, b) => a.offset - b.offset)
      .map(({ offset, sentence }) => `${name}:${lines.linePos(offset).line || 1}: ${sentence}`),
  });

  const unreadable = [...document.errors.map(syntaxMistake), ...missingAnchors(document)];
  if (unreadable.length > 0) {
    return refused(unreadable);
  }
  const content = contentOf(document);
  if (!content.ok) {
    return refused([{ offset: 0, sentence: content.sentence }]);
  }
  const parsed = fileSchema.safeParse(content.value, { reportInput: true });
  const repeated = repeatedSlugs(content.value);
  if (!parsed.success || repeated.length > 0) {
    const found = (parsed.error?.issues ?? []).flatMap((issue) => explain(issue as z.core.$ZodIssue));
    return refused(
      [...found, ...repeated].map(({ path, sentence }) => ({ offset: offsetOf(document, path), sentence })),
    );
  }
  return { ok: true, file: { organisation: parsed.data.organisation, places: parsed.data.places } };
}

interface Mistake {
  /** In the text, in UTF-16 units. */
  readonly offset: number;
  readonly sentence: string;
}

function syntaxMistake({ code, pos, message }: YAMLError): Mistake {
  return { offset: pos[0], sentence: `not YAML: ${reason(code, message)}` };
}

/** In the words of the YAML library, unless these are meant for programmers. */
function reason(code: YAMLError["code"], message: string): string | undefined {
  if (code === "MULTIPLE_DOCS") {
    return "a second document begins here (---); expected one only";
  }
  return message.includes("call stack")
    ? "brackets stand too deep within each other"
    : message.split("\n")[0]?.replace(/ at line .*$/, "");
}

/** The names behind a `*` that no `&` before it gives. */
function missingAnchors(document: Document): Mistake[] {
  const found: Mistake[] = [];
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document) === undefined) {
        found.push({
          offset: alias.range?.[0] ?? 0,
          sentence: `not YAML: *${alias.source} refers to nothing; expected &${alias.source} above it, or quotes around a text that begins with *`,
        });
      }
    },
  });
  return found;
}

type Content = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly sentence: string };

function contentOf(document: Document): Content {
  try {
    return { ok: true, value: document.toJS() ?? {} };
  } catch {
    // A few lines of references can stand for gigabytes.
    return { ok: false, sentence: "not readable: it refers to itself too often; expected every place written out" };
  }
}

/** Where the field or its value stands, or, where it is missing, what should hold it. */
function offsetOf(document: Document, path: Path): number {
  const holder = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (isMap(holder)) {
    const key = holder.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === path.at(-1))?.key;
    if (isScalar(key)) {
      return key.range?.[0] ?? 0;
    }
  }
  const node = path.length === 0 ? document.contents : document.getIn(path, true);
  const range = typeof node === "object" && node !== null && "range" in node ? node.range : undefined;
  if (Array.isArray(range)) {
    return range[0];
  }
  return path.length === 0 ? 0 : offsetOf(document, path.slice(0, -1));
}

function repeatedSlugs(content: unknown): Explained[] {
  const firstPlaceOf = new Map<unknown, number>();
  return slugsOf(content).flatMap((slug, index) => {
    const first = firstPlaceOf.get(slug);
    if (typeof slug !== "string" || first === undefined) {
      firstPlaceOf.set(slug, index);
      return [];
    }
    return {
      path: ["places", index, "slug"],
      sentence: `slug "${slug}" is already that of place ${first + 1}; each place has its own`,
    };
  });
}

/** Of what may not be a list of places at all: the mistakes in it are named too. */
function slugsOf(content: unknown): unknown[] {
  const places: unknown = isObject(content) ? content.places : undefined;
  return Array.isArray(places) ? places.map((place: unknown) => (isObject(place) ? place.slug : undefined)) : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
