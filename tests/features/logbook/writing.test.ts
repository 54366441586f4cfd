import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { ActingParent } from "../../support/acting-parent.ts";
import { examplePlaces, startTestApp, type TestApp } from "../../support/app.ts";
import { everyRow } from "../../support/every-row.ts";
import { joinTeam } from "../../support/team.ts";

let app: TestApp;
let els: ActingParent;

beforeAll(async () => {
  app = await startTestApp({ places: examplePlaces });
});
afterAll(() => app.stop());
beforeEach(async () => {
  await app.sql`delete from logbook`;
  await app.sql`delete from visit_counts`;
  await app.sql`delete from audit`;
  await app.sql`delete from staff`;
  await app.sql`select pg_notify('staff', '')`;
  await app.setClock("2026-11-25T12:30");
  els = await joinTeam(app, { role: "host", name: "Els", places: ["de-zandbak"] });
});

const lines = async () => (await app.sql`select text from logbook order by text`).map(({ text }) => text);

async function begin(who: ActingParent) {
  await who.say("/staff");
  await who.tap("Bezoeken en logboek");
  await who.tap("De Zandbak, woensdag 25/11");
  await who.tap("Klaar");
  return who.tap("Schrijf in het logboek");
}

describe("a line for the logbook", () => {
  test("is asked for with the reminder that no names belong there, and kept without who wrote it", async () => {
    const { texts } = await begin(els);
    expect(texts[0]).toBe(
      "De Zandbak, woensdag 25 november. Wat wil je onthouden? Schrijf geen namen: niet van kinderen, niet van ouders.\n\nHet team leest dit een jaar lang. Wie het schreef, wordt niet bewaard.",
    );
    expect((await els.say("Rustige dag, veel baby’s.")).texts).toEqual(["Dank je. Het staat in het logboek."]);
    const [row] = await app.sql`select * from logbook`;
    expect(row).toMatchObject({ place: 1, text: "Rustige dag, veel baby’s." });
    expect(Object.keys(row ?? {})).toEqual(["id", "place", "day", "text"]);
  });

  test("with a name in it is asked back about, and nothing of it is lost", async () => {
    await begin(els);
    expect((await els.say("Vandaag lachte Yusuf veel.")).texts[0]).toBe(
      "Staat hier een naam? Yusuf\n\nJe schreef:\nVandaag lachte Yusuf veel.",
    );
    expect((await els.send({ sample: "photo" })).texts[0]).toMatch(
      /^Tik op een van de knoppen\. Je tekst staat er nog\.\n\nStaat hier een naam\? Yusuf/,
    );
    await app.restart();
    expect((await els.tap("Ik herschrijf het")).texts[0]).toMatch(/^De Zandbak, woensdag 25 november\./);
    await els.say("Een peuter heet boris.");
    expect((await els.say("Een peuter lachte veel.")).texts).toEqual(["Dank je. Het staat in het logboek."]);
    expect(await lines()).toEqual(["Een peuter lachte veel."]);
  });

  test("is kept as it is where she says that it is no name", async () => {
    await begin(els);
    await els.say("We zongen over Klaas.");
    await els.tap("Geen naam, bewaar");
    expect(await lines()).toEqual(["We zongen over Klaas."]);
  });

  test("that is none says what is expected", async () => {
    await begin(els);
    for (const wrong of ["x".repeat(4096), "x".repeat(501)]) {
      expect((await els.say(wrong)).texts[0]).toMatch(/^Ik verwacht een tekst van hoogstens 500 tekens\./);
    }
    expect((await els.send({ sample: "photo" })).texts[0]).toMatch(/^Ik verwacht een tekst/);
    await els.tap("Stop");
    expect(await lines()).toEqual([]);
  });

  test("is read by the team of the place, who can erase it, and by nobody else", async () => {
    await begin(els);
    await els.say("Rustige dag.");
    await els.say("/staff");
    await els.tap("Bezoeken en logboek");
    expect((await els.tap("Lees het logboek")).texts[0]).toBe(
      "Het logboek van De Zandbak\n\n25/11/2026: Rustige dag.\n\nWat hier staat, wordt na een jaar gewist. Subsidiegevers krijgen het nooit.",
    );
    const jan = await joinTeam(app, { role: "host", name: "Jan", places: ["le-petit-train"] });
    await jan.say("/open");
    const { messages } = await els.chat();
    const data = (messages.at(-1)?.reply_markup?.inline_keyboard ?? [])
      .flat()
      .flatMap((button) => ("callback_data" in button && button.text === "Wis regel 1" ? [button.callback_data] : []));
    expect(data).toHaveLength(1);
    expect((await jan.tapForged(data[0] ?? "")).texts).toEqual(["Dit is geen plek van jou."]);
    expect((await els.tap("Wis regel 1")).texts).toEqual(["Wil je dit wissen?\n\nRustige dag."]);
    expect(await lines()).toEqual(["Rustige dag."]);
    expect((await els.tap("Ja, wis dit")).texts).toEqual(["Het is gewist."]);
    expect(await lines()).toEqual([]);
  });

  test("is erased after a year; counts stay", async () => {
    await app.sql`insert into visit_counts (place, day, children) values (1, '2025-11-24', 3)`;
    await app.sql`insert into logbook (id, place, day, text) values ('\x01', 1, '2025-11-24', 'oud'), ('\x02', 1, '2025-11-26', 'jong')`;
    await app.setClock("2026-11-26T10:00");
    await expect.poll(lines).toEqual(["jong"]);
    expect(await app.sql`select children from visit_counts`).toEqual([{ children: 3 }]);
  });

  test("is not taken from who was removed meanwhile", async () => {
    await begin(els);
    await app.sql`delete from staff`;
    expect((await els.say("Rustige dag.")).texts).toEqual(["Dit kan alleen het team."]);
    expect(await lines()).toEqual([]);
  });
});

