import type { Message } from "@grammyjs/types";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { ActingParent } from "../support/acting-parent.ts";
import { examplePlaces, startTestApp, type TestApp } from "../support/app.ts";
import { everyRow } from "../support/every-row.ts";
import { jpeg, png, voice } from "../support/face-files.ts";

let app: TestApp;
let noor: ActingParent;

/** Stores a part, as another process would; without bytes it is taken away. */
async function put(slug: string, part: string, bytes: Buffer | null): Promise<void> {
  const [kind, language] = part === "photo" ? ["photo", ""] : ["welcome", part];
  await app.sql`
    delete from place_media using places where number = place and slug = ${slug} and kind = ${kind} and language = ${language}`;
  if (bytes !== null) {
    const type = part === "photo" ? "image/png" : "audio/ogg";
    await app.sql`
      insert into place_media (place, kind, language, media_type, digest, bytes)
      select number, ${kind}, ${language}, ${type}, sha256(${bytes}), ${bytes} from places where slug = ${slug}`;
  }
  await app.sql`select pg_notify('place_media', '')`;
}

const photoOf = ({ photo }: Message) => photo?.at(-1);
const photosIn = (messages: readonly Message[]) => messages.flatMap((message) => photoOf(message) ?? []);

/** The buttons below what is said of the place. */
async function buttonsOfPlace(parent: ActingParent): Promise<string[]> {
  await parent.say("De Zandbak");
  return (await parent.buttons()).flat();
}

describe("two places, one with a face", () => {
  beforeAll(async () => {
    app = await startTestApp({ places: examplePlaces });
    await put("de-zandbak", "photo", png());
    await put("de-zandbak", "nl", voice({ seconds: 4 }));
    await put("de-zandbak", "ar", voice({ seconds: 5 }));
    await put("de-zandbak", "ary", voice({ seconds: 6 }));
    const parent = await app.parent("nl");
    await vi.waitFor(async () => expect(await buttonsOfPlace(parent)).toContain("Luister"));
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    noor = await app.parent("nl");
  });

  test.each(["waar is de zandbak?", "De Zandbak", "/start p_de-zandbak"])(
    "“%s” shows the door first, and then answers as ever",
    async (typed) => {
      const { messages } = await noor.say(typed);
      const [photo, answer] = messages.slice(-2);
      expect(photo).toMatchObject({ caption: "De deur van De Zandbak", photo: [{ width: 32, height: 24 }] });
      expect(photo?.reply_markup).toBeUndefined();
      expect(answer?.text).toContain("Voorbeeldstraat 12");
      const labels = (await noor.buttons()).flat();
      expect(labels).toContain("Luister");
      expect(labels).not.toContain("Foto van de deur");
    },
  );

  test("a place without a face is answered without", async () => {
    const { messages } = await noor.say("waar is het treintje?");
    expect(messages).toHaveLength(1);
    expect((await noor.buttons()).flat()).not.toContain("Luister");
  });

  test("the chosen place shows its door with /where; all addresses together show none", async () => {
    expect(photosIn((await noor.say("/where")).messages)).toEqual([]);
    await noor.tap("Kies je plek");
    await noor.tap("De Zandbak");
    expect(photosIn((await noor.say("/where")).messages)).toHaveLength(1);
    await app.sql`delete from chat_settings`;
  });

  test("what is reached by tapping takes the place of the answer, and shows the door when asked to", async () => {
    await noor.say("/where");
    const card = await noor.tap("De Zandbak");
    expect(card.messages).toHaveLength(1);
    expect(await noor.buttons()).toContainEqual(["Luister", "Foto van de deur"]);
    expect((await noor.tap("Hoe kom je er?")).messages).toHaveLength(1);
    const { messages } = await noor.tap("Foto van de deur");
    expect(messages).toMatchObject([{ caption: "De deur van De Zandbak", photo: [{ width: 32 }] }]);
    expect((await noor.tap("Vandaag open?")).texts[0]).toMatch(/^Ja, De Zandbak/);
  });

  test("Telegram is given the bytes once, and named its own id from then on", async () => {
    const [first] = photosIn((await noor.say("De Zandbak")).messages);
    const samir = await app.parent("nl");
    expect(photosIn((await samir.say("De Zandbak")).messages)).toEqual([first]);
    await noor.say("De Zandbak");
    const [heard] = (await noor.tap("Luister")).messages;
    expect(heard).toMatchObject({ caption: "Welkom bij De Zandbak", voice: { duration: 4, mime_type: "audio/ogg" } });
    expect(heard?.voice?.file_size).toBe(voice({ seconds: 4 }).length);

    await app.sql`alter table place_media rename to place_media_away`;
    expect(photosIn((await samir.say("De Zandbak")).messages)).toEqual([first]);
    expect((await samir.tap("Luister")).messages[0]?.voice?.file_id).toBe(heard?.voice?.file_id);
    await app.sql`alter table place_media_away rename to place_media`;
  });

  test("who reads Arabic is offered Arabic and Darija, and who reads French what there is in French", async () => {
    const amina = await app.parent("ar");
    const [photo] = (await amina.say("De Zandbak")).messages;
    expect(photo?.caption).toBe("باب «\u2068صندوق الرمل\u2069»");
    const labels = await amina.buttons();
    // Whoever reads from the right meets the first one there.
    expect(labels).toContainEqual(["اسمعوا بالدارجة", "اسمعوا"]);
    expect((await amina.tap("اسمعوا")).messages).toMatchObject([{ voice: { duration: 5 } }]);
    expect((await amina.tap("اسمعوا بالدارجة")).messages).toMatchObject([
      { voice: { duration: 6 }, caption: "أهلًا بكم في «\u2068صندوق الرمل\u2069»" },
    ]);

    const camille = await app.parent("fr");
    await camille.say("De Zandbak");
    expect((await camille.buttons()).flat()).not.toContain("Écouter");
    await put("de-zandbak", "fr", voice({ seconds: 7 }));
    await expect.poll(() => buttonsOfPlace(camille)).toContain("Écouter");
    expect((await camille.tap("Écouter")).messages).toMatchObject([
      { voice: { duration: 7 }, caption: "Bienvenue\u00a0: Le Bac à sable" },
    ]);
  });

  test("a group is shown the door only when somebody taps", async () => {
    const family = await app.group("Familie", [noor]);
    const { messages } = await family.say(noor, "@inloop_bot De Zandbak");
    expect(photosIn(messages)).toEqual([]);
    expect((await family.buttons()).flat()).toContain("Foto van de deur");
    expect(photosIn((await family.tap(noor, "Foto van de deur")).messages)).toHaveLength(1);
  });

  test("looking and listening write nothing", async () => {
    const before = await everyRow(app.sql);
    await noor.say("De Zandbak");
    await noor.tap("Luister");
    await noor.say("/where");
    await noor.tap("De Zandbak");
    await noor.tap("Foto van de deur");
    expect(await everyRow(app.sql)).toEqual(before);
  });
});

