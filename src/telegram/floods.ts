import type { Context } from "grammy";
import type { Clock } from "../core/clock.ts";
import type { Member } from "../core/staff/member.ts";
import { saidTo } from "./addressed.ts";
import type { ButtonSigner } from "./buttons.ts";
import type { Asking, ChatLimits } from "./chat-limits.ts";
import type { Feature, MessageHandlers, Request } from "./feature.ts";
import { tooFast } from "./messages.ts";
import type { Sender } from "./sender.ts";

/** Looks at what is about to be answered: `tell` and `quiet` where its chat asks too fast. */
export type FloodGuard = (ctx: Context) => "answer" | "tell" | "quiet";

export interface FloodGuardParts {
  readonly limits: ChatLimits;
  readonly features: readonly Feature[];
  readonly messages: MessageHandlers;
  readonly signer: ButtonSigner;
  readonly clock: Clock;
  readonly memberIn: (chatId: number) => Member | undefined;
}

/** The team is let through, and whoever is in need: whether she is, is looked at only where it would be too much. */
export function createFloodGuard({ limits, clock, memberIn, ...parts }: FloodGuardParts): FloodGuard {
  return (ctx) => {
    const { asking, chat } = whereAsked(ctx);
    const now = clock();
    if (asking === "private" && memberIn(chat) !== undefined) {
      return "answer";
    }
    if (limits.admits(asking, chat, now) || isInNeed(ctx, parts, now)) {
      return "answer";
    }
    return limits.tells(asking, chat, now) ? "tell" : "quiet";
  };
}

function whereAsked({ chat, inlineQuery }: Context): { readonly asking: Asking; readonly chat: number } {
  return inlineQuery === undefined
    ? { asking: chat?.type === "private" ? "private" : "group", chat: chat?.id ?? 0 }
    : { asking: "inline", chat: inlineQuery.from.id };
}

type Reading = Pick<FloodGuardParts, "features" | "messages" | "signer">;

/** Whether it is a cry for help or a worry, or asks again for what was said to one. */
function isInNeed(ctx: Context, { features, messages, signer }: Reading, now: Temporal.Instant): boolean {
  if (ctx.callbackQuery !== undefined) {
    const tap = signer.open(ctx.callbackQuery.data ?? "");
    const handler = features.flatMap(({ taps }) => taps).find(({ code }) => code === tap?.code);
    return handler?.isForNeed === true;
  }
  if (ctx.inlineQuery !== undefined) {
    return features.some(({ inline }) => inline?.read(ctx.inlineQuery?.query ?? "", now).isInNeed === true);
  }
  const { message } = ctx;
  const text = message === undefined ? undefined : (saidTo(ctx.me, message) ?? message.text);
  return text !== undefined && messages.text(text, now).isInNeed === true;
}

/** Every tap is answered, so that its button does not spin; what is said, is said once. */
export async function slowDown(
  ctx: Context,
  sender: Sender,
  request: Request,
  verdict: "tell" | "quiet",
): Promise<void> {
  const text = verdict === "tell" ? tooFast(request.words) : undefined;
  if (ctx.callbackQuery !== undefined) {
    await sender.answerTap(ctx, text);
  } else if (ctx.inlineQuery !== undefined) {
    await sender.answerInline(ctx, []);
  } else if (text !== undefined) {
    await sender.show(ctx, request, { send: [{ text }] });
  }
}
