import type { Place } from "../../../core/places/place.ts";
import type { Words } from "../../../i18n/translate.ts";
import type { Answer, Button } from "../../../telegram/answer.ts";
import { type ReportChosen, type ReportShape, type ReportSpan, reportButton, shapes, spans } from "./buttons.ts";

const nothing: ReportChosen = { place: null, span: null, shape: null };

export function reportLink({ plain }: Words): Button {
  return { label: plain("reports:chat.buttons.home"), tap: reportButton.tap(nothing) };
}

export function askWhichPlaces(words: Words, places: readonly Place[]): Answer {
  const { plain, html, language } = words;
  const all = { label: plain("reports:chat.buttons.all"), tap: reportButton.tap({ ...nothing, place: "all" }) };
  return {
    text: html("reports:chat.which"),
    buttons: [
      ...places.map(({ number, name }) => [
        { label: name[language], tap: reportButton.tap({ ...nothing, place: number }) },
      ]),
      [all],
    ],
    view: reportButton.tap(nothing),
  };
}

export function askSpan(words: Words, chosen: ReportChosen): Answer {
  const label = (span: ReportSpan) => words.plain(`reports:chat.buttons.${span}`);
  return {
    text: words.html("reports:chat.when"),
    buttons: spans.map((span) => [{ label: label(span), tap: reportButton.tap({ ...chosen, span, shape: null }) }]),
    view: reportButton.tap({ ...chosen, span: null, shape: null }),
  };
}

/** A sheet for funders is of a year. */
export function askShape(words: Words, chosen: ReportChosen): Answer {
  const { plain, html } = words;
  const offered = shapes.filter((shape) => shape !== "funders" || chosen.span !== "ever");
  return {
    text: [html("reports:chat.how"), html("reports:chat.team"), html("reports:chat.funders")].join("\n"),
    buttons: offered.map((shape) => [
      { label: plain(`reports:chat.buttons.${shape}`), tap: reportButton.tap({ ...chosen, shape }) },
    ]),
    view: reportButton.tap({ ...chosen, shape: null }),
  };
}

export function notYourReport({ html }: Words): Answer {
  return { text: html("reports:chat.notYours") };
}

/** Under a file: plain text that Telegram reads as HTML. */
export function captionFor(words: Words, caption: string, shape: ReportShape): string {
  return words.html(shape === "days" ? "reports:chat.captionTeam" : "reports:chat.caption", { caption });
}
