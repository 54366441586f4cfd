import { stat } from "node:fs/promises";
import { loadCalendars } from "../calendars.ts";
import type { Config, ConfigResult, TelegramConfig } from "../config.ts";
import type { Clock } from "../core/clock.ts";
import { examineBackup, examineHelpLines } from "../core/doctor/age.ts";
import { type Finding, ok, warning, wrong } from "../core/doctor/finding.ts";
import { examineCalendars, examinePlaces } from "../core/doctor/places.ts";
import { examineServerSettings } from "../core/doctor/server-settings.ts";
import { lastBackup } from "../database/backup/last.ts";
import { type Examined, examineDatabase } from "../database/examine.ts";
import type { OpenDatabase } from "../database/open.ts";
import { createPlacesRepository } from "../features/places/repository.ts";
import { createStaffRepository } from "../features/staff/repository.ts";
import { helpLinesChecked } from "../help-lines.ts";
import { missingTexts } from "../i18n/completeness.ts";
import { Problem } from "../problem.ts";
import { failureOf } from "../telegram/errors.ts";
import { askTelegram } from "../telegram/examine.ts";
import { timeZone } from "./foundation.ts";
import { isKeyOf } from "./rotation.ts";

/**
 * Looks at all that a bot needs to run for years, and changes nothing. No finding holds a secret, nor anything of a parent; each
 * check goes its own way, so that one that fails hides no other.
 */
export async function* examineAll(parsed: ConfigResult, clock: Clock): AsyncGenerator<Finding> {
  yield* examineConfiguration(parsed);
  yield* await envFile();
  if (parsed.ok) {
    yield* telegramOf(parsed.config, clock());
    yield* databaseOf(parsed.config, clock());
  }
  yield* guarded("help lines", () => [examineHelpLines(helpLinesChecked(), todayOf(clock()))]);
  yield* guarded("copy", examineCopy);
}

function* examineConfiguration(parsed: ConfigResult): Generator<Finding> {
  if (!parsed.ok) {
    // The sentence that asks for a key offers one: a report may be shown to others.
    const plain = parsed.problems.map((problem) =>
      problem.startsWith("SECRET_KEY is missing") ? "SECRET_KEY is missing and needed with BOT_TOKEN." : problem,
    );
    yield* plain.map((problem) =>
      wrong("configuration", withoutStop(problem), "correct it in .env; .env.example explains it"),
    );
    yield warning(
      "configuration",
      "Telegram and the database are not looked at while it is wrong",
      "mend it and run inloop doctor again",
    );
    return;
  }
  const { telegram, secretKeyPrevious } = parsed.config;
  yield telegram === undefined
    ? warning("configuration", "there is no BOT_TOKEN, so this is the playground", "run inloop setup for a real bot")
    : ok("configuration", "every variable is understood");
  if (secretKeyPrevious !== undefined) {
    yield warning(
      "SECRET_KEY_PREVIOUS",
      "is set",
      "stop the bot, run inloop rotate-key, take it out of .env and start the bot",
    );
  }
}

async function envFile(): Promise<readonly Finding[]> {
  const file = await stat(".env").catch(() => undefined);
  if (file === undefined) {
    return [];
  }
  return (file.mode & 0o077) === 0
    ? [ok(".env", "is readable by its owner alone")]
    : [warning(".env", "can be read by others on this machine", "run chmod 600 .env")];
}

async function* telegramOf({ telegram }: Config, now: Temporal.Instant): AsyncGenerator<Finding> {
  if (telegram === undefined) {
    return;
  }
  const asked = await askTelegram(telegram.token, telegram.apiRoot);
  switch (asked.status) {
    case "refused":
      yield wrong("BOT_TOKEN", "is refused by Telegram", "ask BotFather for the present one");
      return;
    case "unreachable":
      yield wrong("Telegram", "does not answer", "look at the network of this machine, or try again later");
      return;
    case "answered":
      yield ok("BOT_TOKEN", `Telegram knows it as @${asked.username}`);
      yield* webhookOf(telegram, asked.webhook, now);
  }
}

/** Minutes for which a failed delivery is told. */
const recent = 60;
/** Updates that may wait, on a busy day, while a replica restarts. */
const mostWaiting = 100;

