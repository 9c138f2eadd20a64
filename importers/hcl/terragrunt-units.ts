import { join, relative, sep } from "node:path";
import type { Diagnostic } from "../../constructs/diagnostic.ts";
import type { Hole, Root, StateBackend } from "../../providers/native.ts";
import type { Files } from "../importer.ts";
import type { Folder } from "./folder-tree.ts";
import { inParallel } from "./in-parallel.ts";
import type { Outside } from "./module-instance.ts";
import type { ModuleLibrary } from "./module-library.ts";
import { isCode } from "./module-source.ts";
import type { HclParser } from "./parse.ts";
import { moduleAbsent, valuesFromOutside } from "./problems.ts";
import { INPUTS, type Run, readTerragrunt, type Terragrunt, terragruntFiles } from "./terragrunt.ts";

/** A unit of Terragrunt whose code is here: a root of its own, however many others run the same code. */
export interface Unit {
  /** As roots are named: its folder, or the one that a stack makes of it. */
  readonly name: string;
  /** Where its files stand. */
  readonly folder: Folder;
  /** Folder of the code that it runs. */
  readonly target: string;
  readonly files: readonly Terragrunt[];
}

export interface Units {
  readonly units: readonly Unit[];
  /** Roots of holes and states only: what they run is not here, or they are there for others to include. */
  readonly elsewhere: readonly Root[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Everything that Terragrunt runs below a folder. */
export async function readUnits(
  argument: string,
  folders: readonly Folder[],
  library: ModuleLibrary,
  files: Files,
  parser: HclParser,
): Promise<Units> {
  const named = folders.flatMap((folder) => terragruntFiles(folder).map((name) => ({ folder, name })));
  const asWritten = await inParallel(named, ({ folder, name }) =>
    readTerragrunt(argument, folder, name, files, parser),
  );
  const included = new Set(asWritten.flatMap((file) => file.parents));
  const read = asWritten.map((file, i) => forItself(file, named[i]!.folder, included.has(file.file)));
  const finder = new UnitFinder(argument, folders, library, read);
  const { units, notRun } = finder.all();
  const absentIn = ({ runs }: Terragrunt) => runs.filter((run) => finder.where(run) === undefined);
  return {
    units,
    elsewhere: notRun.flatMap(({ name, files }): Root[] => {
      const missing = files.flatMap(absentIn).map(absentHole);
      const holes = [...missing, ...files.flatMap((file) => file.holes)].map((hole) => ({ ...hole, root: name }));
      const backends = files.flatMap((file) => inRoot(file.backends, name));
      if (holes.length + backends.length === 0) return [];
      const nothing = { natives: [], empty: [], unreadable: [] };
      return [{ name, form: "hcl", ...nothing, holes, ...(backends.length > 0 ? { backends } : {}) }];
    }),
    diagnostics: [
      ...read.flatMap((file) => file.diagnostics),
      ...read.flatMap((file) => (file.holes.length > 0 ? [valuesFromOutside(file.file)] : [])),
      ...read.flatMap(absentIn).map(runAbsent),
    ],
  };
}

/** What a unit's own file gives to the variables of its code. */
export function outsideOf({ files }: Unit): Outside | undefined {
  const [first] = files;
  const given = (name: string) => files.flatMap(({ inputs }) => inputs.get(name) ?? [])[0];
  return first && { at: { file: first.file, line: 1 }, given };
}

export function inRoot(backends: Terragrunt["backends"], root: string): StateBackend[] {
  return backends.map((backend) => ({ ...backend, root }));
}

/** A file without what it does not say itself: one that others include runs nothing, and inputs that are stated are no gap where somebody takes them. */
function forItself(file: Terragrunt, folder: Folder, isIncluded: boolean): Terragrunt {
  const isTaken = isIncluded || file.runs.length > 0 || folder.files.some(isCode);
  const holes = file.inputsArePlain && isTaken ? file.holes.filter((hole) => hole.expression !== INPUTS) : file.holes;
  return { ...file, holes, runs: isIncluded ? [] : file.runs };
}

class UnitFinder {
  private readonly argument: string;
  private readonly library: ModuleLibrary;
  private readonly folders: ReadonlyMap<string, Folder>;
  private readonly files: ReadonlyMap<string, readonly Terragrunt[]>;
  /** Folders that a stack was seen to take a unit from. */
  private readonly taken = new Set<string>();
  private readonly units = new Map<string, Unit>();
  private readonly notRun: Pick<Unit, "name" | "files">[] = [];

  constructor(argument: string, folders: readonly Folder[], library: ModuleLibrary, read: readonly Terragrunt[]) {
    this.argument = argument;
    this.library = library;
    this.folders = new Map(folders.map((folder) => [folder.path, folder]));
    this.files = Map.groupBy(read, (file) => file.folder);
  }

  /** The units of each folder, and files that run no code here; what stacks take their units from is none by itself. */
  all(): { readonly units: readonly Unit[]; readonly notRun: readonly Pick<Unit, "name" | "files">[] } {
    const made = [...this.files.values()].flat().flatMap(({ runs }) => runs.filter((run) => run.makes !== undefined));
    const models = new Set(made.map((run) => this.where(run)));
    // Of stacks that only make each other, the first is read by itself.
    for (const path of [...this.files.keys()].sort((a, b) => Number(models.has(a)) - Number(models.has(b)))) {
      if (!this.taken.has(path)) this.visit(path, nameOf(this.argument, path), []);
    }
    return { units: [...this.units.values()], notRun: this.notRun };
  }

  /** The folder here that a run means. */
  where(run: Run): string | undefined {
    return run.folders.find((path) => this.folders.has(path) || this.library.get(path) !== undefined);
  }

  /** Units of a stack: where each is taken from, and where it is made. What was made already is read by itself. */
  private unitsMade(file: Terragrunt): { readonly at: string; readonly path: string }[] {
    return file.runs.flatMap((run) => {
      const at = this.where(run);
      const { makes: path } = run;
      if (at === undefined || path === undefined) return [];
      this.taken.add(at);
      const written = [join(file.folder, path), join(file.folder, ".terragrunt-stack", path)];
      return written.some((folder) => this.folders.has(folder)) ? [] : [{ at, path }];
    });
  }

  /** Finds the unit of a folder, and those that it makes as a stack; `by` are the stacks that lead there. */
  private visit(path: string, name: string, by: readonly Terragrunt[]): void {
    const folder = this.folders.get(path);
    // A stack may name one folder twice.
    if (folder === undefined || this.units.has(name) || by.some((stack) => stack.folder === path)) return;
    const files = this.files.get(path) ?? [];
    const stacks = files.filter(({ runs }) => runs.some((run) => run.makes !== undefined));
    const own = files.filter((file) => !stacks.includes(file));
    const [run] = own.flatMap(({ runs }) => runs);
    const target = run === undefined ? path : this.where(run);
    const runBy = own.length > 0 ? own : by.slice(-1);
    const isUnit = runBy.length > 0 && target !== undefined && this.library.get(target) !== undefined;
    if (isUnit) this.units.set(name, { name, folder, target, files: runBy });
    this.notRun.push({ name, files: isUnit ? stacks : files });
    for (const stack of stacks) {
      for (const unit of this.unitsMade(stack)) {
        const below = name === "." ? unit.path : join(name, unit.path);
        this.visit(unit.at, below.split(sep).join("/"), [...by, stack]);
      }
    }
  }
}

function nameOf(argument: string, path: string): string {
  return relative(argument, path).split(sep).join("/") || ".";
}

function runAbsent({ at, address, source, folders }: Run): Diagnostic {
  return moduleAbsent(at, address, source, folders.length > 0 ? "folder" : "run");
}

function absentHole({ address, source, at }: Run): Omit<Hole, "root"> {
  const remedy = "Name a plan written through Terragrunt in place of the code.";
  return { kind: "module", address, path: "", expression: source, at, remedy };
}
