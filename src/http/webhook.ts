import { createHash, timingSafeEqual } from "node:crypto";
import type { Bot } from "grammy";
import type { Update } from "grammy/types";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";

/** Telegram's updates are a few kilobytes. */
const longestBody = 1024 * 1024;

/** Where Telegram delivers updates. It answers 200 when the update's effects are safe. */
export function webhookRoute(path: string, secret: string, bot: Bot): Hono {
  const routes = new Hono();
  routes.post(path, bodyLimit({ maxSize: longestBody }), async ({ req, body }) => {
    if (!isSame(req.header("x-telegram-bot-api-secret-token") ?? "", secret)) {
      return body(null, 401);
    }
    const update: unknown = await req.json().catch(() => undefined);
    if (!isUpdate(update)) {
      return body(null, 400);
    }
    await bot.handleUpdate(update);
    return body(null, 200);
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
