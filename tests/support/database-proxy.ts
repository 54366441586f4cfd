import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A way to PostgreSQL that can be closed, as when the server or the network is away. */
export interface DatabaseProxy {
  readonly url: string;
  /** Connections break, and new ones are made. */
  cut(): void;
  /** Connections break, and new ones as soon as they are made. */
  close(): void;
  /** Connections are kept, and nothing comes through. */
  silence(): void;
  open(): void;
  end(): Promise<void>;
}

export async function createDatabaseProxy(to: string): Promise<DatabaseProxy> {
  const target = new URL(to);
  const pairs = new Set<readonly [Socket, Socket]>();
  let state: "open" | "closed" | "silent" = "open";
  const server = createServer((near) => {
    if (state === "closed") {
      near.on("error", () => undefined).destroy();
      return;
    }
    const far = connect(Number(target.port), target.hostname);
    const pair = [near, far] as const;
    pairs.add(pair);
    near.pipe(far).pipe(near);
    for (const [socket, other] of [pair, pair.toReversed() as unknown as typeof pair]) {
      socket
        .on("error", () => undefined)
        .on("close", () => {
          other.destroy();
          pairs.delete(pair);
        });
    }
    if (state === "silent") {
      pause(pair);
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const destroyAll = () => {
    for (const [near] of pairs) near.destroy();
  };
  const url = new URL(to);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    cut: destroyAll,
    close() {
      state = "closed";
      destroyAll();
    },
    silence() {
      state = "silent";
      pairs.forEach(pause);
    },
    open() {
      state = "open";
      // What was silent stays so, as a connection does whose other end was replaced.
    },
    async end() {
      server.close();
      destroyAll();
    },
  };
}

function pause([near, far]: readonly [Socket, Socket]): void {
  near.unpipe(far);
  far.unpipe(near);
}
