/** A share and how far chance alone may have moved it. All between 0 and 1. */
export interface Share {
  readonly count: number;
  /** Of how many answers. */
  readonly of: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** The normal distribution's 97.5th percentile: 95 % lie within so many standard deviations, on both sides. */
const z = 1.959_963_985;

/**
 * The 95 % score interval. Unlike the textbook's `p ± z·√(p(1-p)/n)` it holds for few answers and for shares near 0 and 1,
 * and never leaves them.
 *
 * Source: E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927), 209–212.
 *
 * @param of 1 or more
 */
export function shareOf(count: number, of: number): Share {
  const share = count / of;
  const denominator = 1 + z ** 2 / of;
  const middle = (share + z ** 2 / (2 * of)) / denominator;
  const half = (z / denominator) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return { count, of, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
