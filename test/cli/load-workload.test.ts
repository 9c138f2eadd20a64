import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "@jest/globals";
import { nodeFiles } from "../../cli/files.ts";
import { loadWorkload } from "../../cli/load-workload.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "exeat-workloads-"));
// Outside the checkout, so that no package.json but their own stands above the fixtures.
cpSync(join(root, "test/fixtures/workloads"), folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const load = (name: string) => loadWorkload(join(folder, name), nodeFiles());
const places = async (name: string) => {
  const { components, diagnostics } = await load(name);
  expect(diagnostics).toEqual([]);
  return components.map(({ id, at }) => `${id} ${relative(folder, at?.file ?? "")}:${at?.line}`);
};
const complaint = async (name: string) => {
  const { diagnostics, document } = await load(name);
  expect(document).toBeUndefined();
  return diagnostics.map(({ code, source, detail }) => {
    const line = source?.line === undefined ? "" : `:${source.line}`;
    return `${code} ${relative(folder, source?.file ?? "")}${line} ${detail}`;
  });
};

describe("a module that exports one workload", () => {
  test("loads with no package.json, an enum, a parameter property and a `.js` specifier", async () => {
    expect(await places("bare/workload.ts")).toEqual([
      "archive/documents bare/workload.ts:13",
      "archive/logs bare/workload.ts:12",
    ]);
  });
  test("loads below `type: commonjs`, in TypeScript", async () => {
    expect(await places("commonjs/workload.ts")).toEqual(["logs commonjs/workload.ts:4"]);
  });
  test.each(["commonjs/script.js", "commonjs/named.js"])("loads from CommonJS: %s", async (name) => {
    expect(await places(name)).toEqual([`logs ${name}:4`]);
  });
  test("loads below `type: module` with a top-level await, exported twice", async () => {
    expect(await places("module/workload.js")).toEqual(["logs module/workload.js:5"]);
  });
  test("may hold anything else beside it, and references inside a composite stay in the composite", async () => {
    const { components } = await load("bare/workload.ts");
    expect(components[0]?.props).toMatchObject({
      accessLogs: { bucket: { component: "archive/logs", output: "name" } },
    });
    expect(components[0]?.props).toMatchObject({ lifecycleRules: [{ id: "forget", expireAfterDays: 3650 }] });
  });
});

describe("a module without one workload", () => {
  test("a syntax error is told at its line", async () => {
    expect(await complaint("broken/syntax.ts")).toEqual([
      "EX0522 broken/syntax.ts:3 Unexpected token. Correct this line.",
    ]);
  });
  test("what it throws is told at the line that throws, without a stack", async () => {
    const [line, ...rest] = await complaint("broken/throws.ts");
    expect(line).toMatch(/^EX0524 broken\/throws\.ts:8 SHOP_BUCKET is not set\. Correct what this line does/);
    expect(line).not.toMatch(/\n|jiti|node:| at /);
    expect(rest).toEqual([]);
  });
  test("a name that the vocabulary does not have is called as its author wrote it", async () => {
    expect((await complaint("broken/imported.ts"))[0]).toMatch(
      /^EX0524 broken\/imported\.ts:3 ObjectBuckets is not a constructor\./,
    );
  });
  test("anything may be thrown", async () => {
    expect((await complaint("broken/throws-text.ts"))[0]).toMatch(/^EX0524 broken\/throws-text\.ts it threw nothing/);
  });
  test("an import that leads nowhere is named", async () => {
    expect(await complaint("broken/missing-file.ts")).toEqual([
      "EX0523 broken/missing-file.ts:2 Cannot find module './rules.js'. Correct the name, or install the package beside the workload.",
    ]);
    expect((await complaint("broken/missing-package.ts"))[0]).toMatch(
      /^EX0523 .*:1 Cannot find module '@shop\/rules'\./,
    );
  });
  test("what is exported instead is named", async () => {
    expect((await complaint("broken/no-workload.ts"))[0]).toMatch(
      /^EX0525 .* It exports `Shop` \(the class, not a workload made of it\), `name` \(string\)\./,
    );
    expect((await complaint("broken/nothing.ts"))[0]).toMatch(/It exports nothing\. Export the workload: `export/);
  });
  test("two workloads are one too many", async () => {
    expect((await complaint("broken/two-workloads.ts"))[0]).toMatch(/^EX0526 .* exports `blog`, `shop`, which/);
  });
});

test("mistakes in a module are told at the line of the component", async () => {
  expect((await complaint("broken/mistakes.ts")).map((line) => line.split(" ").slice(0, 2).join(" "))).toEqual([
    "EX0505 broken/mistakes.ts:7",
    "EX0508 broken/mistakes.ts:10",
    "EX0511 broken/mistakes.ts:10",
    "EX0509 broken/mistakes.ts:13",
  ]);
});

test("the author's own copy of the package is used, and its workload is one", async () => {
  const project = join(folder, "installed");
  const copy = join(project, "node_modules/exeat");
  mkdirSync(copy, { recursive: true });
  cpSync(join(root, "constructs"), join(copy, "constructs"), { recursive: true });
  for (const name of ["constructs", "yaml", "zod"]) {
    symlinkSync(join(root, "node_modules", name), join(project, "node_modules", name));
  }
  const exports = { ".": "./constructs/index.ts" };
  writeFileSync(join(copy, "package.json"), JSON.stringify({ name: "exeat", type: "module", exports }));
  writeFileSync(
    join(project, "workload.ts"),
    'import { kinds, ObjectBucket, Workload } from "exeat";\n(kinds["object-bucket"] as { mine?: boolean }).mine = true;\nexport const shop = new Workload();\nnew ObjectBucket(shop, "logs");\n',
  );
  expect(await places("installed/workload.ts")).toEqual(["logs installed/workload.ts:4"]);
  const { kinds } = await import("../../constructs/kinds.ts");
  expect(kinds["object-bucket"]).not.toHaveProperty("mine");
});

describe("a text", () => {
  const minimal = "formatVersion: 1\ncomponents:\n  - kind: object-bucket\n    id: logs\n";
  test.each([
    ["workload.yaml", minimal],
    ["workload.YML", minimal],
    [
      "workload.json",
      '\uFEFF{\n\t"formatVersion": 1,\n\t"components": [\n{ "kind": "object-bucket", "id": "logs" }]\n}',
    ],
    ["replaced.yaml", minimal.replace("1\n", "1 # \uFFFD\n")],
    ["utf-16.yaml", Buffer.from(`\uFEFF${minimal}`, "utf16le")],
  ])("loads from %s", async (name, content) => {
    writeFileSync(join(folder, name), content);
    const { components, diagnostics } = await load(name);
    expect(diagnostics).toEqual([]);
    expect(components).toMatchObject([
      { id: "logs", kind: "object-bucket", props: {}, at: { line: 3 + Number(/json/.test(name)) } },
    ]);
  });
  test("loads from standard input", async () => {
    async function* stdin() {
      yield minimal;
    }
    expect((await loadWorkload("-", nodeFiles(stdin()))).components).toMatchObject([{ id: "logs" }]);
  });
  test.each([
    ["binary.yaml", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0]), "EX0521 binary.yaml"],
    ["main.tf", 'resource "x" "y" {}', "EX0520 main.tf"],
    ["half.json", '{ "formatVersion": 1,\n "components": [', "EX0503 half.json:2"],
    ["plan.json", '{ "format_version": "1.2", "planned_values": {} }', "EX0501 plan.json:1"],
    ["empty.yaml", "", "EX0501 empty.yaml:1"],
  ])("%s is refused", async (name, content, start) => {
    writeFileSync(join(folder, name), content);
    expect((await complaint(name))[0]).toContain(start);
  });
  test("what is not there, or is a folder, is said", async () => {
    expect((await complaint("nowhere.yaml"))[0]).toMatch(/^EX0202 nowhere\.yaml .*does not exist/);
    expect((await complaint("nowhere.ts"))[0]).toMatch(/^EX0202 nowhere\.ts .*does not exist/);
    expect((await complaint("bare"))[0]).toMatch(/^EX0202 bare .*folder/);
  });
});
