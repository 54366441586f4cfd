import { createHash, randomBytes } from "node:crypto";
import type { Language } from "../../core/language.ts";
import { type Member, type PlaceRange, type Removal, type Role, removal } from "../../core/staff/member.ts";
import type { Database, Transaction } from "../../database/client.ts";
import type { AuditRepository, Doer } from "./audit/repository.ts";
import { codedChat, type StaffKeys } from "./members.ts";
import type { Invited, StaffRepository } from "./repository.ts";

/** Days for which an invitation can be used, the day on which it is made included. */
const invitationDays = 7;

/** Names are lines of a list. */
export const longestName = 40;

const secretLength = 16;

export type Joined =
  | { readonly status: "joined"; readonly name: string }
  /** Used, ended or never there. */
  | { readonly status: "gone" }
  /** She belongs to the team in another role; both at once would give her more than either coordinator meant. */
  | { readonly status: "other-role" };

/** Who belongs to the team: joining and leaving. What changes somebody's rights is one transaction with its audit. */
export interface Team {
  /** @returns the secret of the link; of it only the hash is stored */
  invite(transaction: Transaction, by: Doer, invited: Invited, now: Temporal.Instant): Promise<string>;
  /** What an invitation offers; nothing where it cannot be used any more. */
  invitation(secret: string, now: Temporal.Instant): Promise<Invited | undefined>;
  join(chatId: number, secret: string, language: Language, now: Temporal.Instant): Promise<Joined>;
  remove(transaction: Transaction, by: Member, code: string, now: Temporal.Instant): Promise<Removal>;
  /** From the command line, where nothing is refused. @returns whether there was somebody of that name */
  removeNamed(name: string, now: Temporal.Instant): Promise<boolean>;
  /** Erases what has been kept for long enough. */
  sweep(now: Temporal.Instant): Promise<void>;
}

export interface TeamParts {
  readonly inTransaction: Database["inTransaction"];
  readonly repository: StaffRepository;
  readonly audit: AuditRepository;
  /** Absent on the command line, which knows no chats. */
  readonly keys: StaffKeys | undefined;
  readonly allPlaces: () => readonly number[];
  readonly timeZone: string;
}

/** Who does what is done on the command line. */
export const commandLine: Doer = { code: null, name: "command line" };

export function createTeam({ inTransaction, repository, audit, keys, allPlaces, timeZone }: TeamParts): Team {
  const dayOf = (now: Temporal.Instant) => now.toZonedDateTimeISO(timeZone).toPlainDate();
  const hashOf = (secret: string) => createHash("sha256").update(secret).digest();
  const placeOf = (places: PlaceRange) => (places?.length === 1 ? (places[0] ?? null) : null);

  async function strike(transaction: Transaction, by: Doer, member: Member, now: Temporal.Instant): Promise<void> {
    await repository.remove(transaction, member.code);
    await audit.add(transaction, now, by, placeOf(member.places), removedEntry(member));
  }

  return {
    async invite(transaction, by, { name, role, places }, now) {
      const secret = randomBytes(secretLength).toString("base64url");
      const until = dayOf(now)
        .add({ days: invitationDays - 1 })
        .toString();
      await repository.invite(transaction, { name, role, places, until, hash: hashOf(secret), invitedBy: by.code });
      await audit.add(transaction, now, by, placeOf(places), { what: "member-invited", member: name, role });
      return secret;
    },
    invitation: (secret, now) => repository.invitation(hashOf(secret), dayOf(now).toString()),
    join: (chatId, secret, language, now) =>
      inTransaction(async (transaction): Promise<Joined> => {
        const all = await repository.readAndHold(transaction);
        const invited = await repository.takeInvitation(transaction, hashOf(secret), dayOf(now).toString());
        if (invited === undefined || keys === undefined) {
          return { status: "gone" };
        }
        const coded = codedChat(keys, chatId);
        const known = all.find(({ code }) => code === coded.code);
        const member = known ?? {
          ...invited,
          ...coded,
          name: freeName(
            invited.name,
            all.map(({ name }) => name),
          ),
          language,
          reminders: false,
        };
        if (known === undefined) {
          await repository.add(transaction, member);
        } else if (known.role === invited.role) {
          await repository.change(transaction, known.code, { places: joinedPlaces(known.places, invited.places) });
        } else {
          return { status: "other-role" };
        }
        const entry = { what: "member-joined", member: member.name, role: member.role } as const;
        await audit.add(transaction, now, member, placeOf(invited.places), entry);
        return { status: "joined", name: member.name };
      }),
    async remove(transaction, by, code, now) {
      const all = await repository.readAndHold(transaction);
      const member = all.find((one) => one.code === code);
      // Removed already: as it was wished.
      const decided = member === undefined ? ({ kind: "whole" } as const) : removal(member, by, all, allPlaces());
      if (member !== undefined && decided.kind === "whole") {
        await strike(transaction, by, member, now);
      } else if (member !== undefined && decided.kind === "partly") {
        await repository.change(transaction, code, { places: decided.left });
        await audit.add(transaction, now, by, null, removedEntry(member));
      }
      return decided;
    },
    removeNamed: (name, now) =>
      inTransaction(async (transaction) => {
        const member = (await repository.readAndHold(transaction)).find((one) => one.name === name);
        if (member !== undefined) {
          await strike(transaction, commandLine, member, now);
        }
        return member !== undefined;
      }),
    async sweep(now) {
      await repository.sweepInvitations(dayOf(now).toString());
      await audit.sweep(now.toZonedDateTimeISO(timeZone).subtract({ years: 1 }).toInstant());
    },
  };
}

const removedEntry = ({ name, role }: { readonly name: string; readonly role: Role }) =>
  ({ what: "member-removed", member: name, role }) as const;

/** Two who are called the same are told apart by a number. */
function freeName(wanted: string, taken: readonly string[]): string {
  let name = wanted;
  for (let number = 2; taken.includes(name); number += 1) {
    name = `${wanted} ${number}`;
  }
  return name;
}

function joinedPlaces(one: PlaceRange, other: PlaceRange): PlaceRange {
  return one === null || other === null ? null : [...new Set([...one, ...other])].toSorted((a, b) => a - b);
}
