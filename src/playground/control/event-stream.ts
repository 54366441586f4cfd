import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { Announcements } from "../world/announcements.ts";

/** Sends everything that is announced, as JSON, until the page goes away or the playground closes. */
export function eventStream(c: Context, announcements: Announcements, closing: AbortSignal): Response {
  return streamSSE(c, async (stream) => {
    const ended = Promise.withResolvers<void>();
    const end = () => ended.resolve();
    stream.onAbort(end);
    closing.addEventListener("abort", end);
    if (closing.aborted) end();
    const stopListening = announcements.listen((event) => {
      void stream.writeSSE({ data: JSON.stringify(event) });
    });
    // Something to read at once, so that the page knows that it is connected and misses nothing from here on.
    await stream.write(": connected\n\n");
    await ended.promise;
    closing.removeEventListener("abort", end);
    stopListening();
  });
}
