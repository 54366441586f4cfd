import type { Calendars } from "../../../core/opening-hours/calendars.ts";
import { daysOf } from "../../../core/opening-hours/evaluate/day.ts";
import type { RegularHours } from "../../../core/opening-hours/schedule.ts";
import { weeklyPattern } from "../../../core/opening-hours/weekly-pattern.ts";
import type { Place } from "../../../core/places/place.ts";
import type { AuditEntry } from "../../../core/staff/audit.ts";
import type { Member } from "../../../core/staff/member.ts";
import type { Transaction } from "../../../database/client.ts";
import type { WordsIn } from "../../../i18n/translate.ts";
import type { Answer } from "../../../telegram/answer.ts";
import type { Conversation, Ending, Request } from "../../../telegram/feature.ts";
import { withFact } from "./fields.ts";
import { advance, begin, expressionOf } from "./flow.ts";
import { askDrop, askFrom, askHours, type DayRow, type HoursLines, type Regular, showWeek } from "./hours/messages.ts";
import { askFact, askPlace, askText, ended, type FactLines, menu, preview } from "./messages.ts";
import type { EditingRepository } from "./repository.ts";
import {
  type Draft,
  type Facts,
  placeOf,
  placesFor,
  present,
  regularOf,
  type State,
  storedOf,
  today,
} from "./state.ts";

export interface EditingParts {
  readonly places: () => readonly Place[];
  /** Reads all places now: a colleague may just have changed one. */
  readonly refresh: () => Promise<void>;
  readonly calendars: Calendars;
  readonly timeZone: string;
  readonly wordsIn: WordsIn;
  readonly repository: EditingRepository;
  readonly audit: (
    transaction: Transaction,
    now: Temporal.Instant,
    by: Member,
    place: number,
    entry: AuditEntry,
  ) => Promise<void>;
  readonly dayRow: DayRow;
  readonly hoursLines: HoursLines;
  readonly factLines: FactLines;
}

export const editing = "edit-place";

/** Four weeks, both ends included. */
const daysShown = 27;

type Saved = "saved" | "dropped" | "meanwhile" | "notYours";

