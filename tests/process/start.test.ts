import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { delimiter, join } from "node:path";
import type { Message } from "@grammyjs/types";
import { expect, test, vi } from "vitest";
import { examplePeople } from "../../src/playground/example-people.ts";
import type { ChatState, OutgoingMessage, PlaygroundState, Tap } from "../../src/playground/protocol.ts";
import { botVariables, databaseWithPlaces, startTelegram } from "../support/bot-surroundings.ts";
import { cleanUp } from "../support/clean-up.ts";
import {
  type RunningProcess,
  serverIn,
  startBot,
  startBotQuickly,
  startNpm,
  temporaryFolder,
} from "../support/process.ts";

const noor = examplePeople.find(({ firstName }) => firstName === "Noor")?.id ?? 0;
/** Whatever the day is on which the tests run. */
const dutch = /open|gesloten|bevestigd|zeker/i;
const french = /ouvert|fermé|confirmé|certain/i;
const languageQuestion = /In welke taal/;
const patiently = { timeout: 20_000, interval: 20 };

const address = (bot: RunningProcess) => bot.says(/playground is ready: (http:\/\/127\.0\.0\.1:\d+)\n/);

test.concurrent("`npm start` alone gives a page and a bot that answers a parent, and Ctrl-C ends all of it", async () => {
  const folder = await temporaryFolder();
  const npm = startNpm(["start"], folder);
  const url = await address(npm);

  expect(await (await fetch(`${url}/healthz`)).text()).toBe("ok");
  const page = await fetch(url);
  expect(page.headers.get("content-type")).toMatch(/^text\/html/);
  expect(await page.text()).toContain("Inloop");
  await ask(url, "/open", dutch);

  // A terminal signals everything in it, and npm passes on what it gets.
  npm.killGroup("SIGINT");
  expect(await npm.ended).toMatchObject({ code: 0, stderr: [] });
  expect(await serverIn(folder)).toBeUndefined();
  await expect(fetch(url)).rejects.toThrow();
});

test.concurrent("SIGTERM to npm ends the bot behind it", async () => {
  const [folder, database] = await Promise.all([temporaryFolder(), databaseWithPlaces()]);
  const npm = startNpm(["start"], folder, { DATABASE_URL: database });
  const url = await address(npm);

  npm.kill("SIGTERM");
  await npm.ended;
  await expect(fetch(url)).rejects.toThrow();
});

test.concurrent("Ctrl-C while PostgreSQL is still starting ends everything too", async () => {
  const folder = await temporaryFolder();
  const bot = startBot(folder);
  await bot.says(/Starting PostgreSQL/);

  bot.kill("SIGINT");
  expect(await bot.ended).toMatchObject({ code: 0, stderr: [] });
  expect(await serverIn(folder)).toBeUndefined();
});

test.concurrent("processes on one data folder work side by side, and what a parent chose outlives kill -9", async () => {
  const folder = await temporaryFolder();
  const first = startBot(folder);
  const one = await address(first);
  await ask(one, "/language", languageQuestion);
  await tap(one, "Français");

  const second = startBot(folder);
  const two = await address(second);
  await ask(two, "/open", french);
  second.kill("SIGINT");
  expect(await second.ended).toMatchObject({ code: 0, stderr: [] });
  await ask(one, "/open", french);

  first.kill("SIGKILL");
  await first.ended;
  expect(await serverIn(folder)).toBeDefined();
  const third = startBot(folder);
  await ask(await address(third), "/open", french);
  // Twice is one graceful end.
  third.kill("SIGINT");
  third.kill("SIGINT");
  expect(await third.ended).toMatchObject({ code: 0, stderr: [] });
  expect(await serverIn(folder)).toBeUndefined();
});

test.concurrent("with a token there is no playground: neither its page nor its control API", async () => {
  const [folder, telegram, database] = await Promise.all([temporaryFolder(), startTelegram(), databaseWithPlaces()]);
  const bot = startBotQuickly(folder, { ...telegram.variables, DATABASE_URL: database });
  const port = await bot.says(/answers\. Health on port (\d+)\./);
  const status = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status;
  expect(await status("/healthz")).toBe(200);
  for (const path of ["/", "/page/main.js", "/playground/state", "/playground/events", "/botx/getMe"]) {
    expect(await status(path), path).toBe(404);
  }
  bot.kill("SIGTERM");
  expect(await bot.ended).toMatchObject({ code: 0 });
});

