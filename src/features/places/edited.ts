import { parseExpression } from "../../core/opening-hours/parse.ts";
import { printExpression } from "../../core/opening-hours/print.ts";
import type { RegularHours } from "../../core/opening-hours/schedule.ts";
import type { Place } from "../../core/places/place.ts";
import type { FilePlace } from "./file-schema.ts";

/** Something that was edited in the chat, of which a file says otherwise. */
export interface Difference {
  readonly slug: string;
  /** The name of a fact, or `hours`. */
  readonly field: string;
  /** As it would be written in a file; null where nothing is said. */
  readonly edited: string | null;
  readonly file: string | null;
}

/** @param edited by slug, what was edited in the chat since the last import */
export function differencesOf(
  file: readonly FilePlace[],
  stored: ReadonlyMap<string, Place>,
  edited: ReadonlyMap<string, readonly string[]>,
): readonly Difference[] {
  return file.flatMap((wanted) => {
    const known = stored.get(wanted.slug);
    return known === undefined
      ? []
      : (edited.get(wanted.slug) ?? []).flatMap((field) =>
          field === "hours" ? hoursDifference(wanted, known) : factDifference(wanted, known, field),
        );
  });
}

function factDifference(wanted: FilePlace, known: Place, field: string): readonly Difference[] {
  const edited = writtenFact(field === "name" ? known.name : factOf(known.facts, field));
  const file = writtenFact(factOf(wanted, field));
  return edited === file ? [] : [{ slug: wanted.slug, field, edited, file }];
}

function hoursDifference({ slug, hours }: FilePlace, { schedule }: Place): readonly Difference[] {
  const { regular } = schedule;
  const last = regular.at(-1);
  const rows = typeof hours === "string" ? [{ from: last?.from ?? "", expression: hours }] : hours;
  const file = rows.map(({ from, expression }) => row(from, printed(expression))).join(", ");
  const edited = (typeof hours === "string" ? regular.slice(-1) : regular).map(storedRow).join(", ");
  return edited === file
    ? []
    : [
        {
          slug,
          field: "hours",
          edited: regular.slice(-1).map(storedRow).join(""),
          file: typeof hours === "string" ? JSON.stringify(printed(hours)) : file,
        },
      ];
}

const row = (from: string, expression: string) => `${JSON.stringify(expression)} from ${from}`;
const storedRow = ({ from, expression }: RegularHours) => row(from, printExpression(expression));

function printed(text: string): string {
  const parsed = parseExpression(text);
  return parsed.ok ? printExpression(parsed.expression) : text;
}

function factOf(facts: object, field: string): unknown {
  return Object.entries(facts).find(([name]) => name === field)?.[1];
}

/** The same for the same content, in whatever order PostgreSQL keeps it. */
export function writtenFact(value: unknown): string | null {
  if (value === undefined || value === null) {
    return null;
  }
  if (typeof value !== "object" || Array.isArray(value)) {
    return JSON.stringify(value);
  }
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return JSON.stringify(Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1))));
}
