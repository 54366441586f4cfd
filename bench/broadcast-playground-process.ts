import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { servePlayground } from "../src/playground/serve.ts";

/*
 * Telegram in a process of its own, with as many parents as are asked for; it counts how calls to send were answered.
 */

const [token = "", count = "0"] = process.argv.slice(2);

const { url } = await servePlayground({
  token,
  botUsername: "bench_bot",
  people: [],
  acquaintances: Array.from({ length: Number(count) }, (_, index) => ({
    id: 700_000_001 + index,
    firstName: "Parent",
    languageCode: "nl",
    role: "parent",
  })),
  timeZone: "Europe/Brussels",
  port: 0,
});

let answered = new Map<number, number>();

subscribe("http.server.response.finish", (message) => {
  const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
  if (request.url?.endsWith("/sendMessage")) {
    answered.set(response.statusCode, (answered.get(response.statusCode) ?? 0) + 1);
  }
});

process.on("message", () => {
  process.send?.({ answered: Object.fromEntries(answered) });
  answered = new Map();
});
process.once("disconnect", () => process.exit());
process.send?.({ url });
