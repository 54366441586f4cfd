import type { Expression, Holiday, Rule } from "../expression.ts";

const holidays = ["SH", "PH"] as const satisfies readonly Holiday[];

/** Whether a rule does nothing but close on such holidays. */
function closes(rule: Rule, holiday: Holiday): boolean {
  const { days, state, years, dates, weeks, times } = rule;
  return (
    state === "off" &&
    [years, dates, weeks, times].every(({ length }) => length === 0) &&
    days?.kind === "any-of" &&
    days.items.every((item) => item.kind === "holiday") &&
    days.items.some((item) => item.kind === "holiday" && item.holiday === holiday)
  );
}

/** On which holidays it is closed, whatever the weekday. */
export function closedHolidays({ rules }: Expression): readonly Holiday[] {
  return holidays.filter((holiday) => rules.some((rule) => closes(rule, holiday)));
}

/** Whether an expression says something about such holidays that is more than that it is closed. */
export function speaksOf({ rules }: Expression, holiday: Holiday): boolean {
  return rules.some((rule) => {
    const { days } = rule;
    const isNamed =
      days?.kind === "weekdays-in-holidays"
        ? days.holidays.includes(holiday)
        : days?.items.some((item) => item.kind === "holiday" && item.holiday === holiday) === true;
    return isNamed && !closes(rule, holiday);
  });
}

export function withClosed({ rules }: Expression, closed: readonly Holiday[]): Expression {
  const added = holidays.filter((holiday) => closed.includes(holiday)).map(closing);
  return { rules: [...rules, ...added] };
}

/** Closed on such holidays where it was open, and open as usual where it was closed. */
export function toggledHoliday(expression: Expression, holiday: Holiday): Expression {
  if (!closedHolidays(expression).includes(holiday)) {
    return withClosed(expression, [holiday]);
  }
  const rules = expression.rules.flatMap((rule) => {
    if (!closes(rule, holiday) || rule.days?.kind !== "any-of") {
      return [rule];
    }
    const items = rule.days.items.filter((item) => item.kind !== "holiday" || item.holiday !== holiday);
    return items.length === 0 ? [] : [{ ...rule, days: { ...rule.days, items } }];
  });
  return { rules };
}

function closing(holiday: Holiday): Rule {
  const days = { kind: "any-of" as const, items: [{ kind: "holiday" as const, holiday }] };
  return { additional: false, years: [], dates: [], weeks: [], days, times: [], state: "off", comment: null };
}
