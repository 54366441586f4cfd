import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import postgres from "postgres";
import { createApp } from "../../src/app.ts";
import { administerPlaces } from "../../src/assembly/commands.ts";
import type { Log } from "../../src/assembly/parts.ts";
import { loadCalendars } from "../../src/calendars.ts";
import type { Meter } from "../../src/core/metering/meter.ts";
import type { ScheduleChange } from "../../src/core/opening-hours/schedule.ts";
import { connect, type Database } from "../../src/database/client.ts";
import { loadHelpLines } from "../../src/help-lines.ts";
import { listenerOf } from "../../src/http/routes.ts";
import { serveHttp } from "../../src/http/server.ts";
import type { Fault, Person } from "../../src/playground/protocol.ts";
import { servePlayground } from "../../src/playground/serve.ts";
import { type ChatLimits, noChatLimits } from "../../src/telegram/chat-limits.ts";
import type { Feature } from "../../src/telegram/feature.ts";
import { type ActingParent, actAs, createActingParent } from "./acting-parent.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { type ActingGroup, createActingGroup } from "./group.ts";
import { createPlaygroundClient } from "./playground-client.ts";

export const examplePlaces = readFileSync(new URL("../../data/example-places.yaml", import.meta.url), "utf8");

/** One place, so that nobody is asked which. */
const onePlace = `
organisation: { name: De Speelboom vzw, address: Voorbeeldstraat 12, email: info@speelboom.example, privacyContact: a, complaintsContact: b }
places:
  - slug: de-zandbak
    name: { nl: De Zandbak, fr: Le Bac à sable, ar: صندوق الرمل }
    address: Voorbeeldstraat 12, 1080 Sint-Jans-Molenbeek
    location: { latitude: 50.8571, longitude: 4.3270 }
    hours: "Mo,Th 13:30-16:30; We 09:00-12:00; Sa[1,3] 10:00-12:30; PH off; SH off"
    schoolCalendar: nl
`;

export interface LogLine {
  readonly level: "info" | "warn" | "error";
  readonly details: object;
  readonly message: string;
}

export interface TestApp {
  /** A person who writes for the first time. `languageCode` absent: Telegram does not know it. */
  parent(languageCode?: string): Promise<ActingParent>;
  /** One of the people who were there from the start. */
  person(id: number): ActingParent;
  /** A group of these people, which the bot has just joined. */
  group(title: string, members: readonly ActingParent[]): Promise<ActingGroup>;
  setClock(now: string): Promise<void>;
  faults(...script: Fault[]): Promise<void>;
  call(method: string, args?: object): Promise<unknown>;
  /** The bytes of a file that was sent, by the path that `getFile` says. */
  file(path: string): Promise<Uint8Array>;
  importPlaces(text: string): Promise<void>;
  /** Changes the schedule of the first place, as another process would. */
  addChange(change: Partial<ScheduleChange> & Pick<ScheduleChange, "kind" | "from" | "to" | "reason">): Promise<void>;
  readonly sql: postgres.Sql;
  readonly databaseUrl: string;
  readonly playgroundUrl: string;
  readonly token: string;
  readonly secretKey: Uint8Array;
  /** Everything that the bot answers to. */
  readonly features: readonly Feature[];
  /** Where the app's own HTTP server answers. */
  readonly httpUrl: string;
  /** The paths that it serves, as they are registered. */
  readonly httpPaths: readonly string[];
  readonly log: readonly LogLine[];
  /** Another process takes over, with nothing but what the database holds. */
  restart(): Promise<void>;
  /** One more process, as far as it can be told: it shares nothing but the database. */
  replica(): Promise<{ stop(): Promise<void> }>;
  /** The process is told that it will have to stop. */
  announceStop(): void;
  /** The process ends, and leaves the work to others. */
  leave(): Promise<void>;
  stop(): Promise<void>;
}

export interface TestAppOptions {
  /** Updates come by webhook rather than by polling. */
  readonly webhook?: boolean;
  /** A `places.yaml`; absent: one place. */
  readonly places?: string | null;
  /** `2026-11-25T10:00`, in Brussels */
  readonly now?: string;
  /** Who is there from the start. */
  readonly people?: readonly Person[];
  /** Who wrote before, and may be written to. */
  readonly acquaintances?: readonly Person[];
  /** Absent: a database of its own, on the server of all tests. */
  readonly database?: TestDatabase;
  /** Where the test itself looks into it; absent: the same way. */
  readonly directDatabaseUrl?: string;
  readonly secretKey?: Uint8Array;
  readonly random?: (length: number) => Uint8Array;
  /** Milliseconds for which one process polls without saying that it still does. */
  readonly leaseLength?: number;
  /** Absent: none, since the people of tests type faster than anybody can. */
  readonly chatLimits?: ChatLimits;
  /** Milliseconds before an update is tried again. */
  readonly tryAgainAfter?: number;
  readonly meter?: Meter;
}

