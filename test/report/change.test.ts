import { describe, expect, test } from "@jest/globals";
import type { Change } from "../../assessment/change.ts";
import { change } from "../../assessment/compare.ts";
import { judged } from "../../audit/change-gate.ts";
import type { Native } from "../../providers/native.ts";
import { reporters } from "../../report/reporters.ts";
import { assessInput, bucket, database, losing, native, type Parts, shop } from "../assessment/estate.ts";
import { expectGolden } from "./golden.ts";
import { Sarif } from "./sarif.ts";

const plainText = { color: false };
const assets = bucket("assets", { versioning: false });
const before: Parts = {
  components: [assets, bucket("old", { versioning: true }), database("orders", { highAvailability: "multi-zone" })],
  translations: { ".:aws_s3_bucket.old": losing("cors", "degrades") },
  foreign: [native("aws_iam_role", "app")],
};
const replica = { ...native("aws_s3_bucket_replication_configuration", "assets"), at: { file: "copies.tf", line: 12 } };
const more = { component: "aws_quantum_*", owner: "Platform", reason: "A trial until spring.", expires: "2027-03-31" };
const waivers = [
  { rule: "unknown-type" as const, ...more, component: "*" },
  { rule: "hole" as const, ...more, component: "module.gone" },
];

/** What a pull request does to the shop. */
function pullRequest(): Change {
  const head = shop();
  const components = head.survey.components.map((c) =>
    c.id.endsWith("assets") ? { ...c, natives: [...c.natives, replica] } : c,
  );
  const translations = new Map([...head.translations, [".:aws_s3_bucket.assets", losing("replication", "blocks")]]);
  const compared = change({
    base: assessInput(before),
    head: { ...head, translations, survey: { ...head.survey, components } },
  });
  const [result] = judged([compared], { failOn: ["new-blocking-loss", "new-hole"], waivers, date: "2026-11-26" });
  return result!;
}
const result = pullRequest();
const nothing = change({ base: shop(), head: shop() });

/** Days and shares change with the effort model: goldens show the words around them. */
const withoutNumbers = (text: string) =>
  text
    .replace(/(P\d0|P95) [\d,.]+ → [\d,.]+/g, "$1 N → N")
    .replace(/[\d,.]+ → [\d,.]+ person-days/g, "N → N person-days")
    .replace(/[+−±][\d,.]+ (%|days|at P80)/g, "±N $1")
    .replace(/(\| )[+−±]?[\d,.]+(?= \|)(?=.*\n)/g, "$1N");

