import type { ChatSettings, ChatSettingsRepository } from "./repository.ts";

/** Chats remembered at most: about 2 MB. */
const capacity = 10_000;

/** What was read of a chat. */
export interface Read {
  /** Absent where it chose nothing. */
  readonly settings: ChatSettings | undefined;
}

/** Reads chat settings through a bounded memory, so that a parent's next question costs no query. */
export interface ChatSettingsMemory {
  /** At once where it is remembered. */
  read(code: Buffer): Read | Promise<Read>;
  forget(code: Buffer): void;
  forgetAll(): void;
}

export function createChatSettingsMemory(repository: Pick<ChatSettingsRepository, "read">): ChatSettingsMemory {
  // A chat that chose nothing is remembered too: most never do. In two halves, of which the older one goes as a whole: one Map
  // that loses its first entry again and again takes ever longer to find it.
  let newer = new Map<string, Read | Promise<Read>>();
  let older: typeof newer = new Map();

  const recall = (key: string) => newer.get(key) ?? older.get(key);

  function remember(key: string, read: Read | Promise<Read>): void {
    if (newer.size >= capacity / 2 && !newer.has(key)) {
      older = newer;
      newer = new Map();
    }
    newer.set(key, read);
  }

  function forget(key: string): void {
    newer.delete(key);
    older.delete(key);
  }

  /** Whoever asks meanwhile waits for the same; what was forgotten meanwhile is not remembered. */
  function reading(key: string, code: Buffer): Promise<Read> {
    const read = repository.read(code).then((settings) => ({ settings }));
    const isCurrent = () => recall(key) === read;
    read.then(
      (known) => isCurrent() && remember(key, known),
      () => isCurrent() && forget(key),
    );
    return read;
  }

  return {
    read(code) {
      const key = code.toString("base64");
      const read = recall(key) ?? reading(key, code);
      remember(key, read);
      return read;
    },
    forget: (code) => forget(code.toString("base64")),
    forgetAll() {
      newer.clear();
      older.clear();
    },
  };
}
