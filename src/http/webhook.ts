import { createHash, timingSafeEqual } from "node:crypto";
import type { Update } from "grammy/types";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";

/** Telegram's updates are a few kilobytes. */
const longestBody = 1024 * 1024;

/** What takes updates, and says when their effects are safe. */
export interface TakesUpdates {
  handle(update: Update): Promise<"done" | "again">;
}

/** Where Telegram delivers updates. It answers 200 when the update's effects are safe, and 503 where it is to come again. */
export function webhookRoute(path: string, secret: string, handling: TakesUpdates): Hono {
  const routes = new Hono();
  const limit = bodyLimit({ maxSize: longestBody, onError: ({ body }) => body(null, 413) });
  // First of all: of others not even the body is read.
  routes.use(path, async ({ req, body }, next) =>
    req.method === "POST" && !isSame(req.header("x-telegram-bot-api-secret-token") ?? "", secret)
      ? body(null, 401)
      : next(),
  );
  routes.post(path, limit, async ({ req, body }) => {
    const update: unknown = await req.json().catch(() => undefined);
    if (!isUpdate(update)) {
      return body(null, 400);
    }
    return body(null, (await handling.handle(update)) === "done" ? 200 : 503);
  });
  return routes;
}

function isUpdate(value: unknown): value is Update {
  return typeof value === "object" && value !== null && "update_id" in value && Number.isSafeInteger(value.update_id);
}

/** In constant time, whatever their lengths. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
