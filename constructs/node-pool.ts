import type * as FastCheck from "fast-check";
import { z } from "zod";
import { type Contradiction, prop } from "./component.ts";
import { anywhere, architecture, cpu, flag, machineSize, partName } from "./prop-words.ts";
import { ZONES, zone } from "./zone.ts";

/** Keeps pods away from nodes, but for those that tolerate it. */
const Taint = z.strictObject({
  key: z.string().min(1),
  value: z.string().min(1).optional(),
  effect: z.enum(["NoSchedule", "PreferNoSchedule", "NoExecute"]),
});

/** Machines of one sort that pods run on. */
export const NodePool = z.strictObject({
  /** Unique in the cluster: lower case, digits, single hyphens. */
  name: partName(),
  /** Smallest machine that will do. Default: 2 vCPU, 4 GiB. */
  size: machineSize().default({ vcpu: 2, memoryGiB: 4 }),
  /** Instruction set that its images are built for. Default: amd64. */
  architecture: architecture().default("amd64"),
  /** Whether its processors are its own all the time. Default: shared; dedicated ones satisfy it too. */
  cpu: cpu().optional(),
  /** Fewest nodes. Default: 1. */
  min: prop(z.int().min(0), { satisfies: { rule: "atLeast" } }).default(1),
  /** Most nodes. Default: as many as the fewest. */
  max: prop(z.int().min(1), { satisfies: { rule: "atLeast" } }).optional(),
  /** Nodes it starts with; whoever scales it changes their number afterwards. Default: the fewest. */
  desired: prop(z.int().min(0), { satisfies: { rule: "atLeast" } }).optional(),
  /** The cloud adds and takes away nodes between the bounds by itself. Default: where it can and the bounds differ. */
  autoscaling: flag().optional(),
  /** Whether its nodes stand in several zones. Default: one is enough. */
  spread: prop(z.enum(["one-zone", "multi-zone"]), {
    satisfies: { rule: "ordered", values: ["one-zone", "multi-zone"] },
  }).optional(),
  /** The zone of all its nodes. Default: the cloud's choice. */
  zone: zone().optional(),
  /** Labels of its nodes. */
  labels: z.record(z.string(), z.string()).optional(),
  /** Keep pods away that do not tolerate them. */
  taints: prop(z.array(Taint), { satisfies: { rule: "setOf" } }).optional(),
  /** Disk of each node. Default: the cloud's. */
  diskGiB: prop(z.number().positive(), { satisfies: { rule: "atLeast" } }).optional(),
  /** Nodes may be taken away when the cloud needs the room, for a lower price. Default: false. */
  interruptible: flag().optional(),
  /** Each node is reached from the internet at an address of its own. Default: the cloud's. */
  publicIps: prop(z.boolean(), { satisfies: { rule: "exact" } }).optional(),
  /** Role whose passing credentials the nodes get from their cloud. */
  identity: anywhere().optional(),
});

/** Bounds of a pool that leave no number of nodes, or not the one it starts with. */
export function contraryPool({ min = 1, max, desired }: z.input<typeof NodePool>, i: number): Contradiction[] {
  const said = (field: string, says: string): Contradiction => ({ path: ["pools", i, field], says });
  return [
    ...(max !== undefined && max < min ? [said("max", `is below \`min\`, ${min}. Write at least as many.`)] : []),
    ...(desired !== undefined && (desired < min || desired > Math.max(min, max ?? min))
      ? [said("desired", `is not between \`min\` and \`max\`, ${min} and ${max ?? min}. Write a number between them.`)]
      : []),
  ];
}

/** Pools for property tests, each with bounds that fit. */
export function nodePools(fc: typeof FastCheck): FastCheck.Arbitrary<z.input<typeof NodePool>[]> {
  const word = fc.stringMatching(/^[a-z][a-z0-9]{2,10}$/);
  const pool = fc
    .record(
      {
        size: fc.record(
          {
            vcpu: fc.constantFrom(1, 2, 4, 8, 32, 200),
            memoryGiB: fc.constantFrom(1, 4, 8, 16, 64, 128),
            gpus: fc.constantFrom(1, 2),
          },
          { requiredKeys: ["vcpu", "memoryGiB"] },
        ),
        architecture: fc.constantFrom("amd64" as const, "arm64" as const),
        cpu: fc.constantFrom("shared" as const, "dedicated" as const),
        min: fc.integer({ min: 0, max: 5 }),
        more: fc.integer({ min: 0, max: 5 }),
        desired: fc.integer({ min: 0, max: 5 }),
        autoscaling: fc.boolean(),
        spread: fc.constantFrom("one-zone" as const, "multi-zone" as const),
        zone: fc.constantFrom(...ZONES),
        labels: fc.dictionary(word, word, { minKeys: 1, maxKeys: 2 }),
        taints: fc.uniqueArray(
          fc.record(
            { key: word, value: word, effect: fc.constantFrom("NoSchedule" as const, "NoExecute" as const) },
            { requiredKeys: ["key", "effect"] },
          ),
          { minLength: 1, maxLength: 2, selector: (t) => t.key },
        ),
        diskGiB: fc.constantFrom(20, 50, 100, 500),
        interruptible: fc.boolean(),
        publicIps: fc.boolean(),
        identity: word.map((external) => ({ external, literal: true })),
      },
      { requiredKeys: ["min", "more"] },
    )
    .map(({ more, desired, min, ...p }) => {
      const max = Math.max(1, min + more);
      return { ...p, min, max, ...(desired === undefined ? {} : { desired: Math.min(max, Math.max(min, desired)) }) };
    });
  return fc
    .array(pool, { minLength: 1, maxLength: 3 })
    .map((list) => list.map((p, i) => ({ ...p, name: `pool-${i + 1}` })));
}
