import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { chatOf, chromiumPath, howToGetChromium, keepPicture, launchBrowser } from "../support/browser.ts";
import { startBot, temporaryFolder } from "../support/process.ts";

// What the page itself runs knows these; the types of a browser stay out of everything else.
// biome-ignore lint/suspicious/noExplicitAny: they are used for two lines of measuring.
declare const document: any, window: any, NodeFilter: any;

const skipped = chromiumPath === undefined && process.env.CI !== "true";
if (skipped) console.warn(howToGetChromium);

describe.skipIf(skipped)("the chat page", () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  async function openPage(options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
    const folder = await temporaryFolder();
    const bot = startBot(folder, { PORT: "0", FIXED_NOW: "2026-11-25T10:00[Europe/Brussels]", LOG_LEVEL: "error" });
    onTestFinished(async () => {
      bot.kill("SIGINT");
      await bot.ended;
    });
    const address = await bot.says(/playground is ready: (http:\/\/127\.0\.0\.1:\d+)\n/);
    const page = await browser.newPage({
      viewport: { width: 1600, height: 1000 },
      reducedMotion: "reduce",
      ...options,
    });
    onTestFinished(() => page.close());
    page.on("pageerror", (error) => expect.soft(error.message).toBe("no error in the page"));
    await page.goto(address);
    return page;
  }

  const text = async (message: Locator) =>
    (await message.locator(".text").innerText()).replace(/[\u2068\u2069\u200f]/g, "").trim();

  test("three parents ask in their own words, and read the answer in their language", async () => {
    const page = await openPage({ colorScheme: "light" });
    const noor = chatOf(page, "Noor");
    const camille = chatOf(page, "Camille");
    const amina = chatOf(page, "Amina");
    for (const parent of [noor, camille, amina]) await parent.start();

    expect(await text(await noor.ask("zijn jullie vandaag open?"))).toMatch(
      /^Ja, De Zandbak is nu open: vandaag 9.00–12.00\./,
    );
    expect(await text(await camille.ask("c'est ouvert demain ?"))).toMatch(
      /^Oui, c’est ouvert demain\s: Le Bac à sable, 13h30–16h30\./,
    );
    expect(await text(await amina.ask("واش محلول اليوم؟"))).toMatch(
      /^نعم، مفتوح الآن: «صندوق الرمل»، من 9:00 إلى 12:00\./,
    );
    await keepPicture(page, "three-languages");
  });

  test("Arabic runs from right to left, with Latin addresses and times in their place", async () => {
    const page = await openPage();
    const amina = chatOf(page, "Amina");
    await amina.start();
    await amina.ask("/week");
    await amina.newest.getByRole("button", { name: "صندوق الرمل" }).click();
    await amina.newest.locator(".edited").waitFor();
    await keepPicture(page, "arabic-week");
    // Where the words of the row of Wednesday are painted: the weekday on the right, then the first time, then the second.
    const [weekday, from, to] = await amina.newest.locator(".text").evaluate((element) => {
      const rightOf = (word: string) => {
        const nodes = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
          const row = node.textContent?.indexOf("25/11") ?? -1;
          const at = row < 0 ? -1 : (node.textContent?.indexOf(word, word === "25/11" ? 0 : row) ?? -1);
          if (at >= 0) {
            const range = document.createRange();
            range.setStart(node, at);
            range.setEnd(node, at + word.length);
            return range.getBoundingClientRect().right;
          }
        }
        return Number.NaN;
      };
      return ["25/11", "9:00", "12:00"].map(rightOf);
    });
    expect(weekday).toBeGreaterThan(from ?? Number.NaN);
    expect(from).toBeGreaterThan(to ?? Number.NaN);
  });

  test("a closed day is there to see when the clock is set", async () => {
    const page = await openPage();
    const noor = chatOf(page, "Noor");
    await noor.start();
    await page.locator("#clock-button").click();
    await page.getByRole("button", { name: /11 Nov 2026/ }).click();
    await expect.poll(() => page.locator("#clock-words").innerText()).toContain("11 November 2026");
    await page.keyboard.press("Escape");
    expect(await text(await noor.ask("open?"))).toMatch(
      /^Nee, De Zandbak is vandaag dicht: Wapenstilstand\. Weer open op donderdag 12 november/,
    );
    await keepPicture(page, "closed-day");
  });

  test("on a phone one chat fills the screen, and the keyboard of the bot is at hand", async () => {
    const page = await openPage({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      colorScheme: "dark",
    });
    await page.getByRole("tab", { name: "Camille" }).click();
    const camille = chatOf(page, "Camille");
    await camille.start();
    await camille.panel.locator(".reply-keyboard").getByRole("button", { name: "Cette semaine" }).click();
    await camille.newest.getByRole("button", { name: "Le Petit Train" }).waitFor();
    await keepPicture(page, "phone");
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test("a group is there to read, and tells who speaks", async () => {
    const page = await openPage();
    const title = "Familie";
    const address = new URL(page.url()).origin;
    const post = async (path: string, body: object) => {
      const headers = { "content-type": "application/json" };
      const response = await fetch(`${address}/playground${path}`, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      });
      return (await response.json()) as { id: number };
    };
    const noor = 410_000_001;
    const { id } = await post("/groups", { title, members: [noor, 410_000_002] });
    const group = page.getByRole("region", { name: `Group ${title}` });
    await group.getByRole("heading", { name: title }).waitFor();
    await post(`/chats/${id}/messages`, { text: "Wie gaat er mee?", from: noor });
    const message = group.locator('[data-from="person"]');
    expect(await message.locator(".sender").innerText()).toBe("Noor");
    expect(await text(message)).toBe("Wie gaat er mee?");
    expect(await group.getByRole("textbox").isDisabled()).toBe(true);

    await page.reload();
    await group.getByText("Wie gaat er mee?").waitFor();
    await keepPicture(page, "group");
  });

  test("a newcomer whose Telegram speaks English chooses a language with one tap", async () => {
    const page = await openPage();
    await page.getByRole("button", { name: "Add a person" }).click();
    await page.getByLabel("Name").fill("Robin");
    await page.getByLabel("Language").fill("en");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    const robin = chatOf(page, "Robin");
    await robin.start();
    await keepPicture(page, "newcomer");
    await robin.newest.getByRole("button", { name: "Français" }).click();
    await expect.poll(() => text(robin.newest)).toMatch(/^Bienvenue chez De Speelboom vzw/);
  });
});
