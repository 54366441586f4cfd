import type { Calendars } from "../core/opening-hours/calendars.ts";
import { dayRow } from "../features/hours/week/messages.ts";
import { isAllowedText } from "../features/places/file-schema.ts";
import { askOrganisation, askPlaces } from "../features/setup/interview.ts";
import { sentence, writtenFile } from "../features/setup/messages.ts";
import { placesYaml } from "../features/setup/places-yaml.ts";
import { askLanguage, askYesOrNo } from "../features/setup/questions.ts";
import type { Talk } from "../features/setup/talk.ts";
import { askToken, type KnownToken } from "../features/setup/token.ts";
import { createWords, type Words } from "../i18n/translate.ts";
import { askTelegram } from "../telegram/examine.ts";
import { timeZone } from "./foundation.ts";

export type { Talk };

/** What is asked and said, step by step; what is written and stored is for the command to do. */
export interface Setup {
  /** Until Telegram knows one. @param present the one that is set already */
  token(present: string | undefined): Promise<KnownToken>;
  useFile(): Promise<boolean>;
  /** @returns a `places.yaml` */
  places(): Promise<string>;
  say(what: "welcome" | "keyMade" | "keyKept" | "link" | "start"): void;
  tell(file: string, how: "written" | "aside" | "poster" | "kept"): void;
}

/** Asks for the language first; everything after that is in it. */
export async function beginSetup(
  talk: Talk,
  { apiRoot, calendars, now }: { apiRoot: string; calendars: Calendars; now: Temporal.Instant },
): Promise<Setup> {
  const wordsIn = createWords();
  const words: Words = wordsIn(await askLanguage(wordsIn, talk));
  const parts = {
    words,
    talk,
    calendars,
    today: now.toZonedDateTimeISO(timeZone).toPlainDate(),
    timeZone,
    dayRow,
    isAllowed: isAllowedText,
  };
  return {
    token: (present) => askToken(words, talk, present, (token) => askTelegram(token, apiRoot)),
    useFile: () => askYesOrNo(words, talk, sentence(words, "useFile"), true),
    async places() {
      const organisation = await askOrganisation(parts);
      return placesYaml(organisation, await askPlaces(parts));
    },
    say: (what) => talk.say(sentence(words, what)),
    tell: (file, how) => talk.say(writtenFile(words, file, how)),
  };
}
