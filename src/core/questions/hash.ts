/** FNV-1a over the letters of a text: features become numbers without a table of names. */
export function hashOf(text: string, seed: number): number {
  return hashOn(seeded(seed), text);
}

/** The same over a part of a text, without making a string of it. */
export function hashOfPart(text: string, from: number, to: number, seed: number): number {
  let hash = seeded(seed);
  for (let index = from; index < to; index++) {
    hash = imul(hash ^ text.charCodeAt(index));
  }
  return hash >>> 0;
}

/** The same over two texts and what stands between them, without making one of them. */
export function hashOfPair(before: string, between: string, after: string, seed: number): number {
  return hashOn(hashOn(hashOn(seeded(seed), before), between), after);
}

function hashOn(begun: number, text: string): number {
  let hash = begun;
  for (let index = 0; index < text.length; index++) {
    hash = imul(hash ^ text.charCodeAt(index));
  }
  return hash >>> 0;
}

function seeded(seed: number): number {
  return (0x811c9dc5 ^ seed) >>> 0;
}

function imul(hash: number): number {
  return Math.imul(hash, 0x01000193);
}
