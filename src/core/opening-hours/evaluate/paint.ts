import type { Localized } from "../../language.ts";
import type { RuleState } from "../expression.ts";
import type { Interval } from "../schedule.ts";
import type { CompiledExpression, CompiledRule } from "./compile.ts";
import type { DayFacts } from "./day-facts.ts";
import { without } from "./intervals.ts";

/**
 * One calendar day from 00:00 to 24:00, painted rule by rule as the specification says: a rule that replaces begins
 * anew, every other paints over what is there. What a rule of the day before left past midnight is painted in that
 * rule's turn, so a later rule can replace or close it.
 */
export interface PaintedDay {
  readonly layers: Layers;
  /** What a person would name when the day is open, and when it is not. Null when no rule opens or closes. */
  readonly opener: Ground | null;
  readonly closer: Ground | null;
  /** The last rule that says that part of the day is not known. */
  readonly unsure: CompiledRule | null;
}

/** Minutes of the day; within a layer neither in order nor apart. `unknown` overlaps no other. */
interface Layers {
  /** Open, by a rule that holds on this day. */
  readonly begun: readonly Interval[];
  /** Open, by a rule that held on the day before. */
  readonly spilled: readonly Interval[];
  readonly unknown: readonly Interval[];
}

/** On what a rule rests on a day. */
interface Ground {
  readonly basis: "weekly" | "public-holiday" | "school-holiday";
  readonly reason: Localized | null;
  /** How much it tells a person. */
  readonly weight: number;
}

const blank: PaintedDay = {
  layers: { begun: [], spilled: [], unknown: [] },
  opener: null,
  closer: null,
  unsure: null,
};

/** @param yesterday null when no rule of the expression runs past midnight */
export function paintDay({ rules }: CompiledExpression, yesterday: DayFacts | null, today: DayFacts): PaintedDay {
  let painted: PaintedDay = blank;
  for (const compiled of rules) {
    const { state } = compiled.rule;
    if (compiled.matches(today)) {
      const before = compiled.replaces ? blank : painted;
      painted = { ...grounds(before, compiled, today), layers: paint(before.layers, state, "begun", compiled.today) };
    }
    if (yesterday && compiled.tomorrow.length > 0 && compiled.matches(yesterday)) {
      painted = { ...painted, layers: paint(painted.layers, state, "spilled", compiled.tomorrow) };
    }
  }
  return painted;
}

function grounds(before: PaintedDay, compiled: CompiledRule, today: DayFacts): Omit<PaintedDay, "layers"> {
  const { opener, closer, unsure } = before;
  const ground = groundOf(compiled, today);
  switch (compiled.rule.state) {
    case "unknown":
      return { opener, closer, unsure: compiled };
    case "open":
      return { opener: weightier(opener, ground), closer, unsure };
    case "off": {
      // Half a public holiday off: what is left of the day is open on that ground, too.
      const isPart = compiled.rule.times.length > 0 && opener !== null;
      const rest = isPart && ground.weight > opener.weight ? ground : opener;
      return { opener: isPart ? rest : null, closer: weightier(closer, ground), unsure };
    }
  }
}

function groundOf({ comment, ...compiled }: CompiledRule, facts: DayFacts): Ground {
  if (compiled.namesPublicHolidays && facts.publicHoliday) {
    return { basis: "public-holiday", reason: comment ?? facts.publicHoliday, weight: 3 };
  }
  if (compiled.namesSchoolHolidays && facts.schoolDay.kind === "holiday") {
    return { basis: "school-holiday", reason: comment ?? facts.schoolDay.name, weight: comment ? 3 : 2 };
  }
  return { basis: "weekly", reason: comment, weight: comment ? 3 : 1 };
}

/** The later, unless it tells less: on Christmas Day, `PH off; SH off` is closed for Christmas, not for the winter holiday. */
function weightier(before: Ground | null, after: Ground): Ground {
  return before && before.weight > after.weight ? before : after;
}

function paint(layers: Layers, state: RuleState, layer: "begun" | "spilled", times: readonly Interval[]): Layers {
  const unknown = without(layers.unknown, times);
  if (state === "open") return { ...layers, unknown, [layer]: [...layers[layer], ...times] };
  return {
    begun: without(layers.begun, times),
    spilled: without(layers.spilled, times),
    unknown: state === "unknown" ? [...unknown, ...times] : unknown,
  };
}
