import { basename, join } from "node:path";
import { compareDiagnostics, type Diagnostic, type Location } from "../../constructs/diagnostic.ts";
import type { Files } from "../importer.ts";
import { type Attribute, attributeOf, type Block, type Body, type Expression } from "./ast.ts";
import { inParallel } from "./in-parallel.ts";
import { parseJsonFile } from "./json-body.ts";
import { mergeOverrides } from "./overrides.ts";
import type { HclParser } from "./parse.ts";
import { duplicate, notOpened, notText, said } from "./problems.ts";
import { decodeText, Source } from "./source.ts";
import { readType, type Type } from "./types.ts";

export interface VariableDeclaration {
  readonly name: string;
  readonly type: Type;
  readonly default: Expression | undefined;
  readonly sensitive: boolean;
  readonly nullable: boolean;
  readonly at: Location;
}

export interface ResourceBlock {
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  readonly body: Body;
  readonly at: Location;
}

/** The code of one module, whatever calls it: files merged, overrides applied. */
export interface ModuleSource {
  readonly directory: string;
  readonly variables: ReadonlyMap<string, VariableDeclaration>;
  readonly locals: ReadonlyMap<string, Attribute>;
  readonly outputs: ReadonlyMap<string, Block>;
  /** By `type.name`, data sources by `data.type.name`, in the order of the files. */
  readonly resources: ReadonlyMap<string, ResourceBlock>;
  readonly calls: ReadonlyMap<string, Block>;
  readonly providers: readonly Block[];
  /** `backend` and `cloud` blocks: where the state is kept when this is a root. */
  readonly backends: readonly Block[];
  /** `moved` blocks: what had another address before. */
  readonly moved: readonly Block[];
  /** Local name of a provider → short name, where they differ. */
  readonly providerNames: ReadonlyMap<string, string>;
  readonly unreadable: readonly ResourceBlock[];
  /** Files that `file("${path.module}/…")` and its like name plainly. */
  readonly wantedFiles: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** False when part of a file could not be read. */
  readonly complete: boolean;
}

const CODE = /\.(?:tf|tofu)(?:\.json)?$/;

export function isCode(name: string): boolean {
  return CODE.test(name) && !name.startsWith(".") && !name.endsWith("~") && !/^#.*#$/.test(name);
}

/** Reads the module in a folder. `names` are its files; those without code are passed over. */
export async function loadModule(
  directory: string,
  names: readonly string[],
  files: Files,
  parser: HclParser,
): Promise<ModuleSource> {
  const diagnostics: Diagnostic[] = [];
  const wanted = new Set<string>();
  const primary: Block[] = [];
  const overrides: Block[] = [];
  // Where both are there, OpenTofu reads x.tofu in place of x.tf.
  const replaced = new Set(
    names.map((name) => name.replace(/\.tofu(?=$|\.json$)/, ".tf")).filter((name, i) => name !== names[i]),
  );
  const code = names.filter((name) => isCode(name) && !replaced.has(name));
  const contents = await inParallel(code, (name) => files.read(join(directory, name)).catch((error) => ({ error })));
  for (const [i, name] of code.entries()) {
    const file = join(directory, name);
    const bytes = contents[i]!;
    if ("error" in bytes) {
      diagnostics.push(notOpened(file, bytes.error));
      continue;
    }
    const decoded = decodeText(bytes);
    if ("cause" in decoded) {
      diagnostics.push(notText(file, decoded.cause));
      continue;
    }
    const source = new Source(file, decoded.text);
    const parsed = name.endsWith(".json") ? parseJsonFile(source, parser) : parser.file(source);
    for (const problem of parsed.problems) diagnostics.push(said(problem, source));
    for (const path of plainFiles(decoded.text)) wanted.add(join(directory, path));
    const isOverride = /(?:^|_)override$/.test(basename(name).replace(CODE, ""));
    (isOverride ? overrides : primary).push(...parsed.body.blocks);
  }
  return assemble(directory, mergeOverrides(primary, overrides), [...wanted], diagnostics);
}

