import type { Language } from "../../language.ts";
import type { Holiday } from "../expression.ts";

/** What a word in typed hours stands for. */
export type Meaning =
  /** Monday is 0. */
  | { readonly kind: "day"; readonly weekday: number }
  /** `elke dag`, `weekend`. */
  | { readonly kind: "days"; readonly from: number; readonly to: number }
  /** -1 is the last of the month. `after`: it stands behind its weekday, as in Arabic. */
  | { readonly kind: "ordinal"; readonly nth: number; readonly stands: "before" | "after" }
  /** 1 to 12. */
  | { readonly kind: "month"; readonly month: number }
  | { readonly kind: "holiday"; readonly holiday: Holiday }
  | { readonly kind: "parity"; readonly parity: "even" | "odd" }
  | { readonly kind: "part"; readonly part: "morning" | "afternoon" }
  | { readonly kind: "time"; readonly minutes: number }
  /** `half 10`, and `9 heures et demie`. */
  | { readonly kind: "half-before" | "half-after" }
  | { readonly kind: "off" | "open" | "except" | "also" | "but" }
  | { readonly kind: "to" | "and" | "between" | "since" | "during" | "filler" };

/** Words as `fold` leaves them; those that stand together are joined by a space. */
type Words = Readonly<Record<string, Meaning>>;

const all = (meaning: Meaning, phrases: string): [string, Meaning][] =>
  phrases.split(/\s*,\s*|\n\s*/).flatMap((phrase) => (phrase.trim() === "" ? [] : [[phrase.trim(), meaning]]));

const day = (weekday: number, phrases: string) => all({ kind: "day", weekday }, phrases);
const month = (number: number, phrases: string) => all({ kind: "month", month: number }, phrases);
const nth = (number: number, before: string, after = "") => [
  ...all({ kind: "ordinal", nth: number, stands: "before" }, before),
  ...all({ kind: "ordinal", nth: number, stands: "after" }, after),
];

/** An Arabic noun with its article and without. */
const withArticle = (words: string) => `${words}, ${words.replace(/[^\s,]+/g, (word) => `ال${word}`)}`;

const wordsOfDays = [
  ...day(0, "maandag, maandags, maandagen, maa, lundi, lundis, lun, lu, lundy"),
  ...day(1, "dinsdag, dinsdags, dinsdagen, din, mardi, mardis, mar"),
  ...day(2, "woensdag, woensdags, woensdagen, woe, wo, mercredi, mercredis, mer, me"),
  ...day(3, "donderdag, donderdags, donderdagen, don, do, jeudi, jeudis, jeu, je"),
  ...day(4, "vrijdag, vrijdags, vrijdagen, vrij, vr, vendredi, vendredis, ven, ve"),
  ...day(5, "zaterdag, zaterdags, zaterdagen, zat, za, samedi, samedis, sam, sa"),
  ...day(6, "zondag, zondags, zondagen, zon, zo, dimanche, dimanches, dim"),
  ...day(0, withArticle("اثنين, اتنين, تنين, إثنين".replaceAll("إ", "ا"))),
  ...day(1, withArticle("ثلاثاء, ثلاثا, تلاتاء, تلاتا, ثلثاء")),
  ...day(2, withArticle("اربعاء, اربعا, اربع")),
  ...day(3, withArticle("خميس")),
  ...day(4, withArticle("جمعه")),
  ...day(5, withArticle("سبت")),
  ...day(6, withArticle("احد, حد")),
  ...all(
    { kind: "days", from: 0, to: 6 },
    `elke dag, iedere dag, alle dagen, dagelijks, elke dag van de week, alle dagen van de week, 7 dagen op 7, 7 op 7, heel de week,
     tous les jours, tout les jours, tou les jours, touts les jours, chaque jour, tlj, 7 jours sur 7, toute la semaine,
     كل يوم, كل الايام, جميع الايام, يوميا, طوال الاسبوع, كل ايام الاسبوع`,
  ),
  ...all(
    { kind: "days", from: 0, to: 4 },
    `weekdagen, werkdagen, in de week, op weekdagen, elke weekdag, elke werkdag,
     en semaine, jours ouvrables, les jours ouvrables, jours de semaine, ايام العمل`,
  ),
  ...all({ kind: "days", from: 5, to: 6 }, "weekend, weekends, week end, week ends, عطله نهايه الاسبوع, نهايه الاسبوع"),
];

