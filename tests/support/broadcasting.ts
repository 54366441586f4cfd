import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import postgres from "postgres";
import { createApp } from "../../src/app.ts";
import { administerPlaces, administerScheduleChanges, welcomeCoordinator } from "../../src/assembly/commands.ts";
import type { AppParts } from "../../src/assembly/parts.ts";
import { openSubscriptions } from "../../src/assembly/subscriptions.ts";
import { loadCalendars } from "../../src/calendars.ts";
import type { Language } from "../../src/core/language.ts";
import { connect } from "../../src/database/client.ts";
import { loadHelpLines } from "../../src/help-lines.ts";
import type { Fault } from "../../src/playground/protocol.ts";
import { servePlayground } from "../../src/playground/serve.ts";
import { type ActingParent, createActingParent } from "./acting-parent.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { createPlaygroundClient, type PlaygroundClient } from "./playground-client.ts";

const examplePlaces = readFileSync(new URL("../../data/example-places.yaml", import.meta.url), "utf8");

type ReplicaOptions = Pick<AppParts, "broadcastRate" | "leaseLength" | "progressEvery" | "stalledAfter"> & {
  /** It receives updates, as one at a time may. */
  readonly answers: boolean;
};

/** Parents who asked to be told about the first place, and as many processes that tell them as a test wants. */
export interface Broadcasting {
  readonly sql: postgres.Sql;
  readonly databaseUrl: string;
  readonly playgroundUrl: string;
  readonly token: string;
  readonly secretKey: Buffer;
  /** Their chats. */
  readonly chats: readonly number[];
  /** Another process, as far as it can be told: it shares nothing but the database. */
  replica(options?: Partial<ReplicaOptions>): Promise<{ stop(): Promise<void> }>;
  /** Somebody of the team, a coordinator of every place; a replica answers her. */
  coordinator(name: string, languageCode?: string): Promise<ActingParent>;
  /** Somebody who did not ask to be told. */
  parent(): Promise<ActingParent>;
  /** Closes the first place on a day, and tells. @returns the id of the change */
  close(day?: string): Promise<string>;
  withdraw(id: string): Promise<void>;
  setClock(now: string): Promise<void>;
  trouble(script: readonly Fault[], messagesPerSecond?: number | null, latencyMilliseconds?: number): Promise<void>;
  block(chat: number): Promise<void>;
  /** How many messages each chat has. */
  received(): Promise<ReadonlyMap<number, number>>;
  /** Of one chat. */
  texts(chat: number): Promise<readonly string[]>;
  /** The newest broadcast. */
  status(): Promise<{ total: number; sent: number; gone: number; failed: number; state: string }>;
  readonly logged: readonly object[];
  stop(): Promise<void>;
}

