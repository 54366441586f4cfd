import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { Problem } from "../problem.ts";

export interface HttpServer {
  readonly port: number;
  close(): Promise<void>;
}

/** @throws Problem where the port is taken or not allowed */
export async function serveHttp(
  fetch: Hono["fetch"],
  address: { port: number; hostname: string },
): Promise<HttpServer> {
  const server = createServer(getRequestListener(fetch));
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject).listen(address.port, address.hostname, resolve);
  try {
    await listening;
  } catch (cause) {
    throw new Problem(sentence(cause, address.port), { cause });
  }
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

function sentence(cause: unknown, port: number): string {
  switch ((cause as NodeJS.ErrnoException).code) {
    case "EADDRINUSE":
      return `PORT ${port} is taken by another program; give a free one, such as PORT=${port < 65_535 ? port + 1 : 3000}.`;
    case "EACCES":
      return `PORT ${port} is not allowed to this user; give one above 1023, such as PORT=3000.`;
    default:
      return `PORT ${port} cannot be listened on; give another, such as PORT=3000.`;
  }
}
