import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";

/** What parents ask. */
export interface Load {
  /** In turn. */
  readonly texts: readonly string[];
  readonly times: number;
  /** Parents who ask at once, each anew after her answer. */
  readonly atOnce: number;
  /** Questions a second, each of another parent; in the place of `atOnce`. */
  readonly rate?: number;
  /** Where updates are delivered; absent: whoever polls gets them. */
  readonly webhooks?: readonly string[];
}

export interface Loaded {
  readonly seconds: number;
  /** Milliseconds from each question to its answer. */
  readonly latencies: readonly number[];
  /** How answers began, and how often. */
  readonly said: Readonly<Record<string, number>>;
  /** Answers that nobody waited for. */
  readonly twice: number;
  /** What was answered to Telegram other than 200, and how often; where nobody listened another was asked. */
  readonly problems: Readonly<Record<string, number>>;
}

export type TelegramRequest =
  | { readonly kind: "away"; readonly milliseconds: number }
  | { readonly kind: "balance"; readonly webhooks: readonly string[] }
  | { readonly kind: "load"; readonly load: Load };

interface TelegramReply {
  readonly url?: string;
  readonly loaded?: Loaded;
  readonly problem?: string;
}

/** As little of Telegram as a benchmark needs. */
export interface Telegram {
  readonly token: string;
  readonly apiRoot: string;
  /** From then on each call takes so long. */
  away(milliseconds: number): Promise<void>;
  load(load: Load): Promise<Loaded>;
  /** From then on updates are delivered there. */
  balance(webhooks: readonly string[]): void;
}

export async function startTelegram(open: AsyncDisposableStack): Promise<Telegram> {
  const child = fork(new URL("../telegram-process.ts", import.meta.url), [], { detached: true });
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`Telegram's process ended with ${code}.`);
  });
  ended.catch(() => undefined);
  open.defer(async () => {
    if (child.connected) child.disconnect();
    await ended.catch(() => undefined);
  });
  const next = async (): Promise<TelegramReply> => {
    const [reply] = (await Promise.race([once(child, "message"), ended])) as [TelegramReply];
    if (reply.problem !== undefined) throw new Error(reply.problem);
    return reply;
  };
  const ask = (asked: TelegramRequest): Promise<TelegramReply> => {
    const reply = next();
    child.send(asked);
    return reply;
  };
  const { url = "" } = await next();
  return {
    token: `4100000:${randomBytes(24).toString("base64url")}`,
    apiRoot: url,
    async away(milliseconds) {
      await ask({ kind: "away", milliseconds });
    },
    balance: (webhooks) => void child.send({ kind: "balance", webhooks } satisfies TelegramRequest),
    async load(load) {
      const { loaded } = await ask({ kind: "load", load });
      if (loaded === undefined) throw new Error("Telegram says nothing.");
      return loaded;
    },
  };
}
