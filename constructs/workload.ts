import { Construct, RootConstruct } from "constructs";
import { callSite } from "./call-site.ts";
import type { Location } from "./diagnostic.ts";
import { type Kind, kinds, type OutputOf, type PropsInput } from "./kinds.ts";
import { type OutputRef, Unwrapping } from "./unwrap.ts";
import type { AdoptedFrom, Beside } from "./workload-file.ts";
import { WORKLOAD, type WrittenWorkload } from "./written.ts";

/** Components are told by this key, not by their class: two copies of this package may be loaded. */
const COMPONENT = Symbol.for("exeat.component");

export interface WorkloadOptions {
  /** Where the workload was read from, when it was adopted: externals are written back there only. */
  readonly adoptedFrom?: AdoptedFrom;
}

/** What a component may carry beside its props. */
export type ComponentOptions = Pick<Beside, "overrides" | "import" | "attachedTo">;

/** References to what a component offers to others; an output its kind does not have does not compile. */
export type Outputs<K extends Kind> = { readonly [O in OutputOf<K>]: OutputRef };

/** Props may be left out where a kind asks for none. */
export type ComponentArguments<K extends Kind> =
  Record<never, never> extends PropsInput<K>
    ? [props?: PropsInput<K>, options?: ComponentOptions]
    : [props: PropsInput<K>, options?: ComponentOptions];

interface Authored {
  readonly kind: Kind;
  readonly id: string;
  readonly props: unknown;
  readonly options: ComponentOptions;
  readonly at: Location | undefined;
}

/** Components and the references between them: the root of the tree. Order of authoring means nothing. */
export class Workload extends RootConstruct {
  private readonly options: WorkloadOptions;

  constructor(options: WorkloadOptions = {}) {
    super();
    this.options = options;
  }

  /** What was authored, unchecked: `workloadComponents` judges it. */
  [WORKLOAD](): WrittenWorkload {
    const authored = this.node.findAll().flatMap((construct) => {
      const found = (construct as { [COMPONENT]?: Authored })[COMPONENT];
      return found ? [found] : [];
    });
    const at = (path: readonly PropertyKey[]) => authored[path[0] === "components" ? Number(path[1]) : -1]?.at;
    const unwrapping = new Unwrapping(this, at);
    const document = {
      formatVersion: 1,
      ...(this.options.adoptedFrom ? { adoptedFrom: this.options.adoptedFrom } : {}),
      components: authored.map(({ kind, id, props, options }, i) =>
        unwrapping.plain({ kind, id, props, ...options }, ["components", i], id),
      ),
    };
    return { document, at, problems: unwrapping.problems };
  }
}

/** A thing of a kind in a workload, named by its path in the tree. */
export abstract class Component<K extends Kind = Kind> extends Construct {
  readonly kind: K;
  readonly outputs: Outputs<K>;

  /** Never throws for what an author can get wrong: that becomes diagnostics once the whole workload is there. */
  constructor(scope: Construct, id: string, authored: Omit<Authored, "id"> & { readonly kind: K }) {
    super(scope, freeName(scope, id));
    this.kind = authored.kind;
    const path = scope.node.path === "" ? id : `${scope.node.path}/${id}`;
    const outputs = kinds[this.kind].outputs.map((output) => [output, Unwrapping.reference(this, path, output)]);
    this.outputs = Object.freeze(Object.fromEntries(outputs)) as Outputs<K>;
    Object.defineProperty(this, COMPONENT, { value: { ...authored, id: path } satisfies Authored });
  }
}

/** A name no sibling has: a taken or empty one is refused later, with its line, where constructs would throw. */
function freeName(scope: Construct, id: string): string {
  let name = id || "unnamed";
  while (scope.node.tryFindChild(name)) name += "~";
  return name;
}

/** The class of a kind's components, to be extended under its name. */
export interface ComponentClass<K extends Kind> {
  new (scope: Construct, id: string, ...rest: ComponentArguments<K>): Component<K>;
}

export function componentOf<K extends Kind>(kind: K): ComponentClass<K> {
  return class Made extends Component<K> {
    constructor(scope: Construct, id: string, ...[props, options]: ComponentArguments<K>) {
      super(scope, id, { kind, props: props ?? {}, options: options ?? {}, at: callSite(new.target, Made) });
    }
  };
}
