import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { Baseline, Change } from "../../assessment/change.ts";
import { expectGolden } from "../report/golden.ts";
import { Sarif } from "../report/sarif.ts";
import { exeat, SHOP, STACK, temporary } from "./exeat.ts";

const folder = temporary(true);
const HEAD = join(folder, "shop");
const none = join(folder, "none");
const broken = join(folder, "broken");
for (const empty of [none, broken]) mkdirSync(empty);
const SHOP_HERE = relative(process.cwd(), SHOP);
writeFileSync(
  join(HEAD, "uploads-copy.tf"),
  `resource "aws_s3_bucket" "drafts" {
  bucket = "shop-drafts"
}

resource "aws_s3_bucket_notification" "drafts" {
  bucket = aws_s3_bucket.drafts.id
  queue {
    queue_arn = "arn:aws:sqs:eu-west-3:123456789012:drafts"
    events    = ["s3:ObjectCreated:*"]
  }
}

resource "aws_kinesis_stream" "clicks" {
  name        = "clicks"
  shard_count = 1
}
`,
);
const database = join(HEAD, "database.tf");
writeFileSync(database, `\n\n\n${readFileSync(database, "utf8").replace('"16.4"', '"15.7"')}`);

const diff = (...words: string[]) => exeat(["diff", SHOP, HEAD, "--to", "scaleway", ...words]);
async function json(...words: string[]): Promise<Change> {
  const { code, out, err } = await diff("--format", "json", ...words);
  expect([err, code]).toEqual([expect.any(String), 0]);
  return Change.parse(JSON.parse(out));
}
const news = (c: Change) =>
  c.findings.filter((f) => f.state === "new" && !f.accepted).map((f) => `${f.rule} ${f.subject} ${f.path}`.trim());

describe("a change of the example shop", () => {
  test("change.txt: what people see", async () => {
    const { code, out } = await diff("--fail-on", "new-blocking-loss");
    expect(code).toBe(1);
    const text = out.replaceAll(folder, "FOLDER").replaceAll(SHOP, SHOP_HERE);
    const numbers = /(P\d0|P95) [\d,.]+ → [\d,.]+/g;
    expect(text.split("\n").length).toBeLessThanOrEqual(62);
    expectGolden("cli/change.txt", text.replace(numbers, "$1 N → N").replace(/[+−±][\d,.]+ (%|days|at P80)/g, "±N $1"));
  });

  test("keys stand in the order of the schema; several targets are a list", async () => {
    const { out } = await diff("--format", "json");
    expect(`${JSON.stringify(Change.parse(JSON.parse(out)), null, 2)}\n`).toBe(out);
    const several = await exeat(["diff", SHOP, HEAD, "--to", "scaleway,ovh", "--format", "json"]);
    const { formatVersion, results } = JSON.parse(several.out);
    expect([formatVersion, results.map((r: Change) => r.target.cloud)]).toEqual([1, ["scaleway", "ovh"]]);
    expect(`${JSON.stringify(results[0], null, 2)}\n`).toBe(out);
  });

  test("facts are stated for both sides at once; a name of neither is a warning, once", async () => {
    const facts = join(folder, "facts.yaml");
    writeFileSync(
      facts,
      "team: { people: 3 }\ncomponents:\n  aws_s3_bucket.drafts: { gib: 10 }\n  aws_s3_bucket.nowhere: { gib: 1 }\n",
    );
    const { code, err } = await diff("--facts", facts, "--quiet", "--format", "json");
    expect(code).toBe(0);
    expect(err).toBe("");
    const loud = await diff("--facts", facts);
    expect(loud.err.match(/EX0003/g)).toHaveLength(1);
    expect(loud.err).toMatch(/`aws_s3_bucket.nowhere` is no component/);
  });

  test("the same bytes twice", async () => {
    for (const format of ["text", "markdown", "sarif"])
      expect(await diff("--format", format)).toEqual(await diff("--format", format));
  });
});

