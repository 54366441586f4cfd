import { randomBytes } from "node:crypto";
import { chmod, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { parseEnv } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { openTerminal } from "../../src/cli/terminal.ts";
import { slugOf } from "../../src/features/setup/interview.ts";
import { botVariables, emptyDatabase, startTelegram } from "../support/bot-surroundings.ts";
import { runInloop, temporaryFolder } from "../support/process.ts";
import { query } from "../support/query.ts";

let telegram: Awaited<ReturnType<typeof startTelegram>>;
const token = botVariables.BOT_TOKEN;

beforeAll(async () => {
  telegram = await startTelegram();
});

interface Place {
  readonly folder: string;
  readonly DATABASE_URL: string;
}

/** Lines that somebody types, and what she reads. */
async function setUp({ folder, DATABASE_URL }: Place, lines: readonly string[], extra: Record<string, string> = {}) {
  const variables = { TELEGRAM_API_ROOT: telegram.url, DATABASE_URL, ...extra };
  return runInloop(["setup"], folder, variables, `${lines.join("\n")}\n`);
}

const somewhere = async (): Promise<Place> => ({
  folder: await temporaryFolder(),
  DATABASE_URL: await emptyDatabase(),
});
const envIn = async (folder: string) => parseEnv(await readFile(join(folder, ".env"), "utf8"));

const organisation = ["De Speelboom vzw", "Voorbeeldstraat 12, 1080 Molenbeek", "info@speelboom.example", "", ""];

test("asks in Dutch, answers what it cannot read with one sentence, and makes all that a bot needs", async () => {
  const place = await somewhere();
  const { code, stdout, stderr } = await setUp(place, [
    ...["de", "nl"],
    ...["geen token", "123456789:another-token", token],
    ...organisation.toSpliced(2, 0, "geen adres"),
    ...["De Zandbak", "Le Bac à sable", "صندوق الرمل", "Voorbeeldstraat 12, 1080 Molenbeek"],
    ...["vlaams", ""],
    ...["maandag misschien", "maandag en donderdag 13.30-16.30, woensdag 9-12", "", "misschien", "ja"],
    "nee",
    ...["maandag 13.30-16.30, woensdag 9-12", "", "nee", ""],
    "",
  ]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: [] });
  for (const said of [
    "Kies nl, fr of ar. · Choisissez nl, fr ou ar.",
    "Dat is geen token. Een token lijkt op 123456789:AAE-…",
    "Telegram kent dit token niet. Kopieer het opnieuw bij BotFather.",
    "Telegram kent deze bot als @inloop_bot.",
    "Dat is geen e-mailadres.",
    "Bij wie vraag je iets over privacy? [info@speelboom.example]",
    "Kies nl, fr, both of none.",
    "Dit begrijp ik niet: misschien. Schrijf dagen en uren, zoals: ma 9-12.",
    "Antwoord met ja of nee.",
    "Zo lezen ouders de volgende vier weken:\n",
    "De affiche voor de deur: poster-de-zandbak.pdf",
  ]) {
    expect(stdout).toContain(said);
  }
  const { BOT_TOKEN, SECRET_KEY = "", ...others } = await envIn(place.folder);
  expect([BOT_TOKEN, Buffer.from(SECRET_KEY, "base64url").length, others]).toEqual([token, 32, {}]);
  for (const secret of [token, "another-token", SECRET_KEY]) expect(stdout).not.toContain(secret);
  expect((await stat(join(place.folder, ".env"))).mode & 0o777).toBe(0o600);
  expect((await readFile(join(place.folder, "poster-de-zandbak.pdf"))).subarray(0, 5).toString()).toBe("%PDF-");
  expect(
    await query(
      place.DATABASE_URL,
      (sql) => sql`select slug, name->>'fr' as fr, expression from places join hours on place = number`,
    ),
  ).toEqual([{ slug: "de-zandbak", fr: "Le Bac à sable", expression: "Mo 13:30-16:30; We 09:00-12:00; PH off" }]);
  expect(
    await query(place.DATABASE_URL, (sql) => sql`select email, privacy_contact as privacy from organisation`),
  ).toEqual([{ email: "info@speelboom.example", privacy: "info@speelboom.example" }]);
  expect(stdout).toMatch(/^https:\/\/t\.me\/inloop_bot\?start=i_[\w-]{22}$/m);
  expect(await query(place.DATABASE_URL, (sql) => sql`select role from invitations`)).toEqual([
    { role: "coordinator" },
  ]);
});

