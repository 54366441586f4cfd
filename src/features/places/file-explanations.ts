import type { z } from "zod";

export interface Explained {
  readonly path: readonly PropertyKey[];
  readonly sentence: string;
}

type Issue = z.core.$ZodIssue;

/** What a field takes that can be written in several ways. */
const kinds: Readonly<Record<string, string>> = {
  hours: 'hours such as "Mo,Th 13:30-16:30; PH off", or a list of { from: 2026-09-01, expression: … }',
  price: "free, free-contribution, a text, or a text for each language such as { nl: …, fr: …, ar: … }",
  wheelchair: "true, false, a text, or a text for each language such as { nl: …, fr: …, ar: … }",
  changingTable: "true, false, a text, or a text for each language such as { nl: …, fr: …, ar: … }",
};
const texts = "a text, or a text for each language such as { nl: …, fr: …, ar: … }";

/** Says in a sentence what zod found, and what was expected. Zod must have been told to report the input. */
export function explain(issue: Issue): Explained[] {
  const { path } = issue;
  const name = nameOf(path);
  const say = (sentence: string): Explained[] => [{ path, sentence: `${name} ${sentence}` }];
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: [...path, key],
        sentence: `${name} has no field "${key}"; it is misspelt or stands in the wrong place`,
      }));
    case "invalid_union":
      return explainUnion(issue);
    case "invalid_type":
      return say(
        `${found(issue.input)}; expected ${path.length === 0 ? "organisation: and places:" : article(issue.expected)}`,
      );
    case "invalid_value": {
      const expected = `expected ${issue.values.map(String).join(", ")}`;
      return say(`${typeof issue.input === "string" ? "is not known" : found(issue.input)}; ${expected}`);
    }
    case "too_small":
      return say(
        issue.origin === "number"
          ? `is too small; expected at least ${issue.minimum}`
          : `is empty; expected ${issue.origin === "string" ? "a text" : "at least one in the list"}`,
      );
    case "too_big":
      return say(
        issue.origin === "number"
          ? `is too large; expected at most ${issue.maximum}`
          : `is too long; expected at most ${issue.maximum}${issue.origin === "string" ? " characters" : " in the list"}`,
      );
    case "invalid_format":
      return say(formatExpected(issue));
    case "custom":
      return issue.params?.aboutItself === true ? [{ path, sentence: issue.message }] : say(issue.message);
    default:
      return say(issue.message);
  }
}

/** `place 2: languages 1`: which place, and which of its fields; what has no name of its own is counted from one. */
function nameOf(path: readonly PropertyKey[]): string {
  const [first, index, ...field] = path;
  if (first === "places" && typeof index === "number") {
    return field.length === 0 ? `place ${index + 1}` : `place ${index + 1}: ${fieldName(field)}`;
  }
  return path.length === 0 ? "the file" : fieldName(path);
}

function fieldName(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === "number" ? ` ${part + 1}` : `.${String(part)}`))
    .join("")
    .slice(1);
}

function found(input: unknown): string {
  switch (typeof input) {
    case "undefined":
      return "is missing";
    case "string":
      return input.trim() === "" ? "is empty" : "is a text";
    case "number":
      return Number.isFinite(input) ? "is a number" : "is not a number";
    case "boolean":
      return `is ${input}`;
    default:
      return kindOfObject(input);
  }
}

function kindOfObject(input: unknown): string {
  if (input === null) {
    return "is empty";
  }
  return Array.isArray(input) ? "is a list" : "is a group of fields";
}

/** A field that may be written in several ways: the way that was tried says most. */
function explainUnion(issue: Extract<Issue, { code: "invalid_union" }>): Explained[] {
  const { path, input } = issue;
  const tried = waysOf(issue).find((way) => !way.some((inner) => inner.path.length === 0 && isAnotherKind(inner)));
  if (tried !== undefined) {
    return tried.flatMap((inner) => explain({ ...inner, path: [...path, ...inner.path] } as Issue));
  }
  return [{ path, sentence: `${nameOf(path)} ${found(input)}; expected ${kinds[String(path.at(-1))] ?? texts}` }];
}

/** The ways of a field, with what was wrong about each; those of a way that has several itself among them. */
function waysOf(issue: Extract<Issue, { code: "invalid_union" }>): readonly Issue[][] {
  return issue.errors.flatMap((way) => {
    const [first] = way;
    return first?.code === "invalid_union" && first.path.length === 0 ? waysOf(first) : [way as Issue[]];
  });
}

function isAnotherKind({ code }: Issue): boolean {
  return code === "invalid_type" || code === "invalid_value";
}

function article(expected: string): string {
  switch (expected) {
    case "string":
      return "a text (put it between quotes)";
    case "object":
      return "a group of fields";
    case "array":
      return "a list";
    case "number":
      return "a number";
    case "int":
      return "a whole number";
    case "boolean":
      return "true or false";
    default:
      return expected;
  }
}

function formatExpected(issue: Extract<Issue, { code: "invalid_format" }>): string {
  switch (issue.format) {
    case "email":
      return "is not an e-mail address; expected one such as info@example.org";
    case "url":
      return "is not a web address; expected one such as https://www.example.org";
    default:
      return issue.message;
  }
}
