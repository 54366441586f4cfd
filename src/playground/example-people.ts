import type { Person } from "./protocol.ts";

/** Who is there when the playground starts: a parent for each language the bot speaks, and a member of staff. */
export const examplePeople: readonly Person[] = [
  { id: 410_000_001, firstName: "Noor", languageCode: "nl", role: "parent" },
  { id: 410_000_002, firstName: "Camille", languageCode: "fr", role: "parent" },
  { id: 410_000_003, firstName: "Amina", languageCode: "ar", role: "parent" },
  { id: 410_000_004, firstName: "Staf", languageCode: "nl", role: "staff" },
];