test("interrupted, it keeps what was written; run again, it uses what is there and replaces nothing unasked", async () => {
  const place = await somewhere();
  await writeFile(join(place.folder, ".env"), "# ours\nBROADCAST_RATE=20\nBOT_TOKEN=\n");
  await chmod(join(place.folder, ".env"), 0o644);
  const first = await setUp(place, ["fr", token, "La Maison"]);
  expect(first.code).toBe(1);
  expect(first.stderr).toEqual([
    expect.stringMatching(/^Setup was interrupted; what is written so far stays\. Run it again/),
  ]);
  const env = await readFile(join(place.folder, ".env"), "utf8");
  expect(env).toMatch(/^# ours\nBROADCAST_RATE=20\nBOT_TOKEN=\S+\nSECRET_KEY=\S{43}\n$/);
  expect((await stat(join(place.folder, ".env"))).mode & 0o777).toBe(0o600);

  const second = await setUp(place, [
    "fr",
    ...organisation,
    "Le Bac",
    "",
    "",
    "Rue 1",
    "",
    "mercredi 9h-12h",
    "",
    "",
    "",
    "",
  ]);
  expect(second).toMatchObject({ code: 0, stderr: [] });
  expect(second.stdout).toContain("La SECRET_KEY qui existait déjà reste.");
  expect(await readFile(join(place.folder, ".env"), "utf8")).toBe(env);

  const file = await readFile(join(place.folder, "places.yaml"), "utf8");
  const third = await setUp(place, ["fr", ""]);
  expect(third).toMatchObject({ code: 0, stderr: [] });
  expect(third.stdout).toContain("poster-le-bac.pdf existait déjà et reste tel quel.");
  expect(await readFile(join(place.folder, "places.yaml"), "utf8")).toBe(file);

  const fourth = await setUp(place, [
    "fr",
    "non",
    ...organisation,
    "Autre lieu",
    "",
    "",
    "Rue 2",
    "both",
    "lundi 9h-12h",
    "",
    "",
    "",
    "",
  ]);
  expect(fourth).toMatchObject({ code: 0, stderr: [] });
  expect(await readFile(join(place.folder, "places.yaml.old"), "utf8")).toBe(file);
  expect((await readdir(place.folder)).toSorted()).toEqual(
    [".env", "places.yaml", "places.yaml.old", "poster-autre-lieu.pdf", "poster-le-bac.pdf"].toSorted(),
  );
});

test("a token that Telegram no longer knows is told and asked for, and with Telegram away setup goes on, in Arabic", async () => {
  const place = await somewhere();
  await writeFile(
    join(place.folder, ".env"),
    `BOT_TOKEN=123456789:revoked\nSECRET_KEY=${randomBytes(32).toString("base64url")}\n`,
  );
  const { stdout, stderr } = await setUp(place, ["ar", token]);
  expect(stdout).toContain("تيليغرام لا يعرف رمز البوت المحفوظ هنا. نحتاج إلى رمز آخر.");
  expect(stdout + stderr.join()).not.toContain("revoked");
  expect((await envIn(place.folder)).BOT_TOKEN).toBe(token);

  const away = await somewhere();
  const without = await setUp(
    away,
    [
      "ar",
      token,
      "x",
      "@inloop_bot",
      ...organisation,
      "صندوق الرمل",
      "",
      "",
      "Rue 1",
      "none",
      "الأربعاء 9-12",
      "",
      "",
      "",
    ],
    { TELEGRAM_API_ROOT: "http://127.0.0.1:1" },
  );
  expect(without).toMatchObject({ code: 0, stderr: [] });
  expect(without.stdout).toContain("تيليغرام لا يجيب الآن.");
  expect(without.stdout).toMatch(/^https:\/\/t\.me\/inloop_bot\?start=i_/m);
});

test("at a keyboard what is secret is not shown as it is typed, and the rest is", async () => {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80 });
  const terminal = openTerminal(input, output);
  let shown = "";
  output.on("data", (chunk) => {
    shown += chunk;
  });
  const secret = terminal.ask("Token?", true);
  input.write("a-secret\r");
  expect(await secret).toBe("a-secret");
  const name = terminal.ask("Name?");
  input.write("Noor\r");
  expect(await name).toBe("Noor");
  const never = terminal.ask("Place?");
  input.write("\u0003");
  await expect(never).rejects.toThrow("Setup was interrupted");
  expect(shown).toContain("Noor");
  expect(shown).not.toContain("secret");
});

test.each([
  [{ nl: "De Zandbak", fr: "Le Bac", ar: "صندوق" }, [], "de-zandbak"],
  [{ nl: "De Zandbak", fr: "Le Bac", ar: "صندوق" }, ["de-zandbak"], "de-zandbak-2"],
  [{ nl: "صندوق", fr: "L’Été à Ixelles", ar: "صندوق" }, [], "l-ete-a-ixelles"],
  [{ nl: "صندوق", fr: "صندوق", ar: "صندوق" }, [], "place"],
])("%j beside %j is linked as %s", (names, taken, slug) => {
  expect(slugOf(names, taken)).toBe(slug);
});
