import { autoRetry } from "@grammyjs/auto-retry";
import { Bot, type Context } from "grammy";
import type { Clock } from "../core/clock.ts";
import type { Language } from "../core/language.ts";
import type { Words, WordsIn } from "../i18n/translate.ts";
import { saidTo } from "./addressed.ts";
import type { Button, Reply } from "./answer.ts";
import type { ButtonSigner } from "./buttons.ts";
import { failureOf } from "./errors.ts";
import type { Chosen, Feature, LanguageSource, MessageHandlers, Permission, Request } from "./feature.ts";
import { speaksFrom } from "./language.ts";
import { failed, notAllowed, oldButton } from "./messages.ts";
import { createSender, type Sender } from "./sender.ts";

export interface BotParts {
  readonly token: string;
  readonly apiRoot: string;
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
  readonly log: { error(details: object, message: string): void };
}

const nothingChosen: Chosen = { language: undefined, place: undefined };

/** Puts the features together into a bot that answers every update once. */
export function createBot(parts: BotParts): Bot {
  const bot = new Bot(parts.token, { client: { apiRoot: parts.apiRoot } });
  // A network fault is not retried: the answer may have arrived, and a parent would read it twice.
  bot.api.config.use(autoRetry({ maxRetryAttempts: 3, maxDelaySeconds: 10, rethrowHttpErrors: true }));
  const sender = createSender(parts.signer, parts.wordsIn, parts.wayBack);

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
          const request = await requestOf(ctx, parts, undefined);
          return reply(
            ctx,
            sender,
            request,
            await permitted(permission, request, () => answer(request, ctx.match.trim())),
          );
        }),
      );
    }
  }
  bot.on("callback_query", (ctx) => answering(ctx, parts, sender, () => answerTap(ctx, parts, sender)));
  bot.on("inline_query", (ctx) => answering(ctx, parts, sender, () => answerInline(ctx, parts, sender)));
  bot.chatType("private").on("message", (ctx) => {
    const { text, location } = ctx.message;
    if (text !== undefined) {
      return answerText(ctx, parts, sender, text);
    }
    const { permission, ...messages } = parts.messages;
    return answering(ctx, parts, sender, async () => {
      const request = await requestOf(ctx, parts, undefined);
      const answer = () => (location === undefined ? messages.other(request) : messages.location(request, location));
      return reply(ctx, sender, request, await permitted(permission, request, answer));
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
    const request = await requestOf(ctx, parts, typed.language);
    const given = await permitted(parts.messages.permission, request, () => typed.answer(request));
    return reply(ctx, sender, request, given);
  });
}

async function answerTap(ctx: Context, parts: BotParts, sender: Sender): Promise<void> {
  const tap = parts.signer.open(ctx.callbackQuery?.data ?? "");
  const handler = parts.features.flatMap(({ taps }) => taps).find(({ code }) => code === tap?.code);
  const request = await requestOf(ctx, parts, undefined, tap?.language);
  const answer = tap === null ? null : (handler?.answer(request, tap.payload) ?? null);
  if (handler === undefined || answer === null) {
    return sender.answerTap(ctx, oldButton(request.words));
  }
  const given = await permitted(handler.permission, request, () => answer);
  if (given.erase !== undefined) {
    const isErased = await sender.erase(ctx, given.erase.messages);
    return sender.answerTap(ctx, isErased ? given.erase.done : given.erase.failed);
  }
  // Together: the spinning button stops while the message changes.
  await Promise.all([sender.answerTap(ctx, given.notice), sender.show(ctx, request, given)]);
}

async function answerInline(ctx: Context, parts: BotParts, sender: Sender): Promise<void> {
  const handler = parts.features.find(({ inline }) => inline !== undefined)?.inline;
  if (handler === undefined || !isAllowed(handler.permission)) {
    return sender.answerInline(ctx, []);
  }
  const question = handler.read(ctx.inlineQuery?.query ?? "", parts.clock());
  return sender.answerInline(ctx, question.answer(await requestOf(ctx, parts, question.language)));
}

function reply(ctx: Context, sender: Sender, request: Request, { notice, ...given }: Reply): Promise<void> {
  return sender.show(
    ctx,
    request,
    notice === undefined ? given : { ...given, send: [...(given.send ?? []), { text: notice }] },
  );
}

async function permitted(
  permission: Permission,
  request: Request,
  answer: () => Reply | Promise<Reply>,
): Promise<Reply> {
  return isAllowed(permission) ? answer() : { notice: notAllowed(request.words) };
}

function isAllowed(permission: Permission): boolean {
  switch (permission) {
    case "anyone":
      return true;
    default:
      return false;
  }
}

/** Runs a handler; whatever goes wrong is reported without content, and the person reads an apology in her language. */
async function answering(ctx: Context, parts: BotParts, sender: Sender, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    const failure = failureOf(cause);
    if (failure.kind === "unreachable") {
      return;
    }
    parts.log.error({ update: ctx.update.update_id, ...failure }, "an update could not be answered");
    const { words } = await requestOf(ctx, parts, undefined);
    await sender.apologise(ctx, failed(words)).catch(() => undefined);
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
