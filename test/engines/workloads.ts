import { kinds } from "../../constructs/kinds.ts";
import { lowerAll } from "../../providers/lower.ts";
import type { Native } from "../../providers/native.ts";
import type { Cloud } from "../../providers/provider.ts";
import type { Authored, Synthesis } from "../../providers/synthesis.ts";
import { objectBucketCases } from "../cases/object-bucket.ts";
import { sqlDatabaseCases } from "../cases/sql-database.ts";

/** Every case of every kind, side by side in one workload. */
export function everyCase(cloud: Cloud): Synthesis {
  const buckets = objectBucketCases.map(({ props }, i): Authored => {
    return {
      kind: "object-bucket",
      id: `bucket-${i}`,
      props: kinds["object-bucket"].props.parse(props),
      requested: new Set(Object.keys(props)),
    };
  });
  const databases = sqlDatabaseCases.map(({ props }, i): Authored => {
    return {
      kind: "sql-database",
      id: `database-${i}`,
      props: kinds["sql-database"].props.parse(props),
      requested: new Set(Object.keys(props)),
    };
  });
  return lowerAll([...buckets, ...databases], cloud);
}

/** Natives somebody made by hand, as a synthesis of one component each. */
export function synthesisOf(cloud: Cloud, natives: readonly Native[], rest: Partial<Synthesis> = {}): Synthesis {
  return {
    cloud: cloud.id,
    region: cloud.defaultRegion,
    natives,
    variables: [],
    outputs: [],
    components: new Map(natives.map((native) => [native.name, [native]])),
    diagnostics: [],
    ...rest,
  };
}
