import { type Ballot, readBallot, writeBallot } from "../../core/feedback/ballot.ts";
import { choices } from "../../core/feedback/choices.ts";
import { defineBareButton, defineButton } from "../../telegram/buttons.ts";

/** What a tap does with its ballot: counts a choice, or only shows something else. */
export type Action = { readonly choice: number } | "prompt" | "brought" | "better" | "done";

const shown = ["prompt", "brought", "better", "done"] as const;
/** Choices come first, with room for more. */
const firstShown = 64;

function numberOf(action: Action): number {
  return typeof action === "object" ? action.choice : firstShown + shown.indexOf(action);
}

function actionOf(number: number): Action | null {
  return number < choices.length ? { choice: number } : (shown[number - firstShown] ?? null);
}

/** A ballot and what is done with it: 21 bytes, 28 letters. Anonymous: it names a place and a week, and nobody. */
export const ballotButton = defineButton<{ readonly ballot: Ballot; readonly action: Action }>({
  code: "fb",
  write: ({ ballot, action }) => Buffer.from([...writeBallot(ballot), numberOf(action)]).toString("base64url"),
  read(payload) {
    const bytes = Buffer.from(payload, "base64url");
    const ballot = readBallot(bytes.subarray(0, -1));
    const action = actionOf(bytes.at(-1) ?? 255);
    return ballot === null || action === null ? null : { ballot, action };
  },
});

/** Asks how it was, wherever that may have been. */
export const feedbackButton = defineBareButton("f");

/** Asks how it was at one place. */
export const askButton = defineButton<{ readonly place: number }>({
  code: "fa",
  write: ({ place }) => String(place),
  read: (payload) => (/^\d{1,5}$/.test(payload) ? { place: Number(payload) } : null),
});

/** Whom to turn to outside the team. */
export const outsideButton = defineBareButton("fo");
