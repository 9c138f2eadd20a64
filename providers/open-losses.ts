import type { z } from "zod";
import { kinds } from "../constructs/kinds.ts";
import { canonical, fieldsOf, itemOf, shapeOf } from "../constructs/satisfies.ts";
import { isUnder, joinPath } from "./paths.ts";
import type { Complete, Loss } from "./provider.ts";
import { completed, type Incomplete, openProps } from "./witness.ts";

/** A loss that may arise, and the props that decide where they are others than its own. */
interface OpenLoss {
  readonly declared: Loss;
  readonly on: readonly string[];
  /** Of a list whose items are kept one by one, how many may be lost beside those that are known. */
  readonly items: number;
}

/**
 * Declared losses that may arise from what is not known, whatever it turns out to be: those whose condition looks at it, and those of
 * a part that may stand where nobody can see. A witness that is kept says nothing of other values, but for a choice of which each was
 * tried. A quantity is taken to be no more than the largest offer (see `isQuantity`).
 */
export function openLosses(component: Incomplete, base: Complete, declared: readonly Loss[]): OpenLoss[] {
  const unknown = unknownPlaces(component).filter((place) => !isQuantity(schemaAt(component, place)));
  const open = openProps(component);
  if (open.length === 0) return [];
  const props = asKnown(component, base);
  return declared.flatMap((loss): OpenLoss[] => {
    const top = topOf(loss.path);
    if (!component.requested.has(top)) return [];
    const { holds, seen } = judged(loss, props, unknown);
    const [first, ...more] = seen;
    const on = open.includes(top) ? [] : [...new Set(seen.map(topOf))].sort();
    const isEach = shapeOfProp(component, top)?.satisfies?.rule === "byKey";
    const items = isEach ? component.holes.filter((h) => topOf(h.path) === top).length : 0;
    if (first !== undefined)
      return more.length === 0 && isChoice(component, first) ? [] : [{ declared: loss, on, items }];
    if (!holds || !open.includes(top)) return [];
    if (isChoice(component, top) || isQuantity(schemaAt(component, loss.path))) return [];
    if (unknown.some((place) => isUnder(loss.path, place) || isUnder(place, loss.path)))
      return [{ declared: loss, on, items }];
    const hidden = beside(component, top);
    const stands = loss.when !== undefined || standsAt(props, loss.path.split("."));
    return hidden === undefined || !stands ? [] : [{ declared: loss, on, items: isEach ? hidden : 0 }];
  });
}

/** How many items are known beside those that may be built from; undefined: no more is known than that. */
function beside({ props, outline }: Incomplete, prop: string): number | undefined {
  const [all, built] = [outline?.props[prop], props[prop]];
  if (all === undefined || canonical(all) === canonical(built)) return undefined;
  return Array.isArray(all) ? all.length - (Array.isArray(built) ? built.length : 0) : 0;
}

/** Props that are taken to be no more than what the largest offer of the target gives, since nobody knows how much is asked for. */
export function assumedQuantities(component: Incomplete): string[] {
  return unknownPlaces(component).filter((place) => isQuantity(schemaAt(component, place)));
}

function unknownPlaces({ holes, outline }: Incomplete): readonly string[] {
  return outline?.unknown ?? [...new Set(holes.map((h) => h.path))];
}

/** The props with what is known of those that have holes, so far as the kind takes it. */
function asKnown({ kind, outline }: Incomplete, base: Complete): Readonly<Record<string, unknown>> {
  const fields = fieldsOf(kinds[kind].props) ?? {};
  const known = Object.entries(outline?.props ?? {}).flatMap(([prop, value]) => {
    const schema = fields[prop];
    const filled = schema && completed(schema, value);
    const parsed = schema?.safeParse(filled);
    return schema ? [[prop, parsed?.success ? parsed.data : filled] as const] : [];
  });
  return { ...(base.props as Record<string, unknown>), ...Object.fromEntries(known) };
}

/** Whether a condition holds, and which places nobody knows it looked at. */
function judged(
  { when }: Loss,
  props: Readonly<Record<string, unknown>>,
  places: readonly string[],
): { readonly holds: boolean; readonly seen: readonly string[] } {
  const seen = new Set<string>();
  const look = (path: string) => {
    if (places.includes(path)) seen.add(path);
  };
  const watched = (value: unknown, at: string): unknown => {
    if (typeof value !== "object" || value === null) return value;
    const isList = Array.isArray(value);
    return new Proxy(isList ? [...value] : { ...value }, {
      get(target, key, receiver) {
        const inside = Reflect.get(target, key, receiver) as unknown;
        if (typeof key === "symbol" || (isList && !/^\d+$/.test(key))) return inside;
        const path = isList ? at : joinPath(at, key);
        look(path);
        return watched(inside, path);
      },
      has(target, key) {
        if (typeof key === "string") look(joinPath(at, key));
        return Reflect.has(target, key);
      },
      ownKeys(target) {
        for (const place of places) if (place !== at && isUnder(place, at)) seen.add(place);
        return Reflect.ownKeys(target);
      },
    });
  };
  try {
    return { holds: when?.(watched(props, "") as Record<string, unknown>) ?? true, seen: [...seen] };
  } catch {
    // It cannot do with what is known alone.
    return { holds: true, seen: seen.size > 0 ? [...seen] : places };
  }
}

/** A prop of few values, all of which are witnesses. */
function isChoice(component: Incomplete, path: string): boolean {
  if (path.includes(".") || component.props[path] !== undefined) return false;
  return ["boolean", "enum", "literal"].includes(typeOf(schemaAt(component, path)) ?? "");
}

/** How much is asked for: a number that more of satisfies as well, and a machine's size, which is made of such. */
function isQuantity(schema: z.ZodType | undefined): boolean {
  if (!schema) return false;
  const fields = fieldsOf(schema);
  if (fields) return Object.values(fields).every(isQuantity);
  return typeOf(schema) === "number" && shapeOf(schema).satisfies?.rule === "atLeast";
}

function shapeOfProp(component: Incomplete, prop: string) {
  const schema = schemaAt(component, prop);
  return schema && shapeOf(schema);
}

function typeOf(schema: z.ZodType | undefined): string | undefined {
  return schema && (shapeOf(schema).inner._zod.def as { type: string }).type;
}

function schemaAt({ kind }: Incomplete, path: string): z.ZodType | undefined {
  let schema: z.ZodType | undefined = kinds[kind].props;
  for (const segment of path.split(".")) {
    const inner: z.ZodType | undefined = schema && (itemOf(schema) ?? schema);
    schema = inner && fieldsOf(inner)?.[segment];
  }
  return schema;
}

/** Whether something is asked for at a path, in some item of each list on the way. */
function standsAt(value: unknown, [segment, ...rest]: readonly string[]): boolean {
  if (Array.isArray(value))
    return segment === undefined ? value.length > 0 : value.some((v) => standsAt(v, [segment, ...rest]));
  if (segment === undefined) return value !== undefined;
  return typeof value === "object" && value !== null && standsAt((value as Record<string, unknown>)[segment], rest);
}

function topOf(path: string): string {
  return path.split(".")[0] ?? path;
}
