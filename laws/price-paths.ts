import type { Charge, PriceAt, PriceRule, Times, Where } from "../providers/prices.ts";
import type { SchemaBlock } from "../providers/provider.ts";

/** Paths of its own natives that a rule of prices looks at, each with the natives' types where they are another's. */
export function pathsOf(rule: PriceRule): { readonly path: string; readonly types?: readonly string[] }[] {
  const own = (path: string, base = "") => ({ path: base === "" ? path : `${base}.${path}` });
  const at = (place: PriceAt, base: string) =>
    typeof place === "string"
      ? [own(place, base)]
      : [own(place.through.attr), { path: place.path, types: place.through.to }];
  const where = (conditions: Where | undefined, base = "") =>
    Object.entries(conditions ?? {}).flatMap(([path, wanted]) => {
      if (typeof wanted === "string") return [own(path, base)];
      if ("unnamedBy" in wanted) return [];
      return wanted.at ? wanted.at.flatMap((place) => at(place, base)) : [own(path, base)];
    });
  const times = (factor: Times, base: string): ReturnType<typeof pathsOf> => {
    if (typeof factor === "number" || "low" in factor || "stated" in factor) return [];
    if ("where" in factor) {
      return [...where(factor.where, base), ...times(factor.times, base), ...times(factor.otherwise, base)];
    }
    if ("from" in factor) return [...times(factor.from, base), ...times(factor.to, base)];
    return "items" in factor ? [own(factor.items, base)] : factor.at.flatMap((place) => at(place, base));
  };
  const charge = ({ each = "", price, times: factors = [], where: conditions }: Charge) => [
    ...(each === "" ? [] : [own(each)]),
    ...where(conditions, each),
    ...(typeof price === "string" ? [] : price.at.flatMap((place) => at(place, each))),
    ...factors.flatMap((factor) => times(factor, each)),
  ];
  return [...where(rule.where), ...rule.charges.flatMap(charge)];
}

/** Whether a block of a schema has a place at a path. Inside an attribute of a free form anything may stand. */
export function hasPath(block: SchemaBlock, path: string): boolean {
  const [first = "", ...rest] = path.split(".").filter((segment) => !/^\d+$/.test(segment));
  const inner = block.block_types?.[first]?.block;
  if (inner) return rest.length === 0 || hasPath(inner, rest.join("."));
  const attribute = block.attributes?.[first];
  if (!attribute) return false;
  if (rest.length === 0) return true;
  const { nested_type: nested, type } = attribute;
  return nested ? hasPath({ attributes: nested.attributes }, rest.join(".")) : typeof type === "object";
}
