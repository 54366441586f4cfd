import { askUsername } from "../assembly/commands.ts";
import type { Config } from "../config.ts";
import { Problem } from "../problem.ts";

/** As people copy it: with an @, or none. Source of the characters: https://core.telegram.org/method/account.checkUsername */
export function readUsername(text: string): string {
  const name = text.replace(/^@/, "");
  if (!/^[A-Za-z]\w{3,31}$/.test(name)) {
    throw new Problem(`--bot-username "${text}" is not a user name at Telegram; expected one such as inloop_bot.`);
  }
  return name;
}

/** @param purpose what needs the name, as a sentence begins: `The poster's code` */
export async function askedUsername({ telegram }: Config, purpose: string): Promise<string> {
  if (telegram === undefined) {
    throw new Problem(`${purpose} needs the bot's name; give --bot-username NAME, or set BOT_TOKEN to ask Telegram.`);
  }
  const asked = await askUsername(telegram.token, telegram.apiRoot);
  if (asked.ok) {
    return asked.username;
  }
  throw new Problem(
    asked.reason === "refused"
      ? "BOT_TOKEN is not known to Telegram; give the one from BotFather, or --bot-username NAME."
      : "Telegram does not say what the bot is called; try again later, or give --bot-username NAME.",
  );
}
