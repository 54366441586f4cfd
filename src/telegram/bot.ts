import type { Bot, Context } from "grammy";
import type { Clock } from "../core/clock.ts";
import type { Language } from "../core/language.ts";
import type { Meter } from "../core/metering/meter.ts";
import type { Member } from "../core/staff/member.ts";
import type { Words, WordsIn } from "../i18n/translate.ts";
import { saidTo } from "./addressed.ts";
import type { Button, Reply } from "./answer.ts";
import { attachedTo, repliedText } from "./attached.ts";
import type { ButtonSigner } from "./buttons.ts";
import { type ClientParts, createClient } from "./client.ts";
import type { Conversations } from "./conversations.ts";
import { failureOf, isPassing } from "./errors.ts";
import type { Chosen, Entered, Feature, LanguageSource, MessageHandlers, Permission, Request } from "./feature.ts";
import { type FloodGuard, slowDown } from "./floods.ts";
import { speaksFrom } from "./language.ts";
import { failed, oldButton } from "./messages.ts";
import { asMember, isAllowed, refused } from "./permission.ts";
import { registerMenu } from "./profile.ts";
import { createSender, type Sender } from "./sender.ts";
import { createStoredFiles } from "./stored-files.ts";

export interface BotParts extends ClientParts {
  readonly features: readonly Feature[];
  readonly messages: MessageHandlers;
  readonly wordsIn: WordsIn;
  readonly signer: ButtonSigner;
  /** To all that can be asked, from an answer that was reached by tapping. */
  readonly wayBack: (words: Words) => Button;
  readonly clock: Clock;
  readonly fallbackLanguage: Language;
  /** What was chosen in a private chat. */
  readonly chosenIn: (chatId: number) => Promise<Chosen>;
  /** The member of the team who writes in a private chat; from memory. */
  readonly memberIn: (chatId: number) => Member | undefined;
  readonly floods: FloodGuard;
  /** What members are in the middle of. */
  readonly conversations: Conversations;
  /** A chat blocked the bot, or is no more: nothing may be kept of it. */
  readonly forgetGone: (chatId: number) => Promise<void>;
  readonly meter: Pick<Meter, "handled" | "failed">;
  readonly log: { warn(details: object, message: string): void; error(details: object, message: string): void };
}

const nothingChosen: Chosen = { language: undefined, place: undefined };

/** Puts the features together into a bot that answers every update once. */
export function createBot(parts: BotParts): Bot {
  const bot = createClient(parts);
  const files = createStoredFiles((cause) => {
    const failure = failureOf(cause);
    if (failure.kind !== "unreachable") {
      parts.log.warn(failure, "a photo or a voice could not be sent");
    }
  });
  const sender = createSender(parts.signer, parts.wordsIn, parts.wayBack, files);

  // A card that was chosen here is no question; the bot would answer its own words.
  bot.on("message", async (ctx, next) => {
    if (ctx.message.via_bot?.id !== ctx.me.id) {
      await next();
    }
  });
  for (const feature of parts.features) {
    for (const { command, permission, answer } of feature.commands) {
      bot.command(command, (ctx) =>
        answering(ctx, parts, sender, async () => {
          const given = await permitted(parts, permission, await requestOf(ctx, parts, undefined), (request) =>
            answer(request, ctx.match.trim()),
          );
          return reply(ctx, parts, sender, given);
        }),
      );
    }
  }
  bot.chatType("private").on("my_chat_member", async (ctx) => {
    if (ctx.myChatMember.new_chat_member.status === "kicked") {
      await parts.forgetGone(ctx.chat.id);
    }
  });
  bot.on("callback_query", (ctx) => answering(ctx, parts, sender, () => answerTap(ctx, parts, sender)));
  bot.on("inline_query", (ctx) => answering(ctx, parts, sender, () => answerInline(ctx, parts, sender)));
  bot.chatType("private").on("message", (ctx) => {
    const { text, location } = ctx.message;
    if (text !== undefined) {
      return answerText(ctx, parts, sender, text);
    }
    const { permission, ...messages } = parts.messages;
    return answering(ctx, parts, sender, async () => {
      const asked = await requestOf(ctx, parts, undefined);
      const entered: Entered = location === undefined ? { kind: "other" } : { kind: "location", ...location };
      const given =
        (await inConversation(parts, asked, entered)) ??
        (await permitted(parts, permission, asked, (request) =>
          location === undefined ? messages.other(request) : messages.location(request, location),
        ));
      return reply(ctx, parts, sender, given);
    });
  });
  bot.chatType(["group", "supergroup"]).on("message:text", async (ctx) => {
    const text = saidTo(ctx.me, ctx.message);
    if (text !== null) {
      await answerText(ctx, parts, sender, text);
    }
  });
  return bot;
}

