import type { Localized } from "../../core/language.ts";
import type { Calendars } from "../../core/opening-hours/calendars.ts";
import { type Day, dayOf, daysOf } from "../../core/opening-hours/evaluate/day.ts";
import { nextOpening, type Opening } from "../../core/opening-hours/evaluate/openings.ts";
import type { Place } from "../../core/places/place.ts";
import type { DateAsked } from "../../core/questions/when/read-when.ts";

/** One day at one place. */
export interface DayCard {
  readonly kind: "day";
  /** Tells it from the other cards of the place. */
  readonly name: string;
  readonly place: Place;
  readonly day: Day;
  readonly today: Temporal.PlainDate;
  /** Today, after the last closing time. */
  readonly isOver: boolean;
  /** After that day or now, whichever is later. */
  readonly next: Opening | null;
}

/** Several days at one place. */
export interface SpanCard {
  readonly kind: "span";
  readonly name: string;
  readonly place: Place;
  readonly from: Temporal.PlainDate;
  /** Included. */
  readonly to: Temporal.PlainDate;
  /** Days that have a line: all of a week, of a longer span those that may be open. */
  readonly listed: readonly Day[];
  readonly today: Temporal.PlainDate;
  readonly isThisWeek: boolean;
  /** Why it is closed on the other days, each once. */
  readonly reasons: readonly Localized[];
  /** After the last of the days. */
  readonly next: Opening | null;
}

export type HoursCard = DayCard | SpanCard;

/** A day or days that still lie ahead. */
export type Ahead = Extract<DateAsked, { readonly kind: "day" | "span" }>;

/** Lines in one message. */
const mostLines = 14;

/** Days up to which the closed ones have a line too: a week is read as a table. */
const everyDayOf = 7;

/** What was asked about comes first; then today, tomorrow and this week. */
export function cardsOf(
  place: Place,
  asked: DateAsked | null,
  now: Temporal.Instant,
  calendars: Calendars,
): readonly HoursCard[] {
  const today = todayAt(place, now);
  const days = [aheadOf(asked, today), dayAhead(today), dayAhead(today.add({ days: 1 })), weekOf(today)];
  // A map keeps the first of two that are the same.
  const each = new Map(days.flatMap((ahead) => (ahead === null ? [] : [[nameOf(ahead), ahead] as const])));
  return [...each.values()].map((ahead) => cardFor(place, ahead, now, calendars));
}

/** The one card of a place among others; where nothing ahead was asked about, today's. */
export function cardOf(place: Place, asked: DateAsked | null, now: Temporal.Instant, calendars: Calendars): HoursCard {
  const today = todayAt(place, now);
  return cardFor(place, aheadOf(asked, today) ?? dayAhead(today), now, calendars);
}

/** Days that are over, or that no calendar has, are nothing to plan with. */
function aheadOf(asked: DateAsked | null, today: Temporal.PlainDate): Ahead | null {
  switch (asked?.kind) {
    case "day":
      return asked;
    case "span":
      // This week is shown whole, as a table of days; of anything else what is over is left out.
      return nameOf(asked) === nameOf(weekOf(today)) ? asked : restOf(asked, today);
    default:
      return null;
  }
}

function restOf(span: Extract<Ahead, { kind: "span" }>, today: Temporal.PlainDate): Ahead {
  const from = Temporal.PlainDate.compare(span.from, today) < 0 ? today : span.from;
  return from.equals(span.to) ? dayAhead(from) : { ...span, from };
}

function dayAhead(date: Temporal.PlainDate): Ahead {
  return { kind: "day", date };
}

function weekOf(today: Temporal.PlainDate): Ahead {
  const monday = today.subtract({ days: today.dayOfWeek - 1 });
  return { kind: "span", from: monday, to: monday.add({ days: 6 }) };
}

function nameOf(ahead: Ahead): string {
  return ahead.kind === "day" ? ahead.date.toString() : `${ahead.from}/${ahead.to}`;
}

function todayAt({ schedule }: Place, now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(schedule.timeZone).toPlainDate();
}

function cardFor(place: Place, ahead: Ahead, now: Temporal.Instant, calendars: Calendars): HoursCard {
  return ahead.kind === "day" ? dayCard(place, ahead, now, calendars) : spanCard(place, ahead, now, calendars);
}

function dayCard(
  place: Place,
  ahead: Extract<Ahead, { kind: "day" }>,
  now: Temporal.Instant,
  calendars: Calendars,
): DayCard {
  const { schedule } = place;
  const here = now.toZonedDateTimeISO(schedule.timeZone);
  const today = here.toPlainDate();
  const day = dayOf(schedule, ahead.date, calendars);
  const isToday = day.date.equals(today);
  const isEnded = day.open.every(({ end }) => end <= here.hour * 60 + here.minute);
  return {
    kind: "day",
    name: nameOf(ahead),
    place,
    day,
    today,
    isOver: isToday && day.open.length > 0 && isEnded,
    next: nextOpening(schedule, isToday ? here : day.date.toZonedDateTime(schedule.timeZone), calendars),
  };
}

function spanCard(
  place: Place,
  ahead: Extract<Ahead, { kind: "span" }>,
  now: Temporal.Instant,
  calendars: Calendars,
): SpanCard {
  const today = todayAt(place, now);
  const all = daysOf(place.schedule, ahead.from, ahead.to, calendars);
  const lines = all.length > everyDayOf ? all.filter(mayBeOpen) : all;
  const listed = lines.slice(0, mostLines);
  // A card that has no room for the last days must not speak of them: it ends with its last line.
  const to = (lines.length > listed.length ? listed.at(-1)?.date : undefined) ?? ahead.to;
  const after = to.add({ days: 1 }).toZonedDateTime(place.schedule.timeZone);
  return {
    kind: "span",
    name: nameOf(ahead),
    place,
    from: ahead.from,
    to,
    listed,
    today,
    isThisWeek: nameOf(ahead) === nameOf(weekOf(today)),
    reasons: distinct(all.filter((day) => !listed.includes(day)).flatMap(({ reason }) => reason ?? [])),
    next: nextOpening(place.schedule, after, calendars),
  };
}

function distinct(reasons: readonly Localized[]): readonly Localized[] {
  return [...new Map(reasons.map((reason) => [reason.nl, reason])).values()];
}

/** Whether there is time to come in, for sure or perhaps. */
export function isStillOpen(card: HoursCard): boolean {
  return card.kind === "day" ? mayBeOpen(card.day) && !card.isOver : card.listed.some(mayBeOpen);
}

/** Whether somebody may stand before an open door on that day. */
export function mayBeOpen({ open, basis }: Day): boolean {
  return open.length > 0 || basis === "not-confirmed" || basis === "unknown";
}
