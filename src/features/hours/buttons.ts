import { defineButton } from "../../telegram/buttons.ts";
import type { AskedDate } from "./place-day.ts";

/** A place by its number, all of them, or the one that was chosen in this chat: without a choice, all. */
export type AskedPlace = number | "all" | "chosen";

export interface DayPayload {
  readonly date: AskedDate;
  /** The time that was asked about, in minutes from midnight. */
  readonly time?: number;
  readonly place: AskedPlace;
  /** Which part of a long list of places, from 0. */
  readonly page: number;
}

export interface WeekPayload {
  /** Weeks from this one: this week or the next. */
  readonly week: 0 | 1;
  readonly place: AskedPlace;
  readonly page: number;
}

/** `t-a-0`: today at all places, first page. `t-c-0`: at the chosen one. `2026_11_26~870-3-0`: that day at 14.30, at place 3. */
export const dayButton = defineButton<DayPayload>({
  code: "d",
  write: ({ date, time, place, page }) =>
    [`${writeDate(date)}${time === undefined ? "" : `~${time}`}`, writePlace(place), page].join("-"),
  read(payload) {
    const [, date = "", time, place = "", page] =
      /^([tm]|\d{4}_\d{2}_\d{2})(?:~(\d{1,4}))?-([ac]|\d{1,5})-(\d{1,3})$/.exec(payload) ?? [];
    const asked = readDate(date);
    if (asked === null) {
      return null;
    }
    const day = { date: asked, place: readPlace(place), page: Number(page) };
    return time === undefined ? day : { ...day, time: Number(time) };
  },
});

/** `0-a-0`: this week; which place is still to be chosen. */
export const weekButton = defineButton<WeekPayload>({
  code: "w",
  write: ({ week, place, page }) => [week, writePlace(place), page].join("-"),
  read(payload) {
    const [, week, place = "", page] = /^([01])-([ac]|\d{1,5})-(\d{1,3})$/.exec(payload) ?? [];
    return week === undefined ? null : { week: week === "1" ? 1 : 0, place: readPlace(place), page: Number(page) };
  },
});

export interface OtherDayPayload {
  readonly place: AskedPlace;
}

/** How it stands today, as information. */
export const statusButton = defineButton<{ readonly place: AskedPlace }>({
  code: "ds",
  write: ({ place }) => writePlace(place),
  read: (payload) => (/^([ac]|\d{1,5})$/.test(payload) ? { place: readPlace(payload) } : null),
});

/** Which of the coming days. */
export const otherDayButton = defineButton<OtherDayPayload>({
  code: "do",
  write: ({ place }) => writePlace(place),
  read: (payload) => (/^([ac]|\d{1,5})$/.test(payload) ? { place: readPlace(payload) } : null),
});

export function writeDate(date: AskedDate): string {
  switch (date) {
    case "today":
      return "t";
    case "tomorrow":
      return "m";
    default:
      return date.toString().replaceAll("-", "_");
  }
}

export function readDate(text: string): AskedDate | null {
  if (text === "t" || text === "m") {
    return text === "t" ? "today" : "tomorrow";
  }
  try {
    return Temporal.PlainDate.from(text.replaceAll("_", "-"));
  } catch {
    return null;
  }
}

export function writePlace(place: AskedPlace): string {
  switch (place) {
    case "all":
      return "a";
    case "chosen":
      return "c";
    default:
      return String(place);
  }
}

export function readPlace(text: string): AskedPlace {
  switch (text) {
    case "a":
      return "all";
    case "c":
      return "chosen";
    default:
      return Number(text);
  }
}
