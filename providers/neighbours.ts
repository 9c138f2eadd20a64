import type { External, Reference } from "../constructs/component.ts";
import { type Kind, kinds } from "../constructs/kinds.ts";
import type { Part, Whole } from "./leads-to.ts";
import { isList, isObject, type Native, type Tree, Unknown } from "./native.ts";
import { joinPath } from "./paths.ts";
import type { Recorder } from "./recorder.ts";
import { referenceIn } from "./references.ts";

/** Who a native or a name belongs to: the second phase of reading, when all groups are known. */
export interface Neighbours {
  /** Component that owns the native at an address of a root, with the kind's outputs. */
  owner(root: string, address: string): Neighbour | undefined;
  /** Component whose anchor a value names, in estates that hold values instead of references. */
  named(root: string, value: string): Neighbour | undefined;
  /** The one component of a kind whose anchor has a name, as a native writes it. */
  called(kind: Kind, name: Tree, native: Native): Neighbour | undefined;
  /** What references to a component of the estate may name. */
  readonly whole: (id: string) => Whole | undefined;
}

export interface Neighbour {
  readonly id: string;
  readonly kind: Kind;
  /** The output that a reference to the native in question means, where its cloud says so. */
  readonly means?: Part | undefined;
  /** The value is an id: nothing else is called so. */
  readonly certain?: boolean;
}

const none = () => undefined;
export const noNeighbours: Neighbours = { owner: none, named: none, called: none, whole: none };

/** The reference that a value stands for: a component of the estate, or something outside. */
export function reference(
  value: Tree | undefined,
  output: string | undefined,
  root: string,
  recorders: readonly Recorder[],
  neighbours: Neighbours,
): Reference | undefined {
  if (value === undefined || value === null) return undefined;
  const named = value instanceof Unknown ? value : recorders.map((r) => r.namedBy(value)).find((u) => u !== undefined);
  if (named) {
    const placed = referenceIn(named);
    if (placed) return placed;
    const owner = named.refs.map((r) => neighbours.owner(root, r.to)).find((c) => c !== undefined);
    if (owner) return referenceTo(owner, output);
    if (value instanceof Unknown) return outside(value);
  }
  if (isObject(value) || isList(value) || value === "") return undefined;
  const text = String(value);
  // Two things of different types may bear one name: it is looked up only where the output says what is meant.
  const component = named ? undefined : neighbours.named(root, text);
  const meant =
    component?.means ??
    component?.certain ??
    (component && (kinds[component.kind].outputs as readonly string[]).includes(output ?? ""));
  return component && meant ? referenceTo(component, output) : outside(value);
}

export function referenceTo({ id, kind, means }: Neighbour, output: string | undefined): Reference {
  return { component: id, ...(means ?? { output: output ?? kinds[kind].outputs[0] ?? "name" }) };
}

/** What a value names, where that is no component. */
export function outside(value: Tree): External {
  if (!(value instanceof Unknown)) return { external: String(value), literal: true };
  // Only what it refers to is known for certain.
  if (value.options.rough && value.refs.length > 0)
    return { external: value.refs.map((r) => joinPath(r.to, r.attr)).join(" or ") };
  return { external: value.expression === "" ? "unknown" : value.expression };
}
