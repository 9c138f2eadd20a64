import { ZONES } from "../../constructs/zone.ts";
import { type Tree, Unknown } from "../native.ts";
import { known } from "../values.ts";

/** The position that an address has in its `count`, or the number that it has in its `for_each`. */
export function indexOf(address: string): number | undefined {
  const [, index] = /\["?(\d+)"?\]$/.exec(address) ?? [];
  return index === undefined ? undefined : Number(index);
}

/**
 * The letter of a zone: `eu-west-3a`, or the first, second or third that the region lists. Further ones have no name of their own.
 * An id (`euw3-az1`) is a hole: which letter it bears differs from one account to the next
 * (https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html, 2026-11-26).
 */
export function zoneOf(zone: Tree | undefined, address: string): Tree | undefined {
  if (zone instanceof Unknown) {
    const [, position] = /aws_availability_zones\..*\.(?:names|zone_ids)\[(\d+)\]$/.exec(zone.expression) ?? [];
    const isNext = /^element\(data\.aws_availability_zones\..*\.(?:names|zone_ids), *count\.index\)$/.test(
      zone.expression,
    );
    const index = position === undefined ? (isNext ? indexOf(address) : undefined) : Number(position);
    return index === undefined ? zone : ZONES[index];
  }
  return known(zone, (name) => {
    const [, letter] = /^(?:[a-z]+-)+\d([a-f])$/.exec(String(name)) ?? [];
    if (letter === undefined) return new Unknown(JSON.stringify(name));
    return (ZONES as readonly string[]).includes(letter) ? letter : undefined;
  });
}