const FILE_CALL =
  /\b(?:file|filebase64|templatefile|fileexists|file(?:base64)?(?:md5|sha\d+))\(\s*"(?:\$\{path\.module\}\/)?([^"$%{}]+)"/g;

function plainFiles(text: string): string[] {
  return text.includes("file") ? [...text.matchAll(FILE_CALL)].map((match) => match[1] ?? "") : [];
}

function assemble(
  directory: string,
  blocks: readonly Block[],
  wantedFiles: readonly string[],
  found: readonly Diagnostic[],
): ModuleSource {
  const diagnostics = [...found];
  const variables = new Map<string, VariableDeclaration>();
  const locals = new Map<string, Attribute>();
  const outputs = new Map<string, Block>();
  const resources = new Map<string, ResourceBlock>();
  const calls = new Map<string, Block>();
  const providers: Block[] = [];
  const backends: Block[] = [];
  const moved: Block[] = [];
  const providerNames = new Map<string, string>();
  const unreadable = new Map<string, ResourceBlock>();

  const add = <T extends object>(
    map: Map<string, T>,
    key: string,
    value: T,
    where: string,
    at: Location,
    before: Location | undefined,
  ): void => {
    if (before === undefined) map.set(key, value);
    else diagnostics.push(duplicate(at, where, before));
  };

  for (const block of blocks) {
    const [first = "", second = ""] = block.labels;
    const at = block.source.at(block.start);
    switch (block.type) {
      case "variable":
        add(variables, first, readVariable(first, block), `var.${first}`, at, variables.get(first)?.at);
        break;
      case "locals":
        for (const local of block.body.attributes) {
          const here = local.source.at(local.start);
          const before = locals.get(local.name);
          add(locals, local.name, local, `local.${local.name}`, here, before?.source.at(before.start));
        }
        break;
      case "output":
        outputs.set(first, block);
        break;
      case "resource":
      case "data": {
        const mode = block.type === "data" ? "data" : "managed";
        const key = `${mode === "data" ? "data." : ""}${first}.${second}`;
        const resource: ResourceBlock = { mode, type: first, name: second, body: block.body, at };
        const before = resources.get(key)?.at ?? unreadable.get(key)?.at;
        add(block.broken ? unreadable : resources, key, resource, key, at, before);
        break;
      }
      case "module": {
        const before = calls.get(first);
        add(calls, first, block, `module.${first}`, at, before?.source.at(before.start));
        break;
      }
      case "provider":
        providers.push(block);
        break;
      case "moved":
        moved.push(block);
        break;
      case "terraform":
        backends.push(...block.body.blocks.filter(({ type }) => type === "backend" || type === "cloud"));
        for (const required of block.body.blocks.filter((inner) => inner.type === "required_providers")) {
          for (const { name, value } of required.body.attributes) {
            const source = sourceOf(value);
            if (source !== undefined) providerNames.set(name, source);
          }
        }
    }
  }
  return {
    directory,
    variables,
    locals,
    outputs,
    resources,
    calls,
    providers,
    backends,
    moved,
    providerNames,
    unreadable: [...unreadable.values()],
    wantedFiles,
    diagnostics: diagnostics.sort(compareDiagnostics),
    complete: !diagnostics.some((diagnostic) => diagnostic.severity === "error"),
  };
}

function readVariable(name: string, block: Block): VariableDeclaration {
  const flag = (key: string): Expression | undefined => attributeOf(block.body, key);
  const isLiteral = (value: Expression | undefined, wanted: boolean): boolean =>
    value?.kind === "literal" && value.value === wanted;
  return {
    name,
    type: readType(flag("type")),
    default: flag("default"),
    sensitive: isLiteral(flag("sensitive"), true),
    nullable: !isLiteral(flag("nullable"), false),
    at: block.source.at(block.start),
  };
}

/** `{ source = "hashicorp/aws" }` → `aws`. */
function sourceOf(value: Expression): string | undefined {
  if (value.kind !== "object") return undefined;
  for (const item of value.items) {
    if (item.key.kind === "literal" && item.key.value === "source" && item.value.kind === "literal") {
      return String(item.value.value).split("/").at(-1);
    }
  }
  return undefined;
}
