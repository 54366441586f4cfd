import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import type { PlaygroundState } from "../src/playground/protocol.ts";
import { servePlayground } from "../src/playground/serve.ts";
import type { PlaygroundReply, PlaygroundRequest } from "./support/playground.ts";

/*
 * Telegram in a process of its own, and in it the person who asks and the clock: what is measured is the bot alone,
 * from its update to its answer, without the way to and from another process that measures.
 */

/** Milliseconds within which a bot must poll, and answer. */
const patience = 30_000;

/** Milliseconds between the bot's poll and the next question, so that each finds the bot at rest. */
const rest = 1;

const noor = { id: 410_000_001, firstName: "Noor", languageCode: "nl", role: "parent" } as const;

const { playground, url } = await servePlayground({
  token: process.argv[2] ?? "",
  botUsername: "bench_bot",
  people: [noor],
  timeZone: "Europe/Brussels",
  port: 0,
});

let openPolls = 0;
let polled = Promise.withResolvers<void>();
let answered = Promise.withResolvers<void>();

subscribe("http.server.request.start", (message) => {
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
  const method = request.url?.split("/").at(-1);
  if (method === "getUpdates") {
    openPolls += 1;
    polled.resolve();
    response.once("close", () => {
      openPolls -= 1;
    });
  } else if (method === "sendMessage") {
    const { resolve, reject } = answered;
    response.once("finish", () => {
      if (response.statusCode === 200) resolve();
      else reject(new Error(`sendMessage was answered with ${response.statusCode}.`));
    });
  }
});

process.on("message", (request: PlaygroundRequest) => {
  const work = request.kind === "wait" ? waitForPoll().then(() => ({})) : askAgainAndAgain(request.text, request.times);
  work.then(reply, (cause) => reply({ problem: String(cause) }));
});
process.once("disconnect", () => process.exit());
reply({ url });

function reply(content: PlaygroundReply): void {
  process.send?.(content);
}

async function askAgainAndAgain(text: string, times: number): Promise<PlaygroundReply> {
  const latencies: number[] = [];
  for (let count = 0; count < times; count += 1) {
    latencies.push(await ask(text));
  }
  return { latencies, lastAnswer: await lastMessage() };
}

/** Milliseconds from sending the message to the bot's answer being accepted. */
async function ask(text: string): Promise<number> {
  await waitForPoll();
  await delay(rest);
  answered = Promise.withResolvers();
  const start = performance.now();
  const sent = await request(`/playground/chats/${noor.id}/messages`, {
    method: "POST",
    body: JSON.stringify({ text }),
  });
  if (sent.status !== 201) throw new Error(await sent.text());
  await within(answered.promise, `The bot did not answer "${text}"`);
  return performance.now() - start;
}

async function waitForPoll(): Promise<void> {
  if (openPolls > 0) return;
  polled = Promise.withResolvers();
  await within(polled.promise, "The bot did not poll");
}

async function lastMessage(): Promise<string> {
  const response = await request("/playground/state");
  const { chats } = (await response.json()) as PlaygroundState;
  return chats[0]?.messages.at(-1)?.text ?? "";
}

async function request(path: string, init: RequestInit = {}): Promise<Response> {
  return playground.routes.request(url + path, { ...init, headers: { host: new URL(url).host } });
}

async function within(work: Promise<void>, problem: string): Promise<void> {
  const timer = new AbortController();
  const late = delay(patience, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`${problem} within ${patience / 1000} s.`);
  });
  late.catch(() => undefined);
  await Promise.race([work, late]).finally(() => timer.abort());
}
