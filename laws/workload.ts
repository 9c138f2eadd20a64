import { isExternal } from "../constructs/component.ts";
import { kinds } from "../constructs/kinds.ts";
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
    this.made.synthesis ??= lowerAll(this.components, this.cloud);
    return this.made.synthesis;
  }

  /** What was written, as an importer and `normalise` would hand it over. */
  get natives(): readonly Native[] {
    this.made.natives ??= this.synthesis.natives.map((n) => normalise(n, resourceSchema(this.cloud, n)));
    return this.made.natives;
  }
}

/** The components with ids of their own, each reference to something outside leading to the next component of its kind instead. */
export function linked(components: readonly Complete[]): readonly Complete[] {
  const named = components.map((c, i) => ({ ...c, id: `${c.kind}-${i + 1}` }));
  return named.map((c) => {
    const alike = named.filter((other) => other.kind === c.kind);
    const next = alike[alike.indexOf(c) + 1];
    // The last one keeps its references: no engine makes what waits for itself.
    if (!next) return c;
    const to = { component: next.id, output: kinds[next.kind].outputs[0] };
    return { ...c, props: redirected(c.props, to) as typeof c.props };
  });
}

function redirected(value: unknown, to: object): unknown {
  if (isExternal(value)) return to;
  if (Array.isArray(value)) return value.map((item) => redirected(item, to));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, redirected(v, to)]));
}
