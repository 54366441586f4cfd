import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ActingParent } from "../support/acting-parent.ts";
import { examplePlaces, startTestApp, type TestApp } from "../support/app.ts";
import { everyRow } from "../support/every-row.ts";
import { jpeg, png, voice } from "../support/face-files.ts";

let app: TestApp;
let leila: ActingParent;

/** A person who opened an invitation that a colleague made. */
async function colleague(languageCode: string, role: "coordinator" | "host", slugs?: readonly string[]) {
  const secret = randomBytes(16).toString("base64url");
  const places = slugs === undefined ? null : await app.sql`select number from places where slug in ${app.sql(slugs)}`;
  await app.sql`
    insert into invitations (hash, until, name, role, places)
    values (sha256(${Buffer.from(secret)}), '2026-12-31', 'Leila', ${role}, ${places?.map(({ number }) => number) ?? null})`;
  const person = await app.parent(languageCode);
  await person.say(`/start i_${secret}`);
  await person.tap(languageCode === "fr" ? "Oui, je suis de l’équipe" : "Ja, ik hoor bij het team");
  return person;
}

const file = (kind: "photo" | "voice", bytes: Buffer) => ({ file: { kind, content: bytes.toString("base64") } });
const stored = () => app.sql`
  select slug, kind, language, media_type, bytes from place_media join places on number = place
  order by slug, kind, language`;
const lines = () => app.sql`select name, entry from audit where entry->>'what' = 'face-changed' order by number`;

