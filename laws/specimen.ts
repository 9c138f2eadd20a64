import { type Kind, kinds, type Props } from "../constructs/kinds.ts";
import { lowerAll } from "../providers/lower.ts";
import { type ComponentOptions, type LoweredComponent, lowerComponent } from "../providers/lower-component.ts";
import type { Native } from "../providers/native.ts";
import { normalise } from "../providers/normalise.ts";
import type { Cloud, Complete } from "../providers/provider.ts";
import { resourceSchema } from "../providers/schema-of.ts";
import type { Synthesis } from "../providers/synthesis.ts";
import { type Trip, trip } from "../providers/translate.ts";
import type { Subject } from "./law.ts";

/** Name under which a specimen is lowered alone. */
export const LABEL = "component";

/** A component on a cloud. What is computed from it is computed once, the first time it is asked for. */
export class Specimen implements Subject {
  readonly title: string;
  readonly cloud: Cloud;
  readonly component: Complete;
  /** Region it is written for. Default: the cloud's. */
  readonly region: string;
  private made: { trip?: Trip; alone?: LoweredComponent; natives?: readonly Native[]; synthesis?: Synthesis } = {};

  constructor(title: string, cloud: Cloud, component: Complete, region: string = cloud.defaultRegion) {
    this.title = title;
    this.cloud = cloud;
    this.component = component;
    this.region = region;
  }

  /** Lowered alone and raised again. */
  get trip(): Trip {
    this.made.trip ??= trip(this.component, this.cloud, this.region);
    return this.made.trip;
  }

  /** What `lower` wrote, normalised, references as placeholders. */
  get natives(): readonly Native[] {
    this.made.natives ??= normalised(this.alone.natives, this.cloud);
    return this.made.natives;
  }

  /** By native: what must stand first among the natives of what the component refers to. */
  get after(): LoweredComponent["after"] {
    return this.alone.after;
  }

  private get alone(): LoweredComponent {
    this.made.alone ??= lowerComponent(this.component, this.cloud, LABEL, { region: this.region });
    return this.made.alone;
  }

  /** The component as a whole workload. */
  get synthesis(): Synthesis {
    this.made.synthesis ??= lowerAll([this.component], this.cloud, { region: this.region, allowOrders: true });
    return this.made.synthesis;
  }
}

/** The natives of a component lowered alone, normalised. */
export function lowered(
  component: Complete,
  cloud: Cloud,
  options: ComponentOptions,
  label = LABEL,
): readonly Native[] {
  return normalised(lowerComponent(component, cloud, label, options).natives, cloud);
}

function normalised(natives: readonly Native[], cloud: Cloud): readonly Native[] {
  return natives.map((n) => normalise(n, resourceSchema(cloud, n)));
}

/** A component of authored props; what was written is what is asked for. Frozen: a `lower` that changes its input throws. */
export function authored(kind: Kind, id: string, input: unknown): Complete {
  const props = frozen(kinds[kind].props.parse(input)) as Props<Kind>;
  return { kind, id, props, requested: new Set(Object.keys(input as object)) };
}

function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const item of Object.values(value)) frozen(item);
    Object.freeze(value);
  }
  return value;
}
