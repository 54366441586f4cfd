import type { ActingParent } from "../../support/acting-parent.ts";
import type { Reaction } from "../../support/reaction.ts";

/** What the last byte of a ballot's button says; see `features/feedback/buttons.ts`. */
export const actions = { good: 0, pleasant: 1, soSo: 2, notAtEase: 3, notAlone: 4, tooBusy: 11, better: 66, done: 67 };
export type Act = keyof typeof actions;

/** Taps what a ballot's button does, whatever the language of its label. */
export async function tapAction(parent: ActingParent, act: Act): Promise<Reaction> {
  return parent.tapForged(await dataFor(parent, act));
}

export async function dataFor(parent: ActingParent, act: Act): Promise<string> {
  const { messages } = await parent.chat();
  for (const { reply_markup: markup } of messages.toReversed()) {
    for (const button of markup?.inline_keyboard.flat() ?? []) {
      const data = "callback_data" in button ? button.callback_data : "";
      const [code, , payload = ""] = data.split(".");
      if (code === "fb" && Buffer.from(payload, "base64url").at(-1) === actions[act]) return data;
    }
  }
  throw new Error(`Nothing to tap for ${act}`);
}

/** Forged taps land on the oldest message; so every parent has one, at which feedback is asked. */
export async function answer(parent: ActingParent, acts: readonly Act[]): Promise<void> {
  await parent.say("/feedback");
  for (const act of acts) await tapAction(parent, act);
}