const wordsOfDates = [
  ...nth(1, "eerste, eerst, premier, premiere, premiers, اول, اولى", "الاول, الاولى, الاولي"),
  ...nth(2, "tweede, tweeds, deuxieme, deuxiemes, second, seconde, ثاني, تاني", "الثاني, الثانيه, التاني"),
  ...nth(3, "derde, troisieme, troisiemes, ثالث, تالت", "الثالث, الثالثه, التالت"),
  ...nth(4, "vierde, quatrieme, quatriemes, رابع", "الرابع, الرابعه"),
  ...nth(5, "vijfde, cinquieme, cinquiemes, خامس", "الخامس, الخامسه"),
  ...nth(-1, "laatste, dernier, derniere, derniers, اخر", "الاخير, الاخيره"),
  ...month(1, "januari, janvier, janv, jan, يناير, جانفي, كانون الثاني"),
  ...month(2, "februari, fevrier, fev, feb, فبراير, شباط"),
  ...month(3, "maart, mrt, mars, مارس, اذار"),
  ...month(4, "april, avril, avr, apr, ابريل, نيسان"),
  ...month(5, "mei, mai, ماي, مايو, ايار"),
  ...month(6, "juni, juin, jun, يونيو, يونيه, حزيران"),
  ...month(7, "juli, juillet, juil, jul, يوليو, يوليوز, تموز"),
  ...month(8, "augustus, aout, aug, اغسطس, غشت, اب"),
  ...month(9, "september, septembre, sept, sep, سبتمبر, شتنبر, ايلول"),
  ...month(10, "oktober, octobre, okt, oct, اكتوبر, تشرين الاول"),
  ...month(11, "november, novembre, nov, نوفمبر, نونبر, تشرين الثاني"),
  ...month(12, "december, decembre, dec, ديسمبر, دجنبر, كانون الاول"),
  ...all(
    { kind: "holiday", holiday: "PH" },
    `feestdag, feestdagen, wettelijke feestdagen, officiele feestdagen, feestd,
     jour ferie, jours feries, les feries, feries, ferie, fete legale, fetes legales,
     العطل الرسميه, العطله الرسميه, ايام العطل الرسميه, ايام العطل, يوم عطله رسميه, عطله رسميه, عطل رسميه, الاعياد, ايام الاعياد`,
  ),
  ...all(
    { kind: "holiday", holiday: "SH" },
    `schoolvakantie, schoolvakanties, school vakantie, school vakanties, vakantie, vakanties, schoolverlof, verlof, schoolvrije dagen,
     vacances scolaires, vacance scolaire, vacances, vacance, conges scolaires, conge scolaire, conges,
     العطله المدرسيه, العطل المدرسيه, عطله المدرسه, عطله المدارس, عطل المدارس, عطله مدرسيه, عطل مدرسيه, العطله, العطل`,
  ),
  ...all(
    { kind: "parity", parity: "even" },
    `even weken, even week, pare weken, pare week, in even weken, semaines paires, semaine paire, sem paires,
     الاسابيع الزوجيه, الاسبوع الزوجي, اسابيع زوجيه`,
  ),
  ...all(
    { kind: "parity", parity: "odd" },
    `oneven weken, oneven week, onpare weken, onpare week, semaines impaires, semaine impaire, sem impaires,
     الاسابيع الفرديه, الاسبوع الفردي, اسابيع فرديه`,
  ),
];

const wordsOfTimes = [
  ...all({ kind: "time", minutes: 720 }, "midi"),
  ...all({ kind: "time", minutes: 1440 }, "middernacht, minuit, منتصف الليل"),
  ...all({ kind: "half-before" }, "half"),
  ...all({ kind: "half-after" }, "et demie, et demi, ونصف, و نصف, والنصف, و النصف"),
  ...all(
    { kind: "part", part: "morning" },
    "voormiddag, voormiddags, ochtend, ochtends, morgens, vm, matin, matinee, matins, du matin, am, صباحا, الصباح, صباح, ص",
  ),
  ...all(
    { kind: "part", part: "afternoon" },
    `namiddag, namiddags, middag, middags, nm, avond, avonds, apres midi, apres midis, aprem, du soir, soir, pm,
     مساء, المساء, بعد الظهر, ظهرا, عصرا, العصر, م`,
  ),
];

