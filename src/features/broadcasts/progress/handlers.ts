import { isOver } from "../../../core/delivery/progress.ts";
import type { Place } from "../../../core/places/place.ts";
import type { AuditEntry } from "../../../core/staff/audit.ts";
import { type Member, may } from "../../../core/staff/member.ts";
import type { Transaction } from "../../../database/client.ts";
import type { Reply } from "../../../telegram/answer.ts";
import { type Feature, onTap, type Request } from "../../../telegram/feature.ts";
import type { TakeTurn } from "../../../telegram/turn.ts";
import { type Turning, turnButton } from "./buttons.ts";
import { progressShown, turnRefused } from "./messages.ts";
import type { ProgressPlace } from "./place.ts";
import type { Followed, ProgressRepository } from "./repository.ts";

export interface ProgressFeatureParts {
  readonly repository: Pick<ProgressRepository, "read">;
  /** @returns whether it could be */
  readonly turn: (transaction: Transaction, broadcast: number, to: Turning["to"]) => Promise<boolean>;
  readonly open: (broadcast: number, sealed: Buffer) => ProgressPlace | undefined;
  readonly placeOf: (number: number | null) => Place | undefined;
  readonly takeTurn: TakeTurn;
  /** Writes down who did what where. */
  readonly audit: (
    transaction: Transaction,
    now: Temporal.Instant,
    by: Member,
    place: number | null,
    entry: AuditEntry,
  ) => Promise<void>;
}

/** Stops and resumes a broadcast from the message that shows how it goes. */
export function createProgressFeature(parts: ProgressFeatureParts): Feature {
  /** A coordinator of the place, or the member who announced it while the place is still hers. */
  function mayTurn(member: Member, chat: number, { number, place, progress }: Followed): boolean {
    const isHers = place === null ? member.places === null : may(member, "change-schedule", place);
    return isHers && (member.role === "coordinator" || parts.open(number, progress)?.chat === chat);
  }

  async function answer(request: Request, { to, broadcast }: Turning): Promise<Reply> {
    const { words, chat, now } = request;
    const reply = await parts.takeTurn(request, async ({ transaction, member, isRepeated }): Promise<Reply> => {
      const followed = await parts.repository.read(transaction, broadcast);
      if (followed === undefined || isOver(followed.state)) {
        return { notice: turnRefused(words, "over") };
      }
      if (!mayTurn(member, chat.id, followed)) {
        return { notice: turnRefused(words, "notYours") };
      }
      const isTurned = !isRepeated && (await parts.turn(transaction, broadcast, to));
      if (isTurned) {
        const what = to === "stopped" ? "broadcast-stopped" : "broadcast-resumed";
        await parts.audit(transaction, now, member, followed.place, { what, broadcast: String(broadcast) });
      }
      const state = isTurned ? to : followed.state;
      return { show: progressShown(words, { ...followed, state }, parts.placeOf(followed.place), null) };
    });
    return reply ?? { notice: turnRefused(words, "notYours") };
  }

  return { commands: [], taps: [onTap(turnButton, "staff", answer)] };
}
