import type { Place } from "../../core/places/place.ts";
import { isWithin, type Member, may, type PlaceRange, type Role, roles } from "../../core/staff/member.ts";
import type { Conversation, Ending, Entered, Request, Steps } from "../../telegram/feature.ts";
import { askName, askPlaces, askRole, invitationMade, notInvited, type Wrong } from "./messages.ts";
import { longestName, type Team } from "./team.ts";

export interface InvitingParts {
  readonly team: Team;
  readonly places: () => readonly Place[];
  readonly linkTo: (argument: string) => string;
}

export const inviting = "invite";

/** A coordinator invites: in which role, for which of her places, and who. */
export function createInviting({ team, places, linkTo }: InvitingParts): Conversation {
  const hers = (member: Member | undefined) =>
    places().filter(({ number }) => member !== undefined && may(member, "invite", number));

  return { name: inviting, permission: "coordinator", run };

  async function run(steps: Steps): Promise<Ending> {
    let wrong: Wrong | null = null;
    for (;;) {
      const role = await askedRole(steps, wrong);
      const chosen = await askedPlaces(steps);
      const name = chosen === "back" ? "back" : await askedName(steps);
      if (chosen === "back" || name === "back") {
        wrong = null;
        continue;
      }
      return end(steps, { ...name, role, places: chosen });
    }
  }

  async function askedRole(steps: Steps, before: Wrong | null): Promise<Role> {
    let wrong = before;
    for (;;) {
      const entered = await steps.ask(({ words }) => askRole(words, wrong));
      const role = roles.find((one) => entered.kind === "tap" && one === entered.value);
      if (role !== undefined) {
        return role;
      }
      wrong = "tap";
    }
  }

  /** Not asked of who has one place. */
  async function askedPlaces(steps: Steps): Promise<PlaceRange | "back"> {
    const range = await steps.record(({ staff }) => ({
      all: staff?.places === null,
      numbers: hers(staff).map(({ number }) => number),
    }));
    if (range.numbers.length === 1 && !range.all) {
      return range.numbers;
    }
    let chosen: readonly number[] = [];
    let wrong: Wrong | null = null;
    for (;;) {
      const shown = { chosen, wrong };
      const entered = await steps.ask(({ words, staff }) => askPlaces(words, hers(staff), shown.chosen, shown.wrong));
      const value = entered.kind === "tap" ? entered.value : "";
      const done = doneWith(value, chosen, range);
      if (done !== undefined) {
        return done;
      }
      const number = range.numbers.find((one) => String(one) === value);
      wrong = number === undefined ? "places" : null;
      chosen = number === undefined ? chosen : toggled(chosen, number);
    }
  }

  async function askedName(steps: Steps): Promise<{ readonly name: string } | "back"> {
    let wrong: Wrong | null = null;
    for (;;) {
      const shown = wrong;
      const entered = await steps.ask(({ words }) => askName(words, shown));
      const name = nameIn(entered);
      if (name !== null) {
        return name;
      }
      wrong = "name";
    }
  }

  async function end(
    steps: Steps,
    invited: { readonly name: string; readonly role: Role; readonly places: PlaceRange },
  ): Promise<Ending> {
    const secret = await steps.record(async ({ staff, now }: Request, transaction) => {
      // Her own rights may have changed since she chose.
      const isHers = staff !== undefined && isInvitable(staff, invited.places);
      return isHers ? team.invite(transaction, staff, invited, now) : null;
    });
    return ({ words }) =>
      secret === null
        ? { show: notInvited(words) }
        : { show: invitationMade(words, invited, places(), linkTo(`i_${secret}`)) };
  }
}

/** The choice of places, once it is made. */
function doneWith(
  value: string,
  chosen: readonly number[],
  range: { readonly all: boolean; readonly numbers: readonly number[] },
): PlaceRange | "back" | undefined {
  switch (value) {
    case "back":
      return "back";
    case "all":
      return range.all ? null : range.numbers;
    case "done":
      return chosen.length > 0 ? chosen : undefined;
    default:
      return undefined;
  }
}

function isInvitable(member: Member, wanted: PlaceRange): boolean {
  return wanted === null
    ? member.places === null && member.role === "coordinator"
    : wanted.every((place) => may(member, "invite", place) && isWithin(member.places, place));
}

function toggled(chosen: readonly number[], number: number): readonly number[] {
  return chosen.includes(number) ? chosen.filter((one) => one !== number) : [...chosen, number];
}

/** One line that is not too long; "back" is a button. */
function nameIn(entered: Entered): { readonly name: string } | "back" | null {
  if (entered.kind === "tap") {
    return entered.value === "back" ? "back" : null;
  }
  const name = entered.kind === "text" ? entered.text.trim().replace(/\s+/g, " ") : "";
  return name === "" || name.length > longestName || name.startsWith("/") ? null : { name };
}