const wordsOfSentences = [
  ...all(
    { kind: "off" },
    `gesloten, geslote, dicht, toe, sluiten, sluit, wij sluiten, ferme, fermee, fermes, fermees, fermer, fermeture, fermons,
     مغلق, مغلقه, مغلقون, نغلق, مسدود, اغلاق, سد`,
  ),
  ...all(
    { kind: "open" },
    `open, geopend, opent, openingsuren, openingsuur, ouvert, ouverte, ouverts, ouverture, ouvrons, heures d ouverture, horaire, horaires,
     مفتوح, مفتوحه, نفتح, الفتح, اوقات الفتح, نفتحو, محلول`,
  ),
  ...all(
    { kind: "except" },
    "behalve, uitgezonderd, tenzij, niet, zonder, sauf, excepte, hormis, sauf que, pas, ما عدا, ماعدا, باستثناء, الا, ليس",
  ),
  ...all({ kind: "also" }, "ook, extra, aussi, egalement, en plus, meme, ايضا, كذلك, كمان"),
  ...all({ kind: "but" }, "maar, mais, لكن, ولكن"),
  ...all({ kind: "to" }, "tot, tot en met, tot aan, tem, tm, au, a, jusque, jusqu a, jusqu au, الى, الي, حتى, حتي, ل"),
  ...all({ kind: "and" }, "en, et, و, plus, ou, of, او"),
  ...all({ kind: "between" }, "tussen, entre, بين, ما بين"),
  ...all({ kind: "since" }, "vanaf, a partir de, a partir du, des, depuis, ابتداء من, انطلاقا من"),
  ...all({ kind: "during" }, "in, tijdens, gedurende, pendant, durant, lors, في, خلال, اثناء"),
  ...all(
    { kind: "filler" },
    `op, van, de, het, om, uur, uren, u, is, zijn, wij, we, elke, iedere, ieder, elk, alle, telkens, altijd, s, dan, wel, dag, dagen,
     van de maand, van elke maand, van iedere maand, vd maand, v d maand, per maand, elke maand, iedere maand, de maand, maand,
     le, la, les, l, du, de la, aux, d, chaque, tous, tous les, toutes, est, nous, sommes, on, heure, heures, h, jour, jours, toujours,
     du mois, de chaque mois, du mois de, au mois de, par mois, mois, chaque mois, c est, au mois d,
     يوم, ايام, يومي, كل, من, الساعه, ساعه, على, علي, عند, نحن, المكان, الاوقات,
     من الشهر, من كل شهر, في الشهر, كل شهر, من شهر, شهر, الشهر`,
  ),
];

export const lexicon: ReadonlyMap<string, Meaning> = new Map([
  ...wordsOfDays,
  ...wordsOfDates,
  ...wordsOfTimes,
  ...wordsOfSentences,
]);

export const mostWords = Math.max(...[...lexicon.keys()].map((phrase) => phrase.split(" ").length));

/** Short words that mean one thing in Dutch and another in French: `ma` is Monday, or mardi. */
export const shortIn: Readonly<Record<Exclude<Language, "ar">, Words>> = {
  nl: {
    ma: { kind: "day", weekday: 0 },
    di: { kind: "day", weekday: 1 },
    des: { kind: "filler" },
  },
  fr: {
    ma: { kind: "day", weekday: 1 },
    di: { kind: "day", weekday: 6 },
    // `en juillet`, not `and`.
    en: { kind: "during" },
  },
};

/** Words by which one knows in which of the two languages somebody wrote. */
export const tellingWords: Readonly<Record<Exclude<Language, "ar">, ReadonlySet<string>>> = {
  nl: new Set(
    `wo do vr za zo woe don zat zon en van tot maandag dinsdag woensdag donderdag vrijdag zaterdag zondag elke iedere alle behalve gesloten dicht
     feestdagen schoolvakantie schoolvakanties vakantie eerste tweede derde vierde laatste maand weken op in u`.split(
      /\s+/,
    ),
  ),
  fr: new Set(
    `lu me je ve sa lun mar mer jeu ven sam dim et du le les au aux lundi mardi mercredi jeudi vendredi samedi dimanche tous chaque sauf ferme
     feries vacances premier deuxieme troisieme dernier mois semaines h de`.split(/\s+/),
  ),
};
