import { compareDiagnostics, compareText, type Diagnostic } from "../constructs/diagnostic.ts";
import { type Args, isList, isObject, type Native, type Tree, Unknown } from "../providers/native.ts";
import { joinPath } from "../providers/paths.ts";
import type { Cloud, ResourceSchema, SchemaAttribute, SchemaBlock } from "../providers/provider.ts";
import { resourceSchema } from "../providers/schema-of.ts";
import { engineSchema } from "./schema-repairs.ts";
import { type Problem, semanticProblems } from "./semantics.ts";

/**
 * What the cloud's provider would refuse, judged by its committed schema alone: no engine, no network. Names, types, what is
 * required, how often blocks stand, and the provider's own rules. Unknowns break no rule.
 */
export function validateNatives(natives: readonly Native[], cloud: Cloud): Diagnostic[] {
  return natives
    .flatMap((native) => {
      const schema = resourceSchema(cloud, native);
      if (!schema) return [diagnostic(native, unknownType(native, cloud))];
      return problemsOf(native.args, engineSchema(native.type, schema)).map((problem) => diagnostic(native, problem));
    })
    .sort(compareDiagnostics);
}

function problemsOf(args: Args, schema: ResourceSchema): Problem[] {
  return [...blockProblems(args, schema.block, ""), ...semanticProblems(args, schema)];
}

function diagnostic({ address, at }: Native, { code, summary, detail }: Problem): Diagnostic {
  return { severity: "error", code, summary, detail, address, source: at };
}

function unknownType({ type, mode }: Native, cloud: Cloud): Problem {
  const names = cloud.providers.flatMap((p) =>
    Object.keys((mode === "data" ? p.schema().data_source_schemas : p.schema().resource_schemas) ?? {}),
  );
  return {
    code: "EX0601",
    path: "",
    summary: "The provider has no such type",
    detail: `${mode === "data" ? "Data source" : "Resource"} ${type} is not in the schema of ${cloud.providers.map((p) => p.source).join(", ")}.${didYouMean(type, names)}`,
  };
}

// ---------------------------------------------------------------- structure

function blockProblems(args: Args, block: SchemaBlock, path: string): Problem[] {
  const { attributes = {}, block_types = {} } = block;
  const found: Problem[] = [];
  for (const [name, value] of Object.entries(args)) {
    const at = joinPath(path, name);
    if (value === null) continue;
    const nested = block_types[name];
    const attribute = attributes[name];
    if (nested) found.push(...itemProblems(value, nested, at));
    else if (attribute) found.push(...attributeProblems(value, attribute, at));
    else found.push(unknownArgument(at, name, [...Object.keys(attributes), ...Object.keys(block_types)]));
  }
  for (const [name, { required }] of Object.entries(attributes)) {
    if (required && (args[name] === undefined || args[name] === null)) found.push(missing(joinPath(path, name)));
  }
  for (const [name, { min_items = 0 }] of Object.entries(block_types)) {
    if (min_items > 0 && args[name] === undefined) found.push(missing(joinPath(path, name)));
  }
  return found;
}

type Nested = NonNullable<SchemaBlock["block_types"]>[string];

function itemProblems(
  value: Tree,
  { nesting_mode, min_items = 0, max_items = 0, block }: Nested,
  path: string,
): Problem[] {
  if (value instanceof Unknown) return [];
  if (nesting_mode === "map") {
    if (!isObject(value)) return [wrongType(path, value, "a block for each key")];
    return Object.entries(value).flatMap(([key, item]) => oneItem(item, block, joinPath(path, key)));
  }
  const items = isList(value) ? value : [value];
  const most = nesting_mode === "single" ? 1 : max_items;
  const count =
    items.length < min_items || (most > 0 && items.length > most)
      ? [
          {
            code: "EX0606" as const,
            path,
            summary: "Too few or too many blocks",
            detail: `${path} stands ${items.length} times; the provider takes ${min_items}${most > 0 ? ` to ${most}` : " or more"}.`,
          },
        ]
      : [];
  return [...count, ...items.flatMap((item, i) => oneItem(item, block, isList(value) ? joinPath(path, i) : path))];
}

