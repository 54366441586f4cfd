import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createMetrics } from "../src/metrics.ts";

interface Panel {
  readonly id: number;
  readonly title: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets: readonly { readonly expr: string; readonly legendFormat: string }[];
}

const dashboard = JSON.parse(readFileSync(new URL("../docs/grafana-dashboard.json", import.meta.url), "utf8")) as {
  readonly panels: readonly Panel[];
};
const queries = dashboard.panels.flatMap(({ title, targets }) => targets.map((target) => ({ title, ...target })));

/** Names and labels of what is served, as Prometheus stores them. */
async function served(): Promise<{ names: ReadonlySet<string>; labels: ReadonlySet<string> }> {
  const { meter, routes } = createMetrics(() => Promise.resolve("ready"));
  meter.handled(0.01);
  meter.failed("bug");
  meter.delivered("sent");
  for (let times = 0; times < 5; times += 1) meter.asked("hours");
  meter.turnDay();
  const lines = String((await routes[0]?.answer({} as never))?.body)
    .split("\n")
    .filter((line) => /^[a-z]/.test(line));
  return {
    names: new Set(lines.map((line) => line.split(/[{ ]/)[0] ?? "")),
    // `instance` and `job` are Prometheus's own.
    labels: new Set([
      ...lines.flatMap((line) => [...line.matchAll(/(\w+)="/g)].map(([, name = ""]) => name)),
      "instance",
    ]),
  };
}

test("every figure that the dashboard asks for is served under that name", async () => {
  const { names } = await served();
  const asked = queries.flatMap(({ expr }) => expr.match(/\b(?:inloop|process|nodejs)_\w+/g) ?? []);
  expect(asked.length).toBeGreaterThanOrEqual(queries.length);
  expect(asked.filter((name) => !names.has(name))).toEqual([]);
});

test("every label that it sums by or shows is there", async () => {
  const { labels } = await served();
  const asked = queries.flatMap(({ expr, legendFormat }) => [
    ...[...expr.matchAll(/by \((\w+)\)/g)].map(([, label]) => label),
    ...[...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label]) => label),
  ]);
  expect(asked.length).toBeGreaterThan(3);
  expect(asked.filter((label) => !labels.has(label ?? ""))).toEqual([]);
});

test("no panel lies over another, and every figure of ours is on one", async () => {
  const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, index) => `${x + (index % w)} ${y + Math.floor(index / w)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
  const { names } = await served();
  const all = queries.map(({ expr }) => expr).join(" ");
  const families = [...names]
    .filter((name) => name.startsWith("inloop_"))
    .map((name) => name.replace(/_(bucket|sum|count)$/, ""));
  expect(families.filter((family) => !all.includes(family))).toEqual([]);
});
