import type { Localized } from "../../core/language.ts";
import type { ScheduleChange } from "../../core/opening-hours/schedule.ts";
import type { Place } from "../../core/places/place.ts";
import type { AuditEntry } from "../../core/staff/audit.ts";
import { type Member, may } from "../../core/staff/member.ts";
import type { Transaction } from "../../database/client.ts";
import { type Changed, restoredIn, spanning, type Telling, withAdded, without } from "./administration.ts";
import type { Replaced, Undoing } from "./buttons.ts";
import type { NewScheduleChange, ScheduleChangesRepository } from "./repository.ts";

/** What parents are told, and what they would be. */
export interface TeamTelling extends Telling {
  /** What they would read; null where the days are over. */
  preview(changed: Changed): Localized | null;
  /** Whether parents are still to be told of a change. */
  isUnderWay(transaction: Transaction, change: string): Promise<boolean>;
  /** After a change was undone that had taken the place of another one. */
  restore(transaction: Transaction, changed: Changed, undone: string, wasUnderWay: boolean): Promise<void>;
}

export interface ApplyingParts {
  readonly repository: ScheduleChangesRepository;
  readonly telling: TeamTelling;
  readonly places: () => readonly Place[];
  /** Writes down who did what where. */
  readonly audit: (
    transaction: Transaction,
    now: Temporal.Instant,
    by: Member,
    place: number,
    entry: AuditEntry,
  ) => Promise<void>;
}

/** How long a change of the team can be undone before anything goes to parents. */
export const undoSeconds = 30;

export interface Ordered {
  readonly places: readonly number[];
  readonly change: NewScheduleChange;
  /** The id of the change that it takes the place of. */
  readonly replaces: string | null;
  /** The ids of the changes on those days that she knew of. */
  readonly seen: readonly string[];
}

export type Applied =
  | { readonly status: "done"; readonly ids: readonly string[]; readonly replaced: Replaced | null }
  /** A colleague changed those days meanwhile. */
  | { readonly status: "meanwhile" }
  | { readonly status: "refused" };

/** Of one place, by its number. */
export interface Preview {
  readonly place: number;
  /** Null where the days are over. */
  readonly texts: Localized | null;
}

/** What the team does to the schedule: the change, what parents are told of it, and the audit, all in one transaction. */
export interface Applying {
  /** What parents would read of it, in the order of the places. */
  preview(ordered: Ordered, now: Temporal.Instant): readonly Preview[];
  apply(transaction: Transaction, by: Member, ordered: Ordered, now: Temporal.Instant): Promise<Applied>;
  /** @returns those that were still there to be taken back; null where one is not hers */
  withdraw(
    transaction: Transaction,
    by: Member,
    ids: readonly string[],
    now: Temporal.Instant,
  ): Promise<readonly Found[] | null>;
  /** As it was before they were confirmed. @returns as `withdraw` does */
  undo(
    transaction: Transaction,
    by: Member,
    undoing: Pick<Undoing, "ids" | "restored">,
    now: Temporal.Instant,
  ): Promise<readonly Found[] | null>;
  find(id: string): Found | undefined;
}

export interface Found {
  readonly place: Place;
  readonly change: ScheduleChange;
}