/** The whole app as `main.ts` assembles it: a real bot, a database of its own, and the playground as Telegram. */
export async function startTestApp({
  places = onePlace,
  now = "2026-11-25T10:00",
  webhook = false,
  people = [],
  acquaintances = [],
  database: given,
  directDatabaseUrl,
  secretKey = randomBytes(32),
  random,
  leaseLength = 9000,
  chatLimits = noChatLimits,
  tryAgainAfter = 5,
  meter,
}: TestAppOptions = {}): Promise<TestApp> {
  const token = `${randomBytes(4).readUInt32BE()}:${randomBytes(24).toString("base64url")}`;
  const served = await servePlayground({
    token,
    botUsername: "inloop_bot",
    people,
    acquaintances,
    timeZone: "Europe/Brussels",
    fixedNow: Temporal.ZonedDateTime.from(`${now}[Europe/Brussels]`),
    port: 0,
  });
  const { url, drop } = given ?? (await createTestDatabase());
  const database = await connect(url);
  const { clock } = served.playground;
  const log: LogLine[] = [];
  const stopping = new AbortController();

  const importPlaces = async (text: string) => {
    const result = await administerPlaces(database, clock).importFile(text, "places.yaml", false);
    if (!result.ok) throw new Error(result.problems.join("\n"));
  };
  if (places !== null) await importPlaces(places);

  // The port must be known before the app can be made.
  let answering = listenerOf([], () => undefined);
  const server = await serveHttp((...asked) => answering(...asked), { port: 0, hostname: "127.0.0.1" });
  const httpUrl = `http://127.0.0.1:${server.port}`;
  const makeApp = (connected: Database) =>
    createApp({
      database: connected,
      calendars: loadCalendars(),
      helpLines: loadHelpLines(),
      clock,
      log: recorded(log),
      secretKey,
      token,
      apiRoot: served.url,
      webhookUrl: webhook ? `${httpUrl}/telegram` : undefined,
      fallbackLanguage: "nl",
      newDayEvery: 20,
      leaseLength,
      chatLimits,
      progressEvery: 30,
      tryAgainAfter,
      stopping: stopping.signal,
      ...(random === undefined ? {} : { random }),
      ...(meter === undefined ? {} : { meter }),
    });
  const app = await makeApp(database);
  answering = app.listener();
  let running = await app.start(new AbortController().signal);
  const again: Database[] = [];
  const replicas: { stop(): Promise<void> }[] = [];
  const client = await createPlaygroundClient(served.url, token, served.playground);
  const sql = postgres(directDatabaseUrl ?? url, { max: 1, onnotice: () => undefined });

  return {
    log,
    sql,
    databaseUrl: url,
    playgroundUrl: served.url,
    token,
    secretKey,
    features: app.features,
    httpUrl,
    httpPaths: app.routes.map(({ path }) => path),
    importPlaces,
    async addChange({ kind, from, to, reason, hours = [], text = null }) {
      await sql`
        insert into schedule_changes (place, kind, "from", "to", hours, reason, text)
        select min(number), ${kind}, ${from}, ${to}, ${sql.json(hours as never)}, ${reason}, ${sql.json(text as never)} from places`;
      await sql`select pg_notify('places', '')`;
    },
    call: client.call,
    file: async (path) => (await fetch(`${served.url}/file/bot${token}/${path}`)).bytes(),
    parent: (languageCode) =>
      createActingParent(client, {
        firstName: "Parent",
        role: "parent",
        ...(languageCode === undefined ? {} : { languageCode }),
      }),
    person: (id) => actAs(client, id),
    group: (title, members) => createActingGroup(client, title, members),
    async setClock(moment) {
      await client.control("PUT", "/clock", { now: moment });
    },
    async faults(...script) {
      await client.control("PUT", "/faults", { script, messagesPerSecond: null, latencyMilliseconds: 0 });
    },
    announceStop: () => stopping.abort(),
    leave: () => running.stop(),
    async restart() {
      await running.stop();
      const connected = await connect(url);
      again.push(connected);
      const next = await makeApp(connected);
      answering = next.listener();
      running = await next.start(new AbortController().signal);
    },
    async replica() {
      const connected = await connect(url);
      again.push(connected);
      const other = await (await makeApp(connected)).start(new AbortController().signal);
      replicas.push(other);
      return other;
    },
    async stop() {
      await client.close();
      await running.stop();
      await Promise.all(replicas.map((replica) => replica.stop()));
      await server.close();
      await served.close();
      await sql.end();
      await Promise.all([database, ...again].map((connected) => connected.close()));
      await drop();
    },
  };
}

function recorded(lines: LogLine[]): Log {
  return {
    info: (message) => lines.push({ level: "info", details: {}, message }),
    warn: (details, message) => lines.push({ level: "warn", details, message }),
    error: (details, message) => lines.push({ level: "error", details, message }),
  };
}
