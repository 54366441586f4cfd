import type { Localized } from "../language.ts";
import type { Expression } from "./expression.ts";

/** Whose school holidays `SH` means: the Flemish, the French Community's, a holiday of either, or no calendar at all. */
export const schoolCalendars = ["nl", "fr", "both", "none"] as const;

export type SchoolCalendar = (typeof schoolCalendars)[number];

/** Minutes from midnight of the day it begins on; `end` may exceed 1440 (past midnight). */
export interface Interval {
  readonly start: number;
  readonly end: number;
}

/** When one place is open: its regular hours, each valid until the next begins, and what was changed on top. */
export interface Schedule {
  readonly regular: readonly RegularHours[];
  readonly changes: readonly ScheduleChange[];
  readonly schoolCalendar: SchoolCalendar;
  /** IANA name such as `Europe/Brussels` */
  readonly timeZone: string;
}

export interface RegularHours {
  /** ISO date, the first day on which it holds */
  readonly from: string;
  readonly expression: Expression;
}

export const changeKinds = ["closed", "hours", "extra"] as const;

/** `closed` all day; other `hours` in place of the usual; `extra` opening on top of the usual. */
export type ChangeKind = (typeof changeKinds)[number];

export const changeReasons = ["illness", "training", "holiday", "works", "weather", "strike", "full", "other"] as const;

/** `confirmed`: the usual hours of a day that was not confirmed yet. */
export type ChangeReason = (typeof changeReasons)[number] | "confirmed";

/** Replaces or adds the hours that begin on its days; a night that began before it goes on. */
export interface ScheduleChange {
  readonly id: string;
  readonly kind: ChangeKind;
  /** ISO dates, both included */
  readonly from: string;
  readonly to: string;
  /** Empty when `closed`. */
  readonly hours: readonly Interval[];
  /** For the team; parents read `text`, or that it is exceptional. */
  readonly reason: ChangeReason;
  readonly text?: Partial<Localized>;
  /** Grows with every change, so that the newest is known. */
  readonly createdOrder: number;
  readonly withdrawn: boolean;
}
