import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Bot, webhookCallback } from "grammy";
import { settleMemory } from "../src/memory.ts";

// As the bot does.
settleMemory();

/** The least that grammY can do: the same answer to every text, whoever asks; by long polling, or with "webhook" as its argument. */
const bot = new Bot(process.env.BOT_TOKEN ?? "", { client: { apiRoot: process.env.TELEGRAM_API_ROOT ?? "" } });
bot.on("message:text", (ctx) => ctx.reply("Nee, vandaag is het dicht: Wapenstilstand."));
if (process.argv[2] === "webhook") {
  const server = createServer(webhookCallback(bot, "http"));
  process.once("SIGINT", () => process.exit());
  server.listen(0, "127.0.0.1", () => {
    process.stdout.write(`Health on port ${(server.address() as AddressInfo).port}.\n`);
  });
} else {
  process.once("SIGINT", () => void bot.stop());
  await bot.start({ onStart: () => void process.stdout.write("started\n") });
}
