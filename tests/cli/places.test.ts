import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { runPlaces } from "../../src/cli/places.ts";
import { Problem } from "../../src/problem.ts";
import { botVariables, emptyDatabase } from "../support/bot-surroundings.ts";
import { temporaryFolder } from "../support/process.ts";
import { query } from "../support/query.ts";
import { mistakes, placesFile } from "./places-file.ts";

const example = fileURLToPath(new URL("../../data/example-places.yaml", import.meta.url));
const organisation = `organisation:
  { name: De Speelboom vzw, address: Straat 1, email: info@speelboom.example, privacyContact: a, complaintsContact: b }
`;

let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
});

describe("importing", () => {
  test("the example places are stored, and importing them again changes nothing", async () => {
    const inloop = await freshInloop();
    expect(await inloop("import", example)).toBe("2 added, 0 changed, 0 as before. The organisation was changed.");
    const stored = await inloop("list", "--json");
    expect(JSON.parse(stored)).toMatchObject([
      { number: 1, slug: "de-zandbak", price: "free", wheelchair: true, location: { latitude: 50.8571 } },
      { number: 2, slug: "le-petit-train", name: { nl: "Het Treintje", fr: "Le Petit Train", ar: "القطار الصغير" } },
    ]);

    expect(await inloop("import", example)).toBe("0 added, 0 changed, 2 as before.");
    expect(await inloop("list", "--json")).toBe(stored);
  });

  test("a place that is left out of the file stays, and a new one gets the next number", async () => {
    const inloop = await freshInloop();
    await inloop("import", example);
    expect(await inloop("import", await file(placesFile({ slug: "nieuw" })))).toBe("1 added, 0 changed, 0 as before.");
    expect(await inloop("import", await file(placesFile({ name: "Zand" })))).toBe("0 added, 1 changed, 0 as before.");
    expect(JSON.parse(await inloop("list", "--json"))).toMatchObject([
      { number: 1, slug: "de-zandbak", name: { nl: "Zand", fr: "Zand", ar: "Zand" } },
      { number: 2, slug: "le-petit-train" },
      { number: 3, slug: "nieuw" },
    ]);
    expect((await inloop("list")).split("\n")).toEqual([
      "de-zandbak\tZand\tMo 09:00-12:00; PH off",
      "le-petit-train\tHet Treintje\tTu,Fr 09:30-12:00; We 14:00-17:00; PH off; SH off",
      "nieuw\tDe Zandbak\tMo 09:00-12:00; PH off",
    ]);
  });

  test("two imports at the same moment store each place once", async () => {
    const inloop = await freshInloop();
    const said = await Promise.all([inloop("import", example), inloop("import", example)]);
    expect(said.map((line) => line.slice(0, 7)).toSorted()).toEqual(["0 added", "2 added"]);
    expect(JSON.parse(await inloop("list", "--json"))).toMatchObject([{ number: 1 }, { number: 2 }]);
  });

  test("files as other systems write them are read too: a mark at the beginning, and two characters at the end of a line", async () => {
    const inloop = await freshInloop();
    const path = await file(`\uFEFF${placesFile().replaceAll("\n", "\r\n")}`);
    expect(await inloop("import", path)).toBe("1 added, 0 changed, 0 as before.");
  });

  test("whoever runs the bot must be named before parents talk to it", async () => {
    const url = await emptyDatabase();
    const without = await file(placesFile());
    const inloop = inloopOn(url, botVariables);
    await expect(inloop("import", without)).rejects.toThrow(
      `${without}:1: organisation is missing; with BOT_TOKEN parents must know who runs the bot and answers for it\nNothing was changed.`,
    );
    expect(await inloop("list")).toBe("No places are stored yet: places import FILE");

    expect(await inloop("import", await file(placesFile({}, organisation)))).toMatch(/^1 added/);
    expect(await inloop("import", without)).toBe("0 added, 0 changed, 1 as before.");
    const renamed = await file(placesFile({}, organisation.replace("De Speelboom", "De Boom")));
    expect(await inloop("import", renamed)).toBe("0 added, 0 changed, 1 as before. The organisation was changed.");
  });
});

