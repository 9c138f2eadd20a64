/** Everything that needs npm alone, one step after the other; all steps run, the exit code is 1 when one failed. */
import { spawnSync } from "node:child_process";

const STEPS: readonly { readonly script: string; readonly says: string }[] = [
  { script: "lint", says: "format and lint" },
  { script: "types", says: "types" },
  { script: "deps", says: "who may import whom" },
  { script: "dead", says: "dead code" },
  { script: "test", says: "tests" },
  { script: "docs", says: "documents" },
];

const wanted = process.argv.slice(2);
const failed: string[] = [];
for (const { script, says } of STEPS.filter((step) => wanted.length === 0 || wanted.includes(step.script))) {
  const started = performance.now();
  console.log(`\n== ${says} (npm run ${script})`);
  const { status } = spawnSync("npm", ["run", "--silent", script], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  console.log(
    `== ${says}: ${status === 0 ? "ok" : "FAILED"} in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  if (status !== 0) failed.push(says);
}
console.log(failed.length === 0 ? "\ncheck: everything passed" : `\ncheck: failed: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
