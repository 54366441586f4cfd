import { setImmediate } from "node:timers/promises";
import type { Playground } from "../../src/playground/playground.ts";
import type { InlineAnswer, PlaygroundEvent, PlaygroundState } from "../../src/playground/protocol.ts";

/** The playground's HTTP API, as the chat page uses it. */
export interface PlaygroundClient {
  control(method: string, path: string, body?: unknown): Promise<unknown>;
  state(): Promise<PlaygroundState>;
  /** Calls a method of the Bot API. */
  call(method: string, args?: object): Promise<unknown>;
  /** Waits until the bot has acknowledged every update: then all their effects have happened. */
  allHandled(): Promise<void>;
  /** The text that answered a tap. */
  noticeOf(queryId: string): Promise<string | null>;
  /** What the bot answered to an inline query. */
  inlineAnswerOf(queryId: string): Promise<InlineAnswer>;
  close(): Promise<void>;
}

/** @param own the playground, where it is in this process: what its chats show is then read without a request. */
export async function createPlaygroundClient(
  url: string,
  token: string,
  own?: Pick<Playground, "describe" | "allHandled">,
): Promise<PlaygroundClient> {
  const closing = new AbortController();
  const noticeFor = promises<string | null>();
  const inlineAnswerFor = promises<InlineAnswer>();

  const events = await fetch(`${url}/playground/events`, { signal: closing.signal });
  const reading = readEvents(events, (event) => {
    if (event.type === "tap-answered") noticeFor(event.queryId).resolve(event.text);
    if (event.type === "inline-answered") inlineAnswerFor(event.queryId).resolve(event);
  }).catch(() => undefined);

  async function call(method: string, args: object = {}): Promise<unknown> {
    const response = await fetch(`${url}/bot${token}/${method}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(args),
    });
    const answer = (await response.json()) as { ok: boolean; result?: unknown; description?: string };
    if (!answer.ok) throw new Error(`${method}: ${answer.description}`);
    return answer.result;
  }

  async function control(method: string, path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${url}/playground${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  }

  return {
    call,
    control,
    async state() {
      return own?.describe() ?? ((await control("GET", "/state")) as PlaygroundState);
    },
    async allHandled() {
      if (own !== undefined) return own.allHandled();
      while (((await call("getWebhookInfo")) as { pending_update_count: number }).pending_update_count > 0) {
        await setImmediate();
      }
    },
    noticeOf: (queryId) => noticeFor(queryId).promise,
    inlineAnswerOf: (queryId) => inlineAnswerFor(queryId).promise,
    async close() {
      closing.abort();
      await reading;
    },
  };
}

/** One promise for each name, whether what settles it or who waits for it comes first. */
function promises<T>(): (name: string) => PromiseWithResolvers<T> {
  const made = new Map<string, PromiseWithResolvers<T>>();
  return (name) => {
    const promise = made.get(name) ?? Promise.withResolvers<T>();
    made.set(name, promise);
    return promise;
  };
}

async function readEvents(response: Response, onEvent: (event: PlaygroundEvent) => void): Promise<void> {
  let rest = "";
  const body = response.body?.pipeThrough(new TextDecoderStream());
  for await (const part of body ?? []) {
    const lines = (rest + part).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line.startsWith("data:")) onEvent(JSON.parse(line.slice("data:".length)) as PlaygroundEvent);
    }
  }
}
