import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { oneTarget, regionDiagnostics, targetsNamed } from "../../cli/targets.ts";
import { exeat, STACK, temporary } from "./exeat.ts";

const folder = temporary();

const synth = (...to: string[]) => exeat(["synth", STACK, "--check", "--allow-partial", ...to]);

test("a region is found whatever its case, and written as its cloud writes it", async () => {
  const words = ["diff", STACK, "--from", "aws", "--to", "ovh:eu-west-par,scaleway:FR-PAR", "--format", "json"];
  const { code, out, err } = await exeat(words);
  expect(code).toBe(0);
  expect(err).not.toContain("EX0002");
  const targets = JSON.parse(out).results.map((r: { target: unknown }) => r.target);
  expect(targets).toEqual([
    { cloud: "ovh", region: "EU-WEST-PAR" },
    { cloud: "scaleway", region: "fr-par" },
  ]);
});

describe("a slip is refused with what was meant, before anything is read:", () => {
  test.each([
    ["a letter too few", "ovh:EU-WST-PAR", "EU-WEST-PAR"],
    ["a letter too many", "ovh:grra11", "GRA11"],
    ["another letter", "scaleway:fr-pat", "fr-par"],
    ["two letters swapped", "aws:eu-wset-3", "eu-west-3"],
    ["a zone of AWS", "aws:eu-west-3a", "eu-west-3"],
    ["a zone of Scaleway", "scaleway:fr-par-1", "fr-par"],
  ])("%s", async (_, to, meant) => {
    expect(await synth("--to", to)).toEqual({
      code: 2,
      out: "",
      err: expect.stringMatching(new RegExp(`^error\\[EX0001\\]: .* the region .*: did you mean ${meant}\\?\n$`)),
    });
    const [cloud = "", region = ""] = to.split(":");
    expect((await synth("--to", cloud, "--region", region)).err).toContain(`did you mean ${meant}?`);
  });
});

test.each([
  "aws:us-west-1",
  "aws:me-south-1",
  "aws:eu-west-4",
  "ovh:GRA5",
  "ovh:GRA",
  "ovh:US-EAST-VA-1",
  "scaleway:xx-new",
])("%s may be a region that the catalogue does not know: it is a warning", (to) => {
  const target = oneTarget({ to });
  expect(`${target.cloud.id}:${target.region}`).toBe(to);
  expect(regionDiagnostics([target]).map((d) => d.code)).toEqual(["EX0002"]);
});

describe("leaving a cloud for itself", () => {
  const estate = (name: string, ...regions: string[]) => {
    const at = join(folder, name);
    mkdirSync(at);
    const of = (region: string, i: number) =>
      `provider "aws" {\n  region = "${region}"${i > 0 ? `\n  alias  = "r${i}"` : ""}\n}\n` +
      `resource "aws_s3_bucket" "b${i}" {\n  bucket = "b${i}"${i > 0 ? `\n  provider = aws.r${i}` : ""}\n}\n`;
    writeFileSync(join(at, "main.tf"), regions.map(of).join(""));
    return at;
  };
  const paris = estate("paris", "eu-west-3");
  const both = estate("both", "eu-west-3", "us-east-1");

  test.each([
    ["assess", [paris]],
    ["plan", [paris]],
    ["diff", [paris]],
    ["diff", [both, paris]],
    ["facts", ["init", paris]],
  ])("in one region is refused by %s %j", async (command, paths) => {
    const { code, out, err } = await exeat([command, ...paths, "--to", command === "facts" ? "aws" : "scaleway,aws"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(
      /^error\[EX0001\]: what was given runs at Amazon Web Services in eu-west-3 already, .*name another cloud or region/m,
    );
  });

  test.each([
    ["for another region", paris, "aws:eu-central-1"],
    ["for one of its regions", both, "aws"],
    ["when no code says where it stands", estate("nowhere"), "aws"],
  ])("is measured with a warning %s", async (_, at, to) => {
    writeFileSync(join(at, "more.tf"), 'resource "aws_s3_bucket" "more" {}\n');
    const { code, err } = await exeat(["assess", at, "--to", to, "--scenario", "region-outage"]);
    expect([code, err]).toEqual([
      0,
      expect.stringMatching(/warning\[EX0022\]: The target is the cloud that is left\n/),
    ]);
  });

  test("has every type there too, and charges its work as before", async () => {
    const at = estate("queue", "eu-west-3");
    writeFileSync(join(at, "q.tf"), 'resource "aws_sqs_queue" "q" {}\n');
    const read = async (...words: string[]) => JSON.parse((await exeat([...words, "--format", "json"])).out);
    const [there, elsewhere] = [
      await read("assess", at, "--to", "aws:eu-central-1"),
      await read("assess", at, "--to", "scaleway"),
    ];
    const same = "the same service, in another region";
    expect(there.foreign.map((f: { instead: string }) => f.instead)).toEqual([same]);
    expect((await read("diff", at, "--to", "aws:eu-central-1")).foreign[0].instead).toBe(same);
    const work = (a: typeof there) => a.workItems.filter((w: { id: string }) => /^queue\./.test(w.id));
    expect(work(there).length).toBeGreaterThan(0);
    expect(work(there)).toEqual(work(elsewhere));
    const text = await exeat(["assess", at, "--to", "aws:eu-central-1", "--quiet"]);
    expect(text.out).toContain("Foreign: made again by hand");
    const change = await read("diff", paris, at, "--to", "aws:eu-central-1");
    expect(change.findings.map((f: { rule: string; instead?: string }) => [f.rule, f.instead])).toContainEqual([
      "foreign-type",
      "The same service, in another region.",
    ]);
  });

  test("says nothing of another cloud", async () => {
    expect((await exeat(["assess", paris, "--to", "ovh"])).err).not.toContain("EX0022");
  });
});

test("two regions for one target contradict each other; one said twice does not", async () => {
  const { code, err } = await synth("--to", "aws:eu-west-1", "--region", "eu-west-3");
  expect([code, err]).toEqual([2, expect.stringMatching(/--to aws:eu-west-1 and --region eu-west-3 name two regions/)]);
  expect(targetsNamed({ to: "ovh:GRA11", region: "gra11" })[0].region).toBe("GRA11");
});
