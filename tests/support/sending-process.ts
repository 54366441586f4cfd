import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cleanUp } from "./clean-up.ts";

/** What a process of its own needs to tell parents what is on its way. */
export interface SendingProcessOptions {
  readonly databaseUrl: string;
  readonly playgroundUrl: string;
  readonly token: string;
  readonly secretKey: Uint8Array;
  readonly rate: number;
  readonly leaseLength: number;
  /** Polls as well; absent: it answers nobody. */
  readonly answers?: boolean;
}

export interface SendingProcess {
  /** As nothing can catch it. Returns when it has ended. */
  kill(): Promise<void>;
}

const source = (path: string) => JSON.stringify(new URL(`../../src/${path}`, import.meta.url).href);

/** The app in a process of its own; it is there when this returns. */
export async function startSendingProcess(options: SendingProcessOptions): Promise<SendingProcess> {
  const program = `
    import { createApp } from ${source("app.ts")};
    import { loadCalendars } from ${source("calendars.ts")};
    import { connect } from ${source("database/client.ts")};
    const database = await connect(${JSON.stringify(options.databaseUrl)});
    const now = Temporal.Instant.from("2026-11-25T10:00+01:00");
    const log = { info() {}, warn() {}, error() {} };
    const app = await createApp({
      database, log, calendars: loadCalendars(), helpLines: [], clock: () => now,
      secretKey: Buffer.from("${Buffer.from(options.secretKey).toString("base64url")}", "base64url"),
      token: "${options.token}", apiRoot: "${options.playgroundUrl}", webhookUrl: ${options.answers === true ? "undefined" : JSON.stringify("http://127.0.0.1:1/telegram")},
      fallbackLanguage: "nl", broadcastRate: ${options.rate}, leaseLength: ${options.leaseLength}, newDayEvery: 50,
    });
    await app.start(new AbortController().signal);
    console.log("started");
  `;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const kill = () => killed(child);
  cleanUp(kill);
  await Promise.race([
    once(child.stdout, "data"),
    once(child, "exit").then(() => {
      throw new Error("The process ended before it had started");
    }),
  ]);
  return { kill };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill("SIGKILL");
    await once(child, "exit");
  }
}
