import type { Language } from "../core/language.ts";

const firstStrongIsolate = "\u2068";
const popDirectionalIsolate = "\u2069";

/** Keeps a name, a time or a number from reordering the right-to-left sentence around it (UAX #9, isolates). */
export function isolate(language: Language, text: string): string {
  return language === "ar" ? `${firstStrongIsolate}${text}${popDirectionalIsolate}` : text;
}
