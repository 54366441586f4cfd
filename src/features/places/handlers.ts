import { metresBetween } from "../../core/places/distance.ts";
import type { Location, PlaceDirectory } from "../../core/places/place.ts";
import type { Reply } from "../../telegram/answer.ts";
import type { Tap } from "../../telegram/buttons.ts";
import { type Feature, onTap, type Request } from "../../telegram/feature.ts";
import { mapButton, whereButton } from "./buttons.ts";
import { nearestAnswer, venueOf, whereAnswer } from "./messages.ts";

export interface PlacesFeature extends Feature {
  readonly answerWhere: (request: Request) => Reply;
  readonly answerLocation: (request: Request, location: Location) => Reply;
}

/** Places in one message. */
const pageSize = 8;
const nearestShown = 3;

/** @param openToday the tap that answers whether it is open today */
export function createPlacesFeature(directory: PlaceDirectory, openToday: Tap): PlacesFeature {
  function where({ words }: Request, page: number): Reply {
    const all = directory.all();
    const start = page * pageSize;
    return {
      show: whereAnswer(words, all.slice(start, start + pageSize), page, {
        more: all.length > start + pageSize,
        openToday,
      }),
    };
  }

  return {
    answerWhere: (request) => where(request, 0),
    answerLocation({ words }, location) {
      const near = directory.all().flatMap((place) => {
        const there = place.facts.location;
        return there === undefined ? [] : [{ place, metres: metresBetween(location, there) }];
      });
      const nearest = near.toSorted((a, b) => a.metres - b.metres).slice(0, nearestShown);
      return { show: nearestAnswer(words, nearest, directory.all().slice(0, pageSize), openToday) };
    },
    commands: [{ command: "where", permission: "anyone", answer: (request) => where(request, 0) }],
    taps: [
      onTap(whereButton, "anyone", (request, { page }) => where(request, page)),
      onTap(mapButton, "anyone", (request, { place: number }) => {
        const place = directory.byNumber(number);
        const venue = place === undefined ? undefined : venueOf(request.words.language, place);
        return venue === undefined ? where(request, 0) : { send: [venue] };
      }),
    ],
  };
}
