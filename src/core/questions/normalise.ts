/** Letters that are written in several ways and mean one, as people type Arabic; Persian, Maghrebi and Urdu keyboards included. */
const arabicVariants: Readonly<Record<string, string>> = {
  أ: "ا",
  إ: "ا",
  آ: "ا",
  ٱ: "ا",
  ى: "ي",
  ی: "ي",
  ة: "ه",
  ؤ: "و",
  ئ: "ي",
  ک: "ك",
  گ: "ك",
  ڭ: "ك",
  ݣ: "ك",
  ڤ: "ف",
  پ: "ب",
  ـ: "",
};
const anyArabicVariant = new RegExp(`[${Object.keys(arabicVariants).join("")}]`, "g");

const ascii = /^[ -~\s]*$/;
const arabic = /[\u0600-\u06ff]/;
/** Marks on letters, zero-width characters and direction marks: nothing that is said. */
const silent = /[\p{Mark}\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+/gu;

/** The longest message that is read whole; of longer ones the beginning and the end, where the question stands. */
const longest = 2000;

/** Text in small letters, without accents, vowel signs and stretched letters; words may still touch punctuation. */
export function plainText(text: string): string {
  const short = text.length <= longest ? text : `${text.slice(0, 1400)} ${text.slice(-600)}`;
  const plain = ascii.test(short) ? short.toLowerCase() : withoutMarks(short);
  return plain.replace(/(\p{Letter})\1{2,}/gu, "$1");
}

function withoutMarks(text: string): string {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      // Letter variants first: taken apart, a hamza would pass for an accent.
      .replace(anyArabicVariant, (letter) => arabicVariants[letter] ?? letter)
      .normalize("NFKD")
      .replace(silent, "")
      .replace(/œ/g, "oe")
      .replace(/æ/g, "ae")
      .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
  );
}

/** Words in small letters, without accents, vowel signs and punctuation: `Après-demain ?` is `apres demain`. */
export function wordsOf(text: string): readonly string[] {
  return plainText(text).match(/[\p{Letter}\p{Number}]+/gu) ?? [];
}

export function isArabic(word: string): boolean {
  return arabic.test(word);
}
