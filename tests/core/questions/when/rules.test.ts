import { describe, expect, test } from "vitest";
import { readWhen } from "../../../../src/core/questions/when/read-when.ts";
import { answered, calendars, reference } from "./labelled.ts";

/** What is asked on Wednesday 25 November 2026 at ten → day and time. */
const rules: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "today and now": {
    "vandaag open?": "2026-11-25 -",
    "c ouvert mtn": "2026-11-25 10:00",
    "محلول دابا": "2026-11-25 10:00",
    "over een uur open?": "2026-11-25 11:00",
    "dans une demi-heure": "2026-11-25 10:30",
  },
  "a weekday is the next such day, and never today after `next`": {
    "woensdag open?": "2026-11-25 -",
    "volgende woensdag open?": "2026-12-02 -",
    "samedi prochain": "2026-11-28 -",
    "السبت القادم": "2026-11-28 -",
    "larb3 jay": "2026-12-02 -",
  },
  "a weekday of another week": {
    "woensdag volgende week": "2026-12-02 -",
    "samedi en huit": "2026-12-05 -",
    "zaterdag over een week": "2026-12-05 -",
    "samedi en quinze": "2026-12-12 -",
  },
  "weeks and weekends": {
    "deze week": "2026-11-23/2026-11-29 -",
    "la semaine prochaine": "2026-11-30/2026-12-06 -",
    "هاد الويكاند": "2026-11-28/2026-11-29 -",
    "de week van 7 december": "2026-12-07/2026-12-13 -",
    "volgend weekend": "2026-12-05/2026-12-06 -",
  },
  "days from now": {
    "over 3 dagen": "2026-11-28 -",
    "dans 3 jours": "2026-11-28 -",
    "بعد ثلاثة أيام": "2026-11-28 -",
    "over twee weken": "2026-12-09 -",
    "over acht dagen": "2026-12-02 -",
    "dans quinze jours": "2026-12-09 -",
    "binnen 2 dagen": "2026-11-27 -",
  },
  "dates without a year or a month": {
    "11 november": "2027-11-11 -",
    "de 15de": "2026-12-15 -",
    "le 25": "2026-11-25 -",
    "zaterdag 5": "2026-12-05 -",
    "vrijdag 13": "2027-08-13 -",
  },
  "parts of the day": {
    "straks open?": "2026-11-25 -",
    "tantôt c ouvert": "2026-11-25 -",
    "العشية حالين": "2026-11-25 -",
    "demain après-midi": "2026-11-26 -",
    "à midi": "- 12:00",
    "op de middag": "- 12:00",
    "بعد الظهر مفتوح": "2026-11-25 -",
    "غدا الظهر": "2026-11-26 12:00",
  },
  "clock times": {
    "tot 17u": "- 17:00",
    "après 16h": "- 16:00",
    "vanaf 9": "- 09:00",
    "om half drie": "- 14:30",
    "half negen": "- 08:30",
    "half acht": "- 07:30",
    "9h moins le quart": "- 08:45",
    "9h moins dix": "- 08:50",
    "مع العشرة قل ربع": "- 09:45",
    "الساعة الثالثة إلا ربعاً": "- 14:45",
    "3la 10 w nos": "- 10:30",
    "van 9 tot 12": "- 09:00",
    "om 7 uur 's morgens": "- 07:00",
  },
  holidays: {
    "met kerst": "2026-12-25 -",
    kerstavond: "2026-12-24 -",
    "le nouvel an": "2027-01-01 -",
    "سان نيكولا": "2026-12-06 -",
    "lundi de Pâques": "2027-03-29 -",
    "vacances de carnaval": "2027-02-22/2027-03-07 -",
    krokusvakantie: "2027-02-08/2027-02-14 -",
    "عطلة الشتاء": "2026-12-21/2027-01-03 -",
    "in de schoolvakantie": "- -",
    "في رمضان": "- -",
  },
  "months in every variety": {
    "3 déc": "2026-12-03 -",
    "٣ كانون الأول": "2026-12-03 -",
    "3 دجنبر": "2026-12-03 -",
    "3 dejanbir": "2026-12-03 -",
    "in december": "2026-12-01/2026-12-31 -",
    "fin novembre": "2026-11-25/2026-11-30 -",
  },
  "the day that is asked about": {
    "gisteren was het toe, vandaag wel open?": "2026-11-25 -",
    "ik werk maandag, is het dinsdag open?": "2026-12-01 -",
    "j'ai rdv jeudi à 9h, c'est ouvert vendredi ?": "2026-11-27 -",
    "3ndi tbib tnin, tlat 7alin?": "2026-12-01 -",
    "na de dokter om 10u nog open vrijdag?": "2026-11-27 -",
  },
  spans: {
    "van 21 tot 23 december": "2026-12-21/2026-12-23 -",
    "du 4 au 6": "2026-12-04/2026-12-06 -",
    "van maandag tot woensdag": "2026-11-30/2026-12-02 -",
    "à partir du 3": "2026-12-03 -",
    "zaterdag en zondag": "2026-11-28/2026-11-29 -",
    "maandag en donderdag": "2026-11-30 -",
    "entre Noël et nouvel an": "2026-12-26/2026-12-31 -",
  },
  "ordinal and habitual weekdays": {
    "tweede dinsdag van januari": "2027-01-12 -",
    "le premier samedi de décembre": "2026-12-05 -",
    "كل اربعاء": "2026-11-25 -",
    "tous les lundis": "2026-11-30 -",
  },
  "still open, without any time, is now": {
    "nog open?": "2026-11-25 10:00",
    "encore ouvert ?": "2026-11-25 10:00",
    "mazal 7alin?": "2026-11-25 10:00",
    "vandaag nog open?": "2026-11-25 -",
  },
  "the one after": {
    "niet deze zaterdag maar die erna": "2026-12-05 -",
    "pas mercredi mais le mercredi d'après": "2026-12-02 -",
    "ماشي هاد السبت السبت لي موراه": "2026-12-05 -",
    "de maandag na pasen": "2027-03-29 -",
  },
  "weeks of a month, of a holiday and of the year": {
    "eerste week van januari": "2027-01-04/2027-01-10 -",
    "la première semaine des vacances de noël": "2026-12-21/2026-12-27 -",
    "de eerste week na de kerstvakantie": "2027-01-04/2027-01-10 -",
    "week 50": "2026-12-07/2026-12-13 -",
  },
  "a part of the day that is of every day": {
    "vanaf hoe laat 's morgens": "- -",
    "jusqu'à quelle heure le soir ?": "- -",
    "tot hoe laat vanavond": "2026-11-25 -",
  },
  "other parts of an hour": {
    "l5amsa 9el tulut": "- 16:40",
    "العشرة قل قسمين": "- 09:50",
    "الساعة تسعة وتلت": "- 09:20",
  },
  "the hour of something else": {
    "je termine à 15h vendredi, à 16h c'est ouvert ?": "2026-11-27 16:00",
    "de vroedvrouw komt elke maandag om 10u, zijn jullie donderdag open?": "2026-11-26 -",
  },
  "words that name something else": {
    "Kerstin wil langskomen": "- -",
    "is er kermis": "- -",
    "Noëlle est là": "- -",
    "drie nachten niet geslapen": "- -",
    "متى تعيدون الفتح": "- -",
  },
  "words written together, drawn out or mistyped": {
    zaterdagopen: "2026-11-28 -",
    kanikmorgenkomen: "2026-11-26 -",
    estcequecestouvertdimanche: "2026-11-29 -",
    راسالعام: "2027-01-01 -",
    vijrdag: "2026-11-27 -",
    الخمسي: "2026-11-26 -",
    ouvertdemain: "2026-11-26 -",
    vandaaaaag: "2026-11-25 -",
    "demian ouvert": "2026-11-26 -",
    "woensdg open": "2026-11-25 -",
  },
  "Maghrebi in Latin letters, however its vowels are written": {
    "ghodoua m3a la3chra fat7in": "2026-11-26 10:00",
    "daaba m7loula": "2026-11-25 10:00",
    "nhar lkhemiiss 7allin": "2026-11-26 -",
    "rass el3aam katsedo": "2027-01-01 -",
    "mn hna khamstach lyoum 7alin": "2026-12-10 -",
  },
  "ordinary words with the consonants of a day": {
    "wach khas nhyed sebbat": "- -",
    "wach kayna jam3iya": "- -",
    "wach mrida w 7alin": "- -",
    "wach m7lol f site": "- -",
    "wach njib lghda": "- -",
    "is de sabat open": "- -",
  },
  "things that are counted are no clock time": {
    "wach nji m3a tlata d lwlad": "- -",
    "مع تلاتة ديال الولاد واش نقدر نجي": "- -",
    "مع التمنية ديال الصباح حالين": "- 08:00",
  },
  "closed before, open now": {
    "gisteren was het dicht, nu open?": "2026-11-25 10:00",
    "lbare7 lqit lbab msdoud wach daba m7loul": "2026-11-25 10:00",
  },
  "a month by its number": {
    "يوم 9 شهر 12": "2026-12-09 -",
    "يوم تسعة الشهر": "2026-12-09 -",
  },
  "words that only look like days": {
    "ma fille a 2 ans": "- -",
    "hoe laat do you open": "- -",
    "waar komt ge vandaan": "- -",
    "mogen we komen": "- -",
    "is het hier open": "- -",
  },
};

describe.each(Object.entries(rules))("%s", (_, questions) => {
  test.each(Object.entries(questions))("%s → %s", (text, expected) => {
    expect(answered(text)).toBe(expected);
  });
});

test("a date that does not exist says what was read", () => {
  expect(readWhen("31/11 open?", reference, calendars).date).toEqual({ kind: "impossible", read: "31/11" });
});

test("a past day is known as past", () => {
  expect(readWhen("c'était ouvert hier ?", reference, calendars).date).toMatchObject({ kind: "past" });
  expect(answered("was het gisteren open?")).toBe("2026-11-24 -");
});
