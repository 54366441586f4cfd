import { createHmac } from "node:crypto";

/** Prompts a chat may get on one day. */
const mostADay = 3;
const keyLength = 32;

export interface Prompts {
  /** Whether this chat may get one more prompt on this day; counts it if so. */
  allow(chatId: number, day: string): boolean;
}

/** Remembered in memory alone, under a key that is drawn anew each day: yesterday's are nobody's any more. */
export function createPrompts(random: (length: number) => Uint8Array): Prompts {
  let key = random(keyLength);
  let today = "";
  const given = new Map<string, number>();

  return {
    allow(chatId, day) {
      if (day !== today) {
        today = day;
        key = random(keyLength);
        given.clear();
      }
      const code = createHmac("sha256", key).update(String(chatId)).digest("base64url");
      const before = given.get(code) ?? 0;
      if (before >= mostADay) {
        return false;
      }
      given.set(code, before + 1);
      return true;
    },
  };
}