describe("hours", () => {
  test("given as one text they hold from today on, and what held before is kept as history", async () => {
    const { inloop, today, url } = await withPlace({ hours: '"Mo 09:00-12:00"' });
    expect(await regularHours(inloop)).toEqual([{ from: "0001-01-01", expression: "Mo 09:00-12:00" }]);

    await inloop("import", await file(placesFile({ hours: '"Tu 09:00-12:00"' })));
    const changed = await regularHours(inloop);
    expect(changed).toEqual([
      { from: "0001-01-01", expression: "Mo 09:00-12:00" },
      { from: today(), expression: "Tu 09:00-12:00" },
    ]);

    // Once more on the same day, and back: what held before today is not touched.
    await inloop("import", await file(placesFile({ hours: '"We 09:00-12:00"' })));
    expect((await regularHours(inloop)).at(-1)?.expression).toBe("We 09:00-12:00");
    expect(await query(url, (sql) => sql`select count(*)::int as rows from hours`)).toEqual([{ rows: 2 }]);
  });

  test("given as a list they replace all that is known, also of days to come", async () => {
    const { inloop, today } = await withPlace({ hours: '"Mo 09:00-12:00"' });
    const rows = [
      { from: "2020-09-01", expression: "Tu 09:00-12:00" },
      { from: "2999-09-01", expression: "We 09:00-12:00" },
    ];
    const list = await file(placesFile({ hours: JSON.stringify(rows) }));
    expect(await inloop("import", list)).toBe("0 added, 1 changed, 0 as before.");
    expect(await regularHours(inloop)).toEqual(rows);
    expect(await inloop("import", list)).toBe("0 added, 0 changed, 1 as before.");

    // One text says what holds now and from now on.
    await inloop("import", await file(placesFile({ hours: '"Tu 09:00-12:00"' })));
    expect(await regularHours(inloop)).toEqual(rows.slice(0, 1));
    await inloop("import", await file(placesFile({ hours: '"Th 09:00-12:00"' })));
    expect(await regularHours(inloop)).toEqual([rows[0], { from: today(), expression: "Th 09:00-12:00" }]);
  });
});