/** @param count how many parents there are */
export async function startBroadcasting(
  count: number,
  { now = "2026-11-25T10:00", database: given }: { now?: string; database?: TestDatabase } = {},
): Promise<Broadcasting> {
  const token = `${randomBytes(4).readUInt32BE()}:${randomBytes(24).toString("base64url")}`;
  const secretKey = randomBytes(32);
  const chats = Array.from({ length: count }, (_, index) => 700_000_001 + index);
  const served = await servePlayground({
    token,
    botUsername: "inloop_bot",
    people: [],
    acquaintances: chats.map((id) => ({ id, firstName: "Parent", role: "parent" })),
    timeZone: "Europe/Brussels",
    fixedNow: Temporal.ZonedDateTime.from(`${now}[Europe/Brussels]`),
    port: 0,
  });
  const { url, drop } = given ?? (await createTestDatabase());
  const own = await connect(url);
  const { clock } = served.playground;
  await administerPlaces(own, clock).importFile(examplePlaces, "places.yaml", false);
  const subscriptions = openSubscriptions({ database: own, secretKey });
  const languages = ["nl", "fr", "ar"] as const;
  await Promise.all(chats.map((chat, index) => subscriptions.add(chat, [1], languages[index % 3] ?? "nl")));
  const changes = administerScheduleChanges(own, clock, loadCalendars());
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  const replicas: { stop(): Promise<void> }[] = [];
  const logged: object[] = [];
  const note = (details: object) => void logged.push(details);

  const control = async (method: string, path: string, body?: object) => {
    const headers = { "content-type": "application/json" };
    const init = { method, ...(body === undefined ? {} : { headers, body: JSON.stringify(body) }) };
    return (await fetch(`${served.url}/playground${path}`, init)).json();
  };
  let clientOf: Promise<PlaygroundClient> | undefined;
  const client = () => {
    clientOf ??= createPlaygroundClient(served.url, token, served.playground);
    return clientOf;
  };
  const state = async () => served.playground.describe();

  return {
    sql,
    databaseUrl: url,
    playgroundUrl: served.url,
    token,
    secretKey,
    chats,
    logged,
    async coordinator(name, languageCode = "nl") {
      const person = await createActingParent(await client(), { firstName: name, role: "staff", languageCode });
      await welcomeCoordinator(own, secretKey, person.id, { name, language: languageCode as Language }, clock());
      return person;
    },
    async parent() {
      return createActingParent(await client(), { firstName: "Noor", role: "parent", languageCode: "nl" });
    },
    async replica({ answers = false, ...options } = {}) {
      const database = await connect(url);
      const app = await createApp({
        database,
        calendars: loadCalendars(),
        helpLines: loadHelpLines(),
        clock,
        log: { info: () => undefined, warn: note, error: note },
        secretKey,
        token,
        apiRoot: served.url,
        webhookUrl: answers ? undefined : "http://127.0.0.1:1/telegram",
        fallbackLanguage: "nl",
        newDayEvery: 20,
        progressEvery: 50,
        broadcastRate: 1000,
        ...options,
      });
      const running = await app.start(new AbortController().signal);
      let stopped: Promise<void> | undefined;
      const stop = () => {
        stopped ??= running.stop().then(database.close);
        return stopped;
      };
      replicas.push({ stop });
      return { stop };
    },
    async close(day = "2026-11-30") {
      const written = {
        kind: "closed",
        from: day,
        to: undefined,
        hours: undefined,
        reason: undefined,
        text: {},
      } as const;
      const added = await changes.add("de-zandbak", written, true);
      if (added.status !== "added") throw new Error(added.status);
      return added.id;
    },
    async withdraw(id) {
      await changes.withdraw(id);
    },
    async setClock(moment) {
      await control("PUT", "/clock", { now: moment });
    },
    async trouble(script, messagesPerSecond = null, latencyMilliseconds = 0) {
      await control("PUT", "/faults", { script, messagesPerSecond, latencyMilliseconds });
    },
    async block(chat) {
      await control("PUT", `/chats/${chat}/blocked`, { blocked: true });
    },
    async received() {
      return new Map((await state()).chats.map(({ person, messages }) => [person.id, messages.length]));
    },
    async texts(chat) {
      const found = (await state()).chats.find(({ person }) => person.id === chat);
      return (found?.messages ?? []).map(({ text = "" }) => text.replace(/[\u2068\u2069\u200f]/g, ""));
    },
    async status() {
      const [row] = await sql`select total, sent, gone, failed, state from broadcasts order by number desc limit 1`;
      return row as Awaited<ReturnType<Broadcasting["status"]>>;
    },
    async stop() {
      await (await clientOf)?.close();
      await Promise.all(replicas.map((replica) => replica.stop()));
      await served.close();
      await sql.end();
      await own.close();
      await drop();
    },
  };
}

/** How many times each number occurs: `1 → 60` is sixty chats with one message each. */
export function histogram(received: ReadonlyMap<number, number>): Readonly<Record<number, number>> {
  const grouped = Map.groupBy(received.values(), (messages) => messages);
  return Object.fromEntries([...grouped].map(([messages, chats]) => [messages, chats.length]));
}
