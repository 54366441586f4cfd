import { describe, expect, test } from "vitest";
import { openPosters } from "../../src/assembly/commands.ts";
import { loadCalendars } from "../../src/calendars.ts";
import { languages } from "../../src/core/language.ts";
import { parseExpression } from "../../src/core/opening-hours/parse.ts";
import { weeklyPattern } from "../../src/core/opening-hours/weekly-pattern.ts";
import type { Place, PlaceFacts } from "../../src/core/places/place.ts";
import { type PosterKind, posterText } from "../../src/features/posters/messages.ts";
import { createWords } from "../../src/i18n/translate.ts";
import { pixelsOf, readCode, readPdf, sizeOf } from "./poster-code.ts";

const calendars = loadCalendars();
const wordsIn = createWords();
const today = Temporal.PlainDate.from("2026-11-25");

const exampleHours = "Mo,Th 13:30-16:30; We 09:00-12:00; Sa[1,3] 10:00-12:30; PH off; SH off";

function placeWith(facts: Partial<PlaceFacts> = {}, hours = exampleHours, name: Partial<Place["name"]> = {}): Place {
  const parsed = parseExpression(hours);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return {
    number: 1,
    slug: "de-zandbak",
    name: { nl: "De Zandbak", fr: "Le Bac à sable", ar: "صندوق الرمل", ...name },
    facts: { address: "Voorbeeldstraat 12", phone: "+32 2 555 01 01", ...facts },
    schedule: {
      regular: [{ from: "0001-01-01", expression: parsed.expression }],
      changes: [],
      schoolCalendar: "nl",
      timeZone: "Europe/Brussels",
    },
  };
}

async function draw(place: Place, kind: PosterKind, format: "png" | "pdf" = "png", botUsername = "inloop_bot") {
  return (await openPosters(calendars)).draw({ place, kind, format, botUsername, today });
}

function textsOf(place: Place, kind: PosterKind = "door") {
  const pattern = weeklyPattern(place.schedule, today, calendars);
  const [nl, fr, ar] = languages.map((language) => posterText(wordsIn(language), place, kind, pattern));
  if (nl === undefined || fr === undefined || ar === undefined) throw new Error("a language is missing");
  return { nl, fr, ar };
}

const longest: readonly (readonly [string, Place])[] = [
  [
    "names of a hundred letters and no blank, seven kinds of hours and two telephone numbers",
    placeWith(
      { phone: "+32 (0)2 555 01 01 of 0470 12 34 56, enkel op weekdagen" },
      "Mo 09:00-12:00,13:30-16:30; Tu 10:00-12:00; We 9:30-12:00; Th 13:30-17:00; Fr 9:00-11:30; Sa[1,3] 10:00-12:30; Su[-1] 10:00-12:00",
      { nl: "W".repeat(100), fr: "Lieu de rencontre enfants-parents ".repeat(3).slice(0, 100), ar: "مكان ".repeat(20) },
    ),
  ],
  [
    "one name in all languages",
    placeWith({}, exampleHours, { nl: "W".repeat(100), fr: "W".repeat(100), ar: "W".repeat(100) }),
  ],
  ["nothing but a name", placeWith({ phone: undefined }, "2027 Nov 25 10:00-12:00")],
];

/** 75 dots an inch: a quarter of what is printed. */
const fromAfar = 620;

describe("the picture", () => {
  test.each([
    ["door", "https://t.me/inloop_bot?start=p_de-zandbak"],
    ["visit", "https://t.me/inloop_bot?start=f_de-zandbak"],
  ] as const)("of the poster for the %s has a code that is read, also from afar", async (kind, link) => {
    const { bytes, link: told } = await draw(placeWith(), kind);
    expect(sizeOf(bytes)).toEqual({ width: 2480, height: 3508 });
    expect(readCode(pixelsOf(bytes))).toBe(link);
    expect(readCode(pixelsOf(bytes, fromAfar))).toBe(link);
    expect(told).toBe(link);
  });

  test("is read with the longest user name and slug that there are", async () => {
    const name = `${"a".repeat(28)}_bot`;
    const { bytes, link } = await draw({ ...placeWith(), slug: "s".repeat(40) }, "visit", "png", name);
    expect(link).toBe(`https://t.me/${name}?start=f_${"s".repeat(40)}`);
    expect(readCode(pixelsOf(bytes))).toBe(link);
  });

  test("is one page of A4 as PDF, at 300 dots an inch", async () => {
    const { bytes } = await draw(placeWith(), "door", "pdf");
    const { pages, title, pixels } = await readPdf(bytes);
    expect(pages).toEqual([{ width: 210, height: 297 }]);
    expect(title).toBe("De Zandbak");
    expect(pixels).toMatchObject({ width: 2480, height: 3508 });
    expect(readCode(pixels)).toBe("https://t.me/inloop_bot?start=p_de-zandbak");
  });

  test.each(longest)("stays within the margins and its code readable: %s", async (_what, place) => {
    for (const kind of ["door", "visit"] as const) {
      const pixels = pixelsOf((await draw(place, kind)).bytes);
      expect(darkestInMargin(pixels)).toBe(255);
      expect(readCode(pixels)).toMatch(/_de-zandbak$/);
    }
  });
});

