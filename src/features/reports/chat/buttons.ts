import { defineButton } from "../../../telegram/buttons.ts";

/** Which weeks: this calendar year, the last, this school year, or all that there is. */
export const spans = ["year", "last", "school", "ever"] as const;

export type ReportSpan = (typeof spans)[number];

/** `days`: each day with its counts and the logbook, for the team alone. `funders`: the yearly sheet, without any logbook. */
export const shapes = ["picture", "table", "csv", "days", "funders"] as const;

export type ReportShape = (typeof shapes)[number];

/** What a member chose of a report so far. */
export interface ReportChosen {
  /** A place by its number, or all of hers; null: not chosen yet. */
  readonly place: number | "all" | null;
  readonly span: ReportSpan | null;
  readonly shape: ReportShape | null;
}

const written = ({ place, span, shape }: ReportChosen) =>
  [place, span, shape].filter((part) => part !== null).join("~");

/** `1~year~csv`, `all~ever`, or nothing. */
export const reportButton = defineButton<ReportChosen>({
  code: "r",
  write: written,
  read(payload) {
    const [place = "", span = "", shape = "", ...rest] = payload.split("~");
    if (rest.length > 0 || !/^(\d{1,5}|all|)$/.test(place)) {
      return null;
    }
    const read: ReportChosen = {
      place: placeIn(place),
      span: spans.find((one) => one === span) ?? null,
      shape: shapes.find((one) => one === shape) ?? null,
    };
    // What is not known is no report of an old version's.
    return written(read) === payload ? read : null;
  },
});

function placeIn(text: string): ReportChosen["place"] {
  if (text === "") {
    return null;
  }
  return text === "all" ? "all" : Number(text);
}
