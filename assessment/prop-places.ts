import type { z } from "zod";
import { kinds } from "../constructs/kinds.ts";
import { canonical, fieldsOf, itemOf, shapeOf } from "../constructs/satisfies.ts";
import type { Tree } from "../providers/native.ts";
import { genericPath, isUnder, leavesOf } from "../providers/paths.ts";
import { type Cloud, isImplemented } from "../providers/provider.ts";
import { NOTHING } from "../providers/schema-of.ts";
import type { FoundComponent } from "../providers/survey.ts";
import { boundsOf, thereAndBack } from "../providers/translate.ts";
import { complete } from "../providers/witness.ts";

type Values = Readonly<Record<string, unknown>>;

/** Props without some places (paths without list positions): in every item of the lists on the way. */
export function withoutPlaces(props: Values, places: readonly string[]): Values {
  const tops = new Set(places.map((place) => place.split(".")[0] ?? place));
  const kept = Object.entries(props).flatMap(([name, value]): [string, unknown][] => {
    if (!tops.has(name)) return [[name, value]];
    if (places.includes(name)) return [];
    const inner = places.flatMap((place) => (place.startsWith(`${name}.`) ? [place.slice(name.length + 1)] : []));
    return [[name, inside(value, inner)]];
  });
  return Object.fromEntries(kept);
}

function inside(value: unknown, places: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => inside(item, places));
  return typeof value === "object" && value !== null ? withoutPlaces(value as Values, places) : value;
}

/** A component as if nobody asked for a place of its props. */
export function withoutPlace<C extends Pick<FoundComponent, "props" | "requested" | "holes" | "readings">>(
  component: C,
  place: string,
): C {
  const isGone = (path: string) => isUnder(genericPath(path), place);
  const { readings } = component;
  return {
    ...component,
    ...(readings ? { readings: readings.map((of) => of.map((reading) => withoutPlace(reading, place))) } : {}),
    props: withoutPlaces(component.props, [place]),
    requested: new Set([...component.requested].filter((path) => !isGone(path))),
    holes: component.holes.filter((h) => !isGone(h.path)),
  };
}

/**
 * The widest place at or above a lost path that holds nothing but losses and that a component can be without; none where it must
 * have one: the vocabulary asks for it, or another value takes its place.
 */
export function dispensable(
  component: FoundComponent,
  lost: readonly string[],
  path: string,
  source: Cloud,
): string | undefined {
  const asked = [...leavesOf(component.props as Tree).map(([p]) => p), ...component.holes.map((h) => h.path)].map(
    genericPath,
  );
  const isLost = (place: string) =>
    asked.every((leaf) => !isUnder(leaf, place) || lost.some((other) => isUnder(leaf, other)));
  const segments = path.split(".");
  return segments
    .map((_, i) => segments.slice(0, i + 1).join("."))
    .filter((place) => place === path || isLost(place))
    .find((place) => canBeMissing(component, place, source));
}

/** Whether a component can be without a place of its props at its source, and is then not given another value there. */
export function canBeMissing(component: FoundComponent, place: string, source: Cloud): boolean {
  if (standsForSomething(component.kind, place)) return false;
  if (!isImplemented(source.kinds[component.kind]) || source.sourceOnly) return true;
  const known = answers.get(source.kinds) ?? new Map<string, boolean>();
  answers.set(source.kinds, known);
  const question = `${place} ${outlineOf(component)}`;
  const answer = known.get(question) ?? !isGivenAnyway(component, place, source);
  known.set(question, answer);
  return answer;
}

/** By outline and place: of components that differ in names alone, one is tried. */
const answers = new WeakMap<Cloud["kinds"], Map<string, boolean>>();
const outlines = new WeakMap<FoundComponent, string>();

function outlineOf(component: FoundComponent): string {
  const { kind, props, requested, holes } = component;
  const known = outlines.get(component);
  if (known !== undefined) return known;
  const open = [...new Set(holes.map((h) => genericPath(h.path)))].sort();
  const made = canonical([kind, outline(props, kinds[kind].props), [...requested].sort(), open]);
  outlines.set(component, made);
  return made;
}

/** Which words of the vocabulary a value is made of. Texts and keys that anybody may choose are no more than there; items of a list that look alike are one. */
function outline(value: unknown, schema: z.ZodType | undefined): unknown {
  if (typeof value === "string") return schema && isWord(schema) ? value : "";
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const item = schema && itemOf(schema);
    return [...new Set(value.map((one) => canonical(outline(one, item))))].sort();
  }
  const fields = schema && fieldsOf(schema);
  const entries = Object.entries(value);
  return fields
    ? Object.fromEntries(entries.map(([name, inner]) => [name, outline(inner, fields[name])]))
    : entries.length > 0;
}

function isWord(schema: z.ZodType): boolean {
  return ["enum", "literal"].includes(shapeOf(schema).inner._zod.def.type);
}

function isGivenAnyway(component: FoundComponent, place: string, source: Cloud): boolean {
  const rest = complete(withoutPlace(component, place), {}, boundsOf(source));
  const { component: given, holes } = thereAndBack(rest, source, component.region).raised;
  const asked = given?.requested.has(place.split(".")[0] ?? place) ? leavesOf(given.props as Tree) : [];
  const isThere = (path: string) => isUnder(genericPath(path), place);
  return asked.some(([path, value]) => isThere(path) && !NOTHING.includes(value)) || holes.some((h) => isThere(h.path));
}

/** Whether there is always a value: the schema wants one, a catalogue has one, or absence means one. Nobody can say for keys of a map. */
function standsForSomething(kind: FoundComponent["kind"], place: string): boolean {
  let schema = kinds[kind].props as Parameters<typeof shapeOf>[0] | undefined;
  for (const segment of place.split(".")) {
    const item = schema && itemOf(schema);
    schema = ((schema && fieldsOf(schema)) ?? (item && fieldsOf(item)))?.[segment];
  }
  if (!schema) return false;
  const { catalogued, absent } = shapeOf(schema);
  const isNothing =
    absent === undefined || NOTHING.includes(absent) || (typeof absent === "object" && !Array.isArray(absent));
  return catalogued || !isNothing || !schema.safeParse(undefined).success;
}
