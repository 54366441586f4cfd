import { readCounts } from "../../core/logbook/counts.ts";
import { daysToCount } from "../../core/logbook/opening-times.ts";
import { questionOf } from "../../core/logbook/reflection.ts";
import type { PlaceDirectory } from "../../core/places/place.ts";
import { type Member, may } from "../../core/staff/member.ts";
import type { Transaction } from "../../database/client.ts";
import type { Answer, Button, Reply } from "../../telegram/answer.ts";
import { type Conversation, type Feature, onTap, type Request } from "../../telegram/feature.ts";
import { refused } from "../../telegram/permission.ts";
import type { TakeTurn, Turn } from "../../telegram/turn.ts";
import type { AskedRepository } from "./asked/repository.ts";
import type { Board } from "./board.ts";
import {
  countButton,
  type LogbookScreen,
  logbookButton,
  reflectionButton,
  remindersButton,
  typedButton,
  type VisitStep,
  visitsButton,
  visitsHomeButton,
} from "./buttons.ts";
import { timing, typing, writing } from "./conversation.ts";
import {
  askErase,
  cannotCount,
  done,
  erased,
  homeLink,
  later,
  logbookShown,
  type Opened,
  reflection,
  visitsHome,
  whichDay,
  whichLogbook,
  wrongEntry,
} from "./messages.ts";
import type { LogbookRepository, Noted, PlaceDay } from "./repository.ts";
import type { Visits } from "./visits.ts";

export interface LogbookParts {
  readonly repository: LogbookRepository;
  readonly asked: AskedRepository;
  readonly visits: Visits;
  readonly board: Board;
  readonly conversations: readonly Conversation[];
  readonly directory: PlaceDirectory;
  readonly takeTurn: TakeTurn;
  /** Keeps her wish, in a turn of hers. */
  readonly setReminders: (transaction: Transaction, member: Member, on: boolean) => Promise<void>;
  /** Reads the team anew. */
  readonly refreshTeam: () => Promise<void>;
  readonly timeZone: string;
}

export interface LogbookFeature extends Feature {
  readonly homeLink: (request: Request) => Button;
  /** Numbers that a member types while she has a day before her; null where it is anything else, or anybody else's. */
  readonly answerTyped: (request: Request, text: string) => Promise<Reply | null>;
}

/** Lines of the logbook in one message. */
const linesShown = 5;

