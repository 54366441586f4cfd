import { type Language, type Localized, languages } from "../../core/language.ts";
import type { Calendars } from "../../core/opening-hours/calendars.ts";
import { type Day, daysOf } from "../../core/opening-hours/evaluate/day.ts";
import type { Expression, Holiday } from "../../core/opening-hours/expression.ts";
import { printExpression } from "../../core/opening-hours/print.ts";
import { type SchoolCalendar, schoolCalendars } from "../../core/opening-hours/schedule.ts";
import { withClosed } from "../../core/opening-hours/typed/holidays.ts";
import { readTyped } from "../../core/opening-hours/typed/read-typed.ts";
import type { Words } from "../../i18n/translate.ts";
import { four, hoursRefusal, nameQuestion, organisationQuestion, placeQuestion, refusal } from "./messages.ts";
import { askUntil, askYesOrNo } from "./questions.ts";
import type { Talk } from "./talk.ts";

export interface NewOrganisation {
  readonly name: string;
  readonly address: string;
  readonly email: string;
  readonly privacyContact: string;
  readonly complaintsContact: string;
}

export interface NewPlace {
  readonly slug: string;
  readonly name: Localized;
  readonly address: string;
  readonly hours: string;
  readonly schoolCalendar: SchoolCalendar;
}

export interface InterviewParts {
  readonly words: Words;
  readonly talk: Talk;
  readonly calendars: Calendars;
  readonly today: Temporal.PlainDate;
  readonly timeZone: string;
  /** One day as a line, as parents read it. */
  readonly dayRow: (words: Words, day: Day) => string;
  /** Whether a `places.yaml` may say it. */
  readonly isAllowed: (field: "name" | "text" | "email", value: string) => boolean;
}

/** Days that are shown after today. */
const daysShown = 27;

export async function askOrganisation(parts: InterviewParts): Promise<NewOrganisation> {
  const { words } = parts;
  const name = await askText(parts, organisationQuestion(words, "name"), "name");
  const address = await askText(parts, organisationQuestion(words, "address"), "text");
  const email = await askText(parts, organisationQuestion(words, "email"), "email");
  const privacyContact = await askText(parts, organisationQuestion(words, "privacyContact", email), "text", email);
  const complaintsContact = await askText(
    parts,
    organisationQuestion(words, "complaintsContact", email),
    "text",
    email,
  );
  return { name, address, email, privacyContact, complaintsContact };
}

export async function askPlaces(parts: InterviewParts): Promise<readonly NewPlace[]> {
  const { words, talk } = parts;
  const places: NewPlace[] = [];
  do {
    places.push(
      await askPlace(
        parts,
        places.map(({ slug }) => slug),
      ),
    );
  } while (await askYesOrNo(words, talk, placeQuestion(words, "another"), false));
  return places;
}

async function askPlace(parts: InterviewParts, taken: readonly string[]): Promise<NewPlace> {
  const { words, talk } = parts;
  const own = await askText(parts, placeQuestion(words, "name"), "name");
  const names: Record<Language, string> = { nl: own, fr: own, ar: own };
  for (const language of languages.filter((one) => one !== words.language)) {
    names[language] = await askText(parts, nameQuestion(words, language, own), "name", own);
  }
  const address = await askText(parts, placeQuestion(words, "address"), "text");
  const usual = words.language === "fr" ? "fr" : "nl";
  const schoolCalendar = await askUntil(
    talk,
    placeQuestion(words, "schoolCalendar", usual),
    (answer) => {
      const found = schoolCalendars.find((calendar) => calendar === answer.toLowerCase());
      return found === undefined ? { wrong: refusal(words, "schoolCalendar") } : { value: found };
    },
    usual,
  );
  for (;;) {
    const expression = await askHours(parts, schoolCalendar);
    talk.say(four(words, rowsOf(parts, expression, schoolCalendar)));
    if (await askYesOrNo(words, talk, placeQuestion(words, "right"), true)) {
      return { slug: slugOf(names, taken), name: names, address, hours: printExpression(expression), schoolCalendar };
    }
  }
}

async function askHours({ words, talk }: InterviewParts, calendar: SchoolCalendar): Promise<Expression> {
  const read = await askUntil(talk, placeQuestion(words, "hours"), (answer) => {
    const typed = readTyped(answer, words.language);
    return typed.ok ? { value: typed } : { wrong: hoursRefusal(words, typed.problem) };
  });
  const asked: readonly Holiday[] = calendar === "none" ? ["PH"] : ["PH", "SH"];
  const closed: Holiday[] = [];
  for (const holiday of asked.filter((one) => !read.mentioned.includes(one))) {
    if (await askYesOrNo(words, talk, placeQuestion(words, holiday), true)) {
      closed.push(holiday);
    }
  }
  return withClosed(read.expression, closed);
}

/** Days that are closed as always say nothing. */
function rowsOf(
  { words, calendars, today, timeZone, dayRow }: InterviewParts,
  expression: Expression,
  schoolCalendar: SchoolCalendar,
): readonly string[] {
  const schedule = { regular: [{ from: "0001-01-01", expression }], changes: [], schoolCalendar, timeZone };
  return daysOf(schedule, today, today.add({ days: daysShown }), calendars)
    .filter(({ open, basis, reason }) => open.length > 0 || basis !== "weekly" || reason !== null)
    .map((day) => dayRow(words, day));
}

function askText(
  { words, talk, isAllowed }: InterviewParts,
  question: string,
  field: "name" | "text" | "email",
  otherwise?: string,
): Promise<string> {
  return askUntil(
    talk,
    question,
    (answer) => {
      if (answer === "") {
        return { wrong: refusal(words, "empty") };
      }
      return isAllowed(field, answer) ? { value: answer } : { wrong: refusal(words, field) };
    },
    otherwise,
  );
}

/** As in links: from the name that has Latin letters, and never that of another place. */
export function slugOf(names: Localized, taken: readonly string[]): string {
  const [base = "place"] = [names.nl, names.fr, names.ar].map(plainLetters).filter((slug) => slug !== "");
  let slug = base;
  for (let number = 2; taken.includes(slug); number += 1) {
    slug = `${base.slice(0, 37)}-${number}`;
  }
  return slug;
}

function plainLetters(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{Mark}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-|-$/g, "");
}
