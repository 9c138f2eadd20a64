import { describe, expect, test } from "@jest/globals";
import type { ImportResult } from "../../../importers/importer.ts";
import type { Tree } from "../../../providers/native.ts";
import { nativeAt, readFolder } from "./memory-files.ts";

const nativesOf = (result: ImportResult): string[] =>
  result.roots.flatMap((root) => root.natives.map((native) => `${root.name}:${native.address}`));

/** `x` of `thing.a`, by root. */
const xOf = (result: ImportResult): Record<string, Tree | undefined> =>
  Object.fromEntries(result.roots.map((root) => [root.name, nativeAt(root, "thing.a").args["x"]]));

describe("Terragrunt", () => {
  const terragrunt = `
terraform { source = "../../aws//app" }
dependency "net" { config_path = "../net" }
dependency "key" { config_path = "../key" }
inputs = { vpc = dependency.net.outputs.vpc }
`;

  test("gives holes to the root it runs, and the report says that values come from outside", async () => {
    const result = await readFolder({
      "/w/aws/app/main.tf": 'variable "vpc" {}\nresource "thing" "a" {\n  vpc = var.vpc\n  env = var.generated\n}',
      "/w/live/app/terragrunt.hcl": terragrunt,
    });
    expect(result.roots.map((root) => root.name)).toEqual(["live/app"]);
    expect(result.roots[0]?.holes.map((hole) => [hole.kind, hole.address])).toEqual([
      ["outside", "var.vpc"],
      ["outside", "var.generated"],
      ["outside", 'terragrunt["live/app"].dependency.net'],
      ["outside", 'terragrunt["live/app"].dependency.key'],
      ["outside", 'terragrunt["live/app"].inputs'],
    ]);
    expect(result.diagnostics).toMatchObject([{ severity: "info", code: "EX0113" }]);
  });

  test.each([
    ["a choice of two", '"${get_env("E") == "p" ? "git::https://x//app" : "../../aws//app"}"'],
    ["at another version", '"git::../../aws//app?ref=${trimspace(file("ref"))}"'],
    ["below the repository", '"${get_repo_root()}//aws/app"'],
    ["below a folder with a file", '"${dirname(find_in_parent_folders("root.hcl"))}/aws/app"'],
  ])("runs the code here that its source means: %s", async (_, source) => {
    const result = await readFolder({
      "/w/aws/app/main.tf": 'resource "thing" "a" { env = var.generated }',
      "/w/live/app/terragrunt.hcl": `terraform { source = ${source} }`,
    });
    expect(result.roots.map((root) => [root.name, root.holes.map((hole) => hole.address)])).toEqual([
      ["live/app", ["var.generated"]],
    ]);
    expect(result.diagnostics).toEqual([]);
  });

  test("runs what another module calls too", async () => {
    const result = await readFolder({
      "/w/vpc/main.tf": 'resource "thing" "a" {}',
      "/w/all/main.tf": 'module "vpc" { source = "../vpc" }',
      "/w/live/terragrunt.hcl": 'terraform { source = "../vpc" }',
    });
    expect(nativesOf(result)).toEqual(["all:module.vpc.thing.a", "live:thing.a"]);
  });

  test("has its source and inputs from a file that it includes", async () => {
    const include = 'include "env" {\n  path = "${dirname(find_in_parent_folders("root.hcl"))}/_env/app.hcl"\n}\n';
    const result = await readFolder({
      "/w/aws/app/main.tf":
        'variable "size" { default = "s" }\nvariable "name" { default = "n" }\nresource "thing" "a" {\n  x = [var.size, var.name]\n}',
      "/w/root.hcl": "",
      "/w/_env/app.hcl": 'terraform { source = "../../aws/app" }\ninputs = { size = "l", name = "of env" }',
      "/w/live/app/terragrunt.hcl": `${include}inputs = { name = "own" }`,
      "/w/_env/other.hcl": 'inputs = { size = "never" }',
      "/w/live/other/terragrunt.hcl": `${include}include "b" {\n  path = "../../_env/other.hcl"\n  merge_strategy = "no_merge"\n}`,
    });
    expect(xOf(result)).toEqual({ "live/app": ["l", "own"], "live/other": ["l", "of env"] });
  });

  test("whose code is elsewhere is named, and is a hole for what it makes", async () => {
    const unit = (include = "") => `${include}terraform { source = "\${include.env.locals.base}?ref=v1" }`;
    const result = await readFolder({
      "/w/_env.hcl": 'locals { base = "git::https://x//db" }',
      "/w/a/terragrunt.hcl": unit('include "env" { path = "../_env.hcl" }\n'),
      "/w/b/terragrunt.hcl": 'terraform { source = "../gone" }',
      "/w/c/terragrunt.stack.hcl": 'unit "web" {\n  source = "git::https://x//web"\n  path = "web"\n}',
    });
    expect(result.roots.flatMap((root) => root.holes.map((h) => [root.name, h.kind, h.address, h.expression]))).toEqual(
      [
        ["a", "module", 'terragrunt["a"]', "git::https://x//db?ref=v1"],
        ["b", "module", 'terragrunt["b"]', "../gone"],
        ["c", "module", 'terragrunt["c"].unit.web', "git::https://x//web"],
      ],
    );
    expect(result.diagnostics.map((d) => [d.code, d.source?.line, d.detail.split(":").at(0)])).toEqual([
      ["EX0107", 2, "git"],
      ["EX0107", 1, "../gone is called, and there is no code there"],
      ["EX0107", 2, "git"],
    ]);
  });

  test("without its code here is a root of holes only", async () => {
    const result = await readFolder({ "/w/live/terragrunt.hcl": "inputs = {}" });
    expect(result.roots).toMatchObject([{ name: "live", natives: [], holes: [{ kind: "outside" }] }]);
  });
});

