import { deriveKey, type KeyLabel } from "../database/keys.ts";
import type { OpenDatabase } from "../database/open.ts";
import { isUsedByOthers } from "../database/others.ts";
import { joined, type KeyPair, type Rotated } from "../database/rotation.ts";
import { rotateProgress } from "../features/broadcasts/rotation/repository.ts";
import { beginSettingsRotation } from "../features/chat-settings/rotation/repository.ts";
import { rotateOpenCounts } from "../features/feedback/rotation/repository.ts";
import { rotateStaff, opensWith as staffOpens } from "../features/staff/rotation/repository.ts";
import {
  countSubscriptions,
  rotateSubscriptions,
  opensWith as subscriptionsOpen,
} from "../features/subscriptions/rotation/repository.ts";
import { Problem } from "../problem.ts";

/** Whether what is stored was sealed with this key, as far as a few rows tell. */
export async function isKeyOf({ queries }: OpenDatabase, secretKey: Uint8Array): Promise<boolean> {
  return (
    (await staffOpens(queries, deriveKey(secretKey, "staff-chats"))) &&
    (await subscriptionsOpen(queries, deriveKey(secretKey, "subscribers")))
  );
}

export interface KeyRotation extends Rotated {
  /** Choices of a language or a place of which nothing but a code was stored: they could not be taken along. */
  readonly choicesErased: number;
}

/**
 * Seals everything anew and gives every chat its new codes, in one transaction: killed in the middle, it has changed nothing, and can
 * be begun again. Where a row opens with neither key nothing is changed either.
 *
 * @param onProgress told how many subscriptions of all are done
 * @throws Problem where a bot runs, or the previous key is not the one that sealed
 */
export async function rotateKey(
  database: OpenDatabase,
  { previous, current }: KeyPair,
  onProgress: (done: number, total: number) => void,
): Promise<KeyRotation> {
  if (await isUsedByOthers(database)) {
    throw new Problem("Another Inloop uses this database; stop the bot, and every replica, before the key is rotated.");
  }
  const pairOf = (label: KeyLabel): KeyPair => ({
    previous: deriveKey(previous, label),
    current: deriveKey(current, label),
  });
  return database.inTransaction(async (transaction) => {
    const total = await countSubscriptions(transaction);
    const settings = await beginSettingsRotation(transaction, pairOf("chat-settings"));
    let done = 0;
    onProgress(done, total);
    const staff = await rotateStaff(transaction, {
      codes: pairOf("staff"),
      chats: pairOf("staff-chats"),
      conversations: pairOf("staff-conversations"),
    });
    await settings.carry(staff.chats);
    const subscribers = await rotateSubscriptions(
      transaction,
      { codes: pairOf("subscriptions"), chats: pairOf("subscribers") },
      async (chats, rows) => {
        await settings.carry(chats);
        done += rows;
        onProgress(done, total);
      },
    );
    const counts = await rotateOpenCounts(transaction, pairOf("open-counts"));
    const progress = await rotateProgress(transaction, pairOf("progress"));
    const rotated = [staff.rotated, subscribers, counts, progress].reduce(joined);
    if (rotated.unreadable > 0) {
      throw new Problem(
        `${rotated.unreadable} of ${rotated.unreadable + rotated.resealed + rotated.already} sealed values open neither with SECRET_KEY nor with SECRET_KEY_PREVIOUS; give the key that sealed them. Nothing was changed.`,
      );
    }
    // With nothing under the previous key this was done before, and what parents chose since then stays.
    return { ...rotated, choicesErased: rotated.resealed === 0 ? 0 : await settings.end() };
  });
}
