import { execFile, type SpawnOptions, spawn } from "node:child_process";
import { stat } from "node:fs/promises";
import { promisify } from "node:util";
import { Problem } from "../../problem.ts";

const run = promisify(execFile);

/** The account PostgreSQL runs under. It refuses to be root, so where we are root it needs another one. */
export interface Account {
  /** A command in front of every command, such as `unshare …`. */
  readonly prefix: readonly string[];
  /** Given when the account is not our own. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

const ourselves: Account = { prefix: [] };

/** Nothing of ours: the keys in our environment are not for the server. English, so that its messages can be read. */
export const environment = {
  PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  LC_ALL: "C",
  TZ: "UTC",
};

/** Starts `file` under the account. The folder we were started in may be closed to it, hence "/". */
export function spawnAs(account: Account, file: string, args: readonly string[], options: SpawnOptions) {
  const [command = file, ...rest] = [...account.prefix, file, ...args];
  return spawn(command, rest, { ...options, ...account.user, cwd: "/", env: environment });
}

/**
 * Chooses the account for a data folder: ourselves, unless we are root. PostgreSQL's files keep the owner they have.
 * New ones go to the owner of the data folder or the system user `postgres`; where these cannot enter (below /root,
 * say), to a user namespace in which root goes by another name.
 *
 * @param cluster where PostgreSQL's files are or will be, within `dataDir`
 * @throws Problem where we are root and no account serves
 */
export async function chooseAccount(dataDir: string, cluster: string, postgres: string): Promise<Account> {
  if (process.getuid?.() !== 0) return ourselves;
  for (const account of await candidates(dataDir, cluster)) {
    if (await canRun(account, dataDir, postgres)) return account;
  }
  throw new Problem(
    `PostgreSQL refuses to run as root, and no other account can use both ${dataDir} and ${postgres}: start Inloop as an ordinary user, or set DATABASE_URL.`,
  );
}

async function candidates(dataDir: string, cluster: string): Promise<Account[]> {
  const owner = await stat(cluster).catch(() => undefined);
  if (owner !== undefined)
    return owner.uid === 0 ? await namespaces() : [{ prefix: [], user: { uid: owner.uid, gid: owner.gid } }];
  const { uid, gid } = await stat(dataDir);
  const users = [uid === 0 ? undefined : { uid, gid }, await systemUser("postgres")].filter(
    (user) => user !== undefined,
  );
  return [...users.map((user) => ({ prefix: [], user })), ...(await namespaces())];
}

/** initdb looks its user up in the list of users, so the name root goes by must be a known one. */
async function namespaces(): Promise<Account[]> {
  const user = (await systemUser("postgres")) ?? (await systemUser("nobody"));
  return user === undefined ? [] : [{ prefix: ["unshare", "--user", `--map-user=${user.uid}`] }];
}

async function systemUser(name: string): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const [uid, gid] = await Promise.all([
      run("id", ["-u", name], { env: environment }),
      run("id", ["-g", name], { env: environment }),
    ]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

/** Tries what will be done: enter the folder and run the program. */
function canRun(account: Account, dataDir: string, postgres: string): Promise<boolean> {
  const attempt = spawnAs(account, "sh", ["-c", 'cd "$1" && exec "$2" --version', "sh", dataDir, postgres], {
    stdio: "ignore",
  });
  return new Promise((resolve) => {
    attempt.once("error", () => resolve(false));
    attempt.once("exit", (code) => resolve(code === 0));
  });
}