export function createLogbookFeature(parts: LogbookParts): LogbookFeature {
  const { repository, asked, visits, board, directory, takeTurn } = parts;
  const noMember = (request: Request) => refused("staff", { ...request, staff: undefined });
  const todayOf = ({ now }: Request) => now.toZonedDateTimeISO(parts.timeZone).toPlainDate();

  /** One effect on one day, once, where she may. */
  async function inTurn(
    request: Request,
    of: PlaceDay,
    work: (turn: Turn, opened: Opened) => Promise<Reply>,
  ): Promise<Reply> {
    const reply = await takeTurn(request, async (turn): Promise<Reply> => {
      const why = visits.refusal(turn.member, of, request.now);
      const opened = visits.opened(of);
      return why !== null || opened === undefined
        ? { show: cannotCount(request.words, why ?? "notYours") }
        : work(turn, opened);
    });
    return reply ?? noMember(request);
  }

  const change = (request: Request, of: PlaceDay, effect: (transaction: Transaction) => Promise<Noted>) =>
    inTurn(request, of, async ({ transaction, isRepeated }, opened) => {
      const noted = isRepeated ? await repository.read(of) : await effect(transaction);
      return { show: board.panelFor(request, opened, noted) };
    });

  function answerStep(request: Request, { step, ...of }: VisitStep): Promise<Reply> | Reply {
    const { words } = request;
    switch (step) {
      case "show":
        return inTurn(request, of, async (_, opened) => ({
          show: board.panelFor(request, opened, await repository.read(of)),
        }));
      case "planned":
      case "shut":
        return change(request, of, (transaction) =>
          repository.set(transaction, of, { opened: step === "shut" ? [] : (visits.opened(of)?.planned ?? []) }),
        );
      case "later":
        return inTurn(request, of, async ({ transaction, member }, { date }) => {
          const again = todayOf(request).add({ days: 1 }).toString();
          const isLast = visits.isLastDay(date, request.now);
          if (!isLast) {
            await asked.putOff(transaction, { code: member.code, ...of }, again);
          }
          return { show: later(words, isLast ? null : date.add({ days: daysToCount })) };
        });
      case "done":
        return inTurn(request, of, async ({ transaction, member }, opened) => {
          await asked.showsNoMore(transaction, { code: member.code, ...of });
          return { show: done(words, opened) };
        });
      case "type":
        return beginning(request, of, typing);
      case "hours":
        return beginning(request, of, timing);
      case "write":
        return beginning(request, of, writing);
    }
  }

  /** Whether she may is looked at again at each step. */
  function beginning({ staff, words, now }: Request, of: PlaceDay, conversation: string): Reply {
    const why = staff === undefined ? "notYours" : visits.refusal(staff, of, now);
    return why === null ? { begin: { conversation, with: of } } : { show: cannotCount(words, why) };
  }

  function answerHome({ words, staff, now }: Request, member = staff): Answer {
    return member === undefined
      ? cannotCount(words, "notYours")
      : visitsHome(words, visits.recent(member, now), member.reminders);
  }

  async function setReminders(request: Request, on: boolean): Promise<Reply> {
    const member = await takeTurn(request, async ({ transaction, member: me }) => {
      await parts.setReminders(transaction, me, on);
      return me;
    });
    await parts.refreshTeam();
    return member === null ? noMember(request) : { show: answerHome(request, { ...member, reminders: on }) };
  }

  const mayRead = (staff: Member | undefined, place: number) =>
    staff !== undefined && may(staff, "write-logbook", place);

  async function answerLines({ words, staff }: Request, number: number, page: number): Promise<Reply> {
    const place = directory.byNumber(number);
    if (place === undefined || !mayRead(staff, number)) {
      return { show: cannotCount(words, "notYours") };
    }
    const lines = await repository.newestLines(number, { from: page * linesShown, count: linesShown + 1 });
    return { show: logbookShown(words, place, lines.slice(0, linesShown), page, lines.length > linesShown) };
  }

  async function answerLogbook(request: Request, screen: LogbookScreen): Promise<Reply> {
    const { words, staff } = request;
    switch (screen.kind) {
      case "places": {
        const hers = directory.all().filter(({ number }) => mayRead(staff, number));
        const [only, ...others] = hers;
        return only !== undefined && others.length === 0
          ? answerLines(request, only.number, 0)
          : { show: whichLogbook(words, hers) };
      }
      case "lines":
        return answerLines(request, screen.place, screen.page);
      case "erase": {
        const line = await repository.line(screen.id);
        if (line === undefined) {
          return { show: erased(words) };
        }
        return { show: mayRead(staff, line.place) ? askErase(words, line) : cannotCount(words, "notYours") };
      }
      case "erased": {
        const line = await repository.line(screen.id);
        const reply = await takeTurn(request, async ({ transaction, member }): Promise<Reply> => {
          if (line !== undefined && !mayRead(member, line.place)) {
            return { show: cannotCount(words, "notYours") };
          }
          await repository.erase(transaction, screen.id, member.places);
          return { show: erased(words) };
        });
        return reply ?? noMember(request);
      }
    }
  }

  async function answerTyped(request: Request, text: string): Promise<Reply | null> {
    const { staff, words, now } = request;
    const read = staff === undefined ? null : readCounts(text);
    if (read === null || staff === undefined) {
      return null;
    }
    const from = todayOf(request).subtract({ days: daysToCount }).toString();
    const open = (await asked.open(staff.code, from)).filter((of) => visits.refusal(staff, of, now) === null);
    const [only, ...others] = open;
    if (only === undefined) {
      return null;
    }
    if (!read.ok) {
      return { show: { text: wrongEntry(words, read.why) } };
    }
    return others.length === 0
      ? change(request, only, (transaction) => repository.set(transaction, only, read.counts))
      : {
          show: whichDay(
            words,
            open.flatMap((of) => visits.opened(of) ?? []),
            read.counts,
          ),
        };
  }

  return {
    homeLink: ({ words }) => homeLink(words),
    answerTyped,
    commands: [],
    taps: [
      onTap(visitsHomeButton, "staff", (request) => ({ show: answerHome(request) })),
      onTap(visitsButton, "staff", answerStep),
      onTap(countButton, "staff", (request, { kind, by, ...of }) =>
        change(request, of, (transaction) => repository.add(transaction, of, kind, by)),
      ),
      onTap(typedButton, "staff", (request, { counts, ...of }) =>
        change(request, of, (transaction) => repository.set(transaction, of, counts)),
      ),
      onTap(remindersButton, "staff", setReminders),
      onTap(reflectionButton, "staff", (request) => ({
        show: reflection(request.words, questionOf(todayOf(request))),
      })),
      onTap(logbookButton, "staff", answerLogbook),
    ],
    conversations: parts.conversations,
  };
}
