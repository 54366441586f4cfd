import type { Message, MessageEntity, User } from "@grammyjs/types";

/**
 * Whether a message in a group is given to a bot in privacy mode: commands that are not another bot's, replies to the bot, and
 * mentions of it. About mentions Telegram contradicts itself: BotFather promises them, https://core.telegram.org/bots/features#privacy-mode
 * does not list them, and operators report that they do not arrive until privacy mode is turned off.
 */
export function reachesBot(message: Message, bot: User): boolean {
  if (message.reply_to_message?.from?.id === bot.id) return true;
  const { text = "", entities = [] } = message;
  const named = `@${bot.username ?? ""}`.toLowerCase();
  const written = ({ offset, length }: MessageEntity) => text.slice(offset, offset + length).toLowerCase();
  return entities.some((entity) => {
    if (entity.type === "mention") return written(entity) === named;
    if (entity.type !== "bot_command" || entity.offset !== 0) return false;
    const command = written(entity);
    return !command.includes("@") || command.endsWith(named);
  });
}
