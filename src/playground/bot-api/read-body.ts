import type { HonoRequest } from "hono";
import { badRequest } from "../refusal.ts";
import { type Arguments, isObject, type Upload } from "./arguments.ts";
import { readMultipart } from "./multipart.ts";

/** Reads the arguments of a call as Telegram takes them: in the address, as JSON, or as a form with or without files. */
export async function readBody(request: HonoRequest): Promise<Arguments> {
  const type = request.header("content-type") ?? "";
  const values: Record<string, unknown> = request.url.includes("?") ? { ...request.query() } : {};
  const uploads = new Map<string, Upload>();

  if (type.startsWith("application/json")) {
    Object.assign(values, parseObject(await request.text()));
  } else if (type.startsWith("application/x-www-form-urlencoded")) {
    Object.assign(values, Object.fromEntries(new URLSearchParams(await request.text())));
  } else if (type.startsWith("multipart/form-data")) {
    const parts = readMultipart(type, Buffer.from(await request.arrayBuffer()));
    if (parts === null) throw badRequest("can't parse the form in the request body");
    for (const { name, fileName, content } of parts) {
      if (fileName === null) values[name] = content.toString("utf8");
      else uploads.set(name, { name: fileName, bytes: new Uint8Array(content) });
    }
  }
  return { values, uploads };
}

function parseObject(body: string): Readonly<Record<string, unknown>> {
  if (body === "") return {};
  const value = parseJson(body);
  if (!isObject(value)) throw badRequest("can't parse JSON object");
  return value;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw badRequest("can't parse JSON object", { cause });
  }
}
