import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { Assessment } from "../../assessment/assessment.ts";
import { Diff } from "../../assessment/diff.ts";
import { Inventory } from "../../assessment/inventory.ts";
import { Matrix } from "../../assessment/matrix.ts";
import { Plan } from "../../migration-plans/plan.ts";
import { expectGolden } from "../report/golden.ts";
import { exeat, SHOP, STACK, temporary } from "./exeat.ts";

const folder = temporary();
const SHOP_HERE = relative(process.cwd(), SHOP);

async function json(...words: string[]): Promise<unknown> {
  const { code, out } = await exeat([...words, "--format", "json"]);
  expect(code).toBe(0);
  return JSON.parse(out);
}

describe("results are what their schemas say", () => {
  test("inventory", async () => {
    const result = Inventory.parse(await json("inventory", SHOP));
    expect(result.counts).toMatchObject({ natives: 36, recognised: 30, foreign: 5, elsewhere: 1 });
    expect(result.source.cloud).toBe("aws");
  });

  test("a folder is the same however it is written", async () => {
    const ids = async (path: string) => Inventory.parse(await json("inventory", path)).components.map((c) => c.id);
    const plain = await ids(SHOP_HERE);
    for (const path of [SHOP, `${SHOP_HERE}/`, `./${SHOP_HERE}//`]) expect(await ids(path)).toEqual(plain);
  });

  test("one target gives the object, several the list", async () => {
    const one = Assessment.parse(await json("assess", SHOP, "--to", "scaleway"));
    const { formatVersion, results } = (await json("assess", SHOP, "--to", "scaleway,ovh:GRA")) as {
      formatVersion: number;
      results: unknown[];
    };
    expect([formatVersion, results[0]]).toEqual([1, one]);
    expect(Assessment.parse(results[1]).target).toEqual({ cloud: "ovh", region: "GRA" });
  });

  test("every reason to leave against every target, a row each, as each assessment says", async () => {
    const matrix = Matrix.parse(await json("assess", SHOP, "--to", "scaleway,ovh", "--all-scenarios"));
    expect(matrix.rows).toHaveLength(10);
    const words = ["assess", SHOP, "--to", "ovh", "--scenario", "bouton-rouge"];
    const { effort, reading } = Assessment.parse(await json(...words));
    const row = matrix.rows.find((r) => r.target === "ovh" && r.scenario === "bouton-rouge");
    expect(row?.effort).toEqual({ p50: effort.p50, p80: effort.p80 });
    expect([row?.lost, row?.mayBeLost]).toEqual([reading.lost.length, reading.mayBeLost.length]);
    const svg = await exeat(["assess", SHOP, "--to", "ovh", "--all-scenarios", "--format", "svg"]);
    expect([svg.code, svg.err]).toEqual([2, expect.stringContaining("text, json, markdown")]);
  });

  test("diff and plan", async () => {
    Diff.parse(await json("diff", SHOP, "--to", "ovh"));
    const plan = Plan.parse(await json("plan", SHOP, "--to", "ovh", "--engine", "terraform"));
    expect(plan.targetCode).toEqual({ engine: "terraform", files: expect.arrayContaining(["target/cdk.tf.json"]) });
  });

  test("keys stand in the order of the schema", async () => {
    for (const [command, schema] of Object.entries({
      inventory: Inventory,
      assess: Assessment,
      diff: Diff,
      plan: Plan,
    })) {
      const result = await json(command, SHOP, ...(command === "inventory" ? [] : ["--to", "ovh"]));
      expect(JSON.stringify(schema.parse(result))).toBe(JSON.stringify(result));
    }
  });

  test("--date is beside the date of the facts, which it does not change; --scenario is in it", async () => {
    const words = ["assess", SHOP, "--to", "ovh"];
    const without = Assessment.parse(await json(...words));
    const { catalogue } = without.tool;
    expect(catalogue).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(without.tool.date).toBeUndefined();
    const stated = Assessment.parse(await json(...words, "--date", "2030-01-02", "--scenario", "price-shock"));
    expect([stated.tool.catalogue, stated.tool.date, stated.scenario]).toEqual([
      catalogue,
      "2030-01-02",
      "price-shock",
    ]);
    const before = await exeat([...words, "--date", "2020-01-01", "--format", "json"]);
    expect(Assessment.parse(JSON.parse(before.out)).tool).toMatchObject({ catalogue, date: "2020-01-01" });
    expect(before.err).toContain(`was read up to ${catalogue}`);
    expect((await exeat([...words, "--date", catalogue])).err).not.toContain("EX0388");
  });

  test("--from decides what the estate is seen as", async () => {
    const { counts, source } = Inventory.parse(await json("inventory", SHOP, "--from", "scaleway"));
    expect([source.cloud, counts.recognised, counts.elsewhere]).toEqual(["scaleway", 0, 36]);
  });

  test("--var-file gives values, --plan lays a plan over the code", async () => {
    const values = join(folder, "more.tfvars");
    writeFileSync(
      values,
      'office_cidrs = ["198.51.100.0/24"]\norders = { instance_class = "db.m6g.large", highly_available = false }\n',
    );
    const rows = async (...more: string[]) =>
      Diff.parse(await json("diff", SHOP, "--to", "scaleway", ...more)).components.find(
        (c) => c.kind === "sql-database",
      )?.rows ?? [];
    const availability = (list: Diff["components"][number]["rows"]) =>
      list.find((r) => r.path === "highAvailability")?.from;
    expect(availability(await rows())).toBe("multi-zone");
    expect(availability(await rows("--var-file", values))).not.toBe("multi-zone");
    const real = join(SHOP, "../../test/fixtures/real");
    const workload = async (...more: string[]) => (await exeat(["adopt", real, ...more])).out;
    expect(await workload()).toContain("encryptionKey: { external: aws_kms_key.records.arn }");
    expect(await workload("--plan", join(real, "plan-noop.json"))).toMatch(/external: arn:aws:kms:.*\n +literal: true/);
    const { code, err } = await exeat(["inventory", SHOP, "--plan", values]);
    expect([code, err]).toEqual([0, expect.stringMatching(/error\[EX0222\]/)]);
  });

  test("a price factor is said as it was given, in every format that says it", async () => {
    const shock = ["assess", SHOP, "--to", "ovh", "--scenario", "price-shock", "--price-factor", "1.05"];
    expect((await exeat(shock)).out).toContain("Prices × 1.05: a month at the source");
    expect((await exeat([...shock, "--format", "html", "--lang", "fr"])).out).toContain("× 1,05");
  });

  test("what is not known of a component is not called like what could not be read of the estate", async () => {
    const folderOfOne = join(folder, "open-name");
    mkdirSync(folderOfOne);
    writeFileSync(
      join(folderOfOne, "main.tf"),
      'variable "name" {\n  sensitive = true\n}\nresource "aws_s3_bucket" "b" {\n  bucket = var.name\n}\n',
    );
    const inventory = (await exeat(["inventory", folderOfOne])).out;
    expect(inventory).toContain("besides: 0 data sources, 0 holes of the estate");
    expect(inventory).toMatch(/object-bucket {2}\S+ {2}\S+ {2}1 unknown value\n/);
    const assessed = (await exeat(["assess", folderOfOne, "--to", "ovh"])).out;
    expect(assessed).toMatch(/^Read .*0 unreadable; 0 holes of the estate$/m);
    expect(assessed).toMatch(/^ {2}\w+ +object storage bucket .*1 unknown value$/m);
  });

  test("a region nobody listed is passed on, with a warning", async () => {
    const { code, out, err } = await exeat(["assess", SHOP, "--to", "scaleway:xx-new", "--format", "json"]);
    expect([code, Assessment.parse(JSON.parse(out)).target.region]).toEqual([0, "xx-new"]);
    expect(err).toMatch(/warning\[EX0002\].*\n.*fr-par/);
  });
});

