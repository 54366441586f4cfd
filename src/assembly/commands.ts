import type { Clock } from "../core/clock.ts";
import { type Language, type Localized, languages } from "../core/language.ts";
import type { Calendars } from "../core/opening-hours/calendars.ts";
import type { Day } from "../core/opening-hours/evaluate/day.ts";
import type { Member } from "../core/staff/member.ts";
import type { Database } from "../database/client.ts";
import {
  type BroadcastsAdministration,
  createBroadcastsAdministration,
} from "../features/broadcasts/administration.ts";
import { type BroadcastStatus, createBroadcastsRepository } from "../features/broadcasts/repository.ts";
import { createFaceAdministration, type FaceAdministration } from "../features/face/administration.ts";
import { createFaceRepository } from "../features/face/repository.ts";
import { reasonOf } from "../features/hours/messages.ts";
import { createPlacesAdministration, type PlacesAdministration } from "../features/places/import.ts";
import { createPlacesRepository } from "../features/places/repository.ts";
import { type AskedUsername, askBotUsername } from "../features/posters/bot-username.ts";
import type { Posters } from "../features/posters/posters.ts";
import { createReports, type Reports } from "../features/reports/reports.ts";
import { createReportsRepository } from "../features/reports/repository.ts";
import {
  createScheduleChangesAdministration,
  type ScheduleChangesAdministration,
  type Told,
} from "../features/schedule-changes/administration.ts";
import { createScheduleChangesRepository } from "../features/schedule-changes/repository.ts";
import { createAuditRepository } from "../features/staff/audit/repository.ts";
import { codedChat } from "../features/staff/members.ts";
import { createStaffRepository, type Invited } from "../features/staff/repository.ts";
import { commandLine, createTeam } from "../features/staff/team.ts";
import { createWords } from "../i18n/translate.ts";
import { openAnnouncing } from "./broadcasts.ts";
import { staffKeys, timeZone } from "./foundation.ts";
import { openVisits } from "./reports.ts";

/** The assembly for the command line: the same features, without a bot around them. */

/** Places for the command line and the first run, without a bot around them. */
export function administerPlaces(database: Database, clock: Clock): PlacesAdministration {
  const today = () => clock().toZonedDateTimeISO(timeZone).toPlainDate();
  return createPlacesAdministration(database, createPlacesRepository(database), today);
}

/** Schedule changes for the command line. */
export function administerScheduleChanges(
  database: Database,
  clock: Clock,
  calendars: Calendars,
): ScheduleChangesAdministration {
  const places = createPlacesRepository(database);
  return createScheduleChangesAdministration({
    database,
    repository: createScheduleChangesRepository(),
    readPlaces: async () => (await places.readAll()).places,
    telling: openAnnouncing(createBroadcastsRepository(database), createWords(), calendars),
    now: clock,
  });
}

export type { BroadcastStatus, Told };

/** What parents are told, for the command line. */
export function administerBroadcasts(database: Database, clock: Clock, calendars: Calendars): BroadcastsAdministration {
  const places = createPlacesRepository(database);
  const repository = createBroadcastsRepository(database);
  return createBroadcastsAdministration({
    database,
    repository,
    announcing: openAnnouncing(repository, createWords(), calendars),
    readPlaces: async () => (await places.readAll()).places,
    now: clock,
  });
}

/** Photos of doors and spoken welcomes, for the command line. */
export function administerFaces(database: Database): FaceAdministration {
  const places = createPlacesRepository(database);
  return createFaceAdministration(
    database,
    createFaceRepository(database),
    async () => (await places.readAll()).places,
  );
}

/** Why a day is not as usual, in every language, for the command line. */
export function explainDays(): (day: Omit<Day, "date">) => Localized | null {
  const wordsIn = createWords();
  return (day) => {
    const [nl, fr, ar] = languages.map((language) => reasonOf(wordsIn(language), day));
    return nl === undefined || fr === undefined || ar === undefined ? null : { nl, fr, ar };
  };
}

/** Posters for the command line. Loaded when one is drawn: the bot's memory has no room for fonts, pictures and PDF. */
export async function openPosters(calendars: Calendars): Promise<Posters> {
  const { createPosters } = await import("../features/posters/posters.ts");
  return createPosters(calendars, createWords());
}

/** Reports of what parents tapped and the team counted. What draws is loaded when a picture is asked for. */
export function openReports(database: Database, calendars: Calendars, clock: Clock): Reports {
  return createReports(createReportsRepository(database), createWords(), openVisits(database, calendars, clock));
}

/** The team for the command line and the playground's first run, without a bot around it. */
export interface TeamAdministration {
  readonly all: () => Promise<readonly Member[]>;
  /** @returns the argument of the link that makes somebody a member */
  readonly invite: (invited: Invited, now: Temporal.Instant) => Promise<string>;
  /** @returns whether there was somebody of that name */
  readonly remove: (name: string, now: Temporal.Instant) => Promise<boolean>;
}

export function administerTeam(database: Database): TeamAdministration {
  const repository = createStaffRepository(database);
  const { inTransaction } = database;
  const audit = createAuditRepository(database);
  const team = createTeam({ inTransaction, repository, audit, keys: undefined, allPlaces: () => [], timeZone });
  return {
    all: () => repository.readAll(),
    invite: async (invited, now) =>
      `i_${await inTransaction((transaction) => team.invite(transaction, commandLine, invited, now))}`,
    remove: team.removeNamed,
  };
}

/** How Telegram calls the bot with this token. */
export function askUsername(token: string, apiRoot: string): Promise<AskedUsername> {
  return askBotUsername(token, apiRoot);
}

/** Makes whoever writes in this chat a coordinator of every place, unless she belongs to the team already. */
export async function welcomeCoordinator(
  database: Database,
  secretKey: Uint8Array,
  chatId: number,
  { name, language }: { readonly name: string; readonly language: Language },
  now: Temporal.Instant,
): Promise<void> {
  const repository = createStaffRepository(database);
  const keys = staffKeys(secretKey);
  const { code } = codedChat(keys, chatId);
  if ((await repository.readAll()).some((member) => member.code === code)) {
    return;
  }
  const { inTransaction } = database;
  const audit = createAuditRepository(database);
  const team = createTeam({ inTransaction, repository, audit, keys, allPlaces: () => [], timeZone });
  const invited = { name, role: "coordinator", places: null } as const;
  const secret = await inTransaction((transaction) => team.invite(transaction, commandLine, invited, now));
  await team.join(chatId, secret, language, now);
}
