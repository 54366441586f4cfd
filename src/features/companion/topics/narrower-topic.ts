import type { Intent } from "../../../core/questions/intent.ts";
import { plainText, wordsOf } from "../../../core/questions/normalise.ts";
import type { Topic } from "./topic.ts";

/** Intents that hold several topics. */
type Wide = Extract<Intent, "about" | "who" | "first_visit" | "registration">;

interface Narrowing {
  readonly topic: Topic;
  readonly within: readonly Wide[];
  /** How words begin, in Latin letters; whole words where a blank follows. */
  readonly latin: readonly string[];
  /** What words hold, in Arabic letters, behind whatever article or conjunction. */
  readonly arabic: readonly string[];
}

/** The first that fits wins. Written as questions are read: small letters, no accents, one way to write each Arabic letter. */
const narrowings: readonly Narrowing[] = [
  {
    topic: "bridge",
    within: ["about", "first_visit"],
    latin: [
      ...["voorbereid", "overgang", "overstap", "stap naar", "naar de kleuter", "naar de creche", "naar school"],
      ...["prepar", "transition", "passage a", "passage vers", "entree a l ecole", "entree en maternelle", "rentree"],
    ],
    arabic: ["تحضير", "استعداد", "دخول المدرس", "دخول الروض", "قبل المدرس", "قبل الروض"],
  },
  {
    topic: "bring",
    within: ["about", "first_visit"],
    latin: [
      ...["meebreng", "mee breng", "meenem", "mee nem", "meepak", "neem ik mee", "breng ik mee", "njib", "nakol"],
      ...["pamper", "luier", "koek", "snack", "fruit", "eten ", "drink", "koffie", "thee ", "papfles", "makla"],
      ...["kinderwagen", "buggy", "koets", "maxicosi", "maxi cosi", "verversing", "verzorgingstafel", "schort"],
      ...["apport", "emport", "couches ", "a langer", "collation", "gouter", "biberon", "manger", "boire ", "cafe "],
      ...["poussette", "landau", "tablier", "rechange"],
    ],
    arabic: [
      ...["نجيب", "نحضر", "احضر", "نجلب", "اجلب", "حفاض", "ليكوش", "عربه", "بوسيت"],
      ...["طعام", "اكل", "ماكل", "شرب", "قهو"],
    ],
  },
  {
    topic: "welcome",
    within: ["who", "registration", "first_visit"],
    latin: ["papier", "verblijfs", "identite", "welkom", "bienvenu", "wra9", "wraq"],
    arabic: ["اوراق", "وراق", "وثيق", "وثايق", "بطاقه", "اقامه", "مرحب"],
  },
  {
    topic: "languages",
    within: ["about", "who", "registration", "first_visit"],
    latin: [
      ...["taal ", "talen ", "nederlands", "frans ", "arabisch", "engels", "turks", "darija", "3arbi"],
      ...["langue", "neerlandais", "francais", "arabe ", "anglais"],
    ],
    arabic: ["لغه", "لغات", "العربيه", "الفرنسيه", "الهولنديه", "الدارجه", "الانجليزيه"],
  },
  {
    topic: "full",
    within: ["about", "who", "registration", "first_visit"],
    latin: ["vol ", "volzet ", "nog plaats ", "plaats genoeg", "complet ", "assez de place", "encore de la place"],
    arabic: ["ممتل", "عامر", "مكتمل"],
  },
  {
    topic: "rules",
    within: ["about", "who", "registration", "first_visit"],
    latin: ["huisregel", "regels ", "regeltjes ", "verboden ", "regle ", "regles ", "reglement", "interdit"],
    arabic: ["قواعد", "قانون", "قوانين", "ممنوع"],
  },
  {
    topic: "not",
    within: ["about"],
    latin: [
      ...[
        "creche",
        "kinderopvang",
        "opvang ",
        "cursus",
        "lessen ",
        "school ",
        "therapie",
        "advies",
        "babysit",
        "oppas",
      ],
      ...["garderie", "cours ", "ecole ", "formation", "conseil", "baby sit"],
    ],
    arabic: ["حضانه", "كريش", "كراش", "مدرسه", "دروس", "دوره", "نصاي", "نصيح", "علاج"],
  },
  {
    topic: "team",
    within: ["about"],
    latin: [
      ...["team ", "ploeg ", "begeleid", "personeel", "medewerk", "vrijwillig", "wie werkt", "psycholo", "verpleeg"],
      ...["equipe", "personnel", "benevol", "qui travaille", "accueillant", "infirmi", "professionnel"],
    ],
    arabic: ["فريق", "المشرف", "المربي", "يعمل", "خدامين", "ممرض", "نفسان"],
  },
];

/** What a question is about within its intent, where its words say so. */
export function narrowerTopic(intent: Intent, text: string): Topic | undefined {
  const latin = ` ${wordsOf(text).join(" ")} `;
  const arabic = plainText(text);
  return narrowings
    .filter(({ within }) => within.some((wide) => wide === intent))
    .find(
      (narrowing) =>
        narrowing.latin.some((start) => latin.includes(` ${start}`)) ||
        narrowing.arabic.some((part) => arabic.includes(part)),
    )?.topic;
}
