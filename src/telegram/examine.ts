/** How long an answer may take, in milliseconds: somebody waits for it at a keyboard. */
const patience = 10_000;

/** What Telegram says of a webhook; empty where it delivers nowhere, as with long polling. */
export interface WebhookInfo {
  readonly url: string;
  /** Updates that wait. */
  readonly waiting: number;
  /** When a delivery last failed. */
  readonly failedAt: Temporal.Instant | undefined;
  readonly failure: string | undefined;
}

export type AskedTelegram =
  | { readonly status: "answered"; readonly username: string; readonly webhook: WebhookInfo }
  /** Telegram does not know the token. */
  | { readonly status: "refused" }
  /** It did not answer, or not as Telegram does. */
  | { readonly status: "unreachable" };

interface Said {
  readonly username?: unknown;
  readonly url?: unknown;
  readonly pending_update_count?: unknown;
  readonly last_error_date?: unknown;
  readonly last_error_message?: unknown;
}

/** Asks Telegram about the bot with this token, and changes nothing. The token goes into no error: it would be printed. */
export async function askTelegram(token: string, apiRoot: string): Promise<AskedTelegram> {
  const ask = async (method: string): Promise<Said | "refused"> => {
    const response = await fetch(`${apiRoot}/bot${token}/${method}`, { signal: AbortSignal.timeout(patience) });
    // 404 is what Telegram answers to a token that looks like none.
    if (response.status === 401 || response.status === 404) {
      return "refused";
    }
    return ((await response.json()) as { readonly result?: Said }).result ?? {};
  };
  try {
    const me = await ask("getMe");
    if (me === "refused") {
      return { status: "refused" };
    }
    const info = await ask("getWebhookInfo");
    if (typeof me.username !== "string" || info === "refused" || typeof info.url !== "string") {
      return { status: "unreachable" };
    }
    const { pending_update_count: waiting, last_error_date: date, last_error_message: failure } = info;
    return {
      status: "answered",
      username: me.username,
      webhook: {
        url: info.url,
        waiting: typeof waiting === "number" ? waiting : 0,
        failedAt: typeof date === "number" ? Temporal.Instant.fromEpochMilliseconds(date * 1000) : undefined,
        failure: typeof failure === "string" ? failure : undefined,
      },
    };
  } catch {
    return { status: "unreachable" };
  }
}
