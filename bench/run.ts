/** Runs every benchmark, each in a process of its own; `npm run bench -- folder` runs one. Ratios only: what is compared was measured in the same run. */
import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const wanted = process.argv.slice(2);
const files = globSync("*.ts", { cwd: here })
  .filter((f) => !["run.ts", "measure.ts", "sequence.ts", "varied-states.ts"].includes(f))
  .filter((f) => wanted.length === 0 || wanted.includes(basename(f, ".ts")))
  .sort();
for (const file of files) {
  console.log(`\n== ${basename(file, ".ts")}`);
  const { status } = spawnSync(process.execPath, [here + file], { stdio: "inherit" });
  if (status !== 0) process.exitCode = 1;
}
