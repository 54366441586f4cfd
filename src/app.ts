import { createHash, randomBytes } from "node:crypto";
import { openBroadcasting, usualLease } from "./assembly/broadcasts.ts";
import { openCalendarWarning } from "./assembly/calendar-warning.ts";
import { openFoundation } from "./assembly/foundation.ts";
import { createLogbook } from "./assembly/logbook.ts";
import { createParentFeatures } from "./assembly/parents.ts";
import type { App, AppParts } from "./assembly/parts.ts";
import { createStaffFeatures } from "./assembly/staff.ts";
import { noMeter } from "./core/metering/meter.ts";
import { lookingEvery, workDaily, workOften } from "./daily.ts";
import { appliedMigrations, knownMigrations } from "./database/examine.ts";
import { deriveKey } from "./database/keys.ts";
import { createLease } from "./database/lease.ts";
import { createFeeds } from "./features/calendar/feeds.ts";
import { overviewLink } from "./features/companion/messages.ts";
import { feedRoutes } from "./http/feeds.ts";
import { createReadiness, healthRoutes } from "./http/health.ts";
import { listenerOf, type Route } from "./http/routes.ts";
import { webhookRoute } from "./http/webhook.ts";
import { createBot } from "./telegram/bot.ts";
import { createButtonSigner } from "./telegram/buttons.ts";
import { createChatLimits } from "./telegram/chat-limits.ts";
import { createComingIn } from "./telegram/coming-in.ts";
import { createConversations } from "./telegram/conversations.ts";
import { failureOf } from "./telegram/errors.ts";
import { createFloodGuard } from "./telegram/floods.ts";
import { createHandling } from "./telegram/handling.ts";
import { receiveByPolling } from "./telegram/polling.ts";
import { registerMenu, registerProfile } from "./telegram/profile.ts";
import { introduce, receiveByWebhook } from "./telegram/receiving.ts";

/** Milliseconds between two looks whether a place has closed. */
const remindingEvery = 30_000;

