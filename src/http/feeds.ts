import { type Context, Hono } from "hono";
import { etag } from "hono/etag";
import type { Clock } from "../core/clock.ts";
import { isLanguage, type Language, languages } from "../core/language.ts";

/** What is served, by slug; null where no place has it. */
export interface ServedFeeds {
  ics(slug: string, language: Language, now: Temporal.Instant): string | null;
  placeJson(slug: string, language: Language, now: Temporal.Instant): object | null;
}

/** Five minutes: a change is told soon, and a website that is much visited asks little. */
const cacheSeconds = 300;

const choice = new Intl.ListFormat("en-GB", { type: "disjunction" });

/** The opening hours for calendars, websites and search engines. Public; who asks is neither logged nor counted. */
export function feedRoutes(feeds: ServedFeeds, clock: Clock, fallbackLanguage: Language): Hono {
  const routes = new Hono();

  const serve = (path: string, contentType: string, make: ServedFeeds["ics"]) => {
    // Around the ETag, which would leave these out of a 304.
    routes.use(path, async (context, next) => {
      await next();
      context.header("Access-Control-Allow-Origin", "*");
      context.header("X-Content-Type-Options", "nosniff");
    });
    routes.use(path, etag());
    routes.get(path, (context) => {
      const language = languageOf(context, fallbackLanguage);
      if (language === null) {
        return context.text(`lang is not known; expected ${choice.format(languages)}.\n`, 400);
      }
      const slug = (context.req.param("file") ?? "").replace(/\.[a-z]+$/, "");
      const content = make(slug, language, clock());
      if (content === null) {
        return context.text("There is no place with this name; expected the slug of a place.\n", 404);
      }
      return context.body(content, 200, {
        "Content-Type": contentType,
        "Content-Language": language,
        "Cache-Control": `public, max-age=${cacheSeconds}`,
      });
    });
    routes.all(path, ({ text }) => text("Only GET and HEAD are answered here.\n", 405, { Allow: "GET, HEAD" }));
  };

  serve("/calendar/:file{[^/]+\\.ics}", "text/calendar; charset=utf-8", feeds.ics);
  serve("/places/:file{[^/]+\\.json}", "application/ld+json", (...asked) => {
    const place = feeds.placeJson(...asked);
    return place === null ? null : JSON.stringify(place);
  });
  return routes;
}

function languageOf({ req }: Context, fallbackLanguage: Language): Language | null {
  const asked = req.query("lang") ?? fallbackLanguage;
  return isLanguage(asked) ? asked : null;
}
