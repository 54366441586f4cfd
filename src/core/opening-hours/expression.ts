/**
 * An opening-hours expression as a tree: the part of OpenStreetMap's `opening_hours` syntax that real places need.
 * Source: https://wiki.openstreetmap.org/wiki/Key:opening_hours/specification
 *
 * Within a rule, every selector that is present must match (year and date and week and day); within a selector, one
 * item is enough. An empty selector matches every day, empty `times` mean the whole day.
 */
export interface Expression {
  readonly rules: readonly Rule[];
}

export interface Rule {
  /** Written after a comma: it adds to what earlier rules say about a day. Otherwise it replaces that. */
  readonly additional: boolean;
  readonly years: readonly YearRange[];
  readonly dates: readonly DateRange[];
  readonly weeks: readonly WeekRange[];
  readonly days: DaySelector | null;
  readonly times: readonly TimeSpan[];
  readonly state: RuleState;
  /** Text between quotes, shown to parents as the reason. */
  readonly comment: string | null;
}

export type RuleState = "open" | "off" | "unknown";

/** `2026`, `2026-2028`, and with `to: null` `2026+`. */
export interface YearRange {
  readonly from: number;
  readonly to: number | null;
}

export type DateRange =
  /** `Sep-Jun`: months 1 to 12, both included, across the new year when `from` is the larger. */
  | { readonly kind: "months"; readonly from: number; readonly to: number }
  /** `Sep 01-Jun 30`, `2026 Dec 24`, `easter -2 days-easter +1 day`; a single day has twice the same mark. */
  | { readonly kind: "days"; readonly from: DateMark; readonly to: DateMark };

/** One day, in every year when `year` is null. */
export type DateMark =
  | { readonly kind: "date"; readonly year: number | null; readonly month: number; readonly day: number }
  /** `offset` in days from Easter Sunday; never leaves the year (see `easterOffsets`). */
  | { readonly kind: "easter"; readonly year: number | null; readonly offset: number }
  /** `Mar Su[-1]`: only as an end of a range. Negative counts from the end of the month. */
  | {
      readonly kind: "nth-weekday";
      readonly year: number | null;
      readonly month: number;
      readonly weekday: number;
      readonly nth: number;
    };

/** ISO weeks 1 to 53, both included; `step` 2 is every other week from `from`. */
export interface WeekRange {
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

export type Holiday = "PH" | "SH";

export type DaySelector =
  /** `Mo-Fr,PH`: any of these. */
  | { readonly kind: "any-of"; readonly items: readonly DayItem[] }
  /** `SH Mo-Fr`: these weekdays, but only in such holidays. */
  | {
      readonly kind: "weekdays-in-holidays";
      readonly holidays: readonly Holiday[];
      readonly weekdays: readonly WeekdayItem[];
    };

export type DayItem = WeekdayItem | { readonly kind: "holiday"; readonly holiday: Holiday };

/** Weekdays 0 (Monday) to 6 (Sunday). */
export type WeekdayItem =
  /** Both included, across the weekend when `from` is the larger. */
  | { readonly kind: "weekdays"; readonly from: number; readonly to: number }
  /** `Mo[1,3]`, `Sa[-1]`: 1 to 5 from the start of the month, -1 to -5 from its end. */
  | { readonly kind: "nth"; readonly weekday: number; readonly nth: readonly number[] };

/** Minutes from midnight of the day it begins on: `start` below 1440, `end` after it and at most 2880. */
export interface TimeSpan {
  readonly start: number;
  readonly end: number;
}

export const weekdayNames = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] as const;

export const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** Easter falls on 22 March to 25 April; within these offsets, in days, the result stays in the same year. */
export const easterOffsets = { least: -80, most: 200 } as const;
