import { asc, eq, lt, sql } from "drizzle-orm";
import type { Language } from "../../core/language.ts";
import type { Member, PlaceRange, Role } from "../../core/staff/member.ts";
import { type Database, type Queries, queriesOf, type Transaction } from "../../database/client.ts";
import type { Original } from "../../database/copy.ts";
import { invitations, staff } from "../../database/schema/staff.ts";

/** A row of the team. */
export interface StoredMember extends Member {
  /** The number of her chat, sealed. */
  readonly chat: Buffer;
}

/** What an invitation makes of whoever opens it. */
export interface Invited {
  readonly name: string;
  readonly role: Role;
  readonly places: PlaceRange;
}

export interface NewInvitation extends Invited {
  readonly hash: Buffer;
  /** The last day on which it can be used, ISO. */
  readonly until: string;
  /** The code of the member who invites; null for the command line. */
  readonly invitedBy: string | null;
}

export interface StaffRepository extends Original<readonly StoredMember[]> {
  /** Everybody, as of now; nobody joins, changes or goes until the transaction ends. */
  readAndHold(transaction: Transaction): Promise<readonly StoredMember[]>;
  /** One member, who stays as she is until the transaction ends; two of them wait for each other. */
  hold(transaction: Transaction, code: string): Promise<Member | undefined>;
  add(transaction: Transaction, member: StoredMember): Promise<void>;
  /** With the conversation that she is in the middle of, and the invitations that she made. */
  remove(transaction: Transaction, code: string): Promise<void>;
  change(
    transaction: Transaction,
    code: string,
    changed: { readonly places?: PlaceRange; readonly language?: Language; readonly reminders?: boolean },
  ): Promise<void>;
  invite(transaction: Transaction, invitation: NewInvitation): Promise<void>;
  /** An invitation that can be used on that day. */
  invitation(hash: Buffer, today: string): Promise<Invited | undefined>;
  /** Takes it: nobody else can use it any more. */
  takeInvitation(transaction: Transaction, hash: Buffer, today: string): Promise<Invited | undefined>;
  /** Erases the invitations that ended before `today`. */
  sweepInvitations(today: string): Promise<void>;
}

const channel = "staff";

export const codeOf = (code: Buffer): string => code.toString("base64url");
export const bytesOf = (code: string): Buffer => Buffer.from(code, "base64url");

function memberOf({ code, ...row }: typeof staff.$inferSelect): StoredMember {
  return { code: codeOf(code), ...row };
}

const notify = (queries: Queries) => queries.execute(sql`select pg_notify(${channel}, '')`);

export function createStaffRepository(database: Database): StaffRepository {
  const readAll = async (queries: Queries) =>
    (await queries.select().from(staff).orderBy(asc(staff.name))).map(memberOf);
  const invited = { name: invitations.name, role: invitations.role, places: invitations.places };
  const valid = (hash: Buffer, today: string) =>
    sql`${invitations.hash} = ${hash} and ${invitations.until} >= ${today}`;

  return {
    readAll: () => readAll(database.queries),
    async readAndHold(transaction) {
      const queries = queriesOf(transaction);
      await queries.execute(sql`lock table ${staff} in share row exclusive mode`);
      return readAll(queries);
    },
    async hold(transaction, code) {
      const [row] = await queriesOf(transaction)
        .select()
        .from(staff)
        .where(eq(staff.code, bytesOf(code)))
        .for("update");
      return row === undefined ? undefined : memberOf(row);
    },
    async add(transaction, { code, chat, name, role, places, language, reminders }) {
      const queries = queriesOf(transaction);
      await queries
        .insert(staff)
        .values({ code: bytesOf(code), chat, name, role, places: places && [...places], language, reminders });
      await notify(queries);
    },
    async remove(transaction, code) {
      const queries = queriesOf(transaction);
      await queries.delete(staff).where(eq(staff.code, bytesOf(code)));
      await notify(queries);
    },
    async change(transaction, code, { places, ...changed }) {
      const queries = queriesOf(transaction);
      await queries
        .update(staff)
        .set({ ...changed, ...(places === undefined ? {} : { places: places && [...places] }) })
        .where(eq(staff.code, bytesOf(code)));
      await notify(queries);
    },
    async invite(transaction, { invitedBy, places, ...invitation }) {
      await queriesOf(transaction)
        .insert(invitations)
        .values({
          ...invitation,
          places: places && [...places],
          invitedBy: invitedBy === null ? null : bytesOf(invitedBy),
        });
    },
    async invitation(hash, today) {
      const [row] = await database.queries.select(invited).from(invitations).where(valid(hash, today));
      return row;
    },
    async takeInvitation(transaction, hash, today) {
      const [row] = await queriesOf(transaction).delete(invitations).where(valid(hash, today)).returning(invited);
      return row;
    },
    async sweepInvitations(today) {
      await database.queries.delete(invitations).where(lt(invitations.until, today));
    },
    watch: (read, onFailure) => database.follow(channel, read, onFailure),
  };
}
