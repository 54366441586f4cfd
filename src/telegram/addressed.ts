import type { Message, UserFromGetMe } from "grammy/types";

/**
 * What a message in a group says to the bot, without the mention; null where it is meant for others. A bot in a group is a
 * guest: it answers whoever mentions it or replies to it, and is silent otherwise.
 */
export function saidTo(bot: UserFromGetMe, { text, entities = [], reply_to_message: replied }: Message): string | null {
  if (text === undefined) {
    return null;
  }
  const mention = entities.find((entity) => {
    if (entity.type === "text_mention") {
      return entity.user.id === bot.id;
    }
    const named = text.slice(entity.offset, entity.offset + entity.length);
    return entity.type === "mention" && named.toLowerCase() === `@${bot.username.toLowerCase()}`;
  });
  if (mention !== undefined) {
    return `${text.slice(0, mention.offset)} ${text.slice(mention.offset + mention.length)}`.trim();
  }
  return replied?.from?.id === bot.id ? text : null;
}
