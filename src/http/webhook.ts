import { hash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Update } from "grammy/types";
import type { Route } from "./routes.ts";

/** Telegram's updates are a few kilobytes. */
const longestBody = 1024 * 1024;

/** What takes updates, and says when their effects are safe. */
export interface TakesUpdates {
  handle(update: Update): Promise<"done" | "again">;
}

/** Where Telegram delivers updates. It answers 200 when the update's effects are safe, and 503 where it is to come again. */
export function webhookRoute(path: string, secret: string, handling: TakesUpdates): Route {
  const expected = digest(secret);
  const allIsRead = createReading();
  return {
    method: "POST",
    path,
    async answer({ request }) {
      const given = String(request.headers["x-telegram-bot-api-secret-token"] ?? "");
      // First of all: of others not even the body is read.
      if (!timingSafeEqual(digest(given), expected)) {
        return { status: 401, headers: { Connection: "close" } };
      }
      const text = await bodyOf(request);
      if (text === null) {
        return { status: 413, headers: { Connection: "close" } };
      }
      const update = parsed(text);
      if (!isUpdate(update)) {
        return { status: 400 };
      }
      await allIsRead();
      return { status: (await handling.handle(update)) === "done" ? 200 : 503 };
    },
  };
}

/** @returns null where it is too long */
async function bodyOf(incoming: IncomingMessage): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<string | null>();
  const parts: Buffer[] = [];
  let length = 0;
  incoming.on("data", (part: Buffer) => {
    length += part.length;
    if (length > longestBody) {
      resolve(null);
    } else {
      parts.push(part);
    }
  });
  incoming.once("end", () => resolve(Buffer.concat(parts).toString()));
  incoming.once("close", () => resolve(""));
  return promise;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return;
  }
}

function isUpdate(value: unknown): value is Update {
  return typeof value === "object" && value !== null && "update_id" in value && Number.isSafeInteger(value.update_id);
}

/** Of one length, whatever the text's: so that texts can be compared in constant time. */
function digest(text: string): Buffer {
  return hash("sha256", text, "buffer");
}

/**
 * Waits until all that came in together is read. What is then handled one after the other, rather than each between reading and
 * writing, finds its code and data still in the processor's caches.
 */
function createReading(): () => Promise<void> {
  let underWay: PromiseWithResolvers<void> | undefined;
  return () => {
    if (underWay === undefined) {
      const reading = Promise.withResolvers<void>();
      underWay = reading;
      setImmediate(() => {
        underWay = undefined;
        reading.resolve();
      });
    }
    return underWay.promise;
  };
}
