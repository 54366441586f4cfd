import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of `package.json`, with a slash at its end. */
export const repository = fileURLToPath(new URL("../../", import.meta.url));

/** What `npm start` gives to Node.js before the program: what is measured runs under the same flags. */
export function startFlags(): string[] {
  const { scripts }: { scripts: { start: string } } = JSON.parse(readFileSync(`${repository}package.json`, "utf8"));
  const flags = /^MALLOC_ARENA_MAX=1 exec node (.+) src\/main\.ts$/.exec(scripts.start)?.[1];
  if (flags === undefined) throw new Error(`"${scripts.start}" does not start src/main.ts with node.`);
  return flags.split(" ");
}

/** The environment of a process of ours, in which only what is given here is configured. */
export function environmentWith(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  // Empty counts as absent, and also keeps a developer's .env from setting it.
  const unset = [
    ...["BOT_TOKEN", "DATABASE_URL", "SECRET_KEY", "SECRET_KEY_FILE", "SECRET_KEY_PREVIOUS", "TELEGRAM_API_ROOT"],
    ...["WEBHOOK_URL", "METRICS_PORT", "FALLBACK_LANGUAGE", "BROADCAST_RATE", "FIXED_NOW", "LOG_LEVEL"],
  ].map((name) => [name, ""]);
  return {
    ...process.env,
    ...Object.fromEntries(unset),
    MALLOC_ARENA_MAX: "1",
    // npm asks its registry now and then whether it is the newest.
    NPM_CONFIG_UPDATE_NOTIFIER: "false",
    PORT: "0",
    ...settings,
  };
}
