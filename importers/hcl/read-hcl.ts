import { normalize, relative, sep } from "node:path";
import { compareDiagnostics, compareText, type Diagnostic } from "../../constructs/diagnostic.ts";
import type { Hole, Root, StateBackend } from "../../providers/native.ts";
import type { ImportKnowledge, ImportOptions, ImportResult } from "../importer.ts";
import { completedBackends } from "./backend-files.ts";
import { downloadedModules } from "./downloaded-modules.ts";
import { FileCache } from "./file-cache.ts";
import { Findings } from "./findings.ts";
import { type Folder, listFolders } from "./folder-tree.ts";
import { inParallel } from "./in-parallel.ts";
import type { Outside } from "./module-instance.ts";
import { calledPath, isLocalSource, ModuleLibrary } from "./module-library.ts";
import type { ModuleSource } from "./module-source.ts";
import { createParser, type HclParser } from "./parse.ts";
import { calledByNobody, moduleAbsent } from "./problems.ts";
import { readRoot } from "./read-root.ts";
import { findRoots, isBare, notGiven, type RootFolder } from "./roots.ts";
import { selectedWorkspace } from "./selected-workspace.ts";
import { type Run, readTerragrunt, type Terragrunt, terragruntFiles } from "./terragrunt.ts";
import { type NamedFiles, readVariableFiles } from "./variable-files.ts";

/** Most times a root is evaluated anew because an expression read a file whose name was not plain. */
const ROUNDS = 8;

/** Reads every Terraform or OpenTofu root below a folder. What cannot be read is a diagnostic, never an exception. */
export async function readHcl(directory: string, options: ImportOptions): Promise<ImportResult> {
  const { files } = options;
  const knowledge = remembering(options.knowledge);
  // `infra/` and `infra` are one folder: the paths of modules are compared with it.
  const argument = normalize(directory).replace(/(?<=[^/\\])[/\\]+$/, "");
  const parser = await createParser();
  const tree = await listFolders(argument, files);
  const library = new ModuleLibrary(files, parser);
  await library.loadAll(tree.folders);
  const terragrunt = await readAllTerragrunt(argument, tree.folders, library, options, parser);
  const found = findRoots(argument, tree.folders, library, new Set(terragrunt.flatMap((file) => file.targets)));
  const downloads = await inParallel(found.roots, (root) => downloadedModules(root.folder.path, files));
  for (const folders of downloads) for (const folder of folders.values()) await library.load(folder);
  const modules = [...library.all()];
  const cache = new FileCache(files, [argument, ...modules.map((module) => module.directory)]);
  for (const module of modules) for (const path of module.wantedFiles) cache.want(normalize(path));
  await cache.load();

  const diagnostics: Diagnostic[] = [...tree.diagnostics, ...found.diagnostics];
  diagnostics.push(...modules.flatMap((module) => module.diagnostics));
  diagnostics.push(...terragrunt.flatMap((file) => [...file.diagnostics, ...file.absent.map(runAbsent)]));
  const named = {
    paths: options.varFiles ?? [],
    declared: new Set(found.roots.flatMap((root) => [...root.source.variables.keys()])),
  };
  const roots: Root[] = [];
  let complete = true;
  for (const [i, root] of found.roots.entries()) {
    options.progress?.(root.name);
    const downloaded = downloads[i] ?? new Map<string, string>();
    const runners = terragrunt.filter((file) => file.targets.includes(root.folder.path));
    const outside = outsideOf(runners);
    const findings = await evaluateRoot(root, downloaded, outside, {
      parser,
      cache,
      library,
      named,
      options: { ...options, knowledge },
    });
    for (const hole of runners.flatMap((file) => file.holes)) findings.hole(hole);
    findings.backends.push(...runners.flatMap((file) => inRoot(file.backends, root.name)));
    diagnostics.push(...findings.diagnostics());
    complete &&= findings.complete;
    const backends = await completedBackends(findings.backends, root.folder, options.files, parser);
    const read = toRoot(findings);
    const bare = outside === undefined && isBare(root);
    const missing = bare ? notGiven(root, read) : [];
    if (missing.length > 0) diagnostics.push(calledByNobody(root.folder.path, missing));
    roots.push({
      ...read,
      ...(backends.length > 0 ? { backends } : {}),
      ...(root.calls.length > 0 ? { calls: root.calls } : {}),
      ...(bare ? { bare } : {}),
    });
  }
  roots.push(...codeElsewhere(argument, terragrunt, found.roots));
  roots.sort((a, b) => compareText(a.name, b.name));
  complete &&= !diagnostics.some((diagnostic) => diagnostic.severity === "error");
  return { roots, diagnostics: sortedOnce(diagnostics), complete };
}

/** A module used by several roots has the same to say in each. */
function sortedOnce(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort(compareDiagnostics).filter((one, i, all) => {
    const before = all[i - 1];
    return before === undefined || compareDiagnostics(before, one) !== 0;
  });
}

