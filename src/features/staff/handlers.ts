import type { Language } from "../../core/language.ts";
import type { Place } from "../../core/places/place.ts";
import { isWithin, type Member, removal } from "../../core/staff/member.ts";
import type { WordsIn } from "../../i18n/translate.ts";
import type { Answer, Button, Reply, Told } from "../../telegram/answer.ts";
import { type Conversation, type Feature, onTap, type Request } from "../../telegram/feature.ts";
import type { TakeTurn, Turn } from "../../telegram/turn.ts";
import type { AuditRepository } from "./audit/repository.ts";
import { type Coordination, coordinationButton, joinButton, teamButton } from "./buttons.ts";
import { inviting } from "./conversation.ts";
import type { Members } from "./members.ts";
import {
  askLanguage,
  askLeave,
  askRemove,
  auditShown,
  colleagueJoined,
  invitation,
  invitationGone,
  joined,
  left,
  onlyPrivate,
  otherRole,
  removed,
  teamHome,
  whom,
} from "./messages.ts";
import type { StaffRepository } from "./repository.ts";
import type { Team } from "./team.ts";

export interface StaffParts {
  readonly members: Members;
  readonly repository: StaffRepository;
  readonly team: Team;
  readonly audit: AuditRepository;
  readonly takeTurn: TakeTurn;
  readonly places: () => readonly Place[];
  readonly wordsIn: WordsIn;
  readonly inviting: Conversation;
  /** What else there is for the team, as buttons of its first screen. */
  readonly more: (request: Request) => readonly Button[];
}

export interface StaffFeature extends Feature {
  /** Answers `/start i_SECRET`. Following the link changes nothing; the button under it does. */
  readonly answerInvitation: (request: Request, secret: string) => Promise<Reply>;
}

/** Lines of the audit in one message. */
const auditPage = 15;

export function createStaffFeature(parts: StaffParts): StaffFeature {
  const { members, repository, team, places, takeTurn } = parts;

  /** Does something in a turn of its own, once, and reads the team anew. */
  async function inTurn(request: Request, work: (turn: Turn) => Promise<Reply>): Promise<Reply> {
    const reply = await takeTurn(request, work);
    await members.refresh();
    return reply ?? { show: left(request.words) };
  }

  const meIn = ({ chat, staff }: Request) => members.in(chat.id) ?? staff;

  function answerHome(request: Request): Answer {
    const me = meIn(request);
    return me === undefined
      ? left(request.words)
      : teamHome(request.words, { me, members: colleaguesOf(me), places: places(), more: parts.more(request) });
  }

  /** Whoever has a place in common with her, and herself first. */
  function colleaguesOf(me: Member): readonly Member[] {
    const hers = places().filter(({ number }) => isWithin(me.places, number));
    const near = members.all().filter((one) => hers.some(({ number }) => isWithin(one.places, number)));
    return [me, ...near.filter(({ code }) => code !== me.code)];
  }

  async function answerOwn(request: Request, screen: ReturnType<typeof teamButton.read>): Promise<Reply> {
    const { words } = request;
    switch (screen) {
      case "languages":
        return { show: askLanguage(words, parts.wordsIn) };
      case "language":
        return inTurn(request, async ({ transaction, member }) => {
          await repository.change(transaction, member.code, { language: words.language });
          return { show: answerHome(request), menus: menuOf(request.chat.id, words.language, true) };
        });
      case "leave":
        return { show: askLeave(words) };
      case "left":
        return inTurn(request, (turn) => remove(request, turn, turn.member.code));
      default:
        return { show: answerHome(request) };
    }
  }

  async function remove({ words, now }: Request, { transaction, member }: Turn, code: string): Promise<Reply> {
    if (code !== member.code && member.role !== "coordinator") {
      return { show: removed(words, "not-yours") };
    }
    const chat = members.chatOf({ code });
    const decided = await team.remove(transaction, member, code, now);
    const menus = decided.kind === "whole" && chat !== undefined ? menuOf(chat, words.language, false) : [];
    if (decided.kind === "whole" && code === member.code) {
      return { show: left(words), menus };
    }
    return { show: removed(words, decided.kind === "refused" ? decided.why : decided.kind), menus };
  }

  async function coordinate(request: Request, wanted: Coordination): Promise<Reply> {
    const { words, staff } = request;
    if (staff === undefined) {
      return { show: left(words) };
    }
    switch (wanted.kind) {
      case "invite":
        return { begin: { conversation: inviting, with: null } };
      case "whom":
        return { show: whom(words, removableBy(staff), places()) };
      case "remove": {
        const member = members.byCode(wanted.code);
        return { show: member === undefined ? removed(words, "whole") : askRemove(words, member) };
      }
      case "removed":
        return inTurn(request, (turn) => remove(request, turn, wanted.code));
      case "audit":
        return { show: await answerAudit(request, staff, wanted.page) };
    }
  }

  function removableBy(me: Member): readonly Member[] {
    const numbers = places().map(({ number }) => number);
    return members
      .all()
      .filter((one) => one.code !== me.code && removal(one, me, members.all(), numbers).kind !== "refused");
  }

  async function answerAudit({ words }: Request, me: Member, page: number): Promise<Answer> {
    const entries = await parts.audit.newest(me.places, { from: page * auditPage, count: auditPage + 1 });
    return auditShown(words, entries.slice(0, auditPage), entries.length > auditPage, page, places());
  }

  async function answerInvitation({ words, chat, now }: Request, secret: string): Promise<Reply> {
    if (!chat.private) {
      return { show: onlyPrivate(words) };
    }
    const invited = await team.invitation(secret, now);
    return { show: invited === undefined ? invitationGone(words) : invitation(words, invited, places(), secret) };
  }

  async function join(request: Request, secret: string): Promise<Reply> {
    const { words, chat, now } = request;
    if (!chat.private) {
      return { show: onlyPrivate(words) };
    }
    const outcome = await team.join(chat.id, secret, words.language, now);
    await members.refresh();
    switch (outcome.status) {
      case "joined": {
        const me = members.in(chat.id);
        const show = joined(words, outcome.name, parts.more({ ...request, staff: me }));
        const tell = me === undefined ? [] : toldTo(coordinatorsNear(me), me.name);
        return { show, tell, menus: menuOf(chat.id, words.language, true) };
      }
      // The same tap may come twice.
      case "gone":
        return { show: members.in(chat.id) === undefined ? invitationGone(words) : answerHome(request) };
      case "other-role":
        return { show: otherRole(words) };
    }
  }

  const menuOf = (chat: number, language: Language, isMember: boolean) => [{ chat, language, isMember }];

  const coordinatorsNear = (me: Member) =>
    colleaguesOf(me).filter(({ code, role }) => code !== me.code && role === "coordinator");

  function toldTo(others: readonly Member[], name: string): readonly Told[] {
    return others.flatMap((other) => {
      const chat = members.chatOf(other);
      const { language } = other;
      return chat === undefined ? [] : [{ chat, language, answer: colleagueJoined(parts.wordsIn(language), name) }];
    });
  }

  return {
    answerInvitation,
    commands: [{ command: "staff", permission: "staff", answer: (request) => ({ show: answerHome(request) }) }],
    taps: [
      onTap(teamButton, "staff", answerOwn),
      onTap(coordinationButton, "coordinator", coordinate),
      onTap(joinButton, "anyone", (request, { secret }) => join(request, secret)),
    ],
    conversations: [parts.inviting],
  };
}
