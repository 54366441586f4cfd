import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where Chromium is; undefined where it is not. `CHROMIUM` names another place. */
export const chromiumPath = [process.env.CHROMIUM ?? "", ...places].find((path) => existsSync(path));

export const howToGetChromium =
  "The browser tests need Chromium: apt-get install chromium fonts-noto-core, or name yours in the variable CHROMIUM.";

/** Keeps Chromium from looking for servers of its own, which a closed network refuses many times a second. */
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launchBrowser(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error(howToGetChromium);
  return chromium.launch({ executablePath: chromiumPath, headless: true, args: quiet });
}

/** Keeps a picture of the page for whoever looks at the run, in `artifacts/`. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  await mkdir("artifacts", { recursive: true });
  await page.screenshot({ path: `artifacts/${name}.png` });
}

/** One person's chat on the page. */
export interface ChatPanel {
  readonly panel: Locator;
  /** Presses START, as everybody does first. */
  start(): Promise<void>;
  /** Types and sends, and waits for the bot's next message. */
  ask(text: string): Promise<Locator>;
  /** The bot's newest message. */
  readonly newest: Locator;
}

export function chatOf(page: Page, name: string): ChatPanel {
  const panel = page.getByRole("region", { name: `Chat of ${name}` });
  const fromBot = panel.locator('[data-from="bot"]');

  async function afterNext(act: () => Promise<void>): Promise<Locator> {
    const before = await fromBot.count();
    await act();
    const next = fromBot.nth(before);
    await next.waitFor();
    return next;
  }

  return {
    panel,
    newest: fromBot.last(),
    async start() {
      await afterNext(() => panel.getByRole("button", { name: "START" }).click());
    },
    ask: (text) =>
      afterNext(async () => {
        const field = panel.getByRole("textbox", { name: `Message from ${name}` });
        await field.fill(text);
        await field.press("Enter");
      }),
  };
}
