import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { type EngineFolder, withEngineFolder } from "../engines/engine-folder.ts";
import type { Engine } from "../engines/find-engine.ts";
import type { Journal } from "../engines/schema-provider/journal.ts";
import { serveProviders } from "../engines/schema-provider/serve.ts";
import { aws } from "../providers/aws/index.ts";

const fixtures = fileURLToPath(new URL("../test/fixtures", import.meta.url));

const WRITTEN = ["plan.json", "state.tfstate.json", "show.json", "plan-noop.json", "addresses.txt"];

/** Every fixture that an engine writes, by its path below test/fixtures: the same engine and code, the same bytes. */
export async function fixtureFiles(engine: Engine): Promise<Map<string, string>> {
  const written = new Map<string, string>();
  for (const folder of globSync("json/*/", { cwd: fixtures }).sort()) {
    for (const [name, content] of await estateFiles(folder, engine)) written.set(join(folder, name), content);
  }
  for (const folder of globSync("hcl/*/", { cwd: fixtures }).sort()) {
    written.set(join(folder, "addresses.txt"), `${(await plannedAddresses(folder, engine)).join("\n")}\n`);
  }
  return written;
}

/** The estate's plan, and, once it is applied, its state, the state as shown, and a plan that changes nothing. */
async function estateFiles(folder: string, engine: Engine): Promise<[string, string][]> {
  return inEngine(folder, engine, async ({ path, run }, journal) => {
    const plan = await showPlan(run);
    await done(run("apply", "-no-color", "-input=false", "plan.bin"));
    const alike = journal.all().filter(({ key }) => key.includes("-"));
    // Which of two alike comes first is the engine's to choose, and the fixture would differ from run to run.
    if (alike.length > 0) throw new Error(`${folder}: resources that nothing tells apart: ${alike[0]?.type}`);
    const state = JSON.parse(readFileSync(join(path, "terraform.tfstate"), "utf8")) as object;
    const show = JSON.parse(await done(run("show", "-json"))) as object;
    const noop = await showPlan(run);
    return [plan, state, show, noop].map((json, i): [string, string] => [WRITTEN[i] ?? "", stable(json)]);
  });
}

/** `root address` of every managed resource planned in every root below a folder of test/fixtures, sorted. */
export async function plannedAddresses(folder: string, engine: Engine): Promise<string[]> {
  const lines: string[] = [];
  for (const root of rootsOf(folder)) {
    const planned = await inEngine(folder, engine, ({ run }) => showPlan(run), root);
    const { resource_changes: changes = [] } = planned as { resource_changes?: { mode: string; address: string }[] };
    for (const { mode, address } of changes) if (mode === "managed") lines.push(`${root} ${address}`);
  }
  return lines.sort();
}

/** Folders with code that no other folder takes as a module. */
function rootsOf(folder: string): string[] {
  const files = globSync("**/*.{tf,tofu,tf.json}", { cwd: join(fixtures, folder) });
  const used = files.flatMap((file) =>
    [...readFileSync(join(fixtures, folder, file), "utf8").matchAll(/"?source"? *[=:] *"(\.[^"]*)"/g)].map(
      ([, source]) => normalize(join(dirname(file), source ?? "")),
    ),
  );
  return [...new Set(files.map(dirname))].filter((path) => !used.includes(path)).sort();
}

type Run = EngineFolder["run"];

async function inEngine<T>(
  folder: string,
  engine: Engine,
  use: (folder: EngineFolder, journal: Journal) => Promise<T>,
  root = ".",
): Promise<T> {
  const options = { cwd: join(fixtures, folder), exclude: WRITTEN };
  const names = [...globSync("**/*.*", options), ...globSync(".terraform/**/*.*", options)];
  const files = new Map(names.map((name) => [name, readFileSync(join(fixtures, folder, name), "utf8")]));
  const types = new Set([...files.values()].flatMap((text) => text.match(/aws_[a-z0-9_]+/g) ?? []));
  const served = await serveProviders({ providers: aws.providers, types });
  try {
    return await withEngineFolder(files, engine, served.env, async ({ path, run }) => {
      const inRoot: Run = (...args) => run(`-chdir=${root}`, ...args);
      // Modules that are there already stand for remote ones: nothing is downloaded.
      const there = names.some((name) => name.startsWith(".terraform"));
      await done(inRoot("init", "-no-color", "-input=false", ...(there ? ["-get=false"] : [])));
      return await use({ path, run: inRoot }, served.journal);
    });
  } finally {
    served.close();
  }
}

async function showPlan(run: Run): Promise<object> {
  await done(run("plan", "-no-color", "-input=false", "-out=plan.bin"));
  return JSON.parse(await done(run("show", "-json", "plan.bin"))) as object;
}

async function done(ended: ReturnType<Run>): Promise<string> {
  const { code, stdout, stderr } = await ended;
  if (code !== 0) throw new Error(stderr || stdout);
  return stdout;
}

/**
 * Without what differs from run to run and from engine to engine: times, versions, lineage, the engine's registry, and the
 * attributes that other resources look at, which come in any order.
 */
function stable(json: object): string {
  const { terraform_version: _, timestamp: __, relevant_attributes: ___, ...rest } = json as Record<string, unknown>;
  const { lineage, serial } = rest;
  const same = {
    ...rest,
    ...(lineage === undefined ? {} : { lineage: "00000000-0000-0000-0000-000000000000" }),
    ...(serial === undefined ? {} : { serial: 1 }),
  };
  const text = JSON.stringify(same, (key, value) => (key === "terraform_version" ? undefined : value), 1);
  return `${text.replaceAll(/registry\.[a-z]+\.[a-z]+\//g, "registry.example/")}\n`;
}
