import { randomBytes } from "node:crypto";
import { chown, mkdir, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { Problem } from "../../problem.ts";
import { type Account, spawnAs } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { reason, unusable } from "./failure.ts";

/** The superuser of the embedded server, and the only user. */
export const userName = "inloop";

const draftPrefix = "postgres.new-";

/**
 * Makes the data folder. As root it can be entered by others, for PostgreSQL runs as another user; what is in it
 * cannot be read.
 */
export async function makeDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  } catch (cause) {
    throw unusable(dataDir, cause);
  }
}

/**
 * Makes PostgreSQL's files unless they are there, and gives the password, which lies among them.
 *
 * They are made in a folder beside and renamed into place, so that they are whole or absent, whenever the process is
 * killed and however many start at once.
 */
export async function prepareCluster(
  cluster: string,
  binaries: Binaries,
  account: Account,
  durable: boolean,
): Promise<string> {
  if ((await versionOf(cluster)) === undefined) await create(cluster, binaries, account, durable);
  const version = await versionOf(cluster);
  if (version !== binaries.major) {
    throw new Problem(
      `${cluster} was made by PostgreSQL ${version ?? "of an unknown version"} and this is PostgreSQL ${binaries.major}: start the Inloop that made it, or move the folder away to begin anew.`,
    );
  }
  await removeDrafts(dirname(cluster));
  try {
    return await readFile(join(cluster, "password"), "utf8");
  } catch (cause) {
    throw new Problem(`The password of the embedded database cannot be read from ${join(cluster, "password")}.`, {
      cause,
    });
  }
}

/** Undefined where there is no folder yet, or an empty one. */
async function versionOf(cluster: string): Promise<string | undefined> {
  try {
    if ((await readdir(cluster)).length === 0) return undefined;
    return (await readFile(join(cluster, "PG_VERSION"), "utf8")).trim();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const folder = code === "ENOENT" && (await readdir(cluster).catch(() => undefined));
    if (code === "ENOENT" && !folder) return undefined;
    throw new Problem(
      folder
        ? `${cluster} is not a data folder of PostgreSQL (it has no PG_VERSION): move it away, or set DATA_DIR to another folder.`
        : `${cluster} cannot be read (${code}): start Inloop as the user who owns it, or set DATA_DIR to another folder.`,
      { cause },
    );
  }
}

async function create(cluster: string, binaries: Binaries, account: Account, durable: boolean): Promise<void> {
  const dataDir = dirname(cluster);
  const draft = await makeDraft(dataDir, account);
  const files = join(draft, "data");
  const password = join(draft, "password");
  try {
    await writeFile(password, randomBytes(24).toString("base64url"), { mode: 0o600, flush: durable });
    if (account.user !== undefined) await chown(password, account.user.uid, account.user.gid);
    await initdb(files, password, binaries, account, durable);
    await rename(password, join(files, "password"));
    await rename(files, cluster);
    if (durable) await Promise.all([cluster, dataDir].map(flush));
  } catch (cause) {
    // Another process was first, and may have removed our draft: its files serve as well.
    if ((await versionOf(cluster)) !== undefined) return;
    throw unusable(dataDir, cause);
  } finally {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
  }
}

async function makeDraft(dataDir: string, account: Account): Promise<string> {
  try {
    const draft = await mkdtemp(join(dataDir, draftPrefix));
    if (account.user !== undefined) await chown(draft, account.user.uid, account.user.gid);
    return draft;
  } catch (cause) {
    throw unusable(dataDir, cause);
  }
}

async function initdb(
  files: string,
  password: string,
  binaries: Binaries,
  account: Account,
  durable: boolean,
): Promise<void> {
  const child = spawnAs(
    account,
    binaries.initdb,
    [
      ...["-D", files, "-U", userName, `--pwfile=${password}`, "--auth=scram-sha-256"],
      // Sorts and folds letters the same on every system, whatever its own locales.
      ...["--encoding=UTF8", "--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
      ...["--no-instructions", durable ? "--sync-method=fsync" : "--no-sync"],
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const failed = new Promise<never>((_, reject) => child.once("error", reject));
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const spawned = Promise.all([child.stderr === null ? "" : text(child.stderr), exited]);
  const [said, code] = await Promise.race([spawned, failed]).catch((cause) => {
    throw new Problem(
      "The PostgreSQL installed with Inloop does not run on this system: set DATABASE_URL to one of your own.",
      {
        cause,
      },
    );
  });
  if (code === 0) return;
  throw new Problem(`PostgreSQL could not make its files in ${dirname(dirname(files))}: ${reason(said)}.`, {
    cause: new Error(`initdb ended with ${code}: ${said}`),
  });
}

/** Removes what processes left that were killed while making the files. */
async function removeDrafts(dataDir: string): Promise<void> {
  const left = (await readdir(dataDir)).filter((name) => name.startsWith(draftPrefix));
  await Promise.all(
    left.map((name) => rm(join(dataDir, name), { recursive: true, force: true }).catch(() => undefined)),
  );
}

/** A rename survives a power failure once the folder is on disk. */
async function flush(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}
