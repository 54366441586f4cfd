import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import { type HelpLine, needs } from "./core/help-lines/help-line.ts";
import { languages } from "./core/language.ts";
import { parseExpression } from "./core/opening-hours/parse.ts";
import { Problem } from "./problem.ts";

const file = new URL("../data/help-lines.yaml", import.meta.url);

const name = z.strictObject({ nl: z.string().min(1), fr: z.string().min(1), ar: z.string().min(1) });

const helpLines = z.strictObject({
  checked: z.iso.date(),
  lines: z
    .array(
      z.strictObject({
        number: z.string().regex(/^[\d ]{3,20}$/, "expected digits and blanks, between quotes"),
        name,
        for: z.array(z.enum(needs)).min(1),
        languages: z.array(z.enum(languages)).min(1),
        hours: z.string().optional(),
      }),
    )
    .min(1),
});

/**
 * Reads `data/help-lines.yaml`, which an organisation may change.
 *
 * @throws Problem where a line is not as it should be
 */
export function loadHelpLines(): readonly HelpLine[] {
  return readFile().lines.map(({ for: kinds, hours, ...line }) => ({
    ...line,
    needs: kinds,
    schedule: scheduleOf(line.number, hours),
  }));
}

/**
 * The day on which somebody last compared the lines with their own sites.
 *
 * @throws Problem where a line is not as it should be
 */
export function helpLinesChecked(): Temporal.PlainDate {
  return Temporal.PlainDate.from(readFile().checked);
}

function readFile(): z.output<typeof helpLines> {
  const read = helpLines.safeParse(parse(readFileSync(file, "utf8")));
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Problem(`data/help-lines.yaml: ${issue?.path.join(".")}: ${issue?.message}.`);
  }
  return read.data;
}

function scheduleOf(number: string, hours: string | undefined): HelpLine["schedule"] {
  if (hours === undefined) {
    return;
  }
  const parsed = parseExpression(hours);
  if (!parsed.ok) {
    throw new Problem(`data/help-lines.yaml: ${number}: hours ${parsed.error.message}.`);
  }
  return {
    regular: [{ from: "0001-01-01", expression: parsed.expression }],
    changes: [],
    schoolCalendar: "none",
    timeZone: "Europe/Brussels",
  };
}
