import type { IncomingMessage, RequestListener, ServerOptions, ServerResponse } from "node:http";
import { isLoopbackHost } from "../core/loopback-host.ts";

/** How long whoever connects may take, in milliseconds, and how much it may send before anything of ours looks at it. */
export type Bounds = Required<
  Pick<
    ServerOptions,
    "headersTimeout" | "requestTimeout" | "keepAliveTimeout" | "connectionsCheckingInterval" | "maxHeaderSize"
  >
> & { readonly maxConnections: number };

/** Telegram and balancers are fast; who sends a letter a second keeps a connection, and nothing else, for these seconds. */
export const usualBounds: Bounds = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  // Longer than the minute for which balancers keep theirs, so that it is they who close.
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2000,
  maxHeaderSize: 8 * 1024,
  // Telegram opens 100 at most.
  maxConnections: 500,
};

/**
 * What every answer says to browsers, unless it says something else itself. (Strict-Transport-Security is for the proxy that
 * speaks https.)
 */
const headers: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-store",
};

/**
 * Goes before all that we serve. A server on loopback answers under the name of this machine only: a page of somebody else could
 * have its own name lead here (DNS rebinding), and read what is for this machine.
 */
export function protect(listener: RequestListener, hostname: string): RequestListener {
  const isForThisMachine = isLoopbackHost(hostname);
  return (request: IncomingMessage, response: ServerResponse) => {
    for (const name in headers) {
      response.setHeader(name, headers[name] ?? "");
    }
    if (isForThisMachine && !isLoopbackHost(request.headers.host ?? "")) {
      response.writeHead(403, { "Content-Type": "text/plain", Connection: "close" });
      response.end("This is answered only under the name of this machine, such as localhost.\n");
      return;
    }
    return listener(request, response);
  };
}
