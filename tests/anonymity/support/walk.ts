import { readdirSync, readFileSync } from "node:fs";
import type { InlineKeyboardButton, Message } from "@grammyjs/types";
import type { Feature } from "../../../src/telegram/feature.ts";
import type { ActingParent } from "../../support/acting-parent.ts";
import type { ActingGroup } from "../../support/group.ts";
import type { Reaction } from "../../support/reaction.ts";
import { location, phone, word } from "./canary-parent.ts";

/** Buttons of one kind that are tapped at most, each with other words on it. */
export interface WalkOptions {
  readonly mostOfAKind: number;
}

export interface Walk {
  /** Codes of the kinds of buttons that were tapped and answered as ours. */
  readonly tapped: ReadonlySet<string>;
  /** Everything that was typed. */
  readonly typed: ReadonlySet<string>;
  /** Acts. */
  steps(): number;
  say(text: string): Promise<void>;
  /** Commands, links, questions, and every other kind of message; after each, every button that it brought. */
  everything(features: readonly Feature[], places: readonly NamedPlace[]): Promise<void>;
  /** The same in a group, where the bot is a guest. */
  inGroup(group: ActingGroup, features: readonly Feature[]): Promise<void>;
}

export interface NamedPlace {
  readonly slug: string;
  readonly name: string;
}

interface Found {
  readonly code: string;
  readonly words: string;
  /** The newest: a ballot is spent once. */
  data: string;
  message: number;
}

const samples = ["photo", "voice", "sticker", "document", "video", "contact"] as const;

export function walkAs(parent: ActingParent, { mostOfAKind }: WalkOptions): Walk {
  const tapped = new Set<string>();
  const typed = new Set<string>();
  const known = new Map<string, Found>();
  const waiting: Found[] = [];
  let steps = 0;

  /** Remembers every button of the messages, once for each kind and each label. */
  function notice(messages: readonly Message[]): void {
    for (const { button, message } of messages.flatMap(buttonsOf)) {
      const code = button.callback_data.split(".")[0] ?? "";
      // A check mark is the same button, and so is another date's.
      const words = button.text.replace(/^✓ /, "").replace(/\d+/g, "#");
      const before = known.get(`${code} ${words}`);
      if (before !== undefined) {
        Object.assign(before, { data: button.callback_data, message });
      } else if ([...known.values()].filter((found) => found.code === code).length < mostOfAKind) {
        const found = { code, words, data: button.callback_data, message };
        known.set(`${code} ${words}`, found);
        waiting.push(found);
      }
    }
  }

  async function tapAll(): Promise<void> {
    // The newest first: what was just shown still stands.
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const reaction = await act(parent.tapForged(next.data, next.message));
      if (reaction.notice === null || !/te oud|trop ancien|قديم/.test(reaction.notice)) tapped.add(next.code);
    }
  }

  async function act(reacting: Promise<Reaction>): Promise<Reaction> {
    steps += 1;
    const reaction = await reacting;
    notice(reaction.messages);
    return reaction;
  }

  async function say(text: string): Promise<void> {
    typed.add(text);
    await act(parent.say(text));
    await tapAll();
  }

  return {
    tapped,
    typed,
    steps: () => steps,
    say,
    async everything(features, places) {
      for (const command of commandsOf(features)) {
        await say(`/${command}`);
        await say(`/${command} ${word}`);
      }
      for (const { slug } of places) {
        for (const link of [`p_${slug}`, `f_${slug}`]) await say(`/start ${link}`);
      }
      for (const question of [
        ...questions(places.map(({ name }) => name)),
        word,
        // A day that no calendar has, in another language than hers.
        `c'est ouvert le 31/11 ? ${word}`,
        `\n    at ${word} (file:///${word}.ts:1:1)`,
      ])
        await say(question);
      for (const label of new Set((await parent.menu()).flat())) await say(label);
      await act(parent.send({ location }));
      await act(parent.send({ contact: { phoneNumber: `+${phone}`, firstName: word } }));
      for (const sample of samples) await act(parent.send({ sample }));
      await tapAll();
      if (features.some(({ inline }) => inline !== undefined)) {
        for (const query of ["", "morgen", word, "mijn baby ademt niet"]) {
          const shown = await parent.askInline(query);
          const [first] = shown.titles;
          if (first !== undefined) await act(parent.choose(shown, first));
        }
      }
    },
    async inGroup(group, features) {
      for (const command of commandsOf(features)) await act(group.say(parent, `/${command}@inloop_bot ${word}`));
      for (const question of questions([""]).slice(0, 12)) await act(group.say(parent, `@inloop_bot ${question}`));
      const [last] = (await group.chat()).messages.toReversed().filter(({ from }) => from?.is_bot === true);
      if (last !== undefined) await act(group.reply(parent, last, word));
      for (const label of (await group.buttons()).flat()) {
        if ((await group.buttons()).flat().includes(label)) await act(group.tap(parent, label));
      }
      const shown = await parent.askInline(word);
      const [first] = shown.titles;
      if (first !== undefined) await act(group.choose(parent, shown, first));
      await tapAll();
    },
  };
}

type OurButton = InlineKeyboardButton.CallbackButton;

function buttonsOf(shown: Message): readonly { readonly button: OurButton; readonly message: number }[] {
  const all = shown.reply_markup?.inline_keyboard.flat() ?? [];
  return all
    .filter((button): button is OurButton => "callback_data" in button)
    .map((button) => ({ button, message: shown.message_id }));
}

/** What parents may do: what staff may is walked by a member of staff. */
export function commandsOf(features: readonly Feature[]): readonly string[] {
  return features.flatMap(({ commands }) =>
    commands.filter(({ permission }) => permission === "anyone").map(({ command }) => command),
  );
}

/** Codes of the kinds of buttons that parents may tap. */
export function tapsOf(features: readonly Feature[]): readonly string[] {
  return features.flatMap(({ taps }) =>
    taps.filter(({ permission }) => permission === "anyone").map(({ code }) => code),
  );
}

interface Asked {
  readonly text: string;
  readonly intent: string;
  readonly date?: string | null;
  readonly time?: string | null;
}

/**
 * A question of each kind that there is, in each way of speaking, about a day, several days, a time or none, and about a place:
 * a new kind is asked by itself.
 */
function questions(about: readonly string[]): readonly string[] {
  const folder = new URL("../../../data/questions/held-out/", import.meta.url);
  return readdirSync(folder).flatMap((file) => {
    const lines = readFileSync(new URL(file, folder), "utf8").trim().split("\n");
    const asked = lines.map((line) => JSON.parse(line) as Asked);
    const kindOf = ({ intent, date, time }: Asked) =>
      [intent, date?.replace(/\d/g, "") ?? "", typeof time === "string"].join();
    const ofEachKind = [...Map.groupBy(asked, kindOf).values()].flatMap(([first]) => first ?? []);
    const ofEachIntent = [...Map.groupBy(asked, ({ intent }) => intent).values()].flatMap(([first]) => first ?? []);
    return [
      ...ofEachKind.map(({ text }) => `${text} ${word}`),
      ...ofEachIntent.flatMap(({ text }, index) => [`${text} ${about[index % about.length] ?? ""} ${word}`]),
    ];
  });
}
