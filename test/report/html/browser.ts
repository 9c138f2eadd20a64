import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import chromium from "@sparticuz/chromium";
import axe from "axe-core";
import { type Browser, type BrowserContextOptions, chromium as playwright } from "playwright-core";

const ARGS = ["--no-sandbox", "--no-zygote", "--disable-gpu", "--headless=shell"];

/** What a page was seen to do. */
export interface Seen {
  /** Lines on the console, errors of the page, and requests for anything but itself. */
  readonly noise: readonly string[];
  readonly scrollWidth: number;
  /** Milliseconds from asking for it until it stands there. */
  readonly opened: number;
}

/** A real Chromium, from npm or where EXEAT_CHROMIUM says; without one the tests fail. */
export class Chromium {
  private readonly browser: Browser;
  private readonly folder = mkdtempSync(join(tmpdir(), "exeat-html-"));
  private pages = 0;

  private constructor(browser: Browser) {
    this.browser = browser;
  }

  static async launch(): Promise<Chromium> {
    const executablePath = process.env["EXEAT_CHROMIUM"] ?? (await chromium.executablePath());
    return new Chromium(await playwright.launch({ executablePath, args: ARGS, headless: true }));
  }

  async close(): Promise<void> {
    await this.browser.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Opens a page as a file, and closes it when the work is done. */
  async open<T>(
    html: string,
    options: BrowserContextOptions,
    work: (page: Awaited<ReturnType<Browser["newPage"]>>, seen: Seen) => Promise<T>,
  ): Promise<T> {
    this.pages += 1;
    const file = join(this.folder, `${this.pages}.html`);
    writeFileSync(file, html);
    const address = pathToFileURL(file).href;
    const page = await this.browser.newPage(options);
    const noise: string[] = [];
    page.on("console", (message) => noise.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => noise.push(error.message));
    page.on("request", (request) => {
      if (request.url() !== address) noise.push(request.url());
    });
    try {
      const started = performance.now();
      await page.goto(address);
      const scrollWidth: number = await page.evaluate("document.documentElement.scrollWidth");
      return await work(page, { noise, scrollWidth, opened: performance.now() - started });
    } finally {
      await page.close();
    }
  }
}

const CONTRAST = "color-contrast";
const LOOKS = {
  everything: {},
  colours: { runOnly: [CONTRAST] },
  order: { rules: { [CONTRAST]: { enabled: false } } },
  "nothing more": undefined,
} as const;

/** Rules that axe finds broken, seriously or worse, with the first place. */
export async function broken(
  page: Awaited<ReturnType<Browser["newPage"]>>,
  look: keyof typeof LOOKS,
): Promise<string[]> {
  const options = LOOKS[look];
  if (options === undefined) return [];
  await page.evaluate(axe.source);
  return page.evaluate(`axe.run(${JSON.stringify({ resultTypes: ["violations"], ...options })}).then(({ violations }) =>
    violations.filter((v) => ["serious", "critical"].includes(v.impact)).map((v) => v.id + ": " + v.nodes[0].html.slice(0, 200)))`);
}
