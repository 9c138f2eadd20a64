import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { readHcl } from "../../../importers/hcl/read-hcl.ts";
import { isUnknown } from "../../../providers/native.ts";
import { diskFiles } from "./disk-files.ts";
import { nativeAt, readFolder } from "./memory-files.ts";

const FINE = 'resource "thing" "fine" { x = 1 }\n';

describe("a syntax error", () => {
  test("in one file of fifty leaves the others, and the other blocks of its own file", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 49 }, (_, i) => [`/w/f${i}.tf`, `resource "thing" "f${i}" { x = ${i} }\n`]),
    );
    const broken =
      'resource "thing" "before" {\n  x = 1\n}\n\nresource "thing" "broken" {\n  x = = 2\n}\n\nresource "thing" "after" {\n  x = 3\n}\n';
    const result = await readFolder({ ...files, "/w/z.tf": broken });
    const [root] = result.roots;
    expect(root?.natives).toHaveLength(51);
    expect(nativeAt(root!, "thing.after").at).toEqual({ file: "/w/z.tf", line: 9 });
    expect(root?.unreadable).toEqual([{ type: "thing", address: "thing.broken", at: { file: "/w/z.tf", line: 5 } }]);
    expect(result.diagnostics).toMatchObject([
      { severity: "error", code: "EX0101", source: { file: "/w/z.tf", line: 6 } },
    ]);
    expect(result.complete).toBe(false);
  });

  test("by a brace that is not closed spoils its own block only", async () => {
    const result = await readFolder({ "/w/main.tf": `resource "thing" "open" {\n  rule {\n    x = 1\n\n${FINE}` });
    expect(result.roots[0]?.natives.map((native) => native.address)).toEqual(["thing.fine"]);
    expect(result.roots[0]?.unreadable.map((one) => one.address)).toEqual(["thing.open"]);
  });

  test("in JSON says where", async () => {
    const result = await readFolder({ "/w/main.tf.json": '{\n  "resource": {,}\n}', "/w/fine.tf": FINE });
    expect(result.diagnostics).toMatchObject([{ code: "EX0101", source: { file: "/w/main.tf.json", line: 2 } }]);
    expect(result.roots[0]?.natives).toHaveLength(1);
  });

  test("in a tfvars file says where", async () => {
    const result = await readFolder({ "/w/main.tf": FINE, "/w/terraform.tfvars": "a = 1\nb = = 2\n" });
    expect(result.diagnostics).toMatchObject([{ code: "EX0101", source: { file: "/w/terraform.tfvars", line: 2 } }]);
  });
});

describe("a file that is no text", () => {
  test.each([
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x72, 0, 0x65, 0])],
    ["binary", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0xff])],
    ["Latin-1", new Uint8Array([0x23, 0xe9, 0x0a])],
  ])("(%s) is named, and the rest is read", async (_, bytes) => {
    const result = await readFolder({ "/w/bad.tf": bytes, "/w/fine.tf": FINE });
    expect(result.diagnostics).toMatchObject([{ severity: "error", code: "EX0102", source: { file: "/w/bad.tf" } }]);
    expect(result.roots[0]?.natives).toHaveLength(1);
    expect(result.complete).toBe(false);
  });

  test("is told by the line that is none", async () => {
    const bytes = new Uint8Array([0x23, 0x0a, 0x23, 0xe9, 0x0a]);
    const { diagnostics } = await readFolder({ "/w/bad.tf": bytes });
    expect(diagnostics[0]?.detail).toContain("line 2 is not valid UTF-8");
  });

  test("too large for the parser is read block by block, but for a block that is too large itself", async () => {
    const filler = Array.from(
      { length: 60_000 },
      (_, i) => `resource "thing" "f${i}" {\n  x = "${"y".repeat(50)}"\n}\n`,
    ).join("");
    const huge = `locals {\n  a = "${"x".repeat(4e6)}"\n}\n`;
    const { roots, complete, diagnostics } = await readFolder({ "/w/main.tf": `${filler}\n${huge}${FINE}` });
    expect([complete, roots[0]?.natives.length]).toEqual([false, 60_001]);
    expect(diagnostics).toMatchObject([
      { severity: "error", code: "EX0124", source: { file: "/w/main.tf", line: 180_002 } },
    ]);
  });

  test("with a byte order mark in UTF-8 is read", async () => {
    const result = await readFolder({ "/w/main.tf": `\uFEFF${FINE}` });
    expect(result.roots[0]?.natives).toHaveLength(1);
    expect(result.diagnostics).toEqual([]);
  });
});

