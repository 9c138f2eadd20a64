import { basename, sep } from "node:path";
import { compareDiagnostics, type Diagnostic } from "../constructs/diagnostic.ts";
import type { Estate, Root } from "../providers/native.ts";
import * as diagnostics from "./diagnostics.ts";
import { fencedFiles, LEADS_OUT } from "./fenced-files.ts";
import { folderContents, formOf, isCode } from "./folder-contents.ts";
import { inParallel } from "./hcl/in-parallel.ts";
import type { Files, ImportOptions } from "./importer.ts";
import { readJsonDocument } from "./json-document.ts";
import type { JsonContext } from "./json-form.ts";
import { otherFormAt } from "./other-forms.ts";
import { overlay } from "./overlay.ts";
import * as planDiagnostics from "./plan-diagnostics.ts";
import { recordedFiles } from "./recorded-files.ts";
import { Redactor } from "./redact.ts";
import { withRegions } from "./regions-told.ts";
import { lastSegments, prefixed, relativeName } from "./root-names.ts";
import {
  type InventoryContext,
  isInventory,
  mayBeTable,
  readInventories,
  readInventoryFile,
} from "./rvtools/read-rvtools.ts";
import { settledByPlan } from "./settled-by-plan.ts";
import { statesRead } from "./state-backends.ts";

/** What one argument gave, its roots named relative to it. */
interface Read {
  readonly roots: readonly Root[];
  readonly complete: boolean;
}

const FORMS: readonly Root["form"][] = ["hcl", "plan", "state", "cdktf", "rvtools"];

/**
 * Reads everything the user named: folders of code, plans, states, `cdktf.out`, inventories of machines; `-` is standard input. Forms are told by content.
 * What cannot be read is a diagnostic and makes the estate incomplete; where nothing of a known form was found, or nothing of
 * it could be read, EX0201 is among them.
 */
export async function readEstate(paths: readonly string[], options: ImportOptions): Promise<Estate> {
  const found: Diagnostic[] = [];
  const { varFiles = [], overlayPlan } = options;
  const fenced = await fencedFiles(options.files, paths, [
    ...varFiles,
    ...(overlayPlan === undefined ? [] : [overlayPlan]),
  ]);
  const files = recordedFiles(fenced);
  const reader = new EstateReader({ ...options, files }, found);
  const roots: Root[] = [];
  let complete = true;
  const distinct = await reader.distinct(paths);
  const prefixes = paths.length > 1 ? lastSegments(distinct) : undefined;
  for (const path of distinct) {
    options.progress?.(`Reading ${path === "-" ? "standard input" : path}`);
    const read = await reader.path(path);
    const prefix = prefixes?.get(path);
    roots.push(...(prefix === undefined ? read.roots : read.roots.map((root) => prefixed(root, prefix))));
    complete &&= read.complete;
  }
  if (!roots.some(({ form }) => form === "hcl" || form === "cdktf")) {
    found.push(...varFiles.map(diagnostics.variablesNotUsed));
  }
  // Who asked for it has said so already, or only wanted to see what it is.
  const said = new Set(found.map((d) => d.source?.file));
  const out = fenced.refused().filter((path) => !said.has(path));
  found.push(...out.map((path) => diagnostics.notOpened(path, { code: LEADS_OUT })));
  complete &&= out.length === 0;
  const refused = found.some((d) => d.severity === "error");
  if (roots.length === 0 || (refused && roots.every(saysNothing))) {
    found.push(diagnostics.nothingKnown(paths, refused));
  }
  return {
    roots: roots.map((root) => withRegions(withStatesRead(root), options.knowledge)),
    diagnostics: found.sort(compareDiagnostics),
    complete: complete && roots.length > 0,
    source: {
      kind: FORMS.filter((form) => roots.some((root) => root.form === form)).join(" "),
      paths,
      digest: files.digest(),
    },
  };
}

/** A root without an error that says nothing is an empty estate; one with errors may be anything. */
function saysNothing({ natives, holes, empty, backends = [] }: Root): boolean {
  return natives.length + holes.length + empty.length + backends.length === 0;
}

class EstateReader {
  private readonly options: ImportOptions;
  private readonly files: Files;
  private readonly found: Diagnostic[];
  private readonly redactor: Redactor;

  constructor(options: ImportOptions, found: Diagnostic[]) {
    this.options = options;
    this.files = options.files;
    this.found = found;
    this.redactor = new Redactor(options.knowledge);
  }

  /** The arguments without those that lead to a path already there, or inside a folder already there. */
  async distinct(paths: readonly string[]): Promise<string[]> {
    const all = await Promise.all(
      paths.map(async (path) => ({ path, stat: await this.files.stat(path).catch(() => undefined) })),
    );
    const kept: typeof all = [];
    for (const [i, { path, stat }] of all.entries()) {
      const same = kept.find((k) => k.path === path || (stat !== undefined && k.stat?.real === stat.real));
      const around =
        stat?.kind === "directory"
          ? all.find((o, j) => j !== i && o.stat?.kind === "directory" && isInside(stat.real, o.stat.real))
          : undefined;
      const first = same ?? around;
      if (first) this.found.push(diagnostics.givenTwice(path, first.path));
      else kept.push({ path, stat });
    }
    return kept.map((k) => k.path);
  }

