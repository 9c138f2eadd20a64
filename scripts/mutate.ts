/**
 * Takes out of the clouds' files, one at a time, each attribute that `lower` writes, each thing that `raise` does and each loss,
 * and asks whether cases, native fixtures or laws notice. What nobody notices must stand in test/mutants.json with a reason.
 * `--list` says what would be tried, `--only providers/aws/object-bucket.ts` tries one file, or those of a folder. What stands there is
 * not tried again, which takes longest, but with `--known`. Needs npm packages only.
 */
import { readdirSync, readFileSync, writeSync } from "node:fs";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type Kind, kindNames } from "../constructs/kinds.ts";
import { findMutants, importsOf, type Mutant, mutantId, mutated, type Sources } from "./mutate/find-mutants.ts";
import type { Task, Verdict } from "./mutate/worker.ts";

const root = new URL("../", import.meta.url);
/** A thread that says nothing for so long runs in circles: the mutant is noticed. */
const PATIENCE_MS = 60_000;
/** Facts, not code: laws 9 and 15 look after them, and `unknown-values.test.ts` after what decides. */
const DATA = /\/(catalog|machines|decisive|guarantees|jurisdiction|foreign|leaf-classes|index)\.ts$/;

interface Candidate {
  readonly mutant: Mutant;
  readonly cloud: string;
  readonly kinds: readonly Kind[];
  readonly affected: readonly string[];
  readonly source: string;
}

async function candidatesOf(cloud: string): Promise<Candidate[]> {
  const folder = `providers/${cloud}/`;
  const names = readdirSync(new URL(folder, root)).filter((name) => name.endsWith(".ts"));
  const sources: Sources = new Map(
    names.map((name) => [folder + name, readFileSync(new URL(folder + name, root), "utf8")]),
  );
  const kindFiles = kindNames
    .map((kind) => [kind, `${folder}${kind}.ts`] as const)
    .filter(([, file]) => sources.has(file));
  const losses = new Map<string, readonly string[]>();
  for (const path of sources.keys()) {
    if (DATA.test(path)) continue;
    const module = (await import(new URL(path, root).href)) as { losses?: readonly { path: string }[] };
    losses.set(
      path,
      (module.losses ?? []).map((l) => l.path),
    );
  }
  const files = kindFiles.map(([, file]) => file);
  const imports = importsOf(sources);
  /** Files that load another when they are loaded, itself included. */
  const users = new Map(
    [...sources.keys()].map((to) => [to, [...imports].flatMap(([f, all]) => (all.has(to) ? f : []))]),
  );
  // A catalogue is used by whatever kind picks from it: all of them are asked.
  const concerned = (path: string): Kind[] => {
    const using = kindFiles.filter(([, file]) => users.get(path)?.includes(file));
    return (using.length > 0 ? using : kindFiles).map(([kind]) => kind);
  };
  return findMutants(sources, files, (file) => losses.get(file) ?? [])
    .filter((mutant) => !DATA.test(mutant.file))
    .map((mutant) => ({
      mutant,
      cloud,
      kinds: concerned(mutant.file),
      affected: (users.get(mutant.file) ?? []).map((path) => new URL(path, root).href),
      source: sources.get(mutant.file) ?? "",
    }));
}

/** Runs every task on a few threads; each verdict as it comes. */
function run(tasks: readonly Task[], each: (verdict: Verdict) => void): Promise<void> {
  const queue = [...tasks];
  const serve = () =>
    new Promise<void>((done) => {
      const worker = new Worker(new URL("./mutate/worker.ts", import.meta.url));
      let current: Task | undefined;
      let alarm: NodeJS.Timeout | undefined;
      const finish = (problem: string | undefined) => {
        clearTimeout(alarm);
        if (current) each({ number: current.number, problem });
        current = undefined;
      };
      const next = () => {
        current = queue.shift();
        if (!current) return void worker.terminate().then(() => done());
        worker.postMessage(current);
        alarm = setTimeout(() => giveUp("it runs in circles"), PATIENCE_MS);
      };
      // A thread that fell is replaced.
      const giveUp = (why: string) => {
        finish(why);
        worker.removeAllListeners();
        worker.on("error", () => undefined);
        void worker.terminate().then(serve).then(done);
      };
      worker.on("message", (verdict: Verdict) => {
        finish(verdict.problem);
        next();
      });
      worker.on("error", (error) => giveUp(String(error)));
      worker.once("online", next);
    });
  return Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, serve)).then(() => undefined);
}

