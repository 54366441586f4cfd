import { defineButton } from "../../telegram/buttons.ts";

export const privacyScreens = ["overview", "stored", "telegram", "access", "who"] as const;

export type PrivacyScreen = (typeof privacyScreens)[number];

export const privacyButton = defineButton<PrivacyScreen>({
  code: "pr",
  write: (screen) => screen,
  read: (payload) => privacyScreens.find((screen) => screen === payload) ?? null,
});

const forgetSteps = ["ask", "yes", "no"] as const;

export type ForgetStep = (typeof forgetSteps)[number];

export const forgetButton = defineButton<ForgetStep>({
  code: "fg",
  write: (step) => step,
  read: (payload) => forgetSteps.find((step) => step === payload) ?? null,
});
