import type { ZONES } from "../../constructs/zone.ts";
import { type Tree, Unknown } from "../native.ts";
import type { Cursor, RaiseContext } from "../provider.ts";
import { known } from "../values.ts";
import { THREE_ZONES } from "./regions.ts";

/** Whether machines and volumes of a region stand in one of three zones; elsewhere the region is the zone. */
export function hasZones(region: string): boolean {
  return (THREE_ZONES as readonly string[]).includes(region.toUpperCase());
}

/** `eu-west-par-a`; undefined in a region of one zone. Without a wish the first one, so that volumes and machines meet. */
export function zoneIn(region: string, zone: (typeof ZONES)[number] | undefined): string | undefined {
  return hasZones(region) ? `${region.toLowerCase()}-${zone ?? "a"}` : undefined;
}

export function readZone(cursor: Cursor, ctx: RaiseContext): void {
  ctx.props.set(
    "zone",
    known(cursor.read("availability_zone"), (zone): Tree | undefined => {
      // What OpenStack calls the only zone of a region.
      if (zone === "nova") return undefined;
      return /-([abc])$/.exec(String(zone))?.[1] ?? new Unknown(JSON.stringify(zone));
    }),
  );
}
