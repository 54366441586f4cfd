import { type Finding, ok, warning, wrong } from "./finding.ts";

/** What PostgreSQL is set to, by name; a setting that this version does not have is absent. */
export type ServerSettings = Readonly<Record<string, string | undefined>>;

/** The settings that are looked at. */
export const settingsExamined = [
  "track_commit_timestamp",
  "log_statement",
  "log_min_duration_statement",
  "log_min_duration_sample",
  "log_transaction_sample_rate",
  "log_parameter_max_length",
  "log_min_error_statement",
  "log_parameter_max_length_on_error",
  "shared_preload_libraries",
  "session_preload_libraries",
] as const;

type Examined = (typeof settingsExamined)[number];

interface Danger {
  readonly setting: Examined;
  readonly level: "warning" | "wrong";
  readonly isBad: (value: string) => boolean;
  readonly says: string;
  readonly set: string;
}

const logsStatements = "writes statements into its log, with when a parent chose something";
const logsValues = "writes what is stored into its log";

const dangers: readonly Danger[] = [
  {
    setting: "track_commit_timestamp",
    level: "wrong",
    isBad: (value) => value === "on",
    says: "remembers when each row was written, and so when a parent tapped",
    set: "off",
  },
  {
    setting: "log_statement",
    level: "wrong",
    isBad: (value) => /^(mod|all)$/.test(value),
    says: logsStatements,
    set: "none",
  },
  {
    setting: "log_min_duration_statement",
    level: "wrong",
    isBad: (value) => Number(value) >= 0,
    says: logsStatements,
    set: "-1",
  },
  {
    setting: "log_min_duration_sample",
    level: "wrong",
    isBad: (value) => Number(value) >= 0,
    says: logsStatements,
    set: "-1",
  },
  {
    setting: "log_transaction_sample_rate",
    level: "wrong",
    isBad: (value) => Number(value) > 0,
    says: logsStatements,
    set: "0",
  },
  {
    setting: "log_parameter_max_length_on_error",
    level: "wrong",
    isBad: (value) => Number(value) !== 0,
    says: logsValues,
    set: "0",
  },
  {
    setting: "log_min_error_statement",
    level: "warning",
    isBad: (value) => !/^(panic|fatal)$/.test(value),
    says: "writes statements that fail into its log",
    set: "panic",
  },
  ...(["shared_preload_libraries", "session_preload_libraries"] as const).map(
    (setting): Danger => ({
      setting,
      level: "warning",
      isBad: (value) => /auto_explain|pgaudit|pg_stat_monitor/.test(value),
      says: "loads an extension that logs statements",
      set: "without auto_explain, pgaudit and pg_stat_monitor",
    }),
  ),
];

/** Settings with which the server itself would note who did what, when. Compare `compose.yaml`. */
export function examineServerSettings(settings: ServerSettings): readonly Finding[] {
  const found = dangers.flatMap(({ setting, level, isBad, says, set }) => {
    const value = settings[setting];
    const mend = `set ${setting} = ${set} in postgresql.conf, or with ALTER SYSTEM, and restart PostgreSQL`;
    return value === undefined || !isBad(value)
      ? []
      : [(level === "wrong" ? wrong : warning)("PostgreSQL settings", `${setting} = ${value} ${says}`, mend)];
  });
  return found.length === 0 ? [ok("PostgreSQL settings", "none of them notes what parents do")] : found;
}
