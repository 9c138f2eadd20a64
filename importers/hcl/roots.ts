import { relative, sep } from "node:path";
import type { Diagnostic } from "../../constructs/diagnostic.ts";
import type { Folder } from "./folder-tree.ts";
import { calledPath, localCalls, type ModuleLibrary } from "./module-library.ts";
import type { ModuleSource } from "./module-source.ts";
import { rootCycle } from "./problems.ts";

export interface RootFolder {
  /** Path relative to the argument, `/` between parts; the argument itself is `.`. */
  readonly name: string;
  readonly folder: Folder;
  readonly source: ModuleSource;
}

/** The folders that no other folder uses as a module, and those that Terragrunt runs; of modules that only call each other, the first. */
export function findRoots(
  directory: string,
  folders: readonly Folder[],
  library: ModuleLibrary,
  run: ReadonlySet<string>,
): { readonly roots: readonly RootFolder[]; readonly diagnostics: readonly Diagnostic[] } {
  const candidates = folders.flatMap((folder): RootFolder[] => {
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
  const reach = (module: ModuleSource): void => {
    const waiting = [module];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (reached.has(next)) continue;
      reached.add(next);
      waiting.push(...(called.get(next) ?? []));
    }
  };
  // Callers outside the argument make modules of what they call, too.
  for (const module of library.all()) if (!used.has(module)) reach(module);
  const diagnostics: Diagnostic[] = [];
  for (const candidate of candidates) {
    if (reached.has(candidate.source)) continue;
    reach(candidate.source);
    diagnostics.push(rootCycle(candidate.folder.path));
    roots.push(candidate);
  }
  return { roots: roots.sort((a, b) => (a.name < b.name ? -1 : 1)), diagnostics };
}
