import { request } from "node:http";
import { type CalendarResponse, sync, type VEvent } from "node-ical";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { daysOf } from "../../src/core/opening-hours/evaluate/day.ts";
import { calendars, date, scheduleOf } from "../core/opening-hours/fixtures.ts";
import { startTestApp, type TestApp } from "../support/app.ts";

const hours = "We 09:00-12:00,13:00-16:00; Sa 22:00-26:30; Su 02:15-02:45,03:00-24:00; PH off; SH off";
const name = {
  nl: "De Zandbak, boven; links",
  fr: "Le Bac à sable, en haut; à gauche",
  ar: "صندوق الرمل في الطابق العلوي",
};

const places = `
organisation: { name: De Speelboom vzw, address: Voorbeeldstraat 12, email: info@speelboom.example, privacyContact: a, complaintsContact: b }
places:
  - slug: de-zandbak
    name: ${JSON.stringify(name)}
    address: "Voorbeeldstraat 12; 1080 Molenbeek, \\nde groene deur"
    location: { latitude: 50.8571, longitude: 4.3270 }
    website: https://speelboom.example/zandbak
    hours: "${hours}"
    schoolCalendar: nl
`;

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ places, now: "2026-10-20T10:00" });
});
beforeEach(() => app.setClock("2026-10-20T10:00"));
afterAll(() => app.stop());

const get = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  fetch(`${app.httpUrl}${path}`, { method, headers });

async function events(path = "/calendar/de-zandbak.ics"): Promise<readonly VEvent[]> {
  const parsed = sync.parseICS(await (await get(path)).text()) as CalendarResponse;
  return Object.values(parsed).filter((part) => part?.type === "VEVENT") as VEvent[];
}

/** Stores a change as the team would, and waits until the feed tells it. */
async function change(kind: string, day: string, changed: readonly object[], isTold: () => Promise<boolean>) {
  await app.sql`
    insert into schedule_changes (place, kind, "from", "to", hours, reason, text)
    select number, ${kind}, ${day}, ${day}, ${app.sql.json(changed as never)}, 'illness', ${app.sql.json({ nl: "uitstap" })}
    from places`;
  await app.sql`select pg_notify('places', '')`;
  await vi.waitFor(async () => expect(await isTold()).toBe(true), { timeout: 10_000 });
}

test("the calendar has every opening of the next six months, both clock changes included, and no others", async () => {
  const inBrussels = (day: Temporal.PlainDate, minute: number) =>
    day.add({ days: Math.floor(minute / 1440) }).toZonedDateTime({
      timeZone: "Europe/Brussels",
      plainTime: { hour: Math.floor((minute % 1440) / 60), minute: minute % 60 },
    }).epochMilliseconds;
  const expected = daysOf(scheduleOf(hours), date("2026-10-20"), date("2027-04-20"), calendars).flatMap((day) =>
    day.open.map(({ start, end }) => [inBrussels(day.date, start), inBrussels(day.date, end)]),
  );
  const told = (await events()).map(({ start, end }) => [start.getTime(), (end as Date).getTime()]);
  expect(told.toSorted()).toEqual(expected.filter(([start = 0, end = 0]) => start < end).toSorted());
  expect(told.length).toBeGreaterThan(90);
});

test("the calendar says what and where, in each language", async () => {
  for (const language of ["nl", "fr", "ar"] as const) {
    const [event] = await events(`/calendar/de-zandbak.ics?lang=${language}`);
    expect(String(event?.summary).replace(/[\u2066-\u2069]/g, "")).toContain(name[language]);
    expect(event).toMatchObject({
      location: "Voorbeeldstraat 12; 1080 Molenbeek, \nde groene deur",
      geo: { lat: 50.8571, lon: 4.327 },
      url: expect.objectContaining({ val: "https://speelboom.example/zandbak" }),
    });
  }
  expect(await (await get("/calendar/de-zandbak.ics")).text()).toBe(
    await (await get("/calendar/de-zandbak.ics?lang=nl")).text(),
  );
});

test("the same in schema.org, for websites and search engines", async () => {
  const response = await get("/places/de-zandbak.json?lang=fr");
  expect(response.headers.get("content-type")).toBe("application/ld+json");
  expect(await response.json()).toMatchObject({
    "@context": "https://schema.org",
    name: name.fr,
    geo: { latitude: 50.8571, longitude: 4.327 },
    url: "https://speelboom.example/zandbak",
    openingHoursSpecification: expect.arrayContaining([
      expect.objectContaining({ dayOfWeek: "Wednesday", opens: "13:00", closes: "16:00" }),
    ]),
    specialOpeningHoursSpecification: expect.arrayContaining([
      expect.objectContaining({ validFrom: "2026-11-11", opens: "00:00", closes: "00:00", description: "Armistice" }),
    ]),
  });
});

