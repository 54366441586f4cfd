import { eq, sql } from "drizzle-orm";
import { type Queries, queriesOf, type Transaction } from "../../../database/client.ts";
import { chatCode } from "../../../database/keys.ts";
import {
  counted,
  type KeyPair,
  nothingRotated,
  opens,
  openWithEither,
  type Rotated,
} from "../../../database/rotation.ts";
import { audit, countMessages, invitations, staff, staffConversations } from "../../../database/schema/staff.ts";
import { seal } from "../../../database/sealing.ts";
import { codeOf } from "../repository.ts";
import { conversationIdentity } from "../turns.ts";

export interface StaffKeyPairs {
  readonly codes: KeyPair;
  readonly chats: KeyPair;
  readonly conversations: KeyPair;
}

/** Seals the chats of the team anew and gives them their new codes, with all that refers to them. @returns their chats too */
export async function rotateStaff(
  transaction: Transaction,
  keys: StaffKeyPairs,
): Promise<{ readonly rotated: Rotated; readonly chats: readonly number[] }> {
  const queries = queriesOf(transaction);
  await queries.execute(sql`lock table ${staff} in share row exclusive mode`);
  const chats: number[] = [];
  let rotated = nothingRotated;
  for (const member of await queries.select().from(staff)) {
    const opened = openWithEither(keys.chats, codeOf(member.code), member.chat);
    rotated = counted(rotated, opened);
    if (opened.with === "neither") {
      continue;
    }
    const chatId = Number(opened.content.readBigInt64BE());
    chats.push(chatId);
    if (opened.with === "previous") {
      const code = chatCode(keys.codes.current, chatId);
      const chat = seal(keys.chats.current, codeOf(code), opened.content);
      await move(queries, member, { ...member, code, chat }, keys.conversations);
    }
  }
  return { rotated, chats };
}

/** Whether the chat of one member opens with a key. */
export async function opensWith(queries: Queries, key: Uint8Array): Promise<boolean> {
  const rows = await queries.select().from(staff);
  return rows.length === 0 || rows.some(({ code, chat }) => opens(key, codeOf(code), chat));
}

type Row = typeof staff.$inferSelect;

/** What refers to a member refers to her code, so she is there twice for a moment, and a name belongs to one alone. */
async function move(queries: Queries, from: Row, to: Row, conversations: KeyPair): Promise<void> {
  const [again] = await queries.select({ code: staff.code }).from(staff).where(eq(staff.code, to.code));
  // Whoever joined once more under the new key stays as she is now.
  if (again === undefined) {
    await queries.insert(staff).values({ ...to, name: `rotating ${codeOf(to.code)}` });
  }
  await moveConversation(queries, from.code, to.code, conversations);
  await queries.update(invitations).set({ invitedBy: to.code }).where(eq(invitations.invitedBy, from.code));
  await queries.update(audit).set({ code: to.code }).where(eq(audit.code, from.code));
  await queries.execute(sql`
    insert into ${countMessages} (code, place, day, message, again)
    select ${to.code}, place, day, message, again from ${countMessages} where code = ${from.code} on conflict do nothing`);
  await queries.delete(staff).where(eq(staff.code, from.code));
  if (again === undefined) {
    await queries.update(staff).set({ name: to.name }).where(eq(staff.code, to.code));
  }
}

/** What opens with neither key goes with its row: she begins again. */
async function moveConversation(queries: Queries, from: Buffer, to: Buffer, keys: KeyPair): Promise<void> {
  const [kept] = await queries.select().from(staffConversations).where(eq(staffConversations.code, from));
  const opened = kept === undefined ? undefined : openWithEither(keys, conversationIdentity(codeOf(from)), kept.sealed);
  if (kept !== undefined && opened !== undefined && opened.with !== "neither") {
    const sealed = seal(keys.current, conversationIdentity(codeOf(to)), opened.content);
    await queries
      .insert(staffConversations)
      .values({ ...kept, code: to, sealed })
      .onConflictDoNothing();
  }
}