describe("nesting of 3 000 levels", () => {
  const n = 3_000;
  test.each([
    ["brackets", `resource "thing" "deep" { x = ${"[".repeat(n)}1${"]".repeat(n)} }\n`],
    ["parentheses", `resource "thing" "deep" { x = ${"(".repeat(n)}1${")".repeat(n)} }\n`],
    ["objects", `resource "thing" "deep" { x = ${"{ a = ".repeat(n)}1${" }".repeat(n)} }\n`],
    ["calls", `resource "thing" "deep" { x = ${"abs(".repeat(n)}1${")".repeat(n)} }\n`],
    ["blocks", `resource "thing" "deep" {\n${"b {\n".repeat(n)}${"}\n".repeat(n)}}\n`],
    ["operators", `resource "thing" "deep" { x = ${"1 + ".repeat(n)}1 }\n`],
    ["negations", `resource "thing" "deep" { x = ${"!".repeat(n)}true }\n`],
    ["templates", `resource "thing" "deep" { x = ${'"${'.repeat(n)}1${'}"'.repeat(n)} }\n`],
    ["steps", `locals { a = 1 }\nresource "thing" "deep" { x = local.a${"[0]".repeat(n)} }\n`],
    ["conditions", `resource "thing" "deep" { x = ${"true ? 1 : ".repeat(n)}1 }\n`],
  ])("(%s) is a diagnostic, and the next file is read", async (_, text) => {
    const result = await readFolder({ "/w/deep.tf": text, "/w/fine.tf": FINE });
    expect(result.roots[0]?.natives.map((native) => native.address)).toContain("thing.fine");
    expect(result.diagnostics).toMatchObject([{ severity: "error", source: { file: "/w/deep.tf" } }]);
    expect(result.complete).toBe(false);
  });

  test("(JSON) too", async () => {
    const json = `{"resource":{"thing":{"deep":{"x":${"[".repeat(n)}${"]".repeat(n)}}}}}`;
    const result = await readFolder({ "/w/deep.tf.json": json, "/w/fine.tf": FINE });
    expect(result.roots[0]?.natives.map((native) => native.address)).toEqual(["thing.fine"]);
    expect(result.diagnostics).toMatchObject([{ severity: "error", source: { file: "/w/deep.tf.json" } }]);
  });
});

describe("a cycle", () => {
  test("of locals is said with file and line, and the value is unknown", async () => {
    const result = await readFolder({
      "/w/main.tf": `locals {\n  a = local.b\n  b = local.a\n}\nresource "thing" "a" { x = local.a }\n${FINE}`,
    });
    expect(result.diagnostics).toMatchObject([{ code: "EX0105", source: { file: "/w/main.tf", line: 2 } }]);
    expect(result.roots[0]?.natives).toHaveLength(2);
    expect(result.complete).toBe(false);
  });

  test("of a local through a module is said", async () => {
    const result = await readFolder({
      "/w/main.tf":
        'module "m" {\n  source = "./m"\n  x = local.a\n}\nlocals { a = module.m.x }\nresource "thing" "a" { x = local.a }',
      "/w/m/main.tf": 'variable "x" {}\noutput "x" { value = var.x }',
    });
    expect(result.diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["EX0105"]);
  });

  test("of counts is said", async () => {
    const result = await readFolder({
      "/w/main.tf":
        'resource "thing" "a" { count = length(thing.b) }\nresource "thing" "b" { count = length(thing.a) }',
    });
    expect(result.diagnostics.map((diagnostic) => diagnostic.code)).toContain("EX0105");
    expect(result.roots[0]?.natives).toHaveLength(2);
  });

  test("of a module that calls itself is said", async () => {
    const result = await readFolder({ "/w/main.tf": `module "me" { source = "./" }\n${FINE}` });
    expect(result.diagnostics).toMatchObject([{ code: "EX0106", source: { file: "/w/main.tf", line: 1 } }]);
    expect(result.roots[0]?.natives).toHaveLength(1);
  });
});

