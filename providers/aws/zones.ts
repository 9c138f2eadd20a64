import { ZONES } from "../../constructs/zone.ts";
import { type Tree, Unknown } from "../native.ts";
import { known } from "../values.ts";

/** The position that an address has in its `count`. */
export function indexOf(address: string): number | undefined {
  const [, index] = /\[(\d+)\]$/.exec(address) ?? [];
  return index === undefined ? undefined : Number(index);
}

/** The letter of a zone: `eu-west-3a`, or the first, second or third that the region lists. Further ones have no name of their own. */
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
    const [, letter, number] = /^(?:[a-z]+-)+\d([a-f])$|^[a-z]+\d-az([1-6])$/.exec(String(name)) ?? [];
    const word = letter ?? (number === undefined ? undefined : "abcdef"[Number(number) - 1]);
    if (word === undefined) return new Unknown(JSON.stringify(name));
    return (ZONES as readonly string[]).includes(word) ? word : undefined;
  });
}
