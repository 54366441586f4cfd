import { Bot } from "grammy";

/** The least that grammY can do: the same answer to every text, whoever asks. */
const bot = new Bot(process.env.BOT_TOKEN ?? "", { client: { apiRoot: process.env.TELEGRAM_API_ROOT ?? "" } });
bot.on("message:text", (ctx) => ctx.reply("Nee, vandaag is het dicht: Wapenstilstand."));
process.once("SIGINT", () => void bot.stop());
await bot.start();
