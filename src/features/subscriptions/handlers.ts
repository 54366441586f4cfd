import type { Place, PlaceDirectory } from "../../core/places/place.ts";
import type { Transaction } from "../../database/client.ts";
import type { Answer, Reply } from "../../telegram/answer.ts";
import { type Feature, onTap, type Request } from "../../telegram/feature.ts";
import { type Stop, stopButton, subscribeButton, type Wish } from "./buttons.ts";
import { erasedRows, failed, notPossible, stopped, storedRows, subscribed, whichPlace } from "./messages.ts";
import type { Subscriptions } from "./subscriptions.ts";

export interface SubscriptionsFeatureParts {
  readonly directory: PlaceDirectory;
  readonly subscriptions: Subscriptions;
  readonly onFailure: (cause: unknown) => void;
}

export interface SubscriptionsFeature extends Feature {
  /** @param place the number of the one that was named; null: the chosen or only one, or the parent is asked which */
  readonly answerSubscribe: (request: Request, place: number | null) => Promise<Answer>;
  readonly answerStop: (request: Request) => Promise<Answer>;
  /** Of a chat that blocked the bot, or is no more. */
  readonly forgetGone: (chatId: number) => Promise<void>;
  /** What is stored about a chat, as the privacy screens show and erase it. */
  readonly remembered: {
    readonly show: (request: Request) => Promise<string | null>;
    readonly erase: (transaction: Transaction, request: Request) => Promise<string | null>;
  };
}

/** Places in one message. */
const pageSize = 8;

export function createSubscriptionsFeature(parts: SubscriptionsFeatureParts): SubscriptionsFeature {
  const { directory, subscriptions } = parts;

  async function answerWish(request: Request, asked: Wish): Promise<Answer> {
    const { chat, words } = request;
    const wish = asked === "chosen" ? chosen(request) : asked;
    if (!chat.private || directory.all().length === 0) {
      return notPossible(words, chat.private ? "nowhere" : "group");
    }
    try {
      if ("page" in wish) {
        return await choose(request, wish.page, false);
      }
      const places = wish.places.flatMap((number) => directory.byNumber(number) ?? []);
      return places.length === 0 ? await choose(request, 0, true) : await subscribe(request, places);
    } catch (cause) {
      parts.onFailure(cause);
      return failed(words, wish);
    }
  }

  async function subscribe({ chat, words }: Request, places: readonly Place[]): Promise<Answer> {
    const numbers = places.map(({ number }) => number);
    const added = await subscriptions.add(chat.id, numbers, words.language);
    return subscribed(words, places, added.length > 0);
  }

  async function choose({ chat, words }: Request, page: number, gone: boolean): Promise<Answer> {
    const all = directory.all();
    const first = page * pageSize < all.length ? page * pageSize : 0;
    const known = await subscriptions.read(chat.id);
    return whichPlace(words, {
      places: all.slice(first, first + pageSize),
      page: first / pageSize,
      more: all.length > first + pageSize,
      subscribed: new Set(known.map(({ place }) => place)),
      gone,
    });
  }

  /** The chosen or only place; else the question which. */
  function chosen({ chosenPlace }: Request): Exclude<Wish, "chosen"> {
    const [only, ...others] = directory.all();
    const place = chosenPlace ?? (others.length === 0 ? only?.number : undefined);
    return place === undefined ? { page: 0 } : { places: [place] };
  }

  const answerSubscribe = (request: Request, place: number | null) =>
    answerWish(request, place === null ? "chosen" : { places: [place] });

  async function stop({ chat, words }: Request, place: number | "all"): Promise<Answer> {
    if (!chat.private) {
      return notPossible(words, "group");
    }
    try {
      const erased = await subscriptions.stop(chat.id, place);
      return stopped(words, erased, place === "all" ? undefined : directory.byNumber(place));
    } catch (cause) {
      parts.onFailure(cause);
      return failed(words, "stop");
    }
  }

  async function tapStop(request: Request, { place, keep }: Stop): Promise<Reply> {
    const answer = await stop(request, place);
    return keep ? { send: [answer] } : { show: answer };
  }

  const answerStop = (request: Request) => stop(request, "all");

  return {
    answerSubscribe,
    answerStop,
    async forgetGone(chatId) {
      await subscriptions.stop(chatId, "all").catch(parts.onFailure);
    },
    remembered: {
      async show({ chat, words }) {
        const rows = await subscriptions.read(chat.id);
        return rows.length === 0 ? null : storedRows(words, rows, directory.byNumber);
      },
      async erase(transaction, { chat, words }) {
        const erased = await subscriptions.erase(transaction, chat.id, "all");
        return erased.length === 0 ? null : erasedRows(words);
      },
    },
    commands: [
      {
        command: "subscribe",
        permission: "anyone",
        answer: async (request) => ({ show: await answerSubscribe(request, null) }),
      },
      { command: "stop", permission: "anyone", answer: async (request) => ({ show: await answerStop(request) }) },
    ],
    taps: [
      onTap(subscribeButton, "anyone", async (request, wish) => ({ show: await answerWish(request, wish) })),
      onTap(stopButton, "anyone", tapStop),
    ],
  };
}
