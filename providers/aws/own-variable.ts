import { isUnknown, type Tree } from "../native.ts";
import type { LowerContext } from "../provider.ts";

/** Names of what the cloud must be given and the workload does not say; `raise` knows them again by their ends. */
const OWN = /^var\.\w+_unnamed_(cluster_role|node_role|pod_role|addon_role|subnet_[ab])$/;

/** Whether a value is a variable that `lower` asks for by itself. */
export function isOwnVariable(value: Tree | undefined): boolean {
  return isUnknown(value) && OWN.test(value.expression);
}

/** A variable of the component's own, told apart by its end. */
export function ownVariable(ctx: LowerContext, end: string, description: string): Tree {
  return ctx.variable({ name: `${ctx.name().replaceAll("-", "_")}_unnamed_${end}`, type: "string", description });
}
