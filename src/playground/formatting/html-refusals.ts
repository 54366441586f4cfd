import { badRequest, type Refusal } from "../refusal.ts";

export function cannotParse(reason: string): Refusal {
  return badRequest(`can't parse entities: ${reason}`);
}

/** Telegram says where in bytes of UTF-8. */
export function byteOffset(html: string, position: number): number {
  return Buffer.byteLength(html.slice(0, position));
}
