import type { z } from "zod";
import { isExternal, isRef, type PropMeta, Ref, type Reference } from "./component.ts";
import { isRecord } from "./conform.ts";
import { fieldsOf, itemOf, keyOf, shapeOf } from "./satisfies.ts";
import type { Path } from "./written.ts";

/** What stands in props that a schema alone does not judge. */
export type Found =
  | { readonly path: Path; readonly reference: Ref; readonly leadsTo?: PropMeta["leadsTo"] }
  /** An item whose key an earlier item of its list has. */
  | { readonly path: Path; readonly key: string; readonly repeated: string };

/** References and repeated keys in props that fit their schema. A map that only looks like a reference is none. */
export function walkProps(schema: z.ZodType, value: unknown, path: Path = []): readonly Found[] {
  const { satisfies, leadsTo } = shapeOf(schema);
  if (holdsReference(schema)) return isRef(value) ? [{ path, reference: value, ...(leadsTo ? { leadsTo } : {}) }] : [];
  const item = itemOf(schema);
  if (item && Array.isArray(value)) {
    const inside = value.flatMap((each, i) => walkProps(item, each, [...path, i]));
    return satisfies?.rule === "byKey" ? [...repeated(value, satisfies.key, path), ...inside] : inside;
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const field = fieldOf(schema, key);
    return field ? walkProps(field, each, [...path, key]) : [];
  });
}

/** The same props with another reference in the place of each. What does not fit its schema is left as it is. */
export function changeReferences(
  schema: z.ZodType,
  value: unknown,
  change: (reference: Reference, leadsTo: PropMeta["leadsTo"]) => Reference,
): unknown {
  if (holdsReference(schema)) return isRef(value) || isExternal(value) ? change(value, shapeOf(schema).leadsTo) : value;
  const item = itemOf(schema);
  if (item && Array.isArray(value)) return value.map((each) => changeReferences(item, each, change));
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).map(([key, each]) => {
    const field = fieldOf(schema, key);
    return [key, field ? changeReferences(field, each, change) : each];
  });
  return Object.fromEntries(entries);
}

function holdsReference(schema: z.ZodType): boolean {
  return (shapeOf(schema).inner._zod.def as { options?: readonly z.ZodType[] }).options?.includes(Ref) ?? false;
}

/** Schema of a field of an object, or of every value of a map. */
function fieldOf(schema: z.ZodType, key: string): z.ZodType | undefined {
  const fields = fieldsOf(schema);
  return fields ? fields[key] : (shapeOf(schema).inner._zod.def as { valueType?: z.ZodType }).valueType;
}

function repeated(items: readonly unknown[], key: string | readonly string[], path: Path): Found[] {
  const seen = new Set<string>();
  const names = [key].flat();
  return items.flatMap((item, i): Found[] => {
    const values = isRecord(item) ? names.map((name) => item[name]) : [];
    if (values.every((value) => value === undefined) || !seen.has(keyOf(item, key))) {
      seen.add(keyOf(item, key));
      return [];
    }
    return [{ path: [...path, i, names[0] ?? ""], key: names.join(" and "), repeated: values.join(" ") }];
  });
}