describe("too much", () => {
  test("instances count as one, with a diagnostic", async () => {
    const result = await readFolder({ "/w/main.tf": 'resource "thing" "a" { count = 1000000000 }' });
    expect(result.roots[0]?.natives).toHaveLength(1);
    // The number is known: it does not depend on values that could be given.
    expect(result.diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["EX0114"]);
    expect(result.roots[0]?.holes).toMatchObject([
      { path: "count", remedy: expect.stringMatching(/^More than 20000/) },
    ]);
    expect(result.complete).toBe(false);
  });
});

describe("odd configurations", () => {
  test("declare the same thing twice: the first counts", async () => {
    const result = await readFolder({ "/w/a.tf": FINE, "/w/b.tf": FINE });
    expect(result.roots[0]?.natives).toHaveLength(1);
    expect(result.diagnostics).toMatchObject([{ code: "EX0112", source: { file: "/w/b.tf", line: 1 } }]);
  });

  test("give an argument twice: the first counts", async () => {
    const result = await readFolder({
      "/w/main.tf": 'resource "thing" "a" {\n  x = "first"\n  y = 1\n  x = "second"\n}\n',
    });
    expect(nativeAt(result.roots[0]!, "thing.a").args).toEqual({ x: "first", y: 1 });
    expect(result.diagnostics).toMatchObject([{ code: "EX0112", source: { file: "/w/main.tf", line: 4 } }]);
    expect(result.diagnostics[0]?.detail).toContain("x is declared in /w/main.tf:2 already");
    expect(result.complete).toBe(false);
  });

  test("put a list together until it takes for ever: unknown, with a diagnostic", async () => {
    const doubled = Array.from({ length: 40 }, (_, i) => `a${i + 1} = concat(local.a${i}, local.a${i})`).join("\n");
    const result = await readFolder({
      "/w/main.tf": `locals {\na0 = [1]\n${doubled}\n}\nresource "thing" "a" {\n  x = local.a40\n}\n`,
    });
    expect(result.diagnostics.map((d) => [d.code, d.detail.split(" in `")[0]])).toEqual([
      ["EX0109", "The value counts as unknown: a list of more than 100000 elements"],
    ]);
    expect(isUnknown(nativeAt(result.roots[0]!, "thing.a").args["x"])).toBe(true);
  });

  test("refer to what is not declared: unknown, with a diagnostic", async () => {
    const result = await readFolder({ "/w/main.tf": 'resource "thing" "a" { x = thing.gone.id }' });
    expect(nativeAt(result.roots[0]!, "thing.a").args["x"]).toMatchObject({ expression: "thing.gone.id" });
    expect(result.diagnostics.map((diagnostic) => diagnostic.code)).toEqual(["EX0108"]);
  });

  test("use names that JavaScript gives a meaning", async () => {
    const result = await readFolder({
      "/w/main.tf":
        'resource "thing" "constructor" {\n  __proto__ = { constructor = 1 }\n  x = { toString = "a" }.toString\n  y = try({}.constructor, "none")\n}',
    });
    const { args } = nativeAt(result.roots[0]!, "thing.constructor");
    expect([args["x"], args["y"]]).toEqual(["a", "none"]);
    expect(Object.hasOwn(args, "__proto__")).toBe(true);
  });

  test("are empty: no root without code, an empty root with it", async () => {
    expect((await readFolder({ "/w/README.md": "" })).roots).toEqual([]);
    expect((await readFolder({ "/w/main.tf": "" })).roots).toMatchObject([{ name: ".", natives: [] }]);
  });
});

describe("links", () => {
  test("that lead round in a circle, or twice to one folder, count once", async () => {
    const folder = mkdtempSync(join(tmpdir(), "exeat-"));
    try {
      mkdirSync(join(folder, "a"));
      writeFileSync(join(folder, "a/main.tf"), FINE);
      symlinkSync("..", join(folder, "a/up"));
      symlinkSync("a", join(folder, "b"));
      symlinkSync("loop", join(folder, "loop"));
      const result = await readHcl(folder, { files: diskFiles, knowledge: { sensitive: () => false } });
      expect(result.roots.map((root) => [root.name, root.natives.length])).toEqual([["a", 1]]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