function answerText(ctx: Context, parts: BotParts, sender: Sender, text: string): Promise<void> {
  return answering(ctx, parts, sender, async () => {
    const typed = parts.messages.text(text, parts.clock());
    const asked = await requestOf(ctx, parts, typed.language);
    const answer = () => permitted(parts, parts.messages.permission, asked, typed.answer);
    if (typed.isCryForHelp !== true) {
      const entered = parts.messages.goesFirst(text)
        ? null
        : await inConversation(parts, asked, { kind: "text", text });
      return reply(ctx, parts, sender, entered ?? (await answer()));
    }
    // Whom to call is said before a conversation is even looked at: that takes the database.
    await reply(ctx, parts, sender, await answer());
    const waiting = await inConversation(parts, asked, "again");
    if (waiting !== null) {
      await reply(ctx, parts, sender, waiting);
    }
  });
}

/** What a member sent in the middle of a conversation; null where it is a message like a parent's. */
async function inConversation(parts: BotParts, asked: Request, entered: Entered | "again"): Promise<Given | null> {
  // In the language of the conversation, whatever that of what is typed may look like.
  const source = asked.languageSource === "typed" ? "telegram" : asked.languageSource;
  const request = asMember({ ...asked, languageSource: source }, parts.memberIn, parts.wordsIn);
  if (request.staff === undefined) {
    return null;
  }
  const { conversations } = parts;
  const reply = await (entered === "again" ? conversations.askAgain(request) : conversations.enter(request, entered));
  return reply === null ? null : { request, reply };
}

async function answerTap(ctx: Context, parts: BotParts, sender: Sender): Promise<void> {
  const tap = parts.signer.open(ctx.callbackQuery?.data ?? "");
  const handler = parts.features.flatMap(({ taps }) => taps).find(({ code }) => code === tap?.code);
  const request = await requestOf(ctx, parts, undefined, tap?.language ?? undefined);
  const answer = tap === null ? null : (handler?.read(tap.payload) ?? null);
  if (handler === undefined || answer === null) {
    return sender.answerTap(ctx, oldButton(request.words));
  }
  const given = await permitted(parts, handler.permission, request, answer);
  const { erase, notice } = given.reply;
  if (erase !== undefined) {
    const isErased = await sender.erase(ctx, erase.messages);
    return sender.answerTap(ctx, isErased ? erase.done : erase.failed);
  }
  // Together: the spinning button stops while the message changes.
  const shown = Promise.all([sender.answerTap(ctx, notice), sender.show(ctx, given.request, given.reply)]);
  await tellOthers(ctx, parts, sender, given.reply, shown);
}

async function answerInline(ctx: Context, parts: BotParts, sender: Sender): Promise<void> {
  const handler = parts.features.find(({ inline }) => inline !== undefined)?.inline;
  const question = handler?.read(ctx.inlineQuery?.query ?? "", parts.clock());
  const request = await requestOf(ctx, parts, question?.language);
  if (handler === undefined || question === undefined || !isAllowed(handler.permission, request)) {
    return sender.answerInline(ctx, []);
  }
  return sender.answerInline(ctx, question.answer(request));
}

async function reply(
  ctx: Context,
  parts: BotParts,
  sender: Sender,
  { request, reply: { notice, ...given } }: Given,
): Promise<void> {
  const shown = notice === undefined ? given : { ...given, send: [...(given.send ?? []), { text: notice }] };
  await tellOthers(ctx, parts, sender, given, sender.show(ctx, request, shown));
}

/**
 * What happened has happened, whether its answer could be shown or not; and one who cannot be reached must not keep the others
 * from knowing. Where the process ends before, the update comes again and is answered again: so they are told after all.
 */
