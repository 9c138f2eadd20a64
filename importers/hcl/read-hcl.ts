import { normalize } from "node:path";
import { compareDiagnostics, compareText, type Diagnostic } from "../../constructs/diagnostic.ts";
import type { Root } from "../../providers/native.ts";
import type { ImportKnowledge, ImportOptions, ImportResult } from "../importer.ts";
import { completedBackends } from "./backend-files.ts";
import { downloadedModules } from "./downloaded-modules.ts";
import { FileCache } from "./file-cache.ts";
import { Findings } from "./findings.ts";
import { listFolders } from "./folder-tree.ts";
import { inParallel } from "./in-parallel.ts";
import { calledPath, isLocalSource, ModuleLibrary } from "./module-library.ts";
import type { ModuleSource } from "./module-source.ts";
import { createParser, type HclParser } from "./parse.ts";
import { calledByNobody } from "./problems.ts";
import { readRoot } from "./read-root.ts";
import { findRoots, isBare, notGiven, type RootFolder } from "./roots.ts";
import { selectedWorkspace } from "./selected-workspace.ts";
import { inRoot, outsideOf, readUnits } from "./terragrunt-units.ts";
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
  const terragrunt = await readUnits(argument, tree.folders, library, files, parser);
  const found = findRoots(argument, tree.folders, library, terragrunt.units);
  const paths = [...new Set(found.roots.map((root) => root.folder.path))];
  const listed = await inParallel(paths, (path) => downloadedModules(path, files));
  const downloads = new Map(paths.map((path, i) => [path, listed[i]!]));
  for (const folders of listed) for (const folder of folders.values()) await library.load(folder);
  const modules = [...library.all()];
  const cache = new FileCache(files, [argument, ...modules.map((module) => module.directory)]);
  for (const module of modules) for (const path of module.wantedFiles) cache.want(normalize(path));
  await cache.load();

  const diagnostics: Diagnostic[] = [...tree.diagnostics, ...found.diagnostics];
  diagnostics.push(...modules.flatMap((module) => module.diagnostics));
  diagnostics.push(...terragrunt.diagnostics);
  const named = {
    paths: options.varFiles ?? [],
    declared: new Set(found.roots.flatMap((root) => [...root.source.variables.keys()])),
  };
  const roots: Root[] = [];
  let complete = true;
  for (const root of found.roots) {
    options.progress?.(root.name);
    const files = root.unit?.files ?? [];
    const findings = await evaluateRoot(root, downloads.get(root.folder.path)!, {
      parser,
      cache,
      library,
      named,
      options: { ...options, knowledge },
    });
    for (const hole of files.flatMap((file) => file.holes)) findings.hole(hole);
    findings.backends.push(...files.flatMap((file) => inRoot(file.backends, root.name)));
    diagnostics.push(...findings.diagnostics());
    complete &&= findings.complete;
    const backends = await completedBackends(findings.backends, root.folder, options.files, parser);
    const read = toRoot(findings);
    const bare = root.unit === undefined && isBare(root);
    const missing = bare ? notGiven(root, read) : [];
    if (missing.length > 0) diagnostics.push(calledByNobody(root.folder.path, missing));
    roots.push({
      ...read,
      ...(backends.length > 0 ? { backends } : {}),
      ...(root.calls.length > 0 ? { calls: root.calls } : {}),
      ...(bare ? { bare } : {}),
    });
  }
  roots.push(...terragrunt.elsewhere);
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
  reading: Reading,
): Promise<Findings> {
  const { parser, cache, library, named, options } = reading;
  const { unit, folder } = root;
  const { path } = folder;
  const outside = unit && outsideOf(unit);
  const beside = unit === undefined || unit.folder === folder ? [folder] : [folder, unit.folder];
  const given = await readVariableFiles(beside, named, options.files, parser);
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
