import { type Localized, languages } from "../../../core/language.ts";
import type { Place } from "../../../core/places/place.ts";
import type { Words, WordsIn } from "../../../i18n/translate.ts";
import type { Answer } from "../../../telegram/answer.ts";
import { answerTap } from "../../../telegram/conversations.ts";
import type { Preview } from "../applying.ts";
import type { Draft } from "../draft.ts";
import { type Asked, button, namesOf, ways, withWrong } from "../messages.ts";

export interface Previewed {
  /** As parents will read it, place by place. */
  readonly previews: readonly Preview[];
  readonly places: readonly Place[];
  readonly draft: Draft;
  readonly isTellable: boolean;
  /** About how many will read it; null where nobody is to. */
  readonly reach: number | null;
}

/** Places of which the message is shown. */
const mostPreviewed = 10;

export function preview(words: Words, { previews, places, draft, isTellable, reach }: Previewed, asked: Asked): Answer {
  const { html, plain } = words;
  const [texts = null, ...others] = previews.map((each) => each.texts);
  const toggle = {
    label: plain(draft.isReasonShown ? "schedule-changes:buttons.hideReason" : "schedule-changes:buttons.showReason"),
    tap: answerTap("show"),
  };
  const reason =
    draft.reason === null || draft.reason === "confirmed"
      ? []
      : [html("schedule-changes:forTeam", { reason: plain(`schedule-changes:buttons.reasons.${draft.reason}`) })];
  const lines = [
    html(texts === null ? "schedule-changes:previewNothing" : "schedule-changes:preview"),
    ...(texts === null ? [] : [languages.map((language) => quote(texts[language])).join("\n")]),
    ...otherPlaces(words, others.slice(0, mostPreviewed - 1), places.slice(mostPreviewed)),
    ...reason,
    ...(reach === null || texts === null ? [] : [reachIn(words, reach)]),
  ];
  return {
    text: withWrong(words, asked.wrong, lines.join("\n\n")),
    buttons: [
      [button(words, "confirm")],
      [...(isTellable ? [toggle] : []), ...(reason.length > 0 ? [button(words, "reason")] : [])],
      [button(words, "line")],
      ways(words, asked.isFirst),
    ].filter((row) => row.length > 0),
  };
}

/** In her own language alone: how the others say it, the first place shows. */
function otherPlaces(words: Words, others: readonly (Localized | null)[], more: readonly Place[]): readonly string[] {
  const quotes = others.flatMap((texts) => (texts === null ? [] : [quote(texts[words.language])]));
  return [
    ...(quotes.length > 0 ? [[words.html("schedule-changes:otherPlaces"), ...quotes].join("\n")] : []),
    ...(more.length > 0 ? [words.html("schedule-changes:morePlaces", { places: namesOf(words, more) })] : []),
  ];
}

const quote = (text: string) => `<blockquote>${text}</blockquote>`;

function reachIn({ html }: Words, reach: number): string {
  return reach < 10 ? html("schedule-changes:reachFew") : html("schedule-changes:reach", { number: reach });
}

/** What parents read of why, in every language once there is anything: where nothing was written, that it is exceptional. */
export function textForParents(wordsIn: WordsIn, draft: Draft, isShown: boolean): Partial<Localized> | null {
  const parts = languages.map((language) => [
    ...(isShown && draft.reason !== null && draft.reason !== "confirmed"
      ? [wordsIn(language).plain(`schedule-changes:reasonsForParents.${draft.reason}`)]
      : []),
    ...(draft.lines[language] === undefined ? [] : [draft.lines[language]]),
  ]);
  if (parts.every((own) => own.length === 0)) {
    return null;
  }
  const texts = languages.map((language, index) => {
    const own = parts[index] ?? [];
    return [language, own.length > 0 ? own.join(". ") : wordsIn(language).plain("schedule-changes:exceptionally")];
  });
  return Object.fromEntries(texts) as Partial<Localized>;
}
