import { createHmac } from "node:crypto";
import { type Ballot, tapped, valueLength } from "../../core/feedback/ballot.ts";
import { choices, isFace } from "../../core/feedback/choices.ts";
import { emptyCounts, moved, type OpenCounts } from "../../core/feedback/counts.ts";
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
  const waiting: Waiting[] = [];
  let busy = false;

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
  /**
   * What is stored of a prompt's ballot. Only what follows from values is stored, never a value: with one, whoever holds key and
   * database could go through all choices, find the marks that follow, and read single answers.
   */
  const spentOf = ({ value }: Ballot) => derived("spent", value, 0);

  async function work(): Promise<void> {
    busy = true;
    while (waiting.length > 0) {
      const batch = waiting.splice(0, mostTogether);
      const places = [...Map.groupBy(batch, ({ ballot }) => ballot.place).values()];
      // What is wrong with one place must not keep the others from being counted.
      await settleTogether(
        batch,
        places.length > 1 ? () => Promise.all(places.map((taps) => settleTogether(taps))) : undefined,
      );
    }
    busy = false;
  }

  async function settleTogether(batch: readonly Waiting[], otherwise?: () => Promise<unknown>): Promise<void> {
    try {
      const counted = await countTogether(batch);
      for (const tap of batch) tap.settle.resolve(counted.get(tap) ?? "spent");
    } catch (cause) {
      if (otherwise !== undefined) {
        await otherwise();
        return;
      }
      for (const { settle } of batch) settle.reject(cause);
    }
  }

  /** One transaction for all taps that came together, of whatever places: either all of them are spent and counted, or none. */
  function countTogether(batch: readonly Waiting[]): Promise<ReadonlyMap<Waiting, "counted" | "late">> {
    return database.inTransaction(async (transaction) => {
      const weeks = newestWeeks(batch);
      const opens = new Map<number, OpenCounts>();
      for (const [place, before] of await repository.lock(transaction, weeks)) {
        const { block, open } = turned(before, weeks.get(place) ?? 0);
        if (block !== null) {
          await repository.publish(transaction, place, block);
        }
        opens.set(place, open);
      }
      const inTime = batch.filter(({ ballot }) => ballot.week === opens.get(ballot.place)?.lastWeek);
      const spent = new Set<Spending>();
      for (const [week, taps] of Map.groupBy(inTime, ({ ballot }) => ballot.week)) {
        const of = await repository.spend(
          transaction,
          week,
          taps.map(({ spending }) => spending),
        );
        for (const spending of of) spent.add(spending);
      }
      const counted = inTime.filter(({ spending }) => spent.has(spending));
      for (const { ballot, choice } of counted) {
        const open = opens.get(ballot.place);
        if (open !== undefined) opens.set(ballot.place, moved(open, tapped(ballot, choice)?.movements ?? []));
      }
      await repository.keep(transaction, opens);
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
          ? { first: spentOf(ballot), leaves: mark }
          : { standing: markOf(ballot), leaves: mark };
      const settle = Promise.withResolvers<"spent" | "counted" | "late">();
      waiting.push({ ballot, choice, spending, settle });
      if (!busy) {
        void work();
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
          const before = (await repository.lock(transaction, new Map([[place, week]]))).get(place) ?? emptyCounts(week);
          const { block, open } = turned(before, week);
          if (block !== null) {
            await repository.publish(transaction, place, block);
          }
          if (open !== before) {
            await repository.keep(transaction, new Map([[place, open]]));
          }
        });
      }
      await repository.sweep(week - 1);
    },
  };
}

/** The newest week that was tapped in, by place. */
function newestWeeks(batch: readonly Waiting[]): ReadonlyMap<number, number> {
  return new Map(
    [...Map.groupBy(batch, ({ ballot }) => ballot.place)].map(([place, taps]) => [
      place,
      Math.max(...taps.map(({ ballot }) => ballot.week)),
    ]),
  );
}
