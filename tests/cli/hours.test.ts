import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { administerPlaces, explainDays } from "../../src/assembly/commands.ts";
import { loadCalendars } from "../../src/calendars.ts";
import { runChange } from "../../src/cli/change.ts";
import type { Command } from "../../src/cli/command.ts";
import { runHours } from "../../src/cli/hours.ts";
import { evaluateLines } from "../../src/cli/hours-lines.ts";
import { connect } from "../../src/database/client.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

const places = `
places:
  - slug: de-zandbak
    name: De Zandbak
    address: Voorbeeldstraat 12
    hours: "Mo,Th 13:30-16:30; We 09:00-12:00; Fr 22:00-02:00; PH off; SH off"
    schoolCalendar: nl
`;

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  const connection = await connect(database.url);
  await administerPlaces(connection, Temporal.Now.instant).importFile(places, "places.yaml", false);
  await connection.close();
});
afterAll(() => database.drop());

async function run(command: Command, ...words: string[]): Promise<string> {
  const lines: string[] = [];
  await command(words, { DATABASE_URL: database.url }, (line) => lines.push(line));
  return lines.join("\n");
}

const hours = (...words: string[]) => run(runHours, ...words);
const change = (...words: string[]) => run(runChange, ...words);
const json = async (...words: string[]) => JSON.parse(await hours(...words, "--json"));

describe("inloop hours", () => {
  test("a public holiday is closed, with its name in three languages", async () => {
    expect(await json("de-zandbak", "--from", "2026-12-25")).toEqual([
      {
        date: "2026-12-25",
        open: [],
        basis: "public-holiday",
        reason: { nl: "Kerstmis", fr: "Noël", ar: "عيد الميلاد" },
      },
    ]);
  });

  test("a span is every day of it, hours past midnight on the day on which they begin", async () => {
    expect(await json("de-zandbak", "--from", "2026-11-26", "--to", "2026-11-28")).toEqual([
      { date: "2026-11-26", open: [["13:30", "16:30"]], basis: "weekly", reason: null },
      { date: "2026-11-27", open: [["22:00", "26:00"]], basis: "weekly", reason: null },
      { date: "2026-11-28", open: [], basis: "weekly", reason: null },
    ]);
  });

  test.each([
    ["2026-11-25T10:00", { open: true, until: "2026-11-25T12:00:00+01:00[Europe/Brussels]", next: null }],
    ["2026-11-25T12:00", { open: false, until: null, next: "2026-11-26T13:30:00+01:00[Europe/Brussels]" }],
    ["2026-11-25T09:30:00+01:00", { open: true, until: "2026-11-25T12:00:00+01:00[Europe/Brussels]", next: null }],
    ["2026-11-28T01:59", { open: true, until: "2026-11-28T02:00:00+01:00[Europe/Brussels]", next: null }],
  ])("at %s it says whether it is open, and what comes next", async (at, expected) => {
    expect(await json("de-zandbak", "--at", at)).toEqual({ ...expected, basis: "weekly", reason: null });
  });

  test("an expression needs no database", async () => {
    const lines: string[] = [];
    const words = [
      "--expression",
      "We 09:00-12:00; SH off",
      "--school-calendar",
      "nl",
      "--from",
      "2026-12-23",
      "--json",
    ];
    await runHours(words, { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" }, (line) => lines.push(line));
    expect(JSON.parse(lines.join(""))).toMatchObject([
      { open: [], basis: "school-holiday", reason: { nl: "kerstvakantie" } },
    ]);
  });

  test.each([
    ["2027-03-27T23:00", "2027-03-28T04:00:00+02:00[Europe/Brussels]"],
    ["2027-10-30T23:00", "2027-10-31T04:00:00+01:00[Europe/Brussels]"],
  ])("in the night of the clock change after %s the clock on the wall counts", async (at, until) => {
    const words = ["--expression", "Sa 22:00-04:00", "--at", at];
    expect(await json(...words)).toMatchObject({ open: true, until });
  });

  test("without --json it is a table that a person can read", async () => {
    expect(await hours("de-zandbak", "--from", "2026-12-24", "--to", "2026-12-25")).toBe(
      [
        "2026-12-24 Thu  closed                    school-holiday   kerstvakantie",
        "2026-12-25 Fri  closed                    public-holiday   Kerstmis",
      ].join("\n"),
    );
  });

  test.each([
    [
      ["--expression", "We 9-", "--from", "2026-11-25"],
      'hours "We 9-" is not understood after "We 9"; expected a time',
    ],
    [["nowhere", "--from", "2026-11-25"], 'There is no place "nowhere"'],
    [["de-zandbak"], "hours needs either --from or --at"],
    [["de-zandbak", "--from", "2026-02-30"], '"2026-02-30" is not a date'],
    [["de-zandbak", "--from", "2026-02-03", "--to", "2026-02-01"], "2026-02-01 comes before 2026-02-03"],
    [["de-zandbak", "--from", "0001-01-01", "--to", "9999-01-01"], "is too long"],
    [["de-zandbak", "--at", "tomorrow"], '"tomorrow" is not a moment'],
    [["de-zandbak", "--from", "2026-02-03", "--school-calendar", "de"], "expected nl, fr, both, none"],
    [["de-zandbak", "--expression", "24/7", "--from", "2026-02-03"], "hours takes one place or one expression"],
  ])("%j is refused in one sentence", async (words, expected) => {
    await expect(hours(...words)).rejects.toThrow(expected);
  });

  test("lines of JSON are answered in order, wrong ones where they stand", async () => {
    const input = new PassThrough();
    const asked = { schoolCalendar: "nl", from: "2026-12-25", to: "2026-12-25" };
    input.end(
      [
        JSON.stringify({ ...asked, expression: "We 09:00-12:00; PH off" }),
        JSON.stringify({ ...asked, expression: "We 9-" }),
        "nonsense",
        JSON.stringify({ ...asked, expression: "24/7" }),
      ].join("\n"),
    );
    const lines: string[] = [];
    await evaluateLines(input, loadCalendars(), explainDays(), (line) => lines.push(line));
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      [{ date: "2026-12-25", open: [], basis: "public-holiday" }],
      { error: { at: 4, expected: ["a time such as 09:00-12:00"] } },
      { error: { at: 0 } },
      [{ open: [["00:00", "24:00"]], basis: "weekly" }],
    ]);
  });
});

