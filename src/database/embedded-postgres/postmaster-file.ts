import { execFile } from "node:child_process";
import { link, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { environment } from "./account.ts";

const run = promisify(execFile);

/** What `postmaster.pid` says about the server of a data folder, checked against the processes that really run. */
export type ServerState =
  | { readonly status: "absent" }
  /** Starting or stopping. */
  | { readonly status: "changing"; readonly pid: number | undefined }
  | { readonly status: "ready"; readonly pid: number; readonly port: number }
  /** The file outlived its server, and its process number may be somebody else's by now. */
  | { readonly status: "stale"; readonly content: string };

export async function readServerState(cluster: string): Promise<ServerState> {
  const file = postmasterFile(cluster);
  const content = await readFile(file, "utf8").catch(() => undefined);
  if (content === undefined) return { status: "absent" };
  // The lines: process, folder, start, port, socket, address, shared memory, status.
  const lines = content.split("\n").map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!(pid > 0)) {
    return (await isFresh(file)) ? { status: "changing", pid: undefined } : { status: "stale", content };
  }
  if (!(await commandOf(pid)).includes(` -D ${cluster} `)) return { status: "stale", content };
  return lines[7] === "ready" ? { status: "ready", pid, port: Number(lines[3]) } : { status: "changing", pid };
}

/**
 * Removes a stale file, which PostgreSQL does by itself only if no process has that number. Moved away first and then
 * looked at: in the meantime another process of ours may have done the same, and started the server.
 */
export async function removeStaleFile(cluster: string, content: string): Promise<void> {
  const file = postmasterFile(cluster);
  const aside = `${file}.${process.pid}`;
  try {
    await rename(file, aside);
    if ((await readFile(aside, "utf8")) !== content) await link(aside, file);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code !== "ENOENT" && code !== "EEXIST") throw cause;
  }
  await rm(aside, { force: true });
}

const postmasterFile = (cluster: string) => join(cluster, "postmaster.pid");

/** Whether the file may still be being written. */
async function isFresh(file: string): Promise<boolean> {
  const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: 0 }));
  return Math.abs(performance.timeOrigin + performance.now() - mtimeMs) < 2000;
}

/**
 * The command line of a process, with spaces between the arguments; empty if there is no such process, or it is dead.
 */
async function commandOf(pid: number): Promise<string> {
  try {
    if (process.platform === "linux") return (await readFile(`/proc/${pid}/cmdline`, "utf8")).replaceAll("\0", " ");
    return (await run("ps", ["-ww", "-o", "command=", "-p", String(pid)], { env: environment })).stdout;
  } catch {
    return "";
  }
}
