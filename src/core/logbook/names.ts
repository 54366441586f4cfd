/**
 * Words of a line in the logbook that may be somebody's name, as they stand there. A guess, on which she is asked back: it
 * would rather ask once too often, and does not find every name.
 *
 * @param known words that are no names of persons, such as those of the place
 */
export function namesIn(text: string, known: readonly string[] = []): readonly string[] {
  const allowed = new Set([...neverNames, ...known.flatMap((words) => wordsOf(words).map(({ word }) => plain(word)))]);
  const words = wordsOf(text);
  const found = words.filter(({ word, isFirst }, index) => {
    const bare = plain(word);
    if (allowed.has(bare)) {
      return false;
    }
    const before = plain(words[index - 1]?.word ?? "");
    const isCapital = /^\p{Lu}\p{Ll}/u.test(word) && !isFirst;
    const isIntroduced = introducing.test(before) && (isCapital || isArabic(word) || calling.test(before));
    return isIntroduced || isCapital || firstNames.has(bare) || firstNames.has(bare.replace(/^[ولب](?=.{3})/u, ""));
  });
  const initials = [...text.matchAll(/(?<![\p{L}.])\p{Lu}\.(?!\p{L}{2})/gu)].map(([initial]) => initial);
  return [...new Set([...found.map(({ word }) => word), ...initials])];
}

interface Word {
  readonly word: string;
  /** Of its sentence: there a capital says nothing. */
  readonly isFirst: boolean;
}

function wordsOf(text: string): readonly Word[] {
  return [...text.normalize("NFC").matchAll(/\p{L}[\p{L}\p{M}'’-]*/gu)].map((match) => ({
    word: match[0].replace(/['’]s$/u, ""),
    isFirst: /(?:^|[.!?؟:\n]\s*["«“(]?\s*)$/u.test(text.normalize("NFC").slice(0, match.index)),
  }));
}

/** Without accents, vowel signs and capitals; behind an elision. */
function plain(word: string): string {
  return word
    .toLowerCase()
    .replace(/^(?:[ldjnmtsc]|qu)['’]/u, "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[أإآ]/gu, "ا");
}

function isArabic(word: string): boolean {
  return /^\p{Script=Arabic}/u.test(word);
}

/** A name often follows these. */
const introducing =
  /^(?:heet|heette|genaamd|meneer|mevrouw|mvr|mijnheer|juf|madame|mme|monsieur|mr|appelle|nomme|nommee?|prenom|اسمه|اسمها|اسمهم|السيد|السيدة|يدعى|تدعى|المدعو)$/u;

/** Behind these it is a name even without a capital. */
const calling = /^(?:heet|heette|genaamd|appelle|prenom)$/u;

/** Written with a capital, and nobody's name. */
const neverNames: ReadonlySet<string> = new Set(
  `nederlands frans arabisch engels turks spaans berbers darija tamazight pools roemeens oekraiens belgisch vlaams brussels
  nederlandstalig franstalig belgie brussel vlaanderen wallonie marokko turkije molenbeek schaarbeek anderlecht gent antwerpen
  leuven mechelen sint sinterklaas sinterklaasfeest kerst kerstmis pasen ramadan suikerfeest offerfeest carnaval halloween
  nieuwjaar ik we wij het de een er kind ocmw cpas one telegram
  maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september
  oktober november december
  bruxelles belgique flandre maroc turquie francais neerlandais arabe anglais noel paques aid saint nicolas toussaint
  mama papa maman mamie papi oma opa dokter docteur mme mr mvr meneer mevrouw madame monsieur`.split(/\s+/),
);

/** First names that are often given in Belgium and Morocco, without those that are words as well. */
const firstNames: ReadonlySet<string> = new Set(
  `emma olivia louise mila noor lina julie marie sofia camille elise lotte anna laura sarah sara nina ella juliette lucie chloe
  manon zoe eva lea ines amelie charlotte alice clara jade ava nora hanne femke katrien annelies els griet inge veerle
  liam noah lucas louis arthur adam jules victor finn mathis leon gabriel hugo thomas nathan oscar lars milan wout seppe
  stijn bram tom pieter piet jonas ruben simon maxime nicolas antoine alexandre julien pierre jean luc marc philippe
  mohamed mohammed muhammad ahmed youssef yusuf yousef ilyas ilias rayan ayoub bilal hamza ibrahim imran ismael ali omar
  hassan hussein karim khalid said rachid mustafa mehmet emre yassine amine anas zakaria soufiane mehdi
  fatima fatma aicha aisha khadija amina amira yasmina yasmine salma maryam mariam meryem imane hafsa zineb zainab nour
  samira naima latifa hanane rania malak leila layla souad houda loubna siham ikram chaima soukaina elif zeynep
  محمد احمد يوسف الياس ريان ايوب بلال حمزة ابراهيم عمران اسماعيل علي عمر حسن حسين كريم خالد سعيد رشيد مصطفى ياسين امين انس
  زكرياء سفيان مهدي عبدالله فاطمة عائشة خديجة امينة اميرة ياسمين سلمى مريم ايمان حفصة زينب سميرة نعيمة لطيفة حنان رانيا ملاك
  ليلى سعاد لبنى سهام اكرام شيماء سكينة`.split(/\s+/),
);
