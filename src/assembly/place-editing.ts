import { factsOf, type TopicWithFacts } from "../features/companion/topics/facts/messages.ts";
import { dayRow } from "../features/hours/week/messages.ts";
import type { Field } from "../features/places/editing/fields.ts";
import { createPlaceEditingFeature, type PlaceEditingFeature } from "../features/places/editing/handlers.ts";
import { locationLines, nameLines } from "../features/places/editing/messages.ts";
import { createEditingRepository } from "../features/places/editing/repository.ts";
import { wayLines } from "../features/places/messages.ts";
import { hoursInWords } from "../features/posters/messages.ts";
import { createAuditRepository } from "../features/staff/audit/repository.ts";
import type { Foundation } from "./foundation.ts";
import type { AppParts } from "./parts.ts";

/** Where parents read a fact: in the answer about a topic, or in the way to the place. */
const toldIn: Readonly<Record<Field, TopicWithFacts | "way" | "name" | "location">> = {
  name: "name",
  address: "way",
  location: "location",
  phone: "human",
  email: "human",
  website: "human",
  ages: "who",
  whoMayCome: "who",
  price: "cost",
  whatToBring: "bring",
  snacks: "bring",
  prams: "bring",
  changingTable: "bring",
  entrance: "way",
  transport: "way",
  wheelchair: "way",
  languages: "languages",
  houseRules: "rules",
  whenFull: "full",
};

/** The regular hours of a place and what it says of itself, edited in the chat. */
export function createPlaceEditing(
  { database, calendars }: Pick<AppParts, "database" | "calendars">,
  { directory, timeZone, wordsIn }: Pick<Foundation, "directory" | "timeZone" | "wordsIn">,
): PlaceEditingFeature {
  const audit = createAuditRepository(database);
  return createPlaceEditingFeature({
    places: directory.all,
    refresh: directory.refresh,
    calendars,
    timeZone,
    wordsIn,
    repository: createEditingRepository(),
    audit: (transaction, now, by, place, entry) => audit.add(transaction, now, by, place, entry),
    dayRow: (words, day) => dayRow(words, day),
    hoursLines: hoursInWords,
    factLines(words, place, field) {
      const where = toldIn[field];
      switch (where) {
        case "name":
          return nameLines(words, place);
        case "location":
          return locationLines(words, place);
        case "way":
          return wayLines(words, place);
        default:
          return factsOf(words, where, place);
      }
    },
  });
}
