import { meaning, means, type Token } from "./tokens.ts";

export interface NumberRead {
  readonly value: number;
  readonly end: number;
  readonly isOrdinal: boolean;
  readonly isDigits: boolean;
}

/** A number in digits or words: `21`, `vingt et un`, `الخامس والعشرين`, `15de`. */
export function numberAt(tokens: readonly Token[], index: number): NumberRead | undefined {
  const token = tokens[index];
  if (token === undefined) return;
  if (token.digits >= 0) return { value: token.digits, end: index + 1, isOrdinal: false, isDigits: true };
  const ordinal = meaning(token, "ordinal");
  const number = ordinal ?? meaning(token, "number");
  if (number === undefined) return;
  const single = { value: number.value, end: index + 1, isOrdinal: ordinal !== undefined, isDigits: false };
  if (number.value >= 20 && number.value % 10 === 0) return withUnits(tokens, single);
  return number.value > 0 && number.value < 10 ? withTens(tokens, single) : single;
}

/** `vingt et un`, `trente cinq` */
function withUnits(tokens: readonly Token[], tens: NumberRead): NumberRead {
  const at = means(tokens[tens.end], "and") ? tens.end + 1 : tens.end;
  const units = meaning(tokens[at], "number");
  if (units?.variety !== "fr" || units.value > 19) return tens;
  return { ...tens, value: tens.value + units.value, end: at + 1 };
}

/** `خمسة وعشرين`, `een en twintig` */
function withTens(tokens: readonly Token[], units: NumberRead): NumberRead {
  if (!means(tokens[units.end], "and")) return units;
  const tens = meaning(tokens[units.end + 1], "number");
  if (!tens || tens.value < 20 || tens.value % 10 !== 0 || tens.variety === "fr") return units;
  return { ...units, value: units.value + tens.value, end: units.end + 2 };
}

/** The first token from `index` on that is not mere filling. */
export function pastFilling(tokens: readonly Token[], index: number, most = 3): number {
  let at = index;
  while (at < index + most && isFilling(tokens[at])) at += 1;
  return at;
}

function isFilling(token: Token | undefined): boolean {
  return (
    token !== undefined && !token.afterPause && (means(token, "skip") || means(token, "of") || means(token, "mark"))
  );
}

/** `tlata d simanat`, `تلاتة ديال الولاد`: Maghrebi joins a number to what is counted. */
export function isCountOf(token: Token | undefined): boolean {
  return token !== undefined && countJoins.has(token.text);
}

const countJoins = new Set(["d", "dyal", "dial", "dyel", "د", "ديال", "تاع", "متاع", "ta3", "nta3"]);
