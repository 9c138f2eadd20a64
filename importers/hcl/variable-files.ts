import { join } from "node:path";
import type { Diagnostic } from "../../constructs/diagnostic.ts";
import { compareText } from "../../constructs/diagnostic.ts";
import type { Files } from "../importer.ts";
import type { Expression } from "./ast.ts";
import type { Folder } from "./folder-tree.ts";
import type { HclParser } from "./parse.ts";
import { notOpened, notText, noValues, said, strangeVariables, syntaxMistake } from "./problems.ts";
import { JsonMistake, readJson } from "./read-json.ts";
import { decodeText, Source } from "./source.ts";

export interface VariableValues {
  readonly values: ReadonlyMap<string, { readonly expression: Expression }>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Files that the engines read by themselves, in the order in which later ones win. */
export function automatic(names: readonly string[]): string[] {
  const fixed = ["terraform.tfvars", "terraform.tfvars.json"].filter((name) => names.includes(name));
  const rest = names.filter((name) => /\.auto\.tfvars(?:\.json)?$/.test(name)).sort(compareText);
  return [...fixed, ...rest];
}

/** Files that the user named. */
export interface NamedFiles {
  readonly paths: readonly string[];
  /** Variables that any root declares. */
  readonly declared: ReadonlySet<string>;
}

/** Values from the files in some folders, later ones before earlier ones, and from those that the user named. */
export async function readVariableFiles(
  folders: readonly Pick<Folder, "path" | "files">[],
  named: NamedFiles,
  files: Files,
  parser: HclParser,
): Promise<VariableValues> {
  const values = new Map<string, { expression: Expression }>();
  const diagnostics: Diagnostic[] = [];
  const beside = folders.flatMap(({ path, files: names }) => automatic(names).map((name) => join(path, name)));
  for (const file of [...beside, ...named.paths]) {
    try {
      const decoded = decodeText(await files.read(file));
      if ("cause" in decoded) {
        diagnostics.push(notText(file, decoded.cause));
        continue;
      }
      const read = readValues(new Source(file, decoded.text), parser, diagnostics);
      for (const [name, expression] of read) values.set(name, { expression });
      if (named.paths.includes(file) && read.length > 0 && !read.some(([name]) => named.declared.has(name))) {
        diagnostics.push(strangeVariables(file, read[0]?.[0] ?? ""));
      }
    } catch (error) {
      diagnostics.push(notOpened(file, error));
    }
  }
  return { values, diagnostics };
}

function readValues(source: Source, parser: HclParser, diagnostics: Diagnostic[]): [string, Expression][] {
  if (!source.file.endsWith(".json")) {
    const { body, problems } = parser.file(source);
    for (const problem of problems) diagnostics.push(said(problem, source));
    const [block] = body.blocks;
    if (block) diagnostics.push(noValues(source.at(block.start), `blocks, the first of type ${block.type}`));
    return body.attributes.map((attribute) => [attribute.name, attribute.value]);
  }
  try {
    const object = readJson(source, parser, true);
    if (object.kind !== "object") {
      diagnostics.push(noValues({ file: source.file, line: 1 }, "something other than an object"));
      return [];
    }
    return object.items.map(({ key, value }) => [key.kind === "literal" ? String(key.value) : "", value]);
  } catch (error) {
    if (!(error instanceof JsonMistake)) throw error;
    diagnostics.push(syntaxMistake(source.at(error.at), `It is not valid JSON: ${error.message}`));
    return [];
  }
}
