import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";

/** What `playground-process.ts` is asked for. */
export type PlaygroundRequest =
  | { readonly kind: "wait" }
  | { readonly kind: "ask"; readonly text: string; readonly times: number };

/** What it replies; only the first reply holds `url`. */
export interface PlaygroundReply {
  readonly url?: string;
  /** Milliseconds from each message to its answer. */
  readonly latencies?: readonly number[];
  readonly lastAnswer?: string;
  readonly problem?: string;
}

export interface Asked {
  readonly latencies: readonly number[];
  readonly lastAnswer: string;
}

/** Telegram in another process, with one person who asks. */
export interface PlaygroundProcess {
  readonly token: string;
  readonly apiRoot: string;
  /** Until a bot polls. */
  waitForBot(): Promise<void>;
  /** Asks as often as that, each time after the last answer. */
  ask(text: string, times: number): Promise<Asked>;
}

export async function startPlayground(open: AsyncDisposableStack): Promise<PlaygroundProcess> {
  const token = `4100000:${randomBytes(24).toString("base64url")}`;
  const program = new URL("../playground-process.ts", import.meta.url);
  const child = fork(program, [token], { detached: true });
  const ended = once(child, "exit").then(([code]) => {
    throw new Error(`The playground's process ended with ${code}.`);
  });
  ended.catch(() => undefined);
  open.defer(async () => {
    if (child.connected) child.disconnect();
    await ended.catch(() => undefined);
  });

  const nextReply = async (): Promise<PlaygroundReply> => {
    const [reply] = await Promise.race([once(child, "message"), ended]);
    if (reply.problem !== undefined) throw new Error(reply.problem);
    return reply;
  };
  const request = (content: PlaygroundRequest): Promise<PlaygroundReply> => {
    const reply = nextReply();
    child.send(content);
    return reply;
  };

  const { url = "" } = await nextReply();
  return {
    token,
    apiRoot: url,
    async waitForBot() {
      await request({ kind: "wait" });
    },
    async ask(text, times) {
      const { latencies = [], lastAnswer = "" } = await request({ kind: "ask", text, times });
      return { latencies, lastAnswer };
    },
  };
}
