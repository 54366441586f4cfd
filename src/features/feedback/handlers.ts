import { type Ballot, mostTaps, valueLength } from "../../core/feedback/ballot.ts";
import { choicesOf } from "../../core/feedback/choices.ts";
import { weekOf } from "../../core/feedback/week.ts";
import type { Organisation, Place, PlaceDirectory } from "../../core/places/place.ts";
import type { Answer, Reply } from "../../telegram/answer.ts";
import type { Tap } from "../../telegram/buttons.ts";
import { type Feature, onTap, type Request } from "../../telegram/feature.ts";
import { type Action, askButton, ballotButton, feedbackButton, outsideButton } from "./buttons.ts";
import type { Counting } from "./counting.ts";
import { late, notAsked, notice, outside, prompt, remarked, thanks, themes, whichPlace } from "./messages.ts";
import type { Prompts } from "./prompts.ts";

export interface FeedbackParts {
  readonly directory: PlaceDirectory;
  readonly organisation: () => Organisation | undefined;
  readonly counting: Counting;
  readonly prompts: Prompts;
  /** Chance, as so many bytes. */
  readonly random: (length: number) => Uint8Array;
  /** Whether somebody of the team writes in this chat: what they tap does not count. */
  readonly isStaff: (chatId: number) => Promise<boolean>;
  /** How the team is reached. */
  readonly callTeam: Tap;
  /** For what is asked about no place in particular. */
  readonly timeZone: string;
  readonly onFailure: (cause: unknown) => void;
}

export interface FeedbackFeature extends Feature {
  /** @param place of which is asked; absent: the chosen one, or the parent is asked which */
  readonly answerFeedback: (request: Request, place?: Place) => Promise<Answer>;
  /** Answers a remark about a visit. */
  readonly answerRemark: (request: Request, place: number | null) => Promise<Reply>;
}

export function createFeedbackFeature(parts: FeedbackParts): FeedbackFeature {
  const { directory, counting, prompts } = parts;
  const zoned = ({ now }: Request, place: Place | undefined) =>
    now.toZonedDateTimeISO(place?.schedule.timeZone ?? parts.timeZone).toPlainDate();

  async function answerFeedback(request: Request, named?: Place): Promise<Answer> {
    const { chat, words, chosenPlace } = request;
    if (!chat.private) {
      return notAsked(words, "group");
    }
    const all = directory.all();
    const chosen = chosenPlace === undefined ? undefined : directory.byNumber(chosenPlace);
    const place = named ?? chosen ?? (all.length === 1 ? all[0] : undefined);
    if (place === undefined) {
      return all.length === 0 ? notAsked(words, "nowhere") : whichPlace(words, all);
    }
    if (await parts.isStaff(chat.id)) {
      return notAsked(words, "staff");
    }
    const today = zoned(request, place);
    if (!prompts.allow(chat.id, today.toString())) {
      return notAsked(words, "limit");
    }
    const value = parts.random(valueLength);
    return prompt(words, place, {
      place: place.number,
      week: weekOf(today),
      value,
      face: null,
      themes: [],
      left: mostTaps,
    });
  }

  async function tap(request: Request, ballot: Ballot, action: Action): Promise<Reply> {
    const { words, chat } = request;
    const place = directory.byNumber(ballot.place);
    if (!chat.private || place === undefined || weekOf(zoned(request, place)) !== ballot.week) {
      return { show: late(words) };
    }
    if (typeof action !== "object") {
      return { show: shown(request, place, ballot, action) };
    }
    if (await parts.isStaff(chat.id)) {
      return { notice: notice(words, "staff") };
    }
    try {
      return await count(request, place, ballot, action.choice);
    } catch (cause) {
      parts.onFailure(cause);
      return { notice: notice(words, "notCounted") };
    }
  }

  function shown({ words }: Request, place: Place, ballot: Ballot, action: Exclude<Action, object>): Answer {
    switch (action) {
      case "prompt":
        return prompt(words, place, ballot);
      case "done":
        return thanks(words, ballot);
      default:
        return themes(words, ballot, action);
    }
  }

  async function count({ words }: Request, place: Place, ballot: Ballot, choice: number): Promise<Reply> {
    const outcome = await counting.count(ballot, choice);
    switch (outcome.kind) {
      case "counted":
        return { show: afterTap(ballot, outcome.ballot, choice), notice: notice(words, "counted") };
      case "late":
        return { show: late(words) };
      case "spent":
        return outcome.ballot === null
          ? { notice: notice(words, "noMore") }
          : { show: afterTap(ballot, outcome.ballot, choice), notice: notice(words, "stands") };
    }

    /** The screen on which it was tapped, with what stands now. */
    function afterTap(before: Ballot, after: Ballot, tapped: number): Answer {
      return after.face === null ? prompt(words, place, before) : themes(words, after, screenOf(tapped));
    }
  }

  return {
    answerFeedback,
    async answerRemark(request, number) {
      const place = number === null ? undefined : directory.byNumber(number);
      return { show: remarked(request.words, await answerFeedback(request, place), parts.callTeam) };
    },
    commands: [
      {
        command: "feedback",
        permission: "anyone",
        answer: async (request) => ({ show: await answerFeedback(request) }),
      },
    ],
    taps: [
      onTap(ballotButton, "anyone", (request, { ballot, action }) => tap(request, ballot, action)),
      onTap(feedbackButton, "anyone", async (request) => ({ show: await answerFeedback(request) })),
      onTap(askButton, "anyone", async (request, { place }) => ({
        show: await answerFeedback(request, directory.byNumber(place)),
      })),
      onTap(outsideButton, "anyone", ({ words }) => ({ show: outside(words, parts.organisation()) })),
    ],
  };
}

/** Themes stay on the screen on which they were tapped; a face leads to what the visit brought. */
function screenOf(choice: number): "brought" | "better" {
  return choicesOf("better").some(({ number }) => number === choice) ? "better" : "brought";
}
