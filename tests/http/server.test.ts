import { Agent, get } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { serveHttp } from "../../src/http/server.ts";

test("a server that closes answers what is under way, and asks for another connection next time", async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
  const routes = new Hono()
    .get("/", ({ text }) => text("at once"))
    .get("/slow", async ({ text }) => {
      begin();
      await mayEnd;
      return text("slowly");
    });
  const server = await serveHttp(getRequestListener(routes.fetch), { port: 0, hostname: "127.0.0.1" });
  const agent = new Agent({ keepAlive: true });
  const ask = (path: string) =>
    new Promise<[status: number | undefined, connection: string | undefined]>((resolve, reject) => {
      get({ port: server.port, path, agent }, (response) => {
        response.resume().once("end", () => resolve([response.statusCode, response.headers.connection]));
      }).once("error", reject);
    });
  expect(await ask("/")).toEqual([200, "keep-alive"]);
  const slow = ask("/slow");
  await begun;
  const closed = server.close(300);
  // A balancer that has not yet noticed.
  expect(await ask("/")).toEqual([200, "close"]);
  end();
  expect(await slow).toEqual([200, "close"]);
  await closed;
  await expect(ask("/")).rejects.toThrow(/ECONNREFUSED/);
});
