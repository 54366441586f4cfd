import { GrammyError, HttpError } from "grammy";
import { Problem } from "../problem.ts";

/** What a log may hold of a failure: its kind and place, never what anybody wrote or who. */
export interface Failure {
  /** `unreachable`: the chat is gone or blocked the bot, which is expected. */
  readonly kind: "unreachable" | "telegram" | "network" | "database" | "bug";
  readonly method?: string;
  readonly code?: string | number;
  /** Where it happened, without the message, which may quote. */
  readonly stack?: readonly string[];
}

export function failureOf(cause: unknown): Failure {
  if (cause instanceof GrammyError) {
    const { method, error_code: code } = cause;
    return { kind: isUnreachable(cause) ? "unreachable" : "telegram", method, code };
  }
  if (cause instanceof HttpError) {
    return { kind: "network", ...codeOf(cause.error) };
  }
  // What fails within a statement is wrapped together with it.
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  if (isOfDatabase(inner) || isOfDatabase(cause)) {
    return { kind: "database", ...codeOf(isOfDatabase(inner) ? inner : cause) };
  }
  return { kind: "bug", ...codeOf(inner), stack: framesOf(cause) };
}

/** What the server answers, or that it does not. */
function isOfDatabase(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    (cause.name === "PostgresError" ||
      /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|SILENT)/.test(codeOf(cause).code ?? ""))
  );
}

export function isUnreachable(error: GrammyError): boolean {
  return error.error_code === 403 || (error.error_code === 400 && error.description.includes("chat not found"));
}

/** Whether it is Telegram that is away or in trouble: the same may well succeed a little later. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof HttpError ||
    (error instanceof GrammyError && (error.error_code >= 500 || error.error_code === 429))
  );
}

/** What to tell whoever runs the bot, for a token that Telegram does not accept (401) or that has not even its shape (404). */
export function tokenRefused(cause: unknown): Problem | undefined {
  return cause instanceof GrammyError && (cause.error_code === 401 || cause.error_code === 404)
    ? new Problem("BOT_TOKEN is refused by Telegram; it was mistyped or revoked: ask BotFather for the present one.", {
        cause,
      })
    : undefined;
}

export function isBadRequest(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 400;
}

/** A second edit with the same content; it is as it should be. */
export function isNotModified(error: unknown): boolean {
  return error instanceof GrammyError && error.description.includes("message is not modified");
}

/** The message that was tapped cannot be edited any more: deleted, too old, or not ours. */
export function isGone(error: unknown): boolean {
  return error instanceof GrammyError && /message (to edit not found|can't be edited)/.test(error.description);
}

/** The tap waited too long for its answer; the button has stopped spinning by itself. */
export function isTooLate(error: unknown): boolean {
  return error instanceof GrammyError && error.description.includes("query is too old");
}

function codeOf(cause: unknown): { code?: string } {
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined;
  return typeof code === "string" ? { code } : {};
}

function framesOf(cause: unknown): readonly string[] {
  if (!(cause instanceof Error)) {
    return [];
  }
  const { stack = "", message } = cause;
  // The message goes first, and what it quotes may look like a frame.
  const after = stack.indexOf(message) + message.length;
  return stack
    .slice(after)
    .split("\n")
    .filter((line) => /^\s+at .*(:\d+:\d+|<anonymous>|native)\)?$/.test(line))
    .map((line) => line.trim())
    .slice(0, 8);
}
