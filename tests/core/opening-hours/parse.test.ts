import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseExpression } from "../../../src/core/opening-hours/parse.ts";
import { printExpression } from "../../../src/core/opening-hours/print.ts";
import { expressions } from "./arbitrary-expressions.ts";
import { expressionOf } from "./fixtures.ts";

const written = (text: string) => printExpression(expressionOf(text));

describe("an expression is read and written in its usual form", () => {
  it.each([
    ["We 09:00-12:00; PH off", "We 09:00-12:00; PH off"],
    ["mo-we,FR 9:00-12:00 , 13:00 - 15:30", "Mo-We,Fr 09:00-12:00,13:00-15:30"],
    ["Mo[1,3] 09:00-12:00;", "Mo[1,3] 09:00-12:00"],
    ["Sa[-1] 10:00-12:00", "Sa[-1] 10:00-12:00"],
    ["We[1-3] 10:00-12:00", "We[1,2,3] 10:00-12:00"],
    ["Sep 1-Jun 30: Mo 09:00–12:00", "Sep 01-Jun 30 Mo 09:00-12:00"],
    ["Sep-Jun Mo-Fr: 09:00-12:00", "Sep-Jun Mo-Fr 09:00-12:00"],
    ["Dec 24: Mo 10:00-12:00", "Dec 24 Mo 10:00-12:00"],
    ["Dec 10:00-12:00", "Dec 10:00-12:00"],
    ["Dec 24,26,28-31 off", "Dec 24,Dec 26,Dec 28-31 off"],
    ["2026 Dec 24", "2026 Dec 24"],
    ["2026 Dec 24-2026 Dec 26 off", "2026 Dec 24-26 off"],
    ["Dec 26-Dec 24 off", "Dec 26-Dec 24 off"],
    ["2026 Dec 24-2027 Jan 3 closed", "2026 Dec 24-2027 Jan 03 off"],
    ["2026-2027,2030+ Dec 24-26 off", "2026-2027,2030+ Dec 24-26 off"],
    ["2026 Dec Mo 10:00-12:00", "2026 Dec Mo 10:00-12:00"],
    ["week 1-53/2,10 Mo 10:00-12:00", "week 01-53/2,10 Mo 10:00-12:00"],
    ["easter -2 days-easter +1 day off", "easter -2 days-easter +1 day off"],
    ["2027 easter off", "2027 easter off"],
    ["Mar Su[-1]-Oct Su[-1] 10:00-18:00", "Mar Su[-1]-Oct Su[-1] 10:00-18:00"],
    ["Mar Su[-1] 10:00-18:00", "Mar Su[-1] 10:00-18:00"],
    ["PH,SH off", "PH,SH off"],
    ["SH Mo-Fr 10:00-12:00", "SH Mo-Fr 10:00-12:00"],
    ["Mo-Fr,PH 10:00-12:00", "Mo-Fr,PH 10:00-12:00"],
    ["22:00-02:00", "22:00-26:00"],
    ["00:00-24:00", "24/7"],
    ["24/7; Dec 25 off", "24/7; Dec 25 off"],
    ['"op afspraak"', 'unknown "op afspraak"'],
    ['Mo 10:00-12:00 open "speelotheek", We 14:00-16:00', 'Mo 10:00-12:00 open "speelotheek", We 14:00-16:00'],
    ["Mo 10:00-12:00 open, 14:00-16:00", "Mo 10:00-12:00 open, 14:00-16:00"],
    ["off", "off"],
    ["open", "open"],
  ])("%s", (text, usual) => {
    expect(written(text)).toBe(usual);
    expect(written(usual)).toBe(usual);
  });

  it("reading what was written gives the same expression back", () => {
    fc.assert(
      fc.property(expressions(), (expression) => {
        expect(expressionOf(printExpression(expression))).toEqual(expression);
      }),
      { seed: 11, numRuns: 1500 },
    );
  });
});

