import { existsSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

// What we promise must be shown: a link that leads nowhere, or a promise without one, is a promise that nobody keeps.

interface Page {
  readonly path: string;
  readonly content: string;
}

async function pages(): Promise<readonly Page[]> {
  const paths = ["README.md", "SECURITY.md", "CONTRIBUTING.md"];
  for await (const path of glob("docs/**/*.md")) paths.push(path);
  return Promise.all(paths.map(async (path) => ({ path, content: await readFile(path, "utf8") })));
}

const page = async (path: string) => (await pages()).find((one) => one.path === path)?.content ?? "";

/** The addresses of all links, without those in code. */
function linksIn(content: string): readonly string[] {
  const prose = content.replaceAll(/```.*?```/gs, "").replaceAll(/`[^`\n]*`/g, "code");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map(([, address = ""]) => address);
}

/** What stands under a heading, until the next one of its rank. */
function section(content: string, heading: string): string {
  const start = content.indexOf(`\n## ${heading}\n`);
  const rest = content.slice(start + 1);
  const end = rest.indexOf("\n## ");
  return start === -1 ? "" : rest.slice(0, end === -1 ? undefined : end);
}

/** As GitHub names it. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number} _-]/gu, "")
    .replaceAll(" ", "-");

const anchorsIn = (content: string) =>
  [...content.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading));

/** Rows of all tables, cell by cell, without their heads. */
const rowsIn = (content: string) =>
  content
    .split("\n")
    .filter(
      (line, number, lines) =>
        /^\|/.test(line) && !/^\|[-| ]+\|$/.test(line) && !/^\|[-| ]+\|$/.test(lines[number + 1] ?? ""),
    )
    .map((line) => line.split(/(?<!\\)\|/).slice(1, -1));

const shows = (address: string) => /(^|\/)(tests\/.+\.test\.ts|bench\/.+\.ts)$/.test(address);

test("every link to a file or a heading of ours leads there", async () => {
  const all = await pages();
  const broken: string[] = [];
  for (const { path, content } of all) {
    for (const address of linksIn(content).filter((link) => !/^[a-z]+:/.test(link))) {
      const [file = "", anchor] = address.split("#");
      const target = file === "" ? path : join(dirname(path), file);
      const isThere = existsSync(target);
      const heads = isThere && target.endsWith(".md") ? anchorsIn(await readFile(target, "utf8")) : [];
      if (!isThere || (anchor !== undefined && !heads.includes(anchor))) broken.push(`${path}: ${address}`);
    }
  }
  expect(broken).toEqual([]);
  expect(all.flatMap(({ content }) => linksIn(content)).length).toBeGreaterThan(60);
});

test("everything that stands in somebody's way is shown by a test", async () => {
  const threats = rowsIn(section(await page("SECURITY.md"), "Who, what they want, and what stands in the way"));
  expect(threats.length).toBeGreaterThan(20);
  for (const cells of threats) {
    expect(cells).toHaveLength(3);
    const shown = linksIn(cells[2] ?? "");
    expect(shown, cells[0]).not.toEqual([]);
    expect(
      shown.filter((address) => !shows(address)),
      cells[0],
    ).toEqual([]);
  }
});

test("every promise about anonymity in the README is shown by a test", async () => {
  const promises = section(await page("README.md"), "What it promises about anonymity")
    .split(/^- /m)
    .slice(1);
  expect(promises.length).toBeGreaterThan(8);
  expect(promises.filter((promise) => !linksIn(promise).some(shows))).toEqual([]);
});

test("every promise about what reaches parents, and that nothing is lost, is shown by a test", async () => {
  const promises = section(await page("README.md"), "How parents are told")
    .trim()
    .split("\n\n")
    .slice(1);
  expect(promises.length).toBeGreaterThan(1);
  expect(promises.filter((promise) => !linksIn(promise).some(shows))).toEqual([]);
});

test("every figure in the README names what measures it", async () => {
  const figures = rowsIn(section(await page("README.md"), "How it is measured"));
  expect(figures.length).toBeGreaterThan(8);
  expect(figures.map(([name = ""]) => name).filter((name) => !linksIn(name).some(shows))).toEqual([]);
});

test.each([
  ["docs/voor-organisaties.md", "nl"],
  ["docs/pour-les-organisations.md", "fr"],
])("every button that %s names is called so", async (path, language) => {
  const named = [...(await page(path)).matchAll(/(?<!\*)\*([^*\n]+)\*(?!\*)/g)].map(([, label = ""]) => label);
  const copy: string[] = [];
  for await (const file of glob(`locales/${language}/*.json`)) copy.push(await readFile(file, "utf8"));
  expect(named.length).toBeGreaterThan(1);
  expect(named.filter((label) => !copy.some((texts) => texts.includes(`"${label}"`)))).toEqual([]);
});
