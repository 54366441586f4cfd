import { languages } from "../../core/language.ts";
import type { Place } from "../../core/places/place.ts";
import { isWithin, type Member, type PlaceRange, type Role, roles } from "../../core/staff/member.ts";
import { clockTime, listed, numericDate } from "../../i18n/format.ts";
import type { Words, WordsIn } from "../../i18n/translate.ts";
import type { Answer, Button } from "../../telegram/answer.ts";
import { answerTap, cancelValue } from "../../telegram/conversations.ts";
import type { AuditedEntry } from "./audit/repository.ts";
import { type Coordination, coordinationButton, joinButton, teamButton } from "./buttons.ts";
import type { Invited } from "./repository.ts";

/** What was entered that is no answer. */
export type Wrong = "tap" | "places" | "name";

/** The team as a member sees it: whoever has a place in common with her. */
export interface TeamShown {
  readonly me: Member;
  readonly members: readonly Member[];
  readonly places: readonly Place[];
  /** What else there is for the team. */
  readonly more: readonly Button[];
}

export function teamHome(words: Words, { me, members, places, more }: TeamShown): Answer {
  const { html } = words;
  const lines = members.map((member) =>
    html(member.code === me.code ? "staff:memberYou" : "staff:member", memberValues(words, member, places)),
  );
  const coordination = [
    [coordinate(words, "invite", { kind: "invite" }), coordinate(words, "whom", { kind: "whom" })],
    [coordinate(words, "audit", { kind: "audit", page: 0 })],
  ];
  return {
    text: [html("staff:team"), lines.join("\n")].join("\n\n"),
    buttons: [
      ...more.map((button) => [button]),
      ...(me.role === "coordinator" ? coordination : []),
      [own(words, "languages"), own(words, "leave")],
    ],
    view: teamButton.tap("home"),
  };
}

/** What tells a member apart. */
export function memberValues({ plain, language }: Words, member: Invited, places: readonly Place[]) {
  return {
    name: member.name,
    role: plain(`staff:roles.${member.role}`),
    places: rangeIn(language, plain("staff:everyPlace"), member.places, places),
  };
}

function rangeIn(language: Words["language"], every: string, range: PlaceRange, places: readonly Place[]): string {
  const named = places.filter(({ number }) => isWithin(range, number)).map(({ name }) => name[language]);
  return range === null ? every : listed(language, named);
}

function coordinate({ plain }: Words, label: "invite" | "whom" | "audit", wanted: Coordination): Button {
  return { label: plain(`staff:buttons.${label}`), tap: coordinationButton.tap(wanted) };
}

function own({ plain }: Words, screen: "languages" | "leave" | "home"): Button {
  return { label: plain(`staff:buttons.${screen}`), tap: teamButton.tap(screen) };
}

export function askLanguage(words: Words, wordsIn: WordsIn): Answer {
  return {
    text: words.html("staff:language"),
    buttons: [
      languages.map((language) => ({
        label: wordsIn(language).plain("telegram:languageName"),
        tap: teamButton.tap("language"),
        language,
      })),
      [own(words, "home")],
    ],
  };
}

export function askLeave(words: Words): Answer {
  const yes = { label: words.plain("staff:buttons.yesLeave"), tap: teamButton.tap("left") };
  return { text: words.html("staff:leave"), buttons: [[yes], [own(words, "home")]] };
}

export function left({ html }: Words): Answer {
  return { text: html("staff:left") };
}

export function whom(words: Words, members: readonly Member[], places: readonly Place[]): Answer {
  const buttons = members.map(({ code, name }) => [
    { label: name, tap: coordinationButton.tap({ kind: "remove" as const, code }) },
  ]);
  const lines = members.map((member) => words.html("staff:member", memberValues(words, member, places)));
  return {
    text: members.length === 0 ? words.html("staff:nobody") : [words.html("staff:whom"), lines.join("\n")].join("\n\n"),
    buttons: [...buttons, [own(words, "home")]],
  };
}

export function askRemove(words: Words, { code, name }: Member): Answer {
  const yes = { label: words.plain("staff:buttons.yesRemove"), tap: coordinationButton.tap({ kind: "removed", code }) };
  return { text: words.html("staff:remove", { name }), buttons: [[yes], [own(words, "home")]] };
}

/** What became of removing somebody, or of leaving. */
export function removed(words: Words, how: "whole" | "partly" | "not-yours" | "last-coordinator"): Answer {
  return { text: words.html(`staff:removed.${how}`), buttons: [[own(words, "home")]] };
}

export function auditShown(
  words: Words,
  entries: readonly AuditedEntry[],
  more: boolean,
  page: number,
  places: readonly Place[],
): Answer {
  const lines = entries.map((entry) => auditLine(words, entry, places));
  const older = {
    label: words.plain("staff:buttons.older"),
    tap: coordinationButton.tap({ kind: "audit", page: page + 1 }),
  };
  return {
    text: [
      words.html("staff:audit.title"),
      entries.length === 0 ? words.html("staff:audit.empty") : lines.join("\n"),
    ].join("\n\n"),
    buttons: [...(more ? [[older]] : []), [own(words, "home")]],
  };
}

