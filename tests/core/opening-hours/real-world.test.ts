import { describe, expect, it } from "vitest";
import { dayOf } from "../../../src/core/opening-hours/evaluate/day.ts";
import { calendars, date, hoursText, scheduleOf } from "./fixtures.ts";

/** Expressions as they stand in OpenStreetMap, with what a person reads in them, worked out by hand. */
const places: readonly (readonly [name: string, hours: string, days: Readonly<Record<string, string>>])[] = [
  [
    "a library",
    "Tu-Fr 10:00-18:00; Sa 10:00-17:00; PH off",
    {
      "2026-11-09": "closed", // Monday
      "2026-11-10": "10:00-18:00",
      "2026-11-11": "closed", // Armistice, a Wednesday
      "2026-11-14": "10:00-17:00",
      "2026-11-15": "closed",
      "2027-01-01": "closed",
    },
  ],
  [
    "a school library",
    "Mo,Tu,Th,Fr 09:00-12:30,13:30-17:00; We 13:30-18:00; Sa 10:00-12:00; SH,PH off",
    {
      "2026-10-30": "09:00-12:30 13:30-17:00",
      "2026-11-04": "closed", // autumn holiday
      "2026-11-09": "09:00-12:30 13:30-17:00",
      "2026-11-18": "13:30-18:00",
      "2026-11-21": "10:00-12:00",
      "2027-05-07": "closed", // the Friday after Ascension Day
    },
  ],
  [
    "a toy library on two Saturdays of the month",
    "Sa[1,3] 10:00-12:00",
    { "2026-11-07": "10:00-12:00", "2026-11-14": "closed", "2026-11-21": "10:00-12:00", "2026-11-28": "closed" },
  ],
  [
    "a toy library with summer hours; the Saturday after the comma holds all year",
    "Sep-Jun: We 14:00-17:00, Sa 10:00-12:00; Jul-Aug: We 14:00-16:00",
    {
      "2026-11-25": "14:00-17:00",
      "2026-11-28": "10:00-12:00",
      "2027-07-07": "14:00-16:00",
      "2027-07-10": "10:00-12:00",
    },
  ],
  [
    "a community centre with summer hours and a winter break",
    "Mo-Fr 08:30-12:00,13:00-16:30; Jul 01-Aug 31 Mo-Fr 08:30-12:00; Dec 24-Jan 01 off; PH off",
    {
      "2026-12-23": "08:30-12:00 13:00-16:30",
      "2026-12-24": "closed",
      "2026-12-31": "closed",
      "2027-01-04": "08:30-12:00 13:00-16:30",
      "2027-07-05": "08:30-12:00",
      "2027-07-21": "closed", // national holiday
      "2027-09-01": "08:30-12:00 13:00-16:30",
    },
  ],
  [
    "a meeting place in odd weeks on Friday and in even weeks on Wednesday, over a year of 53 weeks",
    "week 1-53/2 Fr 09:00-11:30; week 2-53/2 We 09:00-11:30",
    {
      "2026-11-18": "closed",
      "2026-11-20": "09:00-11:30",
      "2026-11-25": "09:00-11:30",
      "2026-11-27": "closed",
      "2027-01-01": "09:00-11:30", // week 53
      "2027-01-08": "09:00-11:30", // week 1
      "2027-01-13": "09:00-11:30", // week 2
    },
  ],
  [
    "a playground",
    "Apr-Sep 09:00-20:00; Oct-Mar 09:00-17:00",
    {
      "2026-09-30": "09:00-20:00",
      "2026-10-01": "09:00-17:00",
      "2027-03-31": "09:00-17:00",
      "2027-04-01": "09:00-20:00",
    },
  ],
  [
    "a baby café that stays away on single dates",
    'We 13:30-17:00; Sa 09:30-12:30; easter -1 day off; 2026 Dec 26 off; 2027 Jan 02 off "inventaris"',
    {
      "2026-12-26": "closed",
      "2027-01-02": "closed",
      "2027-03-27": "closed",
      "2027-12-25": "09:30-12:30",
      "2028-01-05": "13:30-17:00",
    },
  ],
  [
    "a youth centre with hours of its own in school holidays",
    "Mo-Fr 16:00-18:00; SH Mo-Fr 10:00-12:00,13:00-16:00; PH off",
    {
      "2026-10-30": "16:00-18:00",
      "2026-11-03": "10:00-12:00 13:00-16:00",
      "2026-11-07": "closed",
      "2026-11-11": "closed",
      "2026-11-12": "16:00-18:00",
      "2026-12-25": "closed",
    },
  ],
  [
    "a monthly evening for parents",
    "Th[-1] 19:30-21:30; Dec off",
    { "2026-11-19": "closed", "2026-11-26": "19:30-21:30", "2026-12-31": "closed", "2027-01-28": "19:30-21:30" },
  ],
  [
    "a family house that closes for the summer",
    "Mo-Th 09:00-12:00,13:00-16:00; Fr 09:00-12:00; SH off; PH off; Jul 01-Aug 15 off",
    {
      "2026-11-26": "09:00-12:00 13:00-16:00",
      "2026-11-27": "09:00-12:00",
      "2027-02-10": "closed",
      "2027-06-30": "09:00-12:00 13:00-16:00",
    },
  ],
  [
    "a place that closes on the first Monday of the month",
    "Mo-Fr 09:00-12:00; Mo[1] off",
    { "2026-12-07": "closed", "2026-12-14": "09:00-12:00", "2027-01-04": "closed" },
  ],
  [
    "a place with other hours on the last Friday",
    "Mo-Fr 10:00-12:00; Fr[-1] 14:00-16:00",
    { "2026-11-20": "10:00-12:00", "2026-11-27": "14:00-16:00" },
  ],
  [
    "a consultation by appointment on Saturday",
    'Mo-Fr 09:00-12:00; Sa "sur rendez-vous"',
    { "2026-11-27": "09:00-12:00", "2026-11-28": "closed" },
  ],
  [
    "a museum on Sundays and public holidays",
    "Su,PH 14:00-18:00",
    { "2026-11-29": "14:00-18:00", "2026-12-24": "closed", "2026-12-25": "14:00-18:00" },
  ],
  [
    "a café past midnight",
    "Fr 18:00-23:00; Sa 14:00-01:00",
    { "2026-11-27": "18:00-23:00", "2026-11-28": "14:00-25:00", "2026-11-29": "closed" },
  ],
  [
    "a course year",
    "2026 Sep 07-2027 Jun 25 Mo,Fr 09:00-11:00; SH,PH off",
    {
      "2026-09-04": "closed",
      "2026-09-07": "09:00-11:00",
      "2026-11-02": "closed",
      "2027-06-25": "09:00-11:00",
      "2027-06-28": "closed",
    },
  ],
  [
    "a place that is open in summer time",
    "Mar Su[-1]-Oct Su[-1] Sa-Su 10:00-18:00",
    { "2027-03-27": "closed", "2027-03-28": "10:00-18:00", "2027-10-31": "10:00-18:00", "2027-11-06": "closed" },
  ],
  [
    "a lieu de rencontre that is closed between the holidays",
    "Mo,Th 09:00-11:30; We 14:00-16:30; Sa[2] 09:30-12:00; PH,SH off; 2026 Dec 17 off",
    {
      "2026-12-10": "09:00-11:30",
      "2026-12-12": "09:30-12:00",
      "2026-12-17": "closed",
      "2026-12-19": "closed", // the third Saturday
      "2026-12-23": "closed",
      "2027-01-06": "14:00-16:30",
    },
  ],
  ["a shelter", "24/7", { "2026-12-25": "00:00-24:00" }],
];

describe("expressions of real places are read as a person reads them", () => {
  it.each(places)("%s: %s", (_name, hours, days) => {
    const schedule = scheduleOf(hours);
    const answers = Object.keys(days).map((day) => [day, hoursText(dayOf(schedule, date(day), calendars))]);
    expect(Object.fromEntries(answers)).toEqual(days);
  });
});
