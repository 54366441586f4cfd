import { createServer } from "node:net";

/** The wished port of 127.0.0.1 if it is free, else any that is. */
export async function freePort(wished: number): Promise<number> {
  return (await probe(wished)) ?? (await probe(0)) ?? 0;
}

function probe(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen({ host: "127.0.0.1", port }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : undefined));
    });
  });
}
