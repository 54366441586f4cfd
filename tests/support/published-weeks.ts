import { randomBytes } from "node:crypto";
import { type Ballot, mostTaps } from "../../src/core/feedback/ballot.ts";
import { type Choice, choices } from "../../src/core/feedback/choices.ts";
import { weekOf } from "../../src/core/feedback/week.ts";
import { connect } from "../../src/database/client.ts";
import { createCounting } from "../../src/features/feedback/counting.ts";
import { createFeedbackRepository } from "../../src/features/feedback/repository.ts";

/** What was tapped in one week at one place: how often each choice. Every answer has a face. */
export interface TappedWeek {
  readonly place: number;
  /** A day of the week. */
  readonly day: string;
  readonly tapped: Partial<Readonly<Record<Choice, number>>>;
}

const numberOf = (choice: string) => choices.indexOf(choice as Choice);
const isFace = (number: number) => number < 4;

/** Taps as parents do, week after week, and lets the weeks turn up to that of `until`. */
export async function tapWeeks(url: string, weeks: readonly TappedWeek[], until: string): Promise<void> {
  const database = await connect(url);
  try {
    const counting = createCounting(database, createFeedbackRepository(database, randomBytes(32)), randomBytes(32));
    for (const { place, day, tapped } of weeks.toSorted((a, b) => a.day.localeCompare(b.day))) {
      const week = weekOf(Temporal.PlainDate.from(day));
      await counting.turn(week);
      await Promise.all(answersOf(tapped).map((answer) => tap(counting, { place, week }, answer)));
    }
    await counting.turn(weekOf(Temporal.PlainDate.from(until)));
  } finally {
    await database.close();
  }
}

/** An answer is a face and the themes that go with it; which goes with which nobody can tell afterwards. */
function answersOf(tapped: TappedWeek["tapped"]): readonly (readonly number[])[] {
  const counts = Object.entries(tapped).map(([choice, count]) => ({ number: numberOf(choice), count: count ?? 0 }));
  const faces = counts.filter(({ number }) => isFace(number)).flatMap(({ number, count }) => Array(count).fill(number));
  return faces.map((face: number, index) => [
    face,
    ...counts.filter(({ number, count }) => !isFace(number) && index < count).map(({ number }) => number),
  ]);
}

async function tap(
  counting: ReturnType<typeof createCounting>,
  where: Pick<Ballot, "place" | "week">,
  answer: readonly number[],
): Promise<void> {
  let ballot: Ballot = { ...where, value: randomBytes(12), face: null, themes: [], left: mostTaps };
  for (const choice of answer) {
    const outcome = await counting.count(ballot, choice);
    if (outcome.kind !== "counted") throw new Error(`A tap was ${outcome.kind}`);
    ballot = outcome.ballot;
  }
}
