import { autoRetry } from "@grammyjs/auto-retry";
import { Bot, type Context } from "grammy";
import type { Clock } from "../core/clock.ts";
import type { Language } from "../core/language.ts";
import type { WordsIn } from "../i18n/translate.ts";
import { saidTo } from "./addressed.ts";
import type { Reply } from "./answer.ts";
import type { ButtonSigner } from "./buttons.ts";
import { failureOf } from "./errors.ts";
import type { Feature, LanguageSource, MessageHandlers, Permission, Request } from "./feature.ts";
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
  readonly clock: Clock;
  readonly fallbackLanguage: Language;
  /** The language that was chosen in a private chat, if one was. */
  readonly chosenLanguage: (chatId: number) => Promise<Language | undefined>;
  readonly log: { error(details: object, message: string): void };
}

/** Puts the features together into a bot that answers every update once. */
export function createBot(parts: BotParts): Bot {
  const bot = new Bot(parts.token, { client: { apiRoot: parts.apiRoot } });
  // A network fault is not retried: the answer may have arrived, and a parent would read it twice.
  bot.api.config.use(autoRetry({ maxRetryAttempts: 3, maxDelaySeconds: 10, rethrowHttpErrors: true }));
  const sender = createSender(parts.signer, parts.wordsIn);

  for (const feature of parts.features) {
    for (const { command, permission, answer } of feature.commands) {
      bot.command(command, (ctx) =>
        answering(ctx, parts, sender, async () => {
          const request = await requestOf(ctx, parts, undefined);
          return reply(ctx, sender, request, await permitted(permission, request, () => answer(request)));
        }),
      );
    }
  }
  bot.on("callback_query", (ctx) => answering(ctx, parts, sender, () => answerTap(ctx, parts, sender)));
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
  switch (permission) {
    case "anyone":
      return answer();
    default:
      return { notice: notAllowed(request.words) };
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
  const chat = { id: ctx.chat?.id ?? 0, private: ctx.chat?.type === "private" };
  const telegramLanguage = speaksFrom(ctx.from?.language_code);
  const [language, languageSource] = await chooseLanguage();
  return {
    chat,
    words: parts.wordsIn(language),
    languageSource,
    telegramLanguage,
    now: parts.clock(),
    message: ctx.message?.message_id,
  };

  async function chooseLanguage(): Promise<[Language, LanguageSource]> {
    if (button !== undefined) {
      return [button, "button"];
    }
    if (typed !== undefined) {
      return [typed, "typed"];
    }
    const chosen = chat.private ? await parts.chosenLanguage(chat.id) : undefined;
    if (chosen !== undefined) {
      return [chosen, "chosen"];
    }
    return telegramLanguage === undefined ? [parts.fallbackLanguage, "fallback"] : [telegramLanguage, "telegram"];
  }
}