test.concurrent.each([
  ["never answers", () => undefined],
  ["hangs up", (request: IncomingMessage) => request.socket.destroy()],
])("Ctrl-C ends a bot whose Telegram %s", async (_what, onRequest) => {
  const [folder, database] = await Promise.all([temporaryFolder(), databaseWithPlaces()]);
  const telegram = createServer(onRequest).listen(0, "127.0.0.1");
  cleanUp(() => telegram.closeAllConnections());
  await once(telegram, "listening");
  const { port } = telegram.address() as AddressInfo;

  const bot = startBotQuickly(folder, {
    ...botVariables,
    TELEGRAM_API_ROOT: `http://127.0.0.1:${port}`,
    DATABASE_URL: database,
  });
  await once(telegram, "request");
  bot.kill("SIGINT");
  expect(await bot.ended).toMatchObject({ code: 0 });
});

test.concurrent("what .env says counts, and a variable of the environment comes before it", async () => {
  const [folder, database] = await Promise.all([temporaryFolder(), databaseWithPlaces()]);
  await writeFile(join(folder, ".env"), "FIXED_NOW=2026-11-25T10:00[Europe/Brussels]\r\nPORT=not a port\r\n");
  const url = await address(startBotQuickly(folder, { DATABASE_URL: database }));
  const { clock } = await state(url);
  expect(clock).toEqual({ now: "2026-11-25T10:00:00+01:00[Europe/Brussels]", fixed: true });
});

test.concurrent("an old Node.js says in one sentence what to do", async ({ skip }) => {
  const node = oldNode();
  if (node === undefined) return skip("no Node.js before 26 on this machine");
  expect(await startBot(await temporaryFolder(), {}, node).ended).toEqual({
    code: 1,
    stdout: "",
    stderr: [expect.stringMatching(/^Inloop needs Node\.js 26 or newer, but this is \d+\.\d+\.\d+: run "npm ci"/)],
  });
});

/** Says something as Noor, and waits for an answer like that. */
async function ask(url: string, text: string, answer: RegExp): Promise<void> {
  const sent = (await post(url, `/chats/${noor}/messages`, { text })) as Message;
  await vi.waitUntil(
    async () =>
      (await chat(url)).messages.some(({ message_id: id, text }) => id > sent.message_id && answer.test(text ?? "")),
    patiently,
  );
}

/** Taps the button, and waits until the choice has been confirmed. */
async function tap(url: string, label: string): Promise<void> {
  const message = (await chat(url)).messages.at(-1);
  const button = message?.reply_markup?.inline_keyboard.flat().find(({ text }) => text === label);
  if (message === undefined || button === undefined || !("callback_data" in button)) {
    throw new Error(`No button says ${label}`);
  }
  await post(url, `/chats/${noor}/taps`, { messageId: message.message_id, data: button.callback_data });
  await vi.waitUntil(async () => JSON.stringify(await chat(url)).includes("en français"), patiently);
}

async function post(url: string, path: string, body: OutgoingMessage | Tap): Promise<unknown> {
  const response = await fetch(`${url}/playground${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  expect(response.ok).toBe(true);
  return response.json();
}

async function chat(url: string): Promise<ChatState> {
  const found = (await state(url)).chats.find(({ person }) => person.id === noor);
  return found ?? expect.fail("Noor is gone");
}

async function state(url: string): Promise<PlaygroundState> {
  return (await (await fetch(`${url}/playground/state`)).json()) as PlaygroundState;
}

/** The first one in PATH that npm did not bring. */
function oldNode(): string | undefined {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "node"))
    .filter((path) => !path.includes("node_modules") && existsSync(path))
    .find((path) => Number.parseInt(execFileSync(path, ["--version"], { encoding: "utf8" }).slice(1), 10) < 26);
}
