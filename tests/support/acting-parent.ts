import type { ChatState, NewPerson, OutgoingMessage, Tap } from "../../src/playground/protocol.ts";
import { askInline, type InlineReaction, type InlineWish } from "./inline.ts";
import type { PlaygroundClient } from "./playground-client.ts";
import { type Reaction, watchBot } from "./reaction.ts";

/** A person in the playground who does what a parent does: type, tap, share. */
export interface ActingParent {
  readonly id: number;
  say(text: string): Promise<Reaction>;
  send(message: OutgoingMessage): Promise<Reaction>;
  /** Taps the button that says `label` under the newest message that has it. */
  tap(label: string): Promise<Reaction>;
  /** Taps with data of the parent's own making. */
  /** @param under the id of a message of the bot; the oldest where it is not given, or is there no more */
  tapForged(data: string, under?: number): Promise<Reaction>;
  /** Labels of the buttons under the newest message that has buttons, row by row. */
  buttons(): Promise<string[][]>;
  menu(): Promise<string[][]>;
  /** Types the bot's name and a question in some chat, and reads the results that are shown. */
  askInline(query: string, wish?: InlineWish): Promise<InlineReaction>;
  /** Chooses a result, by its title or id, in the own chat with the bot. */
  choose(shown: InlineReaction, result: string): Promise<Reaction>;
  chat(): Promise<ChatState>;
  block(blocked: boolean): Promise<void>;
}

export async function createActingParent(client: PlaygroundClient, newcomer: NewPerson): Promise<ActingParent> {
  const created = (await client.control("POST", "/people", newcomer)) as ChatState;
  return actAs(client, created.person.id);
}

/** Acts as somebody who is in the playground already. */
export function actAs(client: PlaygroundClient, id: number): ActingParent {
  async function chat(): Promise<ChatState> {
    const { chats } = await client.state();
    const mine = chats.find(({ person }) => person.id === id);
    if (mine === undefined) throw new Error("The playground has forgotten the person");
    return mine;
  }

  const { fromBot, reactionTo, buttons, tapFor } = watchBot(client, async () => (await chat()).messages);

  const send = (message: OutgoingMessage) =>
    reactionTo(async () => {
      await client.control("POST", `/chats/${id}/messages`, message);
      return null;
    });

  const sendTap = (tap: Tap) =>
    reactionTo(async () => ((await client.control("POST", `/chats/${id}/taps`, tap)) as { id: string }).id);

  return {
    id,
    send,
    chat,
    say: (text) => send({ text }),
    tap: async (label) => sendTap(await tapFor(label)),
    async tapForged(data, under) {
      const messages = await fromBot();
      const message = messages.find(({ message_id }) => message_id === under) ?? messages[0];
      return sendTap({ messageId: message?.message_id ?? 0, data });
    },
    buttons,
    askInline: (query, wish) => askInline(client, id, query, wish),
    choose: (shown, result) =>
      reactionTo(async () => {
        await client.control("POST", "/inline-choices", { from: id, chatId: id, ...shown.choice(result) });
        return null;
      }),
    async menu() {
      const rows = (await chat()).replyKeyboard?.keyboard ?? [];
      return rows.map((row) => row.map((button) => (typeof button === "string" ? button : button.text)));
    },
    async block(blocked) {
      await client.control("PUT", `/chats/${id}/blocked`, { blocked });
    },
  };
}
