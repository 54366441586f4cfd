import { expect, test, vi } from "vitest";
import { runStaff } from "../../src/cli/staff.ts";
import { type ActingParent, createActingParent } from "../support/acting-parent.ts";
import { botVariables, databaseWithPlaces, startTelegram } from "../support/bot-surroundings.ts";
import { cleanUp } from "../support/clean-up.ts";
import { createPlaygroundClient } from "../support/playground-client.ts";
import { startBotQuickly, temporaryFolder } from "../support/process.ts";
import { query } from "../support/query.ts";
import { withoutIsolates } from "../support/reaction.ts";

const patiently = { timeout: 20_000, interval: 20 };

interface Step {
  /** What is tapped or said, each answered, before the process is killed. */
  readonly before?: readonly string[];
  /** The label of a button; what is said has quotes around it. */
  readonly act: string;
  /** What is shown then: the text, and its buttons. */
  readonly shown: RegExp;
}

interface Walk {
  readonly name: string;
  readonly role: "host" | "coordinator";
  /** Absent: every place. */
  readonly place?: string;
  readonly steps: readonly Step[];
}

const step = (act: string, shown: RegExp, before: readonly string[] = []): Step => ({ act, shown, before });
const wednesday = ["“/staff”", "Bezoeken en logboek", "De Zandbak, woensdag 25/11"];

/** Each kill hits one step of each of them. */
const walks: readonly Walk[] = [
  {
    name: "Co",
    role: "coordinator",
    steps: [
      step("“/change”", /^Voor welke plek/),
      step("De Zandbak", /^Welke dag, voor De Zandbak/),
      step("Kalender", /^Welke dag in november/),
      step("30", /^De Zandbak, maandag 30 november\./),
      step("Meer dagen", /^Tot en met welke dag, in november/),
      step("Volgende maand", /^Tot en met welke dag, in december/),
      step("1", /^De Zandbak, maandag 30 november tot en met dinsdag 1 december\./),
      step("Gesloten", /^Waarom\?/),
      step("Ziekte", /^Zo lezen ouders het:/),
      step("Bevestig", /^Klaar\./),
    ],
  },
  {
    name: "Els",
    role: "host",
    place: "le-petit-train",
    steps: [
      step("“/change vrijdag”", /Wat verandert er\?$/m),
      step("Andere uren", /^Vanaf hoe laat/),
      step("10.00", /^Open vanaf 10\.00/),
      step("12.00", /^Waarom\?/),
      step("Andere reden", /^Zo lezen ouders het:/),
      step("Zin voor ouders", /^In welke taal/),
      step("Nederlands", /^Typ één zin/),
      step("“Tot gauw”", /Tot gauw/),
      step("Bevestig", /^Klaar\./),
      step("Ongedaan maken", /^Ongedaan gemaakt\./),
    ],
  },
  {
    name: "Staf",
    role: "coordinator",
    steps: [
      step("Uren en info van de plek", /^Van welke plek/, ["“/staff”"]),
      step("De Zandbak", /^Wat wil je veranderen bij De Zandbak/),
      step("Gewone uren", /^De gewone uren van De Zandbak/),
      step("“ma 9-12”", /^Vanaf welke dag/),
      step("“1 januari 2027”", /^Zo lezen ouders de uren.*Feestdagen: toch open/s),
      step("Feestdagen: toch open", /^Zo lezen ouders de uren.*Feestdagen: dicht/s),
      step("Bewaar", /^Bewaard\. Deze uren gelden/),
    ],
  },
  {
    name: "Fatma",
    role: "coordinator",
    place: "le-petit-train",
    steps: [
      step("Uren en info van de plek", /^Wat wil je veranderen bij Het Treintje/, ["“/staff”"]),
      step("Gewone uren", /Wis 1\/2\/2027/),
      step("Wis 1/2/2027", /Wil je die uren wissen\?/),
      step("Ja, wis", /^Gewist\./),
      step("Uren en info van de plek", /^Wat wil je veranderen bij Het Treintje/),
      step("Huisregels", /^Huisregels, Het Treintje\. Dit lezen/),
      step("Français", /^Huisregels, Het Treintje\. Typ de tekst/),
      step("“On enlève ses chaussures”", /^Dit zullen ouders lezen/),
      step("Bewaar", /^Bewaard\. De bot/),
    ],
  },
  {
    name: "Jan",
    role: "coordinator",
    steps: [
      step("Nodig iemand uit", /^Wie nodig je uit/, ["“/staff”"]),
      step("Medewerker", /^Voor welke plekken/),
      step("De Zandbak", /✓ De Zandbak/),
      step("Klaar", /^Hoe heet je collega/),
      step("“Mia”", /^Stuur deze link naar Mia/),
      step("Schrijf in het logboek", /Wat wil je onthouden/, [...wednesday, "Klaar"]),
      step("“Vandaag lachte Yusuf veel.”", /^Staat hier een naam\?/),
      step("Ik herschrijf het", /Wat wil je onthouden/),
      step("“Vandaag danste Yusuf veel.”", /^Staat hier een naam\?/),
      step("Geen naam, bewaar", /^Dank je\./),
    ],
  },
  {
    name: "Ria",
    role: "host",
    place: "de-zandbak",
    steps: [
      step("Typ de getallen", /^Typ vier getallen/, wednesday),
      step("“14 3 12 2”", /Kinderen: 14/),
      step("Kind +5", /Kinderen: 19/),
      step("Andere uren", /^Wanneer was het open/),
      step("“9.30”", /^Het begin is 9\.30/),
      step("Terug", /^Wanneer was het open/),
      step("“9.30”", /^Het begin is 9\.30/),
      step("“11.30”", /Open: 9\.30–11\.30/),
      step("“15 kinderen”", /Kinderen: 15/),
      step("Open zoals gepland", /Open: zoals gepland/),
    ],
  },
];