describe("trouble", () => {
  beforeEach(async () => {
    app = await startTestApp();
    noor = await app.parent("nl");
    await put("de-zandbak", "photo", png());
    await put("de-zandbak", "nl", voice({ seconds: 4 }));
    // By tapping: nothing is uploaded yet.
    await noor.say("/open");
    await expect.poll(() => way()).toContain("Foto van de deur");
    return () => app.stop();
  });

  /** The way to the place, reached by tapping, so that no photo comes by itself. */
  async function way(): Promise<string[]> {
    await noor.say("/help");
    await noor.tap("Waar is het?");
    return (await noor.buttons()).flat();
  }

  const away = "Het welkom is er nu even niet. Tik straks nog eens.";

  test("with the database away the answer comes without the picture, and later with it", async () => {
    await app.sql`alter table place_media rename to place_media_away`;
    const { messages, texts } = await noor.say("/where");
    expect(photosIn(messages)).toEqual([]);
    expect(texts).toEqual(["De Zandbak: Voorbeeldstraat 12, 1080 Sint-Jans-Molenbeek"]);
    expect((await noor.tap("Luister")).texts).toEqual([away]);
    expect(app.log.map(({ level, details }) => ({ level, details }))).toContainEqual({
      level: "warn",
      details: { kind: "database", code: "42P01" },
    });
    await app.sql`alter table place_media_away rename to place_media`;
    expect(photosIn((await noor.say("/where")).messages)).toHaveLength(1);
    expect((await noor.tap("Luister")).messages).toMatchObject([{ voice: { duration: 4 } }]);
  });

  test("a photo that does not get through keeps nobody waiting for the answer", async () => {
    await app.faults({ method: "sendPhoto", times: 1, kind: { type: "lost-request" } });
    expect((await noor.say("/where")).texts).toEqual(["De Zandbak: Voorbeeldstraat 12, 1080 Sint-Jans-Molenbeek"]);
    expect(photosIn((await noor.say("/where")).messages)).toHaveLength(1);
  });

  test("what was taken away since is said kindly by old buttons", async () => {
    await way();
    await put("de-zandbak", "photo", null);
    await put("de-zandbak", "nl", null);
    const other = await app.parent("nl");
    await expect
      .poll(async () => {
        await other.say("/where");
        return (await other.buttons()).flat();
      })
      .toEqual(["Kaart: De Zandbak", "Vandaag open?"]);
    expect((await noor.tap("Luister")).texts).toEqual([away]);
    expect((await noor.tap("Foto van de deur")).texts).toEqual(["De foto is er nu even niet. Tik straks nog eens."]);
    expect(photosIn((await noor.say("/where")).messages)).toEqual([]);
  });

  test("a photo that was replaced is shown as it is now", async () => {
    const [before] = photosIn((await noor.say("/where")).messages);
    await put("de-zandbak", "photo", jpeg(64, 48));
    await expect
      .poll(async () => photosIn((await noor.say("/where")).messages))
      .toMatchObject([{ width: 64, height: 48 }]);
    expect(before).toMatchObject({ width: 32 });
  });
});
