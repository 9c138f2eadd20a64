import type { z } from "zod";
import { isExternal, isRef, type KindDefinition, type PropMeta, type Ref } from "../constructs/component.ts";
import { kinds } from "../constructs/kinds.ts";
import { changeReferences } from "../constructs/prop-walk.ts";
import { lowerAll } from "../providers/lower.ts";
import type { Native } from "../providers/native.ts";
import { normalise } from "../providers/normalise.ts";
import type { Cloud, Complete } from "../providers/provider.ts";
import { resourceSchema } from "../providers/schema-of.ts";
import type { Synthesis } from "../providers/synthesis.ts";
import type { Subject } from "./law.ts";

/** Several components on one cloud, written side by side. */
export class Workload implements Subject {
  readonly title: string;
  readonly cloud: Cloud;
  readonly components: readonly Complete[];
  private made: { synthesis?: Synthesis; natives?: readonly Native[] } = {};

  constructor(title: string, cloud: Cloud, components: readonly Complete[]) {
    this.title = title;
    this.cloud = cloud;
    this.components = components;
  }

  get synthesis(): Synthesis {
    this.made.synthesis ??= lowerAll(this.components, this.cloud, { allowOrders: true });
    return this.made.synthesis;
  }

  /** What was written, as an importer and `normalise` would hand it over. */
  get natives(): readonly Native[] {
    this.made.natives ??= this.synthesis.natives.map((n) => normalise(n, resourceSchema(this.cloud, n)));
    return this.made.natives;
  }
}

/**
 * The components with ids of their own, each reference to something outside, or to a component that is not among them, leading to one
 * of them instead where it says which kind it means: of the own kind to a later one, for no engine makes what waits for itself.
 */
export function linked(components: readonly Complete[]): readonly Complete[] {
  const named = components.map((c, i) => ({ ...c, id: `${c.kind}-${i + 1}` }));
  const ids = new Set(named.map((c) => c.id));
  const place = new Map(named.map((c, i) => [c.id, i]));
  const tied = Map.groupBy(
    named.toSorted((a, b) => ties(b.props) - ties(a.props)),
    (c): string => c.kind,
  );
  return named.map((c, i) => {
    const next = (kind: string) => (tied.get(kind) ?? []).filter((n) => kind !== c.kind || (place.get(n.id) ?? 0) > i);
    return { ...c, props: redirected(kinds[c.kind].props, c.props, { ids, next }) as typeof c.props };
  });
}

/** How many of the props lead elsewhere. */
function ties(props: object): number {
  const refers = (value: unknown): boolean =>
    isRef(value) ||
    isExternal(value) ||
    (typeof value === "object" && value !== null && Object.values(value).some(refers));
  return Object.values(props).filter(refers).length;
}

interface Others {
  readonly ids: ReadonlySet<string>;
  /** Components of a kind that may be led to, first the one tied to most others: what stands alone has no private address. */
  readonly next: (kind: string) => readonly Complete[];
}

function redirected(schema: z.ZodType, value: unknown, others: Others): unknown {
  return changeReferences(schema, value, (reference, leadsTo) => {
    if (isRef(reference) && others.ids.has(reference.component)) return reference;
    return to(others, leadsTo) ?? (isRef(reference) ? { external: reference.component, literal: true } : reference);
  });
}

/** The output that is meant; where it stands for several things, the first of one that has any. */
function to({ next }: Others, leadsTo: PropMeta["leadsTo"]): Ref | undefined {
  if (!leadsTo) return undefined;
  const { output } = leadsTo;
  for (const { id, kind, props } of next(leadsTo.kind)) {
    const definition: KindDefinition = kinds[kind];
    const prop = definition.items?.[output];
    if (prop === undefined) return { component: id, output };
    const [first] = ((props as Record<string, unknown>)[prop] ?? []) as readonly { readonly name: string }[];
    if (first) return { component: id, output, item: first.name };
  }
  return undefined;
}