function auditLine(words: Words, { at, name, place: number, entry }: AuditedEntry, places: readonly Place[]): string {
  const { html, language } = words;
  const place = places.find((one) => one.number === number);
  const here = at.toZonedDateTimeISO(place?.schedule.timeZone ?? "Europe/Brussels");
  const common = {
    when: `${numericDate(here.toPlainDate())} ${clockTime(language, here.hour * 60 + here.minute)}`,
    name,
    place: place?.name[language] ?? words.plain("staff:everyPlace"),
  };
  switch (entry.what) {
    case "change-added":
    case "change-withdrawn":
      return html(`staff:audit.${entry.what}`, { ...common, days: daysOf(entry) });
    case "broadcast-stopped":
    case "broadcast-resumed":
      return html(`staff:audit.${entry.what}`, common);
    case "face-changed":
      return html("staff:audit.face-changed", common);
    case "hours-edited":
      return html("staff:audit.hours-edited", { ...common, day: numericDate(Temporal.PlainDate.from(entry.from)) });
    case "place-edited":
      return html("staff:audit.place-edited", { ...common, field: words.plain(`place-editing:fields.${entry.field}`) });
    default:
      return html(`staff:audit.${entry.what}`, { ...common, member: entry.member });
  }
}

function daysOf({ from, to }: { readonly from: string; readonly to: string }): string {
  const [first, last] = [from, to].map((day) => numericDate(Temporal.PlainDate.from(day)));
  return first === last ? `${first}` : `${first}–${last}`;
}

/** Who opened an invitation is told what it makes of her. */
export function invitation(words: Words, invited: Invited, places: readonly Place[], secret: string): Answer {
  const { html, plain } = words;
  const values = memberValues(words, invited, places);
  return {
    text: [html("staff:invited", values), html("staff:invitedStored")].join("\n\n"),
    buttons: [[{ label: plain("staff:buttons.join"), tap: joinButton.tap({ secret }) }]],
  };
}

export function invitationGone({ html }: Words): Answer {
  return { text: html("staff:invitationGone") };
}

export function joined(words: Words, name: string, more: readonly Button[]): Answer {
  return {
    text: words.html("staff:joined", { name }),
    buttons: [...more.map((button) => [button]), [own(words, "home")]],
  };
}

export function otherRole({ html }: Words): Answer {
  return { text: html("staff:otherRole") };
}

export function onlyPrivate({ html }: Words): Answer {
  return { text: html("telegram:notAllowed.group") };
}

/** Her colleagues read it when somebody joined. */
export function colleagueJoined({ html }: Words, name: string): Answer {
  return { text: html("staff:colleagueJoined", { name }) };
}

function question(words: Words, text: string, wrong: Wrong | null): string {
  return wrong === null ? text : [words.html(`staff:wrong.${wrong}`), text].join("\n\n");
}

function stepButtons({ plain }: Words, ...names: readonly ("back" | "cancel")[]): readonly Button[] {
  return names.map((name) => ({
    label: plain(`staff:buttons.${name}`),
    tap: answerTap(name === "cancel" ? cancelValue : name),
  }));
}

export function askRole(words: Words, wrong: Wrong | null): Answer {
  const choices = roles.toReversed().map((role: Role) => ({
    label: words.plain(`staff:buttons.role.${role}`),
    tap: answerTap(role),
  }));
  return {
    text: question(words, words.html("staff:askRole"), wrong),
    buttons: [...choices.map((choice) => [choice]), stepButtons(words, "cancel")],
  };
}

export function askPlaces(
  words: Words,
  places: readonly Place[],
  chosen: readonly number[],
  wrong: Wrong | null,
): Answer {
  const { plain, language } = words;
  const choices = places.map(({ number, name }) => ({
    label: chosen.includes(number) ? plain("staff:chosen", { label: name[language] }) : name[language],
    tap: answerTap(String(number)),
  }));
  const all = { label: plain("staff:buttons.all"), tap: answerTap("all") };
  const done = { label: plain("staff:buttons.done"), tap: answerTap("done") };
  return {
    text: question(words, words.html("staff:askPlaces"), wrong),
    buttons: [
      ...choices.map((choice) => [choice]),
      chosen.length === 0 ? [all] : [done],
      stepButtons(words, "back", "cancel"),
    ],
  };
}

export function askName(words: Words, wrong: Wrong | null): Answer {
  return {
    text: question(words, words.html("staff:askName"), wrong),
    buttons: [stepButtons(words, "back", "cancel")],
  };
}

export function invitationMade(words: Words, invited: Invited, places: readonly Place[], link: string): Answer {
  return {
    text: [words.html("staff:made", memberValues(words, invited, places)), words.html("staff:link", { link })].join(
      "\n\n",
    ),
    buttons: [[own(words, "home")]],
    ownButtonsOnly: true,
  };
}

export function notInvited(words: Words): Answer {
  return removed(words, "not-yours");
}
