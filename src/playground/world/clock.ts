import type { Clock } from "../../core/clock.ts";
import type { ClockState } from "../protocol.ts";
import { Refusal } from "../refusal.ts";

/** The playground's time: real until it is set, then standing still at that instant. */
export interface SettableClock {
  readonly now: Clock;
  /** `2026-11-25T10:00` in the playground's time zone, or with an offset or zone of its own; null resumes real time. */
  set(now: string | null): void;
  state(): ClockState;
}

export function createSettableClock(timeZone: string, fixedNow?: Temporal.ZonedDateTime): SettableClock {
  let fixed = fixedNow?.toInstant() ?? null;
  const now: Clock = () => fixed ?? Temporal.Now.instant();
  return {
    now,
    set(text) {
      fixed = text === null ? null : parseInstant(text, timeZone);
    },
    state: () => ({ now: now().toZonedDateTimeISO(timeZone).toString(), fixed: fixed !== null }),
  };
}

/** Unix time in seconds, as in every `date` of the Bot API. */
export function unixSeconds(clock: Clock): number {
  return Math.floor(clock().epochMilliseconds / 1000);
}

function parseInstant(text: string, timeZone: string): Temporal.Instant {
  const readings = [
    () => Temporal.ZonedDateTime.from(text).toInstant(),
    () => Temporal.Instant.from(text),
    () => Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).toInstant(),
  ];
  for (const read of readings) {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  throw new Refusal(
    400,
    `"${text}" is not a time; expected one such as 2026-11-25T10:00 or 2026-11-25T10:00[Europe/Brussels].`,
  );
}
