import type { z } from "zod";
import { isRef, type PropMeta, propMeta, Ref } from "./component.ts";
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
  const { inner, satisfies } = shapeOf(schema);
  const { options, valueType } = inner._zod.def as { options?: readonly z.ZodType[]; valueType?: z.ZodType };
  if (options?.includes(Ref)) {
    const leadsTo = propMeta(inner)?.leadsTo;
    return isRef(value) ? [{ path, reference: value, ...(leadsTo ? { leadsTo } : {}) }] : [];
  }
  const fields = fieldsOf(inner);
  const item = itemOf(inner);
  if (item && Array.isArray(value)) {
    const inside = value.flatMap((each, i) => walkProps(item, each, [...path, i]));
    return satisfies?.rule === "byKey" ? [...repeated(value, satisfies.key, path), ...inside] : inside;
  }
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const schemaOfField = fields ? fields[key] : valueType;
    return schemaOfField ? walkProps(schemaOfField, each, [...path, key]) : [];
  });
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
