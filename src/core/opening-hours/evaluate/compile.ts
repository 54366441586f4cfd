import type { Localized } from "../../language.ts";
import type { Expression, Rule } from "../expression.ts";
import type { Interval } from "../schedule.ts";
import type { DayFacts } from "./day-facts.ts";
import { type Matcher, matchDates, matchWeeks, matchYears } from "./match-dates.ts";
import { holidaysIn, matchDays } from "./match-days.ts";

/** An expression made ready to be asked about many days. */
export interface CompiledExpression {
  readonly rules: readonly CompiledRule[];
  /** Whether any rule runs past midnight, so that a day depends on the day before. */
  readonly spills: boolean;
  readonly namesSchoolHolidays: boolean;
}

export interface CompiledRule {
  readonly rule: Rule;
  readonly matches: Matcher;
  /** On a day that it matches it takes the place of every rule before it. */
  readonly replaces: boolean;
  readonly namesPublicHolidays: boolean;
  readonly namesSchoolHolidays: boolean;
  readonly comment: Localized | null;
  /** Its minutes up to midnight, and those on the day after. */
  readonly today: readonly Interval[];
  readonly tomorrow: readonly Interval[];
}

const midnight = 1440;

const wholeDay: readonly Interval[] = [{ start: 0, end: midnight }];

const compiled = new WeakMap<Expression, CompiledExpression>();

/** Compiles an expression on first use and remembers it for as long as the expression lives. */
export function compileExpression(expression: Expression): CompiledExpression {
  const known = compiled.get(expression);
  if (known) return known;
  const rules = expression.rules.map(compileRule);
  const result = {
    rules,
    spills: rules.some(({ tomorrow }) => tomorrow.length > 0),
    namesSchoolHolidays: rules.some((rule) => rule.namesSchoolHolidays),
  };
  compiled.set(expression, result);
  return result;
}

function compileRule(rule: Rule): CompiledRule {
  const matchers: Matcher[] = [];
  if (rule.years.length > 0) matchers.push(matchYears(rule.years));
  if (rule.days) matchers.push(matchDays(rule.days));
  if (rule.dates.length > 0) matchers.push(matchDates(rule.dates));
  if (rule.weeks.length > 0) matchers.push(matchWeeks(rule.weeks));
  const holidays = holidaysIn(rule.days);
  const { comment } = rule;
  return {
    rule,
    matches: (facts: DayFacts) => matchers.every((matches) => matches(facts)),
    // A rule that closes leaves the hours outside its own times as they are; so does one after a comma.
    replaces: !rule.additional && rule.state !== "off",
    namesPublicHolidays: holidays.includes("PH"),
    namesSchoolHolidays: holidays.includes("SH"),
    comment: comment === null ? null : { nl: comment, fr: comment, ar: comment },
    today:
      rule.times.length === 0
        ? wholeDay
        : rule.times.map(({ start, end }) => ({ start, end: Math.min(end, midnight) })),
    tomorrow: rule.times.flatMap(({ end }) => (end > midnight ? [{ start: 0, end: end - midnight }] : [])),
  };
}
