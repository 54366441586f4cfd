import type { Language } from "../language.ts";

/** A coordinator does everything for her places, and says who belongs to the team; a host does the daily work there. */
export const roles = ["coordinator", "host"] as const;

export type Role = (typeof roles)[number];

/** Places by their numbers; null: every place, also one that is still to come. */
export type PlaceRange = readonly number[] | null;

/** A member of the team. */
export interface Member {
  /** What stands for her chat; it means nothing without the key. */
  readonly code: string;
  /** As a colleague calls her. */
  readonly name: string;
  readonly role: Role;
  readonly places: PlaceRange;
  readonly language: Language;
  /** Whether she likes to be reminded after closing time. */
  readonly reminders: boolean;
}

/** What can be done for a place, and who does it. */
const doneBy = {
  "change-schedule": "host",
  "count-visits": "host",
  "write-logbook": "host",
  "read-report": "host",
  "change-face": "host",
  "settle-day": "coordinator",
  "edit-hours": "coordinator",
  "edit-place": "coordinator",
  invite: "coordinator",
  remove: "coordinator",
  "read-audit": "coordinator",
} as const satisfies Record<string, Role>;

export type StaffAction = keyof typeof doneBy;

export const staffActions = Object.keys(doneBy) as readonly StaffAction[];

/** Whether a member may do something for a place. What has no rule is refused. */
export function may(member: Pick<Member, "role" | "places">, action: StaffAction, place: number): boolean {
  const needed: Role | undefined = doneBy[action];
  return needed !== undefined && (needed === "host" || member.role === "coordinator") && isWithin(member.places, place);
}

export function isWithin(range: PlaceRange, place: number): boolean {
  return range === null || range.includes(place);
}

/** Whether every place of `inner` is one of `outer`. */
export function covers(outer: PlaceRange, inner: PlaceRange): boolean {
  return outer === null || inner?.every((place) => outer.includes(place)) === true;
}

export type Removal =
  /** She no longer belongs to the team. */
  | { readonly kind: "whole" }
  /** She keeps the places that are not the remover's. */
  | { readonly kind: "partly"; readonly left: readonly number[] }
  | { readonly kind: "refused"; readonly why: "not-yours" | "last-coordinator" };

/**
 * What removing `member` comes to, within the places of the coordinator who does it. A member may always leave, except who
 * is the last coordinator of a place: nobody could then invite another.
 *
 * @param all everybody of the team
 * @param allPlaces the numbers of all places
 */
export function removal(
  member: Member,
  remover: Member,
  all: readonly Member[],
  allPlaces: readonly number[],
): Removal {
  if (member.code === remover.code) {
    return isLastCoordinator(member, all, allPlaces) ? { kind: "refused", why: "last-coordinator" } : { kind: "whole" };
  }
  if (remover.role !== "coordinator") {
    return { kind: "refused", why: "not-yours" };
  }
  if (covers(remover.places, member.places)) {
    return { kind: "whole" };
  }
  const left = (member.places ?? []).filter((place) => !isWithin(remover.places, place));
  const isTouched = member.places !== null && left.length < member.places.length;
  return isTouched ? { kind: "partly", left } : { kind: "refused", why: "not-yours" };
}

/** Whether a place that has a coordinator would have none without this member. */
function isLastCoordinator(member: Member, all: readonly Member[], allPlaces: readonly number[]): boolean {
  const others = all.filter(({ code, role }) => code !== member.code && role === "coordinator");
  return (
    member.role === "coordinator" &&
    (others.length === 0 ||
      (member.places ?? allPlaces).some((place) => !others.some(({ places }) => isWithin(places, place))))
  );
}
