import { deriveKey } from "../database/keys.ts";
import { createAskedRepository } from "../features/logbook/asked/repository.ts";
import { createBoard } from "../features/logbook/board.ts";
import { createNoting } from "../features/logbook/conversation.ts";
import { createLogbookFeature } from "../features/logbook/handlers.ts";
import { createReminding } from "../features/logbook/reminding.ts";
import { createLogbookRepository } from "../features/logbook/repository.ts";
import { createVisits } from "../features/logbook/visits.ts";
import { createStaffRepository } from "../features/staff/repository.ts";
import type { Button } from "../telegram/answer.ts";
import { createButtonSigner } from "../telegram/buttons.ts";
import type { Feature, MessageHandlers, Request } from "../telegram/feature.ts";
import { asMember } from "../telegram/permission.ts";
import { createTelling } from "../telegram/telling.ts";
import type { Foundation } from "./foundation.ts";
import type { AppParts } from "./parts.ts";
import { createChatReports } from "./reports.ts";

export interface Logbook {
  readonly features: readonly Feature[];
  /** Where it begins, as buttons of the team's first screen. */
  readonly links: (request: Request) => readonly Button[];
  /** Numbers that a member types while she counts are for the counts, and nobody else's messages are. */
  readonly beforeOthers: (messages: MessageHandlers) => MessageHandlers;
  /** Asks the team to count, once it has closed; to be done again and again. */
  readonly remind: (now: Temporal.Instant) => Promise<void>;
  /** Erases what has been kept for long enough. */
  readonly sweep: (now: Temporal.Instant) => Promise<void>;
}

/** Days for which it is known who was asked to count what: longer than anybody can count. */
const askedKept = 9;

/** What the team counts and writes of a day. */
export function createLogbook(
  { database, secretKey, calendars, token, apiRoot, clock }: AppParts,
  { directory, members, turns, timeZone, wordsIn, warn }: Foundation,
): Logbook {
  const repository = createLogbookRepository(database);
  const asked = createAskedRepository(database);
  const staff = createStaffRepository(database);
  const visits = createVisits(directory, calendars, timeZone);
  const telling = createTelling(token, apiRoot, createButtonSigner(deriveKey(secretKey, "buttons")));
  const { chatOf } = members;
  const onFailure = (cause: unknown) => warn(cause, "the team could not be shown what was counted");
  const common = { repository, asked, visits, chatOf, telling, wordsIn, onFailure };
  const board = createBoard({ ...common, memberOf: members.byCode, now: clock });
  const feature = createLogbookFeature({
    repository,
    asked,
    visits,
    board,
    conversations: createNoting({ repository, asked, visits, board }),
    directory,
    takeTurn: turns.take,
    setReminders: (transaction, { code }, reminders) => staff.change(transaction, code, { reminders }),
    refreshTeam: members.refresh,
    timeZone,
  });
  const reports = createChatReports({ database, calendars, clock }, { directory, timeZone, wordsIn });
  return {
    features: [feature, reports],
    links: (request) => [feature.homeLink(request), reports.link(request)],
    beforeOthers: (messages) => ({
      ...messages,
      text(text, now) {
        const typed = messages.text(text, now);
        return typed.isCryForHelp === true
          ? typed
          : {
              ...typed,
              answer: async (request) =>
                (await feature.answerTyped(asMember(unread(request), members.in, wordsIn), text)) ??
                typed.answer(request),
            };
      },
    }),
    remind: createReminding({ ...common, members: members.all, timeZone }),
    async sweep(now) {
      const today = now.toZonedDateTimeISO(timeZone).toPlainDate();
      await repository.sweep(today.subtract({ years: 1 }).toString());
      await asked.sweep(today.subtract({ days: askedKept }).toString());
    },
  };
}

/** Numbers have no language. */
const unread = (request: Request): Request =>
  request.languageSource === "typed" ? { ...request, languageSource: "telegram" } : request;
