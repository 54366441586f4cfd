import { plainDate } from "../day-number.ts";

/**
 * Between instants and the wall clock of a place, mostly by arithmetic: a time zone keeps one offset for months, and
 * only around its changes is `Temporal` asked. A wall time that does not exist (the night in March) is moved forward, one that
 * exists twice (the night in October) is the first of the two, as `Temporal`'s "compatible" does.
 */
export interface WallTime {
  /** As in `day-number.ts` */
  readonly day: number;
  /** Minutes since midnight on the clock, with fraction */
  readonly minute: number;
}

/** A stretch of time with one offset; all in milliseconds, `from` included and `to` not. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

const minuteLength = 60_000;
const dayLength = 86_400_000;

export interface WallClock {
  readonly at: (epochMilliseconds: number) => WallTime;
  /** Epoch milliseconds of a minute of a day; from 1440 on, of the days after. */
  readonly instantOf: (day: number, minute: number) => number;
  readonly zoned: (epochMilliseconds: number) => Temporal.ZonedDateTime;
}

const clocks = new Map<string, WallClock>();

/** @param timeZone IANA name; throws a RangeError when it is not one */
export function wallClockOf(timeZone: string): WallClock {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = createWallClock(timeZone);
  clocks.set(timeZone, clock);
  return clock;
}

function createWallClock(timeZone: string): WallClock {
  const stretches: Stretch[] = [];
  let current = stretchAround(0, timeZone);

  const stretchAt = (epoch: number): Stretch => {
    const contains = ({ from, to }: Stretch) => epoch >= from && epoch < to;
    if (contains(current)) return current;
    const known = stretches.find(contains);
    current = known ?? stretchAround(epoch, timeZone);
    if (!known) stretches.push(current);
    return current;
  };

  return {
    at: (epoch) => {
      const local = epoch + stretchAt(epoch).offset;
      const day = Math.floor(local / dayLength);
      return { day, minute: (local - day * dayLength) / minuteLength };
    },
    instantOf: (day, minute) => {
      const local = day * dayLength + minute * minuteLength;
      const { from, to, offset } = stretchAt(local - current.offset);
      const epoch = local - offset;
      const isFarFromChange = epoch - from > dayLength && to - epoch > dayLength;
      return isFarFromChange ? epoch : exactInstant(day, minute, timeZone);
    },
    zoned: (epoch) => Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(timeZone),
  };
}

function stretchAround(epoch: number, timeZone: string): Stretch {
  const moment = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(timeZone);
  const from = moment.add({ nanoseconds: 1 }).getTimeZoneTransition("previous");
  const to = moment.getTimeZoneTransition("next");
  return {
    from: from?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: to?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: moment.offsetNanoseconds / 1_000_000,
  };
}

function exactInstant(day: number, minute: number, timeZone: string): number {
  const date = plainDate(day + Math.floor(minute / 1440));
  const time = Temporal.PlainTime.from({ hour: Math.floor((minute % 1440) / 60), minute: minute % 60 });
  return date.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;
}
