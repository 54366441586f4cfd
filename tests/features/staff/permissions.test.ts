import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deriveKey } from "../../../src/database/keys.ts";
import { createButtonSigner } from "../../../src/telegram/buttons.ts";
import { isAllowed } from "../../../src/telegram/permission.ts";
import type { ActingParent } from "../../support/acting-parent.ts";
import { examplePlaces, startTestApp, type TestApp } from "../../support/app.ts";
import { everyRow } from "../../support/every-row.ts";
import type { ActingGroup } from "../../support/group.ts";
import { joinTeam } from "../../support/team.ts";

const secretKey = randomBytes(32);
const signer = createButtonSigner(deriveKey(secretKey, "buttons"));

let app: TestApp;
let group: ActingGroup;
let change: string;
let hostCode: string;
let broadcast: string;
let people: Record<"stranger" | "removed" | "elsewhere" | "host" | "coordinator", ActingParent>;

const staffOnly = "Dit kan alleen het team.";
const coordinatorOnly = "Dit kan alleen een coördinator.";
const privateOnly = "Dit kan alleen in een gesprek met mij apart.";

beforeAll(async () => {
  app = await startTestApp({ places: examplePlaces, secretKey });
  const host = await joinTeam(app, { name: "Els", role: "host", places: ["de-zandbak"] });
  people = {
    host,
    stranger: await app.parent("nl"),
    removed: await joinTeam(app, { name: "Weg", role: "coordinator" }),
    elsewhere: await joinTeam(app, { name: "Elders", role: "host", places: ["le-petit-train"] }),
    coordinator: await joinTeam(app, { name: "Staf", places: ["de-zandbak"] }),
  };
  for (const person of Object.values(people)) await person.say("/open");
  await host.say("/change morgen gesloten");
  await host.tap("Bevestig");
  const [row] = await app.sql`select number from schedule_changes`;
  change = String(row?.number);
  const [told] = await app.sql`
    update broadcasts set state = 'under-way', total = 50, not_before = '2099-01-01' returning number`;
  broadcast = String(told?.number);
  const [member] = await app.sql`select code from staff where name = 'Els'`;
  hostCode = Buffer.from(member?.code ?? []).toString("base64url");
  await app.sql`delete from staff where name = 'Weg'`;
  await app.sql`select pg_notify('staff', '')`;
  group = await app.group("Team", Object.values(people));
});
afterAll(() => app.stop());

/** Everything that is stored, but for which updates were seen. */
async function stored() {
  const { staff_updates: _seen, leases: _held, ...rows } = await everyRow(app.sql);
  return rows;
}

/** A payload of each kind of button of the team that would change something, or show what is the team's. */
function payloadOf(code: string): string {
  const payloads: Readonly<Record<string, string>> = {
    t: "left",
    tc: `removed~${hostCode}`,
    sc: `withdrawn~${change}`,
    scu: `1~${Number(change).toString(36)}`,
    bt: `stop~${broadcast}`,
    c: "abcd~1~confirm",
    fkd: "1",
    fko: "1",
    fkw: "1-nl",
    v: "shut~1~20261125",
    vc: "children~5~1~20261125",
    vt: "1~20261125~14~3~12~2",
    vr: "on",
    lb: "places",
    r: "1~year~csv",
  };
  return payloads[code] ?? "";
}

const forTeam = () => app.features.flatMap(({ taps }) => taps).filter(({ permission }) => permission !== "anyone");
const commandsForTeam = () =>
  app.features.flatMap(({ commands }) => commands).filter(({ permission }) => permission !== "anyone");
const dataOf = (code: string, payload = payloadOf(code)) => signer.sign({ code, payload }, "nl");

