import type { Intent } from "../questions/intent.ts";

/**
 * What a bot counts of itself, for whoever runs it: sums of all chats. Nothing tells one parent from another, and nothing is counted of
 * feedback: not even how many taps there were, since most taps of an evening are about a visit.
 */
export interface Meter {
  /** One update was handled, whatever it was. */
  handled(seconds: number): void;
  /** Something went wrong: its kind alone. */
  failed(kind: string): void;
  /** What became of one attempt to tell a parent something. */
  delivered(outcome: "sent" | "gone" | "failed" | "again"): void;
  /** What a typed question was about. */
  asked(intent: Intent): void;
  /** A day is over: what was asked in it may be told, where enough asked it. */
  turnDay(): void;
}

export const noMeter: Meter = {
  handled: () => undefined,
  failed: () => undefined,
  delivered: () => undefined,
  asked: () => undefined,
  turnDay: () => undefined,
};
