/** Wakes whoever waits. */
export interface Bell {
  ring(): void;
  /** Until it rings, or so many milliseconds passed. */
  wait(milliseconds: number): Promise<void>;
}

export function createBell(): Bell {
  let rang = Promise.withResolvers<void>();
  return {
    ring: () => rang.resolve(),
    async wait(milliseconds) {
      const timer = setTimeout(() => rang.resolve(), milliseconds);
      await rang.promise;
      clearTimeout(timer);
      rang = Promise.withResolvers<void>();
    },
  };
}
