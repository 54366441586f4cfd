/** Nobody is woken: from nine in the evening to seven in the morning, where the place is. */
const begin = Temporal.PlainTime.from("21:00");
const end = Temporal.PlainTime.from("07:00");

/** Who is on her way, or at the door, is told at any hour. */
const onHerWay = Temporal.Duration.from({ hours: 2 });

/**
 * When a message may go out: now by day; by night at seven in the morning. Where an opening that it concerns is less than two hours
 * away it goes at once, and where that opening begins before seven, two hours ahead of it.
 *
 * @param opening the first that is concerned and is not over; null where none is
 */
export function mayGoOut(now: Temporal.Instant, opening: Temporal.Instant | null, timeZone: string): Temporal.Instant {
  const here = now.toZonedDateTimeISO(timeZone);
  const morning = endOfNight(here);
  if (morning === null) {
    return now;
  }
  const seven = morning.toInstant();
  if (opening === null || isBefore(opening.add(onHerWay), now)) {
    return seven;
  }
  const lead = opening.subtract(onHerWay);
  if (isBefore(lead, now)) {
    return now;
  }
  return isBefore(seven, opening) ? seven : lead;
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}

/** Null by day. */
function endOfNight(here: Temporal.ZonedDateTime): Temporal.ZonedDateTime | null {
  const time = here.toPlainTime();
  if (Temporal.PlainTime.compare(time, end) < 0) {
    return here.withPlainTime(end);
  }
  return Temporal.PlainTime.compare(time, begin) < 0 ? null : here.add({ days: 1 }).withPlainTime(end);
}
