import { Problem } from "./problem.ts";
import { failureOf, tokenRefused } from "./telegram/errors.ts";

/**
 * What a process says that cannot go on. Of what nobody foresaw only the kind and the place: errors carry what was sent to
 * Telegram, statements with their values, and addresses with passwords.
 */
export function lastWords(error: unknown): string {
  const known = error instanceof Problem ? error : tokenRefused(error);
  if (known !== undefined) {
    return known.message.trimEnd();
  }
  const { kind, method, code, stack = [] } = failureOf(error);
  switch (kind) {
    case "telegram":
    case "unreachable":
      return `Telegram refuses ${method} (${code}); ${method === "setWebhook" ? "correct WEBHOOK_URL." : "try again later."}`;
    case "network":
      return "Telegram could not be reached; try again later.";
    case "database":
      return `The database failed (${code}); its log says why.`;
    case "bug":
      return [
        `Inloop made a mistake (${[nameOf(error), code].filter(Boolean).join(", ")}) and stopped; please report these lines:`,
        ...stack.map((frame) => `  ${frame}`),
      ].join("\n");
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.constructor.name : typeof error;
}
