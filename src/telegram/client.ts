import { autoRetry } from "@grammyjs/auto-retry";
import { Bot } from "grammy";
import { type AnswersWatch, watchAnswers } from "./bulk.ts";
import type { ComingIn } from "./coming-in.ts";
import { createHttpClient } from "./http-client.ts";

export interface ClientParts {
  readonly token: string;
  readonly apiRoot: string;
  /** Told of each message that is sent. */
  readonly answersWatch: AnswersWatch;
  readonly comingIn: ComingIn;
}

/** Seconds that a call may take: more than Telegram holds the line of who polls. */
const patience = 40;

/** A bot that answers nothing yet, and how it calls Telegram. */
export function createClient(parts: ClientParts): Bot {
  const bot = new Bot(parts.token, {
    client: { apiRoot: parts.apiRoot, timeoutSeconds: patience, fetch: createHttpClient(parts.apiRoot) as never },
  });
  watchAnswers(bot.api, parts.answersWatch);
  parts.comingIn.watch(bot);
  // Only patience is retried here. After a network fault the answer may have arrived, and a parent would read it twice.
  bot.api.config.use(
    autoRetry({ maxRetryAttempts: 3, maxDelaySeconds: 10, rethrowHttpErrors: true, rethrowInternalServerErrors: true }),
  );
  return bot;
}
