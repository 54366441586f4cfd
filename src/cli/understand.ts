import { createInterface } from "node:readline";
import { loadCalendars } from "../calendars.ts";
import { type Circumstances, understand } from "../core/questions/understand.ts";
import { Problem } from "../problem.ts";
import { type Command, readFlags } from "./command.ts";
import { readMoment } from "./dates.ts";

const flags = { now: { type: "string" } } as const;
const timeZone = "Europe/Brussels";

/** `inloop understand`: what the bot makes of a message, for lines of JSON from standard input. No database is opened. */
export const runUnderstand: Command = async (words, _environment, print) => {
  const { values, positionals } = readFlags(words, flags);
  if (positionals.length > 0) {
    throw new Problem(
      'understand [--now 2026-11-25T10:00] reads lines such as {"text":"morgen open?"} from standard input.',
    );
  }
  const circumstances = circumstancesAt(values.now);
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== "") {
      print(JSON.stringify(answerTo(line, circumstances)));
    }
  }
};

/** A line that is not understood is answered where it stands, so that the others keep their places. */
function answerTo(line: string, circumstances: Circumstances) {
  const text = readText(line);
  if (text === null) {
    return { error: 'expected a line such as {"text":"morgen open?"}' };
  }
  const { intent, language, date, time } = understand(text, circumstances);
  return { intent, lang: language, date, time };
}

/** @throws Problem where the moment is none */
export function circumstancesAt(now: string | undefined): Circumstances {
  const moment = now === undefined ? Temporal.Now.zonedDateTimeISO(timeZone) : readMoment(now, timeZone);
  return { now: moment, calendars: loadCalendars(), places: [] };
}

function readText(line: string): string | null {
  try {
    const { text } = JSON.parse(line);
    return typeof text === "string" ? text : null;
  } catch {
    return null;
  }
}