export function createApplying({ repository, telling, places, audit }: ApplyingParts): Applying {
  function find(id: string): Found | undefined {
    for (const place of places()) {
      const change = place.schedule.changes.find((one) => one.id === id);
      if (change !== undefined) {
        return { place, change };
      }
    }
    return;
  }

  const undo = Temporal.Duration.from({ seconds: undoSeconds });

  /** The place before and after, as if the change had this id. */
  function changedBy({ change, replaces }: Ordered, place: Place, id: string, now: Temporal.Instant): Changed {
    const old = replaces === null ? undefined : find(replaces);
    const base = old?.place.number === place.number ? without(place, old.change.id) : place;
    const added = withAdded(base, id, change);
    const whole = old?.place.number === place.number ? spanning(old.change, added.change) : added.change;
    return { ...added, before: place.schedule, change: whole, now, undo };
  }

  const entry = (what: "change-added" | "change-withdrawn", id: string, change: NewScheduleChange): AuditEntry => ({
    what,
    change: id,
    kind: change.kind,
    from: change.from,
    to: change.to,
    hours: change.hours,
  });

  async function withdraw(transaction: Transaction, by: Member, ids: readonly string[], now: Temporal.Instant) {
    const found = ids.flatMap((id) => find(id) ?? []);
    if (!found.every(({ place }) => may(by, "change-schedule", place.number))) {
      return null;
    }
    const withdrawn: Found[] = [];
    for (const one of found) {
      const { place, change } = one;
      if (await repository.withdraw(transaction, change.id)) {
        const after = without(place, change.id);
        await telling.withdraw(transaction, { before: place.schedule, place: after, change, now, by });
        await audit(transaction, now, by, place.number, entry("change-withdrawn", change.id, change));
        withdrawn.push(one);
      }
    }
    return withdrawn;
  }

  /** Takes one back, and has the one that it had replaced hold again. */
  async function putBack(
    transaction: Transaction,
    by: Member,
    { id, restored }: { readonly id: string; readonly restored: Replaced },
    now: Temporal.Instant,
  ): Promise<readonly Found[] | null> {
    const [undone, old] = [find(id), find(restored.id)];
    if (undone === undefined || old?.place.number !== undone.place.number) {
      return [];
    }
    const { place, change } = undone;
    if (!may(by, "change-schedule", place.number)) {
      return null;
    }
    // Taken back already, or replaced by a colleague: then nothing is put back.
    if (!(await repository.withdraw(transaction, id)) || !(await repository.restore(transaction, old.change.id))) {
      return [];
    }
    const after = restoredIn(without(place, id), old.change.id);
    const whole = spanning(change, old.change);
    const changed = { before: place.schedule, place: after, change: whole, now, undo, by };
    await telling.restore(transaction, changed, id, restored.wasUnderWay);
    await audit(transaction, now, by, place.number, entry("change-withdrawn", id, change));
    await audit(transaction, now, by, place.number, entry("change-added", old.change.id, old.change));
    return [undone];
  }

  return {
    find,
    preview: (ordered, now) =>
      places()
        .filter(({ number }) => ordered.places.includes(number))
        // Larger than any that is there, so that it is the newest.
        .map((place) => ({
          place: place.number,
          texts: telling.preview(changedBy(ordered, place, "2147483647", now)),
        })),
    async apply(transaction, by, ordered, now) {
      const { change, replaces, seen } = ordered;
      const action = change.reason === "confirmed" ? "settle-day" : "change-schedule";
      const affected = places().filter(({ number }) => ordered.places.includes(number));
      if (affected.length < ordered.places.length || !affected.every(({ number }) => may(by, action, number))) {
        return { status: "refused" };
      }
      const counting = await repository.counting(transaction, ordered.places, change);
      if (counting.join() !== seen.join()) {
        return { status: "meanwhile" };
      }
      const old = replaces === null ? undefined : find(replaces);
      const wasUnderWay = old !== undefined && (await telling.isUnderWay(transaction, old.change.id));
      if (old !== undefined) {
        if (!may(by, "change-schedule", old.place.number) || !(await repository.withdraw(transaction, old.change.id))) {
          return { status: "meanwhile" };
        }
        await audit(transaction, now, by, old.place.number, entry("change-withdrawn", old.change.id, old.change));
      }
      const ids: string[] = [];
      for (const place of affected) {
        const id = await repository.add(transaction, place.number, change);
        const changed = { ...changedBy(ordered, place, id, now), by };
        await (old?.place.number === place.number
          ? telling.replace(transaction, changed, old.change.id)
          : telling.announce(transaction, changed));
        await audit(transaction, now, by, place.number, entry("change-added", id, change));
        ids.push(id);
      }
      return { status: "done", ids, replaced: old === undefined ? null : { id: old.change.id, wasUnderWay } };
    },
    withdraw,
    async undo(transaction, by, { ids, restored }, now) {
      const [id, ...others] = ids;
      return restored === null || id === undefined || others.length > 0
        ? withdraw(transaction, by, ids, now)
        : putBack(transaction, by, { id, restored }, now);
    },
  };
}
