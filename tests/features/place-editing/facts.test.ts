import { describe, expect, test } from "vitest";
import { startTestApp } from "../../support/app.ts";
import { everyFact } from "../../support/places-files.ts";
import { joinTeam } from "../../support/team.ts";
import { app, edited, els, fact, name, open, startEditing, stored, typeHours } from "./edited-place.ts";

startEditing();

describe("what a place says of itself", () => {
  test("a telephone number is checked, shown in three languages, and answered at once", async () => {
    await open();
    await els.tap("Telefoon");
    expect((await els.say("bel mij")).texts[0]).toMatch(/^Een telefoonnummer heeft cijfers/);
    const { texts } = await els.say(" 02 555  01 01 ");
    expect(texts[0]).toMatch(
      /^Dit zullen ouders lezen\. Klopt het\?\n\nBellen: 02 555 01 01\n.*Téléphone\u00a0: 02 555 01 01\n.*الهاتف: 02 555 01 01/s,
    );
    expect(await fact("phone")).toBeNull();
    expect((await els.tap("Bewaar")).texts[0]).toBe("Bewaard. De bot antwoordt nu met wat jij schreef.");
    expect(await fact("phone")).toBe("02 555 01 01");
    expect(await edited()).toEqual(["phone"]);
    const parent = await app.parent("fr");
    await expect.poll(async () => (await parent.say("/where")).texts[0]).toMatch(/Par téléphone\u00a0: 02 555 01 01/);
    await els.say("/staff");
    expect((await els.tap("Wie deed wat")).texts[0]).toContain("Els veranderde de info (Telefoon), De Zandbak");
    await open();
    expect((await els.buttons()).flat()).toContain("✓ Telefoon");
    await els.tap("✓ Telefoon");
    await els.tap("Wis dit");
    await els.tap("Bewaar");
    expect(await fact("phone")).toBeNull();
  });

  test("texts are written in one language after another, and those that are not written are left out", async () => {
    await open();
    await els.tap("Meebrengen");
    expect((await els.say("x".repeat(501))).texts[0]).toMatch(/^Typ een tekst van hoogstens 500 tekens\./);
    expect((await els.send({ sample: "photo" })).texts[0]).toMatch(/^Tik op een van de knoppen\./);
    expect((await els.say("reservekleren & <een> muts")).texts[0]).toMatch(/Meebrengen: reservekleren & <een> muts\n/);
    await els.tap("Nog een taal");
    await els.tap("Français");
    expect((await els.send({ sample: "photo" })).texts[0]).toMatch(/^Typ een tekst/);
    expect((await els.say("un bonnet")).texts[0]).toMatch(/À apporter\u00a0: un bonnet\n/);
    await els.tap("Bewaar");
    expect(await fact("whatToBring")).toEqual({ nl: "reservekleren & <een> muts", fr: "un bonnet" });
    await open();
    await els.tap("✓ Meebrengen");
    await els.tap("✓ Nederlands");
    await els.tap("Wis dit");
    await els.tap("Bewaar");
    expect(await fact("whatToBring")).toEqual({ fr: "un bonnet" });
  });

  test("price, wheelchair and languages are a tap", async () => {
    await open();
    await els.tap("Prijs");
    expect((await els.tap("Vrije bijdrage")).texts[0]).toMatch(/Je geeft wat je wil\./);
    await els.tap("Bewaar");
    await open();
    await els.tap("Rolstoel");
    expect((await els.say("ja")).texts[0]).toMatch(/Je kan binnen met een rolstoel\./);
    await els.tap("Bewaar");
    await open();
    await els.tap("Talen");
    await els.tap("Nederlands");
    await els.tap("Marokkaans Arabisch");
    expect((await els.say("Turks")).texts[0]).toMatch(/^Tik op een van de knoppen\./);
    expect((await els.tap("Klaar")).texts[0]).toMatch(/Het team spreekt Nederlands en Marokkaans Arabisch\./);
    await els.tap("Bewaar");
    expect([await fact("price"), await fact("wheelchair"), await fact("languages")]).toEqual([
      "free-contribution",
      true,
      ["nl", "ary"],
    ]);
    expect(await edited()).toEqual(["price", "wheelchair", "languages"]);
  });

  test("its name is there in every language, and changes in one", async () => {
    await open();
    await els.tap("✓ Naam");
    expect((await els.buttons()).flat()).not.toContain("Wis dit");
    expect((await els.say("x".repeat(101))).texts[0]).toMatch(/^Een naam is een tekst van hoogstens 100 tekens\./);
    expect((await els.say("De Schelp")).texts[0]).toBe(
      "Dit zullen ouders lezen. Klopt het?\n\nDe Schelp\nLe Bac à sable\nصندوق الرمل",
    );
    await els.tap("Nog een taal");
    await els.tap("✓ Français");
    await els.say("Le Coquillage");
    await els.tap("Bewaar");
    expect(await name()).toEqual({ nl: "De Schelp", fr: "Le Coquillage", ar: "صندوق الرمل" });
    expect(await edited()).toEqual(["name"]);
    const parent = await app.parent("fr");
    await expect.poll(async () => (await parent.say("/where")).texts.join()).toMatch(/^Le Coquillage/);
    await els.say("/staff");
    expect((await els.tap("Wie deed wat")).texts[0]).toContain("Els veranderde de info (Naam), De Schelp");
  });

  test("an address that is the same in every language stays so, until a language is chosen", async () => {
    await open();
    await els.tap("✓ Adres");
    await els.say("Schelpstraat 3, 1080 Molenbeek");
    await els.tap("Bewaar");
    expect(await fact("address")).toBe("Schelpstraat 3, 1080 Molenbeek");
    await open();
    await els.tap("✓ Adres");
    await els.tap("Français");
    expect((await els.say("Rue du Coquillage 3, 1080 Molenbeek")).texts[0]).toMatch(
      /De Zandbak: Schelpstraat 3, .*Le Bac à sable\u00a0: Rue du Coquillage 3, .*صندوق الرمل.*Schelpstraat 3, /s,
    );
    await els.tap("Bewaar");
    expect(await fact("address")).toEqual({
      nl: "Schelpstraat 3, 1080 Molenbeek",
      fr: "Rue du Coquillage 3, 1080 Molenbeek",
      ar: "Schelpstraat 3, 1080 Molenbeek",
    });
  });

  test("a location is shared or typed, and is asked for before it is kept of anybody", async () => {
    await open();
    expect((await els.tap("Punt op de kaart")).texts[0]).toMatch(/Er is nog geen punt op de kaart\./);
    expect((await els.say("hier om de hoek")).texts[0]).toMatch(/^Stuur een locatie via de paperclip/);
    const shared = { location: { latitude: 50.8571, longitude: 4.327 } };
    expect((await els.send(shared)).texts[0]).toMatch(/^Dit zullen ouders lezen.*50\.85710, 4\.32700/s);
    await app.restart();
    await els.tap("Bewaar");
    expect(await fact("location")).toEqual({ latitude: 50.8571, longitude: 4.327 });
    await open();
    await els.tap("✓ Punt op de kaart");
    await els.say("50.8676, 4.3737");
    await els.tap("Bewaar");
    expect(await fact("location")).toEqual({ latitude: 50.8676, longitude: 4.3737 });
    await open();
    await els.tap("✓ Punt op de kaart");
    await els.tap("Wis dit");
    await els.tap("Bewaar");
    expect(await fact("location")).toBeNull();
    await open();
    await els.tap("Telefoon");
    expect((await els.send(shared)).texts[0]).toMatch(/^Een telefoonnummer heeft cijfers/);
  });

  test("every field can be opened, and shows what parents read", async () => {
    const full = await startTestApp({ places: everyFact });
    const staf = await joinTeam(full, { name: "Staf" });
    await open(staf);
    const labels = (await staf.buttons()).flat().filter((label) => !["Gewone uren", "Terug", "Stop"].includes(label));
    expect(labels).toHaveLength(19);
    for (const label of labels) {
      expect((await staf.tap(label)).texts[0], label).toMatch(/Dit lezen ouders nu:\n\n\S/);
      await staf.tap("Terug");
    }
    await full.stop();
  });
});

test("what fits no message is shown in part, and can be saved all the same", async () => {
  const long = Object.fromEntries(["nl", "fr", "ar"].map((language) => [language, "& ".repeat(250).trim()]));
  const facts = { address: "a", whatToBring: long, snacks: long, prams: long, changingTable: long };
  await app.sql`update places set facts = ${app.sql.json(facts)}`;
  await app.sql`select pg_notify('places', '')`;
  await open();
  expect((await els.tap("✓ Meebrengen")).texts[0]).toMatch(/Dit lezen ouders nu:\n\nMeebrengen: & &/);
  expect((await els.say("een muts")).texts[0]).toMatch(/Meebrengen: een muts/);
  await els.tap("Bewaar");
  expect(await fact("whatToBring")).toEqual({ ...long, nl: "een muts" });
  await typeHours(`Mo-Su 09:00-12:00; Dec off "${"hier en daar ".repeat(30)}"`);
  expect((await els.tap("Vandaag")).texts[0]).toMatch(/\n…$/);
  await els.tap("Bewaar");
  expect(await stored()).toHaveLength(2);
});
