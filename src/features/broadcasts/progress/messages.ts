import { type Progress, progressOf } from "../../../core/delivery/progress.ts";
import type { Place } from "../../../core/places/place.ts";
import type { Words } from "../../../i18n/translate.ts";
import type { Answer } from "../../../telegram/answer.ts";
import { titleOf } from "../messages.ts";
import { turnButton } from "./buttons.ts";
import type { Followed } from "./repository.ts";

/** How far a broadcast is, with a button that stops it, or lets it go on. */
export function progressShown(
  words: Words,
  followed: Followed,
  place: Place | undefined,
  speed: number | null,
): Answer {
  const { html, plain } = words;
  const isStopped = followed.state === "stopped";
  const progress = progressOf(followed, isStopped ? null : speed);
  const { tenths } = progress;
  const lines = [
    titleOf(words, followed, place),
    ...(isStopped ? [html("broadcasts:progress.stopped")] : []),
    html("broadcasts:progress.bar", { bar: `${"▓".repeat(tenths)}${"░".repeat(10 - tenths)}`, percent: tenths * 10 }),
    ...numbersOf(words, progress),
    ...timeLeft(words, progress),
  ];
  const to = isStopped ? "under-way" : "stopped";
  const label = plain(isStopped ? "broadcasts:buttons.resume" : "broadcasts:buttons.stop");
  return {
    text: lines.join("\n"),
    buttons: [[{ label, tap: turnButton.tap({ to, broadcast: followed.number }) }]],
    ownButtonsOnly: true,
  };
}

/** What became of it: one line. */
export function closingLine(words: Words, followed: Followed, place: Place | undefined): string {
  return [
    titleOf(words, followed, place),
    words.html(followed.state === "withdrawn" ? "broadcasts:progress.withdrawn" : "broadcasts:progress.ended"),
    ...numbersOf(words, progressOf(followed, null)),
  ].join(" ");
}

/** What a tap on a button of a progress message comes to instead. */
export function turnRefused({ plain }: Words, why: "over" | "notYours"): string {
  return plain(`broadcasts:progress.${why}`);
}

function numbersOf({ html }: Words, { sent, gone, failed, hasFailed }: Progress): readonly string[] {
  const line = (name: "sent" | "gone" | "failed", number: number) =>
    number === 0 ? html(`broadcasts:progress.few.${name}`) : html(`broadcasts:progress.about.${name}`, { number });
  // That some are gone is never left out: nobody gone, or one, reads the same.
  return [line("sent", sent), line("gone", gone), ...(hasFailed ? [line("failed", failed)] : [])];
}

function timeLeft({ html }: Words, { minutesLeft: minutes }: Progress): readonly string[] {
  if (minutes === null) {
    return [];
  }
  return [minutes <= 1 ? html("broadcasts:progress.lastMinute") : html("broadcasts:progress.minutes", { minutes })];
}
