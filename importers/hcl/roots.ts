import { relative, sep } from "node:path";
import type { Diagnostic } from "../../constructs/diagnostic.ts";
import type { Root } from "../../providers/native.ts";
import type { Folder } from "./folder-tree.ts";
import { calledPath, localCalls, type ModuleLibrary } from "./module-library.ts";
import type { ModuleSource } from "./module-source.ts";
import { rootCycle } from "./problems.ts";
import type { Unit } from "./terragrunt-units.ts";
import { automatic } from "./variable-files.ts";

export interface RootFolder {
  /** Path relative to the argument, `/` between parts; the argument itself is `.`. Of a unit of Terragrunt, that of its own folder. */
  readonly name: string;
  /** Folder of the code. */
  readonly folder: Folder;
  readonly source: ModuleSource;
  /** What runs it, if that is Terragrunt. */
  readonly unit?: Unit;
  /** Names, as roots have them, of the folders whose code it calls, however deep. */
  readonly calls: readonly string[];
}

/**
 * The folders that no other folder uses as a module, and every unit of Terragrunt, in place of the code that it runs; of modules that
 * only call each other, the first.
 */
export function findRoots(
  directory: string,
  folders: readonly Folder[],
  library: ModuleLibrary,
  units: readonly Unit[],
): { readonly roots: readonly RootFolder[]; readonly diagnostics: readonly Diagnostic[] } {
  const candidates = folders.flatMap((folder): Omit<RootFolder, "calls">[] => {
    const source = library.get(folder.path);
    const name = relative(directory, folder.path).split(sep).join("/") || ".";
    return source === undefined ? [] : [{ name, folder, source }];
  });
  const called = new Map<ModuleSource, ModuleSource[]>();
  for (const module of library.all()) {
    const targets = localCalls(module).map((source) => library.get(calledPath(module.directory, source)));
    called.set(module, targets.filter((target) => target !== undefined && target !== module) as ModuleSource[]);
  }
  const used = new Set([...called.values()].flat());
  const run = units.map((unit) => [unit, sourcesOf(unit, library)] as const);
  const inUnits = new Set(run.flatMap(([, sources]) => sources));
  const roots = candidates.filter(({ source }) => !used.has(source) && !inUnits.has(source));
  const reached = new Set<ModuleSource>();
  const reach = (module: ModuleSource, reached: Set<ModuleSource>): ReadonlySet<ModuleSource> => {
    const waiting = [module];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      waiting.push(...(called.get(next) ?? []));
    }
    return reached;
  };
  // Callers outside the argument make modules of what they call, too.
  for (const module of library.all()) if (!used.has(module) || inUnits.has(module)) reach(module, reached);
  const diagnostics: Diagnostic[] = [];
  for (const candidate of candidates) {
    if (reached.has(candidate.source)) continue;
    reach(candidate.source, reached);
    diagnostics.push(rootCycle(candidate.folder.path));
    roots.push(candidate);
  }
  const callsOf = (sources: readonly ModuleSource[], name: string) => {
    const below = new Set(sources.flatMap((source) => [...reach(source, new Set())]));
    return candidates.filter((one) => one.name !== name && below.has(one.source)).map((one) => one.name);
  };
  const all = [
    ...roots.map((root): RootFolder => ({ ...root, calls: callsOf([root.source], root.name) })),
    ...run.map(([unit, sources]): RootFolder => {
      const { name, target } = unit;
      const folder = folders.find(({ path }) => path === target) ?? { path: target, real: target, files: [] };
      return { name, folder, source: sources.reduce(laidOver), unit, calls: callsOf(sources, name) };
    }),
  ];
  return { roots: all.sort((a, b) => (a.name < b.name ? -1 : 1)), diagnostics };
}

/** The code that a unit runs and what stands beside its own file. */
function sourcesOf({ target, folder }: Unit, library: ModuleLibrary): ModuleSource[] {
  return [...new Set([target, folder.path])].flatMap((path) => library.get(path) ?? []);
}

/**
 * Terragrunt copies what stands beside its file over the code that it runs, and runs both as one:
 * https://terragrunt.gruntwork.io/docs/features/units/, 2026-11-28.
 */
function laidOver(code: ModuleSource, beside: ModuleSource): ModuleSource {
  const both = <T>(part: (source: ModuleSource) => ReadonlyMap<string, T>) => new Map([...part(code), ...part(beside)]);
  return {
    ...code,
    variables: both((source) => source.variables),
    locals: both((source) => source.locals),
    outputs: both((source) => source.outputs),
    resources: both((source) => source.resources),
    calls: both((source) => source.calls),
    providerNames: both((source) => source.providerNames),
    providers: [...code.providers, ...beside.providers],
    backends: [...code.backends, ...beside.backends],
    moved: [...code.moved, ...beside.moved],
    unreadable: [...code.unreadable, ...beside.unreadable],
  };
}

/** Whether nothing in a folder says that it is run by itself: no backend, no values of variables, no providers locked, no state. */
export function isBare({ name, folder, source }: RootFolder): boolean {
  const signs = [...automatic(folder.files), ...folder.files.filter((file) => RUN.test(file))];
  return name !== "." && source.backends.length === 0 && signs.length === 0;
}

const RUN = /^\.terraform\.lock\.hcl$|\.tfstate$|\.tfbackend$/;

/** Variables that a caller would give, of a folder that is read without one and makes something. Where it configures its providers it is run as it is. */
export function notGiven({ source }: RootFolder, { natives, holes }: Pick<Root, "natives" | "holes">): string[] {
  if (natives.length === 0 || source.providers.length > 0) return [];
  const missing = new Set(holes.filter(({ kind }) => kind === "value").map(({ address }) => address));
  return [...source.variables.keys()].filter((name) => missing.has(`var.${name}`));
}
