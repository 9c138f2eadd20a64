import { relative, sep } from "node:path";
import type { Diagnostic } from "../../constructs/diagnostic.ts";
import type { Root } from "../../providers/native.ts";
import type { Folder } from "./folder-tree.ts";
import { calledPath, localCalls, type ModuleLibrary } from "./module-library.ts";
import type { ModuleSource } from "./module-source.ts";
import { rootCycle } from "./problems.ts";
import { automatic } from "./variable-files.ts";

export interface RootFolder {
  /** Path relative to the argument, `/` between parts; the argument itself is `.`. */
  readonly name: string;
  readonly folder: Folder;
  readonly source: ModuleSource;
  /** Names, as roots have them, of the folders whose code it calls, however deep. */
  readonly calls: readonly string[];
}

/** The folders that no other folder uses as a module, and those that Terragrunt runs; of modules that only call each other, the first. */
export function findRoots(
  directory: string,
  folders: readonly Folder[],
  library: ModuleLibrary,
  run: ReadonlySet<string>,
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
  const roots = candidates.filter(({ source, folder }) => !used.has(source) || run.has(folder.path));
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
  for (const module of library.all()) if (!used.has(module)) reach(module, reached);
  const diagnostics: Diagnostic[] = [];
  for (const candidate of candidates) {
    if (reached.has(candidate.source)) continue;
    reach(candidate.source, reached);
    diagnostics.push(rootCycle(candidate.folder.path));
    roots.push(candidate);
  }
  const withCalls = roots.map((root): RootFolder => {
    const below = reach(root.source, new Set());
    const calls = candidates.filter(({ source }) => source !== root.source && below.has(source));
    return { ...root, calls: calls.map(({ name }) => name) };
  });
  return { roots: withCalls.sort((a, b) => (a.name < b.name ? -1 : 1)), diagnostics };
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
