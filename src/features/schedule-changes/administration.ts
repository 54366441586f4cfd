import type { Schedule, ScheduleChange } from "../../core/opening-hours/schedule.ts";
import type { Place } from "../../core/places/place.ts";
import type { Member } from "../../core/staff/member.ts";
import type { Database, Transaction } from "../../database/client.ts";
import { readChange, type WrittenChange } from "./read-change.ts";
import type { NewScheduleChange, ScheduleChangesRepository } from "./repository.ts";

/** What parents are told of a change, by its number and how many are told. */
export interface Told {
  readonly number: number;
  readonly total: number;
}

export type AddedChange =
  | { readonly status: "added"; readonly id: string; readonly told: readonly Told[] }
  | { readonly status: "unknown-place" }
  /** There is no such change that still counts. */
  | { readonly status: "unknown-change" }
  /** `problem`: what was wrong, and what is expected. */
  | { readonly status: "refused"; readonly problem: string };

/** A place before and after one of its changes. */
export interface Changed {
  readonly before: Schedule;
  readonly place: Place;
  readonly change: ScheduleChange;
  readonly now: Temporal.Instant;
  /** How long it can be undone before anything goes out; absent: not at all. */
  readonly undo?: Temporal.Duration;
  /** Who follows in her chat how telling parents goes; absent: nobody. */
  readonly by?: Pick<Member, "code">;
}

/** Tells parents who asked, in the same transaction. */
export interface Telling {
  announce(transaction: Transaction, changed: Changed): Promise<Told | undefined>;
  withdraw(transaction: Transaction, changed: Changed): Promise<Told | undefined>;
  replace(transaction: Transaction, changed: Changed, replaced: string): Promise<readonly Told[]>;
}

/** What the command line does with schedule changes. */
export interface ScheduleChangesAdministration {
  /** Adds a change, or changes nothing. */
  add(slug: string, written: WrittenChange, announce: boolean): Promise<AddedChange>;
  /** All changes of a place, the oldest first; nothing for an unknown place. */
  list(slug: string): Promise<readonly ScheduleChange[] | undefined>;
  /** Whoever was told of it is told that it no longer holds. @returns nothing where there is no such change that still counts */
  withdraw(id: string): Promise<readonly Told[] | undefined>;
  /** Puts another change in the place of one. Whoever was told of that is told. */
  edit(id: string, written: WrittenChange, announce: boolean): Promise<AddedChange>;
}

export interface ScheduleChangesParts {
  readonly database: Database;
  readonly repository: ScheduleChangesRepository;
  readonly readPlaces: () => Promise<readonly Place[]>;
  readonly telling: Telling;
  readonly now: () => Temporal.Instant;
}

export function createScheduleChangesAdministration(parts: ScheduleChangesParts): ScheduleChangesAdministration {
  const { database, repository, readPlaces, telling, now } = parts;
  const placeNamed = async (slug: string) => (await readPlaces()).find((place) => place.slug === slug);

  async function placeOf(id: string): Promise<{ place: Place; change: ScheduleChange } | undefined> {
    for (const place of await readPlaces()) {
      const change = place.schedule.changes.find((each) => each.id === id && !each.withdrawn);
      if (change !== undefined) {
        return { place, change };
      }
    }
    return;
  }

  return {
    async add(slug, written, announce) {
      const read = readChange(written);
      if (!read.ok) {
        return { status: "refused", problem: read.problem };
      }
      const place = await placeNamed(slug);
      if (place === undefined) {
        return { status: "unknown-place" };
      }
      return database.inTransaction(async (transaction) => {
        const id = await repository.add(transaction, place.number, read.change);
        const changed = withAdded(place, id, read.change);
        const told = announce ? await telling.announce(transaction, { ...changed, now: now() }) : undefined;
        return { status: "added", id, told: told === undefined ? [] : [told] };
      });
    },
    list: async (slug) => (await placeNamed(slug))?.schedule.changes,
    async withdraw(id) {
      const found = await placeOf(id);
      if (found === undefined) {
        return;
      }
      return database.inTransaction(async (transaction) => {
        if (!(await repository.withdraw(transaction, id))) {
          return;
        }
        const { place, change } = found;
        const changed = { before: place.schedule, place: without(place, id), change, now: now() };
        const told = await telling.withdraw(transaction, changed);
        return told === undefined ? [] : [told];
      });
    },
    async edit(id, written, announce) {
      const read = readChange(written);
      if (!read.ok) {
        return { status: "refused", problem: read.problem };
      }
      const found = await placeOf(id);
      if (found === undefined) {
        return { status: "unknown-change" };
      }
      return database.inTransaction(async (transaction) => {
        if (!(await repository.withdraw(transaction, id))) {
          return { status: "unknown-change" };
        }
        const { place, change } = found;
        const added = await repository.add(transaction, place.number, read.change);
        const changed = { ...withAdded(without(place, id), added, read.change), before: place.schedule, now: now() };
        const told = announce
          ? await telling.replace(transaction, { ...changed, change: spanning(change, changed.change) }, id)
          : [await telling.withdraw(transaction, { ...changed, change })].filter((each) => each !== undefined);
        return { status: "added", id: added, told };
      });
    },
  };
}

export function withAdded(
  place: Place,
  id: string,
  added: NewScheduleChange,
): Pick<Changed, "before" | "place" | "change"> {
  const change = { ...added, id, createdOrder: Number(id), withdrawn: false };
  const { schedule } = place;
  return {
    before: schedule,
    place: { ...place, schedule: { ...schedule, changes: [...schedule.changes, change] } },
    change,
  };
}

export function without(place: Place, id: string): Place {
  return withWithdrawn(place, id, true);
}

/** With a change that counts again. */
export function restoredIn(place: Place, id: string): Place {
  return withWithdrawn(place, id, false);
}

function withWithdrawn(place: Place, id: string, withdrawn: boolean): Place {
  const changes = place.schedule.changes.map((change) => (change.id === id ? { ...change, withdrawn } : change));
  return { ...place, schedule: { ...place.schedule, changes } };
}

/** The new change over the days of both: what the old one said of other days no longer holds either. */
export function spanning(old: ScheduleChange, { ...change }: ScheduleChange): ScheduleChange {
  const from = old.from < change.from ? old.from : change.from;
  const to = old.to > change.to ? old.to : change.to;
  return { ...change, from, to };
}
