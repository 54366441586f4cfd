import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { runPoster } from "../../src/cli/poster.ts";
import { Problem } from "../../src/problem.ts";
import { pixelsOf, readCode, readPdf } from "../features/poster-code.ts";
import { botVariables, databaseWithPlaces, secrets, startTelegram } from "../support/bot-surroundings.ts";
import { runInloop, temporaryFolder } from "../support/process.ts";

const usage = "poster SLUG --out poster.pdf [--after-visit] [--bot-username NAME]";

let folder: string;
let DATABASE_URL: string;

beforeAll(async () => {
  [folder, DATABASE_URL] = await Promise.all([temporaryFolder(), databaseWithPlaces()]);
});

test("a PDF for the door", async () => {
  const door = ["poster", "de-zandbak", "--out", "door.pdf", "--bot-username", "@inloop_bot"];
  expect(await runInloop(door, folder, { DATABASE_URL })).toEqual({
    code: 0,
    stdout: "door.pdf: its code opens https://t.me/inloop_bot?start=p_de-zandbak\n",
    stderr: [],
  });
  const { pages, pixels } = await readPdf(await readFile(join(folder, "door.pdf")));
  expect(pages).toEqual([{ width: 210, height: 297 }]);
  expect(readCode(pixels)).toBe("https://t.me/inloop_bot?start=p_de-zandbak");
});

test("a PNG for after a visit, which replaces the file that was there", async () => {
  const out = join(folder, "visit.PNG");
  for (const name of ["first_bot", "second_bot"]) {
    await poster(`le-petit-train --after-visit --bot-username ${name} --out ${out}`);
    expect(readCode(pixelsOf(await readFile(out)))).toBe(`https://t.me/${name}?start=f_le-petit-train`);
  }
});

test("with BOT_TOKEN Telegram says what the bot is called", async () => {
  const telegram = await startTelegram();
  const out = join(folder, "asked.png");
  const printed = await poster(`de-zandbak --out ${out}`, telegram.variables);
  expect(printed).toEqual([`${out}: its code opens https://t.me/inloop_bot?start=p_de-zandbak`]);

  const another = await problemOf(
    poster(`de-zandbak --out ${out}`, { ...telegram.variables, BOT_TOKEN: "987654321:another-token" }),
  );
  expect(another).toBe("BOT_TOKEN is not known to Telegram; give the one from BotFather, or --bot-username NAME.");
  const away = await problemOf(
    poster(`de-zandbak --out ${out}`, { ...botVariables, TELEGRAM_API_ROOT: "http://127.0.0.1:1" }),
  );
  expect(away).toBe("Telegram does not say what the bot is called; try again later, or give --bot-username NAME.");
  for (const secret of secrets) expect(away + another).not.toContain(secret);
});

test("a mistake is one sentence on standard error, with exit code 1", async () => {
  expect(await runInloop(["poster", "de-zandbank", "--out", "a.pdf"], folder, { DATABASE_URL })).toEqual({
    code: 1,
    stdout: "",
    stderr: ['There is no place "de-zandbank"; places list shows those that there are.'],
  });
});

test.each([
  ["", `poster takes one place: ${usage}`],
  ["de-zandbak le-petit-train --out a.pdf", `poster takes one place: ${usage}`],
  ["de-zandbak", `poster needs --out, the file to write: ${usage}`],
  ["de-zandbak --out a.svg", '--out "a.svg" is no poster; expected a file that ends in .pdf or .png.'],
  ["de-zandbak --out pdf", '--out "pdf" is no poster; expected a file that ends in .pdf or .png.'],
  [
    "de-zandbak --out a.pdf --bot-username in/loop",
    '--bot-username "in/loop" is not a user name at Telegram; expected one such as inloop_bot.',
  ],
  [
    "de-zandbak --out a.pdf",
    "The poster's code needs the bot's name; give --bot-username NAME, or set BOT_TOKEN to ask Telegram.",
  ],
  [
    "de-zandbak --out /dev/null/a.pdf --bot-username inloop_bot",
    "/dev/null/a.pdf cannot be written; give the path of a file in a folder that you may write to.",
  ],
  ["de-zandbak --out a.pdf --yes", "--yes is not an option; allowed: --out, --after-visit, --bot-username."],
])("poster %s", async (words, said) => {
  expect(await problemOf(poster(words))).toBe(said);
});

async function poster(words: string, variables: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const printed: string[] = [];
  const given = words === "" ? [] : words.split(" ");
  await runPoster(given, { DATABASE_URL, ...variables }, (line) => printed.push(line));
  return printed;
}

async function problemOf(work: Promise<unknown>): Promise<string> {
  const cause = await work.then(
    () => undefined,
    (cause: unknown) => cause,
  );
  expect(cause).toBeInstanceOf(Problem);
  return (cause as Problem).message;
}
