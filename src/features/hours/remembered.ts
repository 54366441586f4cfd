import type { PlaceDirectory } from "../../core/places/place.ts";
import type { Answer } from "../../telegram/answer.ts";

/** Answers of the present minute: most parents ask the same, and saying it costs more than everything around it. */
export interface Remembered {
  /** @param key all that the answer depends on, besides the minute and the places */
  answer(now: Temporal.Instant, key: string, make: () => Answer): Answer;
}

/** Answers remembered at most: about 2 kB each. */
const capacity = 1000;

export function createRemembered(directory: PlaceDirectory): Remembered {
  const known = new Map<string, Answer>();
  let minute = Number.NaN;
  let places = directory.all();

  return {
    answer(now, key, make) {
      const thisMinute = Math.floor(now.epochMilliseconds / 60_000);
      // Places are read anew when anything about them changed.
      if (thisMinute !== minute || directory.all() !== places || known.size >= capacity) {
        known.clear();
        minute = thisMinute;
        places = directory.all();
      }
      const answer = known.get(key) ?? make();
      known.set(key, answer);
      return answer;
    },
  };
}