/** The one place where everything is put together, from the parts in `assembly/`. Tests build the same app. */
export async function createApp(parts: AppParts): Promise<App> {
  const { clock, log, fallbackLanguage, meter = noMeter } = parts;
  const foundation = await openFoundation(parts);
  const { wordsIn, directory, settings, members, turns, timeZone, warn } = foundation;
  const signer = createButtonSigner(deriveKey(parts.secretKey, "buttons"));
  const broadcasting = openBroadcasting(parts, foundation, signer);
  const parents = createParentFeatures(
    parts,
    foundation,
    () => bot.botInfo.username,
    () => staff,
  );
  const logbook = createLogbook(parts, foundation);
  const staff = createStaffFeatures(parts, foundation, () => bot.botInfo.username, logbook, broadcasting.announcing);

  const capabilities = [...parents.features, ...staff.features, broadcasting.feature];
  const conversations = createConversations(
    capabilities.flatMap((feature) => feature.conversations ?? []),
    turns.take,
  );
  const features = [...capabilities, conversations];
  const messages = logbook.beforeOthers(parents.messages);
  const limits = parts.chatLimits ?? createChatLimits(parts.random ?? randomBytes);
  const comingIn = createComingIn();
  const bot = createBot({
    token: parts.token,
    apiRoot: parts.apiRoot,
    features,
    messages,
    wordsIn,
    signer,
    wayBack: overviewLink,
    clock,
    fallbackLanguage,
    chosenIn: settings.chosenIn,
    memberIn: members.in,
    answersWatch: broadcasting.answers,
    comingIn,
    forgetGone: parents.forgetGone,
    floods: createFloodGuard({ limits, features, messages, signer, clock, memberIn: members.in }),
    conversations,
    meter,
    log,
  });
  let isReceiving = false;

  const stopping = new AbortController();
  // Telegram delivers again by itself what a webhook does not take.
  const handling = createHandling(bot, log, {
    ...(parts.webhookUrl === undefined ? { tryAgainUntil: stopping.signal } : {}),
    ...(parts.tryAgainAfter === undefined ? {} : { pause: parts.tryAgainAfter }),
  });
  const pollingLease = (onLost: () => void) =>
    createLease(parts.database, {
      // The playground has another token, and its own Telegram, each time.
      name: `polling ${createHash("sha256").update(parts.token).digest("base64url").slice(0, 16)}`,
      endsWithSession: true,
      length: parts.leaseLength ?? usualLease,
      onLost,
      onFailure: (cause) => warn(cause, "the right to poll could not be renewed"),
    });

  const readiness = createReadiness({
    appliedMigrations: () => appliedMigrations(parts.database),
    knownMigrations: knownMigrations(),
    hasSchedule: directory.isCurrent,
    receives: () => isReceiving && !comingIn.isFailing(),
    isStopping: () => parts.stopping?.aborted === true,
  });
  const webhookSecret = deriveKey(parts.secretKey, "webhook").toString("base64url");
  const routes: readonly Route[] = [
    ...healthRoutes(readiness),
    ...feedRoutes(createFeeds(directory, parts.calendars, wordsIn), clock, fallbackLanguage),
    ...(parts.webhookUrl === undefined
      ? []
      : [webhookRoute(new URL(parts.webhookUrl).pathname, webhookSecret, handling)]),
  ];

  return {
    routes,
    listener: (otherwise) =>
      listenerOf(routes, (cause) => log.error(failureOf(cause), "a request could not be answered"), otherwise),
    readiness,
    features,
    async start(signal) {
      await introduce(bot, log, signal);
      registerProfile(bot.api, wordsIn, features, fallbackLanguage, directory.organisation()?.name).catch((cause) =>
        warn(cause, "name, descriptions or commands could not be given to Telegram"),
      );
      for (const { language, ...member } of members.all()) {
        const chat = members.chatOf(member);
        if (chat !== undefined) {
          registerMenu(bot.api, wordsIn, features, { chat, language, isMember: true }).catch((cause) =>
            warn(cause, "the commands of the team could not be given to Telegram"),
          );
        }
      }
      const receiving =
        parts.webhookUrl === undefined
          ? receiveByPolling({ bot, handling, lease: pollingLease, log, stopping })
          : await receiveByWebhook(bot, parts.webhookUrl, webhookSecret, handling, log, signal);
      isReceiving = true;
      const sending = await broadcasting.start();
      const daily = [
        { work: settings.sweep, failed: "old choices could not be erased" },
        { work: staff.sweep, failed: "what the team left could not be erased" },
        { work: broadcasting.sweep, failed: "old messages to parents could not be erased" },
        { work: parents.turnWeek, failed: "the counts of past weeks could not be published" },
        { work: openCalendarWarning(parts, foundation), failed: "it could not be seen whether a calendar ends" },
        { work: async () => meter.turnDay(), failed: "what was asked could not be counted" },
      ].map(({ work, failed }) =>
        workDaily(work, {
          clock,
          timeZone,
          every: parts.newDayEvery ?? lookingEvery,
          onFailure: (cause) => warn(cause, failed),
        }),
      );
      // More often than daily: what a member is in the middle of is kept for a day, and not for two.
      const sweeping = workOften(() => staff.sweepTurns(clock()), {
        every: parts.newDayEvery ?? lookingEvery,
        onFailure: (cause) => warn(cause, "what the team was in the middle of could not be erased"),
      });
      const reminding = workOften(() => logbook.remind(clock()), {
        every: parts.newDayEvery ?? remindingEvery,
        onFailure: (cause) => warn(cause, "the team could not be asked to count"),
      });
      return {
        username: bot.botInfo.username,
        ended: receiving.ended,
        async stop() {
          isReceiving = false;
          await Promise.all([receiving, sending, reminding, sweeping, ...daily].map((running) => running.stop()));
        },
      };
    },
  };
}
