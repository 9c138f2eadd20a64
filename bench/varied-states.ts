import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { type Kind, kindNames, kinds } from "../constructs/kinds.ts";
import { aws } from "../providers/aws/index.ts";
import { lowerComponent } from "../providers/lower-component.ts";
import { isList, isObject, type Native, type Tree, Unknown } from "../providers/native.ts";
import { type Complete, isImplemented, type ResourceSchema, type SchemaBlock } from "../providers/provider.ts";
import { referenceIn } from "../providers/references.ts";
import { sequence } from "./sequence.ts";

const SEED = 20_261_126;
/** Components drawn per kind; each stands in the estate several times, under other names and beside other things. */
const DESIGNS = 300;
/** Types drawn: so many that are described, so many that nobody described. */
const TYPES = { foreign: 300, unknown: 60 };
const LABEL = "component";
/** Of all resources: those of kinds, of described types, of types that nobody described, of other providers. */
const SHARES = { kinds: 0.5, foreign: 0.38, unknown: 0.1, elsewhere: 0.02 };

export interface VariedStates {
  readonly megabytes: number;
  readonly resources: number;
  readonly types: number;
  readonly components: number;
}

/**
 * Writes the states of a large organisation, one per root: components of every kind as their cloud writes them, tied to each other, with
 * what a provider computes filled in by its schema; and resources of most other types of that provider. The same bytes every time.
 */
export function writeVariedStates(folder: string, resources: number, roots: number): VariedStates {
  const writer = new Writer();
  let bytes = 0;
  for (let root = 0; root < roots; root++) {
    const at = join(folder, `team-${root}`);
    mkdirSync(at, { recursive: true });
    bytes += writer.root(join(at, "terraform.tfstate"), Math.floor(resources / roots));
  }
  return {
    megabytes: Math.round(bytes / 1e6),
    resources: writer.resources,
    types: writer.types.size,
    components: writer.components,
  };
}

const claimed = new Set(
  Object.values(aws.kinds).flatMap((entry) => (isImplemented(entry) ? entry.claims.map((c) => c.type) : [])),
);

class Writer {
  resources = 0;
  components = 0;
  readonly types = new Set<string>();
  private readonly random = sequence(SEED);
  private readonly designs = kindNames.map((kind) => designsOf(kind));
  private readonly schemas = Object.entries(aws.providers[0]?.schema().resource_schemas ?? {});
  private readonly foreign = spread(
    this.schemas.filter(([type]) => type in aws.foreign && !claimed.has(type)),
    TYPES.foreign,
  );
  private readonly unknown = spread(
    this.schemas.filter(([type]) => !(type in aws.foreign) && !claimed.has(type)),
    TYPES.unknown,
  );
  /** How often something foreign, unknown, from elsewhere, and of each kind is drawn. */
  private readonly weights = [
    SHARES.foreign,
    SHARES.unknown,
    SHARES.elsewhere,
    ...this.designs.map((d) => (SHARES.kinds / this.designs.length / d.flat().length) * d.length),
  ];
  /** Ids of the anchors of a root, for what refers to them. */
  private anchors: string[] = [];

  root(file: string, count: number): number {
    this.anchors = [];
    const out = openSync(file, "w");
    let bytes = 0;
    const put = (text: string) => {
      bytes += writeSync(out, text);
    };
    put(`{\n  "version": 4,\n  "terraform_version": "1.12.6",\n  "serial": 9,\n  "lineage": "x",\n  "outputs": {},\n`);
    put(`  "resources": [`);
    for (let written = 0; written < count; ) {
      const made = this.some().slice(0, count - written);
      for (const resource of made) {
        put(`${written++ === 0 ? "" : ","}\n${JSON.stringify(resource, null, 2).replace(/^/gm, "    ")}`);
        this.types.add(resource.type);
      }
    }
    put(`\n  ],\n  "check_results": null\n}\n`);
    closeSync(out);
    this.resources += count;
    return bytes;
  }

  /** A component, or a resource without one. Each kind has as many resources as any other, so small components are the most. */
  private some(): readonly Resource[] {
    const name = `r${this.hex(12)}`;
    const drawn = this.weighted();
    if (drawn === 0) return [this.drawn(this.pick(this.foreign), name)];
    if (drawn === 1) return [this.drawn(this.pick(this.unknown), name)];
    if (drawn === 2) return [resource("random_password", name, "random", { id: "none", result: this.hex(20) })];
    return this.component(this.pick(this.designs[drawn - 3] ?? []), name);
  }

  /** A position of `weights`. */
  private weighted(): number {
    let left = this.random() * this.weights.reduce((sum, weight) => sum + weight, 0);
    for (const [i, weight] of this.weights.entries()) {
      left -= weight;
      if (left < 0) return i;
    }
    return 0;
  }

