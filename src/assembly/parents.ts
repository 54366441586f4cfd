import { randomBytes } from "node:crypto";
import { weekOf } from "../core/feedback/week.ts";
import { deriveKey } from "../database/keys.ts";
import { choosePlaceButton, languagesButton, placesButton } from "../features/chat-settings/buttons.ts";
import { createChatSettingsFeature } from "../features/chat-settings/handlers.ts";
import { languageButtons } from "../features/chat-settings/messages.ts";
import { overviewButton } from "../features/companion/buttons.ts";
import { createCompanionFeature } from "../features/companion/handlers.ts";
import { choiceButtons, menuLabels, overviewLink } from "../features/companion/messages.ts";
import { topicButton } from "../features/companion/topics/buttons.ts";
import { type Topic, topics } from "../features/companion/topics/topic.ts";
import { feedbackButton } from "../features/feedback/buttons.ts";
import { createCounting } from "../features/feedback/counting.ts";
import { createFeedbackFeature } from "../features/feedback/handlers.ts";
import { createPrompts } from "../features/feedback/prompts.ts";
import { createFeedbackRepository } from "../features/feedback/repository.ts";
import { createHelpLinesFeature } from "../features/help-lines/handlers.ts";
import { dayButton, weekButton } from "../features/hours/buttons.ts";
import { createHoursFeature, thisWeekAsked, todayAsked } from "../features/hours/handlers.ts";
import { askTeam, nextSentence } from "../features/hours/messages.ts";
import { dayRow } from "../features/hours/week/messages.ts";
import { whereButton } from "../features/places/buttons.ts";
import { createPlacesFeature, whereAsked } from "../features/places/handlers.ts";
import { createPlaceLinks } from "../features/places/links.ts";
import { createPrivacyFeature } from "../features/privacy/handlers.ts";
import { createQuestionsFeature } from "../features/questions/handlers.ts";
import { createSharingFeature } from "../features/sharing/handlers.ts";
import { stopButton, subscribeButton } from "../features/subscriptions/buttons.ts";
import { createSubscriptionsFeature } from "../features/subscriptions/handlers.ts";
import type { Reply } from "../telegram/answer.ts";
import type { Tap } from "../telegram/buttons.ts";
import type { Feature, MessageHandlers, Request } from "../telegram/feature.ts";
import { asMember } from "../telegram/permission.ts";
import { createFace } from "./face.ts";
import type { Foundation } from "./foundation.ts";
import type { AppParts } from "./parts.ts";
import type { TeamForParents } from "./staff.ts";

/** What parents meet: everything that answers them, and the work that it leaves for each new day. */
export interface ParentFeatures {
  /** In the order in which Telegram lists their commands. */
  readonly features: readonly Feature[];
  readonly messages: MessageHandlers;
  /** Publishes what past weeks left. */
  readonly turnWeek: (now: Temporal.Instant) => Promise<void>;
  /** Erases that a chat asked to be told, once it blocked the bot or is no more. */
  readonly forgetGone: (chatId: number) => Promise<void>;
}

/**
 * @param botUsername known once the bot has been introduced to Telegram
 * @param team made after this: what a link leads to that invites into the team, and what is stored about members
 */
