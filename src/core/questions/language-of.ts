import type { Language } from "../language.ts";
import { createClassifier } from "./classifier.ts";
import type { Vocabulary } from "./concepts.ts";
import { languageFeatures } from "./language-features.ts";
import { isArabic } from "./normalise.ts";
import weights from "./weights.json" with { type: "json" };

export const latinLanguages = ["nl", "fr", "arabizi", "en"] as const;
type LatinLanguage = (typeof latinLanguages)[number];
const classify = createClassifier(weights.language);

/** Words of courtesy travel between languages: somebody who says salam may ask in French. */
const courtesies: Readonly<Record<Language, ReadonlySet<string>>> = {
  nl: new Set(
    "hallo hoi dag goeiemorgen goedemorgen goeiedag goedemiddag goedenavond goeienavond beste groetjes bedankt dank dankjewel dankuwel danku tot ziens doei groeten aub alstublieft".split(
      " ",
    ),
  ),
  fr: new Set(
    "bonjour bonsoir salut coucou bjr slt bsr merci madame monsieur bonne journee soiree cordialement au revoir bcp mercii svp stp".split(
      " ",
    ),
  ),
  ar: new Set(
    "salam salamo slm salamou alaykoum 3alaykom 3likom alikoum aleykoum aleikoum wa khti khouya khoya khty lalla labas inchallah inshallah incha nchallah hamdoullah hamdulillah l7amdolilah wallah wellah bismillah chokran choukran shukran sa7a yallah machallah mashallah barakallah fik fikom oufikoum السلام سلام عليكم ورحمه الله وبركاته مرحبا اهلا شكرا جزاكم خيرا الحمد لله ان شاء بارك فيكم خويا ختي".split(
      " ",
    ),
  ),
};
const otherCourtesies = "hi hey hello yo sorry ok oke please pls thanks thx ciao stop test menu start".split(" ");
const anyCourtesy = new Set([...Object.values(courtesies).flatMap((known) => [...known]), ...otherCourtesies]);

/** Words that carry a sentence, and that no other of these languages has. */
const functionWords: Readonly<Record<(typeof latinLanguages)[number], ReadonlySet<string>>> = {
  nl: new Set(
    "het een ik jullie zijn niet van op mij naar wat wie hoe waar mijn kan kunnen moet mag voor met bij dat die ook nog of er hij zij ze gij zijt zijde hebben heb wij hou blijft wordt worden gaat deze dit daar hier want maar wel graag wil als door geen mij hem haar zo dan onze ons hoogte".split(
      " ",
    ),
  ),
  fr: new Set(
    "le les des du un une je tu il elle nous vous ils est sont etes c ce ces cette que qui quoi ou pas plus pour avec sur dans chez mon ma mes votre vos notre faut peut peux y ya quand comment combien quel quelle avez suis ai mais aussi encore si ca vs".split(
      " ",
    ),
  ),
  arabizi: new Set(
    "wach wash wesh chno chnou achno fin kifach fo9ach wla ila mn m3a dyal dyali dyalkom chi had hadchi ana nta ntouma kayn kayna bghit khass khassni n9der rani rakom daba 3afak ma likom lia lih 3la wahed bezzaf bzaf".split(
      " ",
    ),
  ),
  en: new Set(
    "the are you do does can what when where how my is it i a to your we they there with and for this that have has should will be not she he".split(
      " ",
    ),
  ),
};

function functionWordsAmong(words: readonly string[], language: LatinLanguage): number {
  return words.reduce((count, word) => (functionWords[language].has(word) ? count + 1 : count), 0);
}

export interface LanguageGuess {
  readonly language: Language;
  readonly sure: boolean;
  readonly vocabularies: readonly Vocabulary[];
}

/** The language of a message, and where its words are to be looked up, likeliest first. */
export function languageOf(words: readonly string[], fallback: Language): LanguageGuess {
  const telling = words.filter((word) => /\p{Letter}/u.test(word) && !isCourtesy(word));
  if (telling.length === 0) {
    return courtesyOf(words, fallback);
  }
  const arabicWords = telling.filter(isArabic).length;
  const latin = telling.filter((word) => !isArabic(word));
  if (arabicWords >= latin.length) {
    return { language: "ar", sure: true, vocabularies: latin.length > 0 ? ["arabic", "fr", "nl"] : ["arabic"] };
  }
  return latinLanguageOf(latin.slice(0, 80), arabicWords > 0, fallback);
}

function latinLanguageOf(words: readonly string[], withArabic: boolean, fallback: Language): LanguageGuess {
  const chances = classify(languageFeatures(words)).map(
    (chance, index) => chance * Math.exp(0.9 * functionWordsAmong(words, latinLanguages[index] ?? "nl")),
  );
  const all = chances.reduce((sum, chance) => sum + chance, 0);
  const chanceOf = (language: LatinLanguage) => (chances[latinLanguages.indexOf(language)] ?? 0) / all;
  const likely = latinLanguages
    .filter((language) => chanceOf(language) > 0.06)
    .sort((a, b) => chanceOf(b) - chanceOf(a));
  const [best = "nl"] = likely;
  const vocabularies: Vocabulary[] = withArabic ? [...likely, "arabic"] : likely;
  // Darija borrows from French as it goes.
  if (best === "arabizi" && !vocabularies.includes("fr")) {
    vocabularies.push("fr");
  }
  return { language: answered(best, fallback), sure: chanceOf(best) > 0.7, vocabularies };
}

function answered(language: LatinLanguage, fallback: Language): Language {
  switch (language) {
    case "nl":
    case "fr":
      return language;
    case "arabizi":
      return "ar";
    default:
      return fallback;
  }
}

function isCourtesy(word: string): boolean {
  return anyCourtesy.has(word);
}

function courtesyOf(words: readonly string[], fallback: Language): LanguageGuess {
  const counts = (["nl", "fr", "ar"] as const).map((language) => ({
    language,
    count: words.filter((word) => courtesies[language].has(word)).length,
  }));
  const best = counts.reduce((most, next) => (next.count > most.count ? next : most));
  const vocabularies: Vocabulary[] = ["nl", "fr", "arabizi", "en", "arabic"];
  return best.count === 0
    ? { language: fallback, sure: false, vocabularies }
    : { language: best.language, sure: true, vocabularies };
}
