import type { Bot } from "grammy";

/** Whether updates come in, by how Telegram answers who asks for them. */
export interface ComingIn {
  /** To be called before anything that repeats calls. */
  watch(bot: Bot): void;
  isFailing(): boolean;
}

/** Milliseconds after which a question that is still open was taken: Telegram holds the line while there is nothing new. */
const taken = 2000;
/** Milliseconds after which it hears nothing any more: twice as long as Telegram ever holds it. */
const forgotten = 60_000;

export function createComingIn(): ComingIn {
  let failed = false;
  let openSince: number | undefined;
  return {
    isFailing() {
      const open = openSince === undefined ? 0 : performance.now() - openSince;
      return open > forgotten || (failed && open < taken);
    },
    watch(bot) {
      bot.api.config.use(async (call, method, payload, signal) => {
        if (method !== "getUpdates" && method !== "setWebhook") {
          return call(method, payload, signal);
        }
        openSince = performance.now();
        try {
          const answer = await call(method, payload, signal);
          failed = !answer.ok;
          return answer;
        } catch (cause) {
          failed = true;
          throw cause;
        } finally {
          openSince = undefined;
        }
      });
    },
  };
}
