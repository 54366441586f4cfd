import { isLanguage, type Language } from "../core/language.ts";

/** The language of an IETF tag as Telegram sends it (`fr`, `nl-BE`, `ar`), where the bot speaks it. */
export function speaksFrom(tag: string | undefined): Language | undefined {
  const base = tag?.toLowerCase().split("-")[0];
  return isLanguage(base) ? base : undefined;
}
