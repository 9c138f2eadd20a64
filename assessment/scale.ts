import { kinds } from "../constructs/kinds.ts";
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

/** What nobody described may hold data and may be deployed: it counts as both in the upper bound. */
export function scaleOf({ survey, source }: Pick<AssessInput, "survey" | "source">): Scale {
  const foreign = survey.foreign.flatMap(({ type, natives }) => {
    const known = source.foreign[type];
    return known && known.drivers.length > 0 ? natives.map(() => known.mappingKey ?? "") : [];
  });
  const found = survey.components.map((c) => kinds[c.kind].effortKey(c.props as Record<string, unknown>));
  const unknown = survey.unknown.reduce((sum, u) => sum + u.natives.length, 0);
  const known = [...found, ...foreign];
  const bounds = (n: number): Bounds<number> => ({ lower: n, upper: n + unknown });
  const among = (list: readonly string[]) => bounds(known.filter((key) => list.includes(key)).length);
  const component = known.length + unknown;
  return {
    component: { lower: component, upper: component },
    statefulComponent: among(STATEFUL),
    deployable: among(DEPLOYABLE),
  };
}
