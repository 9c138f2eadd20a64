import { describe, expect, test } from "@jest/globals";
import { assess } from "../../assessment/assess.ts";
import { Assessment } from "../../assessment/assessment.ts";
import { Diff, diff } from "../../assessment/diff.ts";
import { Inventory, inventory } from "../../assessment/inventory.ts";
import { matrixOf } from "../../assessment/matrix.ts";
import { missingFacts } from "../../assessment/missing-facts.ts";
import { support } from "../../assessment/support.ts";
import { aws } from "../../providers/aws/index.ts";
import { scaleway } from "../../providers/scaleway/index.ts";
import type { FoundComponent } from "../../providers/survey.ts";
import { reporters } from "../../report/reporters.ts";
import { assessInput, bucket, component, intact, shop } from "../assessment/estate.ts";
import { planOf } from "../migration-plans/shop-plan.ts";
import { expectGolden } from "./golden.ts";

const input = shop();
const results = {
  inventory: inventory(input.survey, input.estate, aws.foreign),
  assessment: assess(input),
  matrix: matrixOf([assess(input), assess({ ...input, scenario: "bouton-rouge" })]),
  missingFacts: missingFacts(input),
  diff: diff(input),
  plan: planOf(input).plan,
};
const plainText = { color: false };

/** Each report of each result, as (name, format, output). */
function all(from: typeof results): [string, string, string][] {
  return (Object.keys(from) as (keyof typeof from)[]).flatMap((name) =>
    Object.entries(reporters[name]).map(([format, reporter]): [string, string, string] => [
      name,
      format,
      reporter(from[name] as never, plainText).output,
    ]),
  );
}

/** Hours and days change with the effort model: goldens show the words around them. */
const withoutNumbers = (text: string) =>
  text
    .replace(/(P\d0|P95) [\d,.]+/g, "$1 N")
    .replace(/−[\d,.]+/g, "−N")
    .replace(/ +\d+ %/g, " N %")
    .replace(/\([\d,.]+ days\)/g, "(N days)")
    .replace(/[\d,.]+ to [\d,.]+ h \(likely [\d,.]+\)/g, "N to N h (likely N)")
    .replace(/[\d,.]+(?: to [\d,.]+)? (EUR|USD)\b/g, "N $1")
    .replace(/\d{4}-\d\d-\d\d/g, "DATE");

