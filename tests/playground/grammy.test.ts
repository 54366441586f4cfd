import { Keyboard } from "grammy";
import { expect, onTestFinished, test, vi } from "vitest";
import { noor, startPlayground } from "./playground-server.ts";

test("an unmodified grammY bot polls, answers, edits and is told about blocking", async () => {
  const playground = await startPlayground();
  const bot = playground.bot();
  const blocked: number[] = [];
  bot.command("start", (ctx) =>
    ctx.reply("<b>Hello</b>", {
      parse_mode: "HTML",
      reply_markup: { inline_keyboard: [[{ text: "Open?", callback_data: "open" }]] },
    }),
  );
  bot.callbackQuery("open", async (ctx) => {
    await ctx.answerCallbackQuery("One moment");
    await ctx.editMessageText("It is open.");
  });
  bot.on("message:location", (ctx) => ctx.reply("Near you", { reply_markup: new Keyboard().text("Thanks").resized() }));
  bot.on("my_chat_member", (ctx) => void blocked.push(ctx.chat.id));
  const polling = bot.start();
  onTestFinished(async () => {
    await bot.stop();
    await polling;
  });

  const lastText = async () => (await playground.chat(noor)).messages.at(-1);
  await playground.say(noor, "/start");
  await vi.waitFor(async () => expect(await lastText()).toMatchObject({ text: "Hello" }));
  await playground.tap(noor, (await lastText())?.message_id ?? 0, "open");
  await vi.waitFor(async () => expect(await lastText()).toMatchObject({ text: "It is open." }));
  await playground.say(noor, { location: { latitude: 51, longitude: 4 } });
  await vi.waitFor(async () =>
    expect((await playground.chat(noor)).replyKeyboard).toMatchObject({ resize_keyboard: true }),
  );
  await playground.block(noor);
  await vi.waitFor(() => expect(blocked).toEqual([noor]));
  await playground.block(noor, false);
});
