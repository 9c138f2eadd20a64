import type { Args, Elements } from "./native.ts";
import { attributeAt, blockAt, isComputed } from "./normalise.ts";
import { genericPath } from "./paths.ts";
import type { Cloud, ResourceSchema } from "./provider.ts";

/** What importers ask of the clouds' schemas; paths are dotted, without list positions. */
export interface SchemaKnowledge {
  sensitive(type: string, path: string): boolean;
  isBlock(type: string, path: string): boolean | undefined;
  computed(type: string, path: string): boolean | undefined;
  elements(type: string, attribute: string): Elements | undefined;
  serviceOf(type: string): string | undefined;
  regionOf(provider: string, args: Args): string | undefined;
}

/** The clouds' schemas as the importers need them, every type of every provider; each schema is unpacked when first asked. */
export function knowledgeOf(clouds: readonly Cloud[]): SchemaKnowledge {
  const providers = clouds.flatMap((c) => c.providers);
  const schemas = new Map<string, ResourceSchema | undefined>();
  const schemaOf = (type: string): ResourceSchema | undefined => {
    if (!schemas.has(type)) {
      const provider = providers.find((p) => type.startsWith(`${p.name}_`));
      schemas.set(type, provider?.schema().resource_schemas[type]);
    }
    return schemas.get(type);
  };
  return {
    sensitive(type, path) {
      const schema = schemaOf(type);
      return (
        attributeAt(schema, path)?.sensitive === true || schema?.semantics?.[genericPath(path)]?.sensitive === true
      );
    },
    isBlock(type, path) {
      const schema = schemaOf(type);
      return schema && blockAt(schema, genericPath(path)) !== undefined;
    },
    elements: (type, attribute) =>
      clouds.map((cloud) => cloud.elements?.[`${type}.${attribute}`]).find((found) => found !== undefined),
    regionOf: (name, args) => providers.find((p) => p.name === name)?.regionTold?.(args),
    serviceOf: (type) => providers.flatMap((p) => p.services ?? []).find(({ types }) => types.test(type))?.name,
    computed: (type, path) => isComputed(schemaOf(type), path),
  };
}
