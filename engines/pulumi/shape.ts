import type { ResourceSchema, SchemaAttribute, SchemaBlock } from "../../providers/provider.ts";
import type { PulumiToken } from "../../providers/pulumi-package.ts";

/** What a value of a Terraform resource looks like, with the names its fields have in the Pulumi package. */
export type Shape =
  | { readonly kind: "scalar"; readonly type: "string" | "number" | "boolean" | "any" }
  | { readonly kind: "list" | "map"; readonly item: Shape }
  | {
      readonly kind: "object";
      /** By Terraform name. */
      readonly fields: ReadonlyMap<string, Field>;
      /** A list of one in Terraform. */
      readonly flattened: boolean;
    };

export interface Field {
  /** Pulumi's name. */
  readonly name: string;
  readonly shape: Shape;
  /** The provider alone sets it. */
  readonly computed: boolean;
  /** Where nobody sets it there is none, not even once it is deployed. */
  readonly optional: boolean;
  readonly sensitive: boolean;
}

export type ObjectShape = Extract<Shape, { kind: "object" }>;

const known = new WeakMap<PulumiToken, ObjectShape>();

/** The whole resource. Every one has an `id`, also where the schema keeps silent about it; `timeouts` are no argument in Pulumi. */
export function shapeOf(schema: ResourceSchema, token: PulumiToken): ObjectShape {
  const shape = known.get(token) ?? wholeShape(schema, token);
  known.set(token, shape);
  return shape;
}

function wholeShape(schema: ResourceSchema, token: PulumiToken): ObjectShape {
  const shape = blockShape(schema.block, "", { schema, token });
  const id: Field = {
    name: "id",
    shape: { kind: "scalar", type: "string" },
    computed: true,
    optional: false,
    sensitive: false,
  };
  const fields = new Map([["id", id], ...shape.fields]);
  fields.delete("timeouts");
  return { ...shape, fields };
}

interface Source {
  readonly schema: ResourceSchema;
  readonly token: PulumiToken;
}

function blockShape(block: SchemaBlock, path: string, source: Source): ObjectShape {
  const fields = new Map<string, Field>();
  for (const [name, attribute] of Object.entries(block.attributes ?? {})) {
    const at = path === "" ? name : `${path}.${name}`;
    fields.set(name, {
      name: nameAt(at, source.token),
      shape: attributeShape(attribute, at, source),
      computed: attribute.computed === true && !attribute.optional && !attribute.required,
      optional: attribute.optional === true && !attribute.computed,
      sensitive: attribute.sensitive === true || source.schema.semantics?.[at]?.sensitive === true,
    });
  }
  for (const [name, nested] of Object.entries(block.block_types ?? {})) {
    const at = path === "" ? name : `${path}.${name}`;
    const item = blockShape(nested.block, at, source);
    const shape = nestedShape(nested.nesting_mode, item, at, source);
    const optional = (nested.min_items ?? 0) === 0;
    fields.set(name, { name: nameAt(at, source.token), shape, computed: false, optional, sensitive: false });
  }
  return { kind: "object", fields, flattened: false };
}

function attributeShape(attribute: SchemaAttribute, path: string, source: Source): Shape {
  const nested = attribute.nested_type;
  if (!nested) return typeShape(attribute.type, path, source);
  return nestedShape(nested.nesting_mode, blockShape({ attributes: nested.attributes }, path, source), path, source);
}

function nestedShape(
  mode: "single" | "list" | "set" | "map",
  item: ObjectShape,
  path: string,
  { token }: Source,
): Shape {
  if (mode === "single") return item;
  if (mode === "map") return { kind: "map", item };
  return token.one?.includes(path) ? { ...item, flattened: true } : { kind: "list", item };
}

function typeShape(type: unknown, path: string, source: Source): Shape {
  if (!Array.isArray(type)) return { kind: "scalar", type: SCALARS[String(type)] ?? "any" };
  const [collection, element] = type as [string, unknown];
  if (collection === "map") return { kind: "map", item: typeShape(element, path, source) };
  if (collection === "object") {
    const fields = Object.entries(element as Record<string, unknown>).map(([name, inner]): [string, Field] => {
      const at = `${path}.${name}`;
      const shape = typeShape(inner, at, source);
      return [name, { name: nameAt(at, source.token), shape, computed: false, optional: false, sensitive: false }];
    });
    return { kind: "object", fields: new Map(fields), flattened: false };
  }
  const item = typeShape(element, path, source);
  const one = item.kind === "object" && source.token.one?.includes(path);
  return one ? { ...item, flattened: true } : { kind: "list", item };
}

const SCALARS: Readonly<Record<string, "string" | "number" | "boolean">> = {
  string: "string",
  number: "number",
  bool: "boolean",
};

function nameAt(path: string, token: PulumiToken): string {
  return token.ren?.[path] ?? camelCase(path.slice(path.lastIndexOf(".") + 1));
}

/** `backup_regions` → `backupRegions`: how the bridge names what nobody renamed. */
export function camelCase(name: string): string {
  return name.replace(/_+([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
