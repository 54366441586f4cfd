import type { Language } from "../../core/language.ts";
import { type Intent, type Question, understand } from "../../core/questions/understand.ts";
import type { Answer, ButtonRows, Reply } from "../../telegram/answer.ts";
import { type Feature, onTap, type Request, type TypedMessage } from "../../telegram/feature.ts";
import { notUnderstoodButton, type Sent } from "./buttons.ts";
import { notUnderstood } from "./messages.ts";

type AnswerRequest = (request: Request) => Reply | Promise<Reply>;

export interface QuestionsParts {
  /** The other features' answers: what each intent leads to. */
  readonly answerHours: (request: Request, asked: Question["asked"]) => Answer;
  readonly answers: Readonly<Record<Exclude<Intent, "hours" | "other">, AnswerRequest>>;
  /** What the buttons of the reply keyboard lead to, by what they say. */
  readonly menu: ReadonlyMap<string, { readonly language: Language; readonly answer: AnswerRequest }>;
  /** How it stands today, as information: nobody asked. */
  readonly answerStatus: (request: Request) => Answer;
  readonly buttons: (request: Request) => ButtonRows;
  /** Where "today" is decided, for all places alike. */
  readonly timeZone: string;
}

export interface QuestionsFeature extends Feature {
  readonly read: (text: string, now: Temporal.Instant) => TypedMessage;
  /** For whatever was sent that is no text. */
  readonly answerUnreadable: AnswerRequest;
}

export function createQuestionsFeature(parts: QuestionsParts): QuestionsFeature {
  const answerOther = (request: Request, sent: Sent): Reply => ({
    show: notUnderstood(request.words, sent, parts.answerStatus(request), parts.buttons(request)),
  });

  function read(text: string, now: Temporal.Instant): TypedMessage {
    const pressed = parts.menu.get(text.trim());
    if (pressed !== undefined) {
      return pressed;
    }
    const question = understand(text, now.toZonedDateTimeISO(parts.timeZone).toPlainDate());
    return { language: question.language, answer: (request) => answerQuestion(request, question) };
  }

  function answerQuestion(request: Request, { intent, asked }: Question): Reply | Promise<Reply> {
    switch (intent) {
      case "hours":
        return { show: parts.answerHours(request, asked) };
      case "other":
        return answerOther(request, "text");
      default:
        return parts.answers[intent](request);
    }
  }

  return {
    read,
    answerUnreadable: (request) => answerOther(request, "other"),
    commands: [],
    taps: [onTap(notUnderstoodButton, "anyone", answerOther)],
  };
}