describe("with one place", () => {
  beforeAll(async () => {
    app = await startTestApp();
    leila = await colleague("nl", "host");
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    await app.sql`delete from place_media`;
    await app.sql`select pg_notify('place_media', '')`;
    await app.sql`delete from audit`;
  });

  test("a photo becomes that of the door, with one tap and a line for the audit", async () => {
    const { texts, messages } = await leila.send(file("photo", jpeg()));
    expect(texts).toEqual(["Is dit de deur? Ouders zien de foto dan bij het adres."]);
    expect(messages[0]?.reply_to_message?.photo).toHaveLength(1);
    expect(await leila.buttons()).toEqual([["De deur van De Zandbak"], ["Nee, niets"]]);
    expect(await stored()).toEqual([]);
    expect((await leila.tap("De deur van De Zandbak")).texts).toEqual([
      "Dank je. Ouders zien nu deze deur bij De Zandbak.",
    ]);
    expect(await stored()).toEqual([
      { slug: "de-zandbak", kind: "photo", language: "", media_type: "image/jpeg", bytes: jpeg() },
    ]);
    expect(await lines()).toEqual([{ name: "Leila", entry: { what: "face-changed", part: "photo" } }]);
    const noor = await app.parent("nl");
    await expect
      .poll(async () => (await noor.say("/where")).messages.flatMap(({ photo }) => photo ?? []))
      .toHaveLength(1);
  });

  test("a voice becomes a welcome in the language that is tapped", async () => {
    const darija = voice({ seconds: 12 });
    expect((await leila.send(file("voice", darija))).texts).toEqual([
      "Is dit een welkom bij De Zandbak? In welke taal? Ouders kunnen ernaar luisteren.",
    ]);
    expect((await leila.buttons()).flat()).toEqual([
      "Welkom in het Nederlands",
      "Welkom in het Frans",
      "Welkom in het Arabisch",
      "Welkom in het Darija",
      "Nee, niets",
    ]);
    expect((await leila.tap("Welkom in het Darija")).texts).toEqual([
      "Dank je. Ouders horen nu dit welkom bij De Zandbak.",
    ]);
    expect(await stored()).toMatchObject([{ kind: "welcome", language: "ary", bytes: darija }]);
  });

  test.each([
    [
      "too long",
      file("voice", voice({ seconds: 31 })),
      /^Dit welkom duurt te lang\. Het mag hoogstens 30 seconden duren\./,
    ],
    ["silent", file("voice", voice({ seconds: 0 })), /^In dit bericht is niets te horen\./],
    ["too large", file("voice", voice({ seconds: 120, padding: 250 })), /^Dit bestand is te groot\./],
    ["of another kind", file("voice", Buffer.from("ID3")), /^Dit bestand kan ik niet gebruiken\./],
    ["too large a photo", file("photo", Buffer.concat([jpeg(), Buffer.alloc(2 ** 21)])), /^Dit bestand is te groot\./],
    ["a photo that is too narrow", file("photo", png(2100, 100)), /^Deze foto is te lang of te smal\./],
  ])("what is %s is refused kindly, and changes nothing", async (_what, message, refusal) => {
    await leila.send(message);
    const [label = ""] = (await leila.buttons()).flat();
    expect((await leila.tap(label)).texts[0]).toMatch(refusal);
    expect([await stored(), await lines()]).toEqual([[], []]);
  });

  test("the first screen of the team says how", async () => {
    await leila.say("/staff");
    expect((await leila.tap("Foto en welkom")).texts[0]).toMatch(/^Stuur hier een foto van de deur, of spreek/);
  });

  test("“Nee, niets” keeps nothing", async () => {
    await leila.send({ sample: "photo" });
    expect((await leila.tap("Nee, niets")).texts).toEqual(["Goed, er is niets bewaard."]);
    expect(await stored()).toEqual([]);
  });

  test("where Telegram does not give the file, nothing changes, and the same button serves once more", async () => {
    await leila.send(file("photo", png()));
    await app.faults({ method: "getFile", times: 1, kind: { type: "lost-request" } });
    const [label = ""] = (await leila.buttons()).flat();
    const failed = await leila.tap(label);
    expect(failed.notice).toBe("Bewaren lukte nu niet. Er is niets veranderd. Tik straks nog eens.");
    expect([failed.texts, await stored()]).toEqual([[], []]);
    await leila.tap(label);
    expect(await stored()).toHaveLength(1);
  });

  test("a parent's photo and voice are answered as ever, and nothing of them is kept", async () => {
    const noor = await app.parent("nl");
    const before = await everyRow(app.sql);
    for (const sample of ["photo", "voice"] as const) {
      expect((await noor.send({ sample })).texts[0]).toMatch(/Ik kan niet luisteren/);
      expect((await noor.buttons()).flat()).not.toContain("Nee, niets");
    }
    expect(await everyRow(app.sql)).toEqual(before);
  });

  test("who left the team changes nothing with an old button", async () => {
    const former = await colleague("nl", "host");
    await former.send({ sample: "photo" });
    const names = await app.sql`delete from staff where name = 'Leila 2' returning name`;
    expect(names).toHaveLength(1);
    await app.sql`select pg_notify('staff', '')`;
    await former.tap("De deur van De Zandbak");
    expect([await stored(), await lines()]).toEqual([[], []]);
  });
});

test("with several places a member is asked about her own", async () => {
  app = await startTestApp({ places: examplePlaces });
  const both = await colleague("fr", "coordinator");
  await both.send(file("photo", png()));
  expect((await both.buttons()).flat()).toEqual([
    "La porte\u00a0: Le Bac à sable",
    "La porte\u00a0: Le Petit Train",
    "Non, rien",
  ]);
  await both.send(file("voice", voice({ seconds: 3 })));
  expect((await both.buttons()).flat()).toEqual(["Le Bac à sable", "Le Petit Train", "Non, rien"]);
  await both.tap("Le Petit Train");
  expect((await both.tap("Bienvenue en français")).texts).toEqual([
    "Merci. Les parents entendent maintenant ce mot de bienvenue\u00a0: Le Petit Train.",
  ]);
  expect(await stored()).toMatchObject([{ slug: "le-petit-train", kind: "welcome", language: "fr" }]);

  const one = await colleague("nl", "host", ["de-zandbak"]);
  await one.send(file("photo", png()));
  expect((await one.buttons()).flat()).toEqual(["De deur van De Zandbak", "Nee, niets"]);
  await app.stop();
});
