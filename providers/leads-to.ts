import type { z } from "zod";
import { isRef, type PropMeta, type Ref, type Reference } from "../constructs/component.ts";
import type { Kind } from "../constructs/kinds.ts";
import { changeReferences } from "../constructs/prop-walk.ts";

/** An output of a component that one of its natives stands for, and which one where the output is several. */
export interface Part {
  readonly output: string;
  readonly item?: string;
}

/** What references to a component may name. */
export interface Whole {
  readonly kind: Kind;
  readonly parts: readonly Part[];
}

/**
 * A prop read from natives, with what its references are meant to lead to: where a network is named and a subnet meant, its only one, or,
 * as clouds choose, any of several. Something of another kind is nothing that belongs there: it stays what the code calls it.
 */
export function ledTo(
  schema: z.ZodType,
  value: unknown,
  wholeOf: (component: string) => Whole | undefined,
  called: (reference: Ref) => Reference,
): unknown {
  return changeReferences(schema, value, (reference, leadsTo) => {
    const whole = leadsTo && isRef(reference) ? wholeOf(reference.component) : undefined;
    if (!leadsTo || !whole || !isRef(reference)) return reference;
    return whole.kind === leadsTo.kind ? meant(reference, leadsTo, whole) : called(reference);
  });
}

function meant(reference: Ref, { output }: NonNullable<PropMeta["leadsTo"]>, { parts }: Whole): Ref {
  if (reference.output === output) return reference;
  const items = parts.flatMap((part) => (part.output === output ? (part.item ?? []) : []));
  const [only, ...others] = items;
  return {
    component: reference.component,
    output,
    ...(only !== undefined && others.length === 0 ? { item: only } : {}),
  };
}
