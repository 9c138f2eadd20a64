import type { z } from "zod";
import { type Kind, kinds, type Props } from "../constructs/kinds.ts";
import { fieldsOf, itemOf, shapeOf } from "../constructs/satisfies.ts";
import type { Complete, Outline } from "./provider.ts";

/** A component as it was found or authored: some props may be missing because nobody knows them. */
export interface Incomplete {
  readonly kind: Kind;
  readonly id: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly requested: ReadonlySet<string>;
  readonly holes: readonly { readonly path: string; readonly expression?: string }[];
  readonly outline?: Outline;
  readonly readings?: readonly (readonly Omit<Incomplete, "kind" | "id" | "readings">[])[];
}

/** Values tried for a catalogued prop, smallest first. */
export type Catalogued = (prop: string, props: Readonly<Record<string, unknown>>) => readonly unknown[];

/** Top-level props with a hole. */
export function openProps({ holes }: Pick<Incomplete, "holes">): string[] {
  return [...new Set(holes.map((h) => h.path.split(".")[0] ?? h.path))].sort();
}

/** The component with each hole filled by its first witness, or with one hole filled as given. */
export function complete(
  component: Incomplete,
  filled: Readonly<Record<string, unknown>> = {},
  catalogued: Catalogued = () => [],
): Complete {
  // Of a fragment nobody may know what its anchor must say.
  const open = new Set([...openProps(component), ...missing(component)]);
  if (open.size === 0 && Object.keys(filled).length === 0) return whole(component);
  const props: Record<string, unknown> = { ...askedFor(component), ...filled };
  for (const prop of open) {
    if (prop in filled) continue;
    const [first] = witnesses(component, prop, catalogued);
    if (first === undefined) delete props[prop];
    else props[prop] = first;
  }
  return parsed(component, props);
}

function parsed({ kind, id, requested }: Incomplete, props: Record<string, unknown>): Complete {
  return { kind, id, props: kinds[kind].props.parse(props) as Props<Kind>, requested };
}

/** Those of which everything is known, by their props: the source and each target ask for the same. */
const wholes = new WeakMap<Incomplete["props"], Complete>();

function whole(component: Incomplete): Complete {
  const known = wholes.get(component.props);
  const same = known?.kind === component.kind && known.id === component.id && known.requested === component.requested;
  if (same) return known;
  const made = parsed(component, askedFor(component));
  wholes.set(component.props, made);
  return made;
}

/** Props without what the source holds by itself and nobody asked to travel: switches away from their default, and what travels only where asked for. */
function askedFor({ kind, props, requested }: Incomplete): Record<string, unknown> {
  const fields = fieldsOf(kinds[kind].props) ?? {};
  const held = (name: string, value: unknown) => {
    if (requested.has(name) || !fields[name]) return false;
    const { absent, onlyAsked } = shapeOf(fields[name]);
    return onlyAsked || (typeof absent === "boolean" && value !== absent);
  };
  return Object.fromEntries(Object.entries(props).filter(([name, value]) => !held(name, value)));
}

/** Props that a component must have and has not. */
function missing({ kind, props }: Incomplete): string[] {
  return requiredOf(kind).filter((name) => !(name in props));
}

const required = new Map<Kind, readonly string[]>();

function requiredOf(kind: Kind): readonly string[] {
  const fields = Object.entries(fieldsOf(kinds[kind].props) ?? {});
  const names = required.get(kind) ?? fields.filter(([, f]) => !f.safeParse(undefined).success).map(([name]) => name);
  required.set(kind, names);
  return names;
}

/** Values that a hole may hold: its default, each word of an enumeration, both switches, bounds of a catalogue. The known part of a partial value is kept. */
export function witnesses(component: Incomplete, prop: string, catalogued: Catalogued = () => []): unknown[] {
  const schema = fieldsOf(kinds[component.kind].props)?.[prop];
  if (!schema) return [];
  const known = component.props[prop];
  const candidates = known === undefined ? samples(schema) : [known, ...samples(schema, known)];
  const offered = shapeOf(schema).catalogued ? catalogued(prop, component.props) : [];
  return [...offered, ...candidates].filter((value) => schema.safeParse(value).success);
}

