import type { Database } from "../../database/client.ts";
import { seal, unseal } from "../../database/sealing.ts";
import type { TakeTurn } from "../../telegram/turn.ts";
import { bytesOf, type StaffRepository } from "./repository.ts";
import type { TurnsRepository } from "./turns/repository.ts";

/** How long a conversation waits for its next step, and for how long an update is known to have had its effect. */
const hoursKept = 24;

/** What a sealed conversation is bound to. */
export const conversationIdentity = (code: string) => `conversation of ${code}`;

export interface Turns {
  readonly take: TakeTurn;
  sweep(now: Temporal.Instant): Promise<void>;
}

/**
 * One transaction for each update of a member, which first holds her row: whoever was removed meanwhile, on whatever
 * replica, is nobody, and two of her updates come one after the other.
 *
 * @param key seals what she is in the middle of
 */
export function createTurns(
  database: Database,
  staff: Pick<StaffRepository, "hold">,
  repository: TurnsRepository,
  key: Uint8Array,
): Turns {
  const sweep = (now: Temporal.Instant) => repository.sweep(now, now.subtract({ hours: hoursKept }));

  return {
    sweep,
    take: ({ staff: known, update, now }, work) =>
      database.inTransaction(async (transaction) => {
        const member = known === undefined ? undefined : await staff.hold(transaction, known.code);
        if (member === undefined) {
          return null;
        }
        const code = bytesOf(member.code);
        const identity = conversationIdentity(member.code);
        const isRepeated = !(await repository.begin(transaction, update, now));
        return work({
          transaction,
          member,
          isRepeated,
          async pass() {
            if (!isRepeated) {
              await repository.forget(transaction, update);
            }
          },
          async read() {
            const sealed = await repository.read(transaction, code, now);
            return sealed === undefined ? null : unseal(key, identity, sealed).toString();
          },
          keep: (state) =>
            state === null
              ? repository.erase(transaction, code)
              : repository.keep(
                  transaction,
                  code,
                  seal(key, identity, Buffer.from(state)),
                  now.add({ hours: hoursKept }),
                ),
        });
      }),
  };
}
