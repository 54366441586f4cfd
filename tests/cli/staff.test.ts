import { beforeAll, expect, test } from "vitest";
import { runStaff } from "../../src/cli/staff.ts";
import { Problem } from "../../src/problem.ts";
import { databaseWithPlaces, emptyDatabase } from "../support/bot-surroundings.ts";
import { runInloop, temporaryFolder } from "../support/process.ts";
import { query } from "../support/query.ts";

let DATABASE_URL: string;

const usage = "staff invite --role coordinator|host [--place SLUG …] [--name NAME] [--bot-username NAME]";

beforeAll(async () => {
  DATABASE_URL = await databaseWithPlaces();
});

async function staff(line: string, database = DATABASE_URL): Promise<readonly string[]> {
  const printed: string[] = [];
  await runStaff(line.split(" "), { DATABASE_URL: database }, (text) => printed.push(text));
  return printed;
}

test("an invitation is a link alone on standard output, of which only the hash is stored", async () => {
  const folder = await temporaryFolder();
  const words = ["staff", "invite", "--role", "coordinator", "--bot-username", "@inloop_bot"];
  const { code, stdout, stderr } = await runInloop(words, folder, { DATABASE_URL });
  expect([code, stderr]).toEqual([0, []]);
  expect(stdout).toMatch(/^https:\/\/t\.me\/inloop_bot\?start=i_[\w-]{22}\n$/);
  const rows = await query(DATABASE_URL, (sql) => sql`select * from invitations`);
  expect(rows).toMatchObject([{ name: "Coördinator", role: "coordinator", places: null, invited_by: null }]);
  expect(JSON.stringify(rows)).not.toContain(stdout.trim().slice(-22));
});

test("it may be for some places, under a name", async () => {
  await staff("invite --role host --place de-zandbak --place le-petit-train --name Els --bot-username inloop_bot");
  const [row] = await query(DATABASE_URL, (sql) => sql`select places from invitations where name = 'Els'`);
  expect(row).toEqual({ places: [1, 2] });
});

test("the team is listed, and somebody taken from it by name", async () => {
  const database = await emptyDatabase();
  expect(await staff("list", database)).toEqual(["Nobody belongs to the team yet: staff invite"]);
  await query(
    database,
    (sql) => sql`
      insert into staff (code, chat, name, role, places, language)
      values ('\\x01', '\\x02', 'Els', 'host', array[7, 8]::smallint[], 'nl'), ('\\x03', '\\x04', 'Staf', 'coordinator', null, 'nl')`,
  );
  expect(await staff("list", database)).toEqual(["Els\thost\t7, 8\nStaf\tcoordinator\tevery place"]);
  expect(JSON.parse((await staff("list --json", database))[0] ?? "")).toMatchObject([
    { name: "Els" },
    { places: null },
  ]);
  expect(await staff("remove Els", database)).toEqual(["Els does not belong to the team any more."]);
  expect(await staff("list", database)).toEqual(["Staf\tcoordinator\tevery place"]);
  expect(await query(database, (sql) => sql`select name, entry->>'what' as what from audit`)).toEqual([
    { name: "command line", what: "member-removed" },
  ]);
});

test.each([
  ["", `staff needs to know what to do: ${usage}, staff list [--json], or staff remove NAME`],
  ["invite", `staff invite takes a role: ${usage}`],
  ["invite --role boss", `staff invite takes a role: ${usage}`],
  [
    "invite --role host --place zandbank --bot-username inloop_bot",
    'There is no place "zandbank"; places list shows those that there are.',
  ],
  ["invite --role host", "The link needs the bot's name; give --bot-username NAME, or set BOT_TOKEN to ask Telegram."],
  ["list Els", "staff list takes no name: staff list [--json]"],
  ["remove", 'staff remove takes one name, in quotes where it has a blank: staff remove "NAME"'],
  ["remove Nobody", 'Nobody of the team is called "Nobody"; staff list shows the team.'],
])("“staff %s” is answered with one sentence", async (line, expected) => {
  const problem = await staff(line).catch((cause) => cause);
  expect(problem).toBeInstanceOf(Problem);
  expect(problem.message).toBe(expected);
});
