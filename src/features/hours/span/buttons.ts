import { defineButton } from "../../../telegram/buttons.ts";
import { type AskedPlace, readDate, readPlace, writeDate, writePlace } from "../buttons.ts";

export interface SpanPayload {
  readonly from: Temporal.PlainDate;
  /** Included. */
  readonly to: Temporal.PlainDate;
  readonly place: AskedPlace;
}

/** `2026_12_21-2027_01_03-3`: those days at place 3. */
export const spanButton = defineButton<SpanPayload>({
  code: "s",
  write: ({ from, to, place }) => [writeDate(from), writeDate(to), writePlace(place)].join("-"),
  read(payload) {
    const [, first = "", last = "", place = ""] =
      /^(\d{4}_\d{2}_\d{2})-(\d{4}_\d{2}_\d{2})-(a|\d{1,5})$/.exec(payload) ?? [];
    const [from, to] = [readDate(first), readDate(last)];
    return typeof from === "object" && typeof to === "object" && from !== null && to !== null
      ? { from, to, place: readPlace(place) }
      : null;
  },
});
