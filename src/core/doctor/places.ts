import { calendarsInUse, mentions, regularHoursOf } from "../opening-hours/calendar-end.ts";
import type { Calendars } from "../opening-hours/calendars.ts";
import type { Organisation, Place } from "../places/place.ts";
import { type Finding, ok, warning, wrong } from "./finding.ts";

/** Days before the end of a school calendar from which it is told. */
export const daysBeforeEnd = 60;

/** Who runs the bot, and what its places say of their hours. */
export function examinePlaces(
  organisation: Organisation | undefined,
  places: readonly Place[],
  today: Temporal.PlainDate,
): readonly Finding[] {
  const who =
    organisation === undefined
      ? wrong(
          "organisation",
          "none is stored, and parents must know who runs the bot",
          "write a places.yaml with it and run inloop places import places.yaml",
        )
      : ok("organisation", organisation.name);
  if (places.length === 0) {
    return [who, wrong("places", "none is stored", "run inloop setup, or inloop places import places.yaml")];
  }
  const strange = places.flatMap((place) => hoursOf(place, today));
  return [who, ...(strange.length === 0 ? [ok("places", `${places.length}, all with their hours`)] : strange)];
}

function hoursOf(place: Place, today: Temporal.PlainDate): readonly Finding[] {
  const about = `place ${place.slug}`;
  const regular = regularHoursOf(place, today);
  if (regular === undefined || regular.expression.rules.length === 0) {
    return [
      wrong(about, "has no hours today", "give it hours in places.yaml and import it, or in the chat with /staff"),
    ];
  }
  const silent = (["PH", "SH"] as const).filter(
    (holiday) => !mentions(regular, holiday) && !(holiday === "SH" && place.schedule.schoolCalendar === "none"),
  );
  return silent.length === 0
    ? []
    : [
        warning(
          about,
          `its hours are silent on ${silent.map((holiday) => holidayNames[holiday]).join(" and ")}, so it counts as open as usual`,
          `add ${silent.map((holiday) => `"${holiday} off"`).join(" and ")} to its hours, or "${silent[0]} 09:00-12:00" where it is open then`,
        ),
      ];
}

const holidayNames = { PH: "public holidays (PH)", SH: "school holidays (SH)" } as const;

/** The school calendars on which hours depend: beyond their end the bot says that it does not know. */
export function examineCalendars(
  calendars: Calendars,
  places: readonly Place[],
  today: Temporal.PlainDate,
): readonly Finding[] {
  return calendarsInUse(calendars, places, today).map(({ calendar, last }) => {
    const about = `school calendar ${calendar}`;
    const mend = "update Inloop, or add the next school year to data/school-holidays";
    if (last === null) {
      return ok(about, "known for years");
    }
    if (Temporal.PlainDate.compare(last, today) < 0) {
      return wrong(about, "knows nothing about today", mend);
    }
    return Temporal.PlainDate.compare(last, today.add({ days: daysBeforeEnd })) <= 0
      ? warning(about, `ends on ${last}`, mend)
      : ok(about, `known until ${last}`);
  });
}