describe("what was edited in the chat", () => {
  /** As the conversation leaves it. */
  const edit = (url: string, field: string, change: string) =>
    query(url, (sql) => sql.unsafe(`${change}; update places set edited = array_append(edited, '${field}')`));
  const phone = 'update places set facts = facts || \'{"phone": "02 555 99 99"}\'';

  test("is not overwritten: each difference is a line, nothing is changed, and --force lets the file hold", async () => {
    const { inloop, url, today } = await withPlace({ hours: '"Mo 09:00-12:00"', phone: '"02 555 01 01"' });
    await edit(url, "phone", phone);
    await edit(url, "ages", `update places set facts = facts || '{"ages": {"nl": "tot 4 jaar"}}'`);
    await edit(url, "hours", `insert into hours values (1, '${today()}', 'We 10:00-11:00')`);
    const before = await inloop("list", "--json");
    const path = await file(placesFile({ hours: '"Tu 09:00-12:00"', phone: '"02 555 01 01"', email: "a@b.example" }));
    expect((await problemOf(inloop("import", path))).split("\n")).toEqual([
      'de-zandbak: phone was edited in the chat to "02 555 99 99"; the file says "02 555 01 01"',
      'de-zandbak: ages was edited in the chat to {"nl":"tot 4 jaar"}; the file says nothing',
      `de-zandbak: hours was edited in the chat to "We 10:00-11:00" from ${today()}; the file says "Tu 09:00-12:00"`,
      "Nothing was changed. With --force the file holds.",
    ]);
    expect(await inloop("list", "--json")).toBe(before);

    expect(await inloop("import", path, "--force")).toBe("0 added, 1 changed, 0 as before.");
    const [place] = JSON.parse(await inloop("list", "--json"));
    expect(place).toMatchObject({ phone: "02 555 01 01", email: "a@b.example" });
    expect(place).not.toHaveProperty("ages");
    expect((await regularHours(inloop)).at(-1)?.expression).toBe("Tu 09:00-12:00");
    // From here on the file is what holds.
    expect(await inloop("import", await file(placesFile({ hours: '"Tu 09:00-12:00"' })))).toMatch(/1 changed/);
  });

  test("is held against the file for the name, the address and the point on the map, too", async () => {
    const { inloop, url } = await withPlace({ name: "De Zandbak" });
    await edit(url, "name", `update places set name = '{"nl": "De Schelp", "fr": "Le Coquillage", "ar": "الصدفة"}'`);
    await edit(url, "address", `update places set facts = facts || '{"address": "Straat 2"}'`);
    await edit(
      url,
      "location",
      `update places set facts = facts || '{"location": {"latitude": 50.8, "longitude": 4.3}}'`,
    );
    const said = await problemOf(inloop("import", await file(placesFile({ name: "De Zandbak" }))));
    expect(said.split("\n")).toEqual([
      'de-zandbak: name was edited in the chat to {"ar":"الصدفة","fr":"Le Coquillage","nl":"De Schelp"}; the file says {"ar":"De Zandbak","fr":"De Zandbak","nl":"De Zandbak"}',
      expect.stringMatching(/^de-zandbak: address was edited in the chat to "Straat 2"; the file says "/),
      expect.stringMatching(/^de-zandbak: location was edited in the chat to {"latitude":50\.8,"longitude":4\.3}; /),
      "Nothing was changed. With --force the file holds.",
    ]);
  });

  test("lets the rest of a file through, and is forgotten once the file says the same", async () => {
    const { inloop, url } = await withPlace({ phone: '"02 555 01 01"' });
    await edit(url, "phone", phone);
    const same = { phone: '"02 555 99 99"', name: "De Nieuwe Zandbak" };
    expect(await inloop("import", await file(placesFile(same)))).toBe("0 added, 1 changed, 0 as before.");
    expect(await inloop("import", await file(placesFile({ ...same, phone: '"02 555 03 03"' })))).toMatch(/1 changed/);
  });

  test("hours that are planned for later, or written in another way, are compared by what they say", async () => {
    const { inloop, url, today } = await withPlace({ hours: '"Mo 09:00-12:00"' });
    await edit(url, "hours", `insert into hours values (1, '2999-09-01', 'We 10:00-11:00')`);
    expect(await problemOf(inloop("import", await file(placesFile({ hours: '"Mo 09:00-12:00"' }))))).toMatch(
      /^de-zandbak: hours was edited in the chat to "We 10:00-11:00" from 2999-09-01; the file says "Mo 09:00-12:00"/,
    );
    const rows = [
      { from: "0001-01-01", expression: "Mo 9:00-12:00" },
      { from: "2999-09-01", expression: "We 10:00 - 11:00" },
    ];
    await inloop("import", await file(placesFile({ hours: JSON.stringify(rows) })));
    expect(today()).toBeDefined();
    expect(await regularHours(inloop)).toMatchObject([{ from: "0001-01-01" }, { from: "2999-09-01" }]);
  });
});

describe("a file with mistakes changes nothing, and every mistake is named", () => {
  let inloop: Inloop;
  let stored: string;

  beforeAll(async () => {
    inloop = await freshInloop();
    await inloop("import", example);
    stored = await inloop("list", "--json");
  });

  test.each(mistakes)("%s", async (_what, content, sentences) => {
    const path = await file(content);
    const lines = [...sentences.map((sentence) => `${path}:${sentence}`), "Nothing was changed."];
    expect((await problemOf(inloop("import", path))).split("\n")).toEqual(lines);
    expect(await inloop("list", "--json")).toBe(stored);
  });

  test("a file that is no text, is written otherwise than in UTF-8, or is not there", async () => {
    const binary = await file(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0xff]));
    const latin = await file(Buffer.from(placesFile({ name: "Le Bac à sable" }), "latin1"));
    const directory = join(folder, "places.d");
    await mkdir(directory);
    for (const path of [binary, latin]) {
      expect(await problemOf(inloop("import", path))).toBe(`${path} is not a text in UTF-8; save it as UTF-8.`);
    }
    for (const path of [directory, join(folder, "absent.yaml")]) {
      expect(await problemOf(inloop("import", path))).toBe(`${path} cannot be read; give the path of a readable file.`);
    }
  });

  test.each([
    ["brackets", "[{".repeat(5_000)],
    ["a megabyte of one word", "a".repeat(1_000_000)],
    ["a megabyte of places that are words", `places:\n${"- a\n".repeat(250_000)}`],
  ])("nonsense is refused, however much in a few lines: %s", async (_what, content) => {
    const path = await file(content);
    const lines = (await problemOf(inloop("import", path))).split("\n");
    expect(lines.length).toBeLessThanOrEqual(202);
    expect(lines[0]).toMatch(/:\d+: \S/);
    expect(lines.join("\n")).not.toMatch(/^\s+at /m);
    expect(lines.at(-1)).toBe("Nothing was changed.");
  });
});

type Inloop = (...words: string[]) => Promise<string>;

/** `inloop places …` as the command line runs it: what it prints. */
function inloopOn(url: string, variables: Readonly<Record<string, string>> = {}): Inloop {
  return async (...words) => {
    const printed: string[] = [];
    await runPlaces(words, { ...variables, DATABASE_URL: url }, (line) => printed.push(line));
    return printed.join("\n");
  };
}

async function freshInloop(): Promise<Inloop> {
  return inloopOn(await emptyDatabase());
}

async function withPlace(fields: Parameters<typeof placesFile>[0]) {
  const url = await emptyDatabase();
  const inloop = inloopOn(url);
  await inloop("import", await file(placesFile(fields)));
  return { inloop, url, today: () => Temporal.Now.plainDateISO("Europe/Brussels").toString() };
}

async function regularHours(inloop: Inloop): Promise<{ from: string; expression: string }[]> {
  const [place] = JSON.parse(await inloop("list", "--json"));
  return place.schedule.regular;
}

async function problemOf(work: Promise<unknown>): Promise<string> {
  const cause = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(cause).toBeInstanceOf(Problem);
  return (cause as Problem).message;
}

let files = 0;

async function file(content: string | Buffer): Promise<string> {
  files += 1;
  const path = join(folder, `places-${files}.yaml`);
  await writeFile(path, content);
  return path;
}
