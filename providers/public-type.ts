import type { Cloud } from "./provider.ts";
import { loadTable } from "./schema.ts";

interface PublicProviders {
  readonly names: readonly string[];
}

/** Whether a native type says nothing of who uses it: a public provider has it. What nobody is known to publish does not. */
export function isPublicType(type: string, clouds: readonly Cloud[]): boolean {
  const [prefix = ""] = type.split("_", 1);
  const own = clouds.flatMap((c) => c.providers).filter((p) => type.startsWith(`${p.name}_`));
  if (own.length > 0) {
    return own.some((p) => {
      const { resource_schemas, data_source_schemas = {} } = p.schema();
      return type in resource_schemas || type in data_source_schemas;
    });
  }
  return loadTable<PublicProviders>(new URL("public-providers.json", import.meta.url)).names.includes(prefix);
}
