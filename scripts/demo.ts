/**
 * `npm run demo`: everything Exeat does with the bundled estate of a small shop, by the commands a person would type.
 * Needs npm packages only; writes demo-out/.
 */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Assessment } from "../assessment/assessment.ts";
import type { Inventory } from "../assessment/inventory.ts";
import { type Io, processIo } from "../cli/io.ts";
import { run } from "../cli/run.ts";
import { amount } from "../constructs/amount.ts";
import { paint, plural } from "../report/words.ts";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const ESTATE = "examples/shop-aws";
const OUT = "demo-out";
const FACTS = `--facts ${ESTATE}/exeat.yaml`;
const COMMANDS = [
  `inventory ${ESTATE} --out ${OUT}/inventory.txt`,
  `inventory ${ESTATE} --format json --out ${OUT}/inventory.json`,
  `assess ${ESTATE} --to scaleway,ovh ${FACTS} --format markdown --out ${OUT}/assessment.md`,
  `assess ${ESTATE} --to scaleway,ovh ${FACTS} --format json --out ${OUT}/assessment.json`,
  `assess ${ESTATE} --to scaleway,ovh ${FACTS} --all-scenarios --format html --out ${OUT}/exit.html`,
  `assess ${ESTATE} --to scaleway,ovh ${FACTS} --all-scenarios --format html --lang fr --out ${OUT}/exit-fr.html`,
  `diff ${ESTATE} --to scaleway,ovh --format markdown --out ${OUT}/side-by-side.md`,
  `plan ${ESTATE} --to scaleway,ovh ${FACTS} --out ${OUT}/plan --force`,
  `adopt ${ESTATE} --out ${OUT}/workload.yaml --force`,
  `synth stacks/shop.ts --to aws --out ${OUT}/shop/aws --force`,
  `synth stacks/shop.ts --to scaleway --out ${OUT}/shop/scaleway --force`,
  `synth stacks/shop.ts --to ovh --out ${OUT}/shop/ovh --force`,
];

const started = performance.now();
const terminal = processIo();
const p = paint(terminal.stdout.colors);

for (const command of COMMANDS) {
  terminal.stdout.write(`${p.dim("$ exeat")} ${command}`);
  const { io, said } = captured();
  const before = performance.now();
  const code = await run(command.split(" "), io);
  terminal.stdout.write(`  ${p.dim(`${((performance.now() - before) / 1000).toFixed(1)} s`)}\n`);
  if (code !== 0) {
    terminal.stderr.write(said());
    process.exit(code);
  }
}
terminal.stdout.write(screen());

/** A command's output is kept back: the last screen says what it comes to. */
function captured(): { io: Io; said(): string } {
  const parts: string[] = [];
  const sink = { write: (part: string) => void parts.push(part), isTerminal: false, colors: false };
  return { io: { ...terminal, stdout: sink, stderr: sink }, said: () => parts.join("") };
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(`${OUT}/${file}`, "utf8")) as T;
}

function screen(): string {
  const { counts, components, foreign, holes } = read<Inventory>("inventory.json");
  const { results } = read<{ results: Assessment[] }>("assessment.json");
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  return `${[
    "",
    p.bold(`${ESTATE}: a small shop, as it runs today`),
    `  ${plural(counts.natives, "resource")}: ${counts.recognised} make ${plural(components.length, "component")}, ${counts.foreign} have no neutral kind (${foreign.map((f) => f.type).join(", ")}), ${counts.elsewhere} elsewhere`,
    `  ${plural(holes.length, "thing")} nobody knows: ${holes.map((h) => h.address).join(", ")}`,
    ...results.flatMap(exit),
    "",
    p.bold("What to open next"),
    ...[
      ["exit.html", "the exit on one page, for a board; exit-fr.html in French"],
      ["inventory.txt", "what is there"],
      ["assessment.md", "what leaving takes, and where each number comes from"],
      ["side-by-side.md", "each property at home, at Scaleway, at OVHcloud"],
      ["plan/scaleway/plan.html", "the runbook: steps, proof, way back; scripts and Terraform beside it"],
      ["plan/ovh/target/index.ts", "the same estate as a Pulumi program"],
      ["workload.yaml", "the same estate, neutral: exeat synth writes it for any cloud"],
      ["shop/", "the workload of stacks/shop.ts as code for three clouds"],
    ].map(([file = "", says]) => `  ${`${OUT}/${file}`.padEnd(36)} ${says}`),
    "",
    p.dim(`Made in ${seconds} s, offline. The effort is uncalibrated; nothing was tried on a live cloud.`),
  ].join("\n")}\n`;
}

/** Three lines for one target. */
function exit({ target, effort, time, components }: Assessment): string[] {
  const blocking = components.filter((c) => c.fit === "specific");
  const losses = components.reduce((sum, c) => sum + c.losses.length, 0);
  const [window] = time.windows.flatMap(({ name, days, probability }) =>
    days === null || probability === null ? [] : [{ name, days, probability }],
  );
  return [
    "",
    p.bold(`To ${target.cloud}:${target.region}`),
    `  ${amount(effort.p50)} person-days as likely as not, ${amount(effort.p80)} to be fairly sure (P10 ${amount(effort.p10)}, P95 ${amount(effort.p95)})`,
    ...(window
      ? [`  ${Math.round(window.probability * 100)} % within ${amount(window.days)} days (${window.name})`]
      : []),
    `  ${plural(losses, "property is", "properties are")} lost; ${blocking.length === 0 ? "nothing must be rebuilt" : `to rebuild or replace: ${blocking.map((c) => c.id.replace(/^\.:/, "")).join(", ")}`}`,
  ];
}
