import { isRef, type Reference } from "../../constructs/component.ts";
import type { Tree } from "../native.ts";
import { Unknown } from "../native.ts";
import type { Cursor, LowerContext } from "../provider.ts";

/** How OVHcloud writes a switch. */
export const SWITCH = { enabled: true, disabled: false };

/** The Public Cloud project that everything belongs to; a variable in all code. */
export function project(ctx: LowerContext): Unknown {
  return ctx.variable({
    name: "service_name",
    type: "string",
    description: "Id of the Public Cloud project at OVHcloud.",
  });
}

/** Ports, clusters and databases name the network beside the subnet. */
export function networkOf(subnet: Reference, user: string, ctx: LowerContext): Tree {
  if (isRef(subnet) && subnet.output === "subnet") return ctx.output({ component: subnet.component, output: "id" });
  return ctx.variable({
    name: `${ctx.name().replaceAll("-", "_")}_network_id`,
    type: "string",
    description: `Id in the region of the private network in which the ${user}'s subnet lies.`,
  });
}

/** Sets aside what only says in which project or region OVHcloud keeps a resource. */
export function placement(cursor: Cursor): void {
  cursor.ignore("service_name", "the project at OVHcloud");
  for (const path of ["region_name", "region"]) cursor.ignore(path, "where it stands is chosen anew at the target");
}

/** The start of a day's window: "02:30:00" is "02:30"; seconds other than 0 have no place in a workload. */
export function minuteOf(value: string): Tree {
  return /^(\d\d:\d\d)(:00)?$/.exec(value)?.[1] ?? new Unknown(JSON.stringify(value));
}
