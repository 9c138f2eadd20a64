import { compareText } from "../constructs/diagnostic.ts";
import { edgesOf, genericPath } from "../providers/paths.ts";
import type { Workload } from "./workload.ts";

/**
 * What arguments of natives lead to, over workloads whose components name each other. For people to look at: whether a provider means
 * the id of a subnet or of a network stands in its documents, and a wrong id is read back as well as a right one.
 */
export function leadsToList(workloads: readonly Workload[]): string {
  const lines = workloads.flatMap(({ synthesis: { natives } }) => {
    const types = new Map(natives.map((n) => [n.address, n.type]));
    return natives.flatMap(({ type, args }) =>
      edgesOf(args).map(({ path, to, attr }) => `${type}.${genericPath(path)} = ${types.get(to)}.${withoutKeys(attr)}`),
    );
  });
  return [...new Set(lines)]
    .sort(compareText)
    .map((line) => `${line}\n`)
    .join("");
}

function withoutKeys(attr: string): string {
  return attr.replaceAll(/\[[^\]]*\]/g, "[]");
}
