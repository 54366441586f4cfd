import type { Message } from "@grammyjs/types";
import type { Addressing, GroupState, OutgoingMessage } from "../../src/playground/protocol.ts";
import type { ActingParent } from "./acting-parent.ts";
import type { InlineReaction } from "./inline.ts";
import type { PlaygroundClient } from "./playground-client.ts";
import { type Reaction, watchBot } from "./reaction.ts";

/** A group with the bot in it; each act is that of one member. */
export interface ActingGroup {
  readonly id: number;
  say(member: ActingParent, text: string): Promise<Reaction>;
  send(member: ActingParent, message: OutgoingMessage): Promise<Reaction>;
  /** Replies to a message of the bot or of anybody else in the group. */
  reply(member: ActingParent, message: Pick<Message, "message_id">, text: string): Promise<Reaction>;
  /** Taps the button that says `label` under the newest message that has it. */
  tap(member: ActingParent, label: string): Promise<Reaction>;
  /** Chooses a result of an inline query, by its title or id: the member says it in the group. */
  choose(member: ActingParent, shown: InlineReaction, result: string): Promise<Reaction>;
  /** Labels of the buttons under the newest message that has buttons, row by row. */
  buttons(): Promise<string[][]>;
  chat(): Promise<GroupState>;
}

export async function createActingGroup(
  client: PlaygroundClient,
  title: string,
  members: readonly ActingParent[],
): Promise<ActingGroup> {
  const newGroup = { title, members: members.map(({ id }) => id) };
  const { id } = (await client.control("POST", "/groups", newGroup)) as GroupState;
  await client.allHandled();

  async function chat(): Promise<GroupState> {
    const { groups } = await client.state();
    const mine = groups.find((group) => group.id === id);
    if (mine === undefined) throw new Error("The playground has forgotten the group");
    return mine;
  }

  const { reactionTo, buttons, tapFor } = watchBot(client, async () => (await chat()).messages);

  const post = (path: string, body: object) =>
    reactionTo(async () => {
      await client.control("POST", path, body);
      return null;
    });
  const send = (message: OutgoingMessage & Addressing) => post(`/chats/${id}/messages`, message);

  return {
    id,
    say: (member, text) => send({ text, from: member.id }),
    send: (member, message) => send({ ...message, from: member.id }),
    reply: (member, message, text) => send({ text, from: member.id, replyTo: message.message_id }),
    async tap(member, label) {
      const tap = { ...(await tapFor(label)), from: member.id };
      return reactionTo(async () => ((await client.control("POST", `/chats/${id}/taps`, tap)) as { id: string }).id);
    },
    choose: (member, shown, result) =>
      post("/inline-choices", { from: member.id, chatId: id, ...shown.choice(result) }),
    buttons,
    chat,
  };
}
