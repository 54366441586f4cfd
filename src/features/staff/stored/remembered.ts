import type { Place } from "../../../core/places/place.ts";
import type { Transaction } from "../../../database/client.ts";
import type { Request } from "../../../telegram/feature.ts";
import type { Members } from "../members.ts";
import type { Team } from "../team.ts";
import { leavesTeam, memberErased, storedOf } from "./messages.ts";
import type { StoredBeside } from "./repository.ts";

/** What is stored about a member, as the privacy screens show and erase it. */
export interface RememberedMember {
  readonly show: (request: Request) => Promise<string | null>;
  readonly besides: (request: Request) => string | null;
  readonly erase: (transaction: Transaction, request: Request) => Promise<string | null>;
}

export interface RememberedParts {
  readonly members: Members;
  readonly team: Team;
  readonly storedBeside: (code: string, now: Temporal.Instant) => Promise<StoredBeside>;
  readonly places: () => readonly Place[];
}

export function createRememberedMember({ members, team, storedBeside, places }: RememberedParts): RememberedMember {
  return {
    async show({ chat, words, now }) {
      const me = members.in(chat.id);
      return me === undefined ? null : storedOf(words, me, places(), await storedBeside(me.code, now));
    },
    besides: ({ chat, words }) => (members.in(chat.id) === undefined ? null : leavesTeam(words)),
    async erase(transaction, { chat, words, now }) {
      const me = members.in(chat.id);
      if (me === undefined) {
        return null;
      }
      const { kind } = await team.remove(transaction, me, me.code, now);
      return memberErased(words, kind === "refused");
    },
  };
}
