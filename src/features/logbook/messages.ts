import { countKinds } from "../../core/logbook/counts.ts";
import { isSameHours } from "../../core/logbook/opening-times.ts";
import type { ReflectionQuestion } from "../../core/logbook/reflection.ts";
import type { Interval } from "../../core/opening-hours/schedule.ts";
import type { Place } from "../../core/places/place.ts";
import { intervals, longDate, numericDate, shortDate } from "../../i18n/format.ts";
import type { TranslationKeys, Words } from "../../i18n/translate.ts";
import type { Answer, Button } from "../../telegram/answer.ts";
import {
  type CountsTyped,
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
import type { LogbookLine, Noted } from "./repository.ts";

/** A day of a place, and what was planned for it. */
export interface Opened {
  readonly place: Place;
  readonly date: Temporal.PlainDate;
  readonly planned: readonly Interval[];
}

const at = ({ place, date }: Opened) => ({ place: place.number, day: date.toString() });

type Label = Exclude<keyof TranslationKeys["logbook"]["buttons"], "count" | "erase">;

function labelled({ plain }: Words, label: Label, tap: Button["tap"]): Button {
  return { label: plain(`logbook:buttons.${label}`), tap };
}

function stepOf(words: Words, step: VisitStep["step"], opened: Opened): Button {
  return labelled(words, step, visitsButton.tap({ step, ...at(opened) }));
}

export function homeLink(words: Words): Button {
  return labelled(words, "home", visitsHomeButton.tap(""));
}

export function visitsHome(words: Words, openings: readonly Opened[], reminders: boolean): Answer {
  const { html } = words;
  const days = openings.map((opened) => [
    { label: dayLabel(words, opened), tap: visitsButton.tap({ step: "show", ...at(opened) }) },
  ]);
  return {
    text: [
      html("logbook:home.title"),
      html(openings.length === 0 ? "logbook:home.nothing" : "logbook:home.choose"),
      [html(reminders ? "logbook:home.reminding" : "logbook:home.notReminding"), html("logbook:home.stored")].join(
        "\n",
      ),
    ].join("\n\n"),
    buttons: [
      ...days,
      [
        labelled(words, "read", logbookButton.tap({ kind: "places" })),
        labelled(words, "reflection", reflectionButton.tap("")),
      ],
      [labelled(words, reminders ? "dontRemind" : "remind", remindersButton.tap(!reminders))],
    ],
    view: visitsHomeButton.tap(""),
  };
}

function dayLabel({ plain, language }: Words, { place, date }: Opened): string {
  return plain("logbook:panel.title", { place: place.name[language], day: shortDate(language, date) });
}

/** The counts of a day, as everybody of the team sees them. */
export function panel(words: Words, opened: Opened, noted: Noted, later: boolean): Answer {
  const { html, plain, language } = words;
  const { place, date, planned } = opened;
  const counted = countKinds.map((kind) =>
    html(`logbook:panel.counts.${kind}`, { number: noted[kind] === null ? "–" : String(noted[kind]) }),
  );
  const rows = countKinds.map((kind) =>
    ([-1, 1, 5] as const).map((by) => ({
      label: plain(`logbook:buttons.count.${kind}`, { by: by < 0 ? "−1" : `+${by}` }),
      tap: countButton.tap({ kind, by, ...at(opened) }),
    })),
  );
  return {
    text: [
      [
        html("logbook:panel.title", { place: place.name[language], day: longDate(language, date) }),
        planned.length === 0
          ? html("logbook:panel.notPlanned")
          : html("logbook:panel.planned", { hours: intervals(words, planned) }),
      ].join("\n"),
      [...counted, openLine(words, planned, noted.opened)].join("\n"),
      [html("logbook:panel.howTo"), html("logbook:panel.explained")].join("\n"),
    ].join("\n\n"),
    buttons: [
      ...rows,
      [...(planned.length === 0 ? [] : [stepOf(words, "planned", opened)]), stepOf(words, "hours", opened)],
      [stepOf(words, "shut", opened), stepOf(words, "type", opened)],
      [...(later ? [stepOf(words, "later", opened)] : []), stepOf(words, "done", opened)],
    ],
    ownButtonsOnly: true,
  };
}

function openLine(words: Words, planned: readonly Interval[], opened: Noted["opened"]): string {
  if (opened === null) {
    return words.html("logbook:panel.open.unknown");
  }
  if (opened.length === 0) {
    return words.html("logbook:panel.open.shut");
  }
  return isSameHours(opened, planned)
    ? words.html("logbook:panel.open.planned")
    : words.html("logbook:panel.open.hours", { hours: intervals(words, opened) });
}

/** What she typed may be of several days. */
export function whichDay(words: Words, days: readonly Opened[], counts: CountsTyped["counts"]): Answer {
  const said = countKinds.flatMap((kind) =>
    counts[kind] === undefined ? [] : words.plain(`logbook:typed.${kind}`, { number: counts[kind] }),
  );
  return {
    text: words.html("logbook:whichDay", { counts: said.join(", ") }),
    buttons: days.map((opened) => [
      { label: dayLabel(words, opened), tap: typedButton.tap({ ...at(opened), counts }) },
    ]),
    ownButtonsOnly: true,
  };
}

export type WrongEntry = "four" | "unclear" | "too-many" | "times" | "order" | "line" | "tap";

export function wrongEntry({ html }: Words, wrong: WrongEntry): string {
  return html(`logbook:wrong.${wrong}`);
}

export function cannotCount({ html }: Words, why: "over" | "notYours"): Answer {
  return { text: html(`logbook:${why}`) };
}

/** @param until the last day on which it can be counted; null where that is today */
export function later(words: Words, until: Temporal.PlainDate | null): Answer {
  return {
    text:
      until === null
        ? words.html("logbook:laterLast")
        : words.html("logbook:later", { day: longDate(words.language, until) }),
    buttons: [[homeLink(words)]],
    ownButtonsOnly: true,
  };
}

export function done(words: Words, opened: Opened): Answer {
  return {
    text: words.html("logbook:done"),
    buttons: [
      [stepOf(words, "write", opened)],
      [labelled(words, "reflection", reflectionButton.tap("")), stepOf(words, "show", opened)],
    ],
    ownButtonsOnly: true,
  };
}

export function kept(words: Words): Answer {
  return {
    text: words.html("logbook:kept"),
    buttons: [[labelled(words, "reflection", reflectionButton.tap("")), homeLink(words)]],
    ownButtonsOnly: true,
  };
}

/** For the team's own talk. Nothing of it comes back here: there is no answer to give. */
export function reflection(words: Words, { theme, number }: ReflectionQuestion): Answer {
  const { html } = words;
  return {
    text: [
      [html("logbook:reflection.title"), html(`logbook:reflection.questions.${theme}.${number}`)].join("\n"),
      html("logbook:reflection.notStored"),
    ].join("\n\n"),
    buttons: [[homeLink(words)]],
    view: reflectionButton.tap(""),
  };
}

const screen = (words: Words, label: Label, wanted: LogbookScreen): Button =>
  labelled(words, label, logbookButton.tap(wanted));

export function whichLogbook(words: Words, places: readonly Place[]): Answer {
  return {
    text: words.html("logbook:lines.which"),
    buttons: places.map(({ number, name }) => [
      { label: name[words.language], tap: logbookButton.tap({ kind: "lines", place: number, page: 0 }) },
    ]),
    view: logbookButton.tap({ kind: "places" }),
  };
}

export function logbookShown(
  words: Words,
  place: Place,
  lines: readonly LogbookLine[],
  page: number,
  more: boolean,
): Answer {
  const { html, plain, language } = words;
  const shown = lines.map(({ day, text }) =>
    html("logbook:lines.line", { day: numericDate(Temporal.PlainDate.from(day)), text }),
  );
  const erasing = lines.map(({ id }, index) => ({
    label: plain("logbook:buttons.erase", { number: index + 1 }),
    tap: logbookButton.tap({ kind: "erase", id }),
  }));
  return {
    text: [
      html("logbook:lines.title", { place: place.name[language] }),
      shown.length === 0 ? html("logbook:lines.empty") : shown.join("\n\n"),
      html("logbook:lines.explained"),
    ].join("\n\n"),
    buttons: [
      ...erasing.map((button) => [button]),
      ...(more ? [[screen(words, "older", { kind: "lines", place: place.number, page: page + 1 })]] : []),
      [homeLink(words)],
    ],
    view: logbookButton.tap({ kind: "lines", place: place.number, page }),
  };
}

export function askErase(words: Words, { id, text, place }: LogbookLine): Answer {
  return {
    text: words.html("logbook:erase", { text }),
    buttons: [
      [screen(words, "yesErase", { kind: "erased", id })],
      [screen(words, "back", { kind: "lines", place, page: 0 })],
    ],
    ownButtonsOnly: true,
  };
}

export function erased(words: Words): Answer {
  return { text: words.html("logbook:erased"), buttons: [[homeLink(words)]] };
}
