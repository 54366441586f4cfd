import type { z } from "zod";

export interface Explained {
  readonly path: readonly PropertyKey[];
  readonly sentence: string;
}

type Issue = z.core.$ZodIssue;

/** Says in a sentence what zod found, and what was expected. */
export function explain(issue: Issue): Explained[] {
  const { path } = issue;
  const name = nameOf(path);
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => ({
        path: [...path, key],
        sentence: `${path.length === 0 ? "the file" : name} has no field "${key}"; it is misspelt or stands in the wrong place`,
      }));
    case "invalid_union":
      return [explainUnion(issue, name)];
    case "invalid_type":
      return [
        {
          path,
          sentence: issue.input === undefined ? missing(name, issue) : `${name} is not ${article(issue.expected)}`,
        },
      ];
    case "invalid_value":
      return [{ path, sentence: `${name} is not known; expected ${issue.values.map(String).join(", ")}` }];
    case "too_small":
      return [
        {
          path,
          sentence: `${name} is too ${issue.origin === "number" ? "small" : "short"}; expected at least ${issue.minimum}${unit(issue.origin)}`,
        },
      ];
    case "too_big":
      return [
        {
          path,
          sentence: `${name} is too ${issue.origin === "number" ? "large" : "long"}; expected at most ${issue.maximum}${unit(issue.origin)}`,
        },
      ];
    case "invalid_format":
      return [{ path, sentence: `${name} ${formatExpected(issue)}` }];
    default:
      return [{ path, sentence: `${name} ${issue.message}` }];
  }
}

/** `place 2: name.fr`: which place, counted from one, and which of its fields. */
function nameOf(path: readonly PropertyKey[]): string {
  const [first, index, ...field] = path;
  if (first !== "places" || typeof index !== "number") {
    return path.length === 0 ? "the file" : path.join(".");
  }
  return field.length === 0 ? `place ${index + 1}` : `place ${index + 1}: ${field.join(".")}`;
}

function missing(name: string, issue: Issue): string {
  return `${name} is missing; expected ${article(issue.code === "invalid_type" ? issue.expected : "text")}`;
}

/** A field that may be written in several ways: the way that was tried says most. */
function explainUnion(issue: Extract<Issue, { code: "invalid_union" }>, name: string): Explained {
  const { path, input } = issue;
  if (input === undefined) {
    return { path, sentence: `${name} is missing` };
  }
  const [tried] = issue.errors
    .filter((alternative) => !alternative.some((inner) => inner.path.length === 0 && inner.code === "invalid_type"))
    .flat();
  if (tried !== undefined) {
    const [explained] = explain({ ...tried, path: [...path, ...tried.path] } as Issue);
    if (explained !== undefined) {
      return explained;
    }
  }
  return {
    path,
    sentence: `${name} is not understood; expected a text, or a text for each language such as { nl: …, fr: …, ar: … }`,
  };
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
    case "boolean":
      return "true or false";
    default:
      return expected;
  }
}

function unit(origin: string): string {
  switch (origin) {
    case "string":
      return " characters";
    case "array":
      return " in the list";
    default:
      return "";
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
