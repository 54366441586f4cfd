import { createHash, randomBytes } from "node:crypto";
import type { Role } from "../../src/core/staff/member.ts";
import type { ActingParent } from "./acting-parent.ts";
import type { TestApp } from "./app.ts";

export interface Newcomer {
  readonly role?: Role;
  readonly name?: string;
  /** Slugs; absent: every place. */
  readonly places?: readonly string[];
  readonly language?: string;
}

const yes: Readonly<Record<string, string>> = {
  nl: "Ja, ik hoor bij het team",
  fr: "Oui, je suis de l’équipe",
  ar: "نعم، أنا من الفريق",
};

/** The argument of a link as `staff invite` prints it. */
export async function inviteInto(app: TestApp, { role = "coordinator", name, places }: Newcomer): Promise<string> {
  const secret = randomBytes(16).toString("base64url");
  const numbers = places && (await app.sql`select number from places where slug in ${app.sql([...places])}`);
  await app.sql`
    insert into invitations (hash, name, role, places, until)
    values (${createHash("sha256").update(secret).digest()}, ${name ?? role}, ${role},
      ${numbers?.map(({ number }) => number as number) ?? null}, '2099-01-01')`;
  return `i_${secret}`;
}

/** Somebody who has just joined the team, by an invitation. */
export async function joinTeam(app: TestApp, newcomer: Newcomer = {}): Promise<ActingParent> {
  const { language = "nl" } = newcomer;
  const person = await app.parent(language);
  await person.say(`/start ${await inviteInto(app, newcomer)}`);
  await person.tap(yes[language] ?? "");
  return person;
}
