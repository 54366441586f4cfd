import type { Member } from "../core/staff/member.ts";
import type { WordsIn } from "../i18n/translate.ts";
import type { Reply } from "./answer.ts";
import type { Permission, Request } from "./feature.ts";
import { notAllowed } from "./messages.ts";

/** Whether who asks may use what has this permission. What has none, or one that is not known, is refused. */
export function isAllowed(permission: Permission, { chat, staff }: Pick<Request, "chat" | "staff">): boolean {
  switch (permission) {
    case "anyone":
      return true;
    case "staff":
      return chat.private && staff !== undefined;
    case "coordinator":
      return chat.private && staff?.role === "coordinator";
    default:
      return false;
  }
}

/** What is said in the place of an answer. */
export function refused(permission: Permission, { chat, staff, words }: Request): Reply {
  const isColleague = staff !== undefined && permission === "coordinator";
  const allowed = isColleague ? "coordinator" : "staff";
  return { notice: notAllowed(words, chat.private ? allowed : "group") };
}

/** The same request as that of the member who writes in the chat; in her own language, unless she just used another. */
export function asMember(
  request: Request,
  memberIn: (chatId: number) => Member | undefined,
  wordsIn: WordsIn,
): Request {
  const staff = request.chat.private ? memberIn(request.chat.id) : undefined;
  if (staff === undefined) {
    return request;
  }
  const isSaid = request.languageSource === "button" || request.languageSource === "typed";
  return { ...request, staff, words: isSaid ? request.words : wordsIn(staff.language) };
}
