import { createChatMemory } from "../../telegram/chat-memory.ts";

/** Prompts a chat may get on one day. */
const mostADay = 3;

/** Chats remembered at most: about 3 MB. */
const capacity = 20_000;

export interface Prompts {
  /** Whether this chat may get one more prompt on this day; counts it if so. */
  allow(chatId: number, day: string): boolean;
}

export function createPrompts(random: (length: number) => Uint8Array): Prompts {
  const given = createChatMemory<number>(random, capacity);

  return {
    allow(chatId, day) {
      const { remembered = 0, keep } = given.of(String(chatId), day);
      if (remembered >= mostADay) {
        return false;
      }
      keep(remembered + 1);
      return true;
    },
  };
}
