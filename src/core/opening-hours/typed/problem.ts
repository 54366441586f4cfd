/** Why typed hours are not understood, and next to which words. What was expected instead is for `messages.ts` to say. */
export type TypedProblem =
  | { readonly kind: "nothing" | "too-long" }
  | {
      readonly kind: /** A word or sign that means nothing here. */
        | "word"
        /** Hours without days. */
        | "days"
        /** Days without hours. */
        | "times"
        /** A time alone: when does it begin, and when does it end? */
        | "until"
        /** It ends before it begins, or hours overlap. */
        | "order"
        /** It would open in the night: two in the afternoon is 14. */
        | "night"
        /** A day has hours twice, and nothing says whether both hold. */
        | "twice"
        /** A day of the calendar, which is asked apart. */
        | "date"
        /** An opening_hours expression with a mistake. */
        | "expression";
      /** The words where it stands, as they were typed. */
      readonly near: string;
    };

/** Stops reading; caught where reading begins. */
export class NotUnderstood extends Error {
  readonly kind: Exclude<TypedProblem["kind"], "nothing" | "too-long">;
  readonly at: number;
  readonly end: number;

  constructor(kind: NotUnderstood["kind"], { at, end }: { readonly at: number; readonly end: number }) {
    super(kind);
    this.kind = kind;
    this.at = at;
    this.end = end;
  }
}
