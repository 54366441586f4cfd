import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Load, Loaded, TelegramRequest } from "./support/telegram.ts";

/*
 * As little of Telegram as a benchmark needs, in a process of its own, so that the bot is what limits: it takes every call, and many parents
 * ask at once. The playground knows what Telegram knows, and costs as much as a bot.
 */

const firstChat = 500_000_001;
const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
let latency = 0;
let secret = "";
let number = 1;
let targets: readonly string[] = [];
let answered: (chat: number, text: string) => void = () => undefined;

/** For whoever polls. */
let queue: { update_id: number }[] = [];
let poll: (() => void) | undefined;

const server = createServer((incoming, response) => {
  const method = incoming.url?.split("/").at(-1) ?? "";
  void bodyOf(incoming).then((text) => {
    if (method === "getUpdates") answerPoll(JSON.parse(text), response);
    else later(() => answerCall(method, text, response));
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () =>
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
);

process.on("message", (asked: TelegramRequest) => {
  if (asked.kind === "away") {
    latency = asked.milliseconds;
    process.send?.({});
  } else if (asked.kind === "balance") {
    targets = asked.webhooks;
  } else {
    targets = asked.load.webhooks ?? [];
    run(asked.load).then(
      (loaded) => process.send?.({ loaded }),
      (cause) => process.send?.({ problem: String(cause) }),
    );
  }
});
process.once("disconnect", () => process.exit());

function answerCall(method: string, text: string, response: ServerResponse): void {
  let result: unknown = true;
  if (method === "getMe") {
    result = { id: 1, is_bot: true, first_name: "Bench", username: "bench_bot", can_join_groups: true };
  } else if (method === "setWebhook") {
    secret = JSON.parse(text).secret_token ?? "";
  } else if (method === "sendMessage") {
    const { chat_id: chat, text: said } = JSON.parse(text);
    result = { message_id: 1, date: 1, chat: { id: chat, type: "private", first_name: "Parent" }, text: "x" };
    answered(chat, said);
  }
  respond(response, result);
}

function answerPoll({ offset = 0, limit = 100, timeout = 0 }: Record<string, number>, response: ServerResponse): void {
  queue = queue.filter(({ update_id: id }) => id >= offset);
  const answer = () => {
    clearTimeout(timer);
    poll = undefined;
    later(() => respond(response, queue.slice(0, limit)));
  };
  const timer = setTimeout(answer, timeout * 1000);
  response.once("close", () => {
    clearTimeout(timer);
    if (poll === answer) poll = undefined;
  });
  poll = answer;
  if (queue.length > 0 || timeout === 0) answer();
}

function later(work: () => void): void {
  if (latency === 0) work();
  else setTimeout(work, latency);
}

function respond(response: ServerResponse, result: unknown): void {
  const body = JSON.stringify({ ok: true, result });
  response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) }).end(body);
}

async function bodyOf(stream: IncomingMessage): Promise<string> {
  let text = "";
  for await (const part of stream.setEncoding("utf8")) text += part;
  return text;
}

/** Parents ask again and again, each after her last answer; or so many a second, whatever became of those before. */
function run({ texts, times, atOnce, rate, webhooks }: Load): Promise<Loaded> {
  const begun = performance.now();
  const asked = new Map<number, number>();
  const latencies: number[] = [];
  const problems = new Map<string, number>();
  const said = new Map<string, number>();
  let sent = 0;
  let twice = 0;
  const { promise, resolve } = Promise.withResolvers<Loaded>();

  function finish(): void {
    if (latencies.length >= times) {
      answered = () => undefined;
      resolve({
        seconds: (performance.now() - begun) / 1000,
        latencies,
        said: Object.fromEntries(said),
        twice,
        problems: Object.fromEntries(problems),
      });
    }
  }

  answered = (chat, text) => {
    const beginning = /^[^\s,.:]*/.exec(text)?.[0] ?? "";
    said.set(beginning, (said.get(beginning) ?? 0) + 1);
    const at = asked.get(chat);
    if (at === undefined) {
      twice += 1;
      return;
    }
    asked.delete(chat);
    latencies.push(performance.now() - at);
    if (rate === undefined) ask(chat);
    finish();
  };

  function ask(chat: number): void {
    if (sent >= times) return;
    const update = updateOf(chat, texts[sent % texts.length] ?? "");
    sent += 1;
    asked.set(chat, performance.now());
    if (webhooks === undefined) {
      queue.push(update);
      poll?.();
    } else {
      deliver(update, JSON.stringify(update), 0);
    }
  }

  /** As a balancer and Telegram do: to the next replica where one does not connect, and again where it does not take it. */
  function deliver(update: { update_id: number }, body: string, tries: number): void {
    const url = targets[(update.update_id + tries) % targets.length] ?? "";
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "x-telegram-bot-api-secret-token": secret,
    };
    const again = (problem: string, pause: number) => {
      if (problem !== "ECONNREFUSED") problems.set(problem, (problems.get(problem) ?? 0) + 1);
      setTimeout(() => deliver(update, body, tries + 1), pause);
    };
    const call = request(url, { method: "POST", agent, headers }, (response) => {
      response.resume();
      if (response.statusCode !== 200) again(String(response.statusCode), 100);
    });
    call.once("error", (cause: NodeJS.ErrnoException) => again(cause.code ?? "error", tries < targets.length ? 0 : 50));
    call.end(body);
  }

  if (rate === undefined) {
    for (let index = 0; index < atOnce; index += 1) ask(firstChat + index);
  } else {
    const timer = setInterval(() => {
      const due = Math.min(times, Math.floor(((performance.now() - begun) / 1000) * rate));
      while (sent < due) ask(firstChat + sent);
      if (sent >= times) clearInterval(timer);
    }, 5);
  }
  return promise;
}

function updateOf(chat: number, text: string): { update_id: number } {
  number += 1;
  const person = { id: chat, is_bot: false, first_name: "Parent", language_code: "nl" };
  const message = {
    message_id: number,
    date: 1,
    from: person,
    chat: { id: chat, type: "private", first_name: "Parent" },
    text,
    ...(text.startsWith("/") ? { entities: [{ type: "bot_command", offset: 0, length: text.length }] } : {}),
  };
  return { update_id: number, message } as { update_id: number };
}
