import { isWithin, type Member } from "../core/staff/member.ts";
import type { Announcing } from "../features/broadcasts/announcing.ts";
import { howToLink } from "../features/face/keeping/messages.ts";
import { dayRow } from "../features/hours/week/messages.ts";
import { createApplying } from "../features/schedule-changes/applying.ts";
import { createChanging } from "../features/schedule-changes/conversation.ts";
import { createScheduleChangesFeature } from "../features/schedule-changes/handlers.ts";
import { createReach } from "../features/schedule-changes/reach/repository.ts";
import { createScheduleChangesRepository } from "../features/schedule-changes/repository.ts";
import { createAuditRepository } from "../features/staff/audit/repository.ts";
import { createInviting } from "../features/staff/conversation.ts";
import { createStaffFeature, type StaffFeature } from "../features/staff/handlers.ts";
import { createStaffRepository } from "../features/staff/repository.ts";
import { createRememberedMember, type RememberedMember } from "../features/staff/stored/remembered.ts";
import { createStoredBeside } from "../features/staff/stored/repository.ts";
import { createTeam } from "../features/staff/team.ts";
import type { Answer, Told } from "../telegram/answer.ts";
import type { Feature } from "../telegram/feature.ts";
import { type Foundation, staffKeys } from "./foundation.ts";
import type { Logbook } from "./logbook.ts";
import type { AppParts } from "./parts.ts";
import { createPlaceEditing } from "./place-editing.ts";

/** What of the team is met where parents are answered. */
export interface TeamForParents extends Pick<StaffFeature, "answerInvitation"> {
  /** What is stored about members. */
  readonly remembered: RememberedMember;
}

/** What the team meets, and the work that it leaves for each new day. */
export interface StaffFeatures extends TeamForParents {
  readonly features: readonly Feature[];
  /** Erases what has been kept for long enough. */
  readonly sweep: (now: Temporal.Instant) => Promise<void>;
  /** The same for what is kept for hours: to be done again and again. */
  readonly sweepTurns: (now: Temporal.Instant) => Promise<void>;
}

/** @param botUsername known once the bot has been introduced to Telegram */
export function createStaffFeatures(
  { database, secretKey, calendars }: AppParts,
  { directory, members, turns, timeZone, wordsIn }: Foundation,
  botUsername: () => string,
  logbook: Logbook,
  announcing: Announcing,
): StaffFeatures {
  const repository = createStaffRepository(database);
  const audit = createAuditRepository(database);
  const team = createTeam({
    inTransaction: database.inTransaction,
    repository,
    audit,
    keys: staffKeys(secretKey),
    allPlaces: () => directory.all().map(({ number }) => number),
    timeZone,
  });
  const linkTo = (argument: string) => `https://t.me/${botUsername()}?start=${argument}`;

  /** The others of the team of these places, each told in her language. */
  function tellColleagues(me: Member, numbers: readonly number[], answer: (member: Member) => Answer): readonly Told[] {
    const colleagues = members
      .all()
      .filter(({ code, places }) => code !== me.code && numbers.some((number) => isWithin(places, number)));
    return colleagues.flatMap((member) => {
      const chat = members.chatOf(member);
      return chat === undefined ? [] : [{ chat, language: member.language, answer: answer(member) }];
    });
  }

  const applying = createApplying({
    repository: createScheduleChangesRepository(),
    telling: announcing,
    places: directory.all,
    audit: (transaction, now, by, place, entry) => audit.add(transaction, now, by, place, entry),
  });
  const changing = createChanging({
    places: directory.all,
    calendars,
    timeZone,
    wordsIn,
    dayRow,
    applying,
    refresh: directory.refresh,
    reach: createReach(database),
    tellColleagues,
  });
  const changes = createScheduleChangesFeature({
    applying,
    conversation: changing,
    takeTurn: turns.take,
    refresh: directory.refresh,
    places: directory.all,
    timeZone,
    wordsIn,
    tellColleagues,
  });
  const editing = createPlaceEditing({ database, calendars }, { directory, timeZone, wordsIn });
  const staff = createStaffFeature({
    members,
    repository,
    team,
    audit,
    takeTurn: turns.take,
    places: directory.all,
    wordsIn,
    inviting: createInviting({ team, places: directory.all, linkTo }),
    more: (request) => [
      changes.link(request),
      ...(request.staff?.role === "coordinator" ? [editing.link(request.words)] : []),
      ...logbook.links(request),
      howToLink(request.words),
    ],
  });

  return {
    features: [changes, editing, ...logbook.features, staff],
    answerInvitation: staff.answerInvitation,
    sweepTurns: turns.sweep,
    remembered: createRememberedMember({
      members,
      team,
      storedBeside: createStoredBeside(database),
      places: directory.all,
    }),
    async sweep(now) {
      await team.sweep(now);
      await logbook.sweep(now);
    },
  };
}
