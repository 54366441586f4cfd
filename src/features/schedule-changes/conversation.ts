import { roughly } from "../../core/delivery/progress.ts";
import type { Calendars } from "../../core/opening-hours/calendars.ts";
import { dayOf, daysOf } from "../../core/opening-hours/evaluate/day.ts";
import type { Place } from "../../core/places/place.ts";
import { isWithin, type Member, may } from "../../core/staff/member.ts";
import type { WordsIn } from "../../i18n/translate.ts";
import type { Answer, Told } from "../../telegram/answer.ts";
import type { Conversation, Ending, Request, Steps } from "../../telegram/feature.ts";
import type { Applied, Applying, Ordered, Preview } from "./applying.ts";
import { mostUndone } from "./buttons.ts";
import { changeOf, cutTimes, type Draft, halfHours } from "./draft.ts";
import { advance, begin } from "./flow.ts";
import { colleagueChanged, done, outcome } from "./list/messages.ts";
import {
  askCalendar,
  askDay,
  askLine,
  askLineLanguage,
  askPlace,
  askReason,
  askTime,
  askWhat,
  type DayRow,
} from "./messages.ts";
import { preview, textForParents } from "./preview/messages.ts";
import {
  type Facts,
  isTellable,
  type Opening,
  placesFor,
  placesOf,
  present,
  type State,
  seenBy,
  today,
  usualOf,
} from "./state.ts";

export interface ChangingParts {
  readonly places: () => readonly Place[];
  readonly calendars: Calendars;
  readonly timeZone: string;
  readonly wordsIn: WordsIn;
  readonly dayRow: DayRow;
  readonly applying: Applying;
  /** Reads all places now: a colleague may just have changed one. */
  readonly refresh: () => Promise<void>;
  /** How many parents asked to be told. */
  readonly reach: (places: readonly number[]) => Promise<number>;
  /** The others of the team of these places, each told in her language. */
  readonly tellColleagues: (
    me: Member,
    places: readonly number[],
    answer: (member: Member) => Answer,
  ) => readonly Told[];
}

export const changing = "change";

/** What became of it, what parents read of it, and when, in seconds. */
type Confirmed = Applied & { readonly previews?: readonly Preview[]; readonly at?: number };

/** Days of a span that are shown as they are now. */
const mostRows = 7;

