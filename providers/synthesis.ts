import type { Diagnostic } from "../constructs/diagnostic.ts";
import type { Kind } from "../constructs/kinds.ts";
import type { Args, Native, Tree } from "./native.ts";
import type { Complete, Variable } from "./provider.ts";

/** A component to write down on a cloud, with what its author changes by hand there. */
export interface Authored<K extends Kind = Kind> extends Complete<K> {
  /** Arguments laid over the natives of a type, or over the one at an address; of this cloud only. */
  readonly overrides?: Readonly<Record<string, Args>>;
}

/** A value of the synthesised code that people or other code ask for. */
export interface Output {
  readonly name: string;
  readonly description: string;
  readonly value: Tree;
}

/** A workload in a cloud's natives: what an engine writes down. Same input, same bytes. */
export interface Synthesis {
  readonly cloud: string;
  readonly region: string;
  /** Root ".", merged, in address order. References are Unknowns: `type.name.attr`, `var.name`, templates and `jsonencode(…)` of these. */
  readonly natives: readonly Native[];
  /** In order of their names. Secrets are variables without a default. */
  readonly variables: readonly Variable[];
  readonly outputs: readonly Output[];
  /** Natives of each component by its id; a merged native stands with every component that it came from. */
  readonly components: ReadonlyMap<string, readonly Native[]>;
  readonly diagnostics: readonly Diagnostic[];
}
