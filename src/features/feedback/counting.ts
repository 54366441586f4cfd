import { createHmac } from "node:crypto";
import { type Ballot, tapped, valueLength } from "../../core/feedback/ballot.ts";
import { choices, isFace } from "../../core/feedback/choices.ts";
import { moved } from "../../core/feedback/counts.ts";
import { turned } from "../../core/feedback/publication.ts";
import type { Database } from "../../database/client.ts";
import type { FeedbackRepository, Spending } from "./repository.ts";

/** What became of a tap. */
export type Outcome =
  /** It counts now, or counted already: the ballot of what stands. */
  | { readonly kind: "counted"; readonly ballot: Ballot }
  /** The ballot had been spent on something else: the ballot of what stands, where that can be told. */
  | { readonly kind: "spent"; readonly ballot: Ballot | null }
  /** Its week is over. */
  | { readonly kind: "late" };

export interface Counting {
  /** Counts a tap, once however often it comes. Rejects where the database is away: then nothing was counted. */
  count(ballot: Ballot, choice: number): Promise<Outcome>;
  /** Publishes what the weeks before `week` left, of every place, and erases what only kept ballots from being spent twice. */
  turn(week: number): Promise<void>;
}

interface Waiting {
  readonly ballot: Ballot;
  readonly choice: number;
  readonly spending: Spending;
  readonly settle: PromiseWithResolvers<"spent" | "counted" | "late">;
}

/** Taps in one transaction; more wait for the next. */
const mostTogether = 500;

/** @param key from which the values of ballots follow from each other */
export function createCounting(database: Database, repository: FeedbackRepository, key: Uint8Array): Counting {
  const waiting = new Map<number, Waiting[]>();
  const busy = new Set<number>();

  const derived = (label: string, value: Uint8Array, choice: number) =>
    createHmac("sha256", key)
      .update(label)
      .update(value)
      .update(Uint8Array.of(choice))
      .digest()
      .subarray(0, valueLength);
  /** The ballot after a tap: the same whenever the same tap comes again. */
  function after(ballot: Ballot, choice: number): Ballot | null {
    const result = tapped(ballot, choice);
    return result === null
      ? null
      : {
          ...ballot,
          value: derived("next", ballot.value, choice),
          face: result.face,
          themes: result.themes,
          left: ballot.left - 1,
        };
  }
  /** What is stored while an answer stands: proof that its ballot was given out for a tap that counted. */
  const markOf = ({ value }: Ballot) => derived("stands", value, 0);

  async function work(place: number): Promise<void> {
    busy.add(place);
    for (let queue = waiting.get(place); queue !== undefined && queue.length > 0; queue = waiting.get(place)) {
      const batch = queue.splice(0, mostTogether);
      try {
        const counted = await countTogether(place, batch);
        for (const tap of batch) tap.settle.resolve(counted.get(tap) ?? "spent");
      } catch (cause) {
        for (const { settle } of batch) settle.reject(cause);
      }
    }
    waiting.delete(place);
    busy.delete(place);
  }

  /** One transaction for all taps of a place that came together: either all of them are spent and counted, or none. */
  function countTogether(place: number, batch: readonly Waiting[]): Promise<ReadonlyMap<Waiting, "counted" | "late">> {
    return database.inTransaction(async (transaction) => {
      const week = Math.max(...batch.map(({ ballot }) => ballot.week));
      const { block, open } = turned(await repository.lock(transaction, place, week), week);
      if (block !== null) {
        await repository.publish(transaction, place, block);
      }
      const inTime = batch.filter(({ ballot }) => ballot.week === open.lastWeek);
      const spent = await repository.spend(
        transaction,
        open.lastWeek,
        inTime.map(({ spending }) => spending),
      );
      const counted = inTime.filter(({ spending }) => spent.has(spending));
      const movements = counted.flatMap(({ ballot, choice }) => tapped(ballot, choice)?.movements ?? []);
      await repository.keep(transaction, place, moved(open, movements));
      const late = batch.filter((tap) => !inTime.includes(tap));
      return new Map([
        ...counted.map((tap) => [tap, "counted"] as const),
        ...late.map((tap) => [tap, "late"] as const),
      ]);
    });
  }

  /** What stands although its ballot was lost on the way: the one next ballot that was given out for a tap that counted. */
  async function standing(ballot: Ballot): Promise<Ballot | null> {
    const possible = choices.flatMap((_, choice) => after(ballot, choice) ?? []);
    if (possible.length === 0) {
      return null;
    }
    const stored = await repository.stored(possible.map(markOf));
    return possible.find((next) => stored.has(Buffer.from(markOf(next)).toString("hex"))) ?? null;
  }

  return {
    async count(ballot, choice) {
      const next = after(ballot, choice);
      if (next === null) {
        return { kind: "spent", ballot: await standing(ballot) };
      }
      const mark = markOf(next);
      const spending =
        ballot.face === null && isFace(choice)
          ? { first: ballot.value, leaves: mark }
          : { standing: markOf(ballot), leaves: mark };
      const settle = Promise.withResolvers<"spent" | "counted" | "late">();
      const queue = waiting.get(ballot.place) ?? [];
      waiting.set(ballot.place, queue);
      queue.push({ ballot, choice, spending, settle });
      if (!busy.has(ballot.place)) {
        void work(ballot.place);
      }
      const outcome = await settle.promise;
      if (outcome === "late") {
        return { kind: "late" };
      }
      if (outcome === "counted") {
        return { kind: "counted", ballot: next };
      }
      const stands = await standing(ballot);
      const isSame = stands !== null && Buffer.compare(stands.value, next.value) === 0;
      return isSame ? { kind: "counted", ballot: next } : { kind: "spent", ballot: stands };
    },
    async turn(week) {
      for (const place of await repository.placesCounted()) {
        await database.inTransaction(async (transaction) => {
          const before = await repository.lock(transaction, place, week);
          const { block, open } = turned(before, week);
          if (block !== null) {
            await repository.publish(transaction, place, block);
          }
          if (open !== before) {
            await repository.keep(transaction, place, open);
          }
        });
      }
      await repository.sweep(week - 1);
    },
  };
}
