import postgres from "postgres";
import { beforeAll, expect, test } from "vitest";
import { type OpenCounts, readCounts } from "../../src/core/feedback/counts.ts";
import { deriveKey } from "../../src/database/keys.ts";
import { unseal } from "../../src/database/sealing.ts";
import { type ActingParent, createActingParent } from "../support/acting-parent.ts";
import { botVariables, databaseWithPlaces, startTelegram } from "../support/bot-surroundings.ts";
import { cleanUp } from "../support/clean-up.ts";
import { createPlaygroundClient, type PlaygroundClient } from "../support/playground-client.ts";
import { type RunningProcess, startBotQuickly, temporaryFolder } from "../support/process.ts";
import { dataFor } from "./support/feedback-acts.ts";
import { createTraceFinder } from "./support/find-traces.ts";

// The process is killed (`kill -9`) around the moment of a tap: before it is stored, while it is, and after, before the parent is
// told. Telegram then delivers it again.

const place = 1;
const faces = ["good", "pleasant", "soSo", "notAtEase"] as const;
const labels = ["Het deed deugd 😊", "Het was fijn 🙂", "Het ging zo 😐", "Niet op mijn gemak 😟"];
const openCountsKey = deriveKey(Buffer.from(botVariables.SECRET_KEY, "base64url"), "open-counts");

let telegram: Awaited<ReturnType<typeof startTelegram>>;
let client: PlaygroundClient;
let sql: postgres.Sql;
let folder: string;
let variables: Record<string, string>;

beforeAll(async () => {
  telegram = await startTelegram();
  client = await createPlaygroundClient(telegram.url, botVariables.BOT_TOKEN);
  cleanUp(() => client.close());
  const url = await databaseWithPlaces();
  sql = postgres(url, { max: 4, onnotice: () => undefined });
  cleanUp(() => sql.end());
  folder = await temporaryFolder();
  variables = {
    ...telegram.variables,
    DATABASE_URL: url,
    LOG_LEVEL: "trace",
    FIXED_NOW: "2026-11-25T10:00[Europe/Brussels]",
  };
});

async function startBot(): Promise<RunningProcess> {
  const bot = startBotQuickly(folder, variables);
  await bot.says(/answers/);
  return bot;
}

async function counts(): Promise<readonly number[]> {
  const [row] = await sql<{ sealed: Buffer }[]>`select sealed from open_counts where place = ${place}`;
  const open: OpenCounts | undefined =
    row && readCounts(unseal(openCountsKey, `open counts of place ${place}`, row.sealed));
  return open?.counts.slice(0, faces.length) ?? faces.map(() => 0);
}

const spent = async () => (await sql`select 1 from spent_ballots`).length;

async function prompted(number: number): Promise<ActingParent[]> {
  const parents: ActingParent[] = [];
  for (let index = 0; index < number; index += 1) {
    const parent = await createActingParent(client, { firstName: "Quozzimbela", languageCode: "nl", role: "parent" });
    await parent.say("/start f_de-zandbak");
    parents.push(parent);
  }
  return parents;
}

/** Taps, and does not wait for what comes of it. */
async function tapUnwatched(parent: ActingParent, data: string): Promise<void> {
  const { messages } = await parent.chat();
  const message = messages.findLast(({ from }) => from?.is_bot === true);
  await client.control("POST", `/chats/${parent.id}/taps`, { messageId: message?.message_id ?? 0, data });
}

/** Each prepares what it needs and gives `strike`, which kills at the moment; `stored`: whether some taps are stored by then. */
const moments = {
  "before it is stored": async (kill: () => void) => {
    // Somebody else holds the counts of the place, and the tap waits inside its transaction.
    const holder = await sql.reserve();
    await holder`begin`;
    await holder`lock table open_counts in access exclusive mode`;
    return {
      stored: false,
      async strike() {
        const waiting = async () => (await sql`select 1 from pg_locks where not granted`).length;
        await expect.poll(waiting, { interval: 2, timeout: 10_000 }).toBeGreaterThan(0);
        kill();
        await holder`rollback`;
        holder.release();
      },
    };
  },
  "in the midst of many": async (kill: () => void) => {
    const before = await spent();
    return {
      stored: true,
      async strike() {
        await expect.poll(spent, { interval: 1, timeout: 10_000 }).toBeGreaterThan(before);
        kill();
      },
    };
  },
  "after it is stored, before the parent is told": async (kill: () => void) => {
    const before = await spent();
    await telegram.faults(
      ...["editMessageText", "answerCallbackQuery"].map((method) => ({
        method,
        times: 100,
        kind: { type: "delay", milliseconds: 30_000 } as const,
      })),
    );
    return {
      stored: true,
      async strike() {
        await expect.poll(spent, { interval: 1, timeout: 10_000 }).toBeGreaterThan(before);
        kill();
        await telegram.faults();
      },
    };
  },
};

test.each(Object.entries(moments))(
  "killed %s: a tap counts once or not at all, and the buttons tell what stands",
  async (_, moment) => {
    const bot = await startBot();
    const before = await counts();
    const parents = await prompted(12);
    const old = await Promise.all(parents.map(async (parent) => Promise.all(faces.map((act) => dataFor(parent, act)))));
    const { strike, stored } = await moment(() => bot.kill("SIGKILL"));
    const tapping = (async () => {
      for (const [index, parent] of parents.entries()) await tapUnwatched(parent, old[index]?.[index % 4] ?? "");
    })();
    await strike();
    const said = await bot.ended;
    await tapping;

    // What is stored now is a part of the taps, none of them twice.
    const between = await counts();
    const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
    expect(sum(between) > sum(before)).toBe(stored);
    const each = parents.length / faces.length;
    for (const [face, count] of between.entries()) {
      expect(count - (before[face] ?? 0)).toBeGreaterThanOrEqual(0);
      expect(count - (before[face] ?? 0)).toBeLessThanOrEqual(each);
    }

    const next = await startBot();
    await client.allHandled();
    expect(await counts()).toEqual(before.map((count) => count + each));
    for (const [index, parent] of parents.entries()) {
      expect((await parent.buttons()).flat()).toContain(`✓ ${labels[index % 4]}`);
    }

    // The buttons of before the kill: whatever they ask for, what counted stands, and they say so.
    for (const [index, parent] of parents.entries()) {
      const { notice } = await parent.tapForged(old[index]?.[(index + 1) % 4] ?? "");
      expect(notice).toBe("Je vorige tik telde al.");
      expect((await parent.buttons()).flat()).toContain(`✓ ${labels[index % 4]}`);
    }
    expect(await counts()).toEqual(before.map((count) => count + each));

    next.kill("SIGTERM");
    const findTraces = createTraceFinder([
      { name: "name", value: "Quozzimbela" },
      ...parents.map(({ id }) => ({ name: "id", value: id })),
    ]);
    const output = [said, await next.ended].map(({ stdout, stderr }) => ({
      where: "the process",
      content: `${stdout}\n${stderr.join("\n")}`,
    }));
    expect(findTraces(output)).toEqual([]);
  },
  60_000,
);
