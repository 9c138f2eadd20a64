import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { assess } from "../../../assessment/assess.ts";
import { exitReportHtml } from "../../../report/html/exit-report-html.ts";
import { LANGUAGES, type Lang } from "../../../report/language/language.ts";
import { reporters } from "../../../report/reporters.ts";
import { assessInput, bucket, shop } from "../../assessment/estate.ts";
import { planOf } from "../../migration-plans/shop-plan.ts";
import { broken, Chromium } from "./browser.ts";
import { large, longNames, reportOf } from "./reports.ts";

let chromium: Chromium;
beforeAll(async () => {
  chromium = await Chromium.launch();
}, 120_000);
afterAll(() => chromium?.close());

const options = (lang: Lang) => ({ color: false, lang });
const reports = { planned: reportOf(), cutOff: reportOf("bouton-rouge") };
const html = (lang: Lang, report = reports.planned) => exitReportHtml(report, options(lang)).output;
const wide = { viewport: { width: 1280, height: 900 } };
/** The width of a sheet and of the margins of the page, at 96 pixels to an inch. */
const [A4, MARGIN] = [794, 53];
/** Colours change with the scheme and order with the width: what was looked at once is not looked at again. */
const SCREENS = [
  [1280, "light", "everything"],
  [1280, "dark", "colours"],
  [360, "light", "order"],
  [360, "dark", "nothing more"],
  [720, "light", "nothing more"],
  [1000, "light", "nothing more"],
] as const;

const pages: readonly (readonly [string, (lang: Lang) => string])[] = [
  ["a planned exit to two targets, with every reason beside it", (lang) => html(lang)],
  ["no access to the source", (lang) => html(lang, reports.cutOff)],
  [
    "a price shock to one target",
    (lang) => reporters.assessment.html(assess({ ...shop(), scenario: "price-shock" }), options(lang)).output,
  ],
  ["an estate in which names are long", (lang) => html(lang, longNames(reports.planned))],
  ["the runbook", (lang) => reporters.plan.html(planOf(shop()).plan, options(lang)).output],
];

describe.each(LANGUAGES)("pages in Chromium (%s)", (lang) => {
  test.each(
    pages,
  )("%s: quiet, no request, no wider than the screen, in order for those who do not see it", async (_, make) => {
    await chromium.open(make(lang), wide, async (page, { noise }) => {
      for (const [width, colorScheme, look] of SCREENS) {
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        const scrollWidth = await page.evaluate("document.documentElement.scrollWidth");
        expect([width, colorScheme, noise, scrollWidth]).toEqual([width, colorScheme, [], width]);
        expect([width, colorScheme, await broken(page, look)]).toEqual([width, colorScheme, []]);
      }
    });
  });

  test("a word that is marked stands on one line, and an amount of the reasons beside each other on two at most", async () => {
    const lines = `(of) => { const r = document.createRange(); r.selectNodeContents(of); return new Set([...r.getClientRects()].map((c) => c.top)).size; }`;
    await chromium.open(html(lang), wide, async (page) => {
      const wraps = `[...document.querySelectorAll(".pill, .unknown")].map((e) => getComputedStyle(e).whiteSpace)`;
      expect(new Set(await page.evaluate<string[]>(wraps))).toEqual(new Set(["nowrap"]));
      // The estate here has amounts without a word behind them: one of a real bill is put in their place.
      const amounts = `[...document.querySelectorAll("#matrix tbody td:nth-last-child(2)")].map((e) => { e.textContent = "450 à 592 EUR et plus"; return (${lines})(e); })`;
      expect(Math.max(...(await page.evaluate<number[]>(amounts)))).toBe(2);
    });
  });

  test("every chart says in words what it shows", async () => {
    const labels: string[] = await chromium.open(html(lang), wide, (page) =>
      page.evaluate(
        `[...document.querySelectorAll("svg")].map((s) => s.getAttribute("role") + " " + s.getAttribute("aria-label"))`,
      ),
    );
    expect(labels.length).toBeGreaterThan(30);
    for (const label of labels) expect(label).toMatch(/^img (?!null).*\d/);
  });

  test("everything that can be followed or opened is reached by the keyboard, the content first", async () => {
    await chromium.open(html(lang), wide, async (page) => {
      const wanted: number = await page.evaluate(`document.querySelectorAll("a[href], summary").length`);
      const reached = new Set<string>();
      for (let i = 0; i < wanted * 2 && reached.size < wanted; i++) {
        await page.keyboard.press("Tab");
        // A link inside a step that is closed is reached once that is open.
        const at: string =
          await page.evaluate(`(() => { const e = document.activeElement; if (e.tagName === "SUMMARY") e.parentElement.open = true;
          return [...document.querySelectorAll("a[href], summary")].indexOf(e) + " " + e.className; })()`);
        if (i === 0) expect(at).toBe("0 skip");
        if (!at.startsWith("-1")) reached.add(at);
      }
      expect(reached.size).toBe(wanted);
    });
  });

  test("on a phone the contents take one line: what leaving costs is not a screen further down", async () => {
    await chromium.open(html(lang), { viewport: { width: 360, height: 740 } }, async (page) => {
      const height: number = await page.evaluate(`document.querySelector("nav").getBoundingClientRect().height`);
      expect(height).toBeLessThan(60);
    });
  });

  test("on paper every part is open and the page is as wide as a sheet", async () => {
    const sheet = { viewport: { width: A4 - 2 * MARGIN, height: 900 } };
    await chromium.open(html(lang, longNames(reports.planned)), sheet, async (page) => {
      await page.emulateMedia({ media: "print" });
      const scrollWidth = await page.evaluate("document.documentElement.scrollWidth");
      const hidden: number = await page.evaluate(
        `[...document.querySelectorAll("details table")].filter((t) => t.getBoundingClientRect().height === 0).length`,
      );
      const all: number = await page.evaluate(`document.querySelectorAll("details table").length`);
      expect([hidden, all > 0, scrollWidth]).toEqual([0, true, sheet.viewport.width]);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(/\/MediaBox \[0 0 (59[45]\S*) (84[12]\S*)\]/.exec(pdf.toString("latin1"))).not.toBeNull();
    });
  });
});

test("ten thousand components open in less than three seconds", async () => {
  const page = html("en", large(10_000, reports.planned));
  expect(page.length).toBeLessThan(600_000);
  await chromium.open(page, wide, async (shown, { opened, scrollWidth }) => {
    expect([opened < 3_000, scrollWidth]).toEqual([true, 1280]);
    expect(await shown.evaluate(`document.querySelectorAll(".heat tbody tr").length`)).toBeLessThan(60);
  });
});

test("names in an estate never become markup, and nothing of them runs", async () => {
  const evil = assessInput({
    components: [bucket('"><script>console.log(1)</script>', { name: "</style><img src=x>" })],
  });
  for (const lang of LANGUAGES) {
    const page = reporters.assessment.html(assess(evil), options(lang)).output;
    expect(page).not.toMatch(/<script|<img/);
    await chromium.open(page, wide, async (_, { noise }) => expect(noise).toEqual([]));
  }
});
