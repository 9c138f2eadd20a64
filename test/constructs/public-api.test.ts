import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { docsOfKinds, documented } from "../../scripts/docs-of.ts";
import { expectGolden } from "../report/golden.ts";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const consumer = mkdtempSync(join(tmpdir(), "exeat-consumer-"));
const installed = join(consumer, "node_modules/exeat");
const { exports, dependencies } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as {
  exports: Readonly<Record<string, { readonly types?: string }>>;
  dependencies: Readonly<Record<string, string>>;
};
const entries = Object.values(exports).flatMap(({ types }) =>
  types ? [types.replace("./dist/", "").replace(/\.d\.ts$/, ".ts")] : [],
);
/** In its own process: inside jest the compiler takes four times as long. */
function tsc(project: string): string {
  const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  try {
    return execFileSync(process.execPath, [compiler, "-p", project], { cwd: consumer, encoding: "utf8" });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

beforeAll(() => {
  const build = {
    extends: join(repository, "tsconfig.build.json"),
    compilerOptions: {
      outDir: join(installed, "dist"),
      rootDir: repository,
      typeRoots: [join(repository, "node_modules/@types")],
      emitDeclarationOnly: true,
      removeComments: true,
    },
    include: [],
    files: entries.map((entry) => join(repository, entry)),
  };
  writeFileSync(join(consumer, "build.json"), JSON.stringify(build));
  expect(tsc("build.json")).toBe("");
}, 120_000);
afterAll(() => rmSync(consumer, { recursive: true, force: true }));

// The kinds' own types are not among them: the JSON Schema says the same in fewer words.
test.each([
  "constructs/index",
  "constructs/components",
  "constructs/workload",
  "constructs/workload-components",
  "constructs/written",
  "laws/index",
  "laws/subjects",
  "providers/public",
  "providers/provider",
])("what %s.ts declares for others changes only with its golden", (name) =>
  expectGolden(
    `public-api/${name.replace("constructs/", "").replace("/", "-")}.d.ts`,
    readFileSync(join(installed, "dist", `${name}.d.ts`), "utf8"),
  ));

test("an editor shows the docstring of a prop, of one inside it, and of one that another file defines", () => {
  const compiled = readFileSync(join(installed, "dist/constructs/kinds.d.ts"), "utf8");
  const declared = documented(compiled, docsOfKinds());
  expect(declared).toMatch(/\/\*\* Days automatic backups are kept; .*\n +backupRetentionDays:/);
  expect(declared).toMatch(/\/\*\* Addresses of the subnet, .*\n +cidr:/);
  expect(declared).toMatch(/\/\*\* Fewest nodes\. Default: 1\. \*\/\n +min:/);
  expect(declared.replaceAll(/^ +\/\*\*.*\n/gm, "")).toBe(compiled);
});

test("a cloud kept elsewhere is type-checked against what is published, with the package's own dependencies alone", () => {
  cpSync(join(repository, "package.json"), join(installed, "package.json"));
  cpSync(join(repository, "test/fixtures/example-cloud"), join(consumer, "meadow"), { recursive: true });
  for (const name of [...Object.keys(dependencies), "@types/node"]) {
    const place = join(consumer, "node_modules", name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(repository, "node_modules", name), place, "junction");
  }
  writeFileSync(join(consumer, "package.json"), '{ "type": "module" }');
  const compilerOptions = {
    target: "es2023",
    module: "nodenext",
    types: ["node"],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipDefaultLibCheck: true,
  };
  writeFileSync(join(consumer, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["meadow"] }));
  expect(tsc("tsconfig.json")).toBe("");
}, 120_000);
