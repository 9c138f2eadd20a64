import { existsSync, realpathSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import * as constructs from "constructs";
import { createJiti } from "jiti";
import type { Diagnostic, Location } from "../constructs/diagnostic.ts";
import * as exeat from "../constructs/index.ts";
import { isWorkload, WORKLOAD, type WrittenWorkload } from "../constructs/written.ts";
import { failure } from "./module-failure.ts";
import { noWorkload, severalWorkloads } from "./workload-file-problems.ts";

/** What a workload may import without having installed it. */
const PROVIDED: Readonly<Record<string, unknown>> = { exeat, constructs };

/** Runs a TypeScript or JavaScript module of any flavour and gives the one workload it exports, or why there is none. */
export async function loadModule(path: string): Promise<WrittenWorkload | Diagnostic> {
  const file = resolve(path);
  const named = (at: Location): Location => ({ ...at, file: at.file === file ? path : shortened(at.file) });
  const provided = Object.entries(PROVIDED).filter(([name]) => !isInstalled(name, dirname(file)));
  const jiti = createJiti(import.meta.url, {
    // Its cache would lie in a folder that all users of the machine write to, and save 20 ms.
    fsCache: false,
    interopDefault: false,
    virtualModules: Object.fromEntries(provided),
  });
  let exported: readonly (readonly [string, unknown])[];
  try {
    exported = exportsOf(await withoutExit(() => settling(jiti.import(file))));
  } catch (error) {
    const found = failure(error, file);
    return { ...found, source: named(found.source) };
  }
  const workloads = new Map(exported.flatMap(([name, value]) => (isWorkload(value) ? [[value, name] as const] : [])));
  if (workloads.size > 1) return severalWorkloads(path, [...workloads.values()]);
  const [workload] = workloads.keys();
  if (!workload) return noWorkload(path, exported.map(described));
  const written = workload[WORKLOAD]();
  return {
    document: written.document,
    at(place) {
      const at = written.at(place);
      return at ? named(at) : { file: path };
    },
    problems: written.problems.map(({ path: place, diagnostic: { source, ...diagnostic } }) => ({
      path: place,
      diagnostic: { ...diagnostic, source: source ? named(source) : { file: path } },
    })),
  };
}

/** A module that ends the process while it is loaded would end it without a result, and with the code of one that passed. */
async function withoutExit<T>(load: () => Promise<T>): Promise<T> {
  const { exit } = process;
  process.exit = () => {
    throw new Error("It calls process.exit.");
  };
  try {
    return await load();
  } finally {
    process.exit = exit;
  }
}

/** A module that awaits what never comes would end the process in silence, once nothing else is left to do. */
async function settling<T>(loaded: Promise<T>): Promise<T> {
  let idle = () => {};
  const never = new Promise<never>((_, reject) => {
    idle = () => reject(new Error("It awaits something that never comes."));
  });
  process.once("beforeExit", idle);
  try {
    return await Promise.race([loaded, never]);
  } finally {
    process.off("beforeExit", idle);
  }
}

/** Names and values, also of CommonJS modules, whose one export holds the others. */
function exportsOf(module: unknown): readonly (readonly [string, unknown])[] {
  const entries = (value: unknown) => (typeof value === "object" && value !== null ? Object.entries(value) : []);
  if (isWorkload(module)) return [["module.exports", module]];
  const { default: main } = module as { default?: unknown };
  const inside = isWorkload(main) || Array.isArray(main) ? [] : entries(main);
  const all = [...entries(module), ...inside];
  return all.filter(([name, value], i) => !all.slice(0, i).some(([other, same]) => other === name || same === value));
}

function described([name, value]: readonly [string, unknown]): string {
  const isClass = typeof value === "function" && isWorkload(value.prototype);
  const what = isClass ? "the class, not a workload made of it" : value === null ? "null" : typeof value;
  return `\`${name}\` (${what})`;
}

/** Whether a folder has a package installed that is not this one: the author's own copy counts. */
function isInstalled(name: string, from: string): boolean {
  const own = realpathSync(fileURLToPath(new URL("..", import.meta.url)));
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, "node_modules", name);
    if (existsSync(join(place, "package.json"))) return !`${own}${sep}`.startsWith(`${realpathSync(place)}${sep}`);
    if (folder === dirname(folder)) return false;
  }
}

/** A path as a person in the current folder would write it. */
function shortened(file: string): string {
  const short = relative(process.cwd(), file);
  return short === "" || short.startsWith("..") || isAbsolute(short) ? file : short;
}