describe("a change, for people", () => {
  test.each([
    ["text", "txt"],
    ["markdown", "md"],
  ] as const)("%s", (format, extension) => {
    const { output, exitCode } = reporters.change[format](result, plainText);
    expect(exitCode).toBe(1);
    expect(output.split("\n").length).toBeLessThanOrEqual(60);
    expect(output).not.toMatch(/undefined|NaN|null/);
    expectGolden(`report/change.${extension}`, withoutNumbers(output));
  });

  test("one that does nothing says so in one line, and fails nothing", () => {
    expect(reporters.change.text(nothing, plainText).output).toMatch(/person-days, uncalibrated: no change\n/);
    const { output, exitCode } = reporters.change.markdown(nothing, plainText);
    expect([output.split("\n")[0], exitCode]).toEqual([
      "### Leaving for scaleway (fr-par): this change does nothing to it",
      0,
    ]);
    expect(output).not.toContain("<details>");
    const types: Change["types"] = [{ type: "aws_iam_role", before: 3, after: 2, what: "foreign" }];
    expect(reporters.change.markdown({ ...nothing, types }, plainText).output).toMatch(/: as much work as before \(/);
  });

  test("a region that moved stands on top, and what changed of resources without a kind is there to be opened", () => {
    const side = (region: string, args: Native["args"]) =>
      assessInput({
        components: [{ ...assets, region }],
        foreign: [{ ...native("aws_sqs_queue", "q"), args, provider: { name: "aws", region } }],
      });
    const moved = change({ base: side("eu-west-3", {}), head: side("us-east-1", { fifo_queue: true }) });
    const markdown = reporters.change.markdown(moved, plainText).output;
    const [top = "", ...folds] = markdown.split("<details>");
    expect(top).toContain("**Region moved**: `eu-west-3` → `us-east-1`, 2 resources\n");
    expect(folds.join()).toContain(
      "- `.:aws_sqs_queue.q` main.tf:1: `~ region: eu-west-3 → us-east-1`, `+ fifo_queue`\n",
    );
    expect(reporters.change.text(moved, plainText).output).toMatch(
      /~ \.:aws_s3_bucket\.assets .*\n +~ region: eu-west-3 → us-east-1\n[\s\S]*~ \.:aws_sqs_queue\.q .*\n +~ region: eu-west-3 → us-east-1\n +\+ fifo_queue\n/,
    );
  });

  test("what weighs little is folded away, and what could not be read is there to be opened", () => {
    const cosmetic = assessInput({ components: [assets], translations: { [assets.id]: losing("cors", "cosmetic") } });
    const light = change({ base: assessInput({ components: [assets] }), head: cosmetic });
    const diagnostics: Change["diagnostics"] = [
      { severity: "warning", code: "EX0110", summary: "How many is not known", detail: "Say <how> many." },
    ];
    const { output } = reporters.change.markdown({ ...light, diagnostics }, plainText);
    const [open = "", ...folds] = output.split("<details>");
    expect(open).not.toContain("cors");
    expect(folds[0]).toMatch(/New, of less weight: 1 finding<[\s\S]*`cors`/);
    expect(folds.at(-1)).toContain("- EX0110 How many is not known: Say \\<how\\> many.");
  });

  test("one thing that is wrong in many places names the first of them, and counts the rest", () => {
    const [source, ...others] = Array.from({ length: 7 }, (_, i) => ({ file: "main.tf", line: i + 1 }));
    const also = others.map((at) => ({ address: "x.y", source: at }));
    const diagnostics: Change["diagnostics"] = [
      {
        severity: "warning",
        code: "EX0110",
        summary: "How many",
        detail: "Say it.",
        ...(source ? { source } : {}),
        also,
      },
    ];
    const said = { ...nothing, diagnostics };
    expect(reporters.change.markdown(said, plainText).output).toMatch(
      /main.tf:1; .*main.tf:5 x.y; … and 2 places more/,
    );
    expect(reporters.change.text(said, plainText).output).toMatch(
      /How many main.tf:1\n(?: {4}main.tf:[2-5] x.y\n){4} {4}… and 2 places more.*\n {4}Say it/,
    );
  });

  test("what could not be read whole is the first line", () => {
    for (const format of ["text", "markdown"] as const) {
      const { output } = reporters.change[format]({ ...result, complete: false }, plainText);
      expect(output.split("\n")[0]).toMatch(/complete: false/);
    }
  });

  test("in a comment nothing of an estate becomes markup, and every fold that opens closes", () => {
    const evil = bucket("</details><script>|`x`", { name: "<img src=x>" });
    const head = assessInput({ components: [evil], translations: { [evil.id]: losing("<b>", "blocks") } });
    const { output } = reporters.change.markdown(change({ base: assessInput({}), head }), plainText);
    const outsideCode = output.replace(/(`+)[^`]([\s\S]*?)\1/g, "");
    expect(outsideCode).not.toMatch(/(?<!\\)<(script|img|b>)/);
    expect(outsideCode.match(/<details>/g)).toHaveLength(outsideCode.match(/<\/details>/g)?.length ?? 0);
  });

  test("a large change stays a comment: the rest is counted", () => {
    const many = Array.from({ length: 300 }, (_, i) => bucket(`b${i}`));
    const translations = Object.fromEntries(many.map((c) => [c.id, losing("cors", "degrades")]));
    const large = change({ base: assessInput({}), head: assessInput({ components: many, translations }) });
    const { output } = reporters.change.markdown(large, plainText);
    // Code hosts take 65,536 characters.
    expect(output.length).toBeLessThan(20_000);
    expect(output).toContain("… and 280 more");
    expect(large.components[0]?.days).toBeUndefined();
  });
});

describe("SARIF", () => {
  const sarif = (of: Change) => Sarif.parse(JSON.parse(reporters.change.sarif(of, plainText).output)).runs[0]!;

  test("has the shape of version 2.1.0, with every rule described", () => {
    const { tool, results, automationDetails, properties } = sarif(result);
    expect(tool.driver.rules.map((r) => r.id)).toEqual([
      "blocking-loss",
      "loss",
      "foreign-type",
      "unknown-type",
      "hole",
    ]);
    expect(automationDetails.id).toBe("exeat/scaleway/");
    expect(properties).toEqual({ complete: true, failed: ["new-blocking-loss", "new-hole"] });
    expect(results).toHaveLength(result.findings.filter((f) => f.state === "new").length);
    expect(sarif(nothing).results).toEqual([]);
  });

  test("each result stands at its file and line, and at its resource", () => {
    const { results } = sarif(result);
    expect(results.find((r) => r.ruleId === "blocking-loss")?.locations).toEqual([
      {
        physicalLocation: { artifactLocation: { uri: "copies.tf" }, region: { startLine: 12 } },
        logicalLocations: [{ fullyQualifiedName: ".:aws_s3_bucket.assets replication", kind: "resource" }],
      },
    ]);
  });

  test("a state has no lines: its file and the resource; standard input the resource alone", () => {
    const of = (file: string) => {
      const found = { ...assets, at: { file } };
      const head = assessInput({ components: [found], translations: { [found.id]: losing("cors", "blocks") } });
      return sarif(change({ base: assessInput({}), head })).results[0]?.locations[0];
    };
    const logicalLocations = [{ fullyQualifiedName: ".:aws_s3_bucket.assets cors", kind: "resource" }];
    const file = (uri: string) => ({ physicalLocation: { artifactLocation: { uri } }, logicalLocations });
    expect(of("prod/terraform.tfstate")).toEqual(file("prod/terraform.tfstate"));
    expect(of("./états de prod.tfstate")).toEqual(file("%C3%A9tats%20de%20prod.tfstate"));
    expect(of("/srv/a.tfstate")).toEqual(file("file:///srv/a.tfstate"));
    expect(of("-")).toEqual({ logicalLocations });
  });

  test("fingerprints differ between results and stay when lines and files move", () => {
    const prints = (of: Change) => sarif(of).results.map((r) => r.partialFingerprints);
    const moved = {
      ...result,
      findings: result.findings.map((f) => ({ ...f, at: { file: `moved/${f.at.file}`, line: 400 } })),
    };
    expect(prints(moved)).toEqual(prints(result));
    const lines = prints(result).map((p) => p["primaryLocationLineHash"]);
    expect(new Set(lines).size).toBe(lines.length);
    expect(lines.every((l) => /^[0-9a-f]{16}:1$/.test(l ?? ""))).toBe(true);
  });

  test("what is accepted is suppressed, with who answers for it", () => {
    const { results } = sarif(result);
    expect(results.filter((r) => r.suppressions).map((r) => [r.ruleId, r.suppressions])).toEqual([
      [
        "unknown-type",
        [
          {
            kind: "external",
            status: "accepted",
            justification: "waived by Platform until 2027-03-31: A trial until spring.",
          },
        ],
      ],
    ]);
  });
});
