import type { InlineKeyboardButton, Message } from "@grammyjs/types";
import type { ChatState, NewPerson, OutgoingMessage, PlaygroundState, Tap } from "../../src/playground/protocol.ts";
import type { PlaygroundClient } from "./playground-client.ts";

/** What the bot did in one chat after one act of the parent. */
export interface Reaction {
  /** Messages that are new or changed, oldest first. */
  readonly messages: readonly Message[];
  /** Their texts, without the invisible marks of direction. */
  readonly texts: readonly string[];
  /** The pop-up that answered a tap. */
  readonly notice: string | null;
}

/** A person in the playground who does what a parent does: type, tap, share. */
export interface ActingParent {
  readonly id: number;
  say(text: string): Promise<Reaction>;
  send(message: OutgoingMessage): Promise<Reaction>;
  /** Taps the button that says `label` under the newest message that has it. */
  tap(label: string): Promise<Reaction>;
  /** Taps with data of the parent's own making. */
  tapForged(data: string): Promise<Reaction>;
  /** Labels of the buttons under the newest message that has buttons, row by row. */
  buttons(): Promise<string[][]>;
  menu(): Promise<string[][]>;
  chat(): Promise<ChatState>;
  block(blocked: boolean): Promise<void>;
}

export async function createActingParent(client: PlaygroundClient, newcomer: NewPerson): Promise<ActingParent> {
  const created = (await client.control("POST", "/people", newcomer)) as ChatState;
  const { id } = created.person;

  async function chat(): Promise<ChatState> {
    const { chats } = (await client.control("GET", "/state")) as PlaygroundState;
    const mine = chats.find(({ person }) => person.id === id);
    if (mine === undefined) throw new Error("The playground has forgotten the person");
    return mine;
  }

  const fromBot = async () => (await chat()).messages.filter(({ from }) => from?.is_bot === true);

  async function reactionTo(act: () => Promise<string | null>): Promise<Reaction> {
    const before = new Map((await fromBot()).map((message) => [message.message_id, JSON.stringify(message)]));
    const query = await act();
    await client.allHandled();
    const messages = (await fromBot()).filter((message) => before.get(message.message_id) !== JSON.stringify(message));
    return {
      messages,
      texts: messages.flatMap(({ text }) => (text === undefined ? [] : [withoutIsolates(text)])),
      notice: query === null ? null : await client.noticeOf(query),
    };
  }

  const send = (message: OutgoingMessage) =>
    reactionTo(async () => {
      await client.control("POST", `/chats/${id}/messages`, message);
      return null;
    });

  const sendTap = (tap: Tap) =>
    reactionTo(async () => ((await client.control("POST", `/chats/${id}/taps`, tap)) as { id: string }).id);

  const withButtons = async () => (await fromBot()).toReversed().filter((message) => rowsOf(message).length > 0);

  async function buttons(): Promise<string[][]> {
    const [newest] = await withButtons();
    return newest === undefined ? [] : rowsOf(newest).map((row) => row.map(({ text }) => withoutIsolates(text)));
  }

  return {
    id,
    send,
    chat,
    say: (text) => send({ text }),
    async tap(label) {
      for (const message of await withButtons()) {
        const button = rowsOf(message)
          .flat()
          .find(({ text }) => withoutIsolates(text) === label);
        if (button !== undefined && "callback_data" in button) {
          return sendTap({ messageId: message.message_id, data: button.callback_data });
        }
      }
      throw new Error(`No button says "${label}"; there are ${JSON.stringify(await buttons())}`);
    },
    async tapForged(data) {
      const [message] = await fromBot();
      return sendTap({ messageId: message?.message_id ?? 0, data });
    },
    buttons,
    async menu() {
      const rows = (await chat()).replyKeyboard?.keyboard ?? [];
      return rows.map((row) => row.map((button) => (typeof button === "string" ? button : button.text)));
    },
    async block(blocked) {
      await client.control("PUT", `/chats/${id}/blocked`, { blocked });
    },
  };
}

function rowsOf(message: Message): InlineKeyboardButton[][] {
  return message.reply_markup?.inline_keyboard ?? [];
}

/** Tests of words compare words; that values are isolated in Arabic is a test of its own. */
function withoutIsolates(text: string): string {
  return text.replace(/[\u2068\u2069\u200f]/g, "");
}
