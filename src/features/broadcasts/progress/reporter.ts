import type { Clock } from "../../../core/clock.ts";
import { isOver, type Outcomes, roughly } from "../../../core/delivery/progress.ts";
import type { Place } from "../../../core/places/place.ts";
import type { Member } from "../../../core/staff/member.ts";
import type { Database } from "../../../database/client.ts";
import type { WordsIn } from "../../../i18n/translate.ts";
import type { Telling } from "../../../telegram/telling.ts";
import { closingLine, progressShown } from "./messages.ts";
import type { ProgressPlace } from "./place.ts";
import type { Followed, ProgressRepository } from "./repository.ts";

export interface ReporterParts {
  readonly inTransaction: Database["inTransaction"];
  readonly repository: ProgressRepository;
  readonly telling: Telling;
  readonly seal: (broadcast: number, place: ProgressPlace) => Buffer;
  readonly open: (broadcast: number, sealed: Buffer) => ProgressPlace | undefined;
  readonly memberIn: (chat: number) => Member | undefined;
  readonly placeOf: (number: number | null) => Place | undefined;
  readonly wordsIn: WordsIn;
  readonly now: Clock;
  /** Milliseconds between two drawings of a message. */
  readonly every: number;
  readonly onFailure: (cause: unknown) => void;
}

/** Shows who announced something how it goes: one message that changes, or one line at the end where it is over at once. */
export interface Reporter {
  /** Some outcomes more, in the process that sends. */
  noteCounts(counts: Outcomes & { readonly number: number }): void;
  /** One is over. */
  noteEnded(broadcast: number): void;
  /** Says what became of all that is over, whichever process sent it; to be done again and again. */
  close(): Promise<void>;
  /** Draws nothing any more, and waits for what is under way. */
  stop(): Promise<void>;
}

/** Of one broadcast, in this process. */
interface Track {
  readonly begunAt: number;
  readonly doneBefore: number;
  /** Not where it was announced on the command line, or is over. */
  isFollowed: boolean;
  drawnAt: number | null;
  timer: NodeJS.Timeout | undefined;
}

const untouched = { isFollowed: true, drawnAt: null, timer: undefined };

/** Of the time between two drawings: what is over so soon needs no message that changes. */
const first = 0.4;

export function createReporter(parts: ReporterParts): Reporter {
  const { repository, telling, wordsIn } = parts;
  const tracks = new Map<number, Track>();
  let underWay = Promise.resolve();

  /** One after the other: of two drawings of one message the older could come last. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    underWay = underWay.then(work).catch(parts.onFailure);
    return underWay;
  }

  function forget(broadcast: number): void {
    clearTimeout(tracks.get(broadcast)?.timer);
    tracks.delete(broadcast);
  }

  /** Nothing where she has left the team. */
  function follower(followed: Followed): { readonly place: ProgressPlace; readonly member: Member } | undefined {
    const place = parts.open(followed.number, followed.progress);
    const member = place === undefined ? undefined : parts.memberIn(place.chat);
    return place === undefined || member === undefined ? undefined : { place, member };
  }

  async function draw(broadcast: number, track: Track): Promise<void> {
    await parts.inTransaction(async (transaction) => {
      await repository.waitForTurn(transaction);
      const followed = await repository.read(transaction, broadcast);
      const who = followed === undefined ? undefined : follower(followed);
      if (followed === undefined || who === undefined || isOver(followed.state)) {
        track.isFollowed = false;
        return;
      }
      const { place, member } = who;
      const { language } = member;
      const speed = followed.state === "stopped" ? null : speedOf(followed, track);
      const answer = progressShown(wordsIn(language), followed, parts.placeOf(followed.place), speed);
      if (place.message !== null) {
        await telling.redraw({ chat: place.chat, language, answer }, place.message);
      } else {
        const message = await telling.tell({ chat: place.chat, language, answer });
        const kept = message === null ? null : parts.seal(broadcast, { ...place, message });
        await repository.keep(transaction, broadcast, kept);
      }
      if (followed.state === "stopped") {
        // Its speed is measured anew when it goes on.
        forget(broadcast);
      }
    });
  }

  async function closeAll(): Promise<void> {
    if (!(await repository.isAnyOver(parts.now()))) {
      return;
    }
    await parts.inTransaction(async (transaction) => {
      await repository.waitForTurn(transaction);
      const over = await repository.over(transaction, parts.now());
      for (const [chat, ofOne] of Map.groupBy(over, (followed) => follower(followed)?.place.chat)) {
        try {
          await (chat === undefined ? undefined : sayOver(chat, ofOne));
        } catch (cause) {
          // She is told later; others need not wait for her.
          parts.onFailure(cause);
          continue;
        }
        for (const { number } of ofOne) {
          await repository.keep(transaction, number, null);
        }
      }
    });
  }

  /** In the message that showed how it went; what had none is said together. */
  async function sayOver(chat: number, over: readonly Followed[]): Promise<void> {
    const lines: string[] = [];
    for (const followed of over) {
      const who = follower(followed);
      if (who === undefined) {
        continue;
      }
      const { language } = who.member;
      const text = closingLine(wordsIn(language), followed, parts.placeOf(followed.place));
      if (who.place.message !== null) {
        await telling.redraw({ chat, language, answer: { text } }, who.place.message);
      } else if (followed.state !== "withdrawn") {
        // Who withdrew it has her answer.
        lines.push(text);
      }
    }
    const language = parts.memberIn(chat)?.language;
    if (lines.length > 0 && language !== undefined) {
      await telling.tell({ chat, language, answer: { text: lines.join("\n\n") } });
    }
  }

  return {
    noteCounts({ number, ...outcomes }) {
      const now = performance.now();
      const done = doneOf(outcomes);
      const track = tracks.get(number) ?? { ...untouched, begunAt: now, doneBefore: done };
      tracks.set(number, track);
      // A bar of a few would tell how many they are.
      const isShown = track.isFollowed && done < outcomes.total && roughly(outcomes.total) > 0;
      if (track.timer === undefined && isShown) {
        const at = track.drawnAt === null ? track.begunAt + parts.every * first : track.drawnAt + parts.every;
        track.timer = setTimeout(
          () => {
            track.timer = undefined;
            track.drawnAt = performance.now();
            void inTurn(() => draw(number, track));
          },
          Math.max(0, at - now),
        );
      }
    },
    noteEnded(broadcast) {
      forget(broadcast);
      void inTurn(closeAll);
    },
    close: () => inTurn(closeAll),
    async stop() {
      for (const broadcast of [...tracks.keys()]) {
        forget(broadcast);
      }
      await underWay;
    },
  };
}

function doneOf({ sent, gone, failed }: Outcomes): number {
  return sent + gone + failed;
}

/** Outcomes a second. */
function speedOf(outcomes: Outcomes, { begunAt, doneBefore }: Track): number {
  return ((doneOf(outcomes) - doneBefore) / (performance.now() - begunAt)) * 1000;
}
