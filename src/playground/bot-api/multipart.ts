export interface Part {
  readonly name: string;
  /** Null for a plain value. */
  readonly fileName: string | null;
  readonly content: Buffer;
}

const headersEnd = Buffer.from("\r\n\r\n");

/**
 * The parts of a multipart form; null when it is none. The platform's own reader is too strict for this: grammY writes the names of
 * files without quotes and as they are, with spaces and letters of any script, and Telegram takes them so.
 */
export function readMultipart(contentType: string, body: Buffer): readonly Part[] | null {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  if (boundary === null) return null;
  const first = Buffer.from(`--${boundary[1] ?? boundary[2]}`);
  const next = Buffer.concat([Buffer.from("\r\n"), first]);
  const parts: Part[] = [];
  let start = body.indexOf(first) === -1 ? -1 : body.indexOf(first) + first.length;
  while (start !== -1 && body.toString("latin1", start, start + 2) !== "--") {
    const end = body.indexOf(next, start);
    if (end === -1) return null;
    const part = readPart(body.subarray(start + "\r\n".length, end));
    if (part !== null) parts.push(part);
    start = end + next.length;
  }
  return start === -1 ? null : parts;
}

function readPart(part: Buffer): Part | null {
  const end = part.indexOf(headersEnd);
  if (end === -1) return null;
  const disposition = /^content-disposition:.*$/im.exec(part.toString("utf8", 0, end))?.[0] ?? "";
  const name = parameter(disposition, "name");
  if (name === null) return null;
  return { name, fileName: parameter(disposition, "filename"), content: part.subarray(end + headersEnd.length) };
}

function parameter(disposition: string, name: string): string | null {
  const match = new RegExp(`;\\s*${name}=(?:"([^"]*)"|([^;\\r\\n]*))`, "i").exec(disposition);
  return match === null ? null : (match[1] ?? match[2] ?? "").trim();
}
