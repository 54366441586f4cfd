import { hash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Clock } from "../core/clock.ts";
import { isLanguage, type Language, languages } from "../core/language.ts";
import { plain, type Route } from "./routes.ts";

/** What is served, by slug; null where no place has it. */
export interface ServedFeeds {
  ics(slug: string, language: Language, now: Temporal.Instant): string | null;
  placeJson(slug: string, language: Language, now: Temporal.Instant): object | null;
}

/** Five minutes: a change is told soon, and a website that is much visited asks little. */
const cacheSeconds = 300;

/** Websites of others may read it. */
const forAnyPage = { "Access-Control-Allow-Origin": "*" };

const choice = new Intl.ListFormat("en-GB", { type: "disjunction" });

/** The opening hours for calendars, websites and search engines. Public; who asks is neither logged nor counted. */
export function feedRoutes(feeds: ServedFeeds, clock: Clock, fallbackLanguage: Language): readonly Route[] {
  const serving = (path: string, contentType: string, make: ServedFeeds["ics"]): Route => ({
    method: "GET",
    path,
    answer({ name, query, request }) {
      const language = query.get("lang") ?? fallbackLanguage;
      if (!isLanguage(language)) {
        return plain(400, `lang is not known; expected ${choice.format(languages)}.\n`, forAnyPage);
      }
      const content = make(name, language, clock());
      if (content === null) {
        return plain(404, "There is no place with this name; expected the slug of a place.\n", forAnyPage);
      }
      const tag = `"${hash("sha1", content)}"`;
      const headers = {
        ...forAnyPage,
        "Content-Type": contentType,
        "Content-Language": language,
        "Cache-Control": `public, max-age=${cacheSeconds}`,
        ETag: tag,
      };
      return hasAlready(request, tag) ? { status: 304, headers } : { status: 200, headers, body: content };
    },
  });

  return [
    serving("/calendar/*.ics", "text/calendar; charset=utf-8", feeds.ics),
    serving("/places/*.json", "application/ld+json", (...asked) => {
      const place = feeds.placeJson(...asked);
      return place === null ? null : JSON.stringify(place);
    }),
  ];
}

/** Whether the one who asks has this very content. */
function hasAlready({ headers }: IncomingMessage, tag: string): boolean {
  const tags = (headers["if-none-match"] ?? "").split(",").map((each) => each.trim().replace(/^W\//, ""));
  return tags.includes(tag) || tags.includes("*");
}
