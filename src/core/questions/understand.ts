import { type Language, languages } from "../language.ts";
import type { Calendars } from "../opening-hours/calendars.ts";
import type { Place } from "../places/place.ts";
import { createClassifier } from "./classifier.ts";
import { dangerSaid, isFigurative } from "./emergency.ts";
import { type EmergencyKind, emergencyKinds, type Intent, intents } from "./intent.ts";
import { intentFeatures, kindFeatures } from "./intent-features.ts";
import { languageAskedFor } from "./language-asked.ts";
import { languageOf } from "./language-of.ts";
import { isArabic, wordsOf } from "./normalise.ts";
import { placeNamed } from "./place-named.ts";
import { ruled } from "./rules.ts";
import { fearOfHurting } from "./sayings.ts";
import { type Sentence, sentenceOf } from "./sentence.ts";
import weights from "./weights.json" with { type: "json" };
import { type DateAsked, printWhen, readWhen } from "./when/read-when.ts";

export interface Understood {
  readonly intent: Intent;
  /** What else it may be, where the two are close: then it is better to ask. */
  readonly second: Intent | null;
  /** From 0 to 1. */
  readonly sure: number;
  readonly language: Language;
  /** Whether it is this language, by its name, that the bot is asked to speak; only for `language`. */
  readonly languageNamed: boolean;
  readonly languageSure: boolean;
  /** What `hours` asks about: an ISO date, or an interval of two with a slash between. */
  readonly date: string | null;
  /** `HH:MM` */
  readonly time: string | null;
  /** The same day, as it is answered; absent dates and past ones are told apart. */
  readonly asked: DateAsked | null;
  /** Which number to call; only for `emergency`. */
  readonly emergency: EmergencyKind | null;
  /** At the end of one's strength, or afraid to hurt one's child. */
  readonly despair: boolean;
  /** The number of the place that is named, by its name or its commune. */
  readonly place: number | null;
}

export interface Circumstances {
  readonly now: Temporal.ZonedDateTime;
  readonly calendars: Calendars;
  readonly places: readonly Place[];
  /** Where no language can be told. */
  readonly fallbackLanguage?: Language;
}

const emergencyIndex = intents.indexOf("emergency");
const never = { date: null, time: null };
const classify = createClassifier(weights.intent);
const classifyKind = createClassifier(weights.kind);

/** A probability that leaves no doubt, and one that leaves another intent worth asking about. */
const certain = 0.75;
const worthAsking = 0.25;
/** A cry for help that is missed is worse than a worry that is answered with a number: a suspicion is enough. */
const suspicion = 0.3;
/** Where words of danger are said as nobody says them who is in danger. */
const impossible = 0.02;
/** Of a part of a message, where all around it speaks of something else: thanks, opening hours, an apology. */
const unmistakable = 0.9;
/** A part of a message that says something by itself. */
const shortestPart = 3;

/**
 * What a parent typed. Pure: the same text at the same moment is always understood the same way, nothing of it is kept, and no
 * text at all makes it fail.
 */
export function understand(
  text: string,
  { now, calendars, places, fallbackLanguage = languages[0] }: Circumstances,
): Understood {
  const typed = wordsOf(text);
  const guess = languageOf(typed, fallbackLanguage);
  const sentence = sentenceOf(typed, guess.vocabularies);
  const features = intentFeatures(sentence);
  const chances = ruled(classify(features), sentence, text);
  const emergency = callsForHelp(typed)
    ? "unsure"
    : (emergencyIn(sentence, features, chances) ?? emergencyInPart(text, guess.vocabularies));
  const intent = emergency === null ? intentOf(chances) : { intent: "emergency" as const, second: null, sure: 1 };
  const named = intent.intent === "language" ? languageAskedFor(sentence.words) : null;
  const language = named ?? guess.language;
  const when = intent.intent === "hours" ? readWhen(text, now, calendars, { language }) : never;
  return {
    ...intent,
    language,
    languageNamed: named !== null,
    languageSure:
      guess.sure && (guess.language !== language || isRecognised(sentence)) && !isBareCry(sentence, emergency),
    emergency,
    ...printWhen(when),
    asked: when.date,
    despair: isDespair(sentence, intent.intent),
    place: placeNamed(typed, places),
  };
}

/** The kind of the emergency, or null where there is none: by the words of danger, else by what such messages are like. */
function emergencyIn(
  sentence: Sentence,
  features: readonly number[],
  chances: readonly number[],
): EmergencyKind | null {
  const chance = chances[emergencyIndex] ?? 0;
  const said = chance < impossible ? null : dangerSaid(sentence);
  if (said !== null || chance < (isFigurative(sentence) ? unmistakable : suspicion)) {
    return said;
  }
  const kinds = classifyKind(kindFeatures(features));
  return emergencyKinds[kinds.indexOf(Math.max(...kinds))] ?? "unsure";
}

/** The number to call, typed here instead of dialled. */
function callsForHelp(typed: readonly string[]): boolean {
  return typed.length <= 3 && typed.includes("112");
}

/** "Help", "SOS": in no language in particular. */
function isBareCry({ words }: Sentence, emergency: EmergencyKind | null): boolean {
  return emergency === "unsure" && words.length === 1 && !words.some(isArabic);
}

/** A cry for help in the middle of a polite message, as it is often written. */
function emergencyInPart(text: string, vocabularies: Sentence["vocabularies"]): EmergencyKind | null {
  const parts = text
    .split(/[.!?؟،,;:\n]+/)
    .map(wordsOf)
    .filter((words) => words.length >= shortestPart);
  for (const words of parts.length > 1 ? parts : []) {
    const sentence = sentenceOf(words, vocabularies);
    const features = intentFeatures(sentence);
    const chances = classify(features);
    if ((chances[emergencyIndex] ?? 0) >= unmistakable && !isFigurative(sentence)) {
      return emergencyIn(sentence, features, chances);
    }
  }
  return null;
}

/** The likeliest intent, and the next where the two are close. Cries for help were looked for before. */
function intentOf(chances: readonly number[]): Pick<Understood, "intent" | "second" | "sure"> {
  const best = likeliest(chances, emergencyIndex);
  const next = likeliest(chances, emergencyIndex, best);
  const sure = chances[best] ?? 0;
  const close = sure < certain && (chances[next] ?? 0) > worthAsking;
  return { intent: intents[best] ?? "other", second: close ? (intents[next] ?? null) : null, sure };
}

function likeliest(chances: readonly number[], except: number, alsoExcept = except): number {
  let best = -1;
  for (let index = 0; index < chances.length; index++) {
    if (index !== except && index !== alsoExcept && (chances[index] ?? 0) > (chances[best] ?? 0)) {
      best = index;
    }
  }
  return best;
}

function isDespair({ words, unmended, concepts }: Sentence, intent: Intent): boolean {
  const fears = fearOfHurting.test(`${words.join(" ")} . ${unmended.join(" ")}`);
  return fears || (intent === "worry" && concepts.some((at) => at.has("DESPAIR")));
}

/** Whether any word is known: "blabla" is in no language, nor is a row of the keyboard. */
function isRecognised({ concepts, words }: Sentence): boolean {
  return words.length > 3 || concepts.some((at) => at.size > (at.has("ELSEWHERE") ? 1 : 0));
}
