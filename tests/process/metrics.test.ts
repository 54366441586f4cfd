import { createServer } from "node:net";
import { expect, test } from "vitest";
import { databaseWithPlaces, startTelegram } from "../support/bot-surroundings.ts";
import { startBotQuickly, temporaryFolder } from "../support/process.ts";

test("figures stand on a port of their own, on loopback, and on no other", async () => {
  const [folder, telegram, database, METRICS_PORT] = await Promise.all([
    temporaryFolder(),
    startTelegram(),
    databaseWithPlaces(),
    freePort(),
  ]);
  const bot = startBotQuickly(folder, { ...telegram.variables, DATABASE_URL: database, METRICS_PORT });
  const port = await bot.says(/answers\. Health on port (\d+)\./);
  expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(404);
  const response = await fetch(`http://127.0.0.1:${METRICS_PORT}/metrics`);
  expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
  expect(await response.text()).toMatch(/^inloop_ready 1$/m);

  // The port is taken: nobody answers on it in place of the figures.
  const second = await startBotQuickly(folder, { ...telegram.variables, DATABASE_URL: database, METRICS_PORT }).ended;
  expect(second).toMatchObject({ code: 1, stderr: [expect.stringMatching(/^METRICS_PORT \d+ is taken by another/)] });
  bot.kill("SIGTERM");
  expect(await bot.ended).toMatchObject({ code: 0 });
});

async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((listening) => void server.listen(0, "127.0.0.1", listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === "object" && address !== null ? String(address.port) : "";
}
