import { readdirSync, readFileSync } from "node:fs";
import { extname } from "node:path";
import { Hono } from "hono";

const folder = new URL(".", import.meta.url);

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml; charset=utf-8",
};

const headers: Readonly<Record<string, string>> = {
  // What a bot says must never become markup or script, so nothing inline runs and nothing comes from elsewhere.
  "Content-Security-Policy":
    "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cache-Control": "no-cache",
};

interface PageFile {
  readonly contentType: string;
  readonly body: string;
}

/** The chat page of the playground: `/`, and its styles, scripts and icons under `/page/`. The files are read once, here. */
export function createPage(): Hono {
  const files = readFiles();
  const page = new Hono();

  const answer = (name: string): Response => {
    const file = files.get(name);
    if (file === undefined)
      return new Response("Not found", { status: 404, headers: { "Content-Type": "text/plain" } });
    return new Response(file.body, { headers: { ...headers, "Content-Type": file.contentType } });
  };

  page.get("/", () => answer("index.html"));
  page.get("/page/:file", (context) => answer(context.req.param("file")));
  return page;
}

function readFiles(): ReadonlyMap<string, PageFile> {
  const files = new Map<string, PageFile>();
  for (const name of readdirSync(folder)) {
    const contentType = contentTypes[extname(name)];
    if (contentType !== undefined) files.set(name, { contentType, body: readFileSync(new URL(name, folder), "utf8") });
  }
  return files;
}
