import type { Native } from "./native.ts";
import type { Cloud, ResourceSchema } from "./provider.ts";

/** Schema of a native on its cloud; undefined for a type or a data source that the committed schema does not hold. */
export function resourceSchema(cloud: Cloud, native: Pick<Native, "type" | "mode">): ResourceSchema | undefined {
  for (const provider of cloud.providers) {
    if (!native.type.startsWith(`${provider.name}_`)) continue;
    const schema = provider.schema();
    return native.mode === "data" ? schema.data_source_schemas?.[native.type] : schema.resource_schemas[native.type];
  }
  return undefined;
}
