import type { Selector } from "./clause.ts";
import type { Token } from "./tokens.ts";

/** `ma`, `ma-vr`; three with dashes between are no range: `ma-wo-vr`. */
export function weekdaysAt(
  tokens: readonly Token[],
  index: number,
): { readonly selectors: readonly Selector[]; readonly next: number } {
  const chain: number[] = [];
  let next = index;
  for (;;) {
    const token = tokens[next];
    if (token?.kind !== "day") {
      break;
    }
    chain.push(token.weekday);
    next += 1;
    if (tokens[next]?.kind !== "to" || tokens[next + 1]?.kind !== "day") {
      break;
    }
    next += 1;
  }
  const [from = 0, to = from, ...more] = chain;
  return {
    selectors:
      more.length > 0
        ? chain.map((weekday) => ({ kind: "weekdays", from: weekday, to: weekday }))
        : [{ kind: "weekdays", from, to }],
    next,
  };
}

type OrdinalsRead =
  | { readonly selectors: readonly Selector[]; readonly next: number }
  | { readonly behind: readonly number[]; readonly next: number };

/** `eerste en derde zaterdag`; or ordinals that stand behind their weekday. */
export function ordinalsAt(tokens: readonly Token[], index: number): OrdinalsRead {
  const nth: number[] = [];
  let next = index;
  let isBehind = false;
  for (;;) {
    const token = tokens[next];
    if (token?.kind !== "ordinal") {
      break;
    }
    nth.push(token.nth);
    isBehind ||= token.stands === "after";
    next += 1;
    const isListed = tokens[next]?.kind === "and" || tokens[next]?.kind === "comma";
    if (!isListed || tokens[next + 1]?.kind !== "ordinal") {
      break;
    }
    next += 1;
  }
  const weekday = tokens[next];
  const isBracketed = tokens[index - 1]?.kind === "open-bracket";
  return weekday?.kind === "day" && !isBehind && !isBracketed
    ? { selectors: [{ kind: "nth", weekday: weekday.weekday, nth }], next: next + 1 }
    : { behind: nth, next };
}
