const twice = /(.)\1+/g;

export function undoubled(word: string): string {
  return word.replace(twice, "$1");
}

const pairs: Readonly<Record<string, string>> = { ch: "c", sh: "c", kh: "x", gh: "8", dj: "j", dh: "d", th: "t" };
const letters: Readonly<Record<string, string>> = {
  5: "x",
  6: "t",
  7: "h",
  9: "k",
  q: "k",
  v: "f",
  p: "b",
  2: "",
  a: "",
  e: "",
  i: "y",
  o: "w",
  u: "w",
};

/**
 * The consonants of a word, and these with the long vowels: `ghodoua` and `ghodwa` sound alike, `daaba` and `daba`. Letters
 * that are one sound are one letter.
 */
export function heard(word: string): { readonly sound: string; readonly consonants: string } {
  let sound = "";
  let consonants = "";
  let before = "";
  for (let at = 0; at < word.length; at += 1) {
    const pair = pairs[word.slice(at, at + 2)];
    const isLongE = word[at] === "e" && word[at + 1] === "e";
    const letter = pair ?? (isLongE ? "y" : (letters[word[at] ?? ""] ?? word[at] ?? ""));
    if (pair !== undefined || isLongE) at += 1;
    if (letter === before && letter !== "") continue;
    before = letter;
    sound += sound.endsWith(letter) && isGlide(letter) ? "" : letter;
    if (!isGlide(letter) || (at === 0 && (word[0] === "w" || word[0] === "y"))) consonants += letter;
  }
  return { sound, consonants };
}

function isGlide(letter: string): boolean {
  return letter === "w" || letter === "y";
}

/** A vowel at the end makes another word: `khms` and `khmsa`, `seb3o` and `seb3a`. French leaves its `e` unsaid: `tnine`. */
export function endsAlike(a: string, b: string): boolean {
  if (a.endsWith("e") || b.endsWith("e")) return !roundEnd.test(a) && !roundEnd.test(b);
  return vowelAtEnd.test(a) === vowelAtEnd.test(b) && roundEnd.test(a) === roundEnd.test(b);
}

const vowelAtEnd = /[aeiouy]$/;
const roundEnd = /[ou]$/;

/** How many letters to add, leave out or change. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
