import type { Hono } from "hono";
import type { Clock } from "../core/clock.ts";
import type { HelpLine } from "../core/help-lines/help-line.ts";
import type { Language } from "../core/language.ts";
import type { Calendars } from "../core/opening-hours/calendars.ts";
import type { Database } from "../database/client.ts";
import type { Receiving } from "../telegram/receiving.ts";

export interface Log {
  info(message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface AppParts {
  readonly database: Database;
  readonly calendars: Calendars;
  readonly helpLines: readonly HelpLine[];
  readonly clock: Clock;
  readonly log: Log;
  /** 32 bytes. */
  readonly secretKey: Uint8Array;
  readonly token: string;
  readonly apiRoot: string;
  /** Absent: long polling. */
  readonly webhookUrl: string | undefined;
  readonly fallbackLanguage: Language;
  /** Milliseconds between two looks whether a new day began; absent: minutes. */
  readonly newDayEvery?: number;
}

export interface App {
  /** Health, and the webhook where there is one. */
  readonly routes: Hono;
  /**
   * Introduces the bot to Telegram and begins to answer.
   *
   * @throws Problem where Telegram refuses the token
   */
  start(signal: AbortSignal): Promise<RunningApp>;
}

export interface RunningApp extends Receiving {
  /** The bot's user name at Telegram. */
  readonly username: string;
}