function oneItem(item: Tree, block: SchemaBlock, path: string): Problem[] {
  if (item instanceof Unknown) return [];
  return isObject(item) ? blockProblems(item, block, path) : [wrongType(path, item, "a block")];
}

function attributeProblems(value: Tree, attribute: SchemaAttribute, path: string): Problem[] {
  if (attribute.computed && !attribute.optional && !attribute.required) {
    return [
      {
        code: "EX0603",
        path,
        summary: "An argument is set that the provider alone decides",
        detail: `${path} is an output of the provider. Remove it.`,
      },
    ];
  }
  const nested = attribute.nested_type;
  if (nested) {
    const block: SchemaBlock = { attributes: nested.attributes };
    const isOne = nested.nesting_mode === "single" && isList(value);
    return isOne ? [wrongType(path, value, "an object")] : itemProblems(value, { ...nested, block }, path);
  }
  return typeProblems(value, attribute.type, path);
}

/** What the engine converts by itself (`"5"` for a number, `true` for text) is right. */
function typeProblems(value: Tree, type: unknown, path: string): Problem[] {
  if (value === null || value instanceof Unknown || type === "dynamic" || type === undefined) return [];
  if (typeof type === "string")
    return isPrimitive(value, type) ? [] : [wrongType(path, value, PRIMITIVES[type] ?? type)];
  const [kind, element] = type as [string, unknown];
  if (kind === "list" || kind === "set") {
    if (!isList(value)) return [wrongType(path, value, `a ${kind}`)];
    return value.flatMap((item, i) => typeProblems(item, element, joinPath(path, i)));
  }
  if (!isObject(value)) return [wrongType(path, value, kind === "map" ? "a map" : "an object")];
  if (kind === "map") {
    return Object.entries(value).flatMap(([key, item]) => typeProblems(item, element, joinPath(path, key)));
  }
  const attributes = element as Record<string, unknown>;
  return Object.entries(value).flatMap(([name, item]) =>
    Object.hasOwn(attributes, name)
      ? typeProblems(item, attributes[name], joinPath(path, name))
      : [unknownArgument(joinPath(path, name), name, Object.keys(attributes))],
  );
}

const PRIMITIVES: Readonly<Record<string, string>> = { string: "text", number: "a number", bool: "true or false" };

function isPrimitive(value: Tree, type: string): boolean {
  if (type === "number") return typeof value === "number" || (typeof value === "string" && isNumeric(value));
  if (type === "bool") return typeof value === "boolean" || value === "true" || value === "false";
  return typeof value !== "object";
}

function isNumeric(text: string): boolean {
  return text.trim() !== "" && Number.isFinite(Number(text));
}

// ---------------------------------------------------------------- words

function unknownArgument(path: string, name: string, known: readonly string[]): Problem {
  return {
    code: "EX0602",
    path,
    summary: "The provider has no such argument",
    detail: `${path} is not expected there.${didYouMean(name, known)}`,
  };
}

function missing(path: string): Problem {
  return {
    code: "EX0604",
    path,
    summary: "A required argument is missing",
    detail: `${path} must be set.`,
  };
}

function wrongType(path: string, value: Tree, wanted: string): Problem {
  return {
    code: "EX0605",
    path,
    summary: "A value has the wrong type",
    detail: `${path} is ${JSON.stringify(value)}; ${wanted} is needed.`,
  };
}

function didYouMean(name: string, known: readonly string[]): string {
  const near = known
    .map((candidate) => ({ candidate, distance: distance(name, candidate) }))
    .filter((c) => c.distance < 3)
    .sort((a, b) => a.distance - b.distance || compareText(a.candidate, b.candidate))[0];
  return near ? ` Did you mean ${near.candidate}?` : "";
}

/** Edit distance: insertions, deletions, replacements. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
