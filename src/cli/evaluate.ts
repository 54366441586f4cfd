import { readFileSync } from "node:fs";
import { understand } from "../core/questions/understand.ts";
import { Problem } from "../problem.ts";
import { type Command, readFlags } from "./command.ts";
import { circumstancesAt } from "./understand.ts";

interface Labelled {
  readonly text: string;
  readonly variety: string;
  readonly intent: string;
  /** What is not labelled is not judged. */
  readonly lang?: string;
  readonly date?: string | null;
  readonly time?: string | null;
}

/** What must be reached, and where: of all, and of each of the five large varieties. */
const bars = { overall: 0.95, variety: 0.9, language: 0.99, falseAlarms: 1 / 200 };
const largeVarieties = ["nl", "fr", "msa", "darija", "arabizi"];
const flags = { now: { type: "string" } } as const;

/** `inloop evaluate FILE`: how well labelled questions are understood; ends with 1 below the bar. No database is opened. */
export const runEvaluate: Command = async (words, _environment, print) => {
  const { values, positionals } = readFlags(words, flags);
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) {
    throw new Problem("evaluate takes one file: evaluate FILE.jsonl [--now 2026-11-25T10:00]");
  }
  const circumstances = circumstancesAt(values.now ?? "2026-11-25T10:00");
  const answers = readQuestions(file).map((question) => ({
    question,
    found: understand(question.text, circumstances),
  }));
  const intent = share(answers, ({ question, found }) => found.intent === question.intent);
  const isInLanguage = ({ question, found }: (typeof answers)[number]) =>
    question.lang === undefined || found.language === question.lang;
  const language = share(answers, isInLanguage);
  const hours = answers.filter(({ question }) => question.intent === "hours" && question.date !== undefined);
  const isDated = ({ question, found }: (typeof answers)[number]) =>
    found.date === question.date && found.time === question.time;
  const dates = share(hours, isDated);
  const emergencies = answers.filter(({ question }) => question.intent === "emergency");
  const calm = answers.filter(({ question }) => question.intent !== "emergency");
  const recall = share(emergencies, ({ found }) => found.intent === "emergency");
  const alarms = calm.length === 0 ? 0 : 1 - share(calm, ({ found }) => found.intent !== "emergency");

  print(
    `${answers.length} questions: intent ${percent(intent)}, language ${percent(language)}, date and time ${percent(dates)}`,
  );
  print(
    `emergencies found ${percent(recall)} of ${emergencies.length}, false alarms ${percent(alarms)} of ${calm.length}`,
  );
  let isReached =
    intent >= bars.overall &&
    dates >= bars.overall &&
    language >= bars.language &&
    recall === 1 &&
    alarms <= bars.falseAlarms;
  for (const [variety, group] of Map.groupBy(answers, ({ question }) => question.variety)) {
    const groupHours = hours.filter(({ question }) => question.variety === variety);
    const right = share(group, ({ question, found }) => found.intent === question.intent);
    print(
      `  ${variety}: intent ${percent(right)} and language ${percent(share(group, isInLanguage))} of ${group.length}, date and time ${percent(share(groupHours, isDated))} of ${groupHours.length}`,
    );
    isReached &&=
      !largeVarieties.includes(variety) || (right >= bars.variety && share(groupHours, isDated) >= bars.variety);
  }
  for (const [name, group] of Map.groupBy(answers, ({ question }) => question.intent)) {
    print(`  ${name}: ${percent(share(group, ({ found }) => found.intent === name))} of ${group.length}`);
  }
  for (const { question, found } of answers.filter(({ question, found }) => found.intent !== question.intent)) {
    print(`  intent ${question.intent} taken for ${found.intent} (${question.variety}): ${question.text}`);
  }
  for (const { question, found } of answers.filter((answer) => !isInLanguage(answer))) {
    print(`  language ${question.lang} taken for ${found.language} (${question.variety}): ${question.text}`);
  }
  for (const { question, found } of hours.filter((answer) => !isDated(answer))) {
    print(
      `  ${question.date} ${question.time} taken for ${found.date} ${found.time} (${question.variety}): ${question.text}`,
    );
  }
  if (!isReached) {
    throw new Problem("Below the bar.");
  }
};

function share<T>(all: readonly T[], isRight: (item: T) => boolean): number {
  return all.length === 0 ? 1 : all.filter(isRight).length / all.length;
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}

function readQuestions(file: string): readonly Labelled[] {
  try {
    return readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => JSON.parse(line));
  } catch (cause) {
    throw new Problem(
      `${file} could not be read; expected lines of JSON with text, variety, lang, intent, date and time.`,
      { cause },
    );
  }
}
