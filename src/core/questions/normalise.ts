/** Letters that are written in several ways and mean one, as people type Arabic. */
const arabicVariants: readonly (readonly [RegExp, string])[] = [
  [/[أإآٱ]/g, "ا"],
  [/ى/g, "ي"],
  [/ة/g, "ه"],
  [/ؤ/g, "و"],
  [/ئ/g, "ي"],
  [/ـ/g, ""],
];

/** Words in small letters, without accents, vowel signs and punctuation: `Après-demain ?` is `apres demain`. */
export function wordsOf(text: string): readonly string[] {
  // Letter variants first: taken apart, a hamza would pass for an accent.
  const letters = arabicVariants.reduce(
    (result, [from, to]) => result.replace(from, to),
    text.normalize("NFC").toLowerCase(),
  );
  const bare = letters.normalize("NFKD").replace(/\p{Mark}+/gu, "");
  return bare.split(/[^\p{Letter}\p{Number}]+/u).filter((word) => word !== "");
}
