/** Where the present moment comes from: the system's clock, a fixed one, or the playground's. */
export type Clock = () => Temporal.Instant;
