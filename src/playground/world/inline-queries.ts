import { randomBytes } from "node:crypto";
import type { Clock } from "../../core/clock.ts";
import type { InlineResult } from "../protocol.ts";
import { unixSeconds } from "./clock.ts";

/** Telegram does not publish how long an inline query waits for its answer; bots see it expire after about this long. */
const secondsToAnswer = 10;
/** Answered or not; the oldest are given up first. */
const queriesKept = 1_000;

interface AskedQuery {
  readonly from: number;
  readonly since: number;
  results: readonly InlineResult[] | null;
}

/** What people asked inline, and the results they may choose from. */
export interface InlineQueries {
  /** Answers the id of the query. */
  open(from: number): string;
  /** False for a query that is not there, is too old or was answered before. */
  answer(queryId: string, results: readonly InlineResult[]): boolean;
  /** A result that was shown to this person. */
  result(from: number, queryId: string, resultId: string): InlineResult | undefined;
}

export function createInlineQueries(clock: Clock): InlineQueries {
  const asked = new Map<string, AskedQuery>();
  return {
    open(from) {
      const queryId = randomBytes(8).readBigUInt64BE().toString();
      asked.set(queryId, { from, since: unixSeconds(clock), results: null });
      if (asked.size > queriesKept) {
        const oldest = asked.keys().next();
        if (!oldest.done) asked.delete(oldest.value);
      }
      return queryId;
    },
    answer(queryId, results) {
      const query = asked.get(queryId);
      if (query === undefined || query.results !== null) return false;
      if (unixSeconds(clock) - query.since > secondsToAnswer) return false;
      query.results = results;
      return true;
    },
    result(from, queryId, resultId) {
      const query = asked.get(queryId);
      return query?.from === from ? query.results?.find(({ id }) => id === resultId) : undefined;
    },
  };
}
