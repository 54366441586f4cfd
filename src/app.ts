import { Hono } from "hono";
import type { Clock } from "./core/clock.ts";
import type { HelpLine } from "./core/help-lines/help-line.ts";
import { type Language, type Localized, languages } from "./core/language.ts";
import type { Calendars } from "./core/opening-hours/calendars.ts";
import type { Day } from "./core/opening-hours/evaluate/day.ts";
import type { Database } from "./database/client.ts";
import { chatCode, deriveKey } from "./database/keys.ts";
import { createFeeds } from "./features/calendar/feeds.ts";
import { languagesButton } from "./features/chat-settings/buttons.ts";
import { createChatSettingsFeature } from "./features/chat-settings/handlers.ts";
import { createChatSettingsMemory } from "./features/chat-settings/memory.ts";
import { languageButtons } from "./features/chat-settings/messages.ts";
import { createChatSettingsRepository } from "./features/chat-settings/repository.ts";
import { helpButton } from "./features/companion/buttons.ts";
import { createCompanionFeature } from "./features/companion/handlers.ts";
import { choiceButtons, menuLabels } from "./features/companion/messages.ts";
import { topicButton } from "./features/companion/topics/buttons.ts";
import { type Topic, topics } from "./features/companion/topics/topic.ts";
import { createHelpLinesFeature } from "./features/help-lines/handlers.ts";
import { dayButton, weekButton } from "./features/hours/buttons.ts";
import { createHoursFeature, thisWeekEverywhere, todayEverywhere } from "./features/hours/handlers.ts";
import { reasonOf } from "./features/hours/messages.ts";
import { whereButton } from "./features/places/buttons.ts";
import { openPlaceDirectory } from "./features/places/directory.ts";
import { createPlacesFeature } from "./features/places/handlers.ts";
import { createPlacesAdministration, type PlacesAdministration } from "./features/places/import.ts";
import { createPlacesRepository } from "./features/places/repository.ts";
import { createQuestionsFeature } from "./features/questions/handlers.ts";
import {
  createScheduleChangesAdministration,
  type ScheduleChangesAdministration,
} from "./features/schedule-changes/administration.ts";
import { createScheduleChangesRepository } from "./features/schedule-changes/repository.ts";
import { feedRoutes } from "./http/feeds.ts";
import { webhookRoute } from "./http/webhook.ts";
import { createWords } from "./i18n/translate.ts";
import type { Reply } from "./telegram/answer.ts";
import { createBot } from "./telegram/bot.ts";
import { createButtonSigner, type Tap } from "./telegram/buttons.ts";
import { failureOf } from "./telegram/errors.ts";
import type { Request } from "./telegram/feature.ts";
import { receiveByPolling } from "./telegram/polling.ts";
import { registerProfile } from "./telegram/profile.ts";
import { introduce, type Receiving, receiveByWebhook } from "./telegram/receiving.ts";