  async path(path: string): Promise<Read> {
    try {
      const { kind } = await this.files.stat(path);
      if (kind === "directory") return await this.directory(path);
      if (kind === "file") return await this.file(path, ".");
    } catch (error) {
      if ((error as { code?: unknown } | null)?.code === undefined) throw error;
      this.found.push(diagnostics.notOpened(path, error));
      return { roots: [], complete: false };
    }
    this.found.push(diagnostics.notFileOrFolder(path));
    return { roots: [], complete: false };
  }

  private async file(path: string, name: string): Promise<Read> {
    if (isCode(basename(path))) {
      this.found.push(diagnostics.codeFile(path));
      return { roots: [], complete: false };
    }
    if (this.options.overlayPlan !== undefined) {
      this.found.push(planDiagnostics.overlayNotPlan(this.options.overlayPlan));
    }
    if (mayBeTable(path)) return readInventoryFile(path, this.inventoryContext());
    const { form, content, complete } = await readJsonDocument(path, this.files, this.context(path, name));
    const { leftOut = [], deferred: _, given: __, ...found } = content;
    if (leftOut.length > 0) this.found.push(planDiagnostics.leftOutOfPlan({ file: path }, leftOut));
    return { roots: form ? [{ name, form, ...found }] : [], complete: complete && leftOut.length === 0 };
  }

  private inventoryContext(): InventoryContext {
    return { files: this.files, knowledge: this.options.knowledge, note: (d) => this.found.push(d) };
  }

  private context(path: string, root: string): JsonContext {
    return {
      root,
      at: { file: path },
      knowledge: this.options.knowledge,
      redactor: this.redactor,
      note: (diagnostic) => this.found.push(diagnostic),
    };
  }

  private async directory(path: string): Promise<Read> {
    const contents = await folderContents(path, this.files);
    // Whoever reads the code reports the same folders.
    if (!contents.code) this.found.push(...contents.refused);
    const reads: Read[] = [];
    if (contents.code) reads.push(await this.code(path));
    for (const stack of contents.stacks) reads.push(await this.stack(stack, relativeName(path, stack)));
    const hasCode = reads.some((read) => read.roots.length > 0);
    const known = new Set<string>();
    for (const candidate of contents.candidates) {
      const form = await formOf(candidate, this.files);
      if (!form) continue;
      known.add(candidate);
      if (!hasCode) reads.push(await this.file(candidate, relativeName(path, candidate)));
      else if (candidate !== this.options.overlayPlan) this.found.push(diagnostics.besideCode(candidate, form));
    }
    const others = contents.others.filter((other) => !known.has(other));
    const forms = await inParallel(others, (other) => otherFormAt(other, this.files));
    const unread = others.flatMap((other, i) => (forms[i] ? [diagnostics.otherFormBeside(other, forms[i])] : []));
    this.found.push(...unread);
    const inventories = this.inventoryContext();
    if (!hasCode) reads.push(await readInventories(contents.tables, (at) => relativeName(path, at), inventories));
    else {
      for (const table of contents.tables)
        if (await isInventory(table, inventories)) this.found.push(diagnostics.besideCode(table, "table"));
    }
    return {
      roots: reads.flatMap((read) => read.roots),
      complete: reads.every((read) => read.complete) && contents.refused.length + unread.length === 0,
    };
  }

  private async code(path: string): Promise<Read> {
    // Loaded when needed: a plan is read without the parser's megabytes.
    const { readHcl } = await import("./hcl/read-hcl.ts");
    const read = await readHcl(path, this.options);
    const plan = this.options.overlayPlan;
    if (plan === undefined) {
      this.found.push(...read.diagnostics);
      return read;
    }
    const document = await readJsonDocument(plan, this.files, this.context(plan, "."));
    if (document.form !== "plan") {
      this.found.push(...read.diagnostics, planDiagnostics.overlayNotPlan(plan));
      return { roots: read.roots, complete: false };
    }
    const over = overlay(read.roots, document.content, { plan, directory: path }, this.options.knowledge.isBlock);
    const settled = settledByPlan(read.diagnostics, over.roots);
    this.found.push(...settled.diagnostics, ...over.diagnostics);
    return { roots: over.roots, complete: settled.complete && document.complete && over.complete };
  }

  /** One stack that CDK for Terraform wrote: HCL in its JSON syntax. */
  private async stack(path: string, name: string): Promise<Read> {
    const { readHcl } = await import("./hcl/read-hcl.ts");
    const read = await readHcl(path, this.options);
    this.found.push(...read.diagnostics);
    return { roots: read.roots.map((root) => ({ ...prefixed(root, name), form: "cdktf" })), complete: read.complete };
  }
}

function isInside(real: string, around: string): boolean {
  return real !== around && real.startsWith(around.endsWith(sep) ? around : around + sep);
}

function withStatesRead(root: Root): Root {
  const read = statesRead(root.natives);
  return read.length === 0 ? root : { ...root, backends: [...(root.backends ?? []), ...read] };
}
