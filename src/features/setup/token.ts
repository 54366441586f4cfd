import type { Words } from "../../i18n/translate.ts";
import type { AskedTelegram } from "../../telegram/examine.ts";
import { knownBot, refusal, sentence } from "./messages.ts";
import { askUntil } from "./questions.ts";
import type { Talk } from "./talk.ts";

export interface KnownToken {
  readonly token: string;
  readonly username: string;
}

/** As Telegram writes them. */
const tokenShape = /^\d+:[\w-]+$/;

/** Source of the characters: https://core.telegram.org/method/account.checkUsername */
const usernameShape = /^@?([A-Za-z]\w{3,31})$/;

/**
 * Asks for a token until Telegram knows it. What is typed is not shown, and never said again.
 *
 * @param present the one that is set already; undefined where none is
 */
export async function askToken(
  words: Words,
  talk: Talk,
  present: string | undefined,
  askTelegram: (token: string) => Promise<AskedTelegram>,
): Promise<KnownToken> {
  let given = present;
  for (;;) {
    const token = given ?? (await talk.ask(sentence(words, "token"), true)).trim();
    const asked = tokenShape.test(token) ? await askTelegram(token) : undefined;
    switch (asked?.status) {
      case "answered":
        talk.say(knownBot(words, asked.username));
        return { token, username: asked.username };
      case "unreachable":
        talk.say(sentence(words, "tokenUnchecked"));
        return { token, username: await askUsername(words, talk) };
      case "refused":
        talk.say(refusal(words, given === undefined ? "tokenRefused" : "presentToken"));
        break;
      default:
        talk.say(refusal(words, given === undefined ? "token" : "presentToken"));
    }
    given = undefined;
  }
}

function askUsername(words: Words, talk: Talk): Promise<string> {
  return askUntil(talk, sentence(words, "username"), (answer) => {
    const [, name] = usernameShape.exec(answer) ?? [];
    return name === undefined ? { wrong: refusal(words, "username") } : { value: name };
  });
}
