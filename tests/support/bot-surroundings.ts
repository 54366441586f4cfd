import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";

import { runPlaces } from "../../src/cli/places.ts";
import type { Fault } from "../../src/playground/protocol.ts";
import { servePlayground } from "../../src/playground/serve.ts";
import { cleanUp } from "./clean-up.ts";
import { createTestDatabase } from "./database.ts";

const token = "123456789:process-test-token";

/** What a bot needs besides Telegram and a database. */
export const botVariables = { BOT_TOKEN: token, SECRET_KEY: randomBytes(32).toString("base64url") };

/** What must never be printed. */
export const secrets = Object.values(botVariables);

const parent = { id: 4711, firstName: "Noor", languageCode: "nl", role: "parent" } as const;

/** A Telegram for a bot with `variables`, until the tests of the file have ended. */
export async function startTelegram() {
  const served = await servePlayground({
    token,
    botUsername: "inloop_bot",
    people: [parent],
    timeZone: "Europe/Brussels",
    port: 0,
  });
  cleanUp(served.close);

  const control = async (method: string, path: string, body: object) => {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${served.url}/playground${path}`, { method, headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(await response.text());
  };
  return {
    url: served.url,
    variables: { ...botVariables, TELEGRAM_API_ROOT: served.url },
    faults: (...script: Fault[]) =>
      control("PUT", "/faults", { script, messagesPerSecond: null, latencyMilliseconds: 0 }),
    allHandled: served.playground.allHandled,
    say: (text: string) => control("POST", `/chats/${parent.id}/messages`, { text }),
  };
}

let withPlaces: Promise<string> | undefined;

/** The address of a database with the example places and their organisation, the same one for all tests of the file. */
export function databaseWithPlaces(): Promise<string> {
  withPlaces ??= newDatabaseWithPlaces();
  return withPlaces;
}

/** The same, of its own: of two bots with one token and one database only one asks Telegram. */
export async function newDatabaseWithPlaces(): Promise<string> {
  const url = await emptyDatabase();
  const file = fileURLToPath(new URL("../../data/example-places.yaml", import.meta.url));
  await runPlaces(["import", file], { DATABASE_URL: url }, () => undefined);
  return url;
}

/** The address of a migrated database without anything in it, until the tests of the file have ended. */
export async function emptyDatabase(): Promise<string> {
  const { url, drop } = await createTestDatabase();
  cleanUp(drop);
  return url;
}
