import { expect, test, vi } from "vitest";
import type { PlaygroundState } from "../../src/playground/protocol.ts";
import { newDatabaseWithPlaces, startTelegram } from "../support/bot-surroundings.ts";
import { startBotQuickly, temporaryFolder } from "../support/process.ts";

const slowly = /te snel voor mij/;

/** A bot to which one parent says more than two minutes' worth at once, and what it answered when it had read all. */
async function flooded(variables: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const [folder, telegram, database] = await Promise.all([temporaryFolder(), startTelegram(), newDatabaseWithPlaces()]);
  const bot = startBotQuickly(folder, { ...telegram.variables, DATABASE_URL: database, ...variables });
  await bot.says(/@inloop_bot answers/);
  await Promise.all(Array.from({ length: 150 }, () => telegram.say("/open")));
  await telegram.say("mijn man slaat mij");
  const texts = async () => {
    const { chats } = (await (await fetch(`${telegram.url}/playground/state`)).json()) as PlaygroundState;
    return (chats[0]?.messages ?? []).flatMap(({ from, text }) => (from?.is_bot && text !== undefined ? [text] : []));
  };
  await vi.waitUntil(async () => (await texts()).at(-1)?.startsWith("101"), { timeout: 25_000, interval: 50 });
  return texts();
}

test.concurrent("the bot slows one chat, says so once, and still answers a cry for help", async () => {
  const texts = await flooded({ CHAT_LIMITS: "on" });
  expect(texts.filter((text) => slowly.test(text))).toHaveLength(1);
  expect(texts.length).toBeLessThan(140);
});

test.concurrent("with another server than Telegram's one chat may ask as fast as it can, to measure", async () => {
  const texts = await flooded();
  expect(texts).toHaveLength(151);
});
