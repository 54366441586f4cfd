import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createPlayground, type Playground, type PlaygroundOptions } from "./playground.ts";

export interface ServedPlayground {
  readonly playground: Playground;
  readonly port: number;
  /** `http://127.0.0.1:<port>`, for `TELEGRAM_API_ROOT` and for requests of the control API. */
  readonly url: string;
  close(): Promise<void>;
}

/** Milliseconds. Whoever asks again after a long thought must not find the connection closing under its hands. */
const keptFor = 120_000;

/** A playground with a server of its own, reachable from this machine only; port 0 takes a free one. For tests and benchmarks. */
export async function servePlayground(
  options: PlaygroundOptions & { readonly port: number },
): Promise<ServedPlayground> {
  const playground = createPlayground(options);
  const server = createServer({ keepAliveTimeout: keptFor }, playground.listener);
  server.listen(options.port, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    playground,
    port,
    url: `http://127.0.0.1:${port}`,
    async close() {
      await playground.close();
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
