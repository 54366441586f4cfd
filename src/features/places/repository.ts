import { and, asc, eq, gt, sql } from "drizzle-orm";
import { parseExpression } from "../../core/opening-hours/parse.ts";
import type { Schedule, ScheduleChange } from "../../core/opening-hours/schedule.ts";
import type { Organisation, Place, PlaceFacts } from "../../core/places/place.ts";
import { type Database, type Queries, queriesOf, type Transaction } from "../../database/client.ts";
import type { Original } from "../../database/copy.ts";
import { placesChanged } from "../../database/notifications.ts";
import { hours, organisation, places, scheduleChanges } from "../../database/schema.ts";
import { type Difference, differencesOf } from "./edited.ts";
import type { FilePlace } from "./file-schema.ts";
import type { PlacesFile } from "./places-file.ts";

export interface StoredPlaces {
  readonly organisation: Organisation | undefined;
  /** By number. */
  readonly places: readonly Place[];
}

export interface Imported {
  readonly organisationChanged: boolean;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
}

export type Stored =
  | { readonly status: "stored"; readonly imported: Imported }
  | { readonly status: "differs"; readonly differences: readonly Difference[] };

export interface PlacesRepository extends Original<StoredPlaces> {
  /**
   * Stores what a file says; never removes a place. Where it says otherwise than what was edited in the chat, it changes
   * nothing unless it is forced to.
   *
   * @param today from which hours hold that the file gives without a start date
   */
  store(transaction: Transaction, file: PlacesFile, today: Temporal.PlainDate, force: boolean): Promise<Stored>;
}

/** Hours that were always so, as far as anybody knows. */
const always = "0001-01-01";

export function createPlacesRepository(database: Database): PlacesRepository {
  return {
    readAll: () => readAll(database.queries),
    async store(transaction, file, today, force) {
      const queries = queriesOf(transaction);
      // Two imports at once would both find a place missing.
      await queries.execute(sql`lock table ${places} in share row exclusive mode`);
      const stored = await readAll(queries);
      const before = new Map(stored.places.map((place) => [place.slug, place]));
      const edited = await queries.select({ slug: places.slug, edited: places.edited }).from(places);
      const differences = differencesOf(file.places, before, new Map(edited.map((row) => [row.slug, row.edited])));
      if (differences.length > 0 && !force) {
        return { status: "differs", differences };
      }
      if (file.organisation !== undefined) {
        await queries
          .insert(organisation)
          .values(file.organisation)
          .onConflictDoUpdate({ target: organisation.only, set: file.organisation });
      }
      for (const place of file.places) {
        const known = before.get(place.slug);
        await storeHours(queries, await storePlace(queries, place, known), place.hours, known?.schedule, today);
      }
      await queries.execute(sql`select pg_notify(${placesChanged}, '')`);
      const after = await readAll(queries);
      const organisationChanged = JSON.stringify(after.organisation) !== JSON.stringify(stored.organisation);
      return {
        status: "stored",
        imported: { organisationChanged, ...compare(before, after.places, file.places) },
      };
    },
    watch: (read, onFailure) => database.follow(placesChanged, read, onFailure),
  };
}

async function readAll(queries: Queries): Promise<StoredPlaces> {
  const [who] = await queries.select().from(organisation);
  const rows = await queries.select().from(places).orderBy(asc(places.number));
  const regular = Map.groupBy(await queries.select().from(hours).orderBy(asc(hours.from)), ({ place }) => place);
  const changes = Map.groupBy(
    await queries.select().from(scheduleChanges).orderBy(asc(scheduleChanges.number)),
    ({ place }) => place,
  );
  return {
    organisation: who === undefined ? undefined : withoutKey(who),
    places: rows.map(({ number, slug, name, facts, schoolCalendar, timeZone }) => ({
      number,
      slug,
      name,
      facts,
      schedule: {
        regular: (regular.get(number) ?? []).map(regularHours),
        changes: (changes.get(number) ?? []).map(scheduleChange),
        schoolCalendar,
        timeZone,
      },
    })),
  };
}

function withoutKey({ only: _only, ...who }: typeof organisation.$inferSelect): Organisation {
  return who;
}

function regularHours({ from, expression }: typeof hours.$inferSelect): Schedule["regular"][number] {
  const parsed = parseExpression(expression);
  if (!parsed.ok) {
    throw new Error(`The stored hours ${parsed.error.message}`);
  }
  return { from, expression: parsed.expression };
}

function scheduleChange({
  number,
  place: _place,
  text,
  ...change
}: typeof scheduleChanges.$inferSelect): ScheduleChange {
  return { id: String(number), createdOrder: number, ...change, ...(text === null ? {} : { text }) };
}

/** @returns the number of the place */
async function storePlace(queries: Queries, place: FilePlace, known: Place | undefined): Promise<number> {
  const { slug, name, hours: _hours, schoolCalendar, timeZone, ...facts } = place;
  // From here on the file is what holds, and may be changed and imported again.
  const values = { name, facts: facts satisfies PlaceFacts, schoolCalendar, timeZone, edited: [] };
  if (known !== undefined) {
    await queries.update(places).set(values).where(eq(places.number, known.number));
    return known.number;
  }
  const [added] = await queries
    .insert(places)
    .values({ slug, ...values })
    .returning({ number: places.number });
  if (added === undefined) {
    throw new Error("PostgreSQL returned no row for an inserted place");
  }
  return added.number;
}

async function storeHours(
  queries: Queries,
  place: number,
  wanted: FilePlace["hours"],
  known: Schedule | undefined,
  today: Temporal.PlainDate,
): Promise<void> {
  if (typeof wanted !== "string") {
    await queries.delete(hours).where(eq(hours.place, place));
    await queries.insert(hours).values(wanted.map((row) => ({ place, ...row })));
    return;
  }
  // Without a start date the file says what holds now. What held before stays: it is what happened.
  await queries.delete(hours).where(and(eq(hours.place, place), gt(hours.from, today.toString())));
  const current = await queries.select().from(hours).where(eq(hours.place, place)).orderBy(asc(hours.from));
  if (current.at(-1)?.expression !== wanted) {
    const from = known === undefined || current.length === 0 ? always : today.toString();
    await queries
      .insert(hours)
      .values({ place, from, expression: wanted })
      .onConflictDoUpdate({ target: [hours.place, hours.from], set: { expression: wanted } });
  }
}

function compare(
  before: ReadonlyMap<string, Place>,
  after: readonly Place[],
  named: readonly FilePlace[],
): Omit<Imported, "organisationChanged"> {
  const slugs = named.map(({ slug }) => slug);
  const now = new Map(after.map((place) => [place.slug, place]));
  const isSame = (slug: string) => JSON.stringify(before.get(slug)) === JSON.stringify(now.get(slug));
  const known = slugs.filter((slug) => before.has(slug));
  return {
    added: slugs.filter((slug) => !before.has(slug)),
    changed: known.filter((slug) => !isSame(slug)),
    unchanged: known.filter(isSame),
  };
}
