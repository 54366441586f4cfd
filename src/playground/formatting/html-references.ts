/** The only names Telegram knows; any other stays as it was written. */
const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"' };

/** The closing `;` may be missing, as Telegram allows. */
const reference = /&(?:#(?:x([0-9a-f]+)|([0-9]+))|([a-z]+));?/iy;

/** Telegram ignores a number written with more characters than this, `&` included. */
const longestNumericReference = 9;

/**
 * The character that the reference at `position` stands for, and where it ends; null when it stands for itself.
 * A number may name half of a surrogate pair: then `halfCharacter` is true, and the whole text is refused later.
 */
export function readReference(
  html: string,
  position: number,
): { readonly character: string; readonly end: number; readonly halfCharacter: boolean } | null {
  reference.lastIndex = position;
  const match = reference.exec(html);
  if (match === null) return null;
  const end = reference.lastIndex;
  const [whole, hexadecimal, decimal, name] = match;
  if (name !== undefined) {
    const character = Object.hasOwn(named, name) ? named[name] : undefined;
    return character === undefined ? null : { character, end, halfCharacter: false };
  }
  const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
  const written = whole.endsWith(";") ? whole.length - 1 : whole.length;
  if (code === 0 || code >= 0x10ffff || written > longestNumericReference) return null;
  return { character: String.fromCodePoint(code), end, halfCharacter: code >= 0xd800 && code <= 0xdfff };
}
