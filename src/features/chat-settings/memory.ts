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
  // A chat that chose nothing is remembered too: most never do. In two halves, of which the older one goes as a whole: one Map
  // that loses its first entry again and again takes ever longer to find it.
  let newer = new Map<string, Promise<ChatSettings | undefined>>();
  let older: typeof newer = new Map();

  function remember(key: string, settings: Promise<ChatSettings | undefined>): void {
    if (newer.size >= capacity / 2 && !newer.has(key)) {
      older = newer;
      newer = new Map();
    }
    newer.set(key, settings);
  }

  function forget(key: string): void {
    newer.delete(key);
    older.delete(key);
  }

  return {
    read(code) {
      const key = code.toString("base64");
      const remembered = newer.get(key) ?? older.get(key);
      const settings = remembered ?? repository.read(code);
      remember(key, settings);
      if (remembered === undefined) {
        settings.catch(() => {
          if ((newer.get(key) ?? older.get(key)) === settings) {
            forget(key);
          }
        });
      }
      return settings;
    },
    forget: (code) => forget(code.toString("base64")),
    forgetAll() {
      newer.clear();
      older.clear();
    },
  };
}
