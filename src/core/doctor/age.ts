import { type Finding, ok, warning } from "./finding.ts";

/** Months after which help lines may have changed. */
const monthsChecked = 6;

/** Days after which a back-up no longer serves. */
const daysBackedUp = 8;

/** @param checked the day on which somebody compared the numbers with their own sites */
export function examineHelpLines(checked: Temporal.PlainDate, today: Temporal.PlainDate): Finding {
  return Temporal.PlainDate.compare(checked.add({ months: monthsChecked }), today) < 0
    ? warning(
        "help lines",
        `not checked since ${checked}`,
        "compare each number in data/help-lines.yaml with its own site, and put the day into checked",
      )
    : ok("help lines", `checked on ${checked}`);
}

/** @param last when `inloop backup` last wrote one whole; undefined where it never did, as far as this machine knows */
export function examineBackup(last: Temporal.Instant | undefined, now: Temporal.Instant): Finding {
  const mend =
    "run inloop backup FILE every day, and keep the files and SECRET_KEY away from this machine, apart from each other";
  if (last === undefined) {
    return warning("back-up", "inloop backup has not made one on this machine", mend);
  }
  const days = Math.floor(now.since(last).total("hours") / 24);
  const says = days < 1 ? "made within a day" : `${days} ${days === 1 ? "day" : "days"} old`;
  return days > daysBackedUp ? warning("back-up", says, mend) : ok("back-up", says);
}