/** A change is kept in its draft; what each step makes of it is recorded, so that it goes on where it was. */
export function createChanging(parts: ChangingParts): Conversation {
  const { wordsIn, applying } = parts;

  return {
    name: changing,
    permission: "staff",
    async run(steps, opening) {
      let state = await steps.record((request) => begin(factsOf(request), opening as Opening));
      for (;;) {
        const shown = state;
        const reach = await steps.record(() => reachOf(shown));
        const entered = await steps.ask((request) => draw(request, shown, reach));
        state = await steps.record((request) => advance(shown, factsOf(request), entered));
        const applied = state.isConfirmed ? await confirm(steps, state) : null;
        if (applied !== null && applied.status !== "meanwhile") {
          return end(state, applied);
        }
        state = applied === null ? state : await afresh(steps, state);
      }
    },
  };

  function factsOf({ staff, now }: Request): Facts {
    if (staff === undefined) {
      throw new Error("Only a member of the team changes hours");
    }
    return { member: staff, now, places: parts.places(), calendars: parts.calendars, timeZone: parts.timeZone };
  }

  /** Rounded before it is kept or shown: from one change to the next it must not tell that one more asked. */
  async function reachOf(state: State): Promise<number | null> {
    const { screen, draft } = present(state);
    return screen.at === "preview" ? roughly(await parts.reach(draft.places)) : null;
  }

  function orderOf({ seen, ...state }: State): Ordered {
    const { draft } = present({ seen, ...state });
    const text = textForParents(wordsIn, draft, draft.isReasonShown && isTellable(draft.reason));
    return { places: draft.places, change: changeOf(draft, text), replaces: draft.replaces, seen };
  }

  function confirm(steps: Steps, state: State): Promise<Confirmed> {
    return steps.record(async ({ staff, now }, transaction) => {
      if (staff === undefined) {
        return { status: "refused" };
      }
      const ordered = orderOf(state);
      const previews = applying.preview(ordered, now);
      const applied = await applying.apply(transaction, staff, ordered, now);
      return { ...applied, previews, at: Math.floor(now.epochMilliseconds / 1000) };
    });
  }

  /** Somebody changed those days meanwhile: the preview as it is now. */
  function afresh(steps: Steps, state: State): Promise<State> {
    return steps.record(async (request) => {
      await parts.refresh();
      const seen = seenBy(factsOf(request), present(state).draft);
      return { ...state, isConfirmed: false, wrong: "meanwhile", seen };
    });
  }

  function end(state: State, applied: Confirmed): Ending {
    const { draft } = present(state);
    return ({ words, staff }) => {
      if (applied.status !== "done" || staff === undefined) {
        return { show: outcome(words, "notYours") };
      }
      const { ids, replaced, previews = [], at = 0 } = applied;
      const readBy = ({ places, language }: Member) =>
        previews.flatMap(({ place, texts }) => (texts !== null && isWithin(places, place) ? [texts[language]] : []));
      return {
        show: done(words, { ids, at, restored: replaced }, ids.length <= mostUndone),
        tell: parts.tellColleagues(staff, draft.places, (member) =>
          colleagueChanged(wordsIn(member.language), staff.name, "changed", readBy(member)),
        ),
      };
    };
  }

  function draw(request: Request, state: State, reach: number | null): Answer {
    const { words } = request;
    const facts = factsOf(request);
    const { screen, draft } = present(state);
    const asked = { wrong: state.wrong, isFirst: state.trail.length <= 1 };
    const places = placesOf(facts, draft);
    switch (screen.at) {
      case "place":
        return askPlace(words, placesFor(facts), facts.member.role === "coordinator", asked);
      case "day":
        return askDay(words, today(facts), places, upcoming(facts), asked);
      case "calendar": {
        const first = screen.until ? Temporal.PlainDate.from(draft.from) : today(facts);
        return askCalendar(words, Temporal.PlainYearMonth.from(screen.month), first, screen.until, asked);
      }
      case "what":
        return askWhat(words, draft, places, rowsOf(request, facts, draft), possible(facts, draft), asked);
      case "start":
        return askTime(words, "start", startTimes(facts, draft), null, asked);
      case "end":
        return askTime(words, "end", endTimes(facts, draft, screen.start), screen.start, asked);
      case "reason":
        return askReason(words, asked);
      case "preview": {
        const previews = applying.preview(orderOf(state), facts.now);
        const tellable = isTellable(draft.reason);
        return preview(words, { previews, places, draft, isTellable: tellable, reach }, asked);
      }
      case "languages":
        return askLineLanguage(words, wordsIn, draft.lines, asked);
      case "line":
        return askLine(words, wordsIn, screen.language, draft.lines[screen.language], asked);
    }
  }

  function upcoming(facts: Facts): number {
    const from = today(facts).toString();
    return placesFor(facts)
      .flatMap(({ schedule }) => schedule.changes)
      .filter(({ withdrawn, to }) => !withdrawn && to >= from).length;
  }

  /** How it stands now: the days of one place, or one day of all. */
  function rowsOf({ words }: Request, { calendars, ...facts }: Facts, draft: Draft): readonly string[] {
    const [from, to] = [draft.from, draft.to].map((day) => Temporal.PlainDate.from(day));
    const [place, ...others] = placesOf({ calendars, ...facts }, draft);
    if (place === undefined || from === undefined || to === undefined) {
      return [];
    }
    return others.length === 0
      ? daysOf(place.schedule, from, to, calendars)
          .slice(0, mostRows)
          .map((day) => parts.dayRow(words, day))
      : [place, ...others].map(({ schedule }) => parts.dayRow(words, dayOf(schedule, from, calendars)));
  }

  function possible(facts: Facts, draft: Draft) {
    const [place, ...others] = placesOf(facts, draft);
    const isOne = place !== undefined && others.length === 0 && draft.from === draft.to;
    const day = isOne ? dayOf(place.schedule, Temporal.PlainDate.from(draft.from), parts.calendars) : undefined;
    return {
      isCut: cutTimes(usualOf(facts, draft)).length > 0,
      isSettled: day?.basis === "not-confirmed" && place !== undefined && may(facts.member, "settle-day", place.number),
      hasChange: seenBy(facts, draft).some((id) => id !== draft.replaces),
    };
  }

  function startTimes(facts: Facts, draft: Draft): readonly number[] {
    return draft.shape === "later" ? cutTimes(usualOf(facts, draft)) : halfHours(8 * 60, 19 * 60 + 30);
  }

  function endTimes(facts: Facts, draft: Draft, start: number | null): readonly number[] {
    return draft.shape === "earlier" || start === null
      ? cutTimes(usualOf(facts, draft))
      : halfHours(start + 30, Math.min(start + 12 * 60, 24 * 60)).slice(0, 24);
  }
}
