import type { ResourceSchema, SchemaAttribute, SchemaBlock, Semantics } from "../../providers/provider.ts";
import { engineSchema } from "../schema-repairs.ts";

type Rules = Readonly<Record<string, Semantics>>;

/** A committed schema as the protocol's message. What the rules call sensitive is marked, so that the engine hides it. */
export function schemaMessage(type: string, schema: ResourceSchema): object {
  const { version, block, semantics = {} } = engineSchema(type, schema);
  return { version, block: blockMessage(block, "", semantics) };
}

function blockMessage({ attributes = {}, block_types = {} }: SchemaBlock, path: string, rules: Rules): object {
  return {
    attributes: attributeMessages(attributes, path, rules),
    block_types: Object.entries(block_types).map(([name, { nesting_mode, min_items, max_items, block }]) => ({
      type_name: name,
      nesting: nesting_mode.toUpperCase(),
      min_items: min_items ?? 0,
      max_items: max_items ?? 0,
      block: blockMessage(block, below(path, name), rules),
    })),
  };
}

function attributeMessages(
  attributes: Readonly<Record<string, SchemaAttribute>>,
  path: string,
  rules: Rules,
): object[] {
  return Object.entries(attributes).map(([name, attribute]) => {
    const at = below(path, name);
    const { type, nested_type, required, optional, computed, sensitive, write_only } = attribute;
    return {
      name,
      required: required ?? false,
      optional: optional ?? false,
      computed: computed ?? false,
      write_only: write_only ?? false,
      sensitive: (sensitive ?? false) || (rules[at]?.sensitive ?? false),
      ...(nested_type
        ? {
            nested_type: {
              nesting: nested_type.nesting_mode.toUpperCase(),
              attributes: attributeMessages(nested_type.attributes, at, rules),
            },
          }
        : { type: Buffer.from(JSON.stringify(type)) }),
    };
  });
}

export function below(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
