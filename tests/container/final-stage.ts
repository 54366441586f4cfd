import { readFile } from "node:fs/promises";

export interface FinalStage {
  readonly copied: readonly { readonly from: string; readonly to: string }[];
  readonly environment: Readonly<Record<string, string>>;
  readonly command: readonly string[];
  readonly healthCheck: readonly string[];
}

/** The last stage of the Dockerfile, as far as this repository's Dockerfile uses the language. */
export async function finalStage(): Promise<FinalStage> {
  const all = instructions(await readFile("Dockerfile", "utf8"));
  const stage = all.slice(all.findLastIndex(([name]) => name === "FROM"));
  const of = (name: string) => stage.filter(([its]) => its === name).map(([, rest]) => rest);
  return {
    copied: of("COPY").flatMap(copies),
    environment: Object.fromEntries(of("ENV").flatMap((rest) => rest.split(" ").map((pair) => pair.split("=")))),
    command: execForm(of("CMD")),
    healthCheck: execForm(of("HEALTHCHECK")),
  };
}

function instructions(dockerfile: string): readonly (readonly [name: string, rest: string])[] {
  return dockerfile
    .replaceAll(/\\\n\s*/g, "")
    .split("\n")
    .filter((line) => /^[A-Z]/.test(line))
    .map((line) => {
      const [name = ""] = line.split(" ", 1);
      return [name, line.slice(name.length + 1)];
    });
}

function copies(rest: string): FinalStage["copied"] {
  const words = rest.split(" ").filter((word) => !word.startsWith("--"));
  const to = words.at(-1) ?? "";
  return words.slice(0, -1).map((from) => ({ from, to: to.endsWith("/") ? to + from : to }));
}

function execForm([rest]: readonly string[]): readonly string[] {
  return JSON.parse(rest?.slice(rest.indexOf("[")) ?? "[]");
}
