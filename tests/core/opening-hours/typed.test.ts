import { describe, expect, test } from "vitest";
import type { Language } from "../../../src/core/language.ts";
import { parseExpression } from "../../../src/core/opening-hours/parse.ts";
import { printExpression } from "../../../src/core/opening-hours/print.ts";
import { readTyped } from "../../../src/core/opening-hours/typed/read-typed.ts";

/** The expression that a text stands for, or why it is not understood. */
function read(text: string, language: Language): string {
  const typed = readTyped(text, language);
  if (!typed.ok) {
    const { problem } = typed;
    return "near" in problem ? `${problem.kind}: ${problem.near}` : problem.kind;
  }
  const printed = printExpression(typed.expression);
  // What is stored is the text.
  expect(parseExpression(printed)).toEqual({ ok: true, expression: typed.expression });
  return printed;
}

const usual = "Mo,Th 13:30-16:30; We 09:00-12:00; Sa[1] 10:00-12:00";
const weekday = "Mo-Fr 09:00-12:00";

describe("hours as people write them", () => {
  test.each<[Language, string, string]>([
    // A week
    ["nl", "ma en do 13u30-16u30, wo 9-12, eerste za van de maand 10-12", usual],
    ["fr", "lundi et jeudi 13h30-16h30, mercredi 9h-12h, 1er samedi du mois 10h-12h", usual],
    ["ar", "الاثنين والخميس من 13:30 إلى 16:30، الأربعاء من 9 إلى 12، السبت الأول من كل شهر من 10 إلى 12", usual],
    ["ar", "الإثنين والخميس من 13:30 إلى 16:30، الأربعاء من 9 إلى 12، أول سبت من الشهر 10-12", usual],
    [
      "nl",
      "maandag en donderdag: 13.30 – 16.30\nwoensdag: 9.00 – 12.00\nzaterdag (1e van de maand): 10.00 – 12.00",
      usual,
    ],
    ["nl", "Ma/do 13:30-16:30; wo 9u-12u; 1ste zaterdag v/d maand 10u-12u", usual],
    [
      "fr",
      "Le lundi et le jeudi de 13h30 à 16h30. Le mercredi de 9h à midi. Le premier samedi du mois de 10h à 12h.",
      usual,
    ],
    [
      "nl",
      "ma. en do. van half 2 tot half 5, wo. van 9 tot 12 uur, 1e za. van 10 tot 12 uur",
      "night: half 2 tot half 5",
    ],
    ["nl", "ma. en do. van half 2 tot half 5 's namiddags", "Mo,Th 13:30-16:30"],
    ["nl", "ma-vr 9-12", weekday],
    ["nl", "maandag tot vrijdag van 9 tot 12", weekday],
    ["nl", "van maandag tot en met vrijdag, telkens van 9u tot 12u", weekday],
    ["nl", "ma t/m vr 09:00-12:00 uur", weekday],
    ["nl", "weekdagen 9-12", weekday],
    ["fr", "du lundi au vendredi de 9h à 12h", weekday],
    ["fr", "lun-ven 9h-12h", weekday],
    ["fr", "lundi à vendredi, entre 9h et midi", weekday],
    ["fr", "en semaine 9h00 - 12h00", weekday],
    ["ar", "من الاثنين إلى الجمعة من 9 إلى 12", weekday],
    ["ar", "من الإثنين الى الجمعه من الساعة ٩ صباحا إلى ١٢", weekday],
    ["nl", "ma-wo-vr 9-12", "Mo,We,Fr 09:00-12:00"],
    ["nl", "vr-ma 9-12", "Fr-Mo 09:00-12:00"],
    ["nl", "weekend 10-12", "Sa-Su 10:00-12:00"],
    ["nl", "9-12 op maandag en woensdag", "Mo,We 09:00-12:00"],
    ["fr", "9h-12h le lundi, 13h30-16h30 le jeudi", "Mo 09:00-12:00; Th 13:30-16:30"],
    ["nl", "openingsuren: wij zijn open op dinsdag van 9 tot 12 en van 14 tot 16", "Tu 09:00-12:00,14:00-16:00"],
    ["nl", "ma 9-12, ma 13-16", "Mo 09:00-12:00,13:00-16:00"],
    ["nl", "di 13-16 en 9-12", "Tu 09:00-12:00,13:00-16:00"],
    ["ar", "يومي الاثنين والخميس من 9 إلى 12 ومن 14 إلى 16", "Mo,Th 09:00-12:00,14:00-16:00"],
    // Short words that two languages share
    ["nl", "ma 9-12, di 10-12", "Mo 09:00-12:00; Tu 10:00-12:00"],
    ["fr", "ma 9-12, di 10-12", "Tu 09:00-12:00; Su 10:00-12:00"],
    ["fr", "ma, di, wo 9u-12u", "Mo,Tu,We 09:00-12:00"],
    ["nl", "lu, ma, je 9h-12h", "Mo,Tu,Th 09:00-12:00"],
    // Every day, and all but some
    ["nl", "elke dag 9-12", "Mo-Su 09:00-12:00"],
    ["nl", "elke dag behalve zondag van 9 tot 12 uur", "Mo-Sa 09:00-12:00"],
    ["fr", "tous les jours sauf le dimanche 9h-12h", "Mo-Sa 09:00-12:00"],
    ["fr", "tous les jours de 9h à 12h, sauf le mercredi", "Mo-Tu,Th-Su 09:00-12:00"],
    ["fr", "tous les jours 9h-12h sauf le mercredi 13h-16h", "Mo-Su 09:00-12:00; We 13:00-16:00"],
    ["ar", "كل يوم ما عدا الأحد من 9 إلى 12", "Mo-Sa 09:00-12:00"],
    ["nl", "ma-vr 9-12 behalve woensdag, za 10-12", "Mo-Tu,Th-Fr 09:00-12:00; Sa 10:00-12:00"],
    ["nl", "ma-vr 9-12, wo ook 13-16", "Mo-Fr 09:00-12:00, We 13:00-16:00"],
    ["fr", "lundi à vendredi 9h-12h, mais mercredi 13h-16h", "Mo-Fr 09:00-12:00; We 13:00-16:00"],
    ["nl", "ma-vr 9-12, behalve woensdag 13-16", "Mo-Fr 09:00-12:00; We 13:00-16:00"],
    ["nl", "niet op maandag, di-vr 9-12", "Tu-Fr 09:00-12:00; Mo off"],
    ["nl", "dinsdag- en donderdagnamiddag van 1.30 tot 4 uur", "Tu,Th 13:30-16:00"],
    ["nl", "ma-vr 9-12 (gesloten op woensdag)", "Mo-Fr 09:00-12:00; We off"],
    // Within the month, every other week
    ["nl", "2e en 4e dinsdag 9-12", "Tu[2,4] 09:00-12:00"],
    ["nl", "eerste en derde maandag van de maand van 13u tot 16u", "Mo[1,3] 13:00-16:00"],
    ["nl", "laatste vrijdag van de maand 9-11", "Fr[-1] 09:00-11:00"],
    ["fr", "le deuxième et le quatrième mardi du mois de 9h à 12h", "Tu[2,4] 09:00-12:00"],
    ["fr", "2ème et 4ème mardi 9h-12h", "Tu[2,4] 09:00-12:00"],
    ["fr", "dernier vendredi du mois 9h-11h", "Fr[-1] 09:00-11:00"],
    ["ar", "السبت الأول والثالث من كل شهر من 10 إلى 12", "Sa[1,3] 10:00-12:00"],
    ["ar", "أول سبت من الشهر 10-12", "Sa[1] 10:00-12:00"],
    ["ar", "الجمعة الأخيرة من الشهر من 9 إلى 11", "Fr[-1] 09:00-11:00"],
    ["nl", "za 10-12 behalve de eerste zaterdag van de maand", "Sa 10:00-12:00; Sa[1] off"],
    [
      "nl",
      "ma in even weken 9-12, ma in oneven weken 13-16",
      "week 02-52/2 Mo 09:00-12:00; week 01-53/2 Mo 13:00-16:00",
    ],
    ["fr", "lundi 9h-12h (semaines paires)", "week 02-52/2 Mo 09:00-12:00"],
    ["ar", "يوم الاثنين (الأسابيع الفردية): من 9 إلى 12", "week 01-53/2 Mo 09:00-12:00"],
    // Holidays and seasons
    ["nl", "ma-vr 9-12, gesloten in schoolvakanties", `${weekday}; SH off`],
    ["nl", "gesloten in schoolvakanties en op feestdagen; ma-vr 9-12", `${weekday}; SH off; PH off`],
    ["nl", "ma-vr 9-12 behalve op feestdagen", `${weekday}; PH off`],
    ["nl", "ma-vr 9-12, feestdagen en vakanties gesloten", `${weekday}; SH off; PH off`],
    ["nl", "ma-vr 9-12. Niet in de schoolvakantie.", `${weekday}; SH off`],
    [
      "fr",
      "lundi à vendredi 9h-12h, fermé les jours fériés et pendant les vacances scolaires",
      `${weekday}; SH off; PH off`,
    ],
    ["fr", "lundi à vendredi 9h-12h sauf pendant les congés scolaires", `${weekday}; SH off`],
    ["fr", "fermé le dimanche et les jours fériés, tous les jours 10h-12h", "Mo-Su 10:00-12:00; Su off; PH off"],
    [
      "ar",
      "من الاثنين إلى الجمعة من 9 إلى 12، مغلق في العطل المدرسية وأيام العطل الرسمية",
      `${weekday}; SH off; PH off`,
    ],
    ["nl", "wo 9-12, in schoolvakanties ma en wo 10-12", "We 09:00-12:00; SH Mo,We 10:00-12:00"],
    ["nl", "zondag en feestdagen 10-12", "Su 10:00-12:00; PH 10:00-12:00"],
    ["nl", "ma 9-12, open in schoolvakanties", "Mo 09:00-12:00"],
    ["nl", "di-vr 9-12, ook in de schoolvakanties, niet op feestdagen", "Tu-Fr 09:00-12:00; PH off"],
    ["fr", "mercredi 9h-11h30 sauf vacances scolaires et jours fériés", "We 09:00-11:30; SH off; PH off"],
    ["nl", "ma 9-12, in juli en augustus gesloten", "Mo 09:00-12:00; Jul,Aug off"],
    ["fr", "lundi 9h-12h, fermé en juillet et août", "Mo 09:00-12:00; Jul,Aug off"],
    [
      "nl",
      "van september tot juni: ma 9-12; in juli en augustus: ma 10-12",
      "Sep-Jun Mo 09:00-12:00; Jul,Aug Mo 10:00-12:00",
    ],
    ["ar", "الاثنين من 9 إلى 12، مغلق في يوليوز وغشت", "Mo 09:00-12:00; Jul,Aug off"],
    // Times
    ["nl", "woensdagnamiddag 2-4", "We 14:00-16:00"],
    ["nl", "woensdagvoormiddag van 9 tot 11.30", "We 09:00-11:30"],
    ["fr", "mercredi après-midi de 2h à 4h", "We 14:00-16:00"],
    ["ar", "الأربعاء من 2 إلى 4 بعد الظهر", "We 14:00-16:00"],
    ["ar", "الأربعاء من 9 صباحا إلى 3 مساء", "We 09:00-15:00"],
    ["ar", "الخميس من 9 ونصف إلى 12", "Th 09:30-12:00"],
    ["nl", "di 1330-1630", "Tu 13:30-16:30"],
    ["fr", "jeudi de 9h et demie à 12h", "Th 09:30-12:00"],
    ["nl", "vr 20u-middernacht", "Fr 20:00-24:00"],
    // Learners' spelling
    ["nl", "maandach en woensdach van 9 tot 12", "Mo,We 09:00-12:00"],
    ["nl", "zatterdag 10-12, geslote op feesdagen", "Sa 10:00-12:00; PH off"],
    ["nl", "dondedag 9-12", "Th 09:00-12:00"],
    ["fr", "lundie et jeudie 9h a 12h", "Mo,Th 09:00-12:00"],
    ["fr", "mecredi 9h-12h, samdi 10h-12h", "We 09:00-12:00; Sa 10:00-12:00"],
    ["fr", "tout les jours 9h-12h fermer le dimanch", "Mo-Su 09:00-12:00; Su off"],
    ["fr", "lundi 9h-12h pas les vacance", "Mo 09:00-12:00; SH off"],
    ["ar", "الاتنين والتلاتا من 9 الى 12", "Mo,Tu 09:00-12:00"],
    ["ar", "الاربعا 9-12", "We 09:00-12:00"],
    // An expression
    ["nl", " Mo,Th 13:30-16:30; We 09:00-12:00; Sa[1] 10:00-12:00 ", usual],
    ["fr", 'Mo-Fr 09:00-12:00; SH off "congé"', 'Mo-Fr 09:00-12:00; SH off "congé"'],
  ])("%s %s", (language, text, expected) => {
    expect(read(text, language)).toBe(expected);
  });
});

