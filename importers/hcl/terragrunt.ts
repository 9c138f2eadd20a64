import { join, relative, sep } from "node:path";
import type { Diagnostic } from "../../constructs/diagnostic.ts";
import type { Hole, StateBackend } from "../../providers/native.ts";
import type { Files } from "../importer.ts";
import { attributeOf, type Block, type Body, type Span } from "./ast.ts";
import { backendsOfTerragrunt } from "./backend-blocks.ts";
import type { Folder } from "./folder-tree.ts";
import type { HclParser } from "./parse.ts";
import { notOpened, notText, syntaxMistake, valuesFromOutside } from "./problems.ts";
import { decodeText, Source } from "./source.ts";

/** What Terragrunt reads: a folder's own file, and the one that many include. */
const NAMES = ["terragrunt.hcl", "root.hcl"] as const;

export function terragruntFiles({ files }: Pick<Folder, "files">): readonly string[] {
  return NAMES.filter((name) => files.includes(name));
}

/** What one `terragrunt.hcl` gives from outside to the code it runs. */
export interface Terragrunt {
  /** Where its code stands when that is a plain local path, else its own folder. */
  readonly target: string;
  readonly folder: string;
  readonly file: string;
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
  const nothing = { target: folder.path, folder: folder.path, file, holes: [], backends: [] };
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
  // What others include gives nothing by itself: they do, and their own file says so.
  const holes = name === NAMES[0] ? holesOf(body, place) : [];
  return {
    target: targetOf(body, folder.path),
    folder: folder.path,
    file,
    holes,
    backends: backendsOfTerragrunt(body, parser),
    diagnostics: [
      ...problems.map((problem) => syntaxMistake(source.at(problem.at), problem.detail)),
      ...(holes.length > 0 ? [valuesFromOutside(file)] : []),
    ],
  };
}

function targetOf(body: Body, folder: string): string {
  const terraform = body.blocks.find((block) => block.type === "terraform");
  const source = terraform && attributeOf(terraform.body, "source");
  const text = source?.kind === "literal" && typeof source.value === "string" ? source.value : "";
  return /^\.\.?(?:\/|$)/.test(text) ? join(folder, text.replace("//", "/")) : folder;
}

function holesOf(body: Body, place: string): Omit<Hole, "root">[] {
  const remedy = "Give a plan written through Terragrunt with --plan.";
  const hole = (name: string, span: Span): Omit<Hole, "root"> => ({
    kind: "outside",
    address: `terragrunt[${JSON.stringify(place)}].${name}`,
    path: "",
    expression: name,
    at: span.source.at(span.start),
    remedy,
  });
  const dependencies = body.blocks.filter((block: Block) => block.type === "dependency");
  const inputs = body.attributes.find((attribute) => attribute.name === "inputs");
  return [
    ...dependencies.map((block) => hole(`dependency.${block.labels[0] ?? ""}`, block)),
    ...(inputs === undefined ? [] : [hole("inputs", inputs)]),
  ];
}
