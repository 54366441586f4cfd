import type { ChatSettings, ChatSettingsRepository } from "./repository.ts";

/** Chats remembered at most: about 2 MB. */
const capacity = 10_000;

/** Reads chat settings through a bounded memory, so that a parent's next question costs no query. */
export interface ChatSettingsMemory {
  read(code: Buffer): Promise<ChatSettings | undefined>;
  forget(code: Buffer): void;
  forgetAll(): void;
}

export function createChatSettingsMemory(repository: Pick<ChatSettingsRepository, "read">): ChatSettingsMemory {
  // A chat that chose nothing is remembered too: most never do.
  const known = new Map<string, Promise<ChatSettings | undefined>>();

  return {
    read(code) {
      const key = code.toString("base64");
      const remembered = known.get(key);
      known.delete(key);
      const settings = remembered ?? repository.read(code);
      // Put last, so that the chat that was silent longest is the first.
      known.set(key, settings);
      if (known.size > capacity) {
        known.delete(known.keys().next().value as string);
      }
      settings.catch(() => {
        if (known.get(key) === settings) {
          known.delete(key);
        }
      });
      return settings;
    },
    forget: (code) => {
      known.delete(code.toString("base64"));
    },
    forgetAll: () => known.clear(),
  };
}
