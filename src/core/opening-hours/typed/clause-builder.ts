import type { TimeSpan } from "../expression.ts";
import type { Clause, Placed, Selector } from "./clause.ts";
import { NotUnderstood } from "./problem.ts";

interface Where {
  readonly at: number;
  readonly end: number;
}

type Draft = { -readonly [Key in keyof Clause]: Clause[Key] } & {
  /** What came first decides to which clause what follows belongs. */
  first: "selectors" | "times" | "off" | null;
  isExcluding: boolean;
};

const fresh = (at: number): Draft => ({
  selectors: [],
  excluded: [],
  times: [],
  state: null,
  how: null,
  at,
  end: at,
  first: null,
  isExcluding: false,
});

/** Puts clauses together from what is read, in the order in which it is read. */
export interface ClauseBuilder {
  /** Whether days were named that still wait for their hours. */
  readonly hasSelectors: () => boolean;
  addSelectors(found: readonly Selector[], where: Where): void;
  /** `zaterdag (1e en 3e van de maand)`: the weekday stands before them. */
  attachOrdinals(nth: readonly number[], where: Where): void;
  /** To be called before hours are read: to which days do they belong? */
  expectSpan(where: Where): void;
  addSpan(span: TimeSpan, where: Where): void;
  setState(state: "open" | "off", where: Where): void;
  except(): void;
  relate(how: "also" | "instead"): void;
  comma(): void;
  /** The end of a line or a sentence. */
  stop(): void;
  all(): readonly Clause[];
}

export function createClauseBuilder(): ClauseBuilder {
  const clauses: Clause[] = [];
  let draft = fresh(0);
  let hadComma = false;

  function close(): void {
    clauses.push(draft);
    draft = fresh(draft.end);
  }

  /** Hours came, but the clause has what it needs: the days behind the last comma are theirs. */
  function moveLast(from: "selectors" | "excluded", where: Where): void {
    const list = draft[from];
    const last = list.findLastIndex(({ afterComma }) => afterComma);
    const isExcepted = from === "excluded" && last < 0;
    if (last < 0 && !isExcepted) {
      throw new NotUnderstood("days", where);
    }
    const moved = list.slice(Math.max(last, 0));
    draft[from] = list.slice(0, Math.max(last, 0));
    const { at } = moved[0] ?? draft;
    close();
    // `elke dag 9-12, behalve woensdag 13-16`
    draft = { ...fresh(at), selectors: moved, first: "selectors", how: isExcepted ? "instead" : null };
  }

  /** `niet op maandag, di-vr 9-12` */
  function isOnlyExcluding(): boolean {
    return draft.selectors.length === 0 && draft.excluded.some(({ afterComma }) => afterComma);
  }

  function stop(): void {
    const isWhole =
      draft.times.length > 0 ? draft.first === "selectors" || draft.selectors.length > 0 : draft.state === "off";
    if (isWhole && (draft.selectors.length > 0 || draft.excluded.length > 0)) {
      close();
    }
    hadComma = true;
  }

  return {
    hasSelectors: () => draft.selectors.length > 0,
    addSelectors(found, { at, end }) {
      // `ma 9-12 (even weken)`
      const isAddition = !hadComma && found.every(({ kind }) => kind === "parity");
      const isDone = (draft.times.length > 0 && !isAddition) || draft.state === "off";
      if (isDone && draft.first === "selectors" && !draft.isExcluding) {
        close();
      }
      const placed = found.map((selector): Placed => ({ ...selector, at, end, afterComma: hadComma }));
      if (draft.isExcluding) {
        draft.excluded = [...draft.excluded, ...placed];
      } else {
        draft.selectors = [...draft.selectors, ...placed];
        draft.first ??= "selectors";
      }
      draft.end = end;
      hadComma = false;
    },
    attachOrdinals(nth, where) {
      const list = draft.isExcluding ? "excluded" : "selectors";
      const last = draft[list].at(-1);
      if (last?.kind !== "weekdays" || last.from !== last.to || draft.times.length > 0) {
        throw new NotUnderstood("days", where);
      }
      const { at, end, afterComma, from: weekday } = last;
      draft[list] = [...draft[list].slice(0, -1), { kind: "nth", weekday, nth, at, end, afterComma }];
    },
    expectSpan(where) {
      if (draft.state === "off" && draft.first === "off") {
        moveLast(draft.isExcluding ? "excluded" : "selectors", where);
      } else if (draft.state === "off") {
        throw new NotUnderstood("days", where);
      } else if (draft.excluded.length > 0 && (draft.times.length > 0 || isOnlyExcluding())) {
        moveLast("excluded", where);
      } else if (draft.first === "times" && draft.selectors.length > 0) {
        close();
      }
    },
    addSpan(span, { end }) {
      draft.times = [...draft.times, span];
      draft.first ??= "times";
      draft.isExcluding = false;
      draft.end = end;
      hadComma = false;
    },
    setState(state, { at, end }) {
      const isOpened = draft.times.length > 0 && (state === "off" || draft.selectors.length > 0);
      if (isOpened || (state === "off" && draft.state === "off")) {
        close();
        draft.at = at;
      }
      if (state === "open") {
        draft.state ??= "open";
        return;
      }
      draft.state = "off";
      draft.first ??= "off";
      draft.end = end;
    },
    except() {
      if (draft.state === "off" && draft.selectors.length > 0) {
        stop();
      }
      draft.isExcluding = true;
      hadComma = false;
    },
    relate(how) {
      if (draft.times.length > 0 || (draft.state === "off" && draft.selectors.length > 0)) {
        close();
      }
      draft.how = how;
    },
    comma() {
      hadComma = true;
    },
    stop,
    all() {
      close();
      return clauses;
    },
  };
}
