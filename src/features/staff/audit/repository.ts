import { desc, inArray, isNull, lt, or } from "drizzle-orm";
import type { AuditEntry } from "../../../core/staff/audit.ts";
import type { PlaceRange } from "../../../core/staff/member.ts";
import { type Database, queriesOf, type Transaction } from "../../../database/client.ts";
import { audit } from "../../../database/schema/staff.ts";

/** Who did it: a member by her code and name, or the command line. */
export interface Doer {
  readonly code: string | null;
  readonly name: string;
}

export interface AuditedEntry {
  readonly at: Temporal.Instant;
  readonly name: string;
  readonly place: number | null;
  readonly entry: AuditEntry;
}

export interface AuditRepository {
  /** @param place null where it concerns several or all */
  add(
    transaction: Transaction,
    at: Temporal.Instant,
    doer: Doer,
    place: number | null,
    entry: AuditEntry,
  ): Promise<void>;
  /** The newest first, of these places and of what concerns several. */
  newest(places: PlaceRange, page: { readonly from: number; readonly count: number }): Promise<readonly AuditedEntry[]>;
  /** Erases what was done before that moment. */
  sweep(before: Temporal.Instant): Promise<void>;
}

export function createAuditRepository(database: Database): AuditRepository {
  return {
    async add(transaction, at, { code, name }, place, entry) {
      await queriesOf(transaction)
        .insert(audit)
        .values({ at: at.toString(), code: code === null ? null : Buffer.from(code, "base64url"), name, place, entry });
    },
    async newest(places, { from, count }) {
      const rows = await database.queries
        .select()
        .from(audit)
        .where(places === null ? undefined : or(isNull(audit.place), inArray(audit.place, [...places])))
        .orderBy(desc(audit.number))
        .offset(from)
        .limit(count);
      // PostgreSQL writes `2026-11-25 09:00:00+00`.
      return rows.map(({ at, name, place, entry }) => ({
        at: Temporal.Instant.from(at.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00")),
        name,
        place,
        entry,
      }));
    },
    async sweep(before) {
      await database.queries.delete(audit).where(lt(audit.at, before.toString()));
    },
  };
}
