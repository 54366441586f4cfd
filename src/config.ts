import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { z } from "zod";
import { type Language, languages } from "./core/language.ts";
import { Problem } from "./problem.ts";

/** Telegram's own Bot API server. */
export const telegramApiRoot = "https://api.telegram.org";

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

export interface TelegramConfig {
  readonly token: string;
  readonly apiRoot: string;
  /** Absent: long polling. */
  readonly webhookUrl: string | undefined;
  /** 32 bytes. */
  readonly secretKey: Uint8Array;
}

export interface Config {
  /** Absent: the playground. */
  readonly telegram: TelegramConfig | undefined;
  /** Absent: the embedded PostgreSQL in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly secretKeyPrevious: Uint8Array | undefined;
  readonly port: number;
  readonly metricsPort: number | undefined;
  readonly fallbackLanguage: Language;
  /** Messages a second. */
  readonly broadcastRate: number;
  /** Whether one chat that asks too fast is slowed. */
  readonly chatLimits: boolean;
  readonly fixedNow: Temporal.ZonedDateTime | undefined;
  readonly logLevel: (typeof logLevels)[number];
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  /** One sentence each: the variable, what was wrong, what is allowed. Never a value that may be secret. */
  | { readonly ok: false; readonly problems: readonly string[] };

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Adds what `.env` in this folder says to the environment of the process; what is set already stays.
 *
 * @throws Problem where there is one that cannot be read
 */
export function loadEnvFile(): void {
  try {
    process.loadEnvFile(".env");
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== "ENOENT") {
      throw new Problem(".env cannot be read; make it a readable file, or remove it.", { cause });
    }
  }
}

const port = z.coerce.number().int().min(0).max(65_535);

const variables = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, "is not a bot token; give the one from BotFather, such as 123456789:AAE-…")
    .optional(),
  DATABASE_URL: z
    .string()
    .refine(
      isPostgresUrl,
      "is not the address of a database; allowed is postgres://user:password@host:5432/name, with a % written as %25",
    )
    .optional(),
  DATA_DIR: z.string().default(".data"),
  SECRET_KEY: z.string().optional(),
  SECRET_KEY_FILE: z.string().optional(),
  SECRET_KEY_PREVIOUS: z.string().optional(),
  TELEGRAM_API_ROOT: z
    .string()
    .refine(isHttpUrl, "is not an address; allowed is http:// or https:// with a host, such as http://127.0.0.1:8081")
    .transform((root) => root.replace(/\/+$/, ""))
    .optional(),
  WEBHOOK_URL: z
    .string()
    .refine(isWebhookUrl, "is not a public https address; allowed is one such as https://bot.example.org/telegram")
    .optional(),
  PORT: port.default(3000),
  METRICS_PORT: port.min(1).optional(),
  FALLBACK_LANGUAGE: z.enum(languages).default("nl"),
  BROADCAST_RATE: z.coerce.number().int().min(1).max(1000).default(30),
  CHAT_LIMITS: z.enum(["on", "off"], "is not a choice; allowed are on and off").optional(),
  FIXED_NOW: z
    .string()
    .transform((text, context) => {
      try {
        return Temporal.ZonedDateTime.from(text);
      } catch {
        context.addIssue({
          code: "custom",
          message: "is not a moment with a time zone; allowed is one such as 2026-11-25T10:00[Europe/Brussels]",
        });
        return z.NEVER;
      }
    })
    .optional(),
  LOG_LEVEL: z.enum(logLevels).default("info"),
});

type Variables = z.output<typeof variables>;

/** What is allowed where the schema's own words would not say it plainly. */
const allowed: Readonly<Partial<Record<keyof Variables, string>>> = {
  PORT: "is not a port; allowed is a whole number from 0 to 65535",
  METRICS_PORT: "is not a port; allowed is a whole number from 1 to 65535",
  FALLBACK_LANGUAGE: `is not a language of the bot; allowed are ${languages.join(", ")}`,
  BROADCAST_RATE: "is not a rate; allowed is a whole number of messages a second from 1 to 1000",
  LOG_LEVEL: `is not a level; allowed are ${logLevels.join(", ")}`,
};

/**
 * Reads the configuration from the environment. An empty variable counts as absent, and spaces around a value do not count.
 * Finds all problems, not only the first.
 */
