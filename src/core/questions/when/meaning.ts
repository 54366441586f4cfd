/** What a word can mean for a day or a time. One word may mean several things: `sept` is seven and September. */
export type Kind =
  | "weekday" // value 1 (Monday) to 7
  | "shortDay" // as weekday, for forms that are also other words: `ma`, `do`, `mer`
  | "day" // value: days from today
  | "now"
  | "month" // value 1 to 12
  | "shortMonth" // as month, for forms that count only beside a day number
  | "number"
  | "ordinal"
  | "unit" // name: day, week, weekend, month, hour, minute
  | "pair" // two of a unit in one word: `أسبوعين`; name as unit
  | "minutes" // value: a length of time such as half an hour
  | "part" // name: morning, afternoon, evening, soon
  | "partToday" // as part, of today: `vanavond`
  | "noon"
  | "midnight"
  | "half"
  | "quarter"
  | "fraction" // value: minutes of another part of an hour: `tulut`, `قسمين`
  | "minus" // `voor`, `moins`, `إلا`
  | "plus" // `over`, `na`
  | "next"
  | "this"
  | "last"
  | "in"
  | "ago"
  | "from"
  | "to"
  | "starting"
  | "between"
  | "and"
  | "or"
  | "at"
  | "mark" // stands before the number of a day: `le 30`, `nhar 3`
  | "of"
  | "skip"
  | "every"
  | "edge" // the beginning, middle or end of a month or week
  | "dayBefore"
  | "dayAfter"
  | "afterThat" // the one that follows what was just named: `die erna`, `لي موراها`
  | "holiday" // name: a key of holidays.ts
  | "school" // name: the school holiday
  | "holidayTime" // `vakantie`, `congé`, `عطلة`
  | "feast" // Islamic feasts and months, whose dates are not known here
  | "person" // before a name that is also a day: `mon petit Noël`
  | "quantity" // counted things: a number before them is no date and no time
  | "open"
  | "still"
  | "asksWhen"
  | "ask" // begins a question
  | "but" // begins a new clause
  | "not"
  | "was"
  | "visit" // coming here: as good as asking whether it is open
  | "errand"; // an appointment, work, school: a day or time that lies on the way

export type Variety = "nl" | "fr" | "msa" | "darija" | "arabizi" | "en";

export interface Meaning {
  readonly kind: Kind;
  readonly value: number;
  readonly name: string;
  readonly variety: Variety;
}

/**
 * The words of one variety: what they mean → how they are written. Forms are separated by spaces, `_` is a space inside a
 * form, and `{a,b}` are alternatives: `{l,}khmis` is `lkhmis` and `khmis`.
 */
export type Vocabulary = Readonly<Record<string, string>>;

/** `weekday 3` or `unit week` as a meaning. */
export function meaningOf(key: string, variety: Variety): Meaning {
  const [kind, detail = ""] = key.split(" ");
  const value = Number(detail);
  return { kind: kind as Kind, value: Number.isNaN(value) ? 0 : value, name: detail, variety };
}

/** `{l,}khmis` → `lkhmis`, `khmis` */
export function spellings(form: string): readonly string[] {
  const open = form.indexOf("{");
  if (open === -1) return [form.replaceAll("_", " ")];
  const close = form.indexOf("}", open);
  const before = form.slice(0, open);
  const after = spellings(form.slice(close + 1));
  return form
    .slice(open + 1, close)
    .split(",")
    .flatMap((choice) => after.map((rest) => before.replaceAll("_", " ") + choice.replaceAll("_", " ") + rest));
}
