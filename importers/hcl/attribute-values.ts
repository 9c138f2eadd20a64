import { AddressRange } from "../../constructs/cidr.ts";
import type { Elements, Unknown } from "../../providers/native.ts";
import { asSet, isKnown, isList, mapOf, type Value } from "./value.ts";

/** Numbers, switches and ranges of addresses: nobody is tied to a resource by one, as by a name or an id. */
export function tiesNothing(value: Value): boolean {
  if (isList(value)) return value.length > 0 && value.every(tiesNothing);
  if (typeof value === "string") return value.includes("/") && AddressRange.safeParse(value).success;
  return typeof value === "number" || typeof value === "boolean";
}

/** A list that the provider makes itself, as far as arguments tell it; null where they do not. */
export function elementsOf(rule: Elements, argument: (name: string) => Value, reference: Unknown): Value {
  if (Object.entries(rule.when).some(([name, value]) => argument(name) !== value)) return null;
  const values = rule.of.map(argument).flatMap((value) => (isList(value) ? value : value === null ? [] : [value]));
  // Two that are not known may be the same.
  if (values.length > 1 && !values.every(isKnown)) return null;
  const others = mapOf(rule.others.map((name) => [name, reference]));
  return asSet(values.map((value) => ({ ...others, [rule.named]: value })));
}
