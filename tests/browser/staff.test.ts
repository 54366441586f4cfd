import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { chatOf, chromiumPath, howToGetChromium, keepPicture, launchBrowser } from "../support/browser.ts";
import { startBot, temporaryFolder } from "../support/process.ts";

const skipped = chromiumPath === undefined && process.env.CI !== "true";
if (skipped) console.warn(howToGetChromium);

describe.skipIf(skipped)("the playground's coordinator", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test("closes today in the chat, beside parents who are answered so at once", async () => {
    const folder = await temporaryFolder();
    const bot = startBot(folder, { PORT: "0", FIXED_NOW: "2026-11-25T07:30[Europe/Brussels]", LOG_LEVEL: "error" });
    onTestFinished(async () => {
      bot.kill("SIGINT");
      await bot.ended;
    });
    const address = await bot.says(/playground is ready: (http:\/\/127\.0\.0\.1:\d+)\n/);
    const page = await browser.newPage({ viewport: { width: 1600, height: 1000 }, reducedMotion: "reduce" });
    await page.goto(address);
    const staf = chatOf(page, "Staf");
    const noor = chatOf(page, "Noor");
    const amina = chatOf(page, "Amina");
    for (const person of [staf, noor, amina]) await person.start();
    await staf.ask("/change");
    for (const label of ["De Zandbak", "Vandaag gesloten", "Bevestig"]) {
      await staf.panel.getByRole("button", { name: label }).last().click();
    }
    await staf.panel.getByRole("button", { name: "Ongedaan maken" }).waitFor();
    await expect
      .poll(async () => (await noor.ask("is De Zandbak vandaag open?")).innerText(), { timeout: 10_000 })
      .toContain("uitzonderlijk gesloten");
    await expect
      .poll(async () => (await amina.ask("هل صندوق الرمل مفتوح اليوم؟")).innerText())
      .toContain("إغلاق استثنائي");
    await keepPicture(page, "staff-and-parents");
  });
});
