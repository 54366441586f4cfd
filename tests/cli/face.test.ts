import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { runFace } from "../../src/cli/face.ts";
import { Problem } from "../../src/problem.ts";
import { databaseWithPlaces } from "../support/bot-surroundings.ts";
import { jpeg, png, voice } from "../support/face-files.ts";
import { runInloop, temporaryFolder } from "../support/process.ts";
import { query } from "../support/query.ts";

const usage =
  "face SLUG [--photo door.jpg] [--welcome-nl hello.ogg] [--welcome-fr …] [--welcome-ar …] [--welcome-ary …] [--remove photo|welcome-nl|…]";

let folder: string;
let DATABASE_URL: string;

beforeAll(async () => {
  [folder, DATABASE_URL] = await Promise.all([temporaryFolder(), databaseWithPlaces()]);
  const files = {
    "door.jpg": jpeg(),
    // What a file is, it says itself.
    "door.gif": png(),
    "hello.ogg": voice({ seconds: 4 }),
    "long.ogg": voice({ seconds: 45 }),
    "silent.ogg": voice({ seconds: 0 }),
    "hello.mp3": Buffer.from("ID3 and some sound"),
    "large.jpg": Buffer.concat([jpeg(), Buffer.alloc(2 * 1024 * 1024)]),
    "large.ogg": Buffer.concat([voice({ seconds: 1 }), Buffer.alloc(1024 * 1024)]),
    "ribbon.png": png(4000, 20),
  };
  await Promise.all(Object.entries(files).map(([name, bytes]) => writeFile(join(folder, name), bytes)));
});

test("a photo and welcomes are stored, shown, replaced and removed", async () => {
  const stored = await runInloop(
    ["face", "de-zandbak", "--photo", "door.jpg", "--welcome-nl", "hello.ogg", "--welcome-ary", "hello.ogg"],
    folder,
    { DATABASE_URL },
  );
  expect(stored).toEqual({
    code: 0,
    stdout: "photo is stored.\nwelcome-nl is stored.\nwelcome-ary is stored.\n",
    stderr: [],
  });
  expect(await face("de-zandbak")).toEqual(["photo\timage/jpeg\nwelcome-ary\taudio/ogg\nwelcome-nl\taudio/ogg"]);
  expect(await face("le-petit-train")).toEqual([`le-petit-train has no photo and no welcome yet: ${usage}`]);

  expect(await face("de-zandbak --photo door.gif --remove welcome-ary --remove welcome-fr")).toEqual([
    "photo is stored.",
    "welcome-ary is removed.",
    "There was no welcome-fr.",
  ]);
  expect(await face("de-zandbak")).toEqual(["photo\timage/png\nwelcome-nl\taudio/ogg"]);
  const [{ bytes } = {}] = await query<{ bytes: Buffer }>(
    DATABASE_URL,
    (sql) => sql`select bytes from place_media where kind = 'photo'`,
  );
  expect(bytes).toEqual(png());
});

test.each([
  ["", `face takes one place: ${usage}`],
  ["de-zandbak le-petit-train", `face takes one place: ${usage}`],
  ["de-zandbank", 'There is no place "de-zandbank"; places list shows those that there are.'],
  ["de-zandbank --photo door.jpg", 'There is no place "de-zandbank"; places list shows those that there are.'],
  ["le-petit-train --photo absent.jpg", "absent.jpg cannot be read; give the path of a readable file."],
  ["le-petit-train --photo hello.ogg", "hello.ogg is no photo; expected a JPEG or a PNG. Nothing was changed."],
  ["le-petit-train --photo large.jpg", "large.jpg is too large; expected at most 2 MB. Nothing was changed."],
  [
    "le-petit-train --photo ribbon.png",
    "ribbon.png is too large or too narrow for Telegram; expected a photo of at most 10000 pixels, width and height together. Nothing was changed.",
  ],
  [
    "le-petit-train --photo door.jpg --welcome-fr hello.mp3",
    "hello.mp3 is no voice message; expected Opus in an Ogg file, as Telegram records it. Nothing was changed.",
  ],
  ["le-petit-train --welcome-nl large.ogg", "large.ogg is too large; expected at most 1 MB. Nothing was changed."],
  ["le-petit-train --welcome-ar long.ogg", "long.ogg lasts 45 seconds; expected at most 30. Nothing was changed."],
  [
    "le-petit-train --welcome-ar silent.ogg",
    "silent.ogg holds no sound; expected a spoken welcome. Nothing was changed.",
  ],
  [
    "le-petit-train --remove welcome-en",
    '--remove "welcome-en" is not known; expected one of photo, welcome-nl, welcome-fr, welcome-ar, welcome-ary.',
  ],
  [
    "le-petit-train --photo door.jpg --remove photo",
    "--photo and --remove photo contradict each other; give one of them.",
  ],
  [
    "le-petit-train --welcome-en hello.ogg",
    "--welcome-en is not an option; allowed: --photo, --welcome-nl, --welcome-fr, --welcome-ar, --welcome-ary, --remove.",
  ],
])("face %s", async (words, said) => {
  const problem = await problemOf(face(words));
  expect(problem.replaceAll(`${folder}/`, "")).toBe(said);
  const rows = await query(
    DATABASE_URL,
    (sql) => sql`select 1 from place_media join places on number = place where slug = 'le-petit-train'`,
  );
  expect(rows).toEqual([]);
});

async function face(words: string): Promise<readonly string[]> {
  const printed: string[] = [];
  const given = words === "" ? [] : words.split(" ");
  const inFolder = given.map((word) => (/^\w+\.\w+$/.test(word) ? join(folder, word) : word));
  await runFace(inFolder, { DATABASE_URL }, (line) => printed.push(line));
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