export function parseConfig(environment: Environment): ConfigResult {
  const present = Object.fromEntries(
    Object.entries(environment)
      .map(([name, value]) => [name, value?.trim() ?? ""] as const)
      .filter(([, value]) => value !== ""),
  );
  const parsed = variables.safeParse(present);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map(
        ({ path: [name], message }) => `${String(name)} ${allowed[name as keyof Variables] ?? message}.`,
      );
  // What the schema refused counts as absent below: it has been named already.
  const refused = new Set(parsed.error?.issues.map(({ path: [name] }) => name));
  const values = parsed.success ? parsed.data : valuesWithout(refused, present);

  const secretKey = readSecretKey(values, problems);
  const secretKeyPrevious =
    values.SECRET_KEY_PREVIOUS === undefined ? undefined : decodeKey(values.SECRET_KEY_PREVIOUS);
  if (secretKeyPrevious === null) {
    problems.push("SECRET_KEY_PREVIOUS is not a key; allowed are 32 bytes in base64url (43 characters).");
  }
  problems.push(...contradictions(values, refused, "BOT_TOKEN" in present));
  if ("BOT_TOKEN" in present && secretKey === undefined) {
    problems.push(
      `SECRET_KEY is missing and needed with BOT_TOKEN; put this freshly made one into .env and keep it safe: SECRET_KEY=${randomBytes(32).toString("base64url")}`,
    );
  }
  if (!parsed.success || problems.length > 0) {
    return { ok: false, problems };
  }

  return {
    ok: true,
    config: {
      telegram:
        values.BOT_TOKEN === undefined || !(secretKey instanceof Uint8Array)
          ? undefined
          : {
              token: values.BOT_TOKEN,
              apiRoot: values.TELEGRAM_API_ROOT ?? telegramApiRoot,
              webhookUrl: values.WEBHOOK_URL,
              secretKey,
            },
      databaseUrl: values.DATABASE_URL,
      dataDir: values.DATA_DIR,
      secretKeyPrevious: secretKeyPrevious ?? undefined,
      port: values.PORT,
      metricsPort: values.METRICS_PORT,
      fallbackLanguage: values.FALLBACK_LANGUAGE,
      broadcastRate: values.BROADCAST_RATE,
      chatLimits: (values.CHAT_LIMITS ?? (isTelegram(values) ? "on" : "off")) === "on",
      fixedNow: values.FIXED_NOW,
      logLevel: values.LOG_LEVEL,
    },
  };
}

type Refused = ReadonlySet<PropertyKey | undefined>;

function valuesWithout(refused: Refused, present: Record<string, unknown>): Variables {
  return variables.parse(Object.fromEntries(Object.entries(present).filter(([name]) => !refused.has(name))));
}

/** What each variable allows, but not together with another. Of one that was refused nothing is concluded. */
function contradictions(values: Variables, refused: Refused, withToken: boolean): string[] {
  const found: string[] = [];
  if (!withToken) {
    for (const name of ["WEBHOOK_URL", "TELEGRAM_API_ROOT"] as const) {
      if (values[name] !== undefined) {
        found.push(`${name} is set without BOT_TOKEN; give BOT_TOKEN too, or leave ${name} out for the playground.`);
      }
    }
  }
  const isReal = withToken && !refused.has("TELEGRAM_API_ROOT") && isTelegram(values);
  if (isReal && values.FIXED_NOW !== undefined) {
    found.push(
      "FIXED_NOW is refused with Telegram itself, where parents would read it as today; leave it out, or give another TELEGRAM_API_ROOT.",
    );
  }
  if (isReal && values.WEBHOOK_URL?.startsWith("http:")) {
    found.push("WEBHOOK_URL is not a public https address; Telegram allows only https.");
  }
  if (values.METRICS_PORT !== undefined && values.METRICS_PORT === values.PORT && !refused.has("PORT")) {
    found.push("METRICS_PORT is the same as PORT; choose another, so that figures stay off the public port.");
  }
  return found;
}

/** Whether it is Telegram's own server, behind which parents are. */
function isTelegram({ TELEGRAM_API_ROOT: root = telegramApiRoot }: Variables): boolean {
  return new URL(root).host === new URL(telegramApiRoot).host;
}

/** The key; `undefined` where none is given, `null` where it was refused. */
function readSecretKey(values: Variables, problems: string[]): Uint8Array | null | undefined {
  if (values.SECRET_KEY !== undefined && values.SECRET_KEY_FILE !== undefined) {
    problems.push("SECRET_KEY and SECRET_KEY_FILE are both set; leave one out.");
    return null;
  }
  if (values.SECRET_KEY_FILE !== undefined) {
    return readKeyFile(values.SECRET_KEY_FILE, problems);
  }
  if (values.SECRET_KEY === undefined) {
    return undefined;
  }
  const key = decodeKey(values.SECRET_KEY);
  if (key === null) {
    problems.push("SECRET_KEY is not a key; allowed are 32 bytes in base64url (43 characters).");
  }
  return key;
}

function readKeyFile(path: string, problems: string[]): Uint8Array | null {
  try {
    const key = decodeKey(readFileSync(path, "utf8").trim());
    if (key === null) {
      problems.push("SECRET_KEY_FILE holds no key; allowed are 32 bytes in base64url (43 characters).");
    }
    return key;
  } catch {
    problems.push("SECRET_KEY_FILE cannot be read; give the path of a readable file with the key in it.");
    return null;
  }
}

function decodeKey(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, "base64url");
  return /^[\w-]{43}=?$/.test(text) && bytes.length === 32 ? bytes : null;
}

function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && ["postgres:", "postgresql:"].includes(new URL(text).protocol) && isDecodable(text);
}

/** A percent sign in a password must be written %25. */
function isDecodable(text: string): boolean {
  try {
    return decodeURIComponent(text) !== "";
  } catch {
    return false;
  }
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && ["http:", "https:"].includes(new URL(text).protocol);
}

/** https, or plain http on this machine, as another Bot API server beside the bot allows it. */
function isWebhookUrl(text: string): boolean {
  if (!isHttpUrl(text)) {
    return false;
  }
  const { protocol, hostname } = new URL(text);
  return protocol === "https:" || ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
}