describe("what is not understood is refused with its place and what was expected", () => {
  it.each([
    ["We 9-", 4, '"We 9-" is not understood after "We 9"; expected a time such as 09:00-12:00'],
    ["We 9-12", 4, '"We 9-" is not understood after "We 9"; expected a time such as 09:00-12:00'],
    ["We 09:00", 8, '"We 09:00" ends too early; expected an end such as -12:00'],
    ["We 09:00+", 8, '"We 09:00+" is not understood after "We 09:00"; expected an end such as -12:00'],
    ["We 09:60-12:00", 6, '"We 09:60" is not possible after "We 09:"; expected minutes from 00 to 59'],
    ["24:00-25:00", 0, '"24" is not possible; expected a start from 00:00 to 23:59'],
    ["Feb 30 off", 4, '"Feb 30" is not possible after "Feb"; expected a day from 1 to 29'],
    ["2027 Feb 29 off", 9, '"2027 Feb 29" is not possible after "2027 Feb"; expected a day from 1 to 28'],
    ["Dec 24-20 off", 7, '"Dec 24-20" is not possible after "Dec 24-"; expected a day from 24 to 31'],
    [
      "Mo[6] 10:00-12:00",
      3,
      '"Mo[6" is not possible after "Mo["; expected which one of the month: 1 to 5, or -1 for the last',
    ],
    ["week 10-5", 8, '"week 10-5" is not possible after "week 10-"; expected a week number from 10 to 53'],
    ["2027-2026", 5, '"2027-2026" is not possible after "2027-"; expected a year after 2027'],
    ["easter -100 days", 8, '"easter -100" is not possible after "easter -"; expected -80 to +200 days'],
    [
      "2027 Jan 03-2026 Dec 24",
      12,
      '"2027 Jan 03-2026" is not possible after "2027 Jan 03-"; expected an end that is not before the start',
    ],
    ["2026 Dec 24-Jan 03", 12, '"2026 Dec 24-Jan" is not possible after "2026 Dec 24-"; expected a year at both ends'],
    [
      "2026 Dec 24,Dec 31",
      12,
      '"2026 Dec 24,Dec" is not possible after "2026 Dec 24,"; expected a year, because the date before has one',
    ],
    [
      "2026 Dec-Feb",
      9,
      '"2026 Dec-Feb" is not possible after "2026 Dec-"; expected a month of the same year, or dates such as 2026 Dec 01-2027 Feb 28',
    ],
  ])("%s", (text, at, message) => {
    expect(parseExpression(text)).toMatchObject({ ok: false, error: { at, message } });
  });

  it.each([
    ["", 0],
    ["  ", 2],
    ["lundi 9h-12h", 0],
    ["Mo 09:00-12:00 || unknown", 15],
    ["sunrise-12:00", 0],
    ["Mo-Fr 10:00-12:00;; Sa 10:00-12:00", 18],
    ["Mo-Fr 10:00-12:00, ", 19],
    ["Mo, 10:00-12:00", 4],
    ['Mo 10:00-12:00 "open', 15],
    ['Mo 10:00-12:00 ""', 15],
    ["Mo 10:00-12:00/30", 14],
    ["Mo-Fr 10:00-12:00 Sa 10:00-12:00", 18],
    ["PH +1 day off", 3],
  ])("%j at %i", (text, at) => {
    const parsed = parseExpression(text);
    expect(parsed).toMatchObject({ ok: false, error: { at } });
    expect(parsed.ok ? [] : parsed.error.expected).not.toEqual([]);
  });

  it("names what could begin a rule", () => {
    const parsed = parseExpression("lundi");
    expect(parsed.ok ? "" : parsed.error.message).toBe(
      '"lundi" is not understood; expected 24/7, a year such as 2026, easter, a month such as Sep, "week", PH or SH, a weekday such as Mo, a time such as 09:00-12:00, off or a comment such as "first floor"',
    );
  });

  it("quotes only the end of a long text", () => {
    const parsed = parseExpression(`${"Mo 10:00-12:00; ".repeat(50)}We 9-`);
    expect(parsed.ok ? "" : parsed.error.message.length).toBeLessThan(200);
  });
});

describe("no text of 1,000 characters hangs or throws", () => {
  const answersSoon = (text: string) => {
    const start = performance.now();
    const parsed = parseExpression(text);
    if (!parsed.ok) {
      expect(parsed.error.at).toBeLessThanOrEqual(text.length);
      expect(parsed.error.message).not.toContain("\n\n");
    }
    expect(performance.now() - start).toBeLessThan(100);
  };

  it("of any characters", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 1000, size: "max" }), answersSoon), {
      seed: 12,
      numRuns: 300,
    });
  });

  it("of the pieces of expressions in any order", () => {
    const piece = fc.constantFrom(
      ..."Mo We-Fr [1] [-1 ] , ; - + / : 24/7 week PH SH off open unknown easter days 2026 Dec 24 10:00 10:00-12:00".split(
        " ",
      ),
      '"a"',
      '"',
      " ",
    );
    const text = fc.array(piece, { maxLength: 300, size: "max" }).map((pieces) => pieces.join("").slice(0, 1000));
    fc.assert(fc.property(text, answersSoon), { seed: 13, numRuns: 1000 });
  });

  it("of one piece over and over", () => {
    for (const piece of [
      "Mo,",
      "Mo[1]",
      "2026,",
      "2026 Dec 24,",
      "Dec Su[-1]-",
      "10:00-12:00,",
      '"',
      "easter -",
      "PH ",
      "week 1,",
      ";",
    ]) {
      answersSoon(piece.repeat(1000).slice(0, 1000));
      answersSoon(`${piece.repeat(1000).slice(0, 990)} ?`);
    }
  });
});