export interface Log {
  info(message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface AppParts {
  readonly database: Database;
  readonly calendars: Calendars;
  readonly helpLines: readonly HelpLine[];
  readonly clock: Clock;
  readonly log: Log;
  /** 32 bytes. */
  readonly secretKey: Uint8Array;
  readonly token: string;
  readonly apiRoot: string;
  /** Absent: long polling. */
  readonly webhookUrl: string | undefined;
  readonly fallbackLanguage: Language;
}

export interface App {
  /** Health, and the webhook where there is one. */
  readonly routes: Hono;
  /**
   * Introduces the bot to Telegram and begins to answer.
   *
   * @throws Problem where Telegram refuses the token
   */
  start(signal: AbortSignal): Promise<RunningApp>;
}

export interface RunningApp extends Receiving {
  /** The bot's user name at Telegram. */
  readonly username: string;
}

/** Where "today" turns, for questions about no place in particular. All places lie in Belgium. */
const timeZone = "Europe/Brussels";

/** The one place where everything is put together. Tests build the same app. */
export async function createApp(parts: AppParts): Promise<App> {
  const { database, clock, log } = parts;
  const wordsIn = createWords();
  const warn = (cause: unknown, message: string) => log.warn(failureOf(cause), message);

  const directory = await openPlaceDirectory(createPlacesRepository(database), (cause) =>
    warn(cause, "places could not be read again"),
  );
  const settings = await openChatSettings(database, deriveKey(parts.secretKey, "chat-settings"), warn);

  const hours = createHoursFeature(directory, parts.calendars);
  const places = createPlacesFeature(directory, dayButton.tap(todayEverywhere));
  const companion = createCompanionFeature({
    wordsIn,
    organisationName: () => directory.organisation()?.name,
    taps: [
      ["open", dayButton.tap(todayEverywhere)],
      ["week", weekButton.tap(thisWeekEverywhere)],
      ["where", whereButton.tap({ page: 0 })],
      ["language", languagesButton.tap("")],
    ],
    chooseLanguage: languageButtons(wordsIn, "start"),
    places: directory.all,
  });
  const chatSettings = createChatSettingsFeature({
    wordsIn,
    keepLanguage: settings.keepLanguage,
    welcome: companion.welcome,
    menu: companion.menu,
    onFailure: (cause) => warn(cause, "a language could not be kept"),
  });

  const answerToday = (request: Request) => hours.answerDay(request, todayEverywhere);
  const answers = {
    open: (request: Request) => ({ show: answerToday(request) }),
    week: (request: Request) => ({ show: hours.answerWeek(request, thisWeekEverywhere) }),
    where: places.answerWhere,
    language: (request: Request) => ({ show: chatSettings.answerLanguages(request) }),
    help: (request: Request) => ({ show: companion.answerHelp(request) }),
  };
  const topicAnswers = Object.fromEntries(
    topics.map((topic) => [topic, (request: Request) => ({ show: companion.answerTopic(request, topic) })]),
  ) as Record<Topic, (request: Request) => Reply>;
  const topicTaps = Object.fromEntries(topics.map((topic) => [topic, topicButton.tap(topic)])) as Record<Topic, Tap>;
  const helpLines = createHelpLinesFeature({
    lines: parts.helpLines,
    calendars: parts.calendars,
    wordsIn,
    answerPlace: answerToday,
  });
  const questions = createQuestionsFeature({
    answerEmergency: helpLines.answerEmergency,
    answerDespair: (request) => ({ show: helpLines.answerDespair(request) }),
    answerHours: (request, asked, place) => hours.answerAsked(request, asked, place ?? "all"),
    answerStatus: hours.answerStatus,
    answers: {
      where: answers.where,
      next_open: answers.open,
      language: answers.language,
      greeting: (request) => ({ send: [companion.welcome(request)] }),
      worry: (request) => ({ show: helpLines.answerWorry(request) }),
      ...topicAnswers,
    },
    taps: {
      hours: dayButton.tap(todayEverywhere),
      next_open: dayButton.tap(todayEverywhere),
      where: whereButton.tap({ page: 0 }),
      language: languagesButton.tap(""),
      ...topicTaps,
    },
    menu: new Map(
      menuLabels(wordsIn)
        .entries()
        .map(([label, { choice, language }]) => [label, { language, answer: answers[choice] }]),
    ),
    buttons: ({ words }) =>
      choiceButtons(words, [
        ["open", dayButton.tap(todayEverywhere)],
        ["week", weekButton.tap(thisWeekEverywhere)],
        ["where", whereButton.tap({ page: 0 })],
        ["help", helpButton.tap("")],
      ]),
    timeZone,
    calendars: parts.calendars,
    places: directory.all,
    fallbackLanguage: parts.fallbackLanguage,
  });

  // In the order in which Telegram lists their commands.
  const features = [companion, hours, places, chatSettings, questions, helpLines];
  const bot = createBot({
    token: parts.token,
    apiRoot: parts.apiRoot,
    features,
    messages: {
      permission: "anyone",
      text: questions.read,
      location: places.answerLocation,
      other: questions.answerUnreadable,
    },
    wordsIn,
    signer: createButtonSigner(deriveKey(parts.secretKey, "buttons")),
    clock,
    fallbackLanguage: parts.fallbackLanguage,
    chosenLanguage: settings.chosenLanguage,
    log,
  });

  const routes = new Hono().get("/healthz", ({ text }) => text("ok"));
  const feeds = createFeeds(directory, parts.calendars, wordsIn);
  routes.route("/", feedRoutes(feeds, clock, parts.fallbackLanguage));
  const webhookSecret = deriveKey(parts.secretKey, "webhook").toString("base64url");
  if (parts.webhookUrl !== undefined) {
    routes.route("/", webhookRoute(new URL(parts.webhookUrl).pathname, webhookSecret, bot));
  }

  return {
    routes,
    async start(signal) {
      await introduce(bot, log, signal);
      registerProfile(bot.api, wordsIn, features, parts.fallbackLanguage, directory.organisation()?.name).catch(
        (cause) => warn(cause, "name, descriptions or commands could not be given to Telegram"),
      );
      const receiving =
        parts.webhookUrl === undefined
          ? receiveByPolling(bot, log)
          : await receiveByWebhook(bot, parts.webhookUrl, webhookSecret, log, signal);
      return { username: bot.botInfo.username, ...receiving };
    },
  };
}

/** What parents chose, by their chats: coded before it is looked up or stored. */
async function openChatSettings(database: Database, key: Uint8Array, warn: (cause: unknown, message: string) => void) {
  const repository = createChatSettingsRepository(database);
  const memory = createChatSettingsMemory(repository);
  await repository.watch(memory.forget, memory.forgetAll);

  return {
    async chosenLanguage(chatId: number): Promise<Language | undefined> {
      try {
        return (await memory.read(chatCode(key, chatId)))?.language ?? undefined;
      } catch (cause) {
        // With the database away, Telegram's language serves.
        warn(cause, "a chosen language could not be read");
        return undefined;
      }
    },
    async keepLanguage(chatId: number, language: Language, now: Temporal.Instant): Promise<void> {
      const code = chatCode(key, chatId);
      const month = now.toZonedDateTimeISO(timeZone).toPlainDate().toPlainYearMonth().toString();
      await database.inTransaction((transaction) => repository.chooseLanguage(transaction, code, language, month));
      memory.forget(code);
    },
  };
}

/** Places for the command line and the first run, without a bot around them. */
export function administerPlaces(database: Database, clock: Clock): PlacesAdministration {
  const today = () => clock().toZonedDateTimeISO(timeZone).toPlainDate();
  return createPlacesAdministration(database, createPlacesRepository(database), today);
}

/** Schedule changes for the command line. */
export function administerScheduleChanges(database: Database): ScheduleChangesAdministration {
  const places = createPlacesRepository(database);
  return createScheduleChangesAdministration(
    database,
    createScheduleChangesRepository(),
    async () => (await places.readAll()).places,
  );
}

/** Why a day is not as usual, in every language, for the command line. */
export function explainDays(): (day: Omit<Day, "date">) => Localized | null {
  const wordsIn = createWords();
  return (day) => {
    const [nl, fr, ar] = languages.map((language) => reasonOf(wordsIn(language), day));
    return nl === undefined || fr === undefined || ar === undefined ? null : { nl, fr, ar };
  };
}
