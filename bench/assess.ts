// Assessing an estate beside scanning it with Checkov 3: same folder, same machine, whole processes.
// EXEAT_BENCH_ESTATE names the folder (rust-lang/simpleinfra is the one meant); EXEAT_BENCH_CHECKOV the command, else `checkov`.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { best, judge } from "./measure.ts";

const estate = process.env.EXEAT_BENCH_ESTATE;
const checkov = process.env.EXEAT_BENCH_CHECKOV ?? "checkov";
const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));

const missing =
  estate === undefined
    ? "EXEAT_BENCH_ESTATE names no folder"
    : !existsSync(estate)
      ? `there is no folder ${estate}`
      : spawnSync(checkov, ["--version"], { stdio: "ignore" }).status !== 0
        ? `"${checkov} --version" does not run: pip install 'checkov>=3,<4'`
        : undefined;
if (missing === undefined) await compare(estate!);
else console.log(`skipped: ${missing}`);

async function compare(folder: string): Promise<void> {
  const assess = await best(5, () =>
    run(process.execPath, [main, "assess", folder, "--to", "scaleway", "--quiet"], [0]),
  );
  // Terraform alone, no modules from elsewhere: what `assess` reads, and no network. 1 = checks failed, as they do.
  const scan = await best(1, () =>
    run(
      checkov,
      ["-d", folder, "--framework", "terraform", "--download-external-modules", "false", "--compact"],
      [0, 1],
    ),
  );
  console.log(
    `exeat assess ${assess.toFixed(0)} ms, checkov ${scan.toFixed(0)} ms: ${(scan / assess).toFixed(1)} times faster`,
  );
  judge("exeat assess / checkov", assess / scan, 0.1);
}

function run(command: string, args: readonly string[], passing: readonly number[]): void {
  const { status } = spawnSync(command, args, { stdio: "ignore" });
  if (status === null || !passing.includes(status))
    throw new Error(`${command} ${args.join(" ")} ended with ${status}`);
}
