import { join, relative, sep } from "node:path";
import type { Diagnostic } from "../../constructs/diagnostic.ts";
import type { Hole } from "../../providers/native.ts";
import type { Files } from "../importer.ts";
import { attributeOf, type Block, type Body, type Span } from "./ast.ts";
import type { Folder } from "./folder-tree.ts";
import type { HclParser } from "./parse.ts";
import { notOpened, notText, syntaxMistake, valuesFromOutside } from "./problems.ts";
import { decodeText, Source } from "./source.ts";

/** What one `terragrunt.hcl` gives from outside to the code it runs. */
export interface Terragrunt {
  /** Where its code stands when that is a plain local path, else its own folder. */
  readonly target: string;
  readonly folder: string;
  readonly file: string;
  readonly holes: readonly Omit<Hole, "root">[];
  readonly diagnostics: readonly Diagnostic[];
}

export async function readTerragrunt(
  argument: string,
  folder: Folder,
  files: Files,
  parser: HclParser,
): Promise<Terragrunt> {
  const file = join(folder.path, "terragrunt.hcl");
  const nothing = { target: folder.path, folder: folder.path, file, holes: [] };
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
  const holes = holesOf(body, place);
  return {
    target: targetOf(body, folder.path),
    folder: folder.path,
    file,
    holes,
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
