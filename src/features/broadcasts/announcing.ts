import { mayGoOut } from "../../core/delivery/quiet-hours.ts";
import type { Localized } from "../../core/language.ts";
import type { Calendars } from "../../core/opening-hours/calendars.ts";
import type { Schedule, ScheduleChange } from "../../core/opening-hours/schedule.ts";
import type { Place } from "../../core/places/place.ts";
import type { Member } from "../../core/staff/member.ts";
import type { Transaction } from "../../database/client.ts";
import type { WordsIn } from "../../i18n/translate.ts";
import { announcementTexts, changeTexts, type HoursWords } from "./messages.ts";
import { type News, newsOf } from "./news.ts";
import type { BroadcastStatus, BroadcastsRepository, NewBroadcast } from "./repository.ts";

/** A change to the schedule of a place, as it stands before and after. */
export interface Changed {
  /** As it was, to tell what differs. */
  readonly before: Schedule;
  /** With the schedule as it is now. */
  readonly place: Place;
  /** The one that was added, or withdrawn. */
  readonly change: ScheduleChange;
  readonly now: Temporal.Instant;
  /** How long it can be undone before anything goes out; absent: not at all. */
  readonly undo?: Temporal.Duration;
  /** Who follows in her chat how it goes; absent: nobody. */
  readonly by?: Pick<Member, "code">;
}

/** Puts what is to be said on its way, in the transaction of what it tells. */
export interface Announcing {
  /** What a change would say, in every language; nothing where its days are over. */
  preview(changed: Changed): Localized | null;
  /** Tells everybody who asked. @returns nothing where its days are over */
  announce(transaction: Transaction, changed: Changed): Promise<BroadcastStatus | undefined>;
  /**
   * After a change was withdrawn: what did not go out is dropped, and exactly those who may have read it are told that it no longer holds.
   *
   * @returns the correction, where there is one
   */
  withdraw(transaction: Transaction, changed: Changed): Promise<BroadcastStatus | undefined>;
  /**
   * After a change took the place of another one: whoever may have read that is told that it no longer holds, and everybody of the new one.
   *
   * @param replaced the number of the other one
   */
  replace(transaction: Transaction, changed: Changed, replaced: string): Promise<readonly BroadcastStatus[]>;
  /** Whether something of what tells of a change is still to go out. */
  isUnderWay(transaction: Transaction, change: string): Promise<boolean>;
  /**
   * After a change that took the place of another one was undone, so that the other one holds again. Who read of that reads
   * nothing new; who was still to read it will.
   *
   * @param undone the number of the one that was undone
   * @param wasUnderWay whether what told of the other one was still to go out when its place was taken
   */
  restore(transaction: Transaction, changed: Changed, undone: string, wasUnderWay: boolean): Promise<void>;
  previewText(text: Localized, place: Place | undefined): Localized;
  /** @param place about which it is; absent: all */
  announceText(
    transaction: Transaction,
    text: Localized,
    place: Place | undefined,
    now: Temporal.Instant,
    by?: Pick<Member, "code">,
  ): Promise<BroadcastStatus>;
}

/** Seals the chat of a member, as the place where she follows a broadcast; null where she cannot be reached. */
export type SealFollower = (member: Pick<Member, "code">) => NewBroadcast["progress"];

export interface AnnouncingParts {
  readonly repository: BroadcastsRepository;
  readonly wordsIn: WordsIn;
  readonly calendars: Calendars;
  readonly hours: HoursWords;
  /** For what is about no place in particular. */
  readonly timeZone: string;
  /** Absent: nobody can follow, as from the command line. */
  readonly sealFollower?: SealFollower;
}

export function createAnnouncing(parts: AnnouncingParts): Announcing {
  const { repository, wordsIn, calendars, hours, timeZone } = parts;
  const newsIn = ({ before, place, change, now }: Changed) => newsOf(before, place, change, now, calendars);

  const followedBy = (by: Changed["by"]) => (by === undefined ? null : (parts.sealFollower?.(by) ?? null));

  function broadcastOf(news: News, changed: Changed, kind: "news" | "correction"): NewBroadcast {
    const { place, change, now, undo, by } = changed;
    const ready = undo === undefined ? now : now.add(undo);
    return {
      place: place.number,
      change: Number(change.id),
      text: changeTexts(wordsIn, news, kind === "correction", hours),
      notBefore: mayGoOut(ready, news.opening, place.schedule.timeZone),
      opening: news.opening,
      progress: followedBy(by),
    };
  }

  async function replace(transaction: Transaction, changed: Changed, replaced: string) {
    const news = newsIn(changed);
    const wrong = await repository.withdraw(transaction, Number(replaced), changed.now);
    if (news === null) {
      return [];
    }
    const correction = await repository.correct(transaction, broadcastOf(news, changed, "correction"), wrong);
    const told = await repository.announce(transaction, broadcastOf(news, changed, "news"), wrong);
    return correction === undefined ? [told] : [correction, told];
  }

  return {
    replace,
    isUnderWay: (transaction, change) => repository.isUnderWay(transaction, Number(change)),
    async restore(transaction, changed, undone, wasUnderWay) {
      if (wasUnderWay) {
        await replace(transaction, changed, undone);
        return;
      }
      const news = newsIn(changed);
      const dropped = await repository.withdraw(transaction, Number(undone), changed.now);
      const wrong = dropped.length === 0 ? [] : await repository.begun(transaction, dropped);
      if (news !== null && wrong.length > 0) {
        await repository.correct(transaction, broadcastOf(news, changed, "correction"), wrong);
      }
    },
    preview(changed) {
      const news = newsIn(changed);
      return news === null ? null : changeTexts(wordsIn, news, false, hours);
    },
    async announce(transaction, changed) {
      const news = newsIn(changed);
      return news === null ? undefined : repository.announce(transaction, broadcastOf(news, changed, "news"), []);
    },
    async withdraw(transaction, changed) {
      const news = newsIn(changed);
      const wrong = await repository.withdraw(transaction, Number(changed.change.id), changed.now);
      return news === null || wrong.length === 0
        ? undefined
        : repository.correct(transaction, { ...broadcastOf(news, changed, "correction"), change: null }, wrong);
    },
    previewText: (text, place) => announcementTexts(wordsIn, text, place),
    announceText: (transaction, text, place, now, by) =>
      repository.announce(
        transaction,
        {
          place: place?.number ?? null,
          change: null,
          text: announcementTexts(wordsIn, text, place),
          notBefore: mayGoOut(now, null, place?.schedule.timeZone ?? timeZone),
          opening: null,
          progress: followedBy(by),
        },
        [],
      ),
  };
}
