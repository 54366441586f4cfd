import { Problem } from "../../problem.ts";

/** The first complaint of PostgreSQL in what it wrote, without a full stop. */
export function reason(said: string): string {
  const lines = said.split("\n").map((line) => line.trim());
  const complaint = lines.find((line) => /\b(error|FATAL|PANIC|cannot open shared object)\b/.test(line));
  const first = complaint ?? lines.find((line) => line !== "") ?? "it did not say why";
  return first.replace(/^.*?\b(error|FATAL|PANIC): +/, "").replace(/\.$/, "");
}

/** Says why files could not be written in the data folder. */
export function unusable(dataDir: string, cause: unknown): Problem {
  if (cause instanceof Problem) return cause;
  const code = (cause as NodeJS.ErrnoException).code;
  const why = code === "ENOSPC" ? "the disk is full" : `it cannot be written (${code ?? "no reason given"})`;
  return new Problem(
    `The data folder ${dataDir} does not serve: ${why}; mend that, or set DATA_DIR to another folder.`,
    {
      cause,
    },
  );
}
