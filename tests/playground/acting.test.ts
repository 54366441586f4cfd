import { expect, onTestFinished, test } from "vitest";
import { createActingParent } from "../support/acting-parent.ts";
import { createActingGroup } from "../support/group.ts";
import { createPlaygroundClient } from "../support/playground-client.ts";
import { startPlayground, token } from "./playground-server.ts";

/** Two people, and an unmodified grammY bot that answers in a group and inline. */
async function startPeople() {
  const playground = await startPlayground();
  const client = await createPlaygroundClient(playground.url, token);
  const bot = playground.bot();
  const reply_markup = { inline_keyboard: [[{ text: "Morgen", callback_data: "m" }]] };
  bot.on("callback_query", async (ctx) => {
    await ctx.editMessageText(`Morgen open, ${ctx.from.first_name}`);
    await ctx.answerCallbackQuery("Een ogenblik");
  });
  bot.on("inline_query", (ctx) =>
    ctx.answerInlineQuery(
      ["Vandaag", "Morgen"].map((title, index) => ({
        type: "article",
        id: String(index),
        title,
        input_message_content: { message_text: `<b>${title}</b> open: ${ctx.inlineQuery.query}`, parse_mode: "HTML" },
      })),
      { cache_time: 60, is_personal: true },
    ),
  );
  bot.on("message:text", (ctx) =>
    ctx.reply(`U vroeg: ${ctx.message.text}`, {
      reply_markup,
      reply_parameters: { message_id: ctx.message.message_id },
    }),
  );
  const polling = bot.start();
  onTestFinished(async () => {
    await client.close();
    await bot.stop();
    await polling;
  });
  const noor = await createActingParent(client, { firstName: "Noor", role: "parent", languageCode: "nl" });
  const samir = await createActingParent(client, { firstName: "Samir", role: "parent" });
  return { noor, samir, group: await createActingGroup(client, "Familie", [noor, samir]) };
}

test("people talk in a group, and the bot answers what is meant for it", async () => {
  const { noor, samir, group } = await startPeople();
  const asked = await group.say(noor, "@inloop_bot morgen open?");
  expect(asked.texts).toEqual(["U vroeg: @inloop_bot morgen open?"]);
  expect(asked.messages[0]?.reply_to_message?.from?.first_name).toBe("Noor");
  expect((await group.say(samir, "ik weet het niet")).texts).toEqual([]);
  expect(await group.buttons()).toEqual([["Morgen"]]);
  expect(await group.tap(samir, "Morgen")).toMatchObject({ texts: ["Morgen open, Samir"], notice: "Een ogenblik" });
  const [message] = asked.messages;
  if (message === undefined) throw new Error("The bot said nothing");
  expect((await group.reply(noor, message, "en vrijdag?")).texts).toEqual(["U vroeg: en vrijdag?"]);
});

test("somebody asks inline and chooses, in the own chat and in a group", async () => {
  const { noor, group } = await startPeople();
  const shown = await noor.askInline("morgen", { chatType: "supergroup" });
  expect(shown).toMatchObject({
    titles: ["Vandaag", "Morgen"],
    texts: ["Vandaag open: morgen", "Morgen open: morgen"],
    cacheTime: 60,
    isPersonal: true,
  });
  expect((await noor.choose(shown, "Morgen")).texts).toEqual(["U vroeg: Morgen open: morgen"]);
  expect((await group.choose(noor, shown, "Morgen")).texts).toEqual([]);
  expect((await group.chat()).messages).toMatchObject([{ text: "Morgen open: morgen", from: { first_name: "Noor" } }]);
  expect(() => shown.choice("Gisteren")).toThrow('No result says "Gisteren"; there are ["Vandaag","Morgen"]');
});
