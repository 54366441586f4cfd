import type { Ballot } from "../../core/feedback/ballot.ts";
import { type Choice, choices, choicesOf, isFace, type Question } from "../../core/feedback/choices.ts";
import type { Organisation, Place } from "../../core/places/place.ts";
import type { Words } from "../../i18n/translate.ts";
import type { Answer, Button, ButtonRows } from "../../telegram/answer.ts";
import type { Tap } from "../../telegram/buttons.ts";
import { type Action, askButton, ballotButton, outsideButton } from "./buttons.ts";

/** "How was it?", before anything was tapped. */
export function prompt(words: Words, place: Place, ballot: Ballot): Answer {
  const { html, language } = words;
  return {
    text: [html("feedback:prompt", { place: place.name[language] }), html("feedback:voluntary")].join("\n\n"),
    buttons: faceRows(words, ballot),
    view: ballotButton.tap({ ballot, action: "prompt" }),
  };
}

/** After a remark was typed: that nobody reads it, who can be talked to, and the same question. */
export function remarked(words: Words, { text, buttons = [], ...rest }: Answer, callTeam: Tap): Answer {
  const others = [
    [{ label: words.plain("feedback:buttons.callTeam"), tap: callTeam }],
    [{ label: words.plain("feedback:buttons.outside"), tap: outsideButton.tap("") }],
  ];
  return { ...rest, text: `${words.html("feedback:nobodyReads")}\n\n${text}`, buttons: [...buttons, ...others] };
}

/** After a face: it counts already; the rest is for who likes to. */
export function themes(words: Words, ballot: Ballot, question: Exclude<Question, "face">): Answer {
  const { html, plain } = words;
  const other = question === "brought" ? "better" : "brought";
  const toggles = choicesOf(question).map(({ number }) => choiceButton(words, ballot, number));
  return {
    text: [html("feedback:counted"), html(`feedback:${question}`)].join("\n\n"),
    buttons: [
      ...faceRows(words, ballot),
      ...twoToARow(toggles),
      [
        button(ballot, plain(`feedback:buttons.${other}`), other),
        button(ballot, plain("feedback:buttons.done"), "done"),
      ],
    ],
    view: ballotButton.tap({ ballot, action: question }),
  };
}

export function thanks({ html }: Words, ballot: Ballot): Answer {
  return { text: html("feedback:thanks"), view: ballotButton.tap({ ballot, action: "done" }) };
}

/** Takes the place of a message whose week is over. */
export function late({ html }: Words): Answer {
  return { text: html("feedback:late") };
}

/** A page of places to choose from. */
export function whichPlace({ html, language }: Words, places: readonly Place[]): Answer {
  return {
    text: html("feedback:whichPlace"),
    buttons: places.map(({ number, name }) => [{ label: name[language], tap: askButton.tap({ place: number }) }]),
  };
}

/** Why there is nothing to tap. */
export function notAsked({ html }: Words, why: "group" | "limit" | "staff" | "nowhere"): Answer {
  return { text: html(`feedback:notAsked.${why}`) };
}

export function outside({ html }: Words, organisation: Organisation | undefined): Answer {
  return {
    text:
      organisation === undefined
        ? html("feedback:outside_nobody")
        : html("feedback:outside", { organisation: organisation.name, contact: organisation.complaintsContact }),
    view: outsideButton.tap(""),
  };
}

/** What the pop-up says of a tap. */
export function notice({ plain }: Words, of: "counted" | "notCounted" | "stands" | "noMore" | "staff"): string {
  return plain(`feedback:notice.${of}`);
}

function faceRows(words: Words, ballot: Ballot): ButtonRows {
  return twoToARow(choicesOf("face").map(({ number }) => choiceButton(words, ballot, number)));
}

function choiceButton({ plain }: Words, ballot: Ballot, number: number): Button {
  const choice: Choice = choices[number] ?? "did_good";
  const label = plain(`feedback:choices.${choice}`);
  const isChosen = isFace(number) ? ballot.face === number : ballot.themes.includes(number);
  return button(ballot, isChosen ? plain("feedback:chosen", { label }) : label, { choice: number });
}

function button(ballot: Ballot, label: string, action: Action): Button {
  return { label, tap: ballotButton.tap({ ballot, action }) };
}

function twoToARow(buttons: readonly Button[]): ButtonRows {
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, row) => buttons.slice(row * 2, row * 2 + 2));
}
