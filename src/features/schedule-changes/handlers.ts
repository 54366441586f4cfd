import type { Place } from "../../core/places/place.ts";
import { type Member, may } from "../../core/staff/member.ts";
import type { WordsIn } from "../../i18n/translate.ts";
import type { Answer, Button, Reply, Told } from "../../telegram/answer.ts";
import { type Conversation, type Feature, onTap, type Request } from "../../telegram/feature.ts";
import type { TakeTurn } from "../../telegram/turn.ts";
import { type Applying, type Found, undoSeconds } from "./applying.ts";
import { type ChangesScreen, changesButton, type Undoing, undoButton } from "./buttons.ts";
import { changing } from "./conversation.ts";
import { askWithdraw, changesLink, colleagueChanged, list, one, outcome, summaryOf } from "./list/messages.ts";

export interface ScheduleChangesParts {
  readonly applying: Applying;
  readonly conversation: Conversation;
  readonly takeTurn: TakeTurn;
  /** Reads all places now: what has just been changed may not be known yet. */
  readonly refresh: () => Promise<void>;
  readonly places: () => readonly Place[];
  readonly timeZone: string;
  readonly wordsIn: WordsIn;
  readonly tellColleagues: (
    me: Member,
    places: readonly number[],
    answer: (member: Member) => Answer,
  ) => readonly Told[];
}

export interface ScheduleChangesFeature extends Feature {
  /** [Verander de uren] */
  readonly link: (request: Request) => Button;
}

/** Changes in one message. */
const mostListed = 20;

export function createScheduleChangesFeature(parts: ScheduleChangesParts): ScheduleChangesFeature {
  const { applying, wordsIn } = parts;

  function start(argument: string): Reply {
    const text = argument.trim();
    return { begin: { conversation: changing, with: text === "" ? { kind: "new" } : { kind: "line", text } } };
  }

  function answerList({ words, staff, now }: Request): Answer {
    const today = now.toZonedDateTimeISO(parts.timeZone).toPlainDate().toString();
    const changes = parts
      .places()
      .filter(({ number }) => staff !== undefined && may(staff, "change-schedule", number))
      .flatMap((place) => place.schedule.changes.map((change) => ({ place, change })))
      .filter(({ change }) => !change.withdrawn && change.to >= today)
      .toSorted((a, b) => a.change.from.localeCompare(b.change.from) || a.change.createdOrder - b.change.createdOrder);
    return list(words, changes.slice(0, mostListed), changes.length > mostListed);
  }

  /** One that counts, of a place of hers. */
  function hers({ staff }: Request, id: string): Found | "gone" | "notYours" {
    const found = applying.find(id);
    if (found === undefined || found.change.withdrawn) {
      return "gone";
    }
    return staff !== undefined && may(staff, "change-schedule", found.place.number) ? found : "notYours";
  }

  async function answer(request: Request, screen: ChangesScreen): Promise<Reply> {
    const { words } = request;
    await parts.refresh();
    if (!("id" in screen)) {
      return screen.kind === "new" ? start("") : { show: answerList(request) };
    }
    const found = hers(request, screen.id);
    if (typeof found === "string") {
      return { show: outcome(words, found) };
    }
    switch (screen.kind) {
      case "one":
        return { show: one(words, found) };
      case "edit":
        return { begin: { conversation: changing, with: { kind: "edit", id: screen.id } } };
      case "withdraw":
        return { show: askWithdraw(words, found) };
      case "withdrawn":
        return withdraw(request, { ids: [screen.id], restored: null }, "withdrawn");
    }
  }

  function undo(request: Request, undoing: Undoing): Reply | Promise<Reply> {
    const isLate = request.now.epochMilliseconds / 1000 > undoing.at + undoSeconds + 1;
    return isLate ? { send: [outcome(request.words, "tooLate")] } : withdraw(request, undoing, "undone");
  }

  /** The update came before, and had its effect; whether anybody was told is not known. */
  function alreadyTaken(member: Member, { ids }: Pick<Undoing, "ids">): readonly Found[] {
    return ids
      .flatMap((id) => applying.find(id) ?? [])
      .filter(({ place, change }) => change.withdrawn && may(member, "change-schedule", place.number));
  }

  async function withdraw(
    request: Request,
    which: Pick<Undoing, "ids" | "restored">,
    how: "withdrawn" | "undone",
  ): Promise<Reply> {
    const { words, now } = request;
    await parts.refresh();
    const reply = await parts.takeTurn(request, async ({ transaction, member, isRepeated }): Promise<Reply> => {
      const withdrawn = isRepeated ? alreadyTaken(member, which) : await applying.undo(transaction, member, which, now);
      if (withdrawn === null) {
        return { show: outcome(words, "notYours") };
      }
      const numbers = withdrawn.map(({ place }) => place.number);
      const tell =
        withdrawn.length === 0
          ? []
          : parts.tellColleagues(member, numbers, ({ language }) => {
              const theirs = wordsIn(language);
              const summaries = withdrawn.map((found) => summaryOf(theirs, found));
              return colleagueChanged(theirs, member.name, "tookBack", summaries);
            });
      return { show: outcome(words, how), tell };
    });
    return reply ?? { show: outcome(words, "notYours") };
  }

  return {
    link: ({ words }) => changesLink(words),
    commands: [{ command: "change", permission: "staff", answer: (_request, argument) => start(argument) }],
    taps: [onTap(changesButton, "staff", answer), onTap(undoButton, "staff", undo)],
    conversations: [parts.conversation],
  };
}
