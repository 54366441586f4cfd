import { type CountKind, countKinds } from "../../core/logbook/counts.ts";
import { defineBareButton, defineButton } from "../../telegram/buttons.ts";
import type { PlaceDay } from "./repository.ts";

const digits = (day: string) => day.replaceAll("-", "");

/** `20261125`; null where no calendar has it. */
function dayIn(text: string): string | null {
  const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
  try {
    return Temporal.PlainDate.from(day).toString();
  } catch {
    return null;
  }
}

const placeDay = /^([a-z]+)~(\d{1,5})~(\d{8})$/;

const visitSteps = ["show", "type", "planned", "hours", "shut", "later", "done", "write"] as const;

export interface VisitStep extends PlaceDay {
  readonly step: (typeof visitSteps)[number];
}

/** What the team does with the counts of one day. */
export const visitsButton = defineButton<VisitStep>({
  code: "v",
  write: ({ step, place, day }) => `${step}~${place}~${digits(day)}`,
  read(payload) {
    const [, name, place, date = ""] = placeDay.exec(payload) ?? [];
    const step = visitSteps.find((one) => one === name);
    const day = dayIn(date);
    return step === undefined || day === null ? null : { step, place: Number(place), day };
  },
});

const steps = [-1, 1, 5] as const;

export interface Counted extends PlaceDay {
  readonly kind: CountKind;
  readonly by: (typeof steps)[number];
}

/** One less, one more or five more: `children~5~1~20261125`. */
export const countButton = defineButton<Counted>({
  code: "vc",
  write: ({ kind, by, place, day }) => `${kind}~${by}~${place}~${digits(day)}`,
  read(payload) {
    const [, name, number, place, date = ""] = /^([a-zA-Z]+)~(-?\d)~(\d{1,5})~(\d{8})$/.exec(payload) ?? [];
    const kind = countKinds.find((one) => one === name);
    const by = steps.find((one) => String(one) === number);
    const day = dayIn(date);
    return kind === undefined || by === undefined || day === null ? null : { kind, by, place: Number(place), day };
  },
});

export type CountsTyped = PlaceDay & { readonly counts: Partial<Record<CountKind, number>> };

/** Counts that were typed, for the day that is chosen: `1~20261125~14~3~12~2`, a gap where one was left out. */
export const typedButton = defineButton<CountsTyped>({
  code: "vt",
  write: ({ place, day, counts }) => [place, digits(day), ...countKinds.map((kind) => counts[kind] ?? "")].join("~"),
  read(payload) {
    const [, place, date = "", ...numbers] =
      /^(\d{1,5})~(\d{8})~(\d{0,3})~(\d{0,3})~(\d{0,3})~(\d{0,3})$/.exec(payload) ?? [];
    const day = dayIn(date);
    const given = countKinds.flatMap((kind, index) => {
      const number = numbers[index] ?? "";
      return number === "" ? [] : [[kind, Number(number)] as const];
    });
    return day === null ? null : { place: Number(place), day, counts: Object.fromEntries(given) };
  },
});

/** The days that can be counted, and all else of this. */
export const visitsHomeButton = defineBareButton("vh");

/** Whether she likes to be asked after closing time. */
export const remindersButton = defineButton<boolean>({
  code: "vr",
  write: (on) => (on ? "on" : "off"),
  read: (payload) => (payload === "on" || payload === "off" ? payload === "on" : null),
});

/** Today's question for the team's own talk. */
export const reflectionButton = defineBareButton("vq");

export type LogbookScreen =
  | { readonly kind: "places" }
  | { readonly kind: "lines"; readonly place: number; readonly page: number }
  /** `erase` asks first. */
  | { readonly kind: "erase" | "erased"; readonly id: string };

/** Reads the logbook, and erases a line of it. */
export const logbookButton = defineButton<LogbookScreen>({
  code: "lb",
  write(screen) {
    switch (screen.kind) {
      case "lines":
        return `lines~${screen.place}~${screen.page}`;
      case "erase":
      case "erased":
        return `${screen.kind}~${screen.id}`;
      default:
        return screen.kind;
    }
  },
  read(payload) {
    if (payload === "places") {
      return { kind: "places" };
    }
    const [, place, page] = /^lines~(\d{1,5})~(\d{1,4})$/.exec(payload) ?? [];
    if (place !== undefined) {
      return { kind: "lines", place: Number(place), page: Number(page) };
    }
    const [, kind, id] = /^(erase|erased)~([\w-]{12})$/.exec(payload) ?? [];
    return id === undefined ? null : { kind: kind === "erase" ? "erase" : "erased", id };
  },
});
