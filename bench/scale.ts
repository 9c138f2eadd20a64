// Assessing 100 000 varied resources beside taking the same bytes apart: whole processes, the shortest of three runs each.
// The goals: at most three times the splitter, 300 MB, and a fifth of it for the simulation.
import { spawnSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { nodeFiles } from "../cli/files.ts";
import { readElements, textOf } from "../importers/json-elements.ts";
import { judge } from "./measure.ts";
import { writeVariedStates } from "./varied-states.ts";

const RESOURCES = 100_000;
const ROOTS = 20;
const TIMES = 3;

const main = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const self = fileURLToPath(import.meta.url);
/** Peak memory is the process's own to tell. */
const TELL =
  'process.on("exit", () => process.stderr.write("\\npeak " + process.resourceUsage().maxRSS / 1024 + "\\n"))';

const [, , split] = process.argv;
if (split === undefined) await compare();
else await takeApart(split);

async function compare(): Promise<void> {
  const top = mkdtempSync(join(tmpdir(), "exeat-bench-"));
  try {
    const estate = join(top, "estate");
    const written = writeVariedStates(estate, RESOURCES, ROOTS);
    console.log(
      `${written.megabytes} MB, ${written.resources} resources of ${written.types} types, ${written.components} components`,
    );
    const assess = [
      main,
      "assess",
      estate,
      "--to",
      "scaleway",
      "--format",
      "json",
      "--quiet",
      "--out",
      join(top, "out"),
    ];
    // By turns: what else the machine does in the meantime slows both.
    const [splits, assessments] = [[] as Measured[], [] as Measured[]];
    for (let i = 0; i < TIMES; i++) {
      splits.push(run([self, estate]));
      assessments.push(run(assess));
    }
    const [apart, assessed] = [shortest(splits), shortest(assessments)];
    console.log(`splitter ${apart.ms.toFixed(0)} ms, exeat assess ${assessed.ms.toFixed(0)} ms`);
    judge("exeat assess / splitter", assessed.ms / apart.ms, 3);
    judge("peak memory of exeat assess, MB", Math.min(...assessments.map((a) => a.peak)), 300);
    run(["--cpu-prof", `--cpu-prof-dir=${join(top, "profile")}`, ...assess]);
    judge("simulation / exeat assess", shareOf("assessment/simulate.js", join(top, "profile")), 0.2);
  } finally {
    rmSync(top, { recursive: true, force: true });
  }
}

interface Measured {
  readonly ms: number;
  /** Most memory held, in MB. */
  readonly peak: number;
}

function run(args: readonly string[]): Measured {
  const begin = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [`--import=data:text/javascript,${TELL}`, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    encoding: "utf8",
  });
  const ms = performance.now() - begin;
  const peak = Number(/^peak (\S+)$/m.exec(stderr)?.[1]);
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: run "npm run build"\n${stderr}`);
  return { ms, peak };
}

function shortest(runs: readonly Measured[]): Measured {
  return runs.reduce((a, b) => (b.ms < a.ms ? b : a));
}

async function takeApart(estate: string): Promise<void> {
  for (const file of globSync("**/*.tfstate", { cwd: estate }).sort()) {
    await readElements(nodeFiles().chunks(join(estate, file)), {
      choose: (path) => (path.length === 0 || (path.length === 1 && path[0] === "resources") ? "enter" : "value"),
      visit: (_path, bytes) => {
        JSON.parse(textOf(bytes));
      },
    });
  }
}

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Share of the time that a profiled process spent in a module and in what it called. */
function shareOf(module: string, folder: string): number {
  const [file = ""] = globSync("*.cpuprofile", { cwd: folder });
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, file), "utf8")) as Profile;
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const own = new Set(nodes.filter((n) => n.callFrame.url.endsWith(module)).map((n) => n.id));
  const inside = (id: number | undefined): boolean => id !== undefined && (own.has(id) || inside(parents.get(id)));
  const known = new Map(nodes.map(({ id }) => [id, inside(id)]));
  let [all, within] = [0, 0];
  for (const [i, id] of samples.entries()) {
    const micros = timeDeltas[i] ?? 0;
    all += micros;
    if (known.get(id)) within += micros;
  }
  return within / all;
}