describe("the question of the day", () => {
  test("is for talking: asking stores nothing, and what is typed after it neither", async () => {
    await els.say("/staff");
    await els.tap("Bezoeken en logboek");
    const before = await everyRow(app.sql);
    const { texts } = await els.tap("Vraag van de dag");
    expect(texts[0]).toMatch(
      /^De vraag van vandaag, om samen over te praten:\n.*\?\n\nJe antwoord hoort bij het gesprek\. De bot vraagt het niet en bewaart het nergens\.$/,
    );
    await els.say("ik voelde me zenuwachtig bij die vader");
    const { staff_updates: _, ...after } = await everyRow(app.sql);
    const { staff_updates: __, ...rest } = before;
    expect(after).toEqual(rest);
  });

  test("is another tomorrow, and the same for a colleague in her language", async () => {
    const asked = async (who: ActingParent, ...labels: string[]) => {
      await who.say("/staff");
      for (const label of labels.slice(0, -1)) await who.tap(label);
      return (await who.tap(labels.at(-1) ?? "")).texts[0]?.split("\n")[1];
    };
    const amina = await joinTeam(app, { role: "host", name: "Amina", language: "ar" });
    const camille = await joinTeam(app, { role: "host", name: "Camille", language: "fr" });
    const today = await asked(els, "Bezoeken en logboek", "Vraag van de dag");
    expect(await asked(amina, "الزيارات والدفتر", "سؤال اليوم")).toMatch(/؟$/);
    expect(await asked(camille, "Visites et journal", "Question du jour")).toMatch(/\?$/);
    await app.setClock("2026-11-26T12:30");
    expect(await asked(els, "Bezoeken en logboek", "Vraag van de dag")).not.toBe(today);
  });
});

test("the whole way is walked in Arabic and in French", async () => {
  const amina = await joinTeam(app, { role: "host", name: "Amina", language: "ar", places: ["de-zandbak"] });
  await amina.say("/staff");
  await amina.tap("الزيارات والدفتر");
  expect((await amina.tap((await amina.buttons())[0]?.[0] ?? "")).texts[0]).toMatch(/^المخطط: من 9:00 إلى 12:00$/m);
  await amina.say("١٤ ٣ ١٢ ٢");
  await amina.tap("انتهيت");
  await amina.tap("الكتابة في الدفتر");
  expect((await amina.say("لعبت فاطمة بالرمل")).texts[0]).toMatch(/^هل يوجد اسم هنا؟ فاطمة/);
  expect((await amina.tap("لا اسم هنا، حفظ")).texts).toEqual(["شكرًا لكم. هو الآن في الدفتر."]);

  const camille = await joinTeam(app, { role: "host", name: "Camille", language: "fr", places: ["de-zandbak"] });
  await camille.say("/staff");
  await camille.tap("Visites et journal");
  await camille.tap((await camille.buttons())[0]?.[0] ?? "");
  await camille.say("15 enfants");
  await camille.tap("Ouvert comme prévu");
  await camille.tap("C’est tout");
  await camille.tap("Écrire dans le journal");
  expect((await camille.say("Une petite Inès a ri.")).texts[0]).toMatch(/^Y a-t-il un nom ici\u00a0\? Inès/);
  await camille.tap("Je réécris");
  await camille.say("Une petite fille a ri.");
  expect(await lines()).toEqual(["Une petite fille a ri.", "لعبت فاطمة بالرمل"]);
  expect(await app.sql`select children, siblings, adults, first_visits from visit_counts`).toEqual([
    { children: 15, siblings: 3, adults: 12, first_visits: 2 },
  ]);
});
