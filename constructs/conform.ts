import type { z } from "zod";
import { compareText } from "./diagnostic.ts";
import { fieldsOf, itemOf, shapeOf } from "./satisfies.ts";

interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly defaultValue?: unknown;
  readonly options?: readonly z.ZodType[];
  readonly valueType?: z.ZodType;
}

const definition = (schema: z.ZodType) => schema._zod.def as unknown as Definition;

/**
 * A valid value in canonical form: fields in the order of the schema, free keys in code-unit order, lists as they are.
 * With `fill`, an absent field takes its default where `fill` says so of its dotted path (list positions included).
 */
export function conform(
  schema: z.ZodType,
  value: unknown,
  fill: (path: string) => boolean = () => false,
  path = "",
): unknown {
  const inside = (key: string | number) => (path === "" ? String(key) : `${path}.${key}`);
  const fields = fieldsOf(schema);
  const item = itemOf(schema);
  if (fields && isRecord(value)) {
    const entries = Object.entries(fields).flatMap(([key, field]): [string, unknown][] => {
      if (value[key] !== undefined) return [[key, conform(field, value[key], fill, inside(key))]];
      const byDefault = defaultOf(field);
      return byDefault === undefined || !fill(inside(key)) ? [] : [[key, structuredClone(byDefault)]];
    });
    return Object.fromEntries(entries);
  }
  if (item && Array.isArray(value)) return value.map((each, i) => conform(item, each, fill, inside(i)));
  const { options, valueType } = definition(shapeOf(schema).inner);
  if (valueType && isRecord(value)) {
    const entries = Object.entries(value).sort(([a], [b]) => compareText(a, b));
    return Object.fromEntries(entries.map(([key, each]) => [key, conform(valueType, each, fill, inside(key))]));
  }
  const fitting = options?.find((option) => option.safeParse(value).success);
  return fitting ? conform(fitting, value, fill, path) : sorted(value);
}

/** The schema at a dotted path of props, list positions given or left out; undefined when no such path exists. */
export function schemaAt(schema: z.ZodType, path: readonly string[]): z.ZodType | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return schema;
  const item = itemOf(schema);
  if (item) return schemaAt(item, /^\d+$/.test(first) ? rest : path);
  const fields = fieldsOf(schema);
  if (fields) return Object.hasOwn(fields, first) ? schemaAt(fields[first] as z.ZodType, rest) : undefined;
  const { options, valueType } = definition(shapeOf(schema).inner);
  if (valueType) return schemaAt(valueType, rest);
  return options?.map((option) => schemaAt(option, path)).find((found) => found !== undefined);
}

/** Names of the fields an object may have; of every form where there are several. */
export function fieldNames(schema: z.ZodType): string[] {
  const { options } = definition(shapeOf(schema).inner);
  return [...Object.keys(fieldsOf(schema) ?? {}), ...(options ?? []).flatMap(fieldNames)];
}

function defaultOf(schema: z.ZodType): unknown {
  const { type, innerType, defaultValue } = definition(schema);
  if (type === "default") return defaultValue;
  return innerType ? defaultOf(innerType) : undefined;
}

/** Data without a schema of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).sort(([a], [b]) => compareText(a, b));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
