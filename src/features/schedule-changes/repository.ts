import { and, asc, eq, gte, inArray, lte, sql } from "drizzle-orm";
import type { ScheduleChange } from "../../core/opening-hours/schedule.ts";
import { queriesOf, type Transaction } from "../../database/client.ts";
import { placesChanged } from "../../database/notifications.ts";
import { places, scheduleChanges } from "../../database/schema.ts";

export type NewScheduleChange = Omit<ScheduleChange, "id" | "createdOrder" | "withdrawn">;

export interface ScheduleChangesRepository {
  /** @returns the id of the change */
  add(transaction: Transaction, place: number, change: NewScheduleChange): Promise<string>;
  /**
   * The ids of the changes that count on one of these days; none is added or withdrawn by another until the transaction
   * ends.
   */
  counting(
    transaction: Transaction,
    places: readonly number[],
    days: Pick<ScheduleChange, "from" | "to">,
  ): Promise<readonly string[]>;
  /** @returns whether there was such a change that still counted */
  withdraw(transaction: Transaction, id: string): Promise<boolean>;
  /** Has a change count again that was withdrawn. @returns whether there was such a change */
  restore(transaction: Transaction, id: string): Promise<boolean>;
}

export function createScheduleChangesRepository(): ScheduleChangesRepository {
  return {
    async add(transaction, place, change) {
      const queries = queriesOf(transaction);
      const [added] = await queries
        .insert(scheduleChanges)
        .values({ place, ...change })
        .returning({ number: scheduleChanges.number });
      if (added === undefined) {
        throw new Error("PostgreSQL returned no row for an inserted schedule change");
      }
      await queries.execute(sql`select pg_notify(${placesChanged}, '')`);
      return String(added.number);
    },
    async counting(transaction, numbers, { from, to }) {
      const queries = queriesOf(transaction);
      await queries
        .select({ number: places.number })
        .from(places)
        .where(inArray(places.number, [...numbers]))
        .orderBy(asc(places.number))
        .for("no key update");
      const rows = await queries
        .select({ number: scheduleChanges.number })
        .from(scheduleChanges)
        .where(
          and(
            inArray(scheduleChanges.place, [...numbers]),
            eq(scheduleChanges.withdrawn, false),
            lte(scheduleChanges.from, to),
            gte(scheduleChanges.to, from),
          ),
        )
        .orderBy(asc(scheduleChanges.number));
      return rows.map(({ number }) => String(number));
    },
    withdraw: (transaction, id) => turn(transaction, id, true),
    restore: (transaction, id) => turn(transaction, id, false),
  };
}

async function turn(transaction: Transaction, id: string, withdrawn: boolean): Promise<boolean> {
  const queries = queriesOf(transaction);
  const turned = await queries
    .update(scheduleChanges)
    .set({ withdrawn })
    .where(and(eq(scheduleChanges.number, Number(id)), eq(scheduleChanges.withdrawn, !withdrawn)))
    .returning({ number: scheduleChanges.number });
  await queries.execute(sql`select pg_notify(${placesChanged}, '')`);
  return turned.length > 0;
}
