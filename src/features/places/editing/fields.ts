import { type Language, languages } from "../../../core/language.ts";
import type { Location, PartlyLocalized, Place } from "../../../core/places/place.ts";
import { factSchemas } from "../file-schema.ts";

/** The facts that are edited in the chat, in the order in which they are offered. */
export const editedFields = [
  "name",
  "address",
  "location",
  "phone",
  "email",
  "website",
  "ages",
  "whoMayCome",
  "price",
  "whatToBring",
  "snacks",
  "entrance",
  "transport",
  "prams",
  "wheelchair",
  "changingTable",
  "languages",
  "houseRules",
  "whenFull",
] as const;

export type Field = (typeof editedFields)[number];

/** What can stand in a field, as JSON; null where nothing is said. */
export type FactValue = string | boolean | readonly string[] | PartlyLocalized | Location | null;

/** `every`: always there, and in every language. */
export type FieldKind = "every" | "location" | "line" | "texts" | "price" | "yes-or-no" | "languages";

export function kindOf(field: Field): FieldKind {
  switch (field) {
    case "phone":
    case "email":
    case "website":
      return "line";
    case "name":
    case "address":
      return "every";
    case "price":
    case "languages":
    case "location":
      return field;
    case "wheelchair":
    case "changingTable":
      return "yes-or-no";
    default:
      return "texts";
  }
}

/** The languages that families and teams speak most, as tags; what else a place wrote in its file is kept. */
export const spokenLanguages = [
  "nl",
  "fr",
  "ar",
  "ary",
  "en",
  "tr",
  "es",
  "pt",
  "ro",
  "pl",
  "bg",
  "sq",
  "ru",
  "uk",
  "fa",
  "ps",
  "so",
  "ti",
  "ln",
  "ber",
  "vgt",
  "sfb",
] as const;

export function factOf({ name, facts }: Pick<Place, "name" | "facts">, field: Field): FactValue {
  return field === "name" ? name : (facts[field] ?? null);
}

export function withFact(place: Place, field: Field, value: FactValue): Place {
  // Checked when it was read.
  if (field === "name") {
    return { ...place, name: value as Place["name"] };
  }
  const { [field]: _before, ...facts } = place.facts;
  return { ...place, facts: (value === null ? facts : { ...facts, [field]: value }) as Place["facts"] };
}

export function textsIn(value: FactValue): PartlyLocalized {
  const isTexts = typeof value === "object" && value !== null && !Array.isArray(value) && !("latitude" in value);
  return isTexts ? (value as PartlyLocalized) : {};
}

/** `50.8571, 4.3270`, as maps show it; null where it is none. */
export function locationIn(typed: string): Location | null {
  const [, latitude, longitude] = /^\s*(-?\d{1,2}[.]\d+)\s*[,; ]\s*(-?\d{1,3}[.]\d+)\s*$/.exec(typed) ?? [];
  const parsed = factSchemas.location.safeParse({ latitude: Number(latitude), longitude: Number(longitude) });
  return latitude !== undefined && parsed.success && parsed.data !== undefined ? parsed.data : null;
}

/** A telephone number has digits, and what stands between them. */
const telephone = /^\+?[\d\s()./-]{6,30}$/;

/** What was typed for a field of one line; null where it is none. */
export function lineFor(field: Field, typed: string): string | null {
  const line = typed.trim().replace(/\s+/g, " ");
  const written = field === "website" && /^[^\s:/]+\.[^\s]+$/.test(line) ? `https://${line}` : line;
  if (field === "phone" && !telephone.test(written)) {
    return null;
  }
  const parsed = factSchemas[field].safeParse(written);
  return parsed.success && typeof parsed.data === "string" ? parsed.data : null;
}

const yes = /^(?:ja|oui|نعم|yes)$/iu;
const no = /^(?:nee|neen|non|لا|no)$/iu;

/**
 * What was typed in one language, besides what is there in the others; null where it cannot stand there. Lines stay lines,
 * and the full stop at the end is left out: the sentence around it has its own.
 */
export function withText(field: Field, value: FactValue, language: Language, typed: string): FactValue {
  const text = typed
    .trim()
    .replace(/[^\S\n]+/g, " ")
    .replace(/\s*\n\s*/g, "\n");
  if (kindOf(field) === "yes-or-no" && (yes.test(text) || no.test(text))) {
    return yes.test(text);
  }
  const parsed = factSchemas[field].safeParse({ ...textsFrom(field, value), [language]: text });
  return parsed.success && !text.startsWith("/") ? (parsed.data as FactValue) : null;
}

/** What was the same in every language may differ from here on. */
function textsFrom(field: Field, value: FactValue): PartlyLocalized {
  return kindOf(field) === "every" && typeof value === "string"
    ? Object.fromEntries(languages.map((language) => [language, value]))
    : textsIn(value);
}

export function withoutText(value: FactValue, language: Language): FactValue {
  const others: PartlyLocalized = { ...textsIn(value), [language]: undefined };
  return languages.some((one) => others[one] !== undefined) ? others : null;
}