async function tellOthers(
  { api }: Context,
  { log, wordsIn, features }: BotParts,
  sender: Sender,
  { tell = [], menus = [] }: Reply,
  answered: Promise<unknown>,
): Promise<void> {
  await Promise.allSettled([answered]);
  const all = [
    ...tell.map((told) => sender.tell(api, told)),
    ...menus.map((menu) => registerMenu(api, wordsIn, features, menu)),
  ];
  for (const { status, reason } of (await Promise.allSettled(all)).filter((one) => one.status === "rejected")) {
    const failure = failureOf(reason);
    if (status === "rejected" && failure.kind !== "unreachable") {
      log.warn(failure, "a member of the team could not be told something");
    }
  }
  await answered;
}

/** A reply, and the request that it answers: as that of a member where the handler is for the team. */
interface Given {
  readonly request: Request;
  readonly reply: Reply;
}

/** Runs a handler for those whom it is for; everybody else reads that it is not, and nothing happens. */
async function permitted(
  { memberIn, wordsIn, conversations }: BotParts,
  permission: Permission,
  asked: Request,
  answer: (request: Request) => Reply | Promise<Reply>,
): Promise<Given> {
  const request = permission === "anyone" ? asked : asMember(asked, memberIn, wordsIn);
  if (!isAllowed(permission, request)) {
    return { request, reply: refused(permission, request) };
  }
  const { begin, ...given } = await answer(request);
  return {
    request,
    reply: begin === undefined ? given : await conversations.begin(request, begin.conversation, begin.with),
  };
}

/** Runs a handler; whatever goes wrong is reported without content, and the person reads an apology in her language. */
async function answering(ctx: Context, parts: BotParts, sender: Sender, work: () => Promise<void>): Promise<void> {
  try {
    const verdict = parts.floods(ctx);
    await (verdict === "answer" ? work() : slowDown(ctx, sender, await requestOf(ctx, parts, undefined), verdict));
  } catch (cause) {
    const failure = failureOf(cause);
    if (failure.kind === "unreachable") {
      await parts.forgetGone(ctx.chat?.id ?? 0);
      return;
    }
    parts.meter.failed(failure.kind);
    parts.log.error({ update: ctx.update.update_id, ...failure }, "an update could not be answered");
    const { words } = await requestOf(ctx, parts, undefined);
    await sender.apologise(ctx, failed(words, failure.kind === "database")).catch((unsaid) => {
      // Nobody was told anything; so the update is not yet handled.
      if (isPassing(unsaid)) {
        throw unsaid;
      }
    });
  }
}

async function requestOf(
  ctx: Context,
  parts: BotParts,
  typed: Language | undefined,
  button?: Language | undefined,
): Promise<Request> {
  const chat = chatOf(ctx);
  const telegramLanguage = speaksFrom(ctx.from?.language_code);
  const chosen = chat.private ? await parts.chosenIn(chat.id) : nothingChosen;
  const [language, languageSource] = chooseLanguage();
  return {
    chat,
    words: parts.wordsIn(language),
    languageSource,
    telegramLanguage,
    chosenPlace: chosen.place,
    now: parts.clock(),
    message: ctx.message?.message_id,
    update: ctx.update.update_id,
    staff: undefined,
    attached: attachedTo(ctx, parts),
    repliedText: repliedText(ctx),
  };

  function chooseLanguage(): [Language, LanguageSource] {
    if (button !== undefined) {
      return [button, "button"];
    }
    if (typed !== undefined) {
      return [typed, "typed"];
    }
    if (chosen.language !== undefined) {
      return [chosen.language, "chosen"];
    }
    return telegramLanguage === undefined ? [parts.fallbackLanguage, "fallback"] : [telegramLanguage, "telegram"];
  }
}

/** Wherever something is asked inline, it belongs to the private chat of who asks; Telegram gives both the same number. */
function chatOf({ chat, inlineQuery }: Context): Request["chat"] {
  return inlineQuery === undefined
    ? { id: chat?.id ?? 0, private: chat?.type === "private" }
    : { id: inlineQuery.from.id, private: true };
}
