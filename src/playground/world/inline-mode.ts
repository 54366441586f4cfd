import type { Message } from "@grammyjs/types";
import type { InlineChoice, InlineQuestion } from "../protocol.ts";
import { Refusal } from "../refusal.ts";
import { isGroup } from "./chats.ts";
import { actorIn } from "./people.ts";
import type { World } from "./world.ts";

/** What people do who type the bot's name and a question, in whatever chat. */
export interface InlineMode {
  /** Answers the id of the inline query. */
  ask(question: InlineQuestion): string;
  /** Puts the message of a result into a chat, as the person's own. */
  choose(choice: InlineChoice): Message;
}

export function createInlineMode(world: World): InlineMode {
  const { botUser, chats, inlineQueries, updates } = world;
  return {
    ask({ from, query, offset = "", chatType = "sender" }) {
      const { user } = world.person(from);
      const id = inlineQueries.open(from);
      updates.queue.push("inline_query", { id, from: user, query, offset, chat_type: chatType });
      return id;
    },
    // That a result was chosen is told by a `chosen_inline_result` only to bots whose owner asked for it, and ours did not.
    choose({ from, chatId, queryId, resultId }) {
      const chat = chats.get(chatId);
      if (chat === undefined) throw new Refusal(404, `There is no person or group ${chatId} in the playground.`);
      const { user } = actorIn(chat, from);
      const result = inlineQueries.result(from, queryId, resultId);
      if (result === undefined) throw new Refusal(404, `This person was shown no result "${resultId}" of that query.`);
      const message = chats.append(chat, user, { ...result.message, via_bot: botUser });
      // Telegram's documents say that the bot receives this message in a group too; here it does not.
      if (isGroup(chat)) return message;
      chat.started = true;
      updates.queue.push("message", { ...message, from: user, chat: chat.chat });
      return message;
    },
  };
}
