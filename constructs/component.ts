import type * as FastCheck from "fast-check";
import { z } from "zod";

/** A reference to an output of another component of the workload; `item` says which one where the output stands for several (a subnet by its name). */
export const Ref = z.strictObject({
  component: z.string().min(1),
  output: z.string().min(1),
  item: z.string().min(1).optional(),
});
export type Ref = z.infer<typeof Ref>;

/**
 * Something the workload uses but does not contain: a key, a network, a role.
 * `external` is the expression that names it at the source, or with `literal` the plain identifier.
 * Synthesis to the source cloud writes it back; to any other cloud it becomes a variable.
 */
export const External = z.strictObject({ external: z.string().min(1), literal: z.boolean().optional() });
export type External = z.infer<typeof External>;

export const Reference = z.union(
  [Ref, External],
  "a reference { component: ID, output: NAME }, or { external: NAME, literal: true } for what stands outside",
);
export type Reference = Ref | External;

export function isRef(value: unknown): value is Ref {
  return typeof value === "object" && value !== null && "component" in value && "output" in value;
}

export function isExternal(value: unknown): value is External {
  return typeof value === "object" && value !== null && "external" in value;
}

/**
 * When a value that came back (`got`) satisfies the one asked for (`asked`).
 * Objects without a rule are compared field by field over the fields asked for; lists and scalars exactly.
 */
export type Satisfies =
  | { readonly rule: "exact" }
  | { readonly rule: "atLeast" }
  | { readonly rule: "atMost" }
  /** Values from weakest to strongest: a stronger one satisfies a weaker. */
  | { readonly rule: "ordered"; readonly values: readonly string[] }
  /** Days as RFC 3339 writes them, with the moment at which they begin or without. */
  | { readonly rule: "sameDay" }
  /** Lists whose order and repetition mean nothing. An item stands for as many as it has values in each of the fields `each`: they may be grouped in any way. */
  | { readonly rule: "setOf"; readonly each?: readonly string[] }
  /** Lists of objects matched by the value of a field, or of several together; each asked item must be satisfied, and none may be added. */
  | { readonly rule: "byKey"; readonly key: string | readonly string[] }
  /** Ranges of the same addresses: `10.0.0.5/24` is `10.0.0.0/24`. */
  | { readonly rule: "sameRange" }
  /** Server settings of a database: switches are the same in any of their words. */
  | { readonly rule: "sameSettings" }
  /** Any value satisfies: the prop only says where something is. */
  | { readonly rule: "anyOf" };

export interface PropMeta {
  readonly satisfies?: Satisfies;
  /** The value must be one a cloud's catalogue offers: `lower` writes it only through `ctx.pick`. */
  readonly catalogued?: boolean;
  /** The value an absent prop stands for. Without it, absence satisfies nothing. */
  readonly absentMeans?: unknown;
  /** The one output that a reference may name here: of another kind, or another output, it would be something else. */
  readonly leadsTo?: { readonly kind: string; readonly output: string };
  /** Tried first where the value is a hole: the one that does least harm when it stands. */
  readonly safest?: unknown;
  /** What a source gives without being asked is no wish: it travels only where somebody asked for it. */
  readonly onlyAsked?: boolean;
}

/** Metadata of props; asked with `propMeta(schema)`. */
const registry = z.registry<PropMeta, z.ZodType>();

/** Attaches how a prop is compared and whether it is catalogued. Apply to the innermost schema, before `.optional()` or `.default()`. */
export function prop<S extends z.ZodType>(schema: S, meta: PropMeta): S {
  // A schema of one's own: a shared one (`Reference`) would take every prop's metadata.
  const own = schema.clone();
  registry.add(own, meta);
  return own;
}

export function propMeta(schema: z.ZodType): PropMeta | undefined {
  return registry.get(schema);
}

/** Values that exclude each other: where the one to change stands in the props, and what is wrong and what to do. */
export interface Contradiction {
  readonly path: readonly (string | number)[];
  readonly says: string;
}

/** A neutral kind: the single definition that constructs, YAML, laws and the JSON Schema share. */
export interface KindDefinition<
  Name extends string = string,
  Schema extends z.ZodObject = z.ZodObject,
  Output extends string = string,
> {
  readonly kind: Name;
  /** One sentence for people. */
  readonly title: string;
  readonly props: Schema;
  /** What other components may refer to. */
  readonly outputs: readonly Output[];
  /** Of an output that stands for several things: the prop, a list by `name`, of which a reference names one. */
  readonly items?: { readonly [O in Output]?: keyof Schema["shape"] & string };
  /** Of the outputs, those that are a list of texts, of which code takes one by its position. Default: none. */
  readonly lists?: readonly Output[];
  /** What no cloud could make, though each value by itself is allowed: where it stands, and what to do. Default: nothing. */
  contradictions?(props: z.input<Schema>): readonly Contradiction[];
  /** Paths of props that are labels only, without positions: law 12 excepts them. */
  readonly labels: readonly string[];
  /** The key of the effort model and the mapping facts for these props. */
  effortKey(props: Record<string, unknown>): string;
  /** Further keys whose work items it brings, one for each time. Default: none. */
  alsoCharged?(props: Record<string, unknown>): readonly string[];
  /** Props that make something run. What has none of them and is a part of what is somebody else's is charged as the detail that it is. Default: parts are charged as wholes. */
  readonly parts?: { readonly running: readonly (keyof Schema["shape"] & string)[] };
  /** Valid authored props, for property tests. */
  generate(fc: typeof FastCheck): FastCheck.Arbitrary<z.input<Schema>>;
}

export function defineKind<Name extends string, Schema extends z.ZodObject, Output extends string>(
  definition: KindDefinition<Name, Schema, Output>,
): KindDefinition<Name, Schema, Output> {
  return definition;
}
