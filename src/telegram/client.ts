import { autoRetry } from "@grammyjs/auto-retry";
import { Bot } from "grammy";
import type { Meter } from "../core/metering/meter.ts";
import { type AnswersWatch, watchAnswers } from "./bulk.ts";
import type { ComingIn } from "./coming-in.ts";
import { createHttpClient } from "./http-client.ts";

export interface ClientParts {
  readonly token: string;
  readonly apiRoot: string;
  /** Told of each message that is sent. */
  readonly answersWatch: AnswersWatch;
  readonly comingIn: ComingIn;
  readonly meter: Pick<Meter, "handled">;
}

/** Seconds that a call may take: more than Telegram holds the line of who polls. */
const patience = 40;

/** A bot that answers nothing yet: how it calls Telegram, and how long its answers take. */
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
  bot.use(async (_ctx, next) => {
    const begun = performance.now();
    await next().finally(() => parts.meter.handled((performance.now() - begun) / 1000));
  });
  return bot;
}
