import { and, asc, count, eq, gte } from "drizzle-orm";
import type { Database } from "../../../database/client.ts";
import { audit, countMessages, invitations, staffConversations } from "../../../database/schema/staff.ts";
import { bytesOf } from "../repository.ts";

/** What is stored about a member beside her row in the team. */
export interface StoredBeside {
  /** As she named those whom she invited, where the invitation can still be used. */
  readonly invited: readonly string[];
  /** Whether she is in the middle of something. */
  readonly isInConversation: boolean;
  /** The days whose counts she was shown, the newest last. */
  readonly counted: readonly Temporal.PlainDate[];
  /** Lines of the list of who did what. */
  readonly audited: number;
}

/** @returns what reads it, by the code of a member */
export function createStoredBeside({
  queries,
}: Database): (code: string, now: Temporal.Instant) => Promise<StoredBeside> {
  return async (code, now) => {
    const bytes = bytesOf(code);
    const [invited, conversations, counted, audited] = await Promise.all([
      queries.select({ name: invitations.name }).from(invitations).where(eq(invitations.invitedBy, bytes)),
      queries
        .select({ until: staffConversations.until })
        .from(staffConversations)
        .where(and(eq(staffConversations.code, bytes), gte(staffConversations.until, now.toString()))),
      queries
        .select({ day: countMessages.day })
        .from(countMessages)
        .where(eq(countMessages.code, bytes))
        .groupBy(countMessages.day)
        .orderBy(asc(countMessages.day)),
      queries.select({ lines: count() }).from(audit).where(eq(audit.code, bytes)),
    ]);
    return {
      invited: invited.map(({ name }) => name),
      isInConversation: conversations.length > 0,
      counted: counted.map(({ day }) => Temporal.PlainDate.from(day)),
      audited: audited[0]?.lines ?? 0,
    };
  };
}
