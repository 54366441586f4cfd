import { createHmac } from "node:crypto";

const keyLength = 32;

/** What is remembered about one chat. */
export interface Memory<Remembered> {
  readonly remembered: Remembered | undefined;
  keep(remembered: Remembered): void;
}

/**
 * Remembers something about chats until the day is over: in memory alone, and under a key that is drawn at the start and for each
 * new day, so that yesterday's are nobody's any more.
 */
export interface ChatMemory<Remembered> {
  of(chat: string, day: string): Memory<Remembered>;
}

/** @param capacity chats remembered at most; beyond it goes the half of which nothing was kept for longest */
export function createChatMemory<Remembered>(
  random: (length: number) => Uint8Array,
  capacity: number,
): ChatMemory<Remembered> {
  let key = random(keyLength);
  let today = "";
  let newer = new Map<string, Remembered>();
  let older = new Map<string, Remembered>();

  function forgetYesterday(day: string): void {
    if (day !== today) {
      today = day;
      key = random(keyLength);
      newer = new Map();
      older = new Map();
    }
  }

  return {
    of(chat, day) {
      forgetYesterday(day);
      const code = createHmac("sha256", key).update(chat).digest("base64url");
      return {
        remembered: newer.get(code) ?? older.get(code),
        keep(remembered) {
          if (newer.size >= capacity / 2 && !newer.has(code)) {
            older = newer;
            newer = new Map();
          }
          newer.set(code, remembered);
        },
      };
    },
  };
}