describe("inloop change", () => {
  test("a change holds at once, is listed, and stops holding when it is withdrawn", async () => {
    const { id } = JSON.parse(
      await change("add", "de-zandbak", "--from", "2027-01-07", "--closed", "--reason", "illness", "--json"),
    );
    const [closed] = await json("de-zandbak", "--from", "2027-01-07");
    expect(closed).toEqual({
      date: "2027-01-07",
      open: [],
      basis: "change",
      // Why is for the team alone.
      reason: { nl: "uitzonderlijk gesloten", fr: "fermeture exceptionnelle", ar: "إغلاق استثنائي" },
    });
    expect(JSON.parse(await change("list", "de-zandbak", "--json"))).toContainEqual({
      id,
      kind: "closed",
      from: "2027-01-07",
      to: "2027-01-07",
      hours: [],
      reason: "illness",
      text: null,
      withdrawn: false,
    });
    await change("withdraw", id);
    expect(await json("de-zandbak", "--from", "2027-01-07")).toMatchObject([
      { basis: "weekly", open: [["13:30", "16:30"]] },
    ]);
    expect(JSON.parse(await change("list", "de-zandbak", "--json"))).toContainEqual(
      expect.objectContaining({ id, withdrawn: true }),
    );
    await expect(change("withdraw", id)).rejects.toThrow(`There is no change "${id}" that still counts`);
  });

  test("other hours replace, extra hours add, and a text is shown as it is written", async () => {
    await change(
      "add",
      "de-zandbak",
      "--from",
      "2027-01-11",
      "--to",
      "2027-01-14",
      "--hours",
      "10:00-11:00,14:00-15:00",
    );
    await change(
      "add",
      "de-zandbak",
      "--from",
      "2027-01-14",
      "--extra",
      "18:00-19:00",
      "--text-nl",
      "Feest",
      "--text-fr",
      "Fête",
    );
    const days = await json("de-zandbak", "--from", "2027-01-11", "--to", "2027-01-14");
    expect(days.map(({ open }: { open: unknown }) => open)).toEqual([
      [
        ["10:00", "11:00"],
        ["14:00", "15:00"],
      ],
      [
        ["10:00", "11:00"],
        ["14:00", "15:00"],
      ],
      [
        ["10:00", "11:00"],
        ["14:00", "15:00"],
      ],
      [
        ["10:00", "11:00"],
        ["14:00", "15:00"],
        ["18:00", "19:00"],
      ],
    ]);
    expect(days[3].reason).toMatchObject({ nl: "Feest", fr: "Fête" });
  });

  test.each([
    [["add", "de-zandbak", "--from", "2027-02-30", "--closed"], '"2027-02-30" is not a date'],
    [["add", "de-zandbak", "--from", "2027-02-03", "--to", "2027-02-01", "--closed"], "comes before"],
    [["add", "de-zandbak", "--from", "2027-02-03", "--hours", "9-12"], 'hours "9-" is not understood'],
    [["add", "de-zandbak", "--from", "2027-02-03", "--hours", "We 09:00-12:00"], "more than times"],
    [["add", "de-zandbak", "--from", "2027-02-03", "--closed", "--reason", "hangover"], '"hangover" is not a reason'],
    [["add", "de-zandbak", "--from", "2027-02-03", "--closed", "--extra", "09:00-10:00"], "one of --closed"],
    [["add", "de-zandbak", "--from", "2027-02-03", "--closed", "--text-nl", "x".repeat(201)], "at most 200 characters"],
    [["add", "nowhere", "--from", "2027-02-03", "--closed"], 'There is no place "nowhere"'],
    [["add", "de-zandbak", "--from", "2027-02-03", "--to", "2029-02-03", "--closed"], "longer than a year"],
    [["withdraw", "99999999999999"], "There is no change"],
    [["withdraw", "1; drop table places"], "There is no change"],
    [["list", "nowhere"], 'There is no place "nowhere"'],
    [["mend"], "change needs to know what to do"],
  ])("%j changes nothing and says what is expected", async (words, expected) => {
    const before = await change("list", "de-zandbak", "--json");
    await expect(change(...words)).rejects.toThrow(expected);
    expect(await change("list", "de-zandbak", "--json")).toBe(before);
  });
});
