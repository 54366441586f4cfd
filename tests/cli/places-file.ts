/** A `places.yaml` with one place, whose fields can be replaced by what should stand in their line. */
export function placesFile(fields: Readonly<Record<string, string | null>> = {}, before = ""): string {
  const all = {
    slug: "de-zandbak",
    name: "{ nl: De Zandbak, fr: Le Bac à sable, ar: صندوق الرمل }",
    address: "Voorbeeldstraat 12, 1080 Sint-Jans-Molenbeek",
    hours: '"Mo 09:00-12:00; PH off"',
    schoolCalendar: "nl",
    ...fields,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : `    ${name}: ${value}`));
  return `${before}places:\n  -${lines.join("\n").slice(3)}\n`;
}

const texts = "a text, or a text for each language such as { nl: …, fr: …, ar: … }";
const written = "a text (put it between quotes)";
const contacts = "privacyContact: e, complaintsContact: f";

type Mistake = readonly [string, string | Buffer, readonly string[]];

/**
 * What is wrong with a file, and every line that is said about it, without the name of the file.
 * Line 2 is the place's first, its slug; 3 its name, 4 its address, 5 its hours, 6 its school calendar, 7 any further field.
 */
export const mistakes: readonly Mistake[] = [
  ["nothing", "", ["1: places is missing; expected a list"]],
  ["no list of places", "hello", ["1: the file is a text; expected organisation: and places:"]],
  ["an empty list", "places: []", ["1: places is empty; expected at least one in the list"]],
  ["a place that is a word", "places:\n  - de-zandbak", ["2: place 1 is a text; expected a group of fields"]],
  [
    "a bracket that is not closed",
    placesFile({ languages: "[nl" }),
    ["8: not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]"],
  ],
  ["tabs", "places:\n\t- slug: de-zandbak\n", ["2: not YAML: Tabs are not allowed as indentation"]],
  ["a field twice", placesFile().replace(/$/, "    slug: b\n"), ["7: not YAML: Map keys must be unique"]],
  ["two documents", `${placesFile()}---\n`, ["7: not YAML: a second document begins here (---); expected one only"]],
  [
    "a star that means nothing",
    placesFile({ ages: "*baby" }),
    ["7: not YAML: *baby refers to nothing; expected &baby above it, or quotes around a text that begins with *"],
  ],
  [
    "references that unfold to gigabytes",
    `a: &a [${"x,".repeat(9)}]\n${["b", "c", "d", "e"].map((name, index) => `${name}: &${name} [${`*${"abcd"[index]},`.repeat(9)}]\n`).join("")}`,
    ["1: not readable: it refers to itself too often; expected every place written out"],
  ],
  [
    "fields that it does not have",
    placesFile({ hour: "Mo" }, "place: x\n"),
    [
      '1: the file has no field "place"; it is misspelt or stands in the wrong place',
      '8: place 1 has no field "hour"; it is misspelt or stands in the wrong place',
    ],
  ],
  [
    "missing fields",
    "places:\n  - slug: de-zandbak\n",
    [
      `2: place 1: name is missing; expected ${texts}`,
      `2: place 1: address is missing; expected ${texts}`,
      '2: place 1: hours is missing; expected hours such as "Mo,Th 13:30-16:30; PH off", or a list of { from: 2026-09-01, expression: … }',
      "2: place 1: schoolCalendar is missing; expected nl, fr, both, none",
    ],
  ],
  [
    "a wrong slug",
    placesFile({ slug: "De Zandbak" }),
    ["2: place 1: slug is not a slug; expected 1 to 40 of the characters a-z, 0-9 and -"],
  ],
  [
    "a slug that is given twice, and another mistake",
    placesFile() + placesFile({ schoolCalendar: "de" }).slice("places:\n".length),
    [
      '7: slug "de-zandbak" is already that of place 1; each place has its own',
      "11: place 2: schoolCalendar is not known; expected nl, fr, both, none",
    ],
  ],
  [
    "bad hours, and another mistake",
    placesFile({ hours: '"We 9-"', phone: "025550101" }),
    [
      '5: hours "We 9-" is not understood after "We 9"; expected a time such as 09:00-12:00',
      `7: place 1: phone is a number; expected ${written}`,
    ],
  ],
  ["empty hours", placesFile({ hours: '""' }), ["5: place 1: hours is empty; expected a text"]],
  [
    "hours from a day that does not exist",
    placesFile({ hours: "[{ from: 2026-02-30, expression: Mo 09:00-12:00 }, { from: 0000-01-01, expression: Mo 9 }]" }),
    [
      "5: place 1: hours 1.from is not a date; expected one such as 2026-09-01",
      "5: place 1: hours 2.from is not a date; expected one such as 2026-09-01",
      '5: hours "Mo 9" ends too early; expected a time such as 09:00-12:00',
    ],
  ],
  [
    "hours from one day twice",
    placesFile({ hours: "[{ from: 2026-09-01, expression: Mo off }, { from: 2026-09-01, expression: Tu off }]" }),
    ["5: place 1: hours names one day twice; each start date stands once"],
  ],
  [
    "a bad location",
    placesFile({ location: "{ latitude: 150.8, longitude: east }" }),
    [
      "7: place 1: location.latitude is too large; expected at most 90",
      "7: place 1: location.longitude is a text; expected a number",
    ],
  ],
  [
    "a bad e-mail and web address",
    placesFile({ email: "zandbak", website: "www.zandbak.example" }),
    [
      "7: place 1: email is not an e-mail address; expected one such as info@example.org",
      "8: place 1: website is not a web address; expected one such as https://www.example.org",
    ],
  ],
  [
    "an unknown school calendar",
    placesFile({ schoolCalendar: "de" }),
    ["6: place 1: schoolCalendar is not known; expected nl, fr, both, none"],
  ],
  [
    "a name without Arabic",
    placesFile({ name: "{ nl: De Zandbak, fr: Le Bac à sable }" }),
    [`3: place 1: name.ar is missing; expected ${written}`],
  ],
  ["an empty field", placesFile({ ages: "" }), [`7: place 1: ages is empty; expected ${texts}`]],
  [
    "a text in a language that the bot does not speak",
    placesFile({ ages: "{ nl: tot 4 jaar, tr: 4 yaş }" }),
    ['7: place 1: ages has no field "tr"; it is misspelt or stands in the wrong place'],
  ],
  [
    "yes, which YAML takes for a word",
    placesFile({ wheelchair: "yes" }),
    ["7: place 1: wheelchair says no more than yes or no; expected true or false, or a text that says more"],
  ],
  [
    "a number where words or a choice are expected",
    placesFile({ price: "5", wheelchair: "1" }),
    [
      `7: place 1: price is a number; expected free, free-contribution, ${texts}`,
      `8: place 1: wheelchair is a number; expected true, false, ${texts}`,
    ],
  ],
  [
    "languages that are no codes",
    placesFile({ languages: "[nl, Dutch, 5]" }),
    [
      "7: place 1: languages 2 is not a language code; expected one such as nl, fr, ar or tr",
      `7: place 1: languages 3 is a number; expected ${written}`,
    ],
  ],
  [
    "an unknown time zone",
    placesFile({ timeZone: "Brussels" }),
    ["7: place 1: timeZone is not a time zone; expected one such as Europe/Brussels"],
  ],
  [
    "a text that is too long",
    placesFile({ ages: "x".repeat(501) }),
    ["7: place 1: ages is too long; expected at most 500 characters"],
  ],
  [
    "characters that no database keeps",
    placesFile({ name: '"De \\0 Zandbak"', address: '"\\uD800"' }),
    ["3: place 1: name", "4: place 1: address"].map(
      (field) => `${field} holds a character that cannot be shown; expected letters, digits, signs and ends of lines`,
    ),
  ],
  [
    "an organisation without its contacts",
    placesFile({}, "organisation: { name: De Speelboom vzw, address: Straat 1, email: info@speelboom.example }\n"),
    ["privacyContact", "complaintsContact"].map((field) => `1: organisation.${field} is missing; expected ${written}`),
  ],
  ...(
    [
      ['"thirty"', "is a text; expected a number"],
      ["2.5", "is a number; expected a whole number"],
      ["-1", "is too small; expected at least 0"],
      ["9999", "is too large; expected at most 3650"],
    ] as const
  ).map(
    ([days, sentence]): Mistake => [
      `back-ups that are kept for ${days} days`,
      placesFile({}, `organisation: { name: A, address: B, email: c@d.example, ${contacts}, backupDays: ${days} }\n`),
      [`1: organisation.backupDays ${sentence}`],
    ],
  ),
];
