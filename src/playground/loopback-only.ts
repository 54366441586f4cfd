import type { MiddlewareHandler } from "hono";
import { isLoopbackHost } from "../core/loopback-host.ts";

/**
 * Refuses requests that a page of somebody else makes through the browser on this machine: under a name that was made to point here
 * (DNS rebinding shows in `Host`), or from another origin. Programs such as the bot send no `Origin`.
 */
export const loopbackOnly: MiddlewareHandler = async (c, next) => {
  const host = c.req.header("host") ?? "";
  const origin = c.req.header("origin");
  if (!isLoopbackHost(host)) {
    return c.json(
      { error: `The playground answers only under the name of this machine, such as localhost, not "${host}".` },
      403,
    );
  }
  if (origin !== undefined && origin !== `http://${host}`) {
    return c.json({ error: `The playground answers only its own page, not one from "${origin}".` }, 403);
  }
  return next();
};