function* webhookOf(
  { webhookUrl }: TelegramConfig,
  { url, waiting, failedAt, failure }: Extract<Awaited<ReturnType<typeof askTelegram>>, { webhook: object }>["webhook"],
  now: Temporal.Instant,
): Generator<Finding> {
  const about = "webhook";
  if (url !== (webhookUrl ?? "")) {
    yield warning(
      about,
      url === "" ? "Telegram does not know it" : "Telegram delivers to another address than WEBHOOK_URL",
      "start the bot: it tells Telegram",
    );
  } else if (failedAt !== undefined && now.since(failedAt).total("minutes") < recent) {
    yield warning(
      about,
      `the last delivery failed: ${failure ?? "Telegram does not say why"}`,
      "see that the bot runs, and that the proxy before it has a valid certificate and passes requests on",
    );
  } else {
    yield ok(about, url === "" ? "none, the bot asks Telegram itself" : "Telegram delivers to WEBHOOK_URL");
  }
  if (waiting > mostWaiting) {
    yield warning("updates", `${waiting} wait at Telegram`, "see that the bot runs");
  }
}

async function* databaseOf(config: Config, now: Temporal.Instant): AsyncGenerator<Finding> {
  let examined: Examined;
  try {
    examined = await examineDatabase(config);
  } catch (cause) {
    yield wrong("database", withoutStop(said(cause)), "start the bot only when this is mended");
    return;
  }
  if (examined.status === "absent") {
    yield warning("database", "there is none yet in DATA_DIR", "npm start makes it, and so does inloop places import");
    return;
  }
  const { database, version, migrationsMissing, settings } = examined;
  try {
    yield ok("database", `PostgreSQL ${version} answers`);
    yield* examineServerSettings(settings);
    if (migrationsMissing !== 0) {
      yield migrationsMissing > 0
        ? wrong(
            "migrations",
            `${migrationsMissing} are missing`,
            "run inloop migrate, or start the bot: it does so too",
          )
        : wrong("migrations", "the database is newer than this program", "start the newer version of Inloop");
      return;
    }
    yield ok("migrations", "all are applied");
    yield* contentOf(database, config, now);
  } finally {
    await database.close();
  }
}

async function* contentOf(
  database: OpenDatabase,
  { dataDir, telegram }: Config,
  now: Temporal.Instant,
): AsyncGenerator<Finding> {
  const today = todayOf(now);
  const stored = await createPlacesRepository(database).readAll();
  yield* examinePlaces(stored.organisation, stored.places, today);
  yield* guarded("school calendars", () => examineCalendars(loadCalendars(), stored.places, today));
  if (telegram === undefined) {
    return;
  }
  yield (await isKeyOf(database, telegram.secretKey))
    ? ok("SECRET_KEY", "opens what is stored")
    : wrong(
        "SECRET_KEY",
        "did not seal what is stored",
        "give the key that did; or put that into SECRET_KEY_PREVIOUS and run inloop rotate-key",
      );
  const coordinators = (await createStaffRepository(database).readAll()).filter(({ role }) => role === "coordinator");
  yield coordinators.length > 0
    ? ok("team", `${coordinators.length} ${coordinators.length === 1 ? "coordinator" : "coordinators"}`)
    : warning("team", "nobody is a coordinator yet", "run inloop staff invite --role coordinator and open the link");
  yield examineBackup(await lastBackup(dataDir), now);
}

function examineCopy(): readonly Finding[] {
  const missing = missingTexts();
  return missing.length === 0
    ? [ok("copy", "every text is there in every language")]
    : missing.map(({ language, keys }) =>
        wrong(
          "copy",
          `${language} lacks ${keys.length}: ${keys.slice(0, 3).join(", ")}`,
          `add them in locales/${language}`,
        ),
      );
}

/** A file that cannot be read is a finding like any other. */
function guarded(about: string, work: () => readonly Finding[]): readonly Finding[] {
  try {
    return work();
  } catch (cause) {
    const says = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
    return [wrong(about, withoutStop(says), "correct the file, or take it from the release again")];
  }
}

/** Errors of the database may quote what is stored. */
function said(cause: unknown): string {
  return cause instanceof Problem ? cause.message : `failed (${failureOf(cause).code ?? "no reason given"})`;
}

const withoutStop = (sentence: string) => sentence.replace(/\.$/, "");

const todayOf = (now: Temporal.Instant) => now.toZonedDateTimeISO(timeZone).toPlainDate();