describe("workloads", () => {
  test("side by side on two clouds, the same from YAML and TypeScript but for where it stands", async () => {
    const strip = (result: Diff) => ({ ...result, source: { ...result.source, paths: [] }, diagnostics: [] });
    const yaml = Diff.parse(await json("diff", STACK, "--from", "aws", "--to", "scaleway"));
    const module = Diff.parse(await json("diff", STACK.replace(/yaml$/, "ts"), "--from", "aws", "--to", "scaleway"));
    expect(strip(module)).toEqual(strip(yaml));
    expect(yaml.source.kind).toBe("workload");
    expect(yaml.components.map((c) => c.id)).toEqual(
      expect.arrayContaining(["front", "network", "orders", "web-a", "workers", "zone"]),
    );
  });

  test("what the source does not give either is said", async () => {
    const { err } = await exeat(["diff", STACK, "--from", "ovh", "--to", "aws"]);
    expect(err).toMatch(/warning\[EX0005\].*\n.*network/);
  });

  test("an adopted one runs where it was adopted", async () => {
    const { out } = await exeat(["adopt", SHOP]);
    const { code, out: diff } = await exeat(["diff", "-", "--to", "scaleway", "--format", "json"], { stdin: out });
    expect([code, Diff.parse(JSON.parse(diff)).source.cloud]).toEqual([0, "aws"]);
  });

  test("mistakes stand at their line, and nothing is written", async () => {
    const file = join(folder, "broken.yaml");
    writeFileSync(file, readFileSync(STACK, "utf8").replace("versioning: true", "versionning: true"));
    const { code, out, err } = await exeat(["synth", file, "--to", "aws", "--out", join(folder, "never")]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/error\[EX0505\].*\n {2}at .*broken\.yaml:\d+/);
    expect((await exeat(["diff", file, "--from", "aws", "--to", "ovh"])).code).toBe(2);
  });
});

