import type { ProviderSchema, SchemaAttribute, TerraformProvider } from "../../providers/provider.ts";

/** The schema with a provider block: where it holds none, what synthesised code writes there is what the block takes. */
export function withProviderBlock(provider: TerraformProvider): ProviderSchema {
  const schema = provider.schema();
  if (schema.provider_schema) return schema;
  const names = Object.keys(provider.block(""));
  const attributes = names.map((name): [string, SchemaAttribute] => [name, { type: "string", optional: true }]);
  return { ...schema, provider_schema: { block: { attributes: Object.fromEntries(attributes) } } };
}
