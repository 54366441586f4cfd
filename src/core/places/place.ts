import type { Language, Localized } from "../language.ts";
import type { Schedule } from "../opening-hours/schedule.ts";

export interface Location {
  /** Degrees, WGS 84. */
  readonly latitude: number;
  readonly longitude: number;
}

/** What an organisation wrote, in the languages in which it wrote it. */
export type PartlyLocalized = { readonly [language in Language]?: string | undefined };

/** Everything about a place that is not its schedule. What is absent is left out, or becomes "ask the team". */
export interface PlaceFacts {
  /** In Brussels a street has a name in each language. */
  readonly address: string | Localized;
  readonly location?: Location | undefined;
  readonly entrance?: PartlyLocalized | undefined;
  readonly transport?: PartlyLocalized | undefined;
  readonly ages?: PartlyLocalized | undefined;
  readonly whoMayCome?: PartlyLocalized | undefined;
  /** `free`, `free-contribution`, or words of its own. */
  readonly price?: "free" | "free-contribution" | PartlyLocalized | undefined;
  readonly whatToBring?: PartlyLocalized | undefined;
  readonly snacks?: PartlyLocalized | undefined;
  readonly prams?: PartlyLocalized | undefined;
  readonly wheelchair?: boolean | PartlyLocalized | undefined;
  readonly changingTable?: boolean | PartlyLocalized | undefined;
  /** IETF tags of the languages that the team speaks. */
  readonly languages?: readonly string[] | undefined;
  readonly houseRules?: PartlyLocalized | undefined;
  readonly whenFull?: PartlyLocalized | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
  readonly website?: string | undefined;
}

export interface Place {
  /** Never given to another place. */
  readonly number: number;
  /** `[a-z0-9-]{1,40}`, as in links and on the command line. */
  readonly slug: string;
  readonly name: Localized;
  readonly facts: PlaceFacts;
  readonly schedule: Schedule;
}

export function addressIn(language: Language, { facts: { address } }: Place): string {
  return typeof address === "string" ? address : address[language];
}

/** The organisation that runs the bot and answers for it. */
export interface Organisation {
  readonly name: string;
  readonly address: string;
  readonly email: string;
  readonly privacyContact: string;
  readonly complaintsContact: string;
  /** Days that back-ups of the database are kept; 0 where none are made, null where it is not said. */
  readonly backupDays: number | null;
}

/** All places as they are now, from memory: asking costs no query, and goes on while the database is away. */
export interface PlaceDirectory {
  all(): readonly Place[];
  byNumber(number: number): Place | undefined;
}
