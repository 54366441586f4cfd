import type { ChangeReason } from "../opening-hours/schedule.ts";

/** What a change does to a day, as the team says it. */
export const shapes = ["closed", "later", "earlier", "hours", "extra"] as const;

export type Shape = (typeof shapes)[number];

/** Words of the three languages, the narrower ones first: "later open" is no other hours. */
const shapeWords: readonly (readonly [Shape, RegExp])[] = [
  [
    "closed",
    /(?<!\p{L})(?:gesloten|dicht|toe|sluit(?:en|ing)?|ferm[ée]e?s?|fermeture|fermer|مغلق|مسدود|سد|إغلاق|اغلاق|نغلق)(?!\p{L})/iu,
  ],
  ["extra", /(?<!\p{L})(?:extra|en plus|suppl[ée]mentaires?|إضافي[ةه]?|اضافي[ةه]?)(?!\p{L})/iu],
  [
    "later",
    /(?<!\p{L})(?:later|vanaf|pas open|plus tard|à partir de|a partir de|dès|متأخر[اًة]*|ابتداء|ابتداءً)(?!\p{L})/iu,
  ],
  ["earlier", /(?<!\p{L})(?:vroeger|plus tôt|plus tot|أبكر|ابكر|مبكر[اًة]*)(?!\p{L})/iu],
];

const reasonWords: readonly (readonly [ChangeReason, RegExp])[] = [
  ["illness", /(?<!\p{L})(?:ziek\p{L}*|malad\p{L}*|مرض|مريض[ةه]?)(?!\p{L})/iu],
  ["training", /(?<!\p{L})(?:vorming|opleiding|studiedag|bijscholing|formation|تكوين|تدريب)(?!\p{L})/iu],
  ["holiday", /(?<!\p{L})(?:vakantie|verlof|feestdag|brugdag|vacances|congés?|férié|pont|عطلة|إجازة)(?!\p{L})/iu],
  ["works", /(?<!\p{L})(?:werken|werf|verbouwing\p{L}*|travaux|chantier|أشغال|اشغال)(?!\p{L})/iu],
  [
    "weather",
    /(?<!\p{L})(?:slecht weer|storm|sneeuw|ijzel|hitte|météo|meteo|neige|tempête|verglas|canicule|طقس|ثلج|عاصفة)(?!\p{L})/iu,
  ],
  ["strike", /(?<!\p{L})(?:staking(?:en)?|grèves?|greves?|إضراب|اضراب)(?!\p{L})/iu],
  ["full", /(?<!\p{L})(?:vol|volzet|complet|ممتلئ)(?!\p{L})/iu],
  ["other", /(?<!\p{L})(?:andere reden|autre raison|autre|سبب آخر)(?!\p{L})/iu],
];

/** What a typed line says is to change; null where it does not say. */
export function shapeIn(text: string): Shape | null {
  return shapeWords.find(([, words]) => words.test(text.normalize("NFC")))?.[0] ?? null;
}

/** The reason that a typed line gives; null where it gives none. */
export function reasonIn(text: string): ChangeReason | null {
  return reasonWords.find(([, words]) => words.test(text.normalize("NFC")))?.[0] ?? null;
}