test("every conversation ends as if nothing had happened, once, though the process is killed at each of its steps", async () => {
  const [folder, telegram, DATABASE_URL] = await Promise.all([
    temporaryFolder(),
    startTelegram(),
    databaseWithPlaces(),
  ]);
  const variables = { ...telegram.variables, DATABASE_URL, FIXED_NOW: "2026-11-25T12:30[Europe/Brussels]" };
  const client = await createPlaygroundClient(telegram.url, botVariables.BOT_TOKEN);
  cleanUp(client.close);
  await query(
    DATABASE_URL,
    (sql) =>
      sql`insert into hours select number, '2027-02-01', 'We 09:00-12:00' from places where slug = 'le-petit-train'`,
  );
  const seen = async () => (await query(DATABASE_URL, (sql) => sql`select number from staff_updates`)).length;
  const start = async () => {
    const bot = startBotQuickly(folder, variables);
    await bot.says(/answers\. Health on port (\d+)\./);
    return bot;
  };

  let bot = await start();
  const newcomer = { firstName: "Iemand", languageCode: "nl", role: "staff" } as const;
  const stranger = await createActingParent(client, newcomer);
  const members = await Promise.all(
    walks.map(async (walk) => {
      const person = await createActingParent(client, newcomer);
      const printed: string[] = [];
      const range = walk.place === undefined ? [] : ["--place", walk.place];
      const invite = ["invite", "--role", walk.role, "--name", walk.name, ...range, "--bot-username", "inloop_bot"];
      await runStaff(invite, variables, (line) => printed.push(line));
      await person.say(`/start ${printed[0]?.split("start=")[1]}`);
      await person.tap("Ja, ik hoor bij het team");
      return { person, steps: walk.steps };
    }),
  );

  for (let round = 0; round < Math.max(...walks.map(({ steps }) => steps.length)); round += 1) {
    const here = members.flatMap(({ person, steps }) => {
      const next = steps[round];
      return next === undefined ? [] : [{ person, ...next }];
    });
    for (const { person, before = [] } of here) {
      for (const one of before) await act(person, one);
    }
    const already = await seen();
    // What was done is stored, and its answer never leaves.
    const kind = { type: "delay", milliseconds: 60_000 } as const;
    await telegram.faults(
      ...(["sendMessage", "editMessageText", "answerCallbackQuery"] as const).map((method) => ({
        method,
        times: 999,
        kind,
      })),
    );
    // Held, and with an update of no consequence to begin with, so that it fetches what is done meanwhile as one batch.
    bot.kill("SIGSTOP");
    await stranger.block(round % 2 === 0);
    const acting = here.map(({ person, act: one }) => act(person, one));
    await vi.waitUntil(async () => (await pending(client)) > here.length, patiently);
    bot.kill("SIGCONT");
    await vi.waitUntil(async () => (await seen()) === already + here.length, patiently);
    bot.kill("SIGKILL");
    await bot.ended;
    await telegram.faults();
    bot = await start();
    await Promise.all(acting);
    for (const { person, act: one, shown } of here) {
      await expect.poll(() => newest(person), { ...patiently, message: one }).toMatch(shown);
    }
  }

  // Colleagues are told, though the process ended when nobody had been yet.
  const [, , , fatma, , ria] = members;
  expect(await colleaguesDid(ria?.person)).toEqual(["Co veranderde de uren. Ouders lezen:"]);
  expect(await colleaguesDid(fatma?.person)).toEqual([
    "Els veranderde de uren. Ouders lezen:",
    "Els trok een wijziging in:",
  ]);
  const [changes, hours, rules, invitations, counts, logbook, audit] = await query<readonly object[]>(
    DATABASE_URL,
    (sql) =>
      Promise.all([
        sql`select "from"::text, "to"::text, kind, reason, withdrawn from schedule_changes order by "from"`,
        sql`select expression from hours where "from" > '2026-01-01'`,
        sql`select facts->'houseRules' as text from places where slug = 'le-petit-train'`,
        sql`select name, role from invitations`,
        sql`select children, siblings, adults, opened from visit_counts`,
        sql`select text from logbook`,
        sql`select entry->>'what' as what from audit where code is not null order by 1`,
      ]),
  );
  expect({ changes, hours, rules, invitations, counts, logbook, audit }).toMatchObject({
    changes: [
      { from: "2026-11-27", kind: "hours", reason: "other", withdrawn: true },
      { from: "2026-11-30", to: "2026-12-01", kind: "closed", reason: "illness", withdrawn: false },
    ],
    hours: [{ expression: "Mo 09:00-12:00; SH off" }],
    rules: [{ text: { fr: "On enlève ses chaussures" } }],
    invitations: [{ name: "Mia", role: "host" }],
    counts: [{ children: 15, siblings: 3, adults: 12, opened: [{ start: 540, end: 720 }] }],
    logbook: [{ text: "Vandaag danste Yusuf veel." }],
    audit: [
      "change-added",
      "change-added",
      "change-withdrawn",
      "hours-edited",
      "hours-edited",
      "member-invited",
      ...walks.map(() => "member-joined"),
      "place-edited",
    ].map((what) => ({ what })),
  });
  bot.kill("SIGTERM");
  await bot.ended;
}, 120_000);

const act = (person: ActingParent, one: string) =>
  one.startsWith("“") ? person.say(one.slice(1, -1)) : person.tap(one);

const pending = async (client: { call(method: string): Promise<unknown> }) =>
  ((await client.call("getWebhookInfo")) as { pending_update_count: number }).pending_update_count;

/** What she was told of the schedule that colleagues changed. */
const colleaguesDid = async (person: ActingParent | undefined) =>
  ((await person?.chat())?.messages ?? []).flatMap(
    ({ text }) => /^\S+ (?:veranderde|trok) .*/.exec(text ?? "")?.[0] ?? [],
  );

/** The newest message of the bot that no colleague caused, and its buttons. */
async function newest(person: ActingParent): Promise<string> {
  const said = (await person.chat()).messages.filter(
    ({ from, text }) => from?.is_bot === true && !/^\S+ (?:veranderde|trok|hoort)/.test(text ?? ""),
  );
  const last = said.at(-1);
  const labels = (last?.reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
  return withoutIsolates([last?.text ?? "", ...labels].join("\n"));
}
