import type { RequestListener } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import type { Clock } from "../core/clock.ts";
import { isObject } from "./bot-api/arguments.ts";
import { createDispatch, type Dispatch } from "./bot-api/dispatch.ts";
import { botApiRoutes } from "./bot-api/routes.ts";
import { createTrouble } from "./bot-api/trouble.ts";
import { boundedBody } from "./bounded-body.ts";
import { controlRoutes } from "./control/routes.ts";
import { loopbackOnly } from "./loopback-only.ts";
import type { PlaygroundState } from "./protocol.ts";
import { createInlineMode } from "./world/inline-mode.ts";
import { createPeople } from "./world/people.ts";
import { createWorld, type WorldOptions } from "./world/world.ts";

export type PlaygroundOptions = WorldOptions;

/** Telegram on this machine: everything is in memory and ends with the process. */
export interface Playground {
  /** The Bot API under `/bot<token>/` and `/file/bot<token>/`, and the control API under `/playground/`. */
  readonly routes: Hono;
  /** Answers for them. */
  readonly listener: RequestListener;
  /** Real time until it is set, over the control API or by `fixedNow`; then it stands still there. */
  readonly clock: Clock;
  /** What its chats show: `/playground/state`, for those in the same process. */
  describe(): PlaygroundState;
  /** Waits until the bot has acknowledged every update. */
  allHandled(): Promise<void>;
  /** Ends waiting long polls, event streams and webhook retries. */
  close(): Promise<void>;
}

export function createPlayground(options: PlaygroundOptions): Playground {
  const world = createWorld(options, (reply) => void callFromWebhook(dispatch, reply));
  const dispatch = createDispatch(world);
  const trouble = createTrouble();
  const closing = new AbortController();

  const routes = new Hono();
  for (const path of ["/playground/*", "/bot*", "/file/*"]) routes.use(path, loopbackOnly, boundedBody);
  routes.route("/", controlRoutes(world, createPeople(world), createInlineMode(world), trouble, closing.signal));
  routes.route("/", botApiRoutes(options.token, world, dispatch, trouble));

  return {
    routes,
    listener: getRequestListener(routes.fetch),
    clock: world.clock.now,
    describe: world.describe,
    allHandled: world.updates.queue.emptied,
    async close() {
      closing.abort();
      world.updates.polling.close();
      world.updates.webhook.close();
    },
  };
}

/** A bot may answer a webhook with one method call; Telegram tells nobody what became of it. */
async function callFromWebhook(dispatch: Dispatch, reply: unknown): Promise<void> {
  if (!isObject(reply) || typeof reply.method !== "string") return;
  const method = dispatch.find(reply.method);
  if (method === null) return;
  const { method: _, ...values } = reply;
  await dispatch.call(method, { values, uploads: new Map() }, () => AbortSignal.abort());
}
