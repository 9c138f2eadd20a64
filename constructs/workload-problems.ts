import type { Diagnostic, Location } from "./diagnostic.ts";
import { meant } from "./nearest.ts";
import type { Path } from "./written.ts";

// One function per thing that can be wrong with a workload; the remedy is in the text.

/** The part of a workload a problem is about. */
export interface Where {
  /** Id of the component, where the problem is inside one. */
  readonly component?: string | undefined;
  /** What the whole document is called; default: the workload. */
  readonly document?: string | undefined;
  readonly path: Path;
  readonly at: Location | undefined;
}

/** `rules[0].id` of a component: a path as people write it, props without the word. */
function placeOf({ component, document = "the workload", path }: Where): string {
  const inside = component === undefined ? path : path.slice(2);
  const parts = inside[0] === "props" && inside.length > 1 ? inside.slice(1) : inside;
  const dotted = parts
    .map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`))
    .join("")
    .slice(1);
  if (component === undefined) return dotted === "" ? document : `\`${dotted}\``;
  return dotted === "" ? `component \`${component}\`` : `\`${dotted}\` of component \`${component}\``;
}

function problem(where: Where, code: Diagnostic["code"], summary: string, detail: string): Diagnostic {
  return {
    severity: "error",
    code,
    summary,
    detail,
    ...(where.component === undefined ? {} : { address: where.component }),
    ...(where.at ? { source: where.at } : {}),
  };
}

export function notAWorkload(where: Where, found: string): Diagnostic {
  const detail = `It holds ${found}. A workload has \`formatVersion: 1\` and a list of \`components\`, each with \`kind\`, \`id\` and \`props\`.`;
  return problem(where, "EX0501", "This is not a workload", detail);
}

export function unknownFormat(where: Where, version: string): Diagnostic {
  const detail = `\`formatVersion\` is ${version}; this Exeat reads 1. Write 1, or use the Exeat that wrote the file.`;
  return problem(where, "EX0502", "Unknown format of a workload", detail);
}

export function malformed(at: Location, cause: string): Diagnostic {
  return problem({ path: [], at }, "EX0503", "The text is neither YAML nor JSON", `${cause}. Correct this line.`);
}

export function unknownKind(where: Where, kind: string, known: readonly string[]): Diagnostic {
  const detail = `\`${kind}\` is not a kind. ${meant(kind, known, "kinds")}`;
  return problem(where, "EX0504", "Unknown kind", detail);
}

export function unknownField(where: Where, known: readonly string[]): Diagnostic {
  const name = String(where.path.at(-1));
  const detail = `${upper(placeOf(where))} does not exist. ${meant(name, known, "fields here")}`;
  return problem(where, "EX0505", "Unknown field", detail);
}

export function missing(where: Where, wanted: string): Diagnostic {
  return problem(where, "EX0506", "Missing field", `${upper(placeOf(where))} is missing. Write ${wanted}.`);
}

export function wrongValue(where: Where, detail: string): Diagnostic {
  return problem(where, "EX0507", "Value not allowed", `${upper(placeOf(where))} ${detail}`);
}

export function duplicateId(where: Where, first: Location | undefined): Diagnostic {
  const other = first ? ` The first is at ${first.file}${first.line ? `:${first.line}` : ""}.` : "";
  const detail = `Two components have the id \`${where.component}\`.${other} Give one of them another id.`;
  return problem(where, "EX0508", "Duplicate id", detail);
}

export function danglingReference(where: Where, target: string, ids: readonly string[]): Diagnostic {
  const detail = `${upper(placeOf(where))} refers to \`${target}\`, which is not in this workload. ${meant(target, ids, "components")} What stands outside is written { external: NAME, literal: true }.`;
  return problem(where, "EX0509", "Reference to nothing", detail);
}

export function unknownOutput(where: Where, target: string, kind: string, output: string, known: readonly string[]) {
  const detail = `${upper(placeOf(where))} refers to \`${output}\` of \`${target}\`, and ${kind} has no such output. ${meant(output, known, "outputs")}`;
  return problem(where, "EX0510", "Reference to an unknown output", detail);
}

export function unfitReference(
  where: Where,
  { component, output }: { readonly component: string; readonly output: string },
  kind: string,
  wanted: { readonly kind: string; readonly output: string },
) {
  const detail = `${upper(placeOf(where))} refers to \`${output}\` of \`${component}\`, which is of kind ${kind}. Name the \`${wanted.output}\` of a component of kind ${wanted.kind}, or write { external: NAME, literal: true }.`;
  return problem(where, "EX0516", "Reference to something else than what is needed", detail);
}

export function unknownItem(
  where: Where,
  { component, output, item }: { readonly component: string; readonly output: string; readonly item: string },
  known: readonly string[],
) {
  const detail = `${upper(placeOf(where))} refers to the ${output} \`${item}\` of \`${component}\`, which has none of that name. ${meant(item, known, "names")}`;
  return problem(where, "EX0517", "Reference to an unknown item", detail);
}

/** `says` what is wrong and what to do, after the name of the place. */
export function contradiction(where: Where, says: string): Diagnostic {
  return problem(where, "EX0518", "Values that exclude each other", `${upper(placeOf(where))} ${says}`);
}

export function foreignReference(component: string, path: Path, target: string, at: Location | undefined): Diagnostic {
  const where = { component, path, at };
  const detail = `${upper(placeOf(where))} refers to \`${target}\`, a component of another workload. Put both into one workload, or write { external: NAME, literal: true }.`;
  return problem(where, "EX0511", "Reference out of the workload", detail);
}

/** `what` it is instead, as in "is a function". */
export function notPlainData(component: string, path: Path, what: string, at: Location | undefined): Diagnostic {
  const where = { component, path, at };
  const detail = `${upper(placeOf(where))} ${what}. Props are plain data: write the value out, or refer to a component by one of its \`outputs\`.`;
  return problem(where, "EX0512", "Value that is not plain data", detail);
}

export function notAProp(where: Where, name: string, known: readonly string[]): Diagnostic {
  const detail = `${upper(placeOf(where))} names \`${name}\`, which is no prop. ${meant(name, known, "props")}`;
  return problem(where, "EX0513", "Unknown prop named", detail);
}

export function notSet(where: Where, name: string): Diagnostic {
  const detail = `${upper(placeOf(where))} names \`${name}\`, which has neither a value nor a hole. Set it under \`props\`, or take it off the list.`;
  return problem(where, "EX0514", "Requested prop without a value", detail);
}

export function duplicateKey(where: Where, key: string, value: string): Diagnostic {
  const detail = `Two items of ${placeOf(where)} have the ${key} \`${value}\`, which tells them apart. Give one of them another.`;
  return problem(where, "EX0515", "Duplicate item", detail);
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
