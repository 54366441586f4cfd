import type { Holiday, TimeSpan } from "../expression.ts";

/** When something holds. */
export type Selector =
  /** Both included, across the weekend where `from` is the larger. */
  | { readonly kind: "weekdays"; readonly from: number; readonly to: number }
  | { readonly kind: "nth"; readonly weekday: number; readonly nth: readonly number[] }
  | { readonly kind: "months"; readonly from: number; readonly to: number }
  | { readonly kind: "holiday"; readonly holiday: Holiday; readonly isOneOfSeveral: boolean }
  | { readonly kind: "parity"; readonly parity: "even" | "odd" };

export type Placed = Selector & { readonly at: number; readonly end: number; readonly afterComma: boolean };

/** Some days, and what holds on them. */
export interface Clause {
  readonly selectors: readonly Placed[];
  /** `behalve woensdag` */
  readonly excluded: readonly Placed[];
  readonly times: readonly TimeSpan[];
  readonly state: "open" | "off" | null;
  /** How it stands to what was said of the same days before: besides it, or in its place. */
  readonly how: "also" | "instead" | null;
  readonly at: number;
  readonly end: number;
}
