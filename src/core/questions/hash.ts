/** FNV-1a over the letters of a text: features become numbers without a table of names. */
export function hashOf(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let index = 0; index < text.length; index++) {
    hash = imul(hash ^ text.charCodeAt(index));
  }
  return hash >>> 0;
}

/** The same over a part of a text, without making a string of it. */
export function hashOfPart(text: string, from: number, to: number, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let index = from; index < to; index++) {
    hash = imul(hash ^ text.charCodeAt(index));
  }
  return hash >>> 0;
}

function imul(hash: number): number {
  return Math.imul(hash, 0x01000193);
}
