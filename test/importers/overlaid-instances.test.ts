import { describe, expect, test } from "@jest/globals";
import { readEstate } from "../../importers/read-estate.ts";
import { nativeId } from "../../providers/native.ts";
import { memoryFiles } from "./memory-files.ts";

const knowledge = { sensitive: () => false };
type Configured = { readonly [argument: string]: object };

/** A plan with these instances of `x_y` resources, beside what its configuration says of each block. */
function plan(addresses: readonly string[], blocks: Readonly<Record<string, Configured>>, variables = {}): string {
  return JSON.stringify({
    format_version: "1.2",
    variables,
    resource_changes: addresses.map((address) => ({
      ...{ address, mode: "managed", type: "x_y", name: /x_y\.(\w+)/.exec(address)?.[1], provider_name: "a/b/x" },
      ...(address.endsWith("]") ? { index: JSON.parse(/\[([^[]*)\]$/.exec(address)?.[1] ?? "0") } : {}),
      change: { actions: ["create"], after: { n: address }, after_unknown: {} },
    })),
    configuration: {
      root_module: { resources: Object.entries(blocks).map(([name, rest]) => ({ type: "x_y", name, ...rest })) },
    },
  });
}

async function read(files: Readonly<Record<string, string>>, overlayPlan = "p.json") {
  const all = memoryFiles({ "c/main.tf": "", ...files });
  const { roots, diagnostics, complete } = await readEstate(["c"], { files: all, knowledge, overlayPlan });
  return {
    complete,
    addresses: roots.flatMap((root) => root.natives.map((n) => n.address)),
    ids: roots.flatMap((root) => root.natives.map(nativeId)),
    holes: roots.flatMap((root) => root.holes.map((h) => `${h.address} ${h.path}`)),
    told: diagnostics.map((d) => `${d.code} ${d.detail}`),
  };
}

const BY_VARIABLE = { for_each_expression: { references: ["var.v"] } };

describe("a plan over code", () => {
  const main = 'variable "v" { type = map(string) }\nresource "x_y" "b" {\n  for_each = var.v\n  n = each.key\n}\n';

  test("settles how many there are, and the values of the root's variables", async () => {
    const variables = { v: { value: { one: "1", two: "2" } } };
    const both = plan(['x_y.b["one"]', 'x_y.b["two"]'], { b: BY_VARIABLE }, variables);
    expect(await read({ "c/main.tf": main, "p.json": both })).toMatchObject({
      complete: true,
      addresses: ['x_y.b["one"]', 'x_y.b["two"]'],
      holes: [],
      told: [],
    });
  });

  test("settles that there are none, and how often a module is called", async () => {
    const code = `${main}resource "x_y" "a" {}\nmodule "m" {\n  source = "./m"\n  count = length(var.v)\n}\n`;
    const inner = 'resource "x_y" "c" {}\n';
    const none = plan(["x_y.a", "module.m[0].x_y.c"], { a: {}, b: BY_VARIABLE });
    const { complete, addresses, holes } = await read({ "c/main.tf": code, "c/m/main.tf": inner, "p.json": none });
    expect([complete, addresses, holes]).toEqual([true, ["x_y.a", "module.m[0].x_y.c"], ["var.v "]]);
  });

  test("leaves open what stands in another root, or what it says nothing of", async () => {
    const others = { "c/one/main.tf": `${main}resource "x_y" "a" {}\n`, "c/two/main.tf": main };
    const settled = plan(["x_y.a", 'x_y.b["q"]'], { a: {}, b: BY_VARIABLE });
    const { complete, holes, told } = await read({ ...others, "p.json": settled });
    expect([complete, holes.filter((h) => h.startsWith("x_y"))]).toEqual([false, ["x_y.b for_each"]]);
    expect(told.filter((t) => t.startsWith("EX0110"))).toHaveLength(1);
    const silent = await read({ "c/main.tf": others["c/one/main.tf"], "p.json": plan(["x_y.a"], { a: {} }) });
    expect([silent.complete, silent.told.map((t) => t.slice(0, 6)).sort()]).toEqual([false, ["EX0110", "EX0223"]]);
  });

  test.each([
    ["anywhere", "p.json", "EX0221", []],
    ["in the folder of one", "c/live/two/p.json", undefined, ["live/two:x_y.a[0]"]],
  ])("of one of several units that run the same code lies %s", async (_, at, code, settled) => {
    const files = {
      "c/app/main.tf": 'variable "n" {}\nresource "x_y" "a" {\n  count = var.n\n}\n',
      "c/live/one/terragrunt.hcl": 'terraform { source = "../../app" }',
      "c/live/two/terragrunt.hcl": 'terraform { source = "../../app" }',
      [at]: plan(["x_y.a[0]"], { a: { count_expression: { references: ["var.n"] } } }, { n: { value: 1 } }),
    };
    const { ids, told } = await read(files, at);
    expect(told.find((text) => text.startsWith("EX022"))?.slice(0, 6)).toBe(code);
    expect(ids.filter((id) => id.endsWith("[0]"))).toEqual(settled);
  });

  test("has fewer instances than the code by its own values: each is named", async () => {
    const code = `variable "v" {\n  default = { a = 1, b = 2 }\n}\n${main.slice(main.indexOf("resource"))}`;
    const { addresses, told, complete } = await read({
      "c/main.tf": code,
      "p.json": plan(['x_y.b["a"]'], { b: BY_VARIABLE }),
    });
    expect([complete, addresses]).toEqual([true, ['x_y.b["a"]']]);
    expect(told).toEqual([expect.stringMatching(/^EX0032 x_y\.b\["b"\]: by the values the code was read with/)]);
  });

  test("has fewer than a constant of the code asks for: they are read from the code", async () => {
    const code = 'resource "x_y" "b" {\n  count = 2\n}\n';
    const part = plan(["x_y.b[0]"], { b: { count_expression: { constant_value: 2 } } });
    const { addresses, told } = await read({ "c/main.tf": code, "p.json": part });
    expect([addresses, told]).toEqual([
      ["x_y.b[0]", "x_y.b[1]"],
      [expect.stringMatching(/^EX0223 x_y\.b\[1\] is read/)],
    ]);
    const alone = await readEstate(["p.json"], { files: memoryFiles({ "p.json": part }), knowledge });
    expect([alone.complete, alone.diagnostics.map((d) => d.detail.split(":")[0])]).toEqual([false, ["x_y.b[1]"]]);
  });
});
