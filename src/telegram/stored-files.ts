import { InputFile } from "grammy";
import type { StoredContent, StoredFile } from "./answer.ts";
import { isBadRequest } from "./errors.ts";

/** Sends a file, by its id or as bytes, and answers the id by which Telegram knows it. */
export type GiveFile = (file: string | InputFile, seconds: number | undefined) => Promise<string>;

export interface StoredFiles {
  /** @returns whether it was sent: a failure is reported and not thrown, so that the rest of an answer goes on */
  send(file: StoredFile, give: GiveFile): Promise<boolean>;
}

/** Files remembered at most: 200 bytes each. */
const capacity = 1000;

/** Milliseconds that the database may take: an answer must not wait for its picture. */
const patience = 3000;

/**
 * Gives Telegram the bytes of a file the first time, and from then on the id that it answered. The ids are in memory only: they
 * hold for one token. Of several who ask at once for a new file one uploads it; the others wait, and go without where that failed.
 */
export function createStoredFiles(onFailure: (cause: unknown) => void): StoredFiles {
  const ids = new Map<string, Promise<string | undefined>>();

  async function upload(file: StoredFile, give: GiveFile): Promise<boolean> {
    const given = readAndGive(file, give);
    ids.set(file.digest, given);
    if (ids.size > capacity) {
      ids.delete(ids.keys().next().value as string);
    }
    const id = await given.catch((cause) => {
      onFailure(cause);
      return;
    });
    if (id === undefined) {
      forget(file, given);
    }
    return id !== undefined;
  }

  function forget({ digest }: StoredFile, given: Promise<string | undefined>): void {
    if (ids.get(digest) === given) {
      ids.delete(digest);
    }
  }

  async function sendKnown(file: StoredFile, given: Promise<string | undefined>, give: GiveFile): Promise<boolean> {
    const id = await given.catch(() => undefined);
    if (id === undefined) {
      return false;
    }
    try {
      await give(id, undefined);
      return true;
    } catch (cause) {
      if (!isBadRequest(cause)) {
        onFailure(cause);
        return false;
      }
      // Telegram knows this id no more.
      forget(file, given);
      return upload(file, give);
    }
  }

  return {
    send(file, give) {
      const given = ids.get(file.digest);
      return given === undefined ? upload(file, give) : sendKnown(file, given, give);
    },
  };
}

async function readAndGive(file: StoredFile, give: GiveFile): Promise<string | undefined> {
  const content = await inTime(file.read());
  return content === undefined ? undefined : give(new InputFile(content.bytes, file.name), content.seconds);
}

function inTime(reading: Promise<StoredContent | undefined>): Promise<StoredContent | undefined> {
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("The database took too long to read a file")), patience);
  return Promise.race([reading, tooLate]).finally(() => clearTimeout(timer));
}
