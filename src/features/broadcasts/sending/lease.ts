import type { SendingRepository, Taking } from "./repository.ts";

/** The right to send, which one process has at a time: Telegram's limit is one for the whole bot. */
export interface Lease {
  take(): Promise<Taking>;
  /** Whether it is still this process's, as far as its own clock knows: it is over here before it is over for others. */
  isHeld(): boolean;
  release(): Promise<void>;
}

export interface LeaseParts {
  readonly repository: SendingRepository;
  /** A random value of this process. */
  readonly holder: string;
  /** Milliseconds for which it is valid without being renewed. */
  readonly length: number;
  readonly onFailure: (cause: unknown) => void;
}

/** Of its length: clocks run apart, and a request takes its time. */
const trusted = 0.9;

/** It is renewed three times in its length, so that one failure loses nothing. */
export function createLease({ repository, holder, length, onFailure }: LeaseParts): Lease {
  let validUntil = 0;
  let renewing: NodeJS.Timeout | undefined;

  async function take(): Promise<Taking> {
    const asked = performance.now();
    const outcome = await repository.takeLease(holder, length);
    validUntil = outcome === "held" ? 0 : asked + length * trusted;
    return outcome;
  }

  function renew(): void {
    take()
      .then((outcome) => {
        // Somebody else had it in between, and may be sending what is claimed here.
        if (outcome === "taken") {
          validUntil = 0;
        }
      })
      .catch(onFailure);
  }

  return {
    async take() {
      const outcome = await take();
      if (outcome !== "held") {
        clearInterval(renewing);
        renewing = setInterval(renew, length / 3);
      }
      return outcome;
    },
    isHeld: () => performance.now() < validUntil,
    async release() {
      clearInterval(renewing);
      validUntil = 0;
      await repository.releaseLease(holder);
    },
  };
}
