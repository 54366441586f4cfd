import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";

/** Telegram takes files of 50 MB; what is around them is small. */
const longest = 52 * 1024 * 1024;

const refuse: MiddlewareHandler = async (c) =>
  c.json({ ok: false, error_code: 413, description: "Request Entity Too Large" }, 413);

const limitStream = bodyLimit({
  maxSize: longest,
  onError: (c) => refuse(c, async () => undefined) as Promise<Response>,
});

/** Refuses bodies that would fill the memory. What says its length is not read for it, which would cost each call. */
export const boundedBody: MiddlewareHandler = (c, next) => {
  if (c.req.header("transfer-encoding") !== undefined) {
    return limitStream(c, next);
  }
  return Number(c.req.header("content-length") ?? 0) > longest ? refuse(c, next) : next();
};
