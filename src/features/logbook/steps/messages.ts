import type { Interval } from "../../../core/opening-hours/schedule.ts";
import { clockTime, longDate } from "../../../i18n/format.ts";
import type { Words } from "../../../i18n/translate.ts";
import type { Answer, Button } from "../../../telegram/answer.ts";
import { answerTap, cancelValue } from "../../../telegram/conversations.ts";
import { type Opened, type WrongEntry, wrongEntry } from "../messages.ts";

function asked(words: Words, text: string, wrong: WrongEntry | null, choices: readonly (readonly Button[])[]): Answer {
  return {
    text: [wrong === null ? "" : wrongEntry(words, wrong), text].filter((part) => part !== "").join("\n\n"),
    buttons: [...choices, [step(words, "cancel", cancelValue)]],
  };
}

function step({ plain }: Words, label: "back" | "cancel" | "keep" | "rewrite", value: string): Button {
  return { label: plain(`logbook:buttons.${label}`), tap: answerTap(value) };
}

export function askNumbers(words: Words, wrong: WrongEntry | null): Answer {
  // What is wrong says it already.
  return asked(words, wrong === "four" ? "" : words.html("logbook:askNumbers"), wrong, []);
}

/** Half an hour before and after what was planned, in quarters. */
function timesAround({ language }: Words, minutes: number): readonly Button[] {
  return [-30, -15, 0, 15, 30]
    .map((apart) => minutes + apart)
    .filter((time) => time >= 0)
    .map((time) => ({ label: clockTime(language, time), tap: answerTap(String(time)) }));
}

export function askStart(words: Words, { place, date, planned }: Opened, wrong: WrongEntry | null): Answer {
  const values = { place: place.name[words.language], day: longDate(words.language, date) };
  const [first] = planned;
  const times = first === undefined ? [] : [timesAround(words, first.start)];
  return asked(words, words.html("logbook:askHours", values), wrong, times);
}

export function askEnd(words: Words, planned: readonly Interval[], start: number, wrong: WrongEntry | null): Answer {
  const text = words.html("logbook:askEnd", { start: clockTime(words.language, start) });
  const last = planned.at(-1);
  const times = last === undefined ? [] : timesAround(words, last.end);
  return asked(words, text, wrong, [times, [step(words, "back", "back")]]);
}

export function askLine(words: Words, { place, date }: Opened, wrong: WrongEntry | null): Answer {
  const values = { place: place.name[words.language], day: longDate(words.language, date) };
  return asked(words, words.html("logbook:askLine", values), wrong, []);
}

export function askNames(words: Words, text: string, names: readonly string[], wrong: WrongEntry | null): Answer {
  return asked(words, words.html("logbook:names", { names: names.join(", "), text }), wrong, [
    [step(words, "keep", "keep"), step(words, "rewrite", "rewrite")],
  ]);
}
