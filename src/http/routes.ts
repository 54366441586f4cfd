import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

/** What somebody asks for. */
export interface Asked {
  /** What stands where the path of the route has a `*`. */
  readonly name: string;
  readonly query: URLSearchParams;
  readonly request: IncomingMessage;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface Route {
  /** Who may be asked with GET may be asked with HEAD. */
  readonly method: "GET" | "POST";
  /** With one `*` at most, for a name without slashes: `/calendar/*.ics`. */
  readonly path: string;
  readonly answer: (asked: Asked) => Answer | Promise<Answer>;
}

/**
 * Answers for the routes. A framework would bring a second HTTP client, 13 MB of it, for what four paths need.
 *
 * @param onFailure when an answer failed; the one who asked reads that it did, and no more
 * @param otherwise who answers all other paths
 */
export function listenerOf(
  routes: readonly Route[],
  onFailure: (cause: unknown) => void,
  otherwise: RequestListener = (_, response) => send(response, plain(404, "There is nothing here.\n")),
): RequestListener {
  const patterns = routes.map((route) => ({ route, pattern: patternOf(route.path) }));

  return async (request, response) => {
    const [path = "", query = ""] = (request.url ?? "").split("?", 2);
    const fitting = patterns.flatMap(({ route, pattern }) => {
      const name = pattern.exec(path);
      return name === null ? [] : [{ route, name: decoded(name[1] ?? "") }];
    });
    const method = request.method === "HEAD" ? "GET" : request.method;
    const found = fitting.find(({ route }) => route.method === method);
    if (found === undefined) {
      return fitting.some(({ route }) => route.method === "GET")
        ? send(response, getOnly)
        : otherwise(request, response);
    }
    try {
      const asked = { name: found.name, query: new URLSearchParams(query), request };
      send(response, await found.route.answer(asked));
    } catch (cause) {
      // Whoever hung up meanwhile is nobody's failure.
      if (!request.destroyed || request.complete) {
        onFailure(cause);
      }
      send(response, plain(500, "Something went wrong here.\n"));
    }
  };
}

export function plain(status: number, body: string, headers: Answer["headers"] = {}): Answer {
  return { status, headers: { "Content-Type": "text/plain; charset=utf-8", ...headers }, body };
}

const getOnly = plain(405, "Only GET and HEAD are answered here.\n", { Allow: "GET, HEAD" });

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.split("*").map(RegExp.escape).join("([^/]+)")}$`);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function send(response: ServerResponse, { status, headers = {}, body = "" }: Answer): void {
  response.writeHead(status, { ...headers, ...(status === 304 ? {} : { "Content-Length": Buffer.byteLength(body) }) });
  response.end(response.req.method === "HEAD" ? undefined : body);
}
