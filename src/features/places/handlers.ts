import { metresBetween } from "../../core/places/distance.ts";
import type { Location, Place, PlaceDirectory } from "../../core/places/place.ts";
import type { Answer, Button, Reply } from "../../telegram/answer.ts";
import { type Feature, onTap, type Request } from "../../telegram/feature.ts";
import { type AskedWhere, mapButton, placeButton, whereButton } from "./buttons.ts";
import {
  allPlacesButton,
  nearestAnswer,
  type OtherAnswers,
  type PlaceFace,
  placeCard,
  venueOf,
  wayAnswer,
  whereAnswer,
  whichPlace,
  withoutPlace,
} from "./messages.ts";

export interface PlacesParts {
  readonly directory: PlaceDirectory;
  /** How it stands today at a place, with its name or without. */
  readonly status: (request: Request, place: Place, isNamed: boolean) => Answer;
  /** The photo of its door and the spoken welcomes, where there are any. */
  readonly face: (request: Request, place: Place) => PlaceFace;
  readonly taps: OtherAnswers;
}

export interface PlacesFeature extends Feature {
  readonly answerWhere: (request: Request, asked: AskedWhere) => Answer;
  readonly answerLocation: (request: Request, location: Location) => Reply;
  /** One place at a glance: how it stands today, and where it is. */
  readonly answerPlace: (request: Request, place: Place) => Answer;
  /** The place that was named, or which of them is meant. */
  readonly answerNamed: (request: Request, places: readonly Place[]) => Answer;
  readonly allPlaces: (request: Request) => Button;
}

/** Places in one message. */
const pageSize = 8;
const nearestShown = 3;

/** The way to the place that was chosen in the chat; without a choice, all addresses. */
export const whereAsked: AskedWhere = { place: "chosen" };

export function createPlacesFeature({ directory, status, face, taps }: PlacesParts): PlacesFeature {
  const isOnlyPlace = () => directory.all().length === 1;
  /** Whether a place could become the chosen one: with one place nobody is asked, and groups choose none. */
  const mayChoose = ({ chat }: Request) => chat.private && !isOnlyPlace();

  function answerWhere(request: Request, asked: AskedWhere): Answer {
    if ("page" in asked) {
      return answerAll(request, asked.page);
    }
    const number = asked.place === "chosen" ? request.chosenPlace : asked.place;
    if (number === undefined) {
      return answerAll(request, 0);
    }
    const place = directory.byNumber(number);
    return place === undefined ? gone(request) : answerWay(request, place);
  }

  const answerWay = (request: Request, place: Place) =>
    wayAnswer(request.words, place, { face: face(request, place), taps, isOnlyPlace: isOnlyPlace() });

  function answerAll(request: Request, page: number): Answer {
    const all = directory.all();
    const [only] = all;
    const first = page * pageSize < all.length ? page * pageSize : 0;
    return only !== undefined && all.length === 1
      ? answerWay(request, only)
      : whereAnswer(request.words, all.slice(first, first + pageSize), first / pageSize, {
          more: all.length > first + pageSize,
          taps,
          mayChoose: mayChoose(request),
        });
  }

  const gone = (request: Request) => withoutPlace(request.words, answerAll(request, 0));

  const answerPlace = (request: Request, place: Place) =>
    placeCard(request.words, place, status(request, place, !isOnlyPlace()), {
      face: face(request, place),
      taps,
      isOnlyPlace: isOnlyPlace(),
      mayChoose: mayChoose(request) && request.chosenPlace !== place.number,
    });

  function answerLocation(request: Request, location: Location): Reply {
    const all = directory.all();
    const near = all.flatMap((place) => {
      const there = place.facts.location;
      return there === undefined ? [] : [{ place, metres: metresBetween(location, there) }];
    });
    const nearest = near.toSorted((a, b) => a.metres - b.metres).slice(0, nearestShown);
    const elsewhere = all.filter(({ facts }) => facts.location === undefined);
    return {
      show: nearestAnswer(
        request.words,
        nearest.map(({ place, metres }) => ({ place, metres, status: status(request, place, false) })),
        elsewhere.slice(0, pageSize - nearest.length),
        taps,
      ),
    };
  }

  return {
    answerWhere,
    answerLocation,
    answerPlace,
    answerNamed(request, places) {
      const [place] = places;
      return place !== undefined && places.length === 1
        ? answerPlace(request, place)
        : whichPlace(request.words, places.slice(0, pageSize));
    },
    allPlaces: ({ words }) => allPlacesButton(words),
    commands: [
      { command: "where", permission: "anyone", answer: (request) => ({ show: answerWhere(request, whereAsked) }) },
    ],
    taps: [
      onTap(whereButton, "anyone", (request, asked) => ({ show: answerWhere(request, asked) })),
      onTap(placeButton, "anyone", (request, { place: number }) => {
        const place = directory.byNumber(number);
        return { show: place === undefined ? gone(request) : answerPlace(request, place) };
      }),
      onTap(mapButton, "anyone", (request, { place: number }) => {
        const place = directory.byNumber(number);
        const venue = place === undefined ? undefined : venueOf(request.words.language, place);
        return venue === undefined ? { show: answerWhere(request, { place: number }) } : { send: [venue] };
      }),
    ],
  };
}
