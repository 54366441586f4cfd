import { randomInt } from "node:crypto";
import type { Update } from "@grammyjs/types";

export type UpdateKind = Exclude<keyof Update, "update_id">;

/** What Telegram's own server keeps for one bot; beyond it the oldest are lost. */
const updatesKept = 100_000;
/** Types that Telegram only sends when they are asked for by name. */
const onlyWhenAsked: readonly string[] = ["chat_member", "message_reaction", "message_reaction_count"];

/** Updates that the bot has not confirmed yet, in order. */
export interface UpdateQueue {
  readonly size: number;
  readonly allowed: readonly UpdateKind[];
  push<K extends UpdateKind>(kind: K, content: NonNullable<Update[K]>): void;
  /** From now on only these are kept; an empty list is Telegram's default. Updates already waiting stay. */
  allow(kinds: readonly UpdateKind[]): void;
  /** Forgets every update before this one. */
  confirmBefore(updateId: number): void;
  /** Forgets all but this many of the newest. */
  keepNewest(count: number): void;
  oldest(limit: number): Update[];
  clear(): void;
  /** Called after each update that was put in the queue. */
  onPush(listener: () => void): void;
  /** Waits until none is left. */
  emptied(): Promise<void>;
}

export function createUpdateQueue(): UpdateQueue {
  // A window over an array: confirming moves its start, and what lies before it is cut off now and then, so that both are cheap.
  let updates: Update[] = [];
  let start = 0;
  let nextId = randomInt(100_000_000, 1_000_000_000);
  let allowed: readonly UpdateKind[] = [];
  const listeners: (() => void)[] = [];
  let waiting: PromiseWithResolvers<void> | null = null;

  const forget = (count: number) => {
    start = Math.min(updates.length, start + Math.max(0, count));
    if (start > 1024 && start * 2 > updates.length) {
      updates = updates.slice(start);
      start = 0;
    }
    if (size() > 0) return;
    waiting?.resolve();
    waiting = null;
  };
  const size = () => updates.length - start;
  const wanted = (kind: UpdateKind) => (allowed.length === 0 ? !onlyWhenAsked.includes(kind) : allowed.includes(kind));

  return {
    get size() {
      return size();
    },
    get allowed() {
      return allowed;
    },
    push(kind, content) {
      if (!wanted(kind)) return;
      updates.push({ update_id: nextId, [kind]: content });
      nextId += 1;
      if (size() > updatesKept) forget(1);
      for (const listener of listeners) listener();
    },
    allow(kinds) {
      allowed = kinds;
    },
    // Ids are consecutive, so the position of an update follows from its id.
    confirmBefore: (updateId) => forget(updateId - (nextId - size())),
    keepNewest: (count) => forget(size() - count),
    oldest: (limit) => updates.slice(start, start + limit),
    clear: () => forget(size()),
    onPush(listener) {
      listeners.push(listener);
    },
    async emptied() {
      if (size() === 0) return;
      waiting ??= Promise.withResolvers();
      await waiting.promise;
    },
  };
}