describe("units of Terragrunt", () => {
  const APP = `variable "size" { default = "s" }
variable "more" { default = null }
resource "thing" "a" {
  x = [var.size, var.more]
}`;
  const unit = (inputs: string, source = "../../app") => `terraform { source = "${source}" }\ninputs = ${inputs}`;

  test("are a root each, with their own values; the code that they run is none beside them", async () => {
    const result = await readFolder({
      "/w/app/main.tf": APP,
      "/w/live/dev/terragrunt.hcl": unit('{ size = "s" }'),
      "/w/live/prod/terragrunt.hcl": unit('{ size = "l", more = ["a", { b = -1 }] }'),
    });
    expect(xOf(result)).toEqual({ "live/dev": ["s", null], "live/prod": ["l", ["a", { b: -1 }]] });
    expect(result.roots.map((root) => [root.calls, root.bare, root.natives[0]?.at])).toEqual([
      [["app"], undefined, { file: "/w/app/main.tf", line: 3 }],
      [["app"], undefined, { file: "/w/app/main.tf", line: 3 }],
    ]);
    // What is stated is no gap.
    expect([result.roots.flatMap((root) => root.holes), result.diagnostics]).toEqual([[], []]);
  });

  test("whose value nobody can evaluate leave it unknown, each where it stands, whatever the default", async () => {
    const result = await readFolder({
      "/w/app/main.tf": APP,
      "/w/live/dev/terragrunt.hcl": unit('merge(local.all, { size = get_env("SIZE") })'),
      "/w/live/prod/terragrunt.hcl": unit('merge(local.all, { size = "l" })'),
    });
    const [dev, prod] = result.roots;
    expect(xOf(result)).toMatchObject({ "live/dev": [{ expression: "var.size" }, null], "live/prod": ["l", null] });
    expect(dev?.holes.map((hole) => [hole.root, hole.address])).toEqual([
      ["live/dev", "var.size"],
      ["live/dev", 'terragrunt["live/dev"].inputs'],
    ]);
    expect(prod?.holes.map((hole) => hole.address)).toEqual(['terragrunt["live/prod"].inputs']);
  });

  test("stand in the folder of their code too: then that one counts besides", async () => {
    const result = await readFolder({
      "/w/app/main.tf": APP,
      "/w/app/terragrunt.hcl": 'inputs = { size = "own" }',
      "/w/live/terragrunt.hcl": unit('{ size = "l" }', "../app"),
    });
    expect(xOf(result)).toEqual({ app: ["own", null], live: ["l", null] });
  });

  test("run what stands beside their file together with their code, and take its files of variables", async () => {
    const result = await readFolder({
      "/w/app/main.tf": APP,
      "/w/app/terraform.tfvars": 'size = "of code"\nmore = "of code"',
      "/w/live/dev/terragrunt.hcl": unit('{ more = "never" }'),
      "/w/live/dev/extra.tf": 'resource "thing" "b" { y = var.size }',
      "/w/live/dev/terraform.tfvars": 'size = "of unit"',
    });
    expect(nativesOf(result)).toEqual(["live/dev:thing.a", "live/dev:thing.b"]);
    expect(xOf(result)).toEqual({ "live/dev": ["of unit", "of code"] });
  });

  test("may include each other and stay units", async () => {
    const result = await readFolder({
      "/w/app/main.tf": APP,
      "/w/live/dev/terragrunt.hcl": unit('{ size = "l" }'),
      "/w/live/prod/terragrunt.hcl": 'include "dev" { path = "../dev/terragrunt.hcl" }\ninputs = { more = 2 }',
    });
    expect(xOf(result)).toEqual({ "live/dev": ["l", null], "live/prod": ["l", 2] });
  });

  test("are not the file above that they include, though it has their source", async () => {
    const result = await readFolder({
      "/w/app/main.tf": APP,
      "/w/live/terragrunt.hcl": unit('{ size = "l" }', "${get_repo_root()}/app"),
      "/w/live/dev/terragrunt.hcl": 'include "up" { path = find_in_parent_folders() }',
      "/w/live/prod/terragrunt.hcl": 'include "up" { path = find_in_parent_folders() }\ninputs = { more = 2 }',
    });
    expect(xOf(result)).toEqual({ "live/dev": ["l", null], "live/prod": ["l", 2] });
    expect(result.diagnostics).toEqual([]);
  });

  test("that a stack makes are one for each, stacks of stacks too, and their model is none", async () => {
    const made = (kind: string, name: string, source: string) =>
      `${kind} "${name}" {\n  source = "${source}"\n  path = "${name}"\n}\n`;
    const result = await readFolder({
      "/w/app/main.tf": APP,
      "/w/units/app/terragrunt.hcl": unit("{ size = values.size }"),
      "/w/stacks/two/terragrunt.stack.hcl":
        made("unit", "a", "../../units/app") + made("unit", "b", "../../units/app") + made("stack", "x", "../two"),
      "/w/live/terragrunt.stack.hcl": made("stack", "eu", "../stacks/two") + made("unit", "own", "../units/own"),
      "/w/units/own/terragrunt.hcl": unit("{ size = values.size }"),
      "/w/live/own/terragrunt.hcl": unit('{ size = "written" }'),
    });
    expect(nativesOf(result)).toEqual(["live/eu/a:thing.a", "live/eu/b:thing.a", "live/own:thing.a"]);
    expect(xOf(result)).toMatchObject({
      "live/eu/a": [{ expression: "var.size" }, null],
      "live/own": ["written", null],
    });
  });

  test("whose code is elsewhere are a hole for each, those that a stack makes too", async () => {
    const made = (name: string) => `unit "${name}" {\n  source = "../units/app"\n}\n`;
    const result = await readFolder({
      "/w/units/app/terragrunt.hcl": 'terraform { source = "git::https://x//app" }',
      "/w/live/terragrunt.stack.hcl": made("a") + made("b"),
    });
    expect(result.roots.map((root) => [root.name, root.holes.map((hole) => hole.expression)])).toEqual([
      ["live/a", ["git::https://x//app"]],
      ["live/b", ["git::https://x//app"]],
    ]);
  });

  test("of stacks that make each other are counted all the same", async () => {
    const made = (kind: string, name: string, source: string) => `${kind} "${name}" {\n  source = "${source}"\n}\n`;
    const result = await readFolder({
      "/w/app/main.tf": APP,
      "/w/a/terragrunt.stack.hcl": made("stack", "b", "../b") + made("unit", "x", "../app"),
      "/w/b/terragrunt.stack.hcl": made("stack", "a", "../a") + made("stack", "self", "."),
    });
    expect(nativesOf(result)).toEqual(["a/x:thing.a"]);
  });
});
