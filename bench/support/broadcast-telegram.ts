import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { Fault, Faults } from "../../src/playground/protocol.ts";

/** Telegram in another process, with parents who wrote before. */
export interface BroadcastTelegram {
  readonly token: string;
  readonly apiRoot: string;
  readonly chats: readonly number[];
  /** From then on it allows so many messages a second, and is so far away. */
  limit(messagesPerSecond: number | null, latencyMilliseconds: number): Promise<void>;
  /** The next calls to send fail, or go well, as `script` says. */
  fail(script: readonly Fault[], latencyMilliseconds: number): Promise<void>;
  /** How many messages each chat has. */
  received(): Promise<ReadonlyMap<number, number>>;
  /** How many calls to send were answered with each status since it was last asked. */
  answered(): Promise<Readonly<Record<number, number>>>;
  /** Asks again and again, by somebody who is told nothing else. @returns milliseconds until each answer was in the chat */
  ask(chat: number, text: string, times: number): Promise<readonly number[]>;
}

export async function startBroadcastTelegram(parents: number, open: AsyncDisposableStack): Promise<BroadcastTelegram> {
  const token = `4100000:${randomBytes(24).toString("base64url")}`;
  const program = new URL("../broadcast-playground-process.ts", import.meta.url);
  const child = fork(program, [token, String(parents)], { detached: true });
  open.defer(async () => {
    child.disconnect();
    await once(child, "exit");
  });
  const [{ url }] = (await once(child, "message")) as [{ url: string }];
  async function set(faults: Faults): Promise<void> {
    const body = JSON.stringify(faults);
    await fetch(`${url}/playground/faults`, { method: "PUT", headers: { "content-type": "application/json" }, body });
  }

  return {
    token,
    apiRoot: url,
    chats: Array.from({ length: parents }, (_, index) => 700_000_001 + index),
    limit: (messagesPerSecond, latencyMilliseconds) => set({ script: [], messagesPerSecond, latencyMilliseconds }),
    fail: (script, latencyMilliseconds) => set({ script, messagesPerSecond: null, latencyMilliseconds }),
    async received() {
      const state = (await (await fetch(`${url}/playground/state`)).json()) as {
        chats: { person: { id: number }; messages: unknown[] }[];
      };
      return new Map(state.chats.map(({ person, messages }) => [person.id, messages.length]));
    },
    async answered() {
      const reply = once(child, "message");
      child.send("answered");
      const [{ answered }] = (await reply) as [{ answered: Record<number, number> }];
      return answered;
    },
    async ask(chat, text, times) {
      const closing = new AbortController();
      const events = await fetch(`${url}/playground/events`, { signal: closing.signal });
      const lines = linesOf(events);
      const latencies: number[] = [];
      while (latencies.length < times) {
        const begin = performance.now();
        const body = JSON.stringify({ text });
        const headers = { "content-type": "application/json" };
        await fetch(`${url}/playground/chats/${chat}/messages`, { method: "POST", headers, body });
        for (;;) {
          const { value = "", done } = await lines.next();
          if (done === true) throw new Error("Telegram ended.");
          if (value.includes(`"chatId":${chat},`) && value.includes('"is_bot":true')) break;
        }
        latencies.push(performance.now() - begin);
      }
      closing.abort();
      return latencies;
    },
  };
}

async function* linesOf(response: Response): AsyncGenerator<string, undefined> {
  let rest = "";
  for await (const part of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const lines = (rest + part).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  return;
}
