import { compareText } from "../constructs/diagnostic.ts";
import { type Args, isList, isObject, type Native, type Tree, Unknown } from "../providers/native.ts";
import { fingerprint, leavesOf } from "../providers/paths.ts";
import type { Cloud, SchemaBlock } from "../providers/provider.ts";
import { resourceSchema } from "../providers/schema-of.ts";
import type { Synthesis } from "../providers/synthesis.ts";
import { engineSchema } from "./schema-repairs.ts";
import { isJsonObject, type Json, type JsonObject, treeOf } from "./terraform-json.ts";

const META = ["//", "depends_on", "lifecycle"];

/**
 * Where the Terraform project read back differs from the synthesis it was written from, leaf by leaf, as sentences; none when
 * the engine was faithful. What was asked of natives, variables and outputs must be there, and nothing else.
 */
export function writtenDifferences(files: ReadonlyMap<string, string>, synthesis: Synthesis, cloud: Cloud): string[] {
  const code = JSON.parse(files.get("cdk.tf.json") ?? "{}") as JsonObject;
  const found: string[] = [];
  const resources = entries(code["resource"]).flatMap(([type, byName]) =>
    entries(byName).map(([name, body]) => [`${type}.${name}`, body] as const),
  );
  const data = entries(code["data"]).flatMap(([type, byName]) =>
    entries(byName).map(([name, body]) => [`data.${type}.${name}`, body] as const),
  );
  const bodies = new Map<string, Json>([...resources, ...data]);
  for (const native of synthesis.natives) {
    const body = bodies.get(native.address);
    bodies.delete(native.address);
    if (isJsonObject(body)) found.push(...nativeDifferences(native, body, cloud));
    else found.push(`${native.address} is not written`);
  }
  for (const address of bodies.keys()) found.push(`${address} is written and was not asked for`);

  const read = (key: string) => treeOf(code[key] ?? {});
  const variables = synthesis.variables.map(({ name, ...rest }) => [name, rest] as const);
  found.push(...differences("var", Object.fromEntries(variables), read("variable")));
  const outputs = synthesis.outputs.map(({ name, ...rest }) => [name, rest] as const);
  found.push(...differences("output", Object.fromEntries(outputs), read("output")));
  const used = new Set([cloud.providers[0]?.name, ...synthesis.natives.map((n) => n.provider.name)]);
  const providers = cloud.providers.filter((p) => used.has(p.name));
  found.push(
    ...differences(
      "provider",
      Object.fromEntries(providers.map((p) => [p.name, [p.block(synthesis.region)]])),
      read("provider"),
    ),
  );
  return found.sort(compareText);
}

function nativeDifferences(native: Native, body: JsonObject, cloud: Cloud): string[] {
  const schema = resourceSchema(cloud, native);
  const block = schema && engineSchema(native.type, schema).block;
  const args = Object.fromEntries(Object.entries(body).filter(([name]) => !META.includes(name)));
  const { preventDestroy, createBeforeDestroy, ignoreChanges } = native.lifecycle ?? {};
  const lifecycle = {
    prevent_destroy: preventDestroy,
    create_before_destroy: createBeforeDestroy,
    ignore_changes: ignoreChanges,
  };
  return [
    ...differences(native.address, blocksAsLists(native.args, block), blocksAsLists(treeOf(args) as Args, block)),
    ...differences(`${native.address} depends_on`, native.dependsOn, body["depends_on"]),
    ...differences(`${native.address} lifecycle`, native.lifecycle && withoutNothing(lifecycle), body["lifecycle"]),
  ];
}

function differences(where: string, asked: unknown, written: unknown): string[] {
  const [a, b] = [leaves(asked), leaves(written)];
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((path) =>
    a.get(path) === b.get(path)
      ? []
      : [`${where} ${path}: ${a.get(path) ?? "nothing"} was asked for, ${b.get(path) ?? "nothing"} is written`],
  );
}

function leaves(value: unknown): Map<string, string> {
  const tree = value === undefined ? undefined : readTree(value);
  return new Map(
    leavesOf(tree).flatMap(([path, leaf]) => (leaf === null || leaf === undefined ? [] : [[path, fingerprint(leaf)]])),
  );
}

/** Unknowns stay; a template of one expression alone is that expression; JSON is read as the engine reads it. */
function readTree(value: unknown): Tree {
  if (value instanceof Unknown) return new Unknown(value.expression.replace(/^"\$\{([^{}]*)\}"$/, "$1"));
  if (Array.isArray(value)) return value.map(readTree);
  if (typeof value === "object" && value !== null) return withoutNothing(value, readTree);
  return value as Tree;
}

function withoutNothing(value: object, each: (v: unknown) => Tree = (v) => v as Tree): Tree {
  return Object.fromEntries(Object.entries(value).flatMap(([k, v]) => (v === undefined ? [] : [[k, each(v)]])));
}

function blocksAsLists(args: Args, block: SchemaBlock | undefined): Args {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      const nested = block?.block_types?.[name];
      if (!nested) return [name, value];
      return [name, (isList(value) ? value : [value]).map((v) => (isObject(v) ? blocksAsLists(v, nested.block) : v))];
    }),
  );
}

function entries(json: Json | undefined): [string, Json][] {
  return isJsonObject(json) ? Object.entries(json) : [];
}
