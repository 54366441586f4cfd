import type { InlineKeyboardButton, Message } from "@grammyjs/types";
import type { Tap } from "../../src/playground/protocol.ts";
import type { PlaygroundClient } from "./playground-client.ts";

/** What the bot did in one chat after one act of a person. */
export interface Reaction {
  /** Messages that are new or changed, oldest first. */
  readonly messages: readonly Message[];
  /** Their texts, without the invisible marks of direction. */
  readonly texts: readonly string[];
  /** The pop-up that answered a tap. */
  readonly notice: string | null;
}

/** Looks at what the bot says in one chat, private or of a group. */
export function watchBot(client: PlaygroundClient, messagesThere: () => Promise<readonly Message[]>) {
  const fromBot = async () => (await messagesThere()).filter(({ from }) => from?.is_bot === true);
  const withButtons = async () => (await fromBot()).toReversed().filter((message) => rowsOf(message).length > 0);

  /** Labels of the buttons under the newest message that has buttons, row by row. */
  async function buttons(): Promise<string[][]> {
    const [newest] = await withButtons();
    return newest === undefined ? [] : rowsOf(newest).map((row) => row.map(({ text }) => withoutIsolates(text)));
  }

  return {
    fromBot,
    buttons,
    /** Does something, which answers the id of its callback query if it is a tap, and waits until the bot has handled it. */
    async reactionTo(act: () => Promise<string | null>): Promise<Reaction> {
      const before = new Map((await fromBot()).map((message) => [message.message_id, message]));
      const query = await act();
      await client.allHandled();
      const isNew = (message: Message) => !isSame(before.get(message.message_id), message);
      const messages = (await fromBot()).filter(isNew);
      return {
        messages,
        texts: messages.flatMap(({ text }) => (text === undefined ? [] : [withoutIsolates(text)])),
        notice: query === null ? null : await client.noticeOf(query),
      };
    },
    /** A tap on the button that says `label` under the newest message that has it. */
    async tapFor(label: string): Promise<Tap> {
      for (const message of await withButtons()) {
        const button = rowsOf(message)
          .flat()
          .find(({ text }) => withoutIsolates(text) === label);
        if (button !== undefined && "callback_data" in button) {
          return { messageId: message.message_id, data: button.callback_data };
        }
      }
      throw new Error(`No button says "${label}"; there are ${JSON.stringify(await buttons())}`);
    },
  };
}

/** A message is never changed in place, where it is not read over HTTP. */
function isSame(before: Message | undefined, after: Message): boolean {
  return before === after || JSON.stringify(before) === JSON.stringify(after);
}

function rowsOf(message: Message): InlineKeyboardButton[][] {
  return message.reply_markup?.inline_keyboard ?? [];
}

/** Tests of words compare words; that values are isolated in Arabic is a test of its own. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2068\u2069\u200f]/g, "");
}
