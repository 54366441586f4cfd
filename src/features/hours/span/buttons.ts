import { defineButton } from "../../../telegram/buttons.ts";
import { type AskedPlace, readDate, readPlace, writeDate, writePlace } from "../buttons.ts";

export interface SpanPayload {
  readonly from: Temporal.PlainDate;
  /** Included. */
  readonly to: Temporal.PlainDate;
  readonly place: AskedPlace;
  /** Which part of a long list of places, from 0. */
  readonly page: number;
}

/** `2026_12_21-2027_01_03-3`: those days at place 3. `2026_12_21-2027_01_03-a-1`: which place, second page. */
export const spanButton = defineButton<SpanPayload>({
  code: "s",
  write: ({ from, to, place, page }) =>
    [writeDate(from), writeDate(to), writePlace(place), ...(page === 0 ? [] : [page])].join("-"),
  read(payload) {
    const [, first = "", last = "", place = "", page = "0"] =
      /^(\d{4}_\d{2}_\d{2})-(\d{4}_\d{2}_\d{2})-([ac]|\d{1,5})(?:-(\d{1,3}))?$/.exec(payload) ?? [];
    const [from, to] = [readDate(first), readDate(last)];
    return typeof from === "object" && typeof to === "object" && from !== null && to !== null
      ? { from, to, place: readPlace(place), page: Number(page) }
      : null;
  },
});

/** A day that is over, or one that no calendar has, as it was read: digits and what stands between them. */
export type NoDay = { readonly past: Temporal.PlainDate } | { readonly impossible: string };

/** `c-p2026_11_24`, `3-i31_11`: that there is no such day, and how it stands. */
export const noDayButton = defineButton<{ readonly asked: NoDay; readonly place: AskedPlace }>({
  code: "dn",
  write({ asked, place }) {
    const day = "past" in asked ? `p${writeDate(asked.past)}` : `i${written(asked.impossible)}`;
    return `${writePlace(place)}-${day}`;
  },
  read(payload) {
    const [, place = "", date, read] = /^([ac]|\d{1,5})-(?:p(\d{4}_\d{2}_\d{2})|i([\d_~-]{1,12}))$/.exec(payload) ?? [];
    if (read !== undefined) {
      const impossible = read.replaceAll("_", "/").replaceAll("~", ".");
      return { asked: { impossible }, place: readPlace(place) };
    }
    const past = date === undefined ? null : readDate(date);
    return past === null || typeof past === "string" ? null : { asked: { past }, place: readPlace(place) };
  },
});

/** `31_11_2026` */
function written(read: string): string {
  return read
    .replaceAll("/", "_")
    .replaceAll(".", "~")
    .replace(/[^\d_~-]/g, "")
    .slice(0, 12);
}
