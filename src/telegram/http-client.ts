// Imported, these modules hand out all that they have, a WebSocket and with it a second HTTP client included: 11 MB for nothing.
const http = process.getBuiltinModule("node:http");
const https = process.getBuiltinModule("node:https");

/** Milliseconds for which a connection waits for its next call. */
const keptFor = 30_000;

/** What grammY asks of `fetch`, and what it gets. */
interface Call {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

interface Reply {
  json(): Promise<unknown>;
}

/**
 * Calls of the Bot API over connections that are kept. The `fetch` that grammY brings makes streams and headers of its own for each, which
 * costs as much as all the rest of an answer.
 */
export function createHttpClient(apiRoot: string): (url: string, call: Call) => Promise<Reply> {
  const isSecure = apiRoot.startsWith("https:");
  const agent = new (isSecure ? https.Agent : http.Agent)({
    keepAlive: true,
    keepAliveMsecs: keptFor,
    maxSockets: 256,
  });
  const request = isSecure ? https.request : http.request;
  const { protocol, hostname, port } = new URL(apiRoot);
  const target = { protocol, hostname: hostname.replace(/^\[|\]$/g, ""), port, agent };
  const origin = new URL(apiRoot).origin.length;

  return (url, { method = "POST", headers = {}, body, signal }) =>
    new Promise((resolve, reject) => {
      const isText = typeof body === "string";
      const call = request(
        {
          ...target,
          path: url.slice(origin),
          method,
          headers: isText ? { "content-type": "application/json", "content-length": Buffer.byteLength(body) } : headers,
        },
        (response) => {
          const parts: Buffer[] = [];
          response.on("data", (part) => parts.push(part));
          response.once("error", reject);
          response.once("end", () => {
            signal?.removeEventListener("abort", abort);
            const text = parts.length === 1 ? String(parts[0]) : Buffer.concat(parts).toString();
            resolve({ json: async () => JSON.parse(text) });
          });
        },
      );
      const abort = () => call.destroy(new Error("The call was given up"));
      signal?.addEventListener("abort", abort);
      if (signal?.aborted === true) {
        abort();
      }
      call.once("error", (cause) => {
        signal?.removeEventListener("abort", abort);
        reject(cause);
      });
      if (isText) {
        call.end(body);
      } else {
        writeAll(body as AsyncIterable<Uint8Array>, call).catch((cause) => call.destroy(cause));
      }
    });
}

/** A file with what belongs to it, as grammY writes it. */
async function writeAll(
  parts: AsyncIterable<Uint8Array>,
  call: { write(part: Uint8Array): unknown; end(): void },
): Promise<void> {
  for await (const part of parts) {
    call.write(part);
  }
  call.end();
}
