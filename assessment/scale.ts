import { kinds } from "../constructs/kinds.ts";
import { nativeId } from "../providers/native.ts";
import type { AssessInput } from "./assessment.ts";

/** What cross-cutting work grows with, in the world where nothing unknown arises and in the one where all of it does. */
export interface Bounds<T> {
  readonly lower: T;
  readonly upper: T;
}

export interface Scale {
  /** Components, groups of foreign natives and whatever is unknown. */
  readonly component: Bounds<number>;
  readonly statefulComponent: Bounds<number>;
  readonly deployable: Bounds<number>;
}

/** Keys whose components hold data, and those that are deployed. */
export const STATEFUL: readonly string[] = [
  "blockVolume",
  "fileShare",
  "keyValueNoSql",
  "kafka",
  "mongodb",
  "mysql",
  "objectBucket",
  "opensearch",
  "postgres",
  "redis",
];
const DEPLOYABLE = ["vm", "autoscalingGroup", "serverlessContainer", "serverlessFunction", "kubernetes"];

/**
 * What nobody described may hold data and may be deployed: it counts as both in the upper bound. Instances of one block are one
 * thing to plan, deploy and give up, however many run; each of those that hold data is restored by itself.
 */
export function scaleOf({ survey, source }: Pick<AssessInput, "survey" | "source">): Scale {
  const components = survey.components.map(({ id, kind, props }) => ({
    block: blockOf(id),
    key: kinds[kind].effortKey(props as Record<string, unknown>),
  }));
  const foreign = survey.foreign.flatMap(({ type, natives }) => {
    const known = source.foreign[type];
    const made = known !== undefined && known.drivers.length > 0;
    return made ? natives.map((n) => ({ block: blockOf(nativeId(n)), key: known.mappingKey ?? "" })) : [];
  });
  const unknown = survey.unknown.flatMap((u) => u.natives.map((n) => blockOf(nativeId(n))));
  const known = [...components, ...foreign];
  const blocks = (list: readonly { readonly block: string }[]) => new Set(list.map((k) => k.block)).size;
  const undescribed = new Set(unknown).size;
  const of = (list: readonly string[]) => known.filter(({ key }) => list.includes(key));
  const component = blocks(known) + undescribed;
  const [stateful, deployable] = [of(STATEFUL).length, blocks(of(DEPLOYABLE))];
  return {
    component: { lower: component, upper: component },
    statefulComponent: { lower: stateful, upper: stateful + unknown.length },
    deployable: { lower: deployable, upper: deployable + undescribed },
  };
}

/** A resource without the keys of `count` and `for_each`. */
function blockOf(id: string): string {
  return id.replaceAll(/\[[^\]]*\]/g, "");
}
