import { z } from "zod";
import { languages } from "../../core/language.ts";
import { parseExpression } from "../../core/opening-hours/parse.ts";
import { schoolCalendars } from "../../core/opening-hours/schedule.ts";
import type { PlaceFacts } from "../../core/places/place.ts";

/** Telegram shows a bot's description up to 512 characters; an organisation's name is part of it. */
const longestName = 100;
const longestText = 500;

/** Days: ten years, beyond which a number is a slip of the finger. */
const longestBackup = 3650;

const text = writable(longestText);
const shortText = writable(longestName);

/** PostgreSQL stores neither a zero nor half a character, and Telegram shows no other control character than these. */
function writable(longest: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine(
      (value) => value.isWellFormed() && !/[^\P{Cc}\t\n\r]/u.test(value),
      "holds a character that cannot be shown; expected letters, digits, signs and ends of lines",
    );
}

/** One text for all languages, or one for each. */
const localizedName = z.union([
  shortText.transform((name) => ({ nl: name, fr: name, ar: name })),
  z.strictObject({ nl: shortText, fr: shortText, ar: shortText }),
]);

/** The same in all languages, or in those that are given. */
const localizedText = z.union([
  text.transform((same) => ({ nl: same, fr: same, ar: same })),
  z
    .strictObject({ nl: text.optional(), fr: text.optional(), ar: text.optional() })
    .refine(
      (texts) => languages.some((language) => texts[language] !== undefined),
      "needs a text in at least one language",
    ),
]);

/** YAML 1.2 takes `yes` for a text, and parents would read it as it stands, in every language. */
const yesOrNo = z.union([
  z.boolean(),
  localizedText.refine(
    (texts) => !languages.some((language) => /^(yes|no|on|off|ja|nee|oui|non)$/i.test(texts[language] ?? "")),
    "says no more than yes or no; expected true or false, or a text that says more",
  ),
]);

const date = z.string().refine(isDate, "is not a date; expected one such as 2026-09-01");

/** PostgreSQL knows no year 0. */
function isDate(value: string): boolean {
  try {
    return /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(value) && Temporal.PlainDate.from(value).toString() === value;
  } catch {
    return false;
  }
}

function isTimeZone(value: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(value).timeZoneId !== "";
  } catch {
    return false;
  }
}

/** Checked here, so that mistakes in hours are named together with all others. */
const expression = z
  .string()
  .trim()
  .min(1)
  .superRefine((value, context) => {
    const parsed = parseExpression(value);
    if (value !== "" && !parsed.ok) {
      context.addIssue({ code: "custom", message: `hours ${parsed.error.message}`, params: { aboutItself: true } });
    }
  });

const organisation = z.strictObject({
  name: shortText,
  address: text,
  email: z.email(),
  privacyContact: text,
  complaintsContact: text,
  // What a file leaves out is taken back: the file is the whole of what the organisation says.
  backupDays: z
    .int()
    .min(0)
    .max(longestBackup)
    .optional()
    .transform((days) => days ?? null),
});

const place = z.strictObject({
  slug: z.string().regex(/^[a-z0-9-]{1,40}$/, "is not a slug; expected 1 to 40 of the characters a-z, 0-9 and -"),
  name: localizedName,
  address: z.union([text, z.strictObject({ nl: text, fr: text, ar: text })]),
  location: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .optional(),
  hours: z.union([
    expression,
    z
      .array(z.strictObject({ from: date, expression }))
      .min(1)
      .refine(
        (rows) => new Set(rows.map(({ from }) => from)).size === rows.length,
        "names one day twice; each start date stands once",
      ),
  ]),
  schoolCalendar: z.enum(schoolCalendars),
  timeZone: z
    .string()
    .refine(isTimeZone, "is not a time zone; expected one such as Europe/Brussels")
    .default("Europe/Brussels"),
  entrance: localizedText.optional(),
  transport: localizedText.optional(),
  ages: localizedText.optional(),
  whoMayCome: localizedText.optional(),
  price: z.union([z.enum(["free", "free-contribution"]), localizedText]).optional(),
  whatToBring: localizedText.optional(),
  snacks: localizedText.optional(),
  prams: localizedText.optional(),
  wheelchair: yesOrNo.optional(),
  changingTable: yesOrNo.optional(),
  languages: z
    .array(
      z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, "is not a language code; expected one such as nl, fr, ar or tr"),
    )
    .optional(),
  houseRules: localizedText.optional(),
  whenFull: localizedText.optional(),
  phone: shortText.optional(),
  email: z.email().optional(),
  website: z.url({ protocol: /^https?$/ }).optional(),
}) satisfies z.ZodType<PlaceFacts>;

/** What may stand in each field; the chat accepts the same as a file. */
export const factSchemas = place.shape;

/** Whether a text may stand in a `places.yaml`. */
export function isAllowedText(field: "name" | "text" | "email", value: string): boolean {
  const schemas = { name: shortText, text, email: z.email() };
  return schemas[field].safeParse(value).success;
}

export const fileSchema = z.strictObject({
  organisation: organisation.optional(),
  places: z.array(place).min(1),
});

export type FilePlace = z.output<typeof place>;
