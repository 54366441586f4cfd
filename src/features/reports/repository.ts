import { asc, inArray } from "drizzle-orm";
import { choices } from "../../core/feedback/choices.ts";
import type { PlaceBlock } from "../../core/feedback/report.ts";
import type { Database } from "../../database/client.ts";
import { blocks } from "../../database/schema.ts";

export interface ReportsRepository {
  /** All that these places have published. What is sealed until then is nobody's to read, and is not read here. */
  readBlocks(places: readonly number[]): Promise<readonly PlaceBlock[]>;
}

export function createReportsRepository(database: Database): ReportsRepository {
  return {
    async readBlocks(places) {
      const rows = await database.queries
        .select()
        .from(blocks)
        .where(inArray(blocks.place, [...places]))
        .orderBy(asc(blocks.place), asc(blocks.firstWeek));
      const ofBlocks = Map.groupBy(rows, ({ place, firstWeek }) => `${place} ${firstWeek}`);
      return [...ofBlocks.values()].flatMap((cells) => {
        const answers = cells.find(({ question }) => question === "answers");
        return answers === undefined
          ? []
          : {
              place: answers.place,
              firstWeek: answers.firstWeek,
              lastWeek: answers.lastWeek,
              total: answers.total,
              cells: cells
                .filter((cell) => cell !== answers)
                .map(({ choice, count }) => ({ of: choice.split("+").map(numberOf), count }))
                .toSorted((a, b) => (a.of[0] ?? 0) - (b.of[0] ?? 0)),
            };
      });
    },
  };
}

function numberOf(name: string): number {
  const number = choices.indexOf(name as (typeof choices)[number]);
  if (number === -1) {
    throw new Error(`A block counts "${name}", which this version does not know`);
  }
  return number;
}
