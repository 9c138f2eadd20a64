import { dirname, join, relative, sep } from "node:path";
import type { Diagnostic, Location } from "../../constructs/diagnostic.ts";
import type { Hole, StateBackend } from "../../providers/native.ts";
import type { Files } from "../importer.ts";
import { attributeOf, type Block, type Body, type Expression, type Span, sourceText } from "./ast.ts";
import { backendsOfTerragrunt } from "./backend-blocks.ts";
import { textOf } from "./backend-files.ts";
import type { Folder } from "./folder-tree.ts";
import type { HclParser } from "./parse.ts";
import { isPlain } from "./plain.ts";
import { notOpened, notText, said } from "./problems.ts";
import { decodeText, Source } from "./source.ts";
import { withoutCredentials } from "./without-credentials.ts";

const UNIT = "terragrunt.hcl";
const STACK = "terragrunt.stack.hcl";
/** The attribute that gives values to variables. */
export const INPUTS = "inputs";
/** What Terragrunt reads: a folder's own file, the one that many include, and a list of units to make. */
const NAMES: readonly string[] = [UNIT, "root.hcl", STACK];

export function terragruntFiles({ files }: Pick<Folder, "files">): readonly string[] {
  return NAMES.filter((name) => files.includes(name));
}

/** Code that Terragrunt runs. */
export interface Run {
  readonly address: string;
  /** The `source` as it is written, without what opens it. */
  readonly source: string;
  /** Folders that it may mean, the likeliest first; the function that makes the path is not evaluated. */
  readonly folders: readonly string[];
  /** Of a unit in a stack: the folder that is made of it, below the stack's own. */
  readonly makes?: string;
  readonly at: Location;
}

/** What one file of Terragrunt gives from outside to the code it runs. */
export interface Terragrunt {
  readonly folder: string;
  readonly file: string;
  /** The code it names; where there is none, it runs what stands beside it. */
  readonly runs: readonly Run[];
  /** Files in the folders above that count as if they stood in this one. */
  readonly parents: readonly string[];
  /** Values that it gives to variables, as far as it names them. */
  readonly inputs: ReadonlyMap<string, Expression>;
  /** It states every value itself; those that it includes are apart. */
  readonly inputsArePlain: boolean;
  readonly holes: readonly Omit<Hole, "root">[];
  /** Where it keeps the states of the code that it runs, or of all that includes it. */
  readonly backends: readonly Omit<StateBackend, "root">[];
  readonly diagnostics: readonly Diagnostic[];
}

export async function readTerragrunt(
  argument: string,
  folder: Folder,
  name: string,
  files: Files,
  parser: HclParser,
): Promise<Terragrunt> {
  const file = join(folder.path, name);
  const nothing = {
    ...{ folder: folder.path, file, runs: [], parents: [], inputs: new Map<string, Expression>() },
    ...{ inputsArePlain: false, holes: [], backends: [] },
  };
  let decoded: ReturnType<typeof decodeText>;
  try {
    decoded = decodeText(await files.read(file));
  } catch (error) {
    return { ...nothing, diagnostics: [notOpened(file, error)] };
  }
  if ("cause" in decoded) return { ...nothing, diagnostics: [notText(file, decoded.cause)] };
  const source = new Source(file, decoded.text);
  const { body, problems } = parser.file(source);
  const place = relative(argument, folder.path).split(sep).join("/") || ".";
  const address = `terragrunt[${JSON.stringify(place)}]`;
  // What others include gives nothing by itself: they do, and their own file says so.
  const holes = name === UNIT ? holesOf(body, address) : [];
  const above = foldersAbove(folder.path, argument);
  const included = name === UNIT ? await includedFiles(body, above, files, parser) : new Map<string, Included>();
  const merged = [...included.values()].flatMap((one) => (one.merged ? [one.body] : []));
  const bodies = name === UNIT ? [body, ...merged] : [];
  const run = (of: string, expression: Expression): Run => ({
    address: of,
    source: withoutCredentials(sourceWritten(expression, included)),
    folders: foldersNamed(expression, above),
    at: expression.source.at(expression.start),
  });
  const [own] = bodies.flatMap((one) => sourceOf(one) ?? []);
  const inputs = attributeOf(body, INPUTS);
  const units = name === STACK ? body.blocks.filter(({ type }) => type === "unit" || type === "stack") : [];
  return {
    folder: folder.path,
    file,
    runs: [
      ...(own ? [run(address, own)] : []),
      ...units.flatMap((unit) => {
        const expression = attributeOf(unit.body, "source");
        const [label = ""] = unit.labels;
        const path = attributeOf(unit.body, "path");
        const makes = path?.kind === "literal" && typeof path.value === "string" ? path.value : label;
        return expression ? [{ ...run(`${address}.${unit.type}.${label}`, expression), makes }] : [];
      }),
    ],
    parents: [...included.values()].flatMap((one) =>
      one.merged && above.indexOf(dirname(one.file)) > 0 ? [one.file] : [],
    ),
    // What a file gives itself goes before what it includes.
    inputs: new Map(bodies.toReversed().flatMap((one) => inputsNamed(attributeOf(one, INPUTS)))),
    inputsArePlain: inputs !== undefined && isPlain(inputs),
    holes,
    backends: backendsOfTerragrunt(body, parser),
    diagnostics: problems.map((problem) => said(problem, source)),
  };
}

