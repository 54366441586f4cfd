import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ActingParent } from "../support/acting-parent.ts";
import { examplePlaces, startTestApp, type TestApp } from "../support/app.ts";
import { everyRow } from "../support/every-row.ts";

let app: TestApp;
let noor: ActingParent;

interface Row {
  readonly code: Buffer;
  readonly language: string | null;
  readonly place: number | null;
  readonly month_chosen: string;
}

const rows = () => app.sql<Row[]>`select * from chat_settings`;

beforeAll(async () => {
  app = await startTestApp({ places: examplePlaces });
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.sql`delete from chat_settings`;
  await app.setClock("2026-11-25T10:00");
  noor = await app.parent("nl");
});

async function chooseBoth(parent: ActingParent): Promise<void> {
  await parent.say("Het Treintje");
  await parent.tap("Dit is mijn plek");
  await parent.say("/language");
  await parent.tap("Français");
}

test.each(["/privacy", "is het anoniem?", "wat bewaren jullie over mij?"])(
  "“%s” is answered in short, with everything else one tap away and a way back",
  async (question) => {
    const { texts } = await noor.say(question);
    expect(texts).toEqual([
      "Je bezoek is anoniem: niemand vraagt je naam. De bot bewaart niet wie iets vraagt. Niemand leest mee. Telegram kent je account wel.\n\nAlleen wat je kiest, wordt bewaard: je taal, je plek en je vraag om berichten.",
    ]);
    expect((await noor.buttons()).slice(0, 3)).toEqual([
      ["Wat wordt bewaard", "Wat Telegram ziet"],
      ["Wie kan iets zien", "Wie zit hierachter"],
      ["Wis mijn gegevens"],
    ]);
    for (const [label, expected] of [
      [
        "Wat wordt bewaard",
        /^Kies je een taal of een plek\?.*hoogstens zes maanden.*Over deze chat is niets bewaard\.$/s,
      ],
      ["Wat Telegram ziet", /^Telegram kent je account en je telefoonnummer\./],
      ["Wie kan iets zien", /^Wie de server beheert.*databank.*geheime sleutel/s],
      ["Wie zit hierachter", /^Deze bot is van De Speelboom vzw\..*privacy@speelboom.*klachten@speelboom/s],
    ] as const) {
      expect((await noor.tap(label)).texts[0], label).toMatch(expected);
      expect((await noor.tap("Terug")).texts).toEqual(texts);
    }
  },
);

test("nobody who only asks finds a row about the chat, and asking writes none", async () => {
  const before = await everyRow(app.sql);
  for (const question of ["/start", "/open", "/privacy", "/where", "De Zandbak", "/start p_de-zandbak", "/language"]) {
    await noor.say(question);
  }
  await noor.send({ location: { latitude: 50.86, longitude: 4.37 } });
  await noor.say("/forget");
  await noor.tap("Nee");
  await noor.say("/privacy");
  await noor.tap("Wat wordt bewaard");
  expect(await everyRow(app.sql)).toEqual(before);
});

test("the row about the chat is shown as it stands in the database, its code shortened", async () => {
  await chooseBoth(noor);
  const [row, ...others] = await rows();
  expect(others).toEqual([]);
  await noor.say("/privacy");
  const { texts, messages } = await noor.tap("Ce qui est gardé");
  const shown = [
    `code\u00a0: ${row?.code.toString("hex").slice(0, 8)}…`,
    `langue\u00a0: ${row?.language}`,
    `lieu\u00a0: ${row?.place} (Le Petit Train)`,
    `mois\u00a0: ${row?.month_chosen}`,
  ].join("\n");
  expect(row).toMatchObject({ language: "fr", month_chosen: "2026-11", place: expect.any(Number) });
  expect(texts[0]?.split("Voici ce qui est gardé sur cette conversation\u00a0:\n")[1]).toBe(shown);
  const [{ entities = [] } = {}] = messages;
  expect(entities.map(({ type, length }) => [type, length])).toEqual([["pre", shown.length]]);
  // Somebody else's row is somebody else's.
  const other = await app.parent("nl");
  await other.say("/privacy");
  expect((await other.tap("Wat wordt bewaard")).texts[0]).toMatch(/Over deze chat is niets bewaard\.$/);
});

