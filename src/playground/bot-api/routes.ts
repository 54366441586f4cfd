import { setTimeout as delay } from "node:timers/promises";
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { type Context, Hono } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Fault } from "../protocol.ts";
import { Refusal } from "../refusal.ts";
import type { World } from "../world/world.ts";
import { type Answer, type Dispatch, refused } from "./dispatch.ts";
import type { MethodName } from "./method.ts";
import { tooManyRequests } from "./rate-limit.ts";
import { readBody } from "./read-body.ts";
import type { Trouble } from "./trouble.ts";

type BotApiContext = Context<{ Bindings: Partial<HttpBindings> }>;

const serverErrors: Readonly<Record<number, string>> = {
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** The Bot API over HTTP: `/bot<token>/<method>` and `/file/bot<token>/<path>`. */
export function botApiRoutes(token: string, world: World, dispatch: Dispatch, trouble: Trouble): Hono {
  const routes = new Hono<{ Bindings: Partial<HttpBindings> }>();

  routes.all("/:bot{bot[^/]+}/:method", async (c) => {
    if (c.req.param("bot") !== `bot${token}`) return answer(c, unauthorized);
    const method = dispatch.find(c.req.param("method"));
    if (method === null) return answer(c, notFound);
    const fault = trouble.next(method);
    const response = await withFault(c, fault, () => call(c, method));
    if (trouble.latencyMilliseconds > 0) await delay(trouble.latencyMilliseconds);
    return response;
  });

  routes.get("/file/:bot{bot[^/]+}/:path{.+}", (c) => {
    if (c.req.param("bot") !== `bot${token}`) return answer(c, unauthorized);
    const stored = world.files.byPath(c.req.param("path"));
    if (stored === undefined) return answer(c, notFound);
    return c.body(stored.bytes, 200, { "content-type": stored.mimeType });
  });

  const call = async (c: BotApiContext, method: MethodName): Promise<Answer> => {
    try {
      trouble.rateLimit.check(method);
      return await dispatch.call(method, await readBody(c.req), () => c.req.raw.signal);
    } catch (error) {
      if (error instanceof Refusal) return refused(error);
      throw error;
    }
  };

  return routes as unknown as Hono;
}

const unauthorized = refused(new Refusal(401, "Unauthorized"));
const notFound = refused(new Refusal(404, "Not Found"));

async function withFault(
  c: BotApiContext,
  fault: Fault["kind"] | null,
  call: () => Promise<Answer>,
): Promise<Response> {
  switch (fault?.type) {
    case undefined:
      return answer(c, await call());
    case "delay":
      await delay(fault.milliseconds);
      return answer(c, await call());
    case "too-many-requests":
      return answer(c, refused(tooManyRequests(fault.retryAfter)));
    case "server-error":
      return answer(c, refused(new Refusal(fault.status, serverErrors[fault.status] ?? "Server Error")));
    case "unauthorized":
      return answer(c, unauthorized);
    case "lost-request":
      return hangUp(c);
    case "lost-answer":
      await call();
      return hangUp(c);
  }
}

function answer(c: BotApiContext, body: Answer): Response {
  return c.json(body, body.ok ? 200 : (body.error_code as ContentfulStatusCode));
}

/** Closes the connection instead of answering. */
function hangUp(c: BotApiContext): Response {
  c.env?.outgoing?.destroy();
  return RESPONSE_ALREADY_SENT;
}
