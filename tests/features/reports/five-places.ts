import { beforeAll } from "vitest";
import { administerPlaces, openReports } from "../../../src/assembly/commands.ts";
import { loadCalendars } from "../../../src/calendars.ts";
import { yearOf } from "../../../src/core/feedback/period.ts";
import type { Language } from "../../../src/core/language.ts";
import type { Place } from "../../../src/core/places/place.ts";
import { connect, type Database } from "../../../src/database/client.ts";
import type { Reports } from "../../../src/features/reports/reports.ts";
import { emptyDatabase } from "../../support/bot-surroundings.ts";
import { cleanUp } from "../../support/clean-up.ts";
import { tapWeeks } from "../../support/published-weeks.ts";

export const names: readonly (readonly [slug: string, nl: string])[] = [
  ["de-zandbak", "De Zandbak"],
  ["het-treintje", "Het Treintje"],
  ["de-boom", "De Boom"],
  ["gevaar", '=HYPERLINK("http://evil.example";"klik")'],
  ["vijf", "Plek vijf"],
];

export let url: string;
export let reports: Reports;
export let places: readonly Place[];

/** For the tests of a file five places, with what parents tapped in 2026. */
export function tapInFivePlaces(): void {
  beforeAll(async () => {
    url = await emptyDatabase();
    const database: Database = await connect(url);
    cleanUp(database.close);
    const text = `places:\n${names.map(([slug, nl]) => `  - { slug: ${slug}, name: { nl: ${JSON.stringify(nl)}, fr: ${JSON.stringify(nl)}, ar: مكان }, address: Straat 1, hours: "Mo 09:00-12:00", schoolCalendar: none }`).join("\n")}\n`;
    const result = await administerPlaces(database, Temporal.Now.instant).importFile(text, "places.yaml", false);
    if (!result.ok) throw new Error(result.problems.join("\n"));
    places = (await administerPlaces(database, Temporal.Now.instant).read()).places;
    reports = openReports(database, loadCalendars(), Temporal.Now.instant);
    await tapWeeks(
      url,
      [
        // Two weeks make a block: neither has 20 answers by itself.
        { place: 1, day: "2026-01-05", tapped: { did_good: 8, pleasant: 5, so_so: 4, not_alone: 9 } },
        {
          place: 1,
          day: "2026-01-12",
          tapped: { did_good: 4, pleasant: 3, so_so: 2, not_at_ease: 5, not_alone: 6, too_busy: 3 },
        },
        // Few are uneasy: joined.
        {
          place: 1,
          day: "2026-01-19",
          tapped: { did_good: 11, pleasant: 7, so_so: 4, not_at_ease: 2, too_busy: 8, not_alone: 2 },
        },
        // With few visits a block takes long: this one ends in the next year.
        { place: 1, day: "2026-12-28", tapped: { did_good: 20, pleasant: 6 } },
        // Nobody but the content: no faces are shown.
        { place: 2, day: "2026-02-02", tapped: { did_good: 21, met_others: 10 } },
        { place: 4, day: "2026-02-02", tapped: { did_good: 9, pleasant: 6, so_so: 5, not_at_ease: 6 } },
        // Too few so far: nobody may learn of them.
        { place: 3, day: "2026-02-02", tapped: { did_good: 19, language: 19 } },
      ],
      "2027-01-04",
    );
  });
}

export const year = (its: readonly Place[], language: Language = "nl") =>
  reports.read({ places: its, period: yearOf("calendar", 2026), language });
export const place = (number: number) => places[number - 1] as Place;

export interface Json {
  readonly answers: number | null;
  readonly faces: {
    readonly answers: number;
    readonly groups: readonly { readonly choice: string; readonly count: number }[];
  };
  readonly brought: readonly {
    readonly choice: string;
    readonly count: number | null;
    readonly of?: number;
    readonly blocks: number;
  }[];
  readonly blocks: readonly { readonly from: string; readonly to: string; readonly answers: number }[];
  readonly left_out: readonly object[];
  readonly not_yet: readonly object[];
  readonly statements: readonly string[];
  readonly notes: readonly string[];
}
export const json = async (its: readonly Place[], language?: Language) => (await year(its, language)).json() as Json;
