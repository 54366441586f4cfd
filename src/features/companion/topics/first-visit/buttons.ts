import { defineButton } from "../../../../telegram/buttons.ts";

export const steps = [1, 2, 3, 4, 5] as const;

export type Step = (typeof steps)[number];

/** A step of the first visit. Which one is in the button, so that nobody's way through it is remembered. */
export const stepButton = defineButton<Step>({
  code: "fv",
  write: String,
  read: (payload) => steps.find((step) => String(step) === payload) ?? null,
});
