import { badRequest } from "../refusal.ts";

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What a call brings: JSON values, or strings where it came as a form or in the address. */
export interface Arguments<Name extends string = string> {
  readonly values: Readonly<Partial<Record<Name, unknown>>>;
  /** Files of a multipart form by the name of their part, which `attach://name` refers to. */
  readonly uploads: ReadonlyMap<string, Upload>;
}

/** Empty when it is missing: Telegram makes no difference. */
export function text<Name extends string>(args: Arguments<Name>, name: NoInfer<Name>): string {
  const value = args.values[name];
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

export function integer<Name extends string>(args: Arguments<Name>, name: NoInfer<Name>): number | null {
  const written = text(args, name).trim();
  return /^-?\d{1,16}$/.test(written) ? Number(written) : null;
}

export function decimal<Name extends string>(args: Arguments<Name>, name: NoInfer<Name>): number | null {
  const written = text(args, name).trim();
  return written !== "" && Number.isFinite(Number(written)) ? Number(written) : null;
}

export function flag<Name extends string>(args: Arguments<Name>, name: NoInfer<Name>): boolean {
  return ["true", "yes", "1"].includes(text(args, name).toLowerCase());
}

/** An object or list, which forms carry as a string of JSON; undefined when it is missing. */
export function json<Name extends string>(args: Arguments<Name>, name: NoInfer<Name>): unknown {
  const value = args.values[name];
  if (typeof value !== "string") return value ?? undefined;
  if (value === "") return undefined;
  try {
    return JSON.parse(value);
  } catch (cause) {
    throw badRequest(`can't parse ${name.replaceAll("_", " ")} JSON object`, { cause });
  }
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
