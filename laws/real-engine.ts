import { engineSchema } from "../engines/schema-repairs.ts";
import { type Args, isList, isObject, type Native, type Tree, Unknown } from "../providers/native.ts";
import { leavesOf } from "../providers/paths.ts";
import type { Cloud, ResourceSchema } from "../providers/provider.ts";
import { resourceSchema } from "../providers/schema-of.ts";
import type { Synthesis } from "../providers/synthesis.ts";
import { type EngineLaw, engineLaw } from "./engine-law.ts";

/** What an engine made of a workload: initialised, validated, planned. */
export interface EnginePlan {
  /** In the engine's own words; none when it refused nothing. */
  readonly said: readonly string[];
  /** What it would do, by address. */
  readonly changes: ReadonlyMap<string, { readonly actions: readonly string[]; readonly after: Args }>;
}

/** A real engine on providers served from the cloud's schemas. */
export interface PlanningEngine {
  plan(synthesis: Synthesis, cloud: Cloud): Promise<EnginePlan>;
}

export const realEngine: EngineLaw<PlanningEngine> = engineLaw(
  10,
  "real-engine",
  "A real engine takes what is written, and plans to create each native as it was lowered and nothing else.",
  async ({ synthesis, cloud }, engine, fail) => {
    const { said, changes } = await engine.plan(synthesis, cloud);
    for (const words of said) fail(words);
    const lowered = new Map(synthesis.natives.map((n) => [n.address, n]));
    for (const [address, { actions }] of changes) {
      const native = lowered.get(address);
      if (!native) fail(`${address} is planned and was not lowered`);
      if (actions.join() !== (native?.mode === "data" ? "read" : "create"))
        fail(`${address} is planned to ${actions.join(", ")}`);
    }
    for (const native of synthesis.natives) {
      const change = changes.get(native.address);
      // What is only looked up may be known before anything is planned.
      if (!change && native.mode === "data") continue;
      if (!change) fail(`${native.address} is not planned`);
      else for (const says of differences(native, change.after, resourceSchema(cloud, native))) fail(says);
    }
  },
);

/** Known leaves of a native that are not planned with their value. Sets have no order and single blocks no position. */
function differences(native: Native, after: Args, schema: ResourceSchema | undefined): string[] {
  const block = schema && engineSchema(native.type, schema).block;
  return leavesOf(native.args).flatMap(([path, value]) => {
    if (value instanceof Unknown || value === null || block?.attributes?.[path]?.write_only) return [];
    const planned = reach([after], path.split("."));
    return planned.some((p) => String(p) === String(value) || JSON.stringify(p) === JSON.stringify(value))
      ? []
      : [`${native.address} ${path}: ${String(value)} is planned as ${JSON.stringify(planned)}`];
  });
}

/** Every value that stands at a path, whatever the position in a list. Keys of maps may hold dots. */
function reach(trees: readonly Tree[], path: readonly string[]): Tree[] {
  const [first, ...rest] = path;
  if (first === undefined) return [...trees];
  return trees.flatMap((tree) => {
    if (isList(tree)) return reach(tree, /^\d+$/.test(first) ? rest : path);
    if (!isObject(tree)) return [];
    // A single block is an object where it was lowered as a list.
    if (/^\d+$/.test(first) && tree[first] === undefined) return reach([tree], rest);
    return path.flatMap((_, i) => {
      const below = tree[path.slice(0, i + 1).join(".")];
      return below === undefined ? [] : reach([below], path.slice(i + 1));
    });
  });
}
