import { afterAll, beforeAll, expect, test } from "vitest";
import type { storedTables } from "../anonymity/support/stored-tables.ts";
import { startTestApp, type TestApp } from "../support/app.ts";

/** Of each table one row that has been kept for long enough, and one that has not; or why nothing goes by itself. */
const kept: Readonly<Record<keyof typeof storedTables, string | { readonly goes: string; readonly stays: string }>> = {
  organisation: "a public fact",
  places: "a public fact",
  place_media: "a public fact",
  hours: "a public fact",
  schedule_changes: "a public fact",
  open_counts: "until published: tests/features/feedback/counting.test.ts",
  blocks: "for years",
  subscriptions: "until she stops: tests/features/subscriptions",
  staff: "until removed: tests/features/staff/team.test.ts",
  visit_counts: "for years",
  leases: "one row a name, taken over by whoever is next",
  deliveries: "with their broadcast",
  spent_ballots: {
    goes: "insert into spent_ballots values ('\\x01', WEEK - 2)",
    stays: "insert into spent_ballots values ('\\x02', WEEK - 1)",
  },
  chat_settings: {
    goes: "insert into chat_settings values ('\\x01', 'fr', null, '2026-05')",
    stays: "insert into chat_settings values ('\\x02', 'fr', null, '2026-06')",
  },
  broadcasts: {
    goes: "insert into broadcasts (state, text, not_before, ended, total) values ('ended', '{}', '2026-11-18T08:59Z', '2026-11-18T08:59Z', 0)",
    stays:
      "insert into broadcasts (state, text, not_before, ended, total) values ('ended', '{}', '2026-11-18T09:01Z', '2026-11-18T09:01Z', 0)",
  },
  invitations: {
    goes: "insert into invitations (hash, name, role, until) values ('\\x01', 'Jo', 'host', '2026-11-24')",
    stays: "insert into invitations (hash, name, role, until) values ('\\x02', 'Jo', 'host', '2026-11-25')",
  },
  staff_conversations: {
    goes: "insert into staff_conversations values ('\\x01', '\\x00', '2026-11-25T08:59Z')",
    stays: "insert into staff_conversations values ('\\x02', '\\x00', '2026-11-25T09:01Z')",
  },
  staff_updates: {
    goes: "insert into staff_updates values (1, '2026-11-24T08:59Z')",
    stays: "insert into staff_updates values (2, '2026-11-24T09:01Z')",
  },
  audit: {
    goes: "insert into audit (at, name, entry) values ('2025-11-25T08:59Z', 'Staf', '{}')",
    stays: "insert into audit (at, name, entry) values ('2025-11-25T09:01Z', 'Staf', '{}')",
  },
  count_messages: {
    goes: "insert into count_messages (code, place, day) values ('\\x01', 1, '2026-11-15')",
    stays: "insert into count_messages (code, place, day) values ('\\x01', 1, '2026-11-16')",
  },
  logbook: {
    goes: "insert into logbook values ('\\x01', 1, '2025-11-24', 'rustig')",
    stays: "insert into logbook values ('\\x02', 1, '2025-11-25', 'rustig')",
  },
};

const aged = Object.entries(kept).flatMap(([table, rows]) => (typeof rows === "string" ? [] : [{ table, ...rows }]));

/** Of 25 November 2026, as core/feedback/week.ts counts. */
const week = 2969;

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ now: "2026-11-25T10:00" });
  await app.sql`insert into staff (code, chat, name, role, language) values ('\\x01', '\\x00', 'Els', 'host', 'nl'), ('\\x02', '\\x00', 'Jan', 'host', 'nl')`;
  for (const { goes, stays } of aged) {
    for (const statement of [goes, stays]) await app.sql.unsafe(statement.replace("WEEK", String(week)));
  }
  await app.sql`insert into deliveries (broadcast, code) select number, '\\x01' from broadcasts`;
  await app.restart();
});
afterAll(() => app.stop());

/** Of a broadcast only what was said goes, and to whom; its counts stay. */
const left = (table: string) =>
  table === "broadcasts"
    ? app.sql`select number from broadcasts join deliveries on broadcast = number where text is not null`
    : app.sql`select from ${app.sql(table)}`;

test.each(aged)(
  "$table: what was kept for long enough goes when the bot starts, and the rest stays",
  async ({ table }) => {
    await expect.poll(() => left(table)).toHaveLength(1);
    // It is the right one that stays, as inserting the other again shows.
    const statement = aged.find((one) => one.table === table)?.stays.replace("WEEK", String(week)) ?? "";
    if (!["audit", "broadcasts"].includes(table)) {
      await expect(app.sql.unsafe(statement)).rejects.toThrow("duplicate key");
    }
  },
);

test("of the year before, and of the week before, nothing is left", async () => {
  expect(await app.sql`select from audit where at < '2025-11-25T09:00Z'`).toHaveLength(0);
  expect(await app.sql`select from broadcasts where text is not null and ended < '2026-11-18T09:00Z'`).toHaveLength(0);
});
