import { createApp } from "../src/app.ts";
import { loadCalendars } from "../src/calendars.ts";
import { connect } from "../src/database/client.ts";
import { noChatLimits } from "../src/telegram/chat-limits.ts";

/** What the process is told, as one argument of JSON. */
export interface BroadcastProcessOptions {
  readonly databaseUrl: string;
  readonly apiRoot: string;
  readonly token: string;
  /** base64url */
  readonly secretKey: string;
  /** Null: none. */
  readonly rate: number | null;
  readonly leaseLength: number;
  /** Whether it receives updates: one process at a time may. */
  readonly answers: boolean;
}

/*
 * The bot as it runs for an organisation, with a pace and a lease of the benchmark's own.
 */

const options: BroadcastProcessOptions = JSON.parse(process.argv[2] ?? "{}");
const now = Temporal.Instant.from("2026-11-25T10:00+01:00");
const silent = () => undefined;
const app = await createApp({
  database: await connect(options.databaseUrl),
  log: { info: silent, warn: silent, error: silent },
  calendars: loadCalendars(),
  helpLines: [],
  clock: () => now,
  secretKey: Buffer.from(options.secretKey, "base64url"),
  token: options.token,
  apiRoot: options.apiRoot,
  webhookUrl: options.answers ? undefined : "http://127.0.0.1:1/telegram",
  fallbackLanguage: "nl",
  broadcastRate: options.rate ?? Number.POSITIVE_INFINITY,
  leaseLength: options.leaseLength,
  // Who asks to measure asks faster than anybody may.
  chatLimits: noChatLimits,
});
const running = await app.start(new AbortController().signal);
process.once("SIGINT", () => void running.stop().then(() => process.exit()));
process.stdout.write("started\n");