describe("adopt", () => {
  test("without --out the workload is stdout and the report stderr: a pipe into synth works", async () => {
    const { code, out, err } = await exeat(["adopt", SHOP, "--format", "text"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^formatVersion: 1\n/);
    expect(err).toContain("Adopted ");
    const synth = await exeat(["synth", "-", "--to", "scaleway", "--out", join(folder, "piped")], { stdin: out });
    expect([synth.code, synth.out]).toEqual([0, expect.stringContaining("5 components")]);
  });

  test("at home, ids become import blocks; elsewhere there are none", async () => {
    const { out } = await exeat(["adopt", SHOP]);
    for (const to of ["aws", "scaleway"])
      await exeat(["synth", "-", "--to", to, "--out", join(folder, to)], { stdin: out });
    const imports = readFileSync(join(folder, "aws/imports.tf"), "utf8");
    expect(imports).toContain('import {\n  to = aws_db_instance.orders\n  id = "shop-production-orders"\n}');
    expect(() => readFileSync(join(folder, "scaleway/imports.tf"))).toThrow(/ENOENT/);
  });
});

/** Hours, days and shares change with the effort model: goldens show the words around them. */
const withoutNumbers = (text: string) =>
  text
    .replace(/(P\d0|P95) [\d,.]+/g, "$1 N")
    .replace(/−[\d,.]+/g, "−N")
    .replace(/ +\d+ %/g, " N %")
    .replace(/[\d,.]+ to [\d,.]+ h \(likely [\d,.]+\)/g, "N to N h (likely N)")
    .replace(/[\d,.]+(?: to [\d,.]+)? (EUR|USD)\b/g, "N $1")
    .replace(/\d{4}-\d\d-\d\d/g, "DATE");

describe("what people see of the example shop", () => {
  test.each<[name: string, words: string[]]>([
    ["inventory.txt", ["inventory", SHOP_HERE]],
    ["assess.txt", ["assess", SHOP_HERE, "--to", "scaleway", "--facts", `${SHOP_HERE}/exeat.yaml`]],
    ["adopt.txt", ["adopt", SHOP_HERE, "--out", join(folder, "w.yaml")]],
    ["plan.txt", ["plan", SHOP_HERE, "--to", "ovh"]],
  ])("%s", async (name, words) => {
    const { code, out } = await exeat(words);
    expect(code).toBe(0);
    const text = withoutNumbers(out.replaceAll(folder, "FOLDER"));
    expect(text.split("\n").length).toBeLessThanOrEqual(62);
    expectGolden(`cli/${name}`, text);
  });

  test("diff.txt: the database", async () => {
    const { out } = await exeat(["diff", SHOP_HERE, "--to", "scaleway"]);
    expectGolden("cli/diff.txt", `${out.split("\n\n").slice(0, 2).join("\n\n")}\n`);
  });
});
