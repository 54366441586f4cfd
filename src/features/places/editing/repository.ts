import { and, asc, eq, sql } from "drizzle-orm";
import { parseExpression } from "../../../core/opening-hours/parse.ts";
import { printExpression } from "../../../core/opening-hours/print.ts";
import { queriesOf, type Transaction } from "../../../database/client.ts";
import { placesChanged } from "../../../database/notifications.ts";
import { hours, places } from "../../../database/schema.ts";
import type { FactValue, Field } from "./fields.ts";

/** A place as it is stored, which stays so until the transaction ends. */
export interface HeldPlace {
  readonly name: typeof places.$inferSelect.name;
  readonly facts: typeof places.$inferSelect.facts;
  readonly regular: readonly { readonly from: string; readonly expression: string }[];
}

export interface EditingRepository {
  hold(transaction: Transaction, place: number): Promise<HeldPlace | undefined>;
  /** @param value null: nothing is said any more */
  storeFact(transaction: Transaction, place: number, field: Field, value: FactValue): Promise<void>;
  /** Hours that hold from that day on, until the next begin. */
  storeHours(transaction: Transaction, place: number, from: string, expression: string): Promise<void>;
  /** Hours that were to begin on that day do not. */
  dropHours(transaction: Transaction, place: number, from: string): Promise<void>;
}

export function createEditingRepository(): EditingRepository {
  async function mark(transaction: Transaction, place: number, field: string): Promise<void> {
    const queries = queriesOf(transaction);
    await queries
      .update(places)
      .set({ edited: sql`array_append(array_remove(${places.edited}, ${field}), ${field})` })
      .where(eq(places.number, place));
    await queries.execute(sql`select pg_notify(${placesChanged}, '')`);
  }

  return {
    async hold(transaction, number) {
      const queries = queriesOf(transaction);
      const [row] = await queries.select().from(places).where(eq(places.number, number)).for("update");
      const rows = await queries.select().from(hours).where(eq(hours.place, number)).orderBy(asc(hours.from));
      return row === undefined
        ? undefined
        : {
            name: row.name,
            facts: row.facts,
            regular: rows.map(({ from, expression }) => ({ from, expression: usual(expression) })),
          };
    },
    async storeFact(transaction, place, field, value) {
      const { facts } = places;
      const changed =
        value === null ? sql`${facts} - ${field}::text` : sql`${facts} || ${JSON.stringify({ [field]: value })}::jsonb`;
      await queriesOf(transaction)
        .update(places)
        // Its name stands apart, and is checked to be there in every language.
        .set(field === "name" ? { name: value as HeldPlace["name"] } : { facts: changed })
        .where(eq(places.number, place));
      await mark(transaction, place, field);
    },
    async storeHours(transaction, place, from, expression) {
      await queriesOf(transaction)
        .insert(hours)
        .values({ place, from, expression })
        .onConflictDoUpdate({ target: [hours.place, hours.from], set: { expression } });
      await mark(transaction, place, "hours");
    },
    async dropHours(transaction, place, from) {
      await queriesOf(transaction)
        .delete(hours)
        .where(and(eq(hours.place, place), eq(hours.from, from)));
      await mark(transaction, place, "hours");
    },
  };
}

/** As an expression is usually written, so that two that are the same can be compared. */
function usual(expression: string): string {
  const parsed = parseExpression(expression);
  return parsed.ok ? printExpression(parsed.expression) : expression;
}
