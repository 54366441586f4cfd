import { readFile } from "node:fs/promises";

/** What a process has spent so far. Linux counts in hundredths of a second. */
export async function processorSeconds(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, "utf8")).split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Memory in units of 1,000,000 bytes, now (`VmRSS`) or at most until now (`VmHWM`); Linux writes "kB" and means 1024. */
export async function residentMegabytes(pid: number, field: "VmRSS" | "VmHWM"): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return (Number(new RegExp(`^${field}:\\s+(\\d+) kB$`, "m").exec(status)?.[1]) * 1024) / 1e6;
}
