import type { ImportKnowledge } from "../importers/importer.ts";
import { typesSeen } from "../providers/dependency-signs.ts";
import { knowledgeOf } from "../providers/import-knowledge.ts";
import type { Cloud } from "../providers/provider.ts";

/** What importers ask: of the clouds' schemas, and which types some kind or sign reads; of all others a large state is only counted. */
export function importKnowledge(clouds: readonly Cloud[]): ImportKnowledge {
  const kinds = clouds.flatMap((cloud) => Object.values(cloud.kinds));
  const claimed = kinds.flatMap((kind) => ("claims" in kind ? kind.claims.map((c) => c.type) : []));
  const read = new Set([...claimed, ...clouds.flatMap(typesSeen)]);
  const machines = clouds.find((cloud) => cloud.machinesListed)?.machinesListed;
  return { ...knowledgeOf(clouds), reads: (type) => read.has(type), ...(machines ? { machines } : {}) };
}
