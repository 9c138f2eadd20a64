import type { z } from "zod";
import { networkRange } from "./cidr.ts";
import { type PropMeta, propMeta, type Satisfies } from "./component.ts";
import { compareText } from "./diagnostic.ts";
import { type Settings, sameSettings } from "./settings.ts";

/** A prop that was asked for and not satisfied. `path` is dotted without list positions. */
export interface Unsatisfied {
  readonly path: string;
  readonly asked: unknown;
  readonly got: unknown;
}

interface Shape {
  /** The schema without optional and default wrappers. */
  readonly inner: z.ZodType;
  readonly satisfies: Satisfies | undefined;
  readonly catalogued: boolean;
  /** What an absent value means; undefined when absence means nothing. */
  readonly absent: unknown;
  /** What a reference is meant to lead to. */
  readonly leadsTo: PropMeta["leadsTo"];
  /** The value to try first where nobody knows it. */
  readonly safest: unknown;
  readonly onlyAsked: boolean;
}

const shapes = new WeakMap<z.ZodType, Shape>();

/** Unwraps a prop schema and collects its metadata. */
export function shapeOf(schema: z.ZodType): Shape {
  const known = shapes.get(schema);
  if (known) return known;
  let inner = schema;
  let absent: unknown;
  let meta = propMeta(inner);
  for (;;) {
    const def = inner._zod.def as { type: string; innerType?: z.ZodType; defaultValue?: unknown };
    if (!def.innerType || !["optional", "default", "nullable", "prefault"].includes(def.type)) break;
    if (def.type === "default") absent = def.defaultValue;
    inner = def.innerType;
    meta ??= propMeta(inner);
  }
  const shape: Shape = {
    inner,
    satisfies: meta?.satisfies,
    catalogued: meta?.catalogued ?? false,
    absent: absent ?? meta?.absentMeans,
    leadsTo: meta?.leadsTo,
    safest: meta?.safest,
    onlyAsked: meta?.onlyAsked ?? false,
  };
  shapes.set(schema, shape);
  return shape;
}

/** Fields of an object schema, else undefined. */
export function fieldsOf(schema: z.ZodType): Readonly<Record<string, z.ZodType>> | undefined {
  return (shapeOf(schema).inner._zod.def as { shape?: Record<string, z.ZodType> }).shape;
}

/** Item schema of a list, else undefined. */
export function itemOf(schema: z.ZodType): z.ZodType | undefined {
  return (shapeOf(schema).inner._zod.def as { element?: z.ZodType }).element;
}

/** No labels are the same as an empty list of labels. */
const EMPTY: Readonly<Record<string, unknown>> = { record: {}, array: [] };

/** Every part of `asked` that `got` does not satisfy; empty when all is well. */
export function unsatisfied(schema: z.ZodType, asked: unknown, got: unknown, path = ""): Unsatisfied[] {
  if (asked === undefined) return [];
  const { inner, satisfies, absent } = shapeOf(schema);
  const value = got === undefined ? (absent ?? EMPTY[inner._zod.def.type]) : got;
  const fail = (): Unsatisfied[] => [{ path, asked, got }];
  const fields = fieldsOf(inner);
  if (satisfies === undefined && fields) {
    if (typeof value !== "object" || value === null) return fail();
    return Object.keys(asked as object).flatMap((key) =>
      fields[key] === undefined ? [] : unsatisfied(fields[key], field(asked, key), field(value, key), join(path, key)),
    );
  }
  switch (satisfies?.rule) {
    case "atLeast":
      return Number(value ?? 0) >= Number(asked) ? [] : fail();
    case "atMost":
      return value !== undefined && Number(value) <= Number(asked) ? [] : fail();
    case "ordered":
      return Math.max(0, satisfies.values.indexOf(String(value))) >= satisfies.values.indexOf(String(asked))
        ? []
        : fail();
    case "sameDay":
      return typeof value === "string" && value.slice(0, 10) === String(asked).slice(0, 10) ? [] : fail();
    case "sameRange":
      return typeof value === "string" && networkRange(String(asked)) === networkRange(value) ? [] : fail();
    case "sameSettings":
      return sameSettings(asked as Settings, (value ?? {}) as Settings) ? [] : fail();
    case "anyOf":
      return (got ?? absent) === undefined ? fail() : [];
    case "setOf":
      return sameSet(itemOf(inner), atoms(asked, satisfies.each), atoms(value, satisfies.each)) ? [] : fail();
    case "byKey":
      return byKey(itemOf(inner), satisfies.key, asked, value, path) ?? fail();
    default:
      return asked === value || canonical(asked) === canonical(value) ? [] : fail();
  }
}

function byKey(
  item: z.ZodType | undefined,
  key: string | readonly string[],
  asked: unknown,
  got: unknown,
  path: string,
): Unsatisfied[] | undefined {
  if (!item || !Array.isArray(asked)) return undefined;
  const left = new Map((Array.isArray(got) ? got : []).map((g) => [keyOf(g, key), g]));
  const out = asked.flatMap((a): Unsatisfied[] => {
    const match = left.get(keyOf(a, key));
    left.delete(keyOf(a, key));
    if (match === undefined) return [{ path, asked: a, got: undefined }];
    return unsatisfied(item, a, match, path);
  });
  return [...out, ...[...left.values()].map((g) => ({ path, asked: undefined, got: g }))];
}

/** What tells an item of a list from the others: equal for equal values of its key. */
export function keyOf(item: unknown, key: string | readonly string[]): string {
  return canonical([key].flat().map((name) => field(item, name)));
}

/** Items of one value in one of the fields each: `{ p, cidrs: [a, b], self: true }` is three. */
function atoms(value: unknown, each: readonly string[] = []): unknown {
  if (!Array.isArray(value) || each.length === 0) return value;
  return value.flatMap((item) => {
    const entries = Object.entries((item ?? {}) as Record<string, unknown>);
    const rest = Object.fromEntries(entries.filter(([name]) => !each.includes(name)));
    return entries
      .filter(([name, v]) => each.includes(name) && v !== undefined && v !== false)
      .flatMap(([name, v]) =>
        Array.isArray(v) ? v.map((one) => ({ ...rest, [name]: [one] })) : [{ ...rest, [name]: v }],
      );
  });
}

function sameSet(item: z.ZodType | undefined, asked: unknown, got: unknown): boolean {
  if (!Array.isArray(asked)) return false;
  const rest = Array.isArray(got) ? [...got] : [];
  const fits = (a: unknown, g: unknown) =>
    item ? unsatisfied(item, a, g).length === 0 && unsatisfied(item, g, a).length === 0 : canonical(a) === canonical(g);
  const unique = [...new Map(asked.map((a) => [canonical(a), a])).values()];
  for (const a of unique) {
    const index = rest.findIndex((g) => fits(a, g));
    if (index < 0) return false;
    rest.splice(index, 1);
  }
  return rest.every((g) => unique.some((a) => fits(a, g)));
}

/** JSON with sorted keys and without undefined fields: equal values give equal text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value)
      .filter(([, v]) => v !== undefined)
      .sort(([a], [b]) => compareText(a, b));
    return `{${entries.map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "undefined";
}

function field(value: unknown, key: string): unknown {
  return (value as Record<string, unknown> | undefined)?.[key];
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