  private component(natives: readonly Native[], name: string): Resource[] {
    const ids = new Map(natives.map((n) => [n.address, `${n.type.replace(/^aws_/, "")}-${this.hex(12)}`]));
    const made = natives.map((native) => {
      const id = ids.get(native.address) ?? "";
      const args = this.value(native.args, name.replaceAll("_", "-"), ids) as Record<string, unknown>;
      const schema = this.schemas.find(([type]) => type === native.type)?.[1];
      const attributes = { ...(schema ? this.computed(schema.block) : {}), ...args, id: args["id"] ?? id };
      return resource(native.type, native.name.replaceAll(LABEL, name), "aws", attributes, native.mode);
    });
    this.components++;
    this.anchors.push([...ids.values()][0] ?? "");
    return made;
  }

  /** A value as a state holds it: references are ids. */
  private value(tree: Tree, name: string, ids: ReadonlyMap<string, string>): unknown {
    if (isList(tree)) return tree.map((item) => this.value(item, name, ids));
    if (isObject(tree)) return Object.fromEntries(Object.entries(tree).map(([k, v]) => [k, this.value(v, name, ids)]));
    if (typeof tree === "string") return tree.replaceAll(LABEL, name);
    if (!(tree instanceof Unknown)) return tree;
    if (tree.options.document !== undefined) return JSON.stringify(this.value(tree.options.document, name, ids));
    if (referenceIn(tree)) return this.anchors.length === 0 ? "outside" : this.pick(this.anchors);
    return tree.refs.map((r) => ids.get(r.to)).find((id) => id !== undefined) ?? `value-${this.hex(8)}`;
  }

  /** What a state writes out although nobody asked: what the provider computed, and nothing. */
  private computed(block: SchemaBlock): Record<string, unknown> {
    const attributes = Object.entries(block.attributes ?? {}).map(([name, { type, computed, optional }]) => {
      const own = computed && !optional;
      return [name, own && type === "string" ? `${name}-${this.hex(12)}` : own && type === "number" ? 7 : null];
    });
    const blocks = Object.entries(block.block_types ?? {}).map(([name, { nesting_mode }]) => [
      name,
      nesting_mode === "single" ? null : [],
    ]);
    return Object.fromEntries([...attributes, ...blocks]);
  }

  private drawn([type, schema]: readonly [string, ResourceSchema], name: string): Resource {
    const attributes = { ...this.attributes(schema.block, 2), id: `${type}-${this.hex(12)}` };
    return resource(type, name, "aws", attributes);
  }

  private attributes(block: SchemaBlock, depth: number): Record<string, unknown> {
    const attributes = Object.entries(block.attributes ?? {}).map(([name, { type, required }]) => [
      name,
      required || this.random() < 0.35 ? this.ofType(type, name) : null,
    ]);
    const blocks = Object.entries(block.block_types ?? {}).map(([name, { block: inner }]) => [
      name,
      depth > 0 && this.random() < 0.3 ? [this.attributes(inner, depth - 1)] : [],
    ]);
    return Object.fromEntries([...attributes, ...blocks]);
  }

  private ofType(type: unknown, name: string): unknown {
    if (type === "bool") return this.random() < 0.5;
    if (type === "number") return Math.floor(this.random() * 1000);
    if (type === "string") {
      return this.anchors.length > 0 && name.endsWith("_id") ? this.pick(this.anchors) : `${name}-${this.hex(10)}`;
    }
    const [collection] = Array.isArray(type) ? (type as [string]) : [];
    return collection === "map" ? { Name: this.hex(6), Team: `team-${this.hex(1)}` } : [];
  }

  private pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.random() * items.length)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  }

  private hex(length: number): string {
    return Array.from({ length }, () => Math.floor(this.random() * 16).toString(16)).join("");
  }
}

interface Resource {
  readonly type: string;
}

function resource(
  type: string,
  name: string,
  provider: string,
  attributes: Record<string, unknown>,
  mode = "managed",
): Resource {
  const instances = [{ schema_version: 0, attributes, sensitive_attributes: [], private: "eyJzY2hlbWEiOiIwIn0=" }];
  const made = { mode, type, name, provider: `provider["registry.example/hashicorp/${provider}"]`, instances };
  return made;
}

function designsOf(kind: Kind): readonly (readonly Native[])[] {
  const drawn = fc.sample(kinds[kind].generate(fc) as fc.Arbitrary<object>, { numRuns: DESIGNS, seed: SEED });
  return drawn.map((input) => {
    const props = kinds[kind].props.parse(input) as Complete["props"];
    return lowerComponent({ kind, id: LABEL, props, requested: new Set(Object.keys(input)) }, aws, LABEL).natives;
  });
}

/** So many of a list, from everywhere in it. */
function spread<T>(list: readonly T[], count: number): T[] {
  return list.filter((_, i) => Math.floor((i * count) / list.length) !== Math.floor(((i - 1) * count) / list.length));
}
