import type { RequestListener, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { Problem } from "../problem.ts";
import { type Bounds, protect, usualBounds } from "./protection.ts";

// Imported, it hands out all that it has, a WebSocket and with it a second HTTP client included: 11 MB for nothing.
const { createServer } = process.getBuiltinModule("node:http");

export interface HttpServer {
  readonly port: number;
  /**
   * Stops answering: what is under way is answered first, for a few seconds.
   *
   * @param notice milliseconds for which whoever asks is still answered, and told to take another connection next time: a balancer may
   * be sending on one that would close under its hands
   */
  close(notice?: number): Promise<void>;
}

/** Milliseconds that a stop waits for what is under way. */
const stopPatience = 5000;

/** @throws Problem where the port is taken or not allowed */
export async function serveHttp(
  answering: RequestListener,
  address: { readonly port: number; readonly hostname: string; readonly variable?: "PORT" | "METRICS_PORT" },
  { maxConnections, ...bounds }: Bounds = usualBounds,
): Promise<HttpServer> {
  const listener = protect(answering, address.hostname);
  const underWay = new Set<ServerResponse>();
  let isClosing = false;
  const server = createServer(bounds, (request, response) => {
    if (isClosing) {
      sayLast(response);
    }
    underWay.add(response);
    response.once("close", () => underWay.delete(response));
    return listener(request, response);
  });
  server.maxConnections = maxConnections;
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject).listen(address.port, address.hostname, resolve);
  try {
    await listening;
  } catch (cause) {
    throw new Problem(sentence(cause, address.variable ?? "PORT", address.port), { cause });
  }
  return {
    port: (server.address() as AddressInfo).port,
    async close(notice = 0) {
      isClosing = true;
      underWay.forEach(sayLast);
      await delay(notice);
      const closed = new Promise((done) => server.close(done));
      const until = performance.now() + (notice === 0 ? 0 : stopPatience);
      while (underWay.size > 0 && performance.now() < until) {
        await delay(10);
      }
      // Also those on which nothing was asked yet.
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Asks for another connection next time. */
function sayLast(response: ServerResponse): void {
  if (!response.headersSent) {
    response.setHeader("connection", "close");
  }
}

function sentence(cause: unknown, variable: string, port: number): string {
  switch ((cause as NodeJS.ErrnoException).code) {
    case "EADDRINUSE":
      return `${variable} ${port} is taken by another program; give a free one, such as ${variable}=${port < 65_535 ? port + 1 : 3000}.`;
    case "EACCES":
      return `${variable} ${port} is not allowed to this user; give one above 1023, such as ${variable}=3000.`;
    default:
      return `${variable} ${port} cannot be listened on; give another, such as ${variable}=3000.`;
  }
}
