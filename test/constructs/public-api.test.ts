import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, test } from "@jest/globals";
import { expectGolden } from "../report/golden.ts";

const out = mkdtempSync(join(tmpdir(), "exeat-declarations-"));
const OPTIONS = `--ignoreConfig --declaration --emitDeclarationOnly --removeComments --newLine lf --skipLibCheck
  --target es2023 --module nodenext --types node --strict --exactOptionalPropertyTypes
  --allowImportingTsExtensions --rewriteRelativeImportExtensions`;

beforeAll(() => {
  const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  // In its own process: inside jest the compiler takes four times as long.
  execFileSync(process.execPath, [tsc, ...OPTIONS.split(/\s+/), "--outDir", out, "constructs/index.ts"], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
  });
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

// The kinds' own types are not among them: the JSON Schema says the same in fewer words.
test.each([
  "index",
  "components",
  "workload",
  "workload-components",
  "written",
])("what constructs/%s.ts declares for others changes only with its golden", (name) =>
  expectGolden(`public-api/${name}.d.ts`, readFileSync(join(out, `${name}.d.ts`), "utf8")));
