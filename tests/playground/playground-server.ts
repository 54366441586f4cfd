import type { Message } from "@grammyjs/types";
import { Bot } from "grammy";
import { onTestFinished } from "vitest";
import { examplePeople } from "../../src/playground/example-people.ts";
import type {
  ChatState,
  Fault,
  Faults,
  GroupState,
  OutgoingMessage,
  PlaygroundState,
} from "../../src/playground/protocol.ts";
import { servePlayground } from "../../src/playground/serve.ts";

export const token = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
/** The parent who uses Dutch; she is in no chat until she writes. */
export const noor = 410_000_001;
export const camille = 410_000_002;

export interface Answer {
  readonly status: number;
  readonly ok: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: tests look at what each method answers.
  readonly result?: any;
  readonly error_code?: number;
  readonly description?: string;
  readonly parameters?: { readonly retry_after: number };
}

export interface ControlAnswer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: each request has an answer of its own, see protocol.ts.
  readonly body: any;
}

/** A playground over real HTTP that ends with the test. */
export async function startPlayground() {
  const served = await servePlayground({
    token,
    botUsername: "inloop_bot",
    people: examplePeople,
    timeZone: "Europe/Brussels",
    fixedNow: Temporal.ZonedDateTime.from("2026-11-25T10:00[Europe/Brussels]"),
    port: 0,
  });
  onTestFinished(() => served.close());

  const control = async (method: string, path: string, body?: unknown): Promise<ControlAnswer> => {
    const response = await fetch(`${served.url}/playground${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as ControlAnswer["body"] };
  };

  return {
    url: served.url,
    clock: served.playground.clock,
    close: served.close,
    control,
    /** An unmodified grammY bot that talks to it. */
    bot: () => new Bot(token, { client: { apiRoot: served.url } }),
    async call(method: string, args: object = {}, init: RequestInit = {}): Promise<Answer> {
      const response = await fetch(`${served.url}/bot${token}/${method}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(args),
        ...init,
      });
      const answer = (await response.json()) as Omit<Answer, "status">;
      return { status: response.status, ...answer };
    },
    async say(chatId: number, message: string | OutgoingMessage): Promise<Message> {
      const outgoing = typeof message === "string" ? { text: message } : message;
      return (await control("POST", `/chats/${chatId}/messages`, outgoing)).body;
    },
    /** Answers the id of the callback query. */
    async tap(chatId: number, messageId: number, data: string): Promise<string> {
      return (await control("POST", `/chats/${chatId}/taps`, { messageId, data })).body.id;
    },
    async block(chatId: number, blocked = true): Promise<ChatState> {
      return (await control("PUT", `/chats/${chatId}/blocked`, { blocked })).body;
    },
    async faults(...script: Fault[]): Promise<Faults> {
      const faults: Faults = { script, messagesPerSecond: null, latencyMilliseconds: 0 };
      return (await control("PUT", "/faults", faults)).body;
    },
    async chat(chatId: number): Promise<ChatState> {
      const state: PlaygroundState = (await control("GET", "/state")).body;
      const chat = state.chats.find(({ person }) => person.id === chatId);
      if (chat === undefined) throw new Error(`No chat ${chatId}`);
      return chat;
    },
  };
}

/** Noor and Camille in a group, whose news the bot has already read. */
export async function playgroundWithGroup() {
  const playground = await startPlayground();
  const made = await playground.control("POST", "/groups", { title: "Familie", members: [noor, camille] });
  const { id }: GroupState = made.body;
  // What waits for the bot; each is told once.
  let read = 0;
  const updates = async () => {
    const { result } = await playground.call("getUpdates", { offset: read });
    read = (result.at(-1)?.update_id ?? read - 1) + 1;
    return result;
  };
  await updates();
  return {
    ...playground,
    id,
    updates,
    sayAs: async (from: number, text: string, replyTo?: number): Promise<Message> =>
      (await playground.control("POST", `/chats/${id}/messages`, { text, from, replyTo })).body,
    async group(): Promise<GroupState> {
      const state: PlaygroundState = (await playground.control("GET", "/state")).body;
      const group = state.groups.find((other) => other.id === id);
      if (group === undefined) throw new Error(`No group ${id}`);
      return group;
    },
  };
}

export type TestPlayground = Awaited<ReturnType<typeof startPlayground>>;

/** A playground in which Noor has started her chat, so that the bot may write to her. */
export async function startedPlayground(): Promise<TestPlayground> {
  const playground = await startPlayground();
  await playground.say(noor, "/start");
  return playground;
}