describe("what is not understood is named, and nothing is guessed", () => {
  test.each<[Language, string, string]>([
    ["nl", "", "nothing"],
    ["nl", "   \n", "nothing"],
    ["nl", "x".repeat(1001), "too-long"],
    ["nl", "9-12", "days: 9-12"],
    ["nl", "ma", "times: ma"],
    ["nl", "ma 9-12, wo", "times: wo"],
    ["nl", "ma 9", "until: 9"],
    ["nl", "ma vanaf 9 uur", "until: 9 uur"],
    ["nl", "ma 9 tot", "until: 9 tot"],
    ["nl", "ma 12-9", "order: 12-9"],
    ["fr", "lundi de 12h à 9h", "order: 12h à 9h"],
    ["nl", "ma 9-12 en 11-14", "order: ma 9-12 en 11-14"],
    ["nl", "ma 2-4", "night: 2-4"],
    ["nl", "ma 25-26", "word: 25"],
    ["nl", "ma 9.75-12", "word: 9.75"],
    ["nl", "ma-vr 9-12, wo 13-16", "twice: wo"],
    ["nl", "ma 9-12, ma gesloten", "twice: ma"],
    ["nl", "ma om de twee weken 9-12", "word: twee"],
    ["fr", "un lundi sur deux 9h-12h", "word: un"],
    ["nl", "ma 9-12 vanaf 1 september", "date: 1 september"],
    ["fr", "lundi 9h-12h à partir du 1er septembre", "date: 1er septembre"],
    ["nl", "ma 9-12 vanaf 1/9/2026", "date: 1/9/2026"],
    ["nl", "26/11 9-12", "date: 26/11"],
    ["nl", "vanaf september ma 9-12", "date: september"],
    ["nl", "gesloten", "days: gesloten"],
    ["nl", "eerste van de maand 9-12", "days: eerste"],
    ["nl", "gesloten zondag ma-vr 9-12", "days: 9"],
    ["nl", "ma 9-12 in de zomer", "word: zomer"],
    ["nl", "wo 9-12, gesloten in de kerstvakantie", "word: kerstvakantie"],
    ["nl", "zijn jullie morgen open?", "word: jullie"],
    ["nl", "Mo 9-12", "expression: 9-12"],
    ["nl", "Mo 09:00-12:00; PH dicht", "expression: dicht"],
    ["ar", "الاثنين", "times: الاثنين"],
  ])("%s %s", (language, text, expected) => {
    expect(read(text, language)).toBe(expected);
  });
});

test("says which holidays were spoken of", () => {
  const mentioned = (text: string) => {
    const typed = readTyped(text, "nl");
    return typed.ok ? typed.mentioned : null;
  };
  expect(mentioned("ma 9-12")).toEqual([]);
  expect(mentioned("ma 9-12, open in schoolvakanties")).toEqual(["SH"]);
  expect(mentioned("ma 9-12, dicht op feestdagen")).toEqual(["PH"]);
  expect(mentioned("Mo 09:00-12:00")).toEqual(["PH", "SH"]);
});

test("whatever is typed is read or refused, never a fault", async () => {
  const words =
    "ma en - 9 12u30 tot ( ) , ; eerste gesloten behalve feestdagen ook half sauf و الاثنين juli even \n .".split(" ");
  let seed = 7;
  const next = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed;
  };
  for (let round = 0; round < 3000; round += 1) {
    const text = Array.from({ length: next() % 9 }, () => words[next() % words.length]).join(" ");
    read(text, "nl");
  }
});
