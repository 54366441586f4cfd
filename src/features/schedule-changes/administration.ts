import type { ScheduleChange } from "../../core/opening-hours/schedule.ts";
import type { Place } from "../../core/places/place.ts";
import type { Database } from "../../database/client.ts";
import { readChange, type WrittenChange } from "./read-change.ts";
import type { ScheduleChangesRepository } from "./repository.ts";

export type AddedChange =
  | { readonly status: "added"; readonly id: string }
  | { readonly status: "unknown-place" }
  /** `problem`: what was wrong, and what is expected. */
  | { readonly status: "refused"; readonly problem: string };

/** What the command line does with schedule changes. */
export interface ScheduleChangesAdministration {
  /** Adds a change, or changes nothing. */
  add(slug: string, written: WrittenChange): Promise<AddedChange>;
  /** All changes of a place, the oldest first; nothing for an unknown place. */
  list(slug: string): Promise<readonly ScheduleChange[] | undefined>;
  /** @returns whether there was such a change that still counted */
  withdraw(id: string): Promise<boolean>;
}

export function createScheduleChangesAdministration(
  database: Database,
  repository: ScheduleChangesRepository,
  readPlaces: () => Promise<readonly Place[]>,
): ScheduleChangesAdministration {
  const placeNamed = async (slug: string) => (await readPlaces()).find((place) => place.slug === slug);

  return {
    async add(slug, written) {
      const read = readChange(written);
      if (!read.ok) {
        return { status: "refused", problem: read.problem };
      }
      const place = await placeNamed(slug);
      if (place === undefined) {
        return { status: "unknown-place" };
      }
      const id = await database.inTransaction((transaction) => repository.add(transaction, place.number, read.change));
      return { status: "added", id };
    },
    list: async (slug) => (await placeNamed(slug))?.schedule.changes,
    async withdraw(id) {
      return (
        /^\d{1,9}$/.test(id) && (await database.inTransaction((transaction) => repository.withdraw(transaction, id)))
      );
    },
  };
}
