import { defineButton } from "../../../telegram/buttons.ts";

export interface Turning {
  readonly to: "stopped" | "under-way";
  /** The number of the broadcast. */
  readonly broadcast: number;
}

/** Stops a broadcast, or lets it go on: `stop~12`. */
export const turnButton = defineButton<Turning>({
  code: "bt",
  write: ({ to, broadcast }) => `${to === "stopped" ? "stop" : "on"}~${broadcast}`,
  read(payload) {
    const [, to, number] = /^(stop|on)~(\d{1,9})$/.exec(payload) ?? [];
    return to === undefined ? null : { to: to === "stop" ? "stopped" : "under-way", broadcast: Number(number) };
  },
});
