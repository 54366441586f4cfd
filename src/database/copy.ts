/** What a table says, in memory and up to date. */
export interface Copy<Content> {
  content(): Content;
  /** Reads it now; what was known stays when that fails. */
  refresh(): Promise<void>;
  /** Whether nothing newer could not be read. */
  isCurrent(): boolean;
}

/** Where it comes from. */
export interface Original<Stored> {
  readAll(): Promise<Stored>;
  /** Calls `read` whenever something may have changed, and again for as long as it fails. */
  watch(read: () => Promise<void>, onFailure: (cause: unknown) => void): Promise<void>;
}

/**
 * Reads all of it once, and again whenever the database says that it changed, on whatever replica.
 *
 * @param of how it is kept
 * @param onFailure when it could not be read again; it is tried until it can
 */
export async function openCopy<Stored, Content>(
  { readAll, watch }: Original<Stored>,
  of: (stored: Stored) => Content,
  onFailure: (cause: unknown) => void,
): Promise<Copy<Content>> {
  let content = of(await readAll());
  let begun = 0;
  let newest = 0;
  let failed = 0;

  async function refresh(): Promise<void> {
    begun += 1;
    const mine = begun;
    try {
      const stored = await readAll();
      // An earlier read that comes in late would undo a later one.
      if (mine > newest) {
        newest = mine;
        content = of(stored);
      }
    } catch (cause) {
      failed = Math.max(failed, mine);
      throw cause;
    }
  }

  await watch(refresh, onFailure);
  return { content: () => content, refresh, isCurrent: () => newest >= failed };
}
