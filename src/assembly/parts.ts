import type { RequestListener } from "node:http";
import type { Clock } from "../core/clock.ts";
import type { HelpLine } from "../core/help-lines/help-line.ts";
import type { Language } from "../core/language.ts";
import type { Meter } from "../core/metering/meter.ts";
import type { Calendars } from "../core/opening-hours/calendars.ts";
import type { Database } from "../database/client.ts";
import type { Route } from "../http/routes.ts";
import type { ChatLimits } from "../telegram/chat-limits.ts";
import type { Feature } from "../telegram/feature.ts";
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
  /** Counts what the bot does; absent: nobody wants to know. */
  readonly meter?: Meter;
  /** 32 bytes. */
  readonly secretKey: Uint8Array;
  readonly token: string;
  readonly apiRoot: string;
  /** Absent: long polling. */
  readonly webhookUrl: string | undefined;
  readonly fallbackLanguage: Language;
  /** How much of one chat is answered; absent: what Telegram allows. */
  readonly chatLimits?: ChatLimits;
  /** Messages a second when parents are told something; absent: as many as Telegram sends for nothing. */
  readonly broadcastRate?: number;
  /** Milliseconds for which one process has the right to send, or to poll; absent: seconds. */
  readonly leaseLength?: number;
  /** Milliseconds before an update of which nobody could be told anything is tried again; absent: half a second. */
  readonly tryAgainAfter?: number;
  /** Milliseconds without success after which coordinators are told that a broadcast stalls; absent: minutes. */
  readonly stalledAfter?: number;
  /** Milliseconds between two drawings of the message that shows how telling parents goes; absent: seconds. */
  readonly progressEvery?: number;
  /** Milliseconds between two looks whether a new day began; absent: minutes. */
  readonly newDayEvery?: number;
  /** Says that the process is about to end. */
  readonly stopping?: AbortSignal;
  /** Chance, as so many bytes, for what is stored and for ballots; absent: the system's. Tests repeat a run with it. */
  readonly random?: (length: number) => Uint8Array;
}

export interface App {
  /** Health, and the webhook where there is one. */
  readonly routes: readonly Route[];
  /** Answers for them; @param otherwise who answers all else */
  readonly listener: (otherwise?: RequestListener) => RequestListener;
  /** What is missing, in one word; `ready` where nothing is. */
  readonly readiness: () => Promise<string>;
  /** Everything that the bot answers to. */
  readonly features: readonly Feature[];
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
