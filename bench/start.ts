import { setTimeout as delay } from "node:timers/promises";
import type { ChatState, PlaygroundState } from "../src/playground/protocol.ts";
import { below, type Circumstances, type Row } from "./support/benchmark.ts";
import { temporaryDataDir } from "./support/data-dir.ts";
import { spread } from "./support/figures.ts";
import { environmentWith } from "./support/npm-start.ts";
import { startProcess } from "./support/running-process.ts";

export const description = "from `npm start` to the first answer in the playground's chat";

/** Milliseconds. */
const patience = 60_000;
const betweenLooks = 5;

export async function run({ quick, open, say }: Circumstances): Promise<readonly Row[]> {
  const first: number[] = [];
  const second: number[] = [];
  for (let round = 0; round < (quick ? 1 : 3); round += 1) {
    const dataDir = await temporaryDataDir(open);
    for (const times of [first, second]) {
      const time = await timeToAnswer(dataDir, open);
      say(`answered after ${seconds(time)}${times === first ? ", with an empty DATA_DIR" : ""}`);
      times.push(time);
    }
  }
  return [
    { name: "with an empty DATA_DIR", figure: spread(first, seconds), bar: below(Math.max(...first), 10, "10 s") },
    { name: "the second time", figure: spread(second, seconds), bar: below(Math.max(...second), 4, "4 s") },
  ];
}

async function timeToAnswer(dataDir: string, open: AsyncDisposableStack): Promise<number> {
  const start = performance.now();
  const inloop = startProcess("npm", ["start"], environmentWith({ DATA_DIR: dataDir }), open);
  await inloop.whileAlive(firstAnswer(inloop.output, start + patience));
  const time = performance.now() - start;
  await inloop.stop();
  return time / 1000;
}

/** Does what a person does: opens the page as soon as its address is there, writes, and looks for the answer. */
async function firstAnswer(output: () => string, deadline: number): Promise<void> {
  const page = await lookFor(() => /http:\/\/127\.0\.0\.1:\d+/.exec(output())?.[0], deadline);
  const [chat] = await chatsOf(page);
  const person = chat?.person.id;
  await fetch(`${page}/playground/chats/${person}/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ text: "/open" }),
  });
  await lookFor(async () => (await chatsOf(page))[0]?.messages.find(({ from }) => from?.is_bot), deadline);
}

async function chatsOf(page: string): Promise<readonly ChatState[]> {
  const response = await fetch(`${page}/playground/state`);
  const { chats } = (await response.json()) as PlaygroundState;
  return chats;
}

async function lookFor<T>(look: () => T | undefined | Promise<T | undefined>, deadline: number): Promise<T> {
  while (performance.now() < deadline) {
    const found = await look();
    if (found !== undefined) return found;
    await delay(betweenLooks);
  }
  throw new Error(`There was no answer in the chat within ${patience / 1000} s.`);
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}
