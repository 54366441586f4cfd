import type { Member } from "../../core/staff/member.ts";
import { openCopy } from "../../database/copy.ts";
import { chatCode } from "../../database/keys.ts";
import { seal, unseal } from "../../database/sealing.ts";
import { codeOf, type StaffRepository, type StoredMember } from "./repository.ts";

/** Everybody of the team, from memory: whether somebody belongs to it costs no query. */
export interface Members {
  all(): readonly Member[];
  /** The member who writes in this private chat. */
  in(chatId: number): Member | undefined;
  byCode(code: string): Member | undefined;
  /** Where a member is told something; nothing where her row was sealed with another key. */
  chatOf(member: Pick<Member, "code">): number | undefined;
  /** Reads everybody now. */
  refresh(): Promise<void>;
}

/** Of the codes, and of what seals the chats. */
export interface StaffKeys {
  readonly codes: Uint8Array;
  readonly chats: Uint8Array;
}

const codeIn = ({ codes }: StaffKeys, chatId: number) => codeOf(chatCode(codes, chatId));

/** What stands for a chat, and the chat sealed: what is stored of it. */
export function codedChat(keys: StaffKeys, chatId: number): { readonly code: string; readonly chat: Buffer } {
  const bytes = Buffer.alloc(8);
  bytes.writeBigInt64BE(BigInt(chatId));
  const code = codeIn(keys, chatId);
  return { code, chat: seal(keys.chats, code, bytes) };
}

/** @param onFailure when the team could not be read again; who was known stays */
export async function openMembers(
  repository: StaffRepository,
  keys: StaffKeys,
  onFailure: (cause: unknown) => void,
): Promise<Members> {
  const copy = await openCopy(
    repository,
    (team): ReadonlyMap<string, StoredMember> => new Map(team.map((member) => [member.code, member])),
    onFailure,
  );
  const byCode = copy.content;
  return {
    refresh: copy.refresh,
    all: () => [...byCode().values()],
    // Most bots have no team yet, and most chats are a parent's.
    in: (chatId) => (byCode().size === 0 ? undefined : byCode().get(codeIn(keys, chatId))),
    byCode: (wanted) => byCode().get(wanted),
    chatOf(member) {
      const stored = byCode().get(member.code);
      return stored === undefined ? undefined : chatIn(keys, stored);
    },
  };
}

/** Nothing for a row that was sealed with another key: whoever it was cannot be told anything, and everybody else can. */
function chatIn({ chats }: StaffKeys, { code, chat }: StoredMember): number | undefined {
  try {
    return Number(unseal(chats, code, chat).readBigInt64BE());
  } catch {
    return;
  }
}
