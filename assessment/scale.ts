import { type Native, nativeId } from "../providers/native.ts";
import type { AssessInput } from "./assessment.ts";
import { copiesOf } from "./copies.ts";
import { effortKeyOf } from "./effort-key.ts";
import { isPart } from "./parts.ts";

/** What cross-cutting work grows with, in the world where nothing unknown arises and in the one where all of it does. */
export interface Bounds<T> {
  readonly lower: T;
  readonly upper: T;
}

export interface Scale {
  /** Blocks of code of components, of foreign natives and of whatever is unknown. */
  readonly component: Bounds<number>;
  readonly statefulComponent: Bounds<number>;
  /** Blocks of code of what is deployed. */
  readonly deployable: Bounds<number>;
}

/** What is counted by its blocks of code, and how many instances of the blocks were found. */
export interface Scaled {
  readonly scale: Scale;
  readonly instances: Readonly<Record<"component" | "deployable", number>>;
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
export function scaleOf({ survey, source }: Pick<AssessInput, "survey" | "source">): Scaled {
  const known = new Set<string>();
  const deployed = new Set<string>();
  const undescribed = new Set<string>();
  const stateful = { lower: 0, upper: 0 };
  const instances = { component: 0, deployable: 0 };
  const hold = (natives: readonly Native[], worlds: readonly ("lower" | "upper")[] = ["lower", "upper"]) => {
    for (const { key } of natives) for (const world of worlds) stateful[world] += copiesOf(key)[world];
  };
  for (const component of survey.components) {
    const { id, natives } = component;
    const key = effortKeyOf(component);
    const block = blockOf(id);
    known.add(block);
    instances.component++;
    if (isPart(component, source)) continue;
    if (STATEFUL.includes(key)) hold(natives.slice(0, 1));
    if (DEPLOYABLE.includes(key)) {
      deployed.add(block);
      instances.deployable++;
    }
  }
  for (const group of survey.foreign) {
    const type = source.foreign[group.type];
    if (!type || type.drivers.length === 0) continue;
    const key = type.mappingKey ?? "";
    const isDeployable = DEPLOYABLE.includes(key);
    if (STATEFUL.includes(key)) hold(group.natives);
    instances.component += group.natives.length;
    if (isDeployable) instances.deployable += group.natives.length;
    for (const block of blocksOf(group)) {
      known.add(block);
      if (isDeployable) deployed.add(block);
    }
  }
  for (const group of survey.unknown) {
    hold(group.natives, ["upper"]);
    instances.component += group.natives.length;
    instances.deployable += group.natives.length;
    for (const block of blocksOf(group)) undescribed.add(block);
  }
  const component = known.size + undescribed.size;
  const scale = {
    component: { lower: component, upper: component },
    statefulComponent: stateful,
    deployable: { lower: deployed.size, upper: deployed.size + undescribed.size },
  };
  return { scale, instances };
}

interface Group {
  readonly natives: readonly Native[];
}

/** Levers leave most groups as they are. */
const blocks = new WeakMap<Group, ReadonlySet<string>>();

function blocksOf(group: Group): ReadonlySet<string> {
  const known = blocks.get(group);
  if (known) return known;
  const made = new Set(group.natives.map((n) => blockOf(nativeId(n))));
  blocks.set(group, made);
  return made;
}

/** A resource without the keys of `count` and `for_each`. */
function blockOf(id: string): string {
  return id.includes("[") ? id.replaceAll(/\[[^\]]*\]/g, "") : id;
}