describe("the gate", () => {
  test("fails with a sentence on stderr, even when quiet; --out takes the report and not the sentence", async () => {
    const out = join(folder, "out.json");
    const failed = await diff("--fail-on", "new-foreign-type, effort", "--quiet", "--format", "json", "--out", out);
    expect([failed.code, failed.out]).toEqual([1, ""]);
    expect(failed.err).toMatch(
      /^error\[EX0010\]: The gate failed: new-foreign-type\n {2}A new foreign type on the way to scaleway: aws_kinesis_stream at .*uploads-copy\.tf:13\.\n/,
    );
    expect(Change.parse(JSON.parse(readFileSync(out, "utf8"))).gate.failed.map((f) => f.condition)).toContain(
      "new-foreign-type",
    );
  });

  test("passes with 0 where no condition holds", async () => {
    const { code, out } = await diff("--fail-on", "new-unknown-type");
    expect([code, out]).toEqual([0, expect.stringMatching(/\n {2}passed: new-unknown-type\n/)]);
  });

  test("where something could not be read, on either side, every condition fails, and it is said", async () => {
    writeFileSync(join(broken, "main.tf"), 'resource "aws_s3_bucket" "a" {\n  bucket = \n}\n');
    writeFileSync(join(broken, "whole.tf"), 'resource "aws_s3_bucket" "b" {\n  bucket = "b"\n}\n');
    for (const [base, head] of [
      [broken, HEAD],
      [SHOP, broken],
    ] as const) {
      const words = ["diff", base, head, "--to", "scaleway", "--fail-on", "new-unknown-type"];
      const { code, out, err } = await exeat(words);
      expect([code, out.split("\n")[0]]).toEqual([1, expect.stringMatching(/^complete: false/)]);
      expect(err).toMatch(/broken.*main\.tf[\s\S]*The gate failed: incomplete\n.*--allow-partial/);
      expect((await exeat([...words, "--allow-partial"])).code).toBe(0);
      expect((await exeat(words.slice(0, 5))).code).toBe(0);
    }
  });
});

describe("a baseline", () => {
  const baseline = join(folder, "baseline.json");

  test("once written, the same change passes, also when lines have moved", async () => {
    expect((await diff("--write-baseline", baseline)).code).toBe(0);
    const { accepted } = Baseline.parse(JSON.parse(readFileSync(baseline, "utf8")));
    expect(accepted).toEqual([...accepted].sort());
    expect(accepted).toContain("scaleway blocking-loss .:aws_s3_bucket.drafts notifications");
    const copy = join(HEAD, "uploads-copy.tf");
    writeFileSync(copy, `# moved\n\n\n${readFileSync(copy, "utf8")}`);
    const gate = ["--fail-on", "new-loss,new-foreign-type,new-hole"];
    expect((await diff(...gate)).code).toBe(1);
    expect((await diff(...gate, "--baseline", baseline)).code).toBe(0);
    expect(news(await json("--baseline", baseline))).toEqual([]);
    appendFileSync(
      copy,
      'resource "aws_s3_bucket_website_configuration" "drafts" {\n  bucket = aws_s3_bucket.drafts.id\n  index_document {\n    suffix = "i.html"\n  }\n}\n',
    );
    const { components } = await json("--baseline", baseline);
    expect(components.map((c) => c.id)).toContain(".:aws_s3_bucket.drafts");
  });

  test("that is none is an error with its line, and nothing is judged", async () => {
    writeFileSync(join(folder, "broken.json"), '{\n  "formatVersion": 1,\n  "accepted": "all"\n}\n');
    const { code, out, err } = await diff("--baseline", join(folder, "broken.json"));
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/broken\.json:3[\s\S]*accepted/);
    expect((await diff("--baseline", join(folder, "nowhere.json"))).err).toMatch(/EX0202/);
  });

  test.each([
    ["baseline", "", /The baseline is empty\. Write it anew with --write-baseline/],
    ["baseline", "[]", /The baseline is a list\. Write it anew/],
    ["waivers", "", /The file of waivers is empty\. Write `formatVersion: 1` and a list of `waivers`/],
    ["facts", "[]", /The file of facts is a list\. Start from what `exeat facts init` writes/],
  ])("--%s of a file that holds %j is called by its name, with what to do", async (option, text, says) => {
    const file = join(folder, `none-${option}`);
    writeFileSync(file, text);
    const { code, err } = await diff(`--${option}`, file, "--date", "2026-11-26");
    expect([code, err]).toEqual([2, expect.stringMatching(says)]);
    expect(err).not.toMatch(/workload/);
  });
});