describe("every handler", () => {
  test("says who may use it, and what says nothing is refused", () => {
    const known = ["anyone", "staff", "coordinator"];
    const declared = app.features.flatMap(({ commands, taps, inline, conversations = [] }) => [
      ...commands.map(({ command, permission }) => [command, permission]),
      ...taps.map(({ code, permission }) => [code, permission]),
      ...conversations.map(({ name, permission }) => [name, permission]),
      ...(inline === undefined ? [] : [["inline", inline.permission]]),
    ]);
    for (const [name, permission] of declared) expect(known, name).toContain(permission);
    const codes = app.features.flatMap(({ taps }) => taps).map(({ code }) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
    const coordinator = { role: "coordinator" } as never;
    const request = { chat: { id: 1, private: true }, staff: coordinator };
    expect(isAllowed(undefined as never, request)).toBe(false);
    expect(isAllowed("everything" as never, request)).toBe(false);
  });

  test("of the team has a button here that this test taps", () => {
    const readable = forTeam().map(({ code, read }) => [code, read(payloadOf(code)) !== null]);
    expect(readable.filter(([, isRead]) => isRead === false)).toEqual([]);
  });
});

describe.each(["stranger", "removed"] as const)("a %s", (who) => {
  test("is refused every command and button of the team, in words, and nothing changes", async () => {
    const before = await stored();
    for (const { command } of commandsForTeam()) {
      expect((await people[who].say(`/${command}`)).texts, command).toEqual([staffOnly]);
      expect((await people[who].say(`/${command} morgen gesloten`)).texts, command).toEqual([staffOnly]);
    }
    for (const { code } of forTeam()) {
      const { notice, texts } = await people[who].tapForged(dataOf(code));
      expect([code, notice, texts]).toEqual([code, staffOnly, []]);
    }
    expect(await stored()).toEqual(before);
  });
});

test("in a group nobody is the team, and nothing changes", async () => {
  const before = await stored();
  for (const who of ["stranger", "host", "coordinator"] as const) {
    for (const { command } of commandsForTeam()) {
      expect((await group.say(people[who], `/${command}@inloop_bot`)).texts, command).toEqual([privateOnly]);
    }
  }
  expect(await stored()).toEqual(before);
});

test("a host is refused what a coordinator does", async () => {
  const before = await stored();
  for (const { code } of forTeam().filter(({ permission }) => permission === "coordinator")) {
    expect((await people.host.tapForged(dataOf(code))).notice, code).toBe(coordinatorOnly);
  }
  expect((await people.host.tapForged(dataOf("tc", "invite"))).notice).toBe(coordinatorOnly);
  expect((await people.host.tapForged(dataOf("tc", "audit~0"))).notice).toBe(coordinatorOnly);
  expect(await stored()).toEqual(before);
});

test("a host of another place neither sees nor touches what is not hers", async () => {
  const before = await stored();
  const refusal = "Dit kan alleen het team van die plek. Er is niets veranderd.";
  const undone = `${Math.floor(Date.parse("2026-11-25T09:00Z") / 1000).toString(36)}~${Number(change).toString(36)}`;
  const screens = ["one", "edit", "withdraw", "withdrawn"].map((screen) => dataOf("sc", `${screen}~${change}`));
  for (const data of [...screens, dataOf("scu", undone)]) {
    await people.elsewhere.tapForged(data);
    const [tapped] = (await people.elsewhere.chat()).messages.filter(({ from }) => from?.is_bot === true);
    expect(tapped?.text, data).toBe(refusal);
  }
  const notHers = "Dit kan alleen wie het bericht stuurde, of een coördinator van die plek.";
  expect((await people.elsewhere.tapForged(dataOf("bt"))).notice).toBe(notHers);
  expect((await people.elsewhere.say("/change De Zandbak vandaag gesloten")).texts[0]).toMatch(
    /^Die plek staat niet bij jouw plekken\./,
  );
  await people.elsewhere.say("/cancel");
  expect(await stored()).toEqual(before);
});

describe("the questions of a conversation", () => {
  const flows = {
    change: [
      ["/change", null],
      [null, "Morgen"],
      [null, "Gesloten"],
      [null, "Ziekte"],
      [null, "Zin voor ouders"],
      [null, "Nederlands"],
    ],
    invite: [
      ["/staff", null],
      [null, "Nodig iemand uit"],
      [null, "Medewerker"],
    ],
  } as const;

  test.each(Object.keys(flows) as (keyof typeof flows)[])(
    "of %s are closed to everybody else, and to who was removed or moved meanwhile",
    async (name) => {
      const steps = flows[name];
      for (let last = name === "invite" ? 2 : 1; last <= steps.length; last += 1) {
        const role = name === "invite" ? "coordinator" : "host";
        const els = await joinTeam(app, { name: `${name} ${last}`, role, places: ["de-zandbak"] });
        for (const [said, tapped] of steps.slice(0, last)) await (said === null ? els.tap(tapped) : els.say(said));
        const { messages } = await els.chat();
        const shown = messages.toReversed().find(({ reply_markup: markup }) => markup !== undefined);
        const buttons = shown?.reply_markup?.inline_keyboard.flat() ?? [];
        const data = buttons.flatMap((button) => ("callback_data" in button ? [button.callback_data] : []));
        const before = await stored();
        for (const each of data.filter((text) => text.startsWith("c."))) {
          expect((await people.stranger.tapForged(each)).notice).toBe(staffOnly);
        }
        const first = data.find((text) => text.startsWith("c.")) ?? "";
        expect((await people.coordinator.tapForged(first)).notice).toBe("Deze vraag is al voorbij.");
        expect(await stored()).toEqual(before);

        await app.sql`delete from staff where name = ${`${name} ${last}`}`;
        const after = await stored();
        expect((await els.tapForged(first)).notice).toBe(staffOnly);
        expect((await els.say("De Zandbak")).texts[0]).toMatch(/De Zandbak|team/);
        expect(await stored()).toEqual(after);
      }
    },
  );

  test("of who loses the place or the role in the middle change nothing", async () => {
    const moved = await joinTeam(app, { name: "Verhuisd", role: "host", places: ["de-zandbak"] });
    await moved.say("/change overmorgen gesloten");
    await app.sql`update staff set places = array[2]::smallint[] where name = 'Verhuisd'`;
    const before = (await everyRow(app.sql)).schedule_changes;
    expect((await moved.tap("Bevestig")).texts).toEqual([
      "Dit kan alleen het team van die plek. Er is niets veranderd.",
    ]);
    const lowered = await joinTeam(app, { name: "Gewoon", role: "coordinator", places: ["de-zandbak"] });
    await lowered.say("/staff");
    await lowered.tap("Nodig iemand uit");
    await app.sql`update staff set role = 'host' where name = 'Gewoon'`;
    expect((await lowered.tap("Medewerker")).notice).toBe(coordinatorOnly);
    expect((await everyRow(app.sql)).schedule_changes).toEqual(before);
    expect((await everyRow(app.sql)).invitations).toEqual([]);
  });
});
