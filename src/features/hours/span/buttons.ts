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
