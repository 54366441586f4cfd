import type { Language } from "../../core/language.ts";
import type { Calendars } from "../../core/opening-hours/calendars.ts";
import type { Place, PlaceDirectory } from "../../core/places/place.ts";
import type { EmergencyKind } from "../../core/questions/intent.ts";
import { type Understood, understand } from "../../core/questions/understand.ts";
import { type DateAsked, readWhen } from "../../core/questions/when/read-when.ts";
import type { Card } from "../../telegram/answer.ts";
import type { Feature, InlineQuestion, Request } from "../../telegram/feature.ts";
import { cardOf, cardsOf, type HoursCard, isStillOpen } from "./cards.ts";
import { type HoursWords, hoursCard } from "./messages.ts";

/** Who cries for help: in danger, or at the end of her strength. */
export type Cry = EmergencyKind | "despair";

export interface SharingParts {
  readonly directory: PlaceDirectory;
  readonly calendars: Calendars;
  /** Where "today" is decided, for all places alike. */
  readonly timeZone: string;
  readonly fallbackLanguage: Language;
  readonly hours: HoursWords;
  /** The number to call. @param sure whether the language of the cry is known */
  readonly cardForCry: (request: Request, cry: Cry, sure: boolean) => Card;
  /** Opens the bot at a place; it changes nothing there. */
  readonly linkTo: (place: Place) => string;
}

/** Telegram takes 50 results; nobody reads so many. */
const mostCards = 20;

/** Inline mode: somebody types the bot's name and a question in any chat, and chooses a card to send there. */
export function createSharingFeature(parts: SharingParts): Feature {
  const { directory, calendars, timeZone, fallbackLanguage, hours } = parts;

  function read(query: string, now: Temporal.Instant): InlineQuestion {
    const here = now.toZonedDateTimeISO(timeZone);
    const question = understand(query, { now: here, calendars, places: directory.all(), fallbackLanguage });
    // Whatever is typed here asks for hours, also a name and a day without a verb.
    const { date } = readWhen(query, here, calendars, { language: question.language });
    const cry = cryIn(question);
    return {
      language: question.languageSure && isTelling(question, date) ? question.language : undefined,
      isInNeed: cry !== null,
      answer(request) {
        const cards = chooseCards(request, date, question.place).map((card) =>
          hoursCard(request.words, card, hours, parts.linkTo(card.place)),
        );
        return [...(cry === null ? [] : [parts.cardForCry(request, cry, question.languageSure)]), ...cards];
      },
    };
  }

  /** The place that is named; else the chosen one before all others. */
  function chooseCards(
    { chosenPlace, now }: Request,
    asked: DateAsked | null,
    named: number | null,
  ): readonly HoursCard[] {
    const all = directory.all();
    const own = named ?? (all.length === 1 ? all[0]?.number : chosenPlace);
    const place = own === undefined ? undefined : directory.byNumber(own);
    const first = place === undefined ? [] : cardsOf(place, asked, now, calendars);
    const others = named === null ? all.filter(({ number }) => number !== place?.number) : [];
    const cards = others.map((other) => cardOf(other, asked, now, calendars));
    const openFirst = cards.toSorted((a, b) => Number(isStillOpen(b)) - Number(isStillOpen(a)));
    return [...first, ...openFirst].slice(0, mostCards);
  }

  return { commands: [], taps: [], inline: { permission: "anyone", read } };
}

function cryIn({ intent, emergency, despair }: Understood): Cry | null {
  if (intent === "emergency") {
    return emergency ?? "unsure";
  }
  return despair ? "despair" : null;
}

/** Whether a text shows its writer's language: a place has a name in each, and half a word is in none. */
function isTelling(question: Understood, date: DateAsked | null): boolean {
  return date !== null || question.intent === "hours" || cryIn(question) !== null;
}
