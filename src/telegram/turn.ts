import type { Member } from "../core/staff/member.ts";
import type { Transaction } from "../database/client.ts";
import type { Request } from "./feature.ts";

/** What one update of a member does, in one transaction: all of it happens, once, or nothing. */
export interface Turn {
  readonly transaction: Transaction;
  /** As she is now. */
  readonly member: Member;
  /** Whether this update came before, and had its effect. */
  readonly isRepeated: boolean;
  /** Nothing here was for this update: what it does comes in another turn. */
  pass(): Promise<void>;
  /** What she is in the middle of; null where it is nothing, or where it waited too long. */
  read(): Promise<string | null>;
  /** Null: she is in the middle of nothing any more. */
  keep(state: string | null): Promise<void>;
}

/** @returns null where who writes is not, or no longer, a member */
export type TakeTurn = <T>(request: Request, work: (turn: Turn) => Promise<T>) => Promise<T | null>;
