import { readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";

interface Service {
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly privileged?: boolean;
  readonly security_opt?: readonly string[];
  readonly tmpfs?: readonly string[];
  readonly user?: string;
  readonly build?: string;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly env_file?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly pids_limit?: number;
  readonly mem_limit?: string;
  readonly network_mode?: string;
}

let services: Readonly<Record<string, Service>>;
let dockerfile: string;

beforeAll(async () => {
  services = parse(await readFile("compose.yaml", "utf8"), { merge: true }).services;
  dockerfile = await readFile("Dockerfile", "utf8");
});

describe.each(["bot", "database"])("the container of the %s", (name) => {
  test("has a file system that nobody writes to, no capability, and no way to get one", () => {
    expect(services[name]).toMatchObject({
      read_only: true,
      cap_drop: ["ALL"],
      security_opt: ["no-new-privileges:true"],
      tmpfs: expect.arrayContaining(["/tmp"]),
      pids_limit: expect.any(Number),
      mem_limit: expect.any(String),
    });
    for (const key of ["cap_add", "privileged", "network_mode"] as const) expect(services[name]?.[key]).toBeUndefined();
  });

  test("is nobody's who may do everything", () => {
    const { user, build } = services[name] ?? {};
    const last = dockerfile.match(/^USER .*/gm)?.at(-1);
    expect(build === undefined ? user : last?.slice("USER ".length)).toMatch(/^(node|postgres)$/);
  });

  test("is given a folder of its own to write, and nothing of the machine", () => {
    expect(services[name]?.volumes).toHaveLength(1);
    expect(services[name]?.volumes?.[0]).toMatch(/^\w+:\//);
  });
});

test("the database is reached by the bot alone, and knows neither its token nor its key", () => {
  const { ports, env_file, environment = {} } = services.database ?? {};
  expect(ports).toBeUndefined();
  expect(env_file).toBeUndefined();
  expect(Object.keys(environment).toSorted()).toEqual(["POSTGRES_DB", "POSTGRES_PASSWORD", "POSTGRES_USER"]);
});

test("the bot is reached from this machine alone: a proxy that speaks https goes before it", () => {
  expect(services.bot?.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
});

test("the image has no secret in it, and changes to no other user after its own", () => {
  expect(dockerfile).not.toMatch(/SECRET_KEY|BOT_TOKEN|POSTGRES_PASSWORD|DATABASE_URL/);
  const end = dockerfile.slice(dockerfile.lastIndexOf("\nUSER "));
  expect(end).not.toMatch(/^(RUN|COPY|ADD|USER root)/m);
});