/** The schema is asked once for each path of a type, however many natives have it. */
function remembering(knowledge: ImportKnowledge): ImportKnowledge {
  const known = new Map<string, boolean>();
  const sensitive = (type: string, path: string): boolean => {
    const key = `${type} ${path}`;
    const answer = known.get(key) ?? knowledge.sensitive(type, path);
    known.set(key, answer);
    return answer;
  };
  return { ...knowledge, sensitive };
}

interface Reading {
  readonly parser: HclParser;
  readonly cache: FileCache;
  readonly library: ModuleLibrary;
  readonly named: NamedFiles;
  readonly options: ImportOptions;
}

/** Evaluates a root; once more whenever an expression asked for a file that was not loaded. */
async function evaluateRoot(
  root: RootFolder,
  downloaded: ReadonlyMap<string, string>,
  outside: Outside | undefined,
  reading: Reading,
): Promise<Findings> {
  const { parser, cache, library, named, options } = reading;
  const { path, files: names } = root.folder;
  const given = await readVariableFiles(path, names, named, options.files, parser);
  const find = (caller: ModuleSource, source: string, calls: readonly string[]): ModuleSource | undefined => {
    if (isLocalSource(source)) return library.get(calledPath(caller.directory, source));
    const folder = downloaded.get(calls.join("."));
    return folder === undefined ? undefined : library.get(folder);
  };
  const workspace = options.workspace ?? (await selectedWorkspace(root.source, options.files));
  for (let round = 1; ; round++) {
    const findings = new Findings(root.name);
    for (const diagnostic of given.diagnostics) findings.add(diagnostic);
    const surroundings = { parser, files: cache, directory: path, seeThrough: false };
    readRoot(
      { surroundings, findings, knowledge: options.knowledge, values: given.values, workspace, outside, find },
      root.source,
    );
    if (round === ROUNDS || !(await cache.load())) return findings;
  }
}

function toRoot(findings: Findings): Root {
  const { root: name, natives, empty, unreadable, moves } = findings;
  const moved = moves.length > 0 ? { moves } : {};
  return { name, form: "hcl", natives, holes: findings.holes(), empty, unreadable, ...moved };
}

/** A file of Terragrunt beside the code that is here. */
interface Runner extends Terragrunt {
  /** Folders of the code that it runs. */
  readonly targets: readonly string[];
  readonly absent: readonly Run[];
}

async function readAllTerragrunt(
  argument: string,
  folders: readonly Folder[],
  library: ModuleLibrary,
  options: ImportOptions,
  parser: HclParser,
): Promise<Runner[]> {
  const read = folders.flatMap((folder) => terragruntFiles(folder).map((name) => ({ folder, name })));
  const here = new Set(folders.map((folder) => folder.path));
  const whereOf = (run: Run) => run.folders.find((path) => here.has(path) || library.get(path) !== undefined);
  return inParallel(read, async ({ folder, name }) => {
    const file = await readTerragrunt(argument, folder, name, options.files, parser);
    const targets = file.runs.length === 0 ? [file.folder] : file.runs.flatMap((run) => whereOf(run) ?? []);
    return { ...file, targets, absent: file.runs.filter((run) => whereOf(run) === undefined) };
  });
}

function outsideOf(runners: readonly Runner[]): Outside | undefined {
  const [first] = runners;
  return first && { at: { file: first.file, line: 1 }, given: (name) => runners.map(({ inputs }) => inputs.get(name)) };
}

function runAbsent({ at, address, source, folders }: Run): Diagnostic {
  return moduleAbsent(at, address, source, folders.length > 0 ? "folder" : "run");
}

function inRoot(backends: Terragrunt["backends"], root: string): StateBackend[] {
  return backends.map((backend) => ({ ...backend, root }));
}

/** Terragrunt folders whose code is not among the roots: what they create is not here, and that is said. */
function codeElsewhere(argument: string, terragrunt: readonly Runner[], roots: readonly RootFolder[]): Root[] {
  const read = new Set(roots.map((root) => root.folder.path));
  return [...Map.groupBy(terragrunt, (file) => file.folder)].flatMap(([folder, files]): Root[] => {
    const name = relative(argument, folder).split(sep).join("/") || ".";
    const alone = files.filter((file) => !file.targets.some((target) => read.has(target)));
    const absent = files.flatMap((file) => file.absent).map(absentHole);
    const holes = [...absent, ...alone.flatMap((file) => file.holes)].map((hole) => ({ ...hole, root: name }));
    const backends = alone.flatMap((file) => inRoot(file.backends, name));
    if (holes.length + backends.length === 0) return [];
    const nothing = { natives: [], empty: [], unreadable: [] };
    return [{ name, form: "hcl", ...nothing, holes, ...(backends.length > 0 ? { backends } : {}) }];
  });
}

function absentHole({ address, source, at }: Run): Omit<Hole, "root"> {
  const remedy = "Name a plan written through Terragrunt in place of the code.";
  return { kind: "module", address, path: "", expression: source, at, remedy };
}
