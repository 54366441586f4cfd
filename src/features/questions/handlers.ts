import type { Language } from "../../core/language.ts";
import type { Calendars } from "../../core/opening-hours/calendars.ts";
import type { Place } from "../../core/places/place.ts";
import type { EmergencyKind, Intent } from "../../core/questions/intent.ts";
import { isArabic } from "../../core/questions/normalise.ts";
import { placesTyped } from "../../core/questions/place-named.ts";
import { type Understood, understand } from "../../core/questions/understand.ts";
import type { Answer, ButtonRows, Reply } from "../../telegram/answer.ts";
import { type Feature, onTap, type Request, type TypedMessage } from "../../telegram/feature.ts";
import { notUnderstoodButton, type Sent } from "./buttons.ts";
import { askWhich, type IntentTaps, notUnderstood } from "./messages.ts";

type AnswerRequest = (request: Request) => Reply | Promise<Reply>;

export interface QuestionsParts {
  /** The other features' answers: what each intent leads to. */
  readonly answerHours: (
    request: Request,
    asked: Understood["asked"],
    time: string | null,
    place: number | null,
  ) => Answer;
  /** How it stands, and when it opens next: the answer to "when", which no yes or no can give. */
  readonly answerNextOpening: (request: Request, place: number | null) => Answer;
  /** The taps that answer an intent, to ask with where two are close. */
  readonly taps: IntentTaps;
  /** What has no answer of its own yet goes to the nearest honest one. */
  readonly answers: Readonly<
    Record<
      Exclude<Intent, "hours" | "next_open" | "where" | "emergency" | "other">,
      (request: Request, place: number | null) => Reply | Promise<Reply>
    >
  >;
  /** Speaks the language of the request from here on: it was asked for by name. */
  readonly answerInLanguage: AnswerRequest;
  readonly answerWhere: (request: Request, place: number | null) => Answer;
  /** The place that was named and nothing else, or which of them is meant. */
  readonly answerNamed: (request: Request, places: readonly Place[]) => Answer;
  /** Where the words say more than the intent does; null where they do not. */
  readonly answerNarrower: (request: Request, intent: Intent, text: string, place: number | null) => Answer | null;
  readonly answerDespair: AnswerRequest;
  /** @param sure whether the language of the text is known */
  readonly answerEmergency: (request: Request, kind: EmergencyKind, sure: boolean) => Answer;
  /** What the buttons of the reply keyboard lead to, by what they say. */
  readonly menu: ReadonlyMap<string, { readonly language: Language; readonly answer: AnswerRequest }>;
  /** How it stands today, as information: nobody asked. */
  readonly answerStatus: (request: Request) => Answer;
  readonly buttons: (request: Request) => ButtonRows;
  /** Where "today" is decided, for all places alike. */
  readonly timeZone: string;
  readonly calendars: Calendars;
  readonly places: () => readonly Place[];
  readonly fallbackLanguage: Language;
  /** Told what a question was about, and nothing else of it. */
  readonly onAsked: (intent: Intent) => void;
}

export interface QuestionsFeature extends Feature {
  readonly read: (text: string, now: Temporal.Instant) => TypedMessage;
  /** Whether a button of the reply keyboard says it. */
  readonly isPressed: (text: string) => boolean;
  /** For whatever was sent that is no text. */
  readonly answerUnreadable: AnswerRequest;
}

/** Below this an answer would be a guess: more often wrong than right. */
const leastSure = 0.35;

export function createQuestionsFeature(parts: QuestionsParts): QuestionsFeature {
  const answerOther = (request: Request, sent: Sent): Reply => ({
    show: notUnderstood(request.words, sent, parts.answerStatus(request), parts.buttons(request)),
  });

  function read(text: string, now: Temporal.Instant): TypedMessage {
    const pressed = parts.menu.get(text.trim());
    if (pressed !== undefined) {
      return pressed;
    }
    // A mention of the bot and nothing else.
    if (text === "") {
      return { language: undefined, answer: (request) => ({ show: parts.answerHours(request, null, null, null) }) };
    }
    // Before it is read as a sentence: a place may be called anything, and its name is the same in several languages.
    const typed = placesTyped(text, parts.places());
    if (typed.length > 0) {
      return {
        language: isArabic(text) ? "ar" : undefined,
        answer: (request) => ({ show: parts.answerNamed(request, typed) }),
      };
    }
    const question = understand(text, {
      now: now.toZonedDateTimeISO(parts.timeZone),
      calendars: parts.calendars,
      places: parts.places(),
      fallbackLanguage: parts.fallbackLanguage,
    });
    return {
      language: question.languageSure ? question.language : undefined,
      answer: (request) => answerQuestion(request, question, text),
      isInNeed: isNeed(question),
      isCryForHelp: question.emergency !== null || question.despair,
    };
  }

  /** Words that tell a topic decide between an intent and nothing known. */
  function narrowerAnswer(request: Request, { intent, second, sure, place }: Understood, text: string): Answer | null {
    const wide = intent === "other" ? (second ?? intent) : intent;
    return sure < leastSure ? null : parts.answerNarrower(request, wide, text, place);
  }

  function answerQuestion(request: Request, question: Understood, text: string): Reply | Promise<Reply> {
    const { intent, second, asked, emergency, languageSure, place } = question;
    parts.onAsked(intent);
    if (question.despair) {
      return parts.answerDespair(request);
    }
    const narrower = narrowerAnswer(request, question, text);
    if (narrower !== null) {
      return { show: narrower };
    }
    const named = parts.places().filter(({ number }) => number === place);
    if (intent !== "emergency" && (intent === "other" || question.sure < leastSure)) {
      return named.length > 0 ? { show: parts.answerNamed(request, named) } : answerOther(request, "text");
    }
    const ask = second === null ? null : askWhich(request.words, parts.taps, [intent, second]);
    if (ask !== null) {
      return { show: ask };
    }
    switch (intent) {
      case "emergency":
        return { show: parts.answerEmergency(request, emergency ?? "unsure", languageSure) };
      case "hours":
        return { show: parts.answerHours(request, asked, question.time, place) };
      case "next_open":
        return { show: parts.answerNextOpening(request, place) };
      case "language":
        return question.languageNamed && request.languageSource === "typed"
          ? parts.answerInLanguage(request)
          : parts.answers.language(request, place);
      case "where":
        return { show: parts.answerWhere(request, place) };
      default:
        return parts.answers[intent](request, place);
    }
  }

  return {
    read,
    isPressed: (text) => parts.menu.has(text.trim()),
    answerUnreadable: (request) => answerOther(request, "other"),
    commands: [],
    taps: [onTap(notUnderstoodButton, "anyone", answerOther)],
  };
}

/** A cry for help, or a worry, be it only perhaps. */
function isNeed({ emergency, despair, intent, second }: Understood): boolean {
  return emergency !== null || despair || intent === "worry" || second === "worry";
}
