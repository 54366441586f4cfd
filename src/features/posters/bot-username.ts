/** How long an answer may take, in milliseconds: somebody waits for it at a keyboard. */
const patience = 10_000;

export type AskedUsername =
  | { readonly ok: true; readonly username: string }
  /** `refused`: Telegram does not know the token. `unreachable`: it did not answer, or not as Telegram does. */
  | { readonly ok: false; readonly reason: "refused" | "unreachable" };

/** Asks Telegram how the bot with this token is called. The token goes into no error: it would be printed. */
export async function askBotUsername(token: string, apiRoot: string): Promise<AskedUsername> {
  try {
    const response = await fetch(`${apiRoot}/bot${token}/getMe`, { signal: AbortSignal.timeout(patience) });
    // 404 is what Telegram answers to a token that looks like none.
    if (response.status === 401 || response.status === 404) {
      return { ok: false, reason: "refused" };
    }
    const { result } = (await response.json()) as { readonly result?: { readonly username?: unknown } };
    return typeof result?.username === "string"
      ? { ok: true, username: result.username }
      : { ok: false, reason: "unreachable" };
  } catch {
    return { ok: false, reason: "unreachable" };
  }
}
