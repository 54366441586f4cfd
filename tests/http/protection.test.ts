import { once } from "node:events";
import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { networkInterfaces } from "node:os";
import { text } from "node:stream/consumers";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { usualBounds } from "../../src/http/protection.ts";
import { type HttpServer, serveHttp } from "../../src/http/server.ts";
import { startTestApp, type TestApp } from "../support/app.ts";
import { cleanUp } from "../support/clean-up.ts";

const routes = new Hono()
  .get("/", ({ text: say }) => say("here"))
  .post("/", async ({ req, text: say }) => say(await req.text().catch(() => "")));

/** What takes seconds takes a moment here. */
const short = {
  ...usualBounds,
  headersTimeout: 100,
  requestTimeout: 200,
  keepAliveTimeout: 100,
  connectionsCheckingInterval: 20,
  maxConnections: 5,
};

async function serve(hostname = "127.0.0.1"): Promise<HttpServer> {
  const server = await serveHttp(getRequestListener(routes.fetch), { port: 0, hostname }, short);
  cleanUp(server.close);
  return server;
}

/** Connects, sends these words, and reads until the server hangs up. */
async function talk({ port }: HttpServer, ...words: readonly string[]): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  for (const word of words) socket.write(word);
  return text(socket);
}

describe("whoever dawdles is hung up on", () => {
  test("with headers that do not end", async () => {
    expect(await talk(await serve(), "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")).toMatch(/^HTTP\/1\.1 408 /);
  });

  test("with a body that does not come", async () => {
    const said = await talk(await serve(), "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nab");
    expect(said).toMatch(/^HTTP\/1\.1 408 /);
  });

  test("having asked, and asking nothing more", async () => {
    expect(await talk(await serve(), "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")).toMatch(/\r\n\r\nhere$/);
  });

  test("saying nothing at all", async () => {
    await talk(await serve());
  });
});

test("headers longer than anybody needs, and what is no HTTP, are refused", async () => {
  const server = await serve();
  expect(await talk(server, `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${"x".repeat(9000)}\r\n\r\n`)).toMatch(/ 431 /);
  expect(await talk(server, "nonsense\r\n\r\n")).toMatch(/ 400 /);
});

test("a crowd of connections does not grow beyond its bound, and others are answered when it is gone", async () => {
  const server = await serve();
  const sockets: Socket[] = [];
  for (let count = 0; count < 5; count += 1) {
    const socket = connect(server.port, "127.0.0.1").on("error", () => undefined);
    await once(socket, "connect");
    sockets.push(socket);
  }
  const sixth = connect(server.port, "127.0.0.1").on("error", () => undefined);
  sixth.write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  expect(await text(sixth).catch(() => "")).toBe("");
  for (const socket of sockets) socket.destroy();
  await expect
    .poll(() =>
      fetch(`http://127.0.0.1:${server.port}/`).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200);
});

describe("on loopback", () => {
  const statusUnder = async (port: number, host: string, at = "127.0.0.1") => {
    const asked = request({ port, host: at, headers: { host } }).end();
    const [response] = await once(asked, "response");
    response.resume();
    return response.statusCode;
  };

  test("only the names of this machine are answered: another one was made to lead here", async () => {
    const server = await serve();
    const { port } = server;
    for (const host of [`127.0.0.1:${port}`, "localhost", `LOCALHOST:${port}`, "[::1]:80"]) {
      expect(await statusUnder(port, host)).toBe(200);
    }
    for (const host of ["evil.example", `evil.example:${port}`, "127.0.0.1.evil.example", "localhost.evil.example"]) {
      expect(await statusUnder(port, host)).toBe(403);
    }
    expect(await talk(server, "GET / HTTP/1.0\r\n\r\n")).toMatch(/ 403 /);
  });

  test("what is served to everybody is served under every name", async () => {
    const { port } = await serve("0.0.0.0");
    expect(await statusUnder(port, "bot.example.org")).toBe(200);
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((its) => its?.family === "IPv4" && !its.internal);
    if (outside !== undefined) expect(await statusUnder(port, "bot.example.org", outside.address)).toBe(200);
  });
});

describe("the app", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ webhook: true });
  });
  afterAll(() => app.stop());

  test.each([
    ["GET", "/healthz", 200],
    ["GET", "/calendar/de-zandbak.ics", 200],
    ["GET", "/calendar/nowhere.ics", 404],
    ["GET", "/places/de-zandbak.json?lang=en", 400],
    ["DELETE", "/places/de-zandbak.json", 405],
    ["POST", "/telegram", 401],
    ["PUT", "/telegram", 404],
    ["POST", "/healthz", 405],
    ["GET", "/.env", 404],
    ["GET", "/%2e%2e/%2e%2e/etc/passwd", 404],
  ])("%s %s: %d, and the browser is told to take it for nothing else", async (method, path, status) => {
    const response = await fetch(`${app.httpUrl}${path}`, { method });
    expect(response.status).toBe(status);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    const isKept = status === 200 && path !== "/healthz";
    expect(response.headers.get("cache-control")).toBe(isKept ? "public, max-age=300" : "no-store");
    expect(response.headers.get("x-powered-by")).toBeNull();
    expect(response.headers.get("server")).toBeNull();
  });
});
