/** What is counted of a day: headcounts, never who. Siblings are children outside the place's ages; first visits are of adults who say so. */
export const countKinds = ["children", "siblings", "adults", "firstVisits"] as const;

export type CountKind = (typeof countKinds)[number];

/** Null where it was not counted, which is not nought. */
export type Counts = Readonly<Record<CountKind, number | null>>;

export const nothingCounted: Counts = { children: null, siblings: null, adults: null, firstVisits: null };

/** No place has more on one day; a slip of the thumb has. */
export const mostCounted = 500;

export type CountsRead =
  | { readonly ok: true; readonly counts: Partial<Record<CountKind, number>> }
  /** `four`: four bare numbers are expected. `unclear`: a number has no word that says of what. */
  | { readonly ok: false; readonly why: "four" | "unclear" | "too-many" };

/** How the team names them, in the three languages. Beginnings of words. */
const named: readonly (readonly [CountKind, RegExp])[] = [
  ["firstVisits", /^(?:eerste|nieuw|premi[eè]re|1res?$|1ères?$|nouve|أول|اول|أولى|اولى|جدد|جديد)/u],
  [
    "siblings",
    /^(?:broer|zus|fr[eè]re|s(?:oe|œ)ur|fratrie|a[iî]n[eé]|إخوة|اخوة|إخوان|اخوان|أخوات|اخوات|أخت|أشقاء|اشقاء)/u,
  ],
  ["children", /^(?:kind|peuter|baby|enfant|b[eé]b[eé]|petit|أطفال|اطفال|طفل|صغار)/u],
  [
    "adults",
    /^(?:volwassen|ouder|mama|papa|moeder|vader|adulte|parent|maman|بالغ|كبار|آباء|اباء|أولياء|اولياء|والد|أمهات|امهات)/u,
  ],
];

/** They stand between others and say nothing. */
const fillers = /^(?:en|et|و|bezoek(?:en)?|keer|visites?|fois|زيارة|زيارات|مرة|de|les|des|du|la|le|tout|petits)$/u;

interface Part {
  readonly number: number | null;
  readonly word: string | null;
}

/**
 * Reads `14 3 12 2`, in the order of `countKinds`, or `14 kinderen 3 broers 12 ouders`, of which some may be left out.
 *
 * @returns null where it is no line of counts at all
 */
export function readCounts(text: string): CountsRead | null {
  const plain = western(text.normalize("NFC").toLowerCase());
  // The French ordinal is no number.
  const parts = [...plain.matchAll(/1(?:re|ère)s?(?!\p{L})|\d+|\p{L}+(?:['’]s)?/gu)].map(([part]) => partOf(part));
  const numbers = parts.flatMap(({ number }) => number ?? []);
  const words = parts.flatMap(({ word }) => word ?? []).filter((word) => !fillers.test(word));
  if (numbers.length === 0 || (words.length > 0 && !words.some((word) => kindOf(word) !== null))) {
    return null;
  }
  if (numbers.some((number) => number > mostCounted)) {
    return { ok: false, why: "too-many" };
  }
  if (/(?:^|\s)[-−–]\d/.test(plain)) {
    return { ok: false, why: words.length === 0 ? "four" : "unclear" };
  }
  return words.length === 0 ? bare(numbers) : labelled(parts);
}

function partOf(part: string): Part {
  return /^\d+$/.test(part) ? { number: Number(part), word: null } : { number: null, word: part };
}

/** An Arabic word may carry the article, or "and". */
function kindOf(word: string): CountKind | null {
  const bareWord = word.replace(/^و?ال/u, "");
  return named.find(([, pattern]) => pattern.test(word) || pattern.test(bareWord))?.[0] ?? null;
}

function bare(numbers: readonly number[]): CountsRead {
  const [children, siblings, adults, firstVisits] = numbers;
  return numbers.length === countKinds.length &&
    children !== undefined &&
    siblings !== undefined &&
    adults !== undefined &&
    firstVisits !== undefined
    ? { ok: true, counts: { children, siblings, adults, firstVisits } }
    : { ok: false, why: "four" };
}

/** Words stand behind their numbers (`14 kinderen`), or all of them before (`kinderen: 14`). */
function labelled(parts: readonly Part[]): CountsRead {
  const ordered = parts[0]?.number === null ? parts.toReversed() : parts;
  const counts: Partial<Record<CountKind, number>> = {};
  let waiting: number | null = null;
  let last: CountKind | null = null;
  for (const { number, word } of ordered) {
    const kind = word === null ? null : kindOf(word);
    if (number !== null) {
      if (waiting !== null) {
        return { ok: false, why: "unclear" };
      }
      [waiting, last] = [number, null];
    } else if (kind !== null && waiting !== null && counts[kind] === undefined) {
      counts[kind] = waiting;
      [waiting, last] = [null, kind];
    } else if (kind !== last && !fillers.test(word ?? "")) {
      // Neither "broers en zussen", which is one number, nor a word that says nothing.
      return { ok: false, why: "unclear" };
    }
  }
  return waiting === null ? { ok: true, counts } : { ok: false, why: "unclear" };
}

/** Arabic digits as the others. */
function western(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}
