import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { Problem } from "../problem.ts";

/**
 * Puts variables into a `.env`, for its owner alone. Lines that are there stay, apart from those of these variables; at every moment
 * the file is whole.
 */
export async function setVariables(path: string, variables: Readonly<Record<string, string>>): Promise<void> {
  const before = await readFile(path, "utf8").catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") {
      return "";
    }
    throw new Problem(`${path} cannot be read; make it a readable file.`, { cause });
  });
  const kept = before.split("\n").filter((line) => !Object.keys(variables).some((name) => isOf(line, name)));
  const text = kept.join("\n").trimEnd();
  const added = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  const draft = `${path}.${process.pid}`;
  try {
    await writeFile(draft, `${[...(text === "" ? [] : [text]), ...added].join("\n")}\n`, { mode: 0o600, flag: "wx" });
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw new Problem(`${path} cannot be written; run this in a folder that you may write to.`, { cause });
  }
}

const isOf = (line: string, name: string) => new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=`).test(line);