function reasons(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(new URL("test/mutants.json", root), "utf8")) as Record<string, string>;
}

function stop(line: string): never {
  console.error(`exeat: ${line}`);
  process.exit(2);
}

const words = process.argv.slice(2);
const only = words.includes("--only") ? words[words.indexOf("--only") + 1] : undefined;
if (words.includes("--only") && only === undefined) stop("--only needs a file, e.g. providers/aws/object-bucket.ts.");

const folders = readdirSync(new URL("providers/", root), { withFileTypes: true }).filter((entry) =>
  entry.isDirectory(),
);
const all = (await Promise.all(folders.map((f) => candidatesOf(f.name)))).flat();
const known = reasons();
const isKnown = (c: Candidate) => Object.hasOwn(known, mutantId(c.mutant));
const asked = all.filter(({ mutant }) => only === undefined || mutant.file.startsWith(only));
const chosen = asked.filter((c) => words.includes("--known") || !isKnown(c));
if (asked.length === 0) stop(`nothing to take out of ${only}.`);

if (words.includes("--list")) {
  const lines = chosen.map(({ mutant }) => `${mutantId(mutant)}  (line ${mutant.line})\n`);
  writeSync(1, `${lines.join("")}${chosen.length} mutants\n`);
  process.exit(0);
}

const baseline = [...new Map(chosen.map((c) => [`${c.cloud} ${c.kinds}`, c])).values()];
const broken: string[] = [];
const task = ({ cloud, kinds, affected }: Candidate, number: number): Task => ({
  number,
  cloud,
  kinds,
  affected,
  changed: undefined,
});
await run(
  baseline.map((c, i) => task(c, -1 - i)),
  ({ number, problem }) => {
    if (problem !== undefined) broken.push(`${baseline[-1 - number]?.cloud}: ${problem}`);
  },
);
if (broken.length > 0) {
  console.error(`Without any mutant something is wrong already; mend that first:\n  ${broken.join("\n  ")}`);
  process.exit(1);
}

const started = performance.now();
const survivors: Candidate[] = [];
let judged = 0;
await run(
  chosen.map((c, i) => {
    const { href: url } = new URL(c.mutant.file, root);
    return { ...task(c, i), changed: { url, source: mutated(c.source, c.mutant) } };
  }),
  ({ number, problem }) => {
    const candidate = chosen[number];
    judged++;
    if (candidate && problem === undefined) survivors.push(candidate);
    if (words.includes("--verbose") && candidate)
      console.error(`${mutantId(candidate.mutant)}\n  ${problem ?? "SURVIVES"}`);
    if (process.stderr.isTTY) process.stderr.write(`\r${judged} of ${chosen.length}, ${survivors.length} survive`);
    else if (judged % 100 === 0) console.error(`${judged} of ${chosen.length}, ${survivors.length} survive`);
  },
);
if (process.stderr.isTTY) process.stderr.write("\n");

const alive = new Set(survivors.map((c) => mutantId(c.mutant)));
const unknown = survivors.filter((c) => !isKnown(c));
for (const { mutant } of unknown) console.log(`survives: ${mutantId(mutant)}  (line ${mutant.line})`);
const there = new Set(all.map((c) => mutantId(c.mutant)));
const gone = Object.keys(known).filter((id) => !there.has(id));
for (const id of gone) console.log(`is gone, and still has a reason in test/mutants.json: ${id}`);
const noticed = words.includes("--known") ? asked.filter((c) => isKnown(c) && !alive.has(mutantId(c.mutant))) : [];
for (const c of noticed) console.log(`is noticed, and still has a reason in test/mutants.json: ${mutantId(c.mutant)}`);
console.log(`${((performance.now() - started) / 1000).toFixed(0)} s`);
const surviving = asked.length - chosen.length + survivors.length;
console.log(`${asked.length} mutants, ${asked.length - surviving} killed, ${surviving} survive`);
process.exitCode = unknown.length + gone.length + noticed.length > 0 ? 1 : 0;
