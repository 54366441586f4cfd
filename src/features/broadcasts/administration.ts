import type { Localized } from "../../core/language.ts";
import type { Place } from "../../core/places/place.ts";
import type { Database } from "../../database/client.ts";
import type { Announcing } from "./announcing.ts";
import type { BroadcastStatus, BroadcastsRepository } from "./repository.ts";

export type Announced =
  | { readonly status: "announced"; readonly broadcast: BroadcastStatus }
  | { readonly status: "unknown-place" }
  /** `problem`: what was wrong, and what is expected. */
  | { readonly status: "refused"; readonly problem: string };

/** What the command line does with broadcasts. */
export interface BroadcastsAdministration {
  /** The newest last. */
  status(): Promise<readonly BroadcastStatus[]>;
  /** @param slug of the place it is about; absent: all */
  announce(text: Localized, slug: string | undefined): Promise<Announced>;
  /** Stops one under way, or resumes it. @returns whether it could be */
  turn(id: string, to: "stopped" | "under-way"): Promise<boolean>;
}

export interface BroadcastsAdministrationParts {
  readonly database: Database;
  readonly repository: BroadcastsRepository;
  readonly announcing: Announcing;
  readonly readPlaces: () => Promise<readonly Place[]>;
  readonly now: () => Temporal.Instant;
}

/** Parents read it in one glance. */
const longestText = 1000;

export function createBroadcastsAdministration(parts: BroadcastsAdministrationParts): BroadcastsAdministration {
  const { database, repository, announcing } = parts;
  return {
    status: repository.all,
    async announce(text, slug) {
      if (Object.values(text).some((written) => written.trim() === "" || written.length > longestText)) {
        return {
          status: "refused",
          problem: `a text is empty or too long; expected at most ${longestText} characters in each language`,
        };
      }
      const place = slug === undefined ? undefined : (await parts.readPlaces()).find((each) => each.slug === slug);
      if (slug !== undefined && place === undefined) {
        return { status: "unknown-place" };
      }
      const broadcast = await database.inTransaction((transaction) =>
        announcing.announceText(transaction, text, place, parts.now()),
      );
      return { status: "announced", broadcast };
    },
    turn: async (id, to) =>
      /^\d{1,9}$/.test(id) &&
      (await database.inTransaction((transaction) => repository.turn(transaction, Number(id), to))),
  };
}