/** The first witness with every number in it larger, where the prop takes that: none or one. */
export function largerWitnesses({ kind }: Incomplete, prop: string, [first]: readonly unknown[]): unknown[] {
  if (first === undefined) return [];
  const value = larger(first);
  return fieldsOf(kinds[kind].props)?.[prop]?.safeParse(value).success ? [value] : [];
}

function larger(value: unknown): unknown {
  if (typeof value === "number") return value * 4 + 4;
  if (Array.isArray(value)) return value.map(larger);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, larger(inner)]));
}

interface Check {
  readonly _zod: {
    readonly def: {
      readonly check: string;
      readonly value?: unknown;
      readonly minimum?: number;
      readonly pattern?: RegExp;
    };
  };
}

const RANGE = "10.0.0.0/24";

/** Texts tried where one is not known. What stands inside a component is never called as the component is: a name relative to it would vanish. */
const WORDS = { top: "witness", inside: "part" } as const;

function samples(schema: z.ZodType, known?: unknown, word: string = WORDS.top): unknown[] {
  const { inner, absent, safest } = shapeOf(schema);
  const fallback = [safest, absent].filter((v) => v !== undefined);
  const def = inner._zod.def as {
    type: string;
    entries?: Record<string, string>;
    options?: z.ZodType[];
    values?: unknown[];
    checks?: Check[];
  };
  const bounds = (def.checks ?? []).map((c) => c._zod.def);
  switch (def.type) {
    case "boolean":
      return [...new Set([...fallback, false, true])];
    case "enum":
      return [...new Set([...fallback, ...Object.values(def.entries ?? {})])];
    case "literal":
      return [...(def.values ?? [])];
    case "number": {
      const least = bounds.find((b) => b.check === "greater_than");
      return [...new Set([...fallback, Number(least?.value ?? 0), Number(least?.value ?? 0) + 1, 20])];
    }
    case "string":
      // Names, windows of time, versions, ranges of addresses, one address: whichever the pattern takes.
      return [...fallback, word, "03:00", "sun:03:00", "8.0", "16", "1.20", RANGE, "10.0.0.4"];
    case "record":
      return [known ?? {}];
    case "array":
      return known === undefined ? [[], ...firstItem(inner)] : withFurther(eachComplete(inner, known), inner);
    case "union":
      return [{ external: word, literal: true }];
    case "object":
      return [objectSample(inner, known)];
    default:
      return fallback;
  }
}

/** A list of which a part is known, as it is and with one item more. */
function withFurther(known: unknown, schema: z.ZodType): unknown[] {
  return [known, ...(Array.isArray(known) ? firstItem(schema).map((more) => [...known, ...(more as unknown[])]) : [])];
}

function firstItem(schema: z.ZodType): unknown[] {
  const item = itemOf(schema);
  const [first] = item ? samples(item, undefined, WORDS.inside) : [];
  return first === undefined ? [] : [[first]];
}

/** What is known of a prop, with the required fields that are missing. */
export function completed(schema: z.ZodType, known: unknown): unknown {
  if (Array.isArray(known)) return eachComplete(schema, known);
  return fieldsOf(schema) ? objectSample(schema, known) : known;
}

/** What is known of each item, with the required fields that are missing. */
function eachComplete(schema: z.ZodType, known: unknown): unknown {
  const item = itemOf(schema);
  return Array.isArray(known) && item && fieldsOf(item) ? known.map((one, i) => objectSample(item, one, i)) : known;
}

/** What is known, with the required fields that are missing. */
function objectSample(schema: z.ZodType, known: unknown, index = 0): unknown {
  const fields = fieldsOf(schema) ?? {};
  const out: Record<string, unknown> = { ...(typeof known === "object" ? known : {}) };
  for (const [name, field] of Object.entries(fields)) {
    if (out[name] !== undefined || field.safeParse(undefined).success) continue;
    const sample = samples(field, undefined, WORDS.inside).find((value) => field.safeParse(value).success);
    // Ranges beside each other must not overlap.
    out[name] = sample === RANGE ? RANGE.replace("0.0/", `${index % 256}.0/`) : sample;
  }
  return out;
}
