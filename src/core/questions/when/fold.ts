const marks = /\p{Mark}+/gu;
const beyondAscii = /[^\p{ASCII}]/u;
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\u0640\ufeff]/g;
const otherForms = /[ىةٱکیھہگچڤ٠-٩۰-۹’‘`´ʼ–—−]/g;

const plain: Readonly<Record<string, string>> = {
  ى: "ي",
  ة: "ه",
  ٱ: "ا",
  ک: "ك",
  ی: "ي",
  ھ: "ه",
  ہ: "ه",
  گ: "ك",
  چ: "ج",
  ڤ: "ف",
  "–": "-",
  "—": "-",
  "−": "-",
};

function plainForm(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  return plain[character] ?? "'";
}

/** Small letters without accents, vowel signs and elongation; one letter for each Arabic letter variant; digits 0–9. */
export function fold(text: string): string {
  const small = text.toLowerCase();
  if (!beyondAscii.test(small)) return small;
  return small
    .replace(invisible, "")
    .replace(otherForms, plainForm)
    .normalize("NFKD")
    .replace(marks, "")
    .replace(otherForms, plainForm);
}
