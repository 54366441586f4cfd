import type { ChangeReason, ScheduleChange } from "../../../core/opening-hours/schedule.ts";
import type { Place } from "../../../core/places/place.ts";
import { intervals, shortDate } from "../../../i18n/format.ts";
import type { Words } from "../../../i18n/translate.ts";
import type { Answer, Button } from "../../../telegram/answer.ts";
import { changesButton, type Undoing, undoButton } from "../buttons.ts";
import { daysIn } from "../messages.ts";

export function done(words: Words, undoing: Undoing, isUndoable: boolean): Answer {
  const { html, plain } = words;
  const undo = { label: plain("schedule-changes:buttons.undo"), tap: undoButton.tap(undoing) };
  return {
    text: [html("schedule-changes:done"), ...(isUndoable ? [html("schedule-changes:mayUndo")] : [])].join(" "),
    buttons: [...(isUndoable ? [[undo]] : []), changesRow(words)],
    ownButtonsOnly: true,
  };
}

function changesRow({ plain }: Words): readonly Button[] {
  return [
    { label: plain("schedule-changes:buttons.list"), tap: changesButton.tap({ kind: "list" }) },
    { label: plain("schedule-changes:buttons.new"), tap: changesButton.tap({ kind: "new" }) },
  ];
}

/** What became of it instead. */
export function outcome(words: Words, what: "withdrawn" | "undone" | "tooLate" | "gone" | "notYours"): Answer {
  return { text: words.html(`schedule-changes:${what}`), buttons: [changesRow(words)] };
}

/** Colleagues are told at once, in what parents read. */
export function colleagueChanged(
  words: Words,
  name: string,
  how: "changed" | "tookBack",
  texts: readonly string[],
): Answer {
  const quotes = texts.map((text) => `<blockquote>${text}</blockquote>`);
  return { text: [words.html(`schedule-changes:colleague.${how}`, { name }), quotes.join("\n")].join("\n\n") };
}

export interface ListedChange {
  readonly place: Place;
  readonly change: ScheduleChange;
}

export function list(words: Words, changes: readonly ListedChange[], more: boolean): Answer {
  const rows = changes.map((listedChange) => [
    {
      label: changeLabel(words, listedChange),
      tap: changesButton.tap({ kind: "one" as const, id: listedChange.change.id }),
    },
  ]);
  const none = changes.length === 0 ? "schedule-changes:noChanges" : "schedule-changes:changes";
  return {
    text: [words.html(none), ...(more ? [words.html("schedule-changes:moreChanges")] : [])].join(" "),
    buttons: [...rows, changesRow(words).slice(1)],
  };
}

function changeLabel(words: Words, { change }: ListedChange): string {
  const { plain, language } = words;
  const [first, last] = [change.from, change.to].map((day) => shortDate(language, Temporal.PlainDate.from(day)));
  const days = change.from === change.to ? `${first}` : `${first} – ${last}`;
  return plain("schedule-changes:changeLabel", { days, what: whatOf(words, change) });
}

function whatOf(words: Words, { kind, hours, reason }: ScheduleChange): string {
  if (kind === "closed") {
    return words.plain("schedule-changes:what.closed");
  }
  const what = reason === "confirmed" ? "usual" : kind;
  return words.plain(`schedule-changes:what.${what}`, { hours: intervals(words, hours) });
}

export function one(words: Words, { place, change }: ListedChange): Answer {
  const { html, plain, language } = words;
  const tapOf = (kind: "edit" | "withdraw") => changesButton.tap({ kind, id: change.id });
  const reason: ChangeReason = change.reason;
  return {
    text: [
      html("schedule-changes:one", {
        place: place.name[language],
        days: daysIn(words, change),
        what: whatOf(words, change),
      }),
      ...(reason === "confirmed"
        ? []
        : [html("schedule-changes:forTeam", { reason: plain(`schedule-changes:buttons.reasons.${reason}`) })]),
    ].join("\n\n"),
    buttons: [
      [
        { label: plain("schedule-changes:buttons.edit"), tap: tapOf("edit") },
        { label: plain("schedule-changes:buttons.withdraw"), tap: tapOf("withdraw") },
      ],
      changesRow(words).slice(0, 1),
    ],
  };
}

export function askWithdraw(words: Words, { place, change }: ListedChange): Answer {
  const { html, plain, language } = words;
  const values = { place: place.name[language], days: daysIn(words, change), what: whatOf(words, change) };
  const yes = changesButton.tap({ kind: "withdrawn", id: change.id });
  return {
    text: [html("schedule-changes:one", values), html("schedule-changes:askWithdraw")].join("\n\n"),
    buttons: [[{ label: plain("schedule-changes:buttons.yesWithdraw"), tap: yes }], changesRow(words).slice(0, 1)],
  };
}

/** One line about a change. */
export function summaryOf(words: Words, { place, change }: ListedChange): string {
  const values = { place: place.name[words.language], days: daysIn(words, change), what: whatOf(words, change) };
  return words.html("schedule-changes:one", values);
}

export function changesLink({ plain }: Words): Button {
  return { label: plain("schedule-changes:buttons.new"), tap: changesButton.tap({ kind: "new" }) };
}
