import { ZONES } from "../../constructs/zone.ts";
import { type Tree, Unknown } from "../native.ts";
import type { Cursor, LowerContext, RaiseContext } from "../provider.ts";
import { known } from "../values.ts";

export function zoneNumber(zone: (typeof ZONES)[number] | undefined): number {
  return ZONES.indexOf(zone ?? "a") + 1;
}

/** `fr-par` and the second zone is `fr-par-2`. Without one the provider would take the first zone of Paris, whatever the region. */
export function zoneIn(ctx: LowerContext, zone: (typeof ZONES)[number] | undefined): string {
  return `${ctx.region}-${zoneNumber(zone)}`;
}

export function readZone(cursor: Cursor, ctx: RaiseContext): void {
  ctx.props.set(
    "zone",
    known(cursor.read("zone"), (zone) => {
      const [, number] = /^[a-z]{2}-[a-z]{3}-(\d)$/.exec(String(zone)) ?? [];
      return ZONES[Number(number) - 1] ?? new Unknown(JSON.stringify(zone));
    }),
  );
}

/** Zones follow from the machine or the volume they belong to. */
export function sameZone(cursor: Cursor): void {
  cursor.ignore("zone", "that of the machine it belongs to");
}

/** Volumes count in decimal gigabytes, in steps of one: facts/mapping.md section 6, component 5, 2026-11-21. */
export function volumeGigabytes(gib: Tree): number {
  return Math.ceil(Number((Number(gib) * 1.073741824).toFixed(3)));
}