describe("waivers", () => {
  const file = join(folder, "waivers.yaml");
  const write = (expires: string, more = "") =>
    writeFileSync(
      file,
      `formatVersion: 1\nwaivers:\n  - rule: blocking-loss\n    component: aws_s3_bucket.drafts\n    owner: Uploads team\n    reason: Polls the bucket from January on.\n    expires: ${expires}\n${more}`,
    );
  const gate = ["--fail-on", "new-blocking-loss", "--waivers", file];

  test("cover until their last day and are said; the day after, the gate fails", async () => {
    write("2027-01-31");
    const held = await diff(...gate, "--date", "2027-01-31");
    expect([held.code, held.out]).toEqual([
      0,
      expect.stringContaining("waived by Uploads team until 2027-01-31: Polls the bucket from January on."),
    ]);
    const ended = await diff(...gate, "--date", "2027-02-01");
    expect(ended.code).toBe(1);
    expect(ended.err).toMatch(/failed: new-blocking-loss\n[\s\S]*failed: expired-waiver\n.*Uploads team/);
  });

  test("that nothing needs are said", async () => {
    write("2027-01-31", "  - { rule: hole, component: module.gone, owner: O, reason: R, expires: 2027-01-01 }\n");
    const { code, out } = await diff(...gate, "--date", "2026-11-26");
    expect([code, out]).toEqual([0, expect.stringContaining("unused waiver of O: hole of module.gone")]);
  });

  test("of one root do not cover another: an address that two roots have is refused with both", async () => {
    const [root, without] = [join(folder, "roots"), join(folder, "roots-before")];
    for (const name of ["dev", "prod"]) {
      for (const side of [root, without]) {
        mkdirSync(join(side, name), { recursive: true });
        writeFileSync(join(side, name, "backend.tf"), 'terraform {\n  backend "s3" {}\n}\n');
      }
      writeFileSync(join(root, name, "main.tf"), readFileSync(join(HEAD, "uploads-copy.tf"), "utf8"));
    }
    write("2027-01-31");
    const judge = () => exeat(["diff", without, root, "--to", "scaleway", ...gate, "--date", "2026-11-28"]);
    const bare = await judge();
    expect([bare.code, bare.out]).toEqual([2, ""]);
    expect(bare.err).toContain(
      `error[EX0361]: A name is of several roots\n  at ${file}:4\n  \`aws_s3_bucket.drafts\` stands for \`dev:aws_s3_bucket.drafts\`, \`prod:aws_s3_bucket.drafts\`. Write which is meant, with its root; all of them are \`*:aws_s3_bucket.drafts\`.`,
    );
    for (const [component, code] of [
      ["dev:aws_s3_bucket.drafts", 1],
      ['"*:aws_s3_bucket.drafts"', 0],
    ] as const) {
      writeFileSync(file, readFileSync(file, "utf8").replace(/component: .*/, `component: ${component}`));
      expect([component, (await judge()).code]).toEqual([component, code]);
    }
  });

  test("are written as docs/pipelines.md shows them", async () => {
    const [, example = ""] = /```yaml\n([\s\S]*?)```/.exec(readFileSync("docs/pipelines.md", "utf8")) ?? [];
    writeFileSync(file, example);
    expect((await diff(...gate, "--date", "2027-01-31")).code).toBe(0);
    expect((await diff(...gate, "--date", "2027-02-01")).code).toBe(1);
  });

  test.each([
    ["a missing owner", (text: string) => text.replace(/ +owner.*\n/, ""), /waivers\.yaml:\d+[\s\S]*owner/],
    ["an owner of blanks", (text: string) => text.replace("Uploads team", '" "'), /waivers\.yaml:5[\s\S]*owner/],
    ["a day that does not exist", (text: string) => text.replace("2027-01-31", "2027-02-31"), /waivers\.yaml:7/],
    ["a misspelt field", (text: string) => text.replace("reason", "raeson"), /Did you mean `reason`/],
    ["a cloud that is not there", (text: string) => `${text}    target: scalway\n`, /no cloud "scalway"/],
    ["an unknown rule", (text: string) => text.replace("blocking-loss", "blocking"), /waivers\.yaml:3/],
  ])("with %s are refused at their line", async (_, broken, says) => {
    write("2027-01-31");
    writeFileSync(file, broken(readFileSync(file, "utf8")));
    const { code, out, err } = await diff(...gate, "--date", "2026-11-26");
    expect([code, out, err]).toEqual([2, "", expect.stringMatching(says)]);
  });
});

