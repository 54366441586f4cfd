import type { Place, PlaceDirectory } from "../../core/places/place.ts";
import type { Answer, MenuAnswer, Reply } from "../../telegram/answer.ts";
import type { Request } from "../../telegram/feature.ts";
import { unknownLink } from "./messages.ts";

export interface PlaceLinkParts {
  readonly directory: PlaceDirectory;
  /** What greets whoever comes for the first time; the place is where she is led once she chose a language. */
  readonly greet: (request: Request, place: Place | undefined) => Answer | MenuAnswer;
  readonly menu: (request: Request) => MenuAnswer;
  readonly answerPlace: (request: Request, place: Place) => Answer;
  /** Asks how it was there. */
  readonly answerFeedback: (request: Request, place: Place) => Promise<Answer>;
}

/**
 * Answers `/start p_SLUG`, the code at the door, and `/start f_SLUG`, that for after the visit. Anybody can make such a link,
 * so following it changes nothing.
 */
export function createPlaceLinks(parts: PlaceLinkParts): (request: Request, argument: string) => Promise<Reply> {
  return async (request, argument) => {
    const [, kind, slug] = /^([pf])_([a-z0-9-]{1,40})$/.exec(argument) ?? [];
    const place = parts.directory.all().find((known) => known.slug === slug);
    if (place === undefined) {
      const greeting = parts.greet(request, undefined);
      return { send: [{ ...greeting, text: `${unknownLink(request.words)}\n\n${greeting.text}` }] };
    }
    if (kind === "f") {
      return { show: await parts.answerFeedback(request, place), send: [parts.menu(request)] };
    }
    const greeting = parts.greet(request, place);
    // Who has yet to choose a language is led to the place by that choice.
    return { send: "menu" in greeting ? [greeting, parts.answerPlace(request, place)] : [greeting] };
  };
}