describe("reports", () => {
  test("the inventory is what its schema says, and its counts add up", () => {
    expect(Inventory.parse(results.inventory)).toEqual(results.inventory);
    const { counts } = results.inventory;
    expect(Inventory.safeParse({ ...results.inventory, counts: { ...counts, foreign: 99 } }).success).toBe(false);
  });

  test("the diff is what its schema says", () => {
    expect(Diff.parse(results.diff)).toEqual(results.diff);
  });

  test("JSON is the result itself", () => {
    const { output } = reporters.assessment.json(results.assessment, plainText);
    expect(Assessment.parse(JSON.parse(output))).toEqual(results.assessment);
  });

  test.each([
    "inventory",
    "assessment",
    "diff",
    "plan",
  ] as const)("the text of %s fits one screen and reads so", (name) => {
    const { output, exitCode } = reporters[name].text(results[name] as never, plainText);
    expect(exitCode).toBe(0);
    expect(output.split("\n").length).toBeLessThanOrEqual(60);
    expectGolden(`report/${name}.txt`, withoutNumbers(output));
  });

  test("what could not be read whole says so in its first line, in every format but JSON and pages, where it is a field and a banner", () => {
    const parts = Object.fromEntries(
      Object.entries(results).map(([k, r]) => [k, { ...r, complete: false }]),
    ) as typeof results;
    const says = (format: string) =>
      format === "html" ? /Incomplete: something could not be read/ : /complete"?: false/;
    for (const [name, format, output] of all(parts)) {
      const first = ["json", "html", "svg"].includes(format) ? output : output.split("\n")[0];
      expect([name, format, says(format).test(first ?? "")]).toEqual([name, format, true]);
    }
    for (const [name, format, output] of all(results))
      expect([name, format, says(format).test(output)]).toEqual([name, format, false]);
  });

  test("effort is labelled uncalibrated, and a plan says that it was not run", () => {
    for (const [name, format, output] of all(results)) {
      if (name === "assessment") expect(output).toMatch(format === "json" ? /"calibrated": false/ : /uncalibrated/i);
      if (name === "plan" && format !== "json") expect(output).toMatch(/not run yet/i);
    }
  });

  test("an estate of nothing says that what remains is the programme", () => {
    const { output } = reporters.assessment.text(assess(assessInput({})), plainText);
    expect(output).toMatch(/Of no component: what remains is the programme itself/);
    expect(reporters.assessment.text(results.assessment, plainText).output).not.toMatch(/Of no component/);
  });

  test("an unknown is printed as unknown with what it depends on", () => {
    for (const format of ["text", "markdown"] as const) {
      const { output } = reporters.assessment[format](results.assessment, plainText);
      expect(output).toMatch(/unknown/);
      expect(output).toMatch(/exeat.yaml/);
      expect(output).not.toMatch(/\b0 GiB|\b0 EUR|NaN|undefined/);
    }
  });

  test("every step of the plan is in the runbook, with what to do and how to check", () => {
    for (const format of ["markdown", "html"] as const) {
      const { output } = reporters.plan[format](results.plan, plainText);
      expect(output.match(format === "html" ? /<dt>Check<\/dt>/g : /- \[ \] Check: /g)).toHaveLength(
        results.plan.steps.length,
      );
      expect(output).toMatch(/point of no return/i);
      expect(output).not.toMatch(/undefined|NaN/);
    }
  });

  test("colours only where they are asked for", () => {
    for (const [, , output] of all(results)) expect(output).not.toContain("\u001b");
    expect(reporters.assessment.text(results.assessment, { color: true }).output).toContain("\u001b[");
  });

  test("the page names what published and measured hours rest on", () => {
    const { references = [], workItems } = results.assessment;
    const published = workItems.find((w) => w.citation.kind === "published" && w.citation.refs !== undefined);
    const title = references.find((r) => r.id === published?.citation.refs?.[0])?.title ?? "none";
    expect(reporters.assessment.html(results.assessment, plainText).output).toContain(`→ ${title}, `);
  });

  test("a source that nobody else can open is said to be one", () => {
    const notes = "Exeat's own notes (not published)";
    const said = all(results).filter(([, format]) => format !== "json");
    for (const [, , output] of said) expect(output).not.toMatch(/\bfacts\/\w+\.(md|json)/);
    const page = reporters.plan.html(results.plan, plainText).output;
    expect(page.replaceAll("&#39;", "'")).toContain(`${notes}, section`);
    expect(reporters.plan.markdown(results.plan, plainText).output).toContain(`${notes}, section`);
    expect(reporters.support.markdown(support([scaleway], ["object-bucket"]), plainText).output).toContain(notes);
  });

  test("names in an estate never become markup", () => {
    const evil = assessInput({ components: [bucket("<script>alert(1)</script>|`x`", { name: "</style><script>" })] });
    const { plan } = planOf(evil);
    expect(reporters.plan.html(plan, plainText).output).not.toContain("<script>");
    const { output } = reporters.assessment.markdown(assess(evil), plainText);
    expect(output).not.toMatch(/^\|.*[^\\]\|`x`/m);
  });

  test("the picture of the schedule says in words what it shows, and marks what decides the end", () => {
    const { time } = results.assessment;
    const { output } = reporters.assessment.svg(results.assessment, plainText);
    expect(output).toMatch(/role="img" aria-labelledby="gantt-title gantt-desc"/);
    expect(output.match(/<g class="[a-z ]+">\s*<title>/g)).toHaveLength(time.schedule.length);
    expect(output.match(/<g class="[a-z]+ critical"/g)).toHaveLength(time.criticalPath.length);
    for (const { name } of time.schedule) expect(output.split("</desc>")[0]).toContain(name);
    // What a colour means stands beside it, no name of a step is cut off, and the axis counts as people do.
    for (const kind of ["work", "copy", "wait"]) expect(output).toContain(`>${kind}</text>`);
    expect(output.replace(/<(title|desc)[\s\S]*?<\/\1>/g, "")).not.toContain("…");
    const ticks = [...output.matchAll(/class="tick"[^>]*text-anchor="middle">([\d,.]+)</g)].map(([, n]) =>
      Number(n?.replace(",", "")),
    );
    expect(ticks.length).toBeGreaterThan(2);
    expect(ticks.map((n) => n % (ticks[1] ?? 1))).toEqual(ticks.map(() => 0));
    expect(String(ticks[1])).toMatch(/^[125]0*$/);
    expect(output).not.toMatch(/NaN|undefined|<script|href=|url\(/);
  });

  test("documents call clouds as people do, in both languages; consoles as commands do", () => {
    const titles = { aws: "Amazon Web Services", scaleway: "Scaleway" };
    for (const lang of ["en", "fr"] as const) {
      const options = { color: false, lang, titles };
      const heads = [
        reporters.plan.markdown(results.plan, options).output.split("\n", 1),
        /<h1>.*<\/h1>/.exec(reporters.plan.html(results.plan, options).output) ?? [],
        reporters.assessment.markdown(results.assessment, options).output.split("\n", 1),
        reporters.diff.markdown(results.diff, options).output.split("\n", 1),
      ];
      for (const [head = ""] of heads) {
        expect(head).toContain("Amazon Web Services");
        expect(head).toMatch(/Scaleway\u00a0?.*\(fr-par\)/);
        expect(head).not.toMatch(/\baws\b|\bscaleway\b/);
      }
    }
    expect(reporters.plan.text(results.plan, plainText).output).toContain("scaleway:fr-par");
  });

  test("says where the source stands, or that the code does not", () => {
    const placed = (region?: string) => {
      const found = { ...bucket("a"), ...(region ? { region } : {}) };
      const parts = { components: [found], translations: { [found.id]: intact } };
      const { output } = reporters.assessment.markdown(assess(assessInput(parts)), plainText);
      return output.split("\n").find((line) => line.startsWith("| source: "));
    };
    expect(placed("eu-west-3")).toContain("| Paris, France (eu-west-3) |");
    expect(placed("moon-1")).toContain("| moon-1 |");
    expect(placed()).toContain("| **unknown** |");
  });

  test("a step whose title has a name of its own says the address by which scripts and hazards call it", () => {
    const [first] = results.plan.steps;
    const printed = (title: string, component: string) => {
      const steps = [{ ...first!, title, component }];
      const phases = [{ ...results.plan.phases[0]!, steps: [first!.id] }];
      const { output } = reporters.plan.markdown({ ...results.plan, steps, phases }, plainText);
      return output.split("\n").find((line) => line.startsWith("- platform,"));
    };
    const id = "module.data.aws_s3_bucket.documents";
    expect(printed("Copy `papers`", `.:${id}`)).toMatch(/^- platform, `module\.data\.aws_s3_bucket\.documents`, /);
    expect(printed(`Copy \`${id}\``, `.:${id}`)).not.toContain("documents");
    for (const other of ["estate", "foreign:aws_sqs_queue"]) expect(printed("Copy", other)).not.toContain("`");
  });

  test("all of the runbook is reached from its contents, and a number of hazards says where they are", () => {
    const { output } = reporters.plan.html(results.plan, plainText);
    const [contents = ""] = /<nav[\s\S]*?<\/nav>/.exec(output) ?? [];
    const led = [...contents.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(led).toEqual([...results.plan.phases.map((p) => p.id), "other-work", "return", "hazards", "to-fill"]);
    const ids = [...output.matchAll(/<section id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toEqual(led);
    expect(output).toMatch(/<a href="#hazards">\d+, listed below<\/a>/);
  });

  test("likely days of causes are said not to add up to P50", () => {
    for (const format of ["markdown", "html"] as const) {
      expect(reporters.assessment[format](results.assessment, plainText).output).toContain("their sum is not P50");
    }
  });

  test("parts of something that is not here are said to be, and no report has it made at the target", () => {
    const of = (c: FoundComponent) =>
      assess({
        ...assessInput({ components: [c], translations: { [c.id]: { ...intact, natives: [...c.natives] } } }),
        target: scaleway,
      });
    const whole = component("vm", "scaleway_instance_server", "web", {});
    const part = of({ ...whole, attachedTo: "external" });
    const sides = diff({
      ...assessInput({
        components: [{ ...whole, attachedTo: "external" }],
        translations: { [whole.id]: { ...intact, natives: [...whole.natives] } },
      }),
      target: scaleway,
    });
    expect(sides.components.map((c) => c.natives.target)).toEqual([[]]);
    expect([of(whole), part].map((a) => a.components[0]?.becomes.map((b) => b.type))).toEqual([
      ["scaleway_instance_server"],
      [],
    ]);
    for (const format of ["text", "markdown", "html"] as const) {
      const said = (a: Assessment) => reporters.assessment[format](a, plainText).output;
      expect(said(part)).toContain("part of something that is not here");
      expect(said(of(whole))).not.toContain("part of something that is not here");
    }
  });

  test("a setting of several resources that nobody read is named once, with how many there are", () => {
    const [one, ...others] = results.diff.components;
    if (!one) throw new Error("no component");
    const row = { path: "aws_subnet.outpost_arn", verdict: "not-read" as const };
    const rows = [row, row, { ...row, path: "aws_vpc.ipv6_netmask" }] as typeof one.rows;
    const { output } = reporters.diff.text({ ...results.diff, components: [{ ...one, rows }, ...others] }, plainText);
    expect(output).toContain("not read: 2 × aws_subnet.outpost_arn, aws_vpc.ipv6_netmask\n");
  });

  test("a page needs no network and runs no script", () => {
    const { output } = reporters.plan.html(results.plan, plainText);
    expect(output).not.toMatch(/<script|<link|src=|@import|url\(/);
  });

  test("the matrix in Markdown says as much as the page: a month at the target, and when leaving pays or never does", () => {
    const prices = { sourceMonthly: 100, targetMonthly: 900, personDay: 500 };
    const shock = matrixOf([assess({ ...input, scenario: "price-shock", facts: { prices } })]);
    const { output } = reporters.matrix.markdown(shock, plainText);
    expect(output).toMatch(/\| 900 EUR \| never \|/);
  });

  test("of a month that is priced in part it says so, and nobody is asked to compare two parts", () => {
    const assessed = assess(input);
    const amounts = [{ currency: "EUR" as const, low: 12, high: 15 }];
    const covers = { resources: 9, priced: 2, partly: 1, stated: 0, byType: [] };
    const monthly = {
      ...assessed.cost.monthly,
      source: { ...assessed.cost.monthly.source, amounts },
      target: { ...assessed.cost.monthly.target, basis: "list-prices" as const, amounts, whole: false, covers },
    };
    const part = { ...assessed, cost: { ...assessed.cost, monthly } };
    for (const report of [reporters.matrix.markdown, reporters.matrix.text]) {
      expect(report(matrixOf([part]), plainText).output).toContain("12 to 15 EUR and more");
    }
    const page = reporters.exit.html({ formatVersion: 1, assessments: [part], titles: {} }, plainText).output;
    expect(page).toContain(
      "12 to 15 EUR and more (priced: 2 of the 9 resources that cost something, and 1 more in part) at the target",
    );
    expect(page).toContain("they cannot be compared");
  });
});
