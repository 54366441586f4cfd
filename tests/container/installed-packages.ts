import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
}

export interface InstalledPackage {
  /** `node_modules/…`, perhaps within another package. */
  readonly folder: string;
  /** For development only: `npm ci --omit=dev` leaves it out. */
  readonly dev: boolean;
}

/** What the lock file names and is there; what is for another platform is not. */
export async function installedPackages(): Promise<readonly InstalledPackage[]> {
  const { packages } = JSON.parse(await readFile("package-lock.json", "utf8")) as LockFile;
  return Object.entries(packages)
    .filter(([folder]) => folder !== "" && existsSync(folder))
    .map(([folder, { dev }]) => ({ folder, dev: dev === true }));
}
