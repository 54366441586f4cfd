import type { Localized } from "../../core/language.ts";
import type { Calendars } from "../../core/opening-hours/calendars.ts";
import { dayOf } from "../../core/opening-hours/evaluate/day.ts";
import type { ChangeReason, Interval } from "../../core/opening-hours/schedule.ts";
import type { Place } from "../../core/places/place.ts";
import type { Shape } from "../../core/staff/read-order.ts";
import type { NewScheduleChange } from "./repository.ts";

/** A change that somebody is in the middle of making. As JSON it goes into the sealed conversation. */
export interface Draft {
  /** Numbers; none while it is not known. */
  readonly places: readonly number[];
  /** ISO dates, both included; empty while they are not known. */
  readonly from: string;
  readonly to: string;
  /** `usual`: the usual hours of a day that was not confirmed yet. */
  readonly shape: Shape | "usual" | null;
  readonly hours: readonly Interval[];
  /** For the team alone, unless it is shown. */
  readonly reason: ChangeReason | null;
  readonly isReasonShown: boolean;
  /** What parents read besides, in the languages in which it was written. */
  readonly lines: Partial<Localized>;
  /** The id of the change that it takes the place of. */
  readonly replaces: string | null;
}

export const emptyDraft: Draft = {
  places: [],
  from: "",
  to: "",
  shape: null,
  hours: [],
  reason: null,
  isReasonShown: false,
  lines: {},
  replaces: null,
};

/** What is asked next, or asked again. */
export type Screen =
  | { readonly at: "place" | "day" | "what" | "reason" | "preview" | "languages" }
  /** A month such as `2026-11`; `until`: of the last day. */
  | { readonly at: "calendar"; readonly month: string; readonly until: boolean }
  | { readonly at: "start" }
  | { readonly at: "end"; readonly start: number | null }
  | { readonly at: "line"; readonly language: keyof Localized };

/** The first thing that a draft lacks. */
export function missing({ places, from, shape, hours, reason }: Draft): Screen {
  if (places.length === 0) {
    return { at: "place" };
  }
  if (from === "") {
    return { at: "day" };
  }
  if (shape === null) {
    return { at: "what" };
  }
  if (shape !== "closed" && hours.length === 0) {
    return shape === "earlier" ? { at: "end", start: null } : { at: "start" };
  }
  return { at: reason === null ? "reason" : "preview" };
}

/** What would be stored, for one of its places. */
export function changeOf(draft: Draft, text: Partial<Localized> | null): NewScheduleChange {
  const { from, to, shape, hours, reason } = draft;
  const kind = shape === "closed" || shape === "extra" ? shape : "hours";
  return {
    kind: kind === "hours" && hours.length === 0 ? "closed" : kind,
    from,
    to,
    hours,
    reason: shape === "usual" ? "confirmed" : (reason ?? "other"),
    ...(text === null ? {} : { text }),
  };
}

/** The usual hours of the one place and the one day that a draft is about. */
export function usualHours(draft: Draft, place: Place | undefined, calendars: Calendars): readonly Interval[] {
  return place === undefined || draft.places.length !== 1 || draft.from === "" || draft.from !== draft.to
    ? []
    : dayOf(place.schedule, Temporal.PlainDate.from(draft.from), calendars).open;
}

/** The hours of a day that opens at `start`, or closes at `end`, and is else as usual. */
export function cutHours(usual: readonly Interval[], cut: { readonly start?: number; readonly end?: number }) {
  const { start = 0, end = Number.POSITIVE_INFINITY } = cut;
  return usual
    .map((interval) => ({ start: Math.max(interval.start, start), end: Math.min(interval.end, end) }))
    .filter((interval) => interval.start < interval.end);
}

/** Half hours within the usual hours at which the day may begin or end instead; none where it has no hours. */
export function cutTimes(usual: readonly Interval[]): readonly number[] {
  return halfHours(0, 1440).filter((minutes) => usual.some(({ start, end }) => minutes > start && minutes < end));
}

export function halfHours(from: number, to: number): readonly number[] {
  const first = Math.ceil(from / 30) * 30;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / 30) + 1) }, (_, index) => first + index * 30);
}
