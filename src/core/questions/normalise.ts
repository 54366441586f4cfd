/** Letters that are written in several ways and mean one, as people type Arabic; Persian, Maghrebi and Urdu keyboards included. */
const arabicVariants: readonly (readonly [RegExp, string])[] = [
  [/[أإآٱ]/g, "ا"],
  [/[ىی]/g, "ي"],
  [/ة/g, "ه"],
  [/ؤ/g, "و"],
  [/ئ/g, "ي"],
  [/ک/g, "ك"],
  [/[گڭݣ]/g, "ك"],
  [/ڤ/g, "ف"],
  [/پ/g, "ب"],
  [/ـ/g, ""],
];

const arabic = /[\u0600-\u06ff]/;
/** Marks on letters, zero-width characters and direction marks: nothing that is said. */
const silent = /[\p{Mark}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/gu;

/** The longest message that is read whole; of longer ones the beginning and the end, where the question stands. */
const longest = 2000;

/** Text in small letters, without accents, vowel signs and stretched letters; words may still touch punctuation. */
export function plainText(text: string): string {
  const short = text.length <= longest ? text : `${text.slice(0, 1400)} ${text.slice(-600)}`;
  let plain = short.normalize("NFC").toLowerCase();
  if (arabic.test(plain)) {
    // Letter variants first: taken apart, a hamza would pass for an accent.
    for (const [from, to] of arabicVariants) {
      plain = plain.replace(from, to);
    }
  }
  return plain
    .normalize("NFKD")
    .replace(silent, "")
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/(\p{Letter})\1{2,}/gu, "$1");
}

/** Words in small letters, without accents, vowel signs and punctuation: `Après-demain ?` is `apres demain`. */
export function wordsOf(text: string): readonly string[] {
  return plainText(text).match(/[\p{Letter}\p{Number}]+/gu) ?? [];
}

export function isArabic(word: string): boolean {
  return arabic.test(word);
}