export function createParentFeatures(
  parts: AppParts,
  {
    wordsIn,
    directory,
    faces,
    faceRepository,
    settings,
    subscriptions: toldParents,
    members,
    turns,
    timeZone,
    warn,
  }: Foundation,
  botUsername: () => string,
  team: () => TeamForParents,
): ParentFeatures {
  const { database, random = randomBytes } = parts;
  const hours = createHoursFeature(directory, parts.calendars, {
    choosePlace: placesButton.tap({ page: 0 }),
    tellMe: (place) => subscribeButton.tap({ places: [place] }),
  });
  const face = createFace(parts, { directory, faces, faceRepository, turns, warn });
  const places = createPlacesFeature({
    directory,
    face: face.faceOf,
    status: hours.answerStatusOf,
    taps: {
      openToday: dayButton.tap(todayAsked),
      today: (place) => dayButton.tap({ date: "today", place, page: 0 }),
      tomorrow: (place) => dayButton.tap({ date: "tomorrow", place, page: 0 }),
      thisWeek: (place) => weekButton.tap({ week: 0, place, page: 0 }),
      choosePlace: (place) => choosePlaceButton.tap({ place }),
      choosePlaces: placesButton.tap({ page: 0 }),
    },
  });
  const companion = createCompanionFeature({
    wordsIn,
    organisationName: () => directory.organisation()?.name,
    taps: {
      open: dayButton.tap(todayAsked),
      week: weekButton.tap(thisWeekAsked),
      where: whereButton.tap(whereAsked),
      language: languagesButton.tap(""),
      feedback: feedbackButton.tap(""),
      subscribe: subscribeButton.tap("chosen"),
    },
    chooseLanguage: (place) => languageButtons(wordsIn, place === undefined ? "start" : { startAt: place.number }),
    answerLink: (request, argument) =>
      argument.startsWith("i_") ? team().answerInvitation(request, argument.slice(2)) : answerLink(request, argument),
    answerPrivacy: (request) => privacy.answerPrivacy(request),
    answerStatus: (request) => hours.answerStatus(request),
    places: directory.all,
    placesFor: ({ chosenPlace }) => {
      const chosen = chosenPlace === undefined ? undefined : directory.byNumber(chosenPlace);
      return chosen === undefined ? directory.all() : [chosen];
    },
  });
  const chatSettings = createChatSettingsFeature({
    wordsIn,
    settings,
    directory,
    welcome: companion.welcome,
    menu: companion.menu,
    answerPlace: places.answerPlace,
    answerToday: (request, place) => hours.answerDay(request, { ...todayAsked, place }),
    allPlaces: places.allPlaces,
    onFailure: (cause) => warn(cause, "a choice could not be kept"),
  });
  const subscriptions = createSubscriptionsFeature({
    directory,
    subscriptions: toldParents,
    onFailure: (cause) => warn(cause, "a wish to be told could not be kept or erased"),
  });
  const privacy = createPrivacyFeature({
    // Each feature that stores something about a chat adds its part.
    remembered: [
      chatSettings.remembered,
      subscriptions.remembered,
      {
        show: (request) => team().remembered.show(request),
        besides: (request) => team().remembered.besides(request),
        erase: (transaction, request) => team().remembered.erase(transaction, request),
      },
    ],
    inTransaction: database.inTransaction,
    organisation: directory.organisation,
    wordsIn,
    fallbackLanguage: parts.fallbackLanguage,
    menu: companion.menu,
    onFailure: (cause) => warn(cause, "what is stored about a chat could not be read or erased"),
  });
  const counting = createCounting(
    database,
    createFeedbackRepository(database, deriveKey(parts.secretKey, "open-counts"), random),
    deriveKey(parts.secretKey, "ballots"),
  );
  const feedback = createFeedbackFeature({
    directory,
    organisation: directory.organisation,
    counting,
    prompts: createPrompts(random),
    random,
    isStaff: async (chatId) => members.in(chatId) !== undefined,
    callTeam: topicButton.tap("human"),
    timeZone,
    onFailure: (cause) => warn(cause, "the database could not be reached"),
  });
  const answerLink = createPlaceLinks({
    directory,
    greet: companion.greet,
    menu: companion.menu,
    answerPlace: places.answerPlace,
    answerFeedback: feedback.answerFeedback,
  });

  const answerToday = (request: Request) => hours.answerDay(request, todayAsked);
  const answers = {
    open: (request: Request) => ({ show: answerToday(request) }),
    week: (request: Request) => ({ show: hours.answerWeek(request, thisWeekAsked) }),
    where: (request: Request) => ({ show: places.answerWhere(request, whereAsked) }),
    language: (request: Request) => ({ show: chatSettings.answerLanguages(request) }),
    first_visit: (request: Request) => ({ show: companion.answerTopic(request, "first_visit") }),
    overview: (request: Request) => ({ show: companion.answerOverview(request) }),
    feedback: async (request: Request) => ({ show: await feedback.answerFeedback(request) }),
    subscribe: async (request: Request) => ({ show: await subscriptions.answerSubscribe(request, null) }),
  };
  const topicAnswers = Object.fromEntries(
    topics.map((topic) => [
      topic,
      (request: Request, place: number | null) => ({ show: companion.answerTopic(request, topic, place) }),
    ]),
  ) as Record<Topic, (request: Request, place: number | null) => Reply>;
  const topicTaps = Object.fromEntries(topics.map((topic) => [topic, topicButton.tap(topic)])) as Record<Topic, Tap>;
  const helpLines = createHelpLinesFeature({
    lines: parts.helpLines,
    calendars: parts.calendars,
    wordsIn,
    // Nobody asked whether it is open: how it stands, without a yes or a no.
    answerPlace: (request) => hours.answerStatus(request),
    overview: overviewLink,
  });
  const questions = createQuestionsFeature({
    answerEmergency: helpLines.answerEmergency,
    answerDespair: (request) => ({ show: helpLines.answerDespair(request) }),
    answerHours: (request, asked, time, place) => hours.answerAsked(request, asked, time, place ?? "chosen"),
    answerNextOpening: (request, place) => hours.answerStatus(request, place ?? "chosen"),
    answerNarrower: companion.answerNarrower,
    answerStatus: (request) => hours.answerStatus(request),
    answerWhere: (request, place) => places.answerWhere(request, place === null ? whereAsked : { place }),
    answerNamed: places.answerNamed,
    answerInLanguage: chatSettings.answerInLanguage,
    answers: {
      language: answers.language,
      greeting: (request) => ({ show: companion.answerGreeting(request) }),
      worry: (request) => ({ show: helpLines.answerWorry(request) }),
      feedback: feedback.answerRemark,
      subscribe: async (request, place) => ({ show: await subscriptions.answerSubscribe(request, place) }),
      unsubscribe: async (request) => ({ show: await subscriptions.answerStop(request) }),
      ...topicAnswers,
    },
    taps: {
      hours: dayButton.tap(todayAsked),
      next_open: dayButton.tap(todayAsked),
      where: whereButton.tap(whereAsked),
      language: languagesButton.tap(""),
      feedback: feedbackButton.tap(""),
      subscribe: subscribeButton.tap("chosen"),
      unsubscribe: stopButton.tap({ place: "all", keep: false }),
      ...topicTaps,
    },
    menu: new Map(
      menuLabels(wordsIn)
        .entries()
        .map(([label, { choice, language }]) => [label, { language, answer: answers[choice] }]),
    ),
    buttons: ({ words }) =>
      choiceButtons(words, [
        ["open", dayButton.tap(todayAsked)],
        ["week", weekButton.tap(thisWeekAsked)],
        ["where", whereButton.tap(whereAsked)],
        ["overview", overviewButton.tap("")],
      ]),
    timeZone,
    calendars: parts.calendars,
    places: directory.all,
    fallbackLanguage: parts.fallbackLanguage,
    onAsked: (intent) => parts.meter?.asked(intent),
  });

  const sharing = createSharingFeature({
    directory,
    calendars: parts.calendars,
    timeZone,
    fallbackLanguage: parts.fallbackLanguage,
    hours: { line: dayRow, next: (words, next) => nextSentence(words, next, "then"), ask: askTeam },
    cardForCry: helpLines.cardFor,
    linkTo: ({ slug }) => `https://t.me/${botUsername()}?start=p_${slug}`,
  });

  return {
    features: [
      hours,
      places,
      face,
      companion,
      feedback,
      subscriptions,
      chatSettings,
      privacy,
      questions,
      helpLines,
      sharing,
    ],
    messages: {
      permission: "anyone",
      text: questions.read,
      goesFirst: questions.isPressed,
      location: places.answerLocation,
      other: (request) =>
        face.answerAttached(asMember(request, members.in, wordsIn)) ?? questions.answerUnreadable(request),
    },
    forgetGone: subscriptions.forgetGone,
    turnWeek: (now) => counting.turn(weekOf(now.toZonedDateTimeISO(timeZone).toPlainDate())),
  };
}