test("in Arabic the row reads from right to left, and every value is isolated", async () => {
  await noor.say("/language");
  await noor.tap("العربية");
  await noor.say("/privacy");
  const { messages } = await noor.tap("ماذا نحتفظ به؟");
  expect(messages[0]?.text).toMatch(
    /الرمز: \u2068[0-9a-f]{8}…\u2069\nاللغة: \u2068ar\u2069\nالمكان: \u2068–\u2069\nالشهر: \u20682026-11\u2069$/,
  );
});

test("with the database away the row cannot be looked up, which is said; everything else is", async () => {
  const other = await startTestApp({ places: examplePlaces });
  const parent = await other.parent("nl");
  await other.sql`alter table chat_settings rename to chat_settings_away`;
  expect((await parent.say("/privacy")).texts[0]).toMatch(/^Je bezoek is anoniem: .* De bot bewaart niet/);
  expect((await parent.tap("Wat wordt bewaard")).texts[0]).toMatch(
    /De bot kan nu niet opzoeken of er een rij over deze chat is\. Vraag het straks nog eens\.$/,
  );
  expect((await parent.say("/open")).texts[0]).toMatch(/^Ja, De Zandbak/);
  await parent.say("/forget");
  expect((await parent.tap("Ja, wis alles")).texts).toEqual([
    "Wissen lukte nu niet. Er is niets veranderd. Tik straks nog eens.",
  ]);
  await other.sql`alter table chat_settings_away rename to chat_settings`;
  expect((await parent.tap("Ja, wis alles")).texts).toEqual(["Er was niets bewaard over deze chat."]);
  expect(JSON.stringify(other.log)).not.toContain(String(parent.id));
  await other.stop();
});

describe("/forget", () => {
  test("asks once, erases everything at once, says until when back-ups last, and speaks as before any choice", async () => {
    await chooseBoth(noor);
    expect((await noor.menu())[0]?.[0]).toBe("Ouvert aujourd’hui\u00a0?");
    expect((await noor.say("/forget")).texts).toEqual([
      "Voulez-vous effacer tout ce qui est gardé sur cette conversation\u00a0? Le guide oubliera votre langue et votre lieu, et n’enverra plus de messages.",
    ]);
    expect(await rows()).toHaveLength(1);
    const { texts } = await noor.tap("Oui, tout effacer");
    expect(texts[0]).toBe(
      "C’est effacé\u00a0: votre langue et votre lieu, avec le code et le mois.\n\nLes copies de sauvegarde disparaissent après 30\u00a0jours.",
    );
    expect(await rows()).toEqual([]);
    expect((await noor.menu())[0]?.[0]).toBe("Vandaag open?");
    expect((await noor.say("/open")).texts[0]).toMatch(/^Ja, De Zandbak .*\n\nJa, Het Treintje/);
  });

  test("is one tap from what is shown, and “no” erases nothing", async () => {
    await chooseBoth(noor);
    const before = await everyRow(app.sql);
    await noor.say("/privacy");
    await noor.tap("Ce qui est gardé");
    await noor.tap("Effacer mes données");
    expect((await noor.tap("Non")).texts).toEqual(["D’accord, rien n’est effacé."]);
    expect((await noor.tap("Ce qui est gardé")).texts[0]).toMatch(/langue\u00a0: fr/);
    expect(await everyRow(app.sql)).toEqual(before);
  });

  test("says so where there was nothing, also the second time", async () => {
    const nothing = ["Er was niets bewaard over deze chat."];
    await noor.say("/forget");
    expect((await noor.tap("Ja, wis alles")).texts).toEqual(nothing);
    await noor.say("/forget");
    expect((await noor.tap("Ja, wis alles")).texts).toEqual(nothing);
  });

  test("leaves everybody else's rows alone", async () => {
    const other = await app.parent("nl");
    await chooseBoth(other);
    const before = await rows();
    await chooseBoth(noor);
    await noor.say("/forget");
    await noor.tap("Oui, tout effacer");
    expect(await rows()).toEqual(before);
  });

  test.each([
    ["", "Hoe lang back-ups blijven, weet De Speelboom vzw: p@speelboom.example."],
    ["backupDays: 1", "Back-ups verdwijnen na 1 dag."],
    ["backupDays: 0", "Back-ups zijn er niet."],
  ])("knows about back-ups what the organisation said (“%s”)", async (said, expected) => {
    const other = await startTestApp({
      places: `
organisation:
  name: De Speelboom vzw
  address: Straat 1
  email: info@speelboom.example
  privacyContact: p@speelboom.example
  complaintsContact: k@speelboom.example
  ${said}
places:
  - { slug: zandbak, name: Zandbak, address: Straat 2, hours: "We 09:00-12:00", schoolCalendar: none }`,
    });
    const parent = await other.parent("nl");
    await parent.say("/language");
    await parent.tap("Nederlands");
    await parent.say("/forget");
    expect((await parent.tap("Ja, wis alles")).texts[0]).toBe(
      `Gewist: je taal, met de code en de maand.\n\n${expected}`,
    );
    await other.stop();
  });
});