describe.each(["/calendar/de-zandbak.ics", "/places/de-zandbak.json"])("%s", (path) => {
  test("may be kept for five minutes, read by any website, and asked for again without being sent", async () => {
    const first = await get(path);
    const tag = first.headers.get("etag") ?? "";
    expect(first.status).toBe(200);
    expect(await first.text()).not.toBe("");
    await app.setClock("2026-10-20T23:59");
    const again = await get(path, { "if-none-match": tag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    await app.setClock("2026-10-21T00:00");
    const nextDay = await get(path, { "if-none-match": tag });
    expect(nextDay.status).toBe(200);
    for (const { headers } of [first, again, nextDay]) {
      expect(headers.get("cache-control")).toBe("public, max-age=300");
      expect(headers.get("access-control-allow-origin")).toBe("*");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  test("tells its head alone, and takes nothing", async () => {
    const head = await get(path, {}, "HEAD");
    const whole = await get(path);
    expect(head.status).toBe(200);
    expect(await head.text()).toBe("");
    for (const header of ["content-type", "etag", "cache-control"]) {
      expect(head.headers.get(header)).toBe(whole.headers.get(header));
    }
    const posted = await get(path, {}, "POST");
    expect(posted.status).toBe(405);
    expect(posted.headers.get("allow")).toBe("GET, HEAD");
  });

  test("knows nl, fr and ar, and says so of another language", async () => {
    expect((await get(`${path}?lang=ar`)).headers.get("content-language")).toBe("ar");
    for (const lang of ["en", "", "constructor"]) {
      const refused = await get(`${path}?lang=${lang}`);
      expect(refused.status).toBe(400);
      expect(await refused.text()).toBe("lang is not known; expected nl, fr or ar.\n");
      expect(refused.headers.get("content-type")).toMatch(/^text\/plain/);
      expect(refused.headers.get("cache-control")).toBe("no-store");
    }
  });

  test("of an unknown place is not found, and says so", async () => {
    const answer = await get(path.replace("de-zandbak", "%3Cb%3E"));
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe("There is no place with this name; expected the slug of a place.\n");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });
});

test("calendars are announced as such, in UTF-8", async () => {
  expect((await get("/calendar/de-zandbak.ics")).headers.get("content-type")).toBe("text/calendar; charset=utf-8");
});

test.each([
  "/calendar/",
  "/calendar/de-zandbak",
  "/calendar/a/b.ics",
  "/places/",
  "/places/de-zandbak",
  "/calendar/%ff.ics",
])("there is nothing at %s", async (path) => {
  expect((await get(path)).status).toBe(404);
});

test("an address with broken escapes breaks nothing", async () => {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  const { port } = new URL(app.httpUrl);
  request({ port, path: "/calendar/%E0%A4%A.ics?lang=%" }, ({ statusCode }) => resolve(statusCode))
    .on("error", reject)
    .end();
  expect(await promise).toBeGreaterThanOrEqual(400);
  expect(await promise).toBeLessThan(500);
});

test("a change is told by the same events", async () => {
  const day = "2026-11-25";
  const onDay = async () => (await events()).filter(({ uid }) => uid.includes(day));
  const before = await onDay();
  expect(before.map(({ status }) => status)).toEqual(["CONFIRMED", "CONFIRMED"]);
  const { headers } = await get("/calendar/de-zandbak.ics");

  await change("hours", day, [{ start: 600, end: 660 }], async () => (await onDay())[0]?.sequence !== 0);
  const changed = await onDay();
  expect(changed.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
  expect(changed.map(({ status }) => status)).toEqual(["CONFIRMED", "CANCELLED"]);
  expect(changed[0]?.start.toISOString()).toBe("2026-11-25T09:00:00.000Z");
  expect((await get("/calendar/de-zandbak.ics", { "if-none-match": headers.get("etag") ?? "" })).status).toBe(200);

  await change("closed", day, [], async () => (await onDay())[0]?.status === "CANCELLED");
  const closed = await onDay();
  expect(closed.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
  expect(closed).toMatchObject([
    { status: "CANCELLED", description: "uitstap", sequence: 2 },
    { status: "CANCELLED", description: "uitstap", sequence: 2 },
  ]);
  const json = await (await get("/places/de-zandbak.json")).text();
  expect(json).toContain('"description":"uitstap","opens":"00:00","closes":"00:00","validFrom":"2026-11-25"');
  expect(json + (await (await get("/calendar/de-zandbak.ics")).text())).not.toContain("illness");
});

test("days that the school calendars do not reach are tentative", async () => {
  await app.setClock("2028-07-01T10:00");
  const tentative = (await events()).filter(({ status }) => status === "TENTATIVE");
  expect(tentative.length).toBeGreaterThan(10);
  expect(tentative[0]?.summary).toContain("nog niet bevestigd");
});

test("who asks is not written down", () => {
  expect(app.log.filter(({ message }) => /calendar|feed|GET/i.test(message))).toEqual([]);
});
