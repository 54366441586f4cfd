import { afterAll, beforeAll, expect, test } from "vitest";
import type { ActingParent } from "../../support/acting-parent.ts";
import { examplePlaces, startTestApp, type TestApp } from "../../support/app.ts";
import { parseCsv } from "../../support/csv.ts";
import { joinTeam } from "../../support/team.ts";

let app: TestApp;
let els: ActingParent;

const secret = "een peuter zong voor het eerst";

beforeAll(async () => {
  app = await startTestApp({ places: examplePlaces });
  await app.sql`
    insert into visit_counts (place, day, children, siblings, adults, first_visits, opened) values
      (1, '2026-11-23', 14, 3, 12, 2, '[{"start": 810, "end": 990}]'),
      (1, '2026-11-25', 6, null, 5, 0, null),
      (1, '2025-11-24', 100, null, null, null, null)`;
  await app.sql`insert into logbook (id, place, day, text) values ('\\x0102', 1, '2026-11-23', ${secret}), ('\\x0103', 1, '2026-11-25', '=1+1')`;
  await app.setClock("2026-11-25T18:00");
  els = await joinTeam(app, { role: "host", name: "Els", places: ["de-zandbak"] });
});
afterAll(() => app.stop());

/** The files that came, by their names. */
async function files(who: ActingParent, ...labels: string[]) {
  await who.say("/staff");
  for (const label of labels.slice(0, -1)) await who.tap(label);
  const { messages } = await who.tap(labels.at(-1) ?? "");
  return Promise.all(
    messages
      .flatMap((message) => (message.document === undefined ? [] : [message]))
      .map(async ({ document, caption }) => {
        const { file_path: path } = (await app.call("getFile", { file_id: document?.file_id })) as {
          file_path: string;
        };
        return { name: document?.file_name, caption, content: await app.file(path) };
      }),
  );
}
const text = (content: Uint8Array | undefined) => new TextDecoder().decode(content);

test("the sheet for funders has the counts, and nothing of the logbook", async () => {
  const [file] = await files(els, "Verslagen", "Dit jaar", "Voor subsidiegevers");
  expect(file?.name).toBe("de-zandbak-2026-funders.csv");
  const [headings = [], row = []] = parseCsv(text(file?.content));
  const of = (heading: string) => row[headings.indexOf(heading)];
  expect(["Dagen geteld", "Kinderen", "Volwassenen", "Uren gepland", "Uren open"].map(of)).toEqual([
    "2",
    "20",
    "17",
    "3",
    "3",
  ]);
  expect(of("Broers en zussen (buiten de leeftijd)")).toBe("3");
  expect(text(file?.content)).not.toContain(secret);
});

test("the team's own table has each day and what was written of it; a formula is a text", async () => {
  const [file] = await files(els, "Verslagen", "Dit jaar", "Dagen en logboek");
  expect(file?.caption).toMatch(/^Voor het team alleen, met het logboek\./);
  const rows = parseCsv(text(file?.content));
  expect(rows[0]).toEqual([
    ...["kind", "place", "day", "children", "siblings", "adults", "first_visits"],
    ...["planned_minutes", "open_minutes", "text"],
  ]);
  const last = rows.filter(([, , day]) => day === "2026-11-23" || day === "2026-11-25");
  expect(last).toEqual([
    ["day", "de-zandbak", "2026-11-23", "14", "3", "12", "2", "180", "180", ""],
    ["logbook", "de-zandbak", "2026-11-23", "", "", "", "", "", "", secret],
    ["day", "de-zandbak", "2026-11-25", "6", "", "5", "0", "180", "", ""],
    ["logbook", "de-zandbak", "2026-11-25", "", "", "", "", "", "", "'=1+1"],
  ]);
});

test("a picture, a table and CSV come as files, and none of them has the logbook", async () => {
  // What parents tapped, and on a page of its own what the team counted.
  const pictures = await files(els, "Verslagen", "Alles tot nu", "Een beeld");
  expect(pictures.map(({ name }) => name)).toEqual(["de-zandbak-all.png", "de-zandbak-all-2.png"]);
  for (const { content } of pictures) expect([...content].slice(1, 4)).toEqual([...Buffer.from("PNG")]);
  const [table] = await files(els, "Verslagen", "Alles tot nu", "Een tabel in tekst");
  expect(text(table?.content)).toMatch(
    /Wat het team telde\n\nDe Zandbak\nDagen gepland: \d+\nDagen geteld: 3\nKinderen: 120\n/,
  );
  const [csv] = await files(els, "Verslagen", "Dit jaar", "Een tabel (CSV)");
  const rows = parseCsv(text(csv?.content));
  expect(rows.filter(([level]) => level === "visits").map((row) => [row[6], row[8]])).toContainEqual([
    "children",
    "20",
  ]);
  expect(text(table?.content) + text(csv?.content)).not.toContain(secret);
});

test("a sheet for funders is of a year", async () => {
  await els.say("/staff");
  await els.tap("Verslagen");
  await els.tap("Alles tot nu");
  expect((await els.buttons()).flat()).not.toContain("Voor subsidiegevers");
});

test("a host of another place and a stranger are given nothing", async () => {
  await els.say("/staff");
  await els.tap("Verslagen");
  await els.tap("Dit jaar");
  const keyboard = (await els.chat()).messages.at(-1)?.reply_markup?.inline_keyboard ?? [];
  const data = keyboard.flat().flatMap((button) => ("callback_data" in button ? [button.callback_data] : []));
  const jan = await joinTeam(app, { role: "host", name: "Jan", places: ["le-petit-train"] });
  const stranger = await app.parent("nl");
  await stranger.say("/open");
  await jan.say("/open");
  for (const one of data.slice(0, 5)) {
    const { messages } = await jan.tapForged(one);
    expect(messages.filter(({ document }) => document !== undefined)).toEqual([]);
    expect((await stranger.tapForged(one)).notice).toBe("Dit kan alleen het team.");
  }
  expect(data.length).toBeGreaterThanOrEqual(5);
});