describe("what can be compared", () => {
  test("workloads, at the lines of their YAML", async () => {
    const head = join(folder, "head.yaml");
    const text = readFileSync(STACK, "utf8");
    writeFileSync(head, `# one line more\n${text.replace("multi-zone", "none")}`);
    const words = ["diff", STACK, head, "--from", "aws", "--to", "ovh", "--format", "json"];
    const { code, out } = await exeat(words);
    expect(code).toBe(0);
    const { components, findings } = Change.parse(JSON.parse(out));
    expect(components.map((c) => [c.id, c.differences.map((d) => [d.path, d.before, d.after])])).toEqual([
      ["orders", expect.arrayContaining([["highAvailability", "multi-zone", "none"]])],
    ]);
    expect(findings.filter((f) => f.state === "new")).toEqual([]);
    expect(findings.every((f) => f.at.file.endsWith(".yaml") && (f.at.line ?? 0) > 0)).toBe(true);
  });

  test("states, where results have a resource and no line", async () => {
    const state = (versions: boolean) =>
      JSON.stringify({
        ...{ version: 4, terraform_version: "1.9.0", serial: 1, lineage: "x", outputs: {} },
        resources: [
          {
            ...{
              mode: "managed",
              type: "aws_s3_bucket",
              name: "a",
              provider: 'provider["registry.example/hashicorp/aws"]',
            },
            instances: [{ schema_version: 0, attributes: { id: "a", bucket: "a" } }],
          },
          ...(versions
            ? [
                {
                  ...{
                    mode: "managed",
                    type: "aws_kinesis_stream",
                    name: "s",
                    provider: 'provider["registry.example/hashicorp/aws"]',
                  },
                  instances: [{ schema_version: 0, attributes: { id: "s", name: "s" } }],
                },
              ]
            : []),
        ],
      });
    const [base, head] = [join(folder, "base.tfstate"), join(folder, "head.tfstate")];
    writeFileSync(base, state(false));
    writeFileSync(head, state(true));
    const { out } = await exeat(["diff", base, head, "--to", "ovh", "--format", "sarif"]);
    const { results } = Sarif.parse(JSON.parse(out)).runs[0]!;
    expect(results.map((r) => [r.ruleId, r.locations])).toEqual([
      [
        "foreign-type",
        [
          {
            physicalLocation: { artifactLocation: { uri: `file://${head}` } },
            logicalLocations: [{ fullyQualifiedName: ".:aws_kinesis_stream.s", kind: "resource" }],
          },
        ],
      ],
    ]);
    const mixed = await exeat(["diff", SHOP, head, "--to", "ovh"]);
    expect(mixed.err).toMatch(/warning\[EX0013\].*\n.*The base is hcl, the head state/);
  });

  test("an estate that begins with the change, not a path that is wrong", async () => {
    const begins = await exeat(["diff", none, SHOP, "--to", "ovh", "--format", "json"]);
    const { components } = Change.parse(JSON.parse(begins.out));
    expect([begins.code, new Set(components.map((c) => c.change))]).toEqual([0, new Set(["added"])]);
    expect(begins.err).toMatch(/warning\[EX0012\]: The base of the change has no estate/);
    expect((await exeat(["diff", join(none, "typo"), SHOP, "--to", "ovh"])).code).toBe(2);
    expect((await exeat(["diff", none, none, "--to", "ovh"])).code).toBe(2);
  });

  test("what is described in another form is no empty estate, and no gate passes over it", async () => {
    const code = join(folder, "with-stack");
    const other = join(folder, "stack-alone");
    for (const at of [code, other]) {
      mkdirSync(at);
      writeFileSync(join(at, "template.yaml"), "Resources:\n  B:\n    Type: AWS::RDS::DBInstance\n");
    }
    writeFileSync(join(code, "main.tf"), 'resource "aws_s3_bucket" "a" {\n  bucket = "a"\n}\n');
    const gated = await exeat(["diff", code, code, "--to", "ovh", "--fail-on", "incomplete"]);
    expect([gated.code, gated.out]).toEqual([1, expect.stringMatching(/^complete: false/)]);
    const begins = await exeat(["diff", other, code, "--to", "ovh"]);
    expect([begins.code, begins.err]).toEqual([2, expect.stringMatching(/EX0201[\s\S]*EX0225/)]);
  });

  test("a head without an estate is a checkout that failed, until an empty file says that it is not", async () => {
    const gate = ["--to", "ovh", "--fail-on", "new-loss", "--allow-partial"];
    const sparse = await exeat(["diff", SHOP, none, ...gate]);
    expect([sparse.code, sparse.out]).toEqual([2, ""]);
    expect(sparse.err).toMatch(/^error\[EX0360\]: The head of the change has no estate/);
    expect(sparse.err).not.toMatch(/EX0201/);
    const left = join(folder, "left");
    mkdirSync(left);
    writeFileSync(join(left, "main.tf"), "terraform {}\n");
    const elsewhere = join(folder, "elsewhere");
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, "main.tf"), 'resource "scaleway_object_bucket" "a" {\n  name = "a"\n}\n');
    const ends = await exeat(["diff", elsewhere, left, ...gate, "--format", "json"]);
    const { base, head, components } = Change.parse(JSON.parse(ends.out));
    expect([ends.code, base.cloud, head.cloud, components.map((c) => `${c.change} ${c.kind}`)]).toEqual([
      ...[0, "scaleway", "scaleway"],
      ["removed object-bucket"],
    ]);
  });
});
