import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { type Shape, shapeOf } from "../../engines/pulumi/shape.ts";
import { codeOf } from "../../engines/pulumi/values.ts";
import { pulumiFiles } from "../../engines/pulumi.ts";
import { Unknown } from "../../providers/native.ts";
import { ovh } from "../../providers/ovh/index.ts";
import type { PulumiType } from "../../providers/pulumi-package.ts";
import { everything } from "./everything.ts";
import { bucket, database } from "./syntheses.ts";

const [provider] = ovh.providers;
const tokens = Object.entries(provider?.pulumi?.tokens() ?? {});
const shapes = new Map(
  tokens.flatMap(([type, token]) => {
    const schema = provider?.schema().resource_schemas[type];
    return schema ? [[type, shapeOf(schema, token)] as const] : [];
  }),
);

describe("the compiler takes what is written", () => {
  const folder = mkdtempSync(join(tmpdir(), "exeat-types-"));
  let errors: readonly string[] = [];
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  beforeAll(() => {
    const files = pulumiFiles(bucket, ovh);
    const programs: Record<string, string> = {
      bucket: files.get("index.ts") ?? "",
      database: pulumiFiles(database, ovh).get("index.ts") ?? "",
      everything: pulumiFiles(everything(ovh), ovh).get("index.ts") ?? "",
      attributes: everyAttribute(),
      mistaken: (files.get("index.ts") ?? "").replace("versioning: {", "versionning: {"),
    };
    for (const [name, text] of [...files, ...Object.entries(programs).map(([n, t]) => [`${n}/index.ts`, t] as const)]) {
      mkdirSync(join(folder, name, ".."), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const tsconfig = JSON.parse(files.get("tsconfig.json") ?? "{}");
    const all = { ...tsconfig, files: Object.keys(programs).map((name) => `${name}/index.ts`) };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(all));
    symlinkSync(
      fileURLToPath(new URL("../../node_modules", import.meta.url)),
      join(folder, "node_modules"),
      "junction",
    );
    const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
    const { stdout } = spawnSync(process.execPath, [tsc, "--noEmit", "-p", folder], { cwd: folder, encoding: "utf8" });
    errors = stdout.split("\n").filter((line) => line.includes("error TS"));
  }, 120_000);

  test.each(["bucket", "database", "everything"])("%s", (name) => {
    expect(errors.filter((line) => line.startsWith(`${name}/`))).toEqual([]);
  });

  test("every attribute of every resource is reached under the name it has in the package", () => {
    expect(errors.filter((line) => line.startsWith("attributes/"))).toEqual([]);
  });

  test("and a name the package has not is refused", () => {
    expect(errors.filter((line) => line.startsWith("mistaken/"))).toEqual([expect.stringContaining("versionning")]);
    expect(errors.filter((line) => !/^[a-z]+\/index\.ts/.test(line))).toEqual([]);
  });
});

/** A program that names each leaf of each resource as `codeOf` writes it. */
function everyAttribute(): string {
  const lines = tokens.flatMap(([type, token]) => {
    const shape = shapes.get(type);
    const address = `${type}.x`;
    if (!shape) return [];
    const resources = new Map([[address, { identifier: type, shape }]]);
    const leaves = leavesOf(shape, address).map((path) => {
      const value = codeOf(new Unknown(path), { variables: new Map(), resources, planned: new Set() });
      return `leaf(${"code" in value ? value.code : JSON.stringify(value.no)});`;
    });
    return [`declare const ${type}: ${token.c};`, ...leaves];
  });
  return `import * as pulumi from "@pulumi/pulumi";
import * as ovh from "@ovhcloud/pulumi-ovh";
declare function leaf(of: pulumi.Output<string | number | boolean>): void;
${lines.join("\n")}
`;
}

function leavesOf(shape: Shape, at: string): string[] {
  if (shape.kind === "scalar") return [at];
  if ("item" in shape) return shape.kind === "map" ? [] : leavesOf(shape.item, `${at}[0]`);
  const here = shape.flattened ? `${at}[0]` : at;
  return [...shape.fields].flatMap(([name, field]) => leavesOf(field.shape, `${here}.${name}`));
}

test("no two types are the same resource of a package", () => {
  for (const { pulumi } of ovh.providers) {
    const all = Object.values(pulumi?.tokens() ?? {}).map(({ t }) => t);
    expect(all.filter((token, i) => all.indexOf(token) !== i)).toEqual([]);
  }
});

describe("the table of inputs and the schema say the same", () => {
  const inputs = provider?.pulumi?.inputs?.();
  const named = (type: PulumiType | undefined) =>
    type && "$ref" in type ? inputs?.types[type.$ref.replace("#/types/", "")]?.properties : undefined;

  /** Where the two differ below a property. */
  function differences(shape: Shape, type: PulumiType | undefined, at: string): string[] {
    if (shape.kind === "object") return objectDifferences(shape, named(type), at);
    const kind = type && "type" in type ? type.type : undefined;
    if (shape.kind === "scalar")
      return (kind === "integer" ? "number" : kind) === shape.type ? [] : [`${at} is ${kind}`];
    if (shape.kind === "list" && type && "items" in type) return differences(shape.item, type.items, at);
    if (shape.kind === "map" && type && "additionalProperties" in type)
      return differences(shape.item, type.additionalProperties, at);
    return [`${at} is no ${shape.kind}`];
  }

  function objectDifferences(
    { fields }: Extract<Shape, { kind: "object" }>,
    properties: Readonly<Record<string, PulumiType>> | undefined,
    at: string,
  ): string[] {
    const own = [...fields.values()].filter(({ computed, name }) => !computed || properties?.[name]);
    const unknown = Object.keys(properties ?? {}).filter((name) => !own.some((field) => field.name === name));
    return [
      ...unknown.map((name) => `${at}.${name} is not in the schema`),
      ...own.flatMap(({ name, shape }) => differences(shape, properties?.[name], `${at}.${name}`)),
    ];
  }

  test("for every resource", () => {
    const found = tokens.flatMap(([type, token]) => {
      const properties = inputs?.resources[token.t]?.inputProperties;
      expect(Object.keys(properties ?? {}).sort()).toEqual([...token.req, ...token.in].sort());
      const fields = new Map(shapes.get(type)?.fields);
      if (!properties?.["id"]) fields.delete("id");
      return objectDifferences({ kind: "object", fields, flattened: false }, properties, type);
    });
    expect(found).toEqual([]);
    expect(tokens.length).toBeGreaterThan(150);
  });
});
