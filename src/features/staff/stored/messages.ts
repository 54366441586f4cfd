import type { Place } from "../../../core/places/place.ts";
import type { Member } from "../../../core/staff/member.ts";
import { listed, numericDate } from "../../../i18n/format.ts";
import type { Words } from "../../../i18n/translate.ts";
import { memberValues } from "../messages.ts";
import type { StoredBeside } from "./repository.ts";

/** What is stored about a member: her row as it stands there, and what else there is. */
export function storedOf(words: Words, member: Member, places: readonly Place[], beside: StoredBeside): string {
  const { html, language } = words;
  const { invited, isInConversation, counted, audited } = beside;
  const days = listed(language, counted.map(numericDate));
  const lines = [
    ...(invited.length > 0 ? [html("staff:stored.invited", { names: listed(language, invited) })] : []),
    ...(isInConversation ? [html("staff:stored.conversation")] : []),
    ...(counted.length > 0 ? [html("staff:stored.counted", { days })] : []),
    ...(audited > 0 ? [html("staff:stored.audited", { number: audited })] : []),
    html("staff:stored.updates"),
    html("staff:stored.nobody"),
  ];
  return [memberRow(words, member, places), lines.join("\n")].join("\n\n");
}

/** As it stands in the database. */
function memberRow(words: Words, member: Member, places: readonly Place[]): string {
  const { html, plain } = words;
  const shownOfCode = 8;
  const code = `${Buffer.from(member.code, "base64url").toString("hex").slice(0, shownOfCode)}…`;
  const reminders = plain(member.reminders ? "staff:stored.yes" : "staff:stored.no");
  const values = { ...memberValues(words, member, places), code, language: member.language, reminders };
  return `<pre>${html("staff:row", values)}</pre>`;
}

/** What erasing everything means for a member, before she does. */
export function leavesTeam({ html }: Words): string {
  return html("staff:forget");
}

export function memberErased({ html }: Words, isRefused: boolean): string {
  return html(isRefused ? "staff:notErased" : "staff:erased");
}
