import type { Language } from "../language.ts";

/** The words of one language, as `wordsOf` gives them. */
export interface Lexicon {
  readonly open: readonly string[];
  readonly today: readonly string[];
  readonly tomorrow: readonly string[];
  readonly week: readonly string[];
  /** From Monday to Sunday. */
  readonly weekdays: readonly (readonly string[])[];
  readonly where: readonly string[];
  readonly help: readonly string[];
  readonly greeting: readonly string[];
}

export const lexicons: Readonly<Record<Language, Lexicon>> = {
  nl: {
    open: ["open", "ope", "opn", "toe", "dicht", "gesloten", "openingsuren", "uren", "openingsuur"],
    today: ["vandaag", "vandaak", "vndg", "nu", "straks"],
    tomorrow: ["morgen", "mrgn"],
    week: ["week", "weekend"],
    weekdays: [
      ["maandag", "ma"],
      ["dinsdag", "di"],
      ["woensdag", "wo", "woe"],
      ["donderdag", "do"],
      ["vrijdag", "vr", "vrij"],
      ["zaterdag", "za", "zat"],
      ["zondag", "zo"],
    ],
    where: ["waar", "adres"],
    help: ["help", "hulp"],
    greeting: ["hallo", "hoi", "dag", "goeiemorgen", "goedemorgen", "goeiedag", "bedankt", "dank", "merci"],
  },
  fr: {
    open: [
      "ouvert",
      "ouverte",
      "ouverts",
      "ouvrez",
      "ouvre",
      "ouverture",
      "ferme",
      "fermee",
      "fermes",
      "horaire",
      "horaires",
      "heures",
    ],
    today: ["aujourdhui", "aujourd", "auj", "ajd", "ojd", "maintenant"],
    tomorrow: ["demain", "dmn"],
    week: ["semaine"],
    weekdays: [["lundi"], ["mardi"], ["mercredi"], ["jeudi"], ["vendredi"], ["samedi"], ["dimanche"]],
    where: ["ou", "adresse"],
    help: ["aide"],
    greeting: ["bonjour", "bonsoir", "salut", "coucou", "merci"],
  },
  ar: {
    open: [
      "مفتوح",
      "مفتوحه",
      "مفتوحين",
      "محلول",
      "محلوله",
      "محلولين",
      "حالين",
      "تفتح",
      "تفتحون",
      "كتحلو",
      "مغلق",
      "مسدود",
      "مسدودين",
      "اوقات",
    ],
    today: ["اليوم", "ليوم", "الان", "دابا", "هلق"],
    tomorrow: ["غدا", "غد", "غدوه", "بكرا", "بكره"],
    week: ["الاسبوع", "اسبوع", "السيمانه", "سيمانه"],
    weekdays: [
      ["الاثنين", "الاتنين", "التنين", "اثنين"],
      ["الثلاثاء", "التلات", "الثلاثا", "ثلاثاء"],
      ["الاربعاء", "الاربع", "لاربع", "اربعاء"],
      ["الخميس", "خميس"],
      ["الجمعه", "جمعه"],
      ["السبت", "سبت"],
      ["الاحد", "الحد", "احد"],
    ],
    where: ["اين", "فين", "وين", "العنوان", "عنوان"],
    help: ["مساعده", "عاونوني"],
    greeting: ["سلام", "السلام", "مرحبا", "اهلا", "شكرا"],
  },
};
