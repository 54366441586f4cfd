import { badRequest } from "../../refusal.ts";
import type { World } from "../../world/world.ts";
import { flag, integer, json, text } from "../arguments.ts";
import { readInlineResults, readResultsButton } from "../inline-results.ts";
import type { Methods } from "../method.ts";

const defaultCacheTime = 300;
const longestOffsetBytes = 64;

export function inlineMethods(world: World): Methods {
  return {
    answerInlineQuery(args) {
      const results = readInlineResults(json(args, "results"));
      const button = readResultsButton(json(args, "button"));
      const nextOffset = text(args, "next_offset");
      if (Buffer.byteLength(nextOffset) > longestOffsetBytes) throw badRequest("NEXT_OFFSET_INVALID");
      const queryId = text(args, "inline_query_id");
      if (!world.inlineQueries.answer(queryId, results)) {
        throw badRequest("query is too old and response timeout expired or query ID is invalid");
      }
      world.announcements.announce(() => ({
        type: "inline-answered",
        queryId,
        results,
        cacheTime: Math.max(0, integer(args, "cache_time") ?? defaultCacheTime),
        isPersonal: flag(args, "is_personal"),
        nextOffset,
        button,
      }));
      return true;
    },
  };
}
