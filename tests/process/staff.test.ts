import { expect, test, vi } from "vitest";
import { runStaff } from "../../src/cli/staff.ts";
import { actAs } from "../support/acting-parent.ts";
import { botVariables, databaseWithPlaces, startTelegram } from "../support/bot-surroundings.ts";
import { cleanUp } from "../support/clean-up.ts";
import { createPlaygroundClient } from "../support/playground-client.ts";
import { startBotQuickly, temporaryFolder } from "../support/process.ts";
import { query } from "../support/query.ts";
import { withoutIsolates } from "../support/reaction.ts";

const patiently = { timeout: 20_000, interval: 20 };

/** The only person of that Telegram. */
const noor = 4711;

test("a member is answered at every step, and the schedule changes once, though the process is killed at each of them", async () => {
  const [folder, telegram, DATABASE_URL] = await Promise.all([
    temporaryFolder(),
    startTelegram(),
    databaseWithPlaces(),
  ]);
  const variables = { ...telegram.variables, DATABASE_URL };
  const printed: string[] = [];
  const invite = ["invite", "--role", "host", "--place", "de-zandbak", "--bot-username", "inloop_bot"];
  await runStaff(invite, variables, (line) => printed.push(line));
  const client = await createPlaygroundClient(telegram.url, botVariables.BOT_TOKEN);
  cleanUp(client.close);
  const person = actAs(client, noor);
  const newest = async () => {
    const said = (await person.chat()).messages.filter(({ from }) => from?.is_bot === true);
    return withoutIsolates(said.at(-1)?.text ?? "");
  };
  const seen = async () => (await query(DATABASE_URL, (sql) => sql`select number from staff_updates`)).length;
  const start = async () => {
    const bot = startBotQuickly(folder, variables);
    await bot.says(/answers\. Health on port (\d+)\./);
    return bot;
  };

  let bot = await start();
  await person.say(`/start ${printed[0]?.split("start=")[1]}`);
  await person.tap("Ja, ik hoor bij het team");

  const steps: readonly (readonly [act: () => Promise<unknown>, shown: RegExp])[] = [
    [() => person.say("/change"), /^Welke dag/],
    [() => person.tap("Morgen"), /Wat verandert er\?$/],
    [() => person.tap("Gesloten"), /^Waarom\?/],
    [() => person.tap("Ziekte"), /^Zo lezen ouders het:/],
    [() => person.tap("Zin voor ouders"), /^In welke taal/],
    [() => person.tap("Nederlands"), /^Typ één zin/],
    [() => person.say("Tot gauw"), /Tot gauw/],
    [() => person.tap("Bevestig"), /^Klaar\./],
  ];
  for (const [act, shown] of steps) {
    const before = await seen();
    // What was done is stored, and its answer never leaves.
    const kind = { type: "delay", milliseconds: 60_000 } as const;
    await telegram.faults(
      ...(["sendMessage", "editMessageText", "answerCallbackQuery"] as const).map((method) => ({
        method,
        times: 9,
        kind,
      })),
    );
    const acting = act();
    await vi.waitUntil(async () => (await seen()) > before, patiently);
    bot.kill("SIGKILL");
    await bot.ended;
    await telegram.faults();
    bot = await start();
    await acting;
    await expect.poll(newest, patiently).toMatch(shown);
  }
  expect(
    await query(DATABASE_URL, (sql) => sql`select kind, reason, text->>'nl' as text from schedule_changes`),
  ).toEqual([{ kind: "closed", reason: "illness", text: "Tot gauw" }]);
  bot.kill("SIGTERM");
  await bot.ended;
}, 120_000);
