import type { z } from "zod";
import { isExternal } from "../constructs/component.ts";
import { kinds } from "../constructs/kinds.ts";
import { fieldsOf, itemOf, shapeOf } from "../constructs/satisfies.ts";
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
 * The components with ids of their own, each reference to something outside leading to a component instead: one of the kind that is
 * meant there, or the next of its own kind. Where there is none it stays outside: no engine makes what waits for itself.
 */
export function linked(components: readonly Complete[]): readonly Complete[] {
  const named = components.map((c, i) => ({ ...c, id: `${c.kind}-${i + 1}` }));
  return named.map((c, i) => {
    const next = (kind: string = c.kind) => (kind === c.kind ? named.slice(i + 1) : named).find((n) => n.kind === kind);
    return { ...c, props: redirected(kinds[c.kind].props, c.props, next) as typeof c.props };
  });
}

function redirected(schema: z.ZodType, value: unknown, next: (kind?: string) => Complete | undefined): unknown {
  const { inner, leadsTo } = shapeOf(schema);
  if (isExternal(value)) {
    const target = next(leadsTo?.kind);
    return target ? { component: target.id, output: leadsTo?.output ?? kinds[target.kind].outputs[0] } : value;
  }
  const item = itemOf(inner);
  if (item && Array.isArray(value)) return value.map((one) => redirected(item, one, next));
  const fields = fieldsOf(inner);
  if (!fields || typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, fields[k] ? redirected(fields[k], v, next) : v]));
}
