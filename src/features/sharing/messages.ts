import type { Day } from "../../core/opening-hours/evaluate/day.ts";
import type { Opening } from "../../core/opening-hours/evaluate/openings.ts";
import type { Place } from "../../core/places/place.ts";
import { dayAlone, intervals, listed as joined, longDate, shortDate } from "../../i18n/format.ts";
import type { Words } from "../../i18n/translate.ts";
import type { Card } from "../../telegram/answer.ts";
import { type DayCard, type HoursCard, isStillOpen, mayBeOpen, type SpanCard } from "./cards.ts";

/** What the hours feature says alike in a chat and on a card. All of it names dates, never "today". */
export interface HoursWords {
  /** One day as a line, in Telegram's HTML. */
  readonly line: (words: Words, day: Day) => string;
  /** When it opens after that. */
  readonly next: (words: Words, next: Opening | null) => string;
  /** Whom to ask where the hours are not sure. */
  readonly ask: (words: Words, place: Place) => string;
}

/**
 * A card lies in a family chat for days and is read by those who did not ask. So its text names the place and the date, is
 * never about "today", and ends where anyone can ask again. The title is only for whoever is choosing now.
 *
 * @param link where the bot answers about this place
 */
export function hoursCard(words: Words, card: HoursCard, hours: HoursWords, link: string): Card {
  const { title, description, text } =
    card.kind === "day" ? dayContent(words, card, hours) : spanContent(words, card, hours);
  const ask = `<a href="${link}">${words.html("sharing:ask")}</a>`;
  return { id: `${card.place.number}:${card.name}`, title, description, text: `${text}\n\n${ask}` };
}

type Content = Pick<Card, "title" | "description" | "text">;

function dayContent(words: Words, card: DayCard, hours: HoursWords): Content {
  const { place, day, today } = card;
  const name = place.name[words.language];
  const state = stateOf(words, day);
  const said = words.html("sharing:day", { place: name, date: longDate(words.language, day.date), state });
  return {
    title: words.plain("sharing:titleDay", { place: name, day: dayAlone(words, day.date, today) }),
    description: state,
    text: [said, ...afterDay(words, card, hours)].join(" "),
  };
}

function afterDay(words: Words, { place, day, isOver, next }: DayCard, hours: HoursWords): readonly string[] {
  switch (day.basis) {
    case "not-confirmed":
    case "unknown":
      return [hours.ask(words, place)];
    default:
      return day.open.length === 0 || isOver ? [hours.next(words, next)] : [];
  }
}

function stateOf(words: Words, day: Day): string {
  const reason = day.reason?.[words.language] ?? "";
  return words.plain(`sharing:state.${stateKey(day)}`, { hours: intervals(words, day.open), reason });
}

function stateKey({ basis, open, reason, change }: Day) {
  switch (basis) {
    case "not-confirmed":
      return open.length === 0 ? "notConfirmed" : "notConfirmedUsual";
    case "unknown":
      return reason === null ? "unknown" : "unknownBecause";
    default:
      return open.length === 0
        ? closedKey(reason !== null, change !== null)
        : openKey(reason !== null, change !== null);
  }
}

/** A change without a text is exceptional: its reason is for the team alone. */
function closedKey(hasReason: boolean, isChanged: boolean) {
  if (hasReason) {
    return "closedBecause";
  }
  return isChanged ? "closedByChange" : "closed";
}

function openKey(hasReason: boolean, isChanged: boolean) {
  if (!isChanged) {
    return "open";
  }
  return hasReason ? "otherHoursBecause" : "otherHours";
}

function spanContent(words: Words, card: SpanCard, hours: HoursWords): Content {
  const { place, listed, next } = card;
  const name = place.name[words.language];
  const lines = listed.map((day) => hours.line(words, day));
  const after = isStillOpen(card) ? [] : [hours.next(words, next)];
  const text = [spanHeadline(words, card, name), ...lines, ...after];
  return { title: spanTitle(words, card, name), description: spanPreview(words, card, hours), text: text.join("\n") };
}

function spanHeadline({ language, html }: Words, { from, to, listed, reasons }: SpanCard, place: string): string {
  const values = { place, from: longDate(language, from), to: longDate(language, to) };
  if (listed.length > 0) {
    return html("sharing:span", values);
  }
  const texts = reasons.map((reason) => reason[language]);
  return texts.length === 0
    ? html("sharing:spanClosed", values)
    : html("sharing:spanClosedBecause", { ...values, reason: joined(language, texts) });
}

function spanTitle({ language, plain }: Words, { from, to, isThisWeek }: SpanCard, place: string): string {
  return isThisWeek
    ? plain("sharing:titleThisWeek", { place })
    : plain("sharing:titleSpan", { place, from: shortDate(language, from), to: shortDate(language, to) });
}

/** The days that still come. */
function spanPreview(words: Words, { listed, today }: SpanCard, hours: HoursWords): string {
  const coming = listed.filter((day) => mayBeOpen(day) && Temporal.PlainDate.compare(day.date, today) >= 0);
  const lines = coming.map((day) => hours.line(plainly(words), day));
  return lines.length === 0 ? words.plain("sharing:state.closed") : lines.join(" · ");
}

/** Words for where Telegram shows no HTML. */
function plainly(words: Words): Words {
  return { ...words, html: words.plain };
}