/** 8 mm around the page; the panels begin at 9. */
function darkestInMargin({ width, height, rgba }: ReturnType<typeof pixelsOf>): number {
  const margin = Math.floor((8 / 210) * width);
  let darkest = 255;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isInside = x >= margin && x < width - margin && y >= margin && y < height - margin;
      if (!isInside) darkest = Math.min(darkest, rgba[(y * width + x) * 4 + 1] ?? 0);
    }
  }
  return darkest;
}

describe("what it says", () => {
  test("the question, the steps and what a visit is, in each language", () => {
    const { nl, fr, ar } = textsOf(placeWith({ price: "free" }));
    expect(nl).toMatchObject({
      place: "De Zandbak",
      question: "Vandaag open?",
      steps: [
        { text: "Scan de code" },
        { text: "Tik op", button: "START" },
        { text: "Tik op", button: wordsIn("nl").plain("companion:buttons.open") },
      ],
      closing: ["Geen Telegram? Bel +32\u00a02\u00a0555\u00a001\u00a001"],
      promise: "gratis · anoniem · zonder inschrijving",
    });
    expect(fr.promise).toBe("gratuit · anonyme · sans inscription");
    expect(ar.promise).toBe("مجاني · دون الكشف عن الهوية · دون تسجيل");
  });

  test("the regular hours, and when holidays differ", () => {
    const { nl, fr, ar } = textsOf(placeWith());
    expect(nl.hours).toEqual([
      { days: "maandag en donderdag", times: "13.30–16.30" },
      { days: "woensdag", times: "9.00–12.00" },
      { days: "zaterdag (1e en 3e van de maand)", times: "10.00–12.30" },
    ]);
    expect(nl.hoursNotes).toEqual(["Gesloten op feestdagen en in schoolvakanties."]);
    expect(fr.hours[2]).toEqual({ days: "samedi (1er et 3e du mois)", times: "10h–12h30" });
    expect(ar.hours.map(({ days }) => plain(days))).toEqual([
      "الاثنين والخميس",
      "الأربعاء",
      "يوم السبت (الأول والثالث من الشهر)",
    ]);
  });

  test.each([
    ["Mo-Fr 09:00-12:00; PH off", ["maandag tot vrijdag"], ["Gesloten op feestdagen."]],
    ["Mo,We,Fr 09:00-12:00; SH 10:00-11:00", ["maandag, woensdag en vrijdag"], ["Andere uren in schoolvakanties."]],
    ["Su[-1] 10:00-12:00", ["zondag (laatste van de maand)"], []],
    ["week 2-52/2 We 09:00-12:00", ["woensdag (even weken)"], []],
    ["Mo 09:00-12:00; Jul-Aug off", ["maandag"], ["Tot en met 30/6/2027."]],
  ])("%s", (hours, days, notes) => {
    const { nl } = textsOf(placeWith({}, hours));
    expect(nl.hours.map((line) => line.days)).toEqual(days);
    expect(nl.hoursNotes).toEqual(notes);
  });

  test("where hours follow no rule, or too many, the bot is asked", () => {
    const nine = ["Mo", "Tu", "We", "Th", "Fr"].flatMap((day, index) => [
      `${day}[1] 09:0${index}-12:00`,
      `${day}[2] 10:0${index}-12:00`,
    ]);
    for (const hours of ["2026 Nov 26 10:00-12:00", nine.join("; ")]) {
      const { nl, fr, ar } = textsOf(placeWith({}, hours));
      expect([nl.hours, fr.hours, ar.hours]).toEqual([
        [{ days: "Vraag het de bot." }],
        [{ days: "Demandez au guide." }],
        [{ days: "اسألوا البوت." }],
      ]);
      expect(nl.hoursNotes).toEqual([]);
    }
  });

  test.each<[PlaceFacts["price"], readonly [string, string, string]]>([
    [undefined, ["anoniem", "anonyme", "دون الكشف عن الهوية"]],
    ["free-contribution", ["vrije bijdrage", "participation libre", "مساهمة حرة"]],
    [{ nl: "1 euro", fr: "1 euro", ar: "1 يورو" }, ["1 euro", "1 euro", "1 يورو"]],
    [{ nl: "1 euro" }, ["anoniem", "anonyme", "دون الكشف عن الهوية"]],
  ])("is not called free of charge where the price is %j", (price, beginnings) => {
    const { nl, fr, ar } = textsOf(placeWith({ price }));
    expect([nl, fr, ar].map(({ promise }) => promise.split(" · ")[0])).toEqual(beginnings);
    expect(JSON.stringify([nl, fr, ar])).not.toMatch(/gratis|gratuit|مجاني/);
  });

  test("nobody is told to call where there is no telephone", () => {
    const { nl, fr, ar } = textsOf(placeWith({ phone: undefined }));
    expect([nl.closing, fr.closing, ar.closing]).toEqual([[], [], []]);
  });

  test("after a visit: that nobody has to answer, and what is kept", () => {
    const { nl } = textsOf(placeWith(), "visit");
    expect(nl).toMatchObject({
      question: "Hoe was het?",
      closing: [
        "Je hoeft niet te antwoorden.",
        "De bot bewaart niet wie antwoordt. Telegram kent je account wel.",
        "Geen Telegram? Zeg het gerust aan het team.",
      ],
    });
  });
});

function plain(text: string): string {
  return text.replace(/[\u2068\u2069\u200f]/g, "");
}
