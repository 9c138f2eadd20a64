/**
 * Writes the fixtures that OpenTofu makes on the schema provider: plans and states of test/fixtures/json, planned addresses of
 * test/fixtures/hcl. `--check` writes nothing and fails where a committed one differs.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findEngine } from "../engines/find-engine.ts";
import { fixtureFiles } from "./fixture-files.ts";

const folder = fileURLToPath(new URL("../test/fixtures", import.meta.url));
const check = process.argv.includes("--check");
const engine = findEngine();
if (engine?.name !== "OpenTofu") {
  console.error("fixtures: no OpenTofu: run scripts/build-tofu.sh (needs Go), or set EXEAT_TOFU to a tofu binary.");
  process.exit(2);
}
const different: string[] = [];
for (const [name, content] of await fixtureFiles(engine)) {
  const path = join(folder, name);
  if (existsSync(path) && readFileSync(path, "utf8") === content) continue;
  different.push(name);
  if (!check) writeFileSync(path, content);
}
console.log(
  different.length === 0
    ? "fixtures: all are what OpenTofu writes"
    : `fixtures: ${check ? "not what OpenTofu writes" : "written"}:\n${different.map((name) => `  test/fixtures/${name}`).join("\n")}`,
);
process.exitCode = check && different.length > 0 ? 1 : 0;