function sourceOf(body: Body): Expression | undefined {
  const terraform = body.blocks.find((block) => block.type === "terraform");
  return terraform && attributeOf(terraform.body, "source");
}

interface Included {
  readonly file: string;
  readonly body: Body;
  /** False where only its values are wanted. */
  readonly merged: boolean;
}

/** The files that one includes, by label: what is in them counts as if it stood in the file itself, relative paths and searches too (the page of functions below). */
async function includedFiles(
  body: Body,
  above: readonly string[],
  files: Files,
  parser: HclParser,
): Promise<Map<string, Included>> {
  const found = new Map<string, Included>();
  for (const include of body.blocks.filter((block) => block.type === "include")) {
    const path = attributeOf(include.body, "path");
    const strategy = attributeOf(include.body, "merge_strategy");
    const merged = !(strategy?.kind === "literal" && strategy.value === "no_merge");
    for (const file of path ? foldersNamed(path, above) : []) {
      const text = await textOf(file, files);
      if (text === undefined) continue;
      found.set(include.labels[0] ?? "", { file, body: parser.file(new Source(file, text)).body, merged });
      break;
    }
  }
  return found;
}

/** A `source` as it is written, with what a local value of an included file adds to it. */
function sourceWritten(expression: Expression, included: ReadonlyMap<string, Included>): string {
  const local = (label: string, name: string): string | undefined => {
    const locals = included.get(label)?.body.blocks.filter((block) => block.type === "locals") ?? [];
    const [value] = locals.flatMap((block) => attributeOf(block.body, name) ?? []);
    return value?.kind === "literal" ? String(value.value) : undefined;
  };
  return sourceText(expression)
    .replace(/\$\{include\.(\w+)\.locals\.(\w+)\}/g, (all, label, name) => local(label, name) ?? all)
    .replace(/^"(.*)"$/s, "$1");
}

/** Names in an object, or in those that are merged; of anything else none can be seen. */
function inputsNamed(inputs: Expression | undefined): [string, Expression][] {
  if (inputs?.kind === "call" && inputs.name === "merge") return inputs.args.flatMap(inputsNamed);
  if (inputs?.kind !== "object") return [];
  return inputs.items.flatMap(({ key, value }) => (key.kind === "literal" ? [[String(key.value), value]] : []));
}

/** A folder and those it stands in, up to the one that is read. */
function foldersAbove(folder: string, argument: string): string[] {
  const outer = dirname(folder);
  return folder === argument || outer === folder ? [folder] : [folder, ...foldersAbove(outer, argument)];
}

/**
 * Paths that an expression may mean. Terragrunt's functions for paths (`get_repo_root()`, `dirname(find_in_parent_folders())`, …) all
 * give a folder above the file: https://terragrunt.gruntwork.io/docs/reference/hcl/functions/, 2026-11-27.
 */
function foldersNamed(expression: Expression, above: readonly string[]): string[] {
  const [here = "."] = above;
  switch (expression.kind) {
    case "literal":
      return typeof expression.value === "string" ? localFolder(here, expression.value) : [];
    case "template": {
      const [first, rest] = expression.parts;
      // What stands behind the `?` is a version of what is here.
      if (typeof first === "string") return first.includes("?") ? localFolder(here, first) : [];
      const isBelow = expression.parts.length === 2 && typeof rest === "string" && rest.startsWith("/");
      return isBelow ? above.map((folder) => join(folder, rest)) : [];
    }
    case "conditional":
      return [expression.whenTrue, expression.whenFalse].flatMap((one) => foldersNamed(one, above));
    case "parenthesised":
      return foldersNamed(expression.of, above);
    case "call": {
      const [name] = expression.args;
      if (expression.name !== "find_in_parent_folders") return [];
      const wanted = name?.kind === "literal" && typeof name.value === "string" ? name.value : UNIT;
      return above.slice(1).map((folder) => join(folder, wanted));
    }
    default:
      return [];
  }
}

function localFolder(here: string, source: string): string[] {
  const [path = ""] = source.replace(/^git::(?=\.)/, "").split("?");
  return /^\.\.?(?:\/|$)/.test(path) ? [join(here, path)] : [];
}

function holesOf(body: Body, address: string): Omit<Hole, "root">[] {
  const remedy = "Give a plan written through Terragrunt with --plan.";
  const hole = (name: string, span: Span): Omit<Hole, "root"> => ({
    kind: "outside",
    address: `${address}.${name}`,
    path: "",
    expression: name,
    at: span.source.at(span.start),
    remedy,
  });
  const dependencies = body.blocks.filter((block: Block) => block.type === "dependency");
  const inputs = body.attributes.find((attribute) => attribute.name === INPUTS);
  return [
    ...dependencies.map((block) => hole(`dependency.${block.labels[0] ?? ""}`, block)),
    ...(inputs === undefined ? [] : [hole(INPUTS, inputs)]),
  ];
}
