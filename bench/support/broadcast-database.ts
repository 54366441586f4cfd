import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import postgres from "postgres";
import { administerPlaces, administerScheduleChanges } from "../../src/assembly/commands.ts";
import { loadCalendars } from "../../src/calendars.ts";
import { connect } from "../../src/database/client.ts";
import { startEmbeddedPostgres } from "../../src/database/embedded-postgres.ts";
import { deriveKey } from "../../src/database/keys.ts";
import { migrate } from "../../src/database/migrate.ts";
import { seal } from "../../src/database/sealing.ts";
import { temporaryDataDir } from "./data-dir.ts";
import { repository } from "./npm-start.ts";

export interface Counts {
  readonly total: number;
  readonly sent: number;
  readonly gone: number;
  readonly failed: number;
}

/** A database of its own with the example places, and who asked to be told about the first. */
export interface BroadcastDatabase {
  readonly url: string;
  readonly secretKey: Buffer;
  /** Nobody asked, and nothing is under way. */
  empty(): Promise<void>;
  /** So many subscriptions, of these chats in turn. */
  subscribe(count: number, chats: readonly number[]): Promise<void>;
  /** So many places, and changes of the first over many years. */
  hold(places: number, changes: number): Promise<void>;
  /** Closes a day and tells. @returns milliseconds that it took */
  announce(): Promise<number>;
  counts(): Promise<Counts>;
  /** Who has the right to send. */
  holder(): Promise<string | undefined>;
  /** The server ends all connections, repairs its files and begins anew. */
  crash(): Promise<void>;
  /** Until so many have an outcome. @returns milliseconds */
  told(count: number): Promise<number>;
}

const now = Temporal.Instant.from("2026-11-25T10:00+01:00");

export async function openBroadcastDatabase(open: AsyncDisposableStack): Promise<BroadcastDatabase> {
  const server = await startEmbeddedPostgres(await temporaryDataDir(open));
  open.defer(server.stop);
  await migrate(server.url);
  const database = await connect(server.url);
  open.defer(database.close);
  const sql = postgres(server.url, { max: 1, onnotice: () => undefined });
  open.defer(() => sql.end());
  const places = readFileSync(`${repository}data/example-places.yaml`, "utf8");
  await administerPlaces(database, () => now).importFile(places, "places.yaml", false);
  const secretKey = randomBytes(32);
  const key = deriveKey(secretKey, "subscribers");
  const changes = administerScheduleChanges(database, () => now, loadCalendars());

  const counts = async (): Promise<Counts> => {
    const [row] = await sql`select total, sent, gone, failed from broadcasts order by number desc limit 1`;
    return row as unknown as Counts;
  };

  const isThere = () =>
    sql`select 1`.then(
      () => true,
      () => false,
    );

  return {
    url: server.url,
    secretKey,
    async empty() {
      await sql`truncate subscriptions, deliveries, broadcasts, schedule_changes, leases cascade`;
    },
    async subscribe(count, chats) {
      for (let first = 0; first < count; first += 10_000) {
        const rows = Array.from({ length: Math.min(10_000, count - first) }, (_, index) => {
          const code = randomBytes(16);
          const content = Buffer.alloc(8);
          content.writeBigInt64BE(BigInt(chats[(first + index) % chats.length] ?? 0));
          return [code, seal(key, `subscription ${code.toString("hex")} 1`, content)] as const;
        });
        const hexOf = (which: 0 | 1) => rows.map((row) => row[which].toString("hex")).join();
        await sql`insert into subscriptions (code, place, chat, language)
          select decode(code, 'hex'), 1, decode(chat, 'hex'), 'nl'
          from unnest(string_to_array(${hexOf(0)}, ','), string_to_array(${hexOf(1)}, ',')) as t (code, chat)`;
      }
      await sql`analyze subscriptions`;
    },
    async hold(count, of) {
      await sql`delete from hours where place <> 1`;
      await sql`delete from places where number <> 1`;
      await sql`insert into places (slug, name, facts, school_calendar, time_zone)
        select 'place-' || i, jsonb_build_object('nl', 'Plek ' || i, 'fr', 'Lieu ' || i, 'ar', 'مكان ' || i), facts, school_calendar, time_zone
        from generate_series(2, ${count}::int) i, (select * from places order by number limit 1) first`;
      await sql`insert into hours (place, "from", expression)
        select number, hours."from", hours.expression from places, hours
        where hours.place = 1 and number not in (select place from hours)`;
      await sql`insert into schedule_changes (place, kind, "from", "to", hours, reason)
        select 1, 'closed', day, day, '[]', 'training' from (select date '2015-01-01' + i % 4000 as day from generate_series(1, ${of}::int) i) d
        where day not between '2026-11-01' and '2026-12-31'`;
      await sql`analyze`;
    },
    async announce() {
      const begin = performance.now();
      const written = {
        kind: "closed",
        from: "2026-11-30",
        to: undefined,
        hours: undefined,
        reason: undefined,
        text: {},
      } as const;
      await changes.add("de-zandbak", written, true);
      return performance.now() - begin;
    },
    counts,
    async holder() {
      const [row] = await sql<{ holder: string }[]>`select holder from leases`;
      return row?.holder;
    },
    async crash() {
      const [backend] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
      // When one of its processes is killed, all others end as well.
      process.kill(backend?.pid ?? 0, "SIGKILL");
      do await delay(20);
      while (!(await isThere()));
    },
    async told(count) {
      const begin = performance.now();
      for (;;) {
        const { sent, gone, failed } = await counts();
        if (sent + gone + failed >= count) return performance.now() - begin;
        await delay(20);
      }
    },
  };
}
