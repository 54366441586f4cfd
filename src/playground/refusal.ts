/**
 * A call that Telegram refuses. Nearly every rule can end a call, however deep it is checked, so this is thrown and turned into an
 * answer at one place for each interface: `dispatch` for the Bot API, the control routes for the chat page.
 */
export class Refusal extends Error {
  readonly status: number;
  /** Seconds, with a 429. */
  readonly retryAfter: number | undefined;

  constructor(
    status: number,
    description: string,
    options: { readonly retryAfter?: number; readonly cause?: unknown } = {},
  ) {
    super(description, "cause" in options ? { cause: options.cause } : undefined);
    this.name = "Refusal";
    this.status = status;
    this.retryAfter = options.retryAfter;
  }
}

export function badRequest(description: string, options?: { readonly cause: unknown }): Refusal {
  return new Refusal(400, `Bad Request: ${description}`, options);
}

export function forbidden(description: string): Refusal {
  return new Refusal(403, `Forbidden: ${description}`);
}

export function conflict(description: string): Refusal {
  return new Refusal(409, `Conflict: ${description}`);
}