/** A coordinator changes the regular hours of a place, or what it says of itself. */
export function createEditing(parts: EditingParts): Conversation {
  return {
    name: editing,
    permission: "coordinator",
    async run(steps) {
      let state = await steps.record(async (request) => {
        await parts.refresh();
        return begin(factsOf(request));
      });
      for (;;) {
        const shown = state;
        const { screen } = present(shown);
        const isLocation = screen.at === "fact" && screen.field === "location";
        const entered = await steps.ask((request) => draw(request, shown), isLocation ? "location" : undefined);
        state = await steps.record((request) => advance(shown, factsOf(request), entered));
        if (!state.isConfirmed) {
          continue;
        }
        const confirmed = state;
        const saved = await steps.record((request, transaction) => save(request, transaction, confirmed));
        if (saved !== "meanwhile") {
          return end(saved, confirmed);
        }
        state = await steps.record((request) => afresh(request, confirmed));
      }
    },
  };

  function factsOf({ staff, now, words }: Request): Facts {
    if (staff === undefined) {
      throw new Error("Only a member of the team edits a place");
    }
    const { calendars, timeZone } = parts;
    return { member: staff, language: words.language, now, places: parts.places(), calendars, timeZone };
  }

  async function save(request: Request, transaction: Transaction, state: State): Promise<Saved> {
    const { screen, draft } = present(state);
    const facts = factsOf(request);
    const number = placeOf(facts, draft)?.number;
    const held = number === undefined ? undefined : await parts.repository.hold(transaction, number);
    // Her rights may have changed since she chose the place.
    if (number === undefined || held === undefined) {
      return "notYours";
    }
    // Hours that have begun since she looked are no plan any more.
    const hasBegun = screen.at === "drop" && screen.from <= today(facts).toString();
    if (hasBegun || storedOf(screen, held, held.regular) !== state.seen) {
      return "meanwhile";
    }
    const audit = (entry: AuditEntry) => parts.audit(transaction, request.now, facts.member, number, entry);
    if ("field" in screen) {
      await parts.repository.storeFact(transaction, number, screen.field, draft.value);
      await audit({ what: "place-edited", field: screen.field });
      return "saved";
    }
    if (screen.at === "drop") {
      await parts.repository.dropHours(transaction, number, screen.from);
      await audit({ what: "hours-edited", from: screen.from });
      return "dropped";
    }
    await parts.repository.storeHours(transaction, number, draft.from, draft.expression);
    await audit({ what: "hours-edited", from: draft.from });
    return "saved";
  }

  /** A colleague edited the same meanwhile: what she was about to save, beside what is there now. */
  async function afresh(request: Request, state: State): Promise<State> {
    await parts.refresh();
    const { screen, draft } = present(state);
    const place = placeOf(factsOf(request), draft);
    const seen = place === undefined ? "" : storedOf(screen, place, regularOf(place));
    return { ...state, isConfirmed: false, wrong: { kind: "meanwhile" }, seen };
  }

  function end(saved: Exclude<Saved, "meanwhile">, state: State): Ending {
    const { screen, draft } = present(state);
    const from = screen.at === "week" ? Temporal.PlainDate.from(draft.from) : null;
    return ({ words }) => ({ show: ended(words, saved, from) });
  }

  function draw(request: Request, state: State): Answer {
    const { words } = request;
    const { wordsIn, hoursLines, dayRow, factLines: lines } = parts;
    const facts = factsOf(request);
    const { screen, draft } = present(state);
    const asked = { wrong: state.wrong, isFirst: state.trail.length <= 1 };
    const place = placeOf(facts, draft);
    if (place === undefined) {
      return askPlace(words, placesFor(facts), asked);
    }
    switch (screen.at) {
      case "place":
        return askPlace(words, placesFor(facts), asked);
      case "menu":
        return menu(words, place, asked);
      case "hours":
        return askHours(words, { place, hoursLines, ...hoursOf(place, facts) }, asked);
      case "from":
        return askFrom(words, today(facts), asked);
      case "week":
        return showWeek(words, { ...weekOf(place, draft), hoursLines, dayRow }, asked);
      case "drop": {
        const planned = hoursOf(place, facts).planned.find(({ from }) => from.toString() === screen.from);
        return askDrop(words, planned, hoursLines, asked);
      }
      case "fact":
        return askFact(words, { place, field: screen.field, value: draft.value, lines, wordsIn }, asked);
      case "text":
        return askText(words, { place, field: screen.field, value: draft.value, wordsIn }, screen.language, asked);
      case "preview":
        return preview(
          words,
          { place: withFact(place, screen.field, draft.value), field: screen.field, lines, wordsIn },
          asked,
        );
    }
  }

  function hoursOf(place: Place, facts: Facts): { now: Regular | undefined; planned: readonly Regular[] } {
    const on = today(facts);
    const { regular } = place.schedule;
    const isPlanned = ({ from }: RegularHours) => from > on.toString();
    const now = regular.findLast((hours) => !isPlanned(hours));
    return {
      now: now === undefined ? undefined : shownFrom(place, now, on),
      planned: regular.filter(isPlanned).map((hours) => shownFrom(place, hours, Temporal.PlainDate.from(hours.from))),
    };
  }

  /** As if these hours were to hold for ever. */
  function shownFrom({ schedule }: Place, { expression }: RegularHours, from: Temporal.PlainDate): Regular {
    const alone = { ...schedule, regular: [{ from: "0001-01-01", expression }], changes: [] };
    return { from, expression, pattern: weeklyPattern(alone, from, parts.calendars) };
  }

  function weekOf(place: Place, draft: Draft) {
    const from = Temporal.PlainDate.from(draft.from);
    const hours = { from: draft.from, expression: expressionOf(draft) };
    const others = place.schedule.regular.filter((each) => each.from !== draft.from);
    const regular = [...others, hours].toSorted((a, b) => (a.from < b.from ? -1 : 1));
    const next = regular.find((each) => each.from > draft.from);
    const days = daysOf({ ...place.schedule, regular }, from, from.add({ days: daysShown }), parts.calendars);
    const until = next === undefined ? null : Temporal.PlainDate.from(next.from);
    return { ...shownFrom(place, hours, from), days, until };
  }
}