test("in a group there is no row to show and nothing to erase", async () => {
  await chooseBoth(noor);
  const before = await everyRow(app.sql);
  const family = await app.group("Familie", [noor, await app.parent("nl")]);
  expect((await family.say(noor, "/privacy@inloop_bot")).texts[0]).toMatch(/Over deze groep wordt niets bewaard\.$/);
  expect((await family.buttons()).flat()).not.toContain("Wis mijn gegevens");
  expect((await family.tap(noor, "Wat wordt bewaard")).texts[0]).toMatch(/Over deze groep wordt niets bewaard\.$/);
  expect((await family.say(noor, "/forget@inloop_bot")).texts).toEqual([
    "Over een groep wordt niets bewaard. Er is niets te wissen.",
  ]);
  expect(await everyRow(app.sql)).toEqual(before);
});

test.each(["fg.nl.yes", "fg.nl.yes.AAAAAAAA", "pr.nl.stored.AAAAAAAA"])(
  "a button of somebody's own making (%s) erases and shows nothing",
  async (data) => {
    await chooseBoth(noor);
    const before = await everyRow(app.sql);
    expect((await noor.tapForged(data)).notice).toMatch(/^Ce bouton est trop ancien/);
    expect(await everyRow(app.sql)).toEqual(before);
  },
);

test("a screen can be redrawn in Telegram's language, and says the same", async () => {
  await chooseBoth(noor);
  await noor.say("/privacy");
  expect((await noor.buttons()).flat()).toContain("Nederlands");
  expect((await noor.tap("Nederlands")).texts[0]).toMatch(
    /^Je bezoek is anoniem: niemand vraagt je naam\. De bot bewaart niet wie iets vraagt\./,
  );
  expect((await noor.tap("Wat wordt bewaard")).texts[0]).toMatch(/taal: fr\nplek: \d+ \(Het Treintje\)/);
});

test("a choice goes when the sixth month after it begins, and is not remembered longer in memory", async () => {
  await chooseBoth(noor);
  await app.setClock("2027-04-30T23:30");
  const later = await app.parent("nl");
  await later.say("/language");
  await later.tap("العربية");
  expect(await rows()).toHaveLength(2);
  await app.setClock("2027-05-01T00:00");
  await expect.poll(async () => (await rows()).map(({ language }) => language)).toEqual(["ar"]);
  await expect.poll(async () => (await noor.say("/help")).texts[0]).not.toMatch(/vous/i);
  expect((await later.say("/open")).texts[0]).toMatch(/\p{Script=Arabic}/u);
});

test("choosing again counts from then on", async () => {
  await chooseBoth(noor);
  await app.setClock("2027-03-10T10:00");
  await noor.say("/language");
  await noor.tap("Français");
  expect((await rows()).map(({ month_chosen }) => month_chosen)).toEqual(["2027-03"]);
});
