import type { IConstruct } from "constructs";
import type { Ref } from "./component.ts";
import type { Diagnostic, Location } from "./diagnostic.ts";
import { foreignReference, notPlainData } from "./workload-problems.ts";
import type { Path } from "./written.ts";

/** A reference to an output; where the output stands for several things, `of` names one: `network.outputs.subnet.of("private-a")`. */
export type OutputRef = Ref & { of(item: string): Ref };

/** A typed reference remembers its component beside its two fields, unseen by whoever copies or compares it. */
const OWNER = Symbol.for("exeat.owner");

/** Turns what was handed to constructs into plain data, and says which references lead out of the workload. */
export class Unwrapping {
  readonly problems: { readonly path: Path; readonly diagnostic: Diagnostic }[] = [];
  private readonly root: IConstruct;
  private readonly at: (path: Path) => Location | undefined;

  constructor(root: IConstruct, at: (path: Path) => Location | undefined) {
    this.root = root;
    this.at = at;
  }

  static reference(owner: IConstruct, component: string, output: string): OutputRef {
    const made = (ref: Ref) => Object.defineProperty(ref, OWNER, { value: owner });
    const of = (item: string) => Object.freeze(made({ component, output, item }));
    return Object.freeze(Object.defineProperty(made({ component, output }), "of", { value: of })) as OutputRef;
  }

  /** A copy without fields that are undefined. `component` is the id that problems are said of. */
  plain(value: unknown, path: Path, component: string, above: readonly object[] = []): unknown {
    const strange = above.includes(value as object) ? "contains itself" : strangeness(value);
    if (strange !== undefined) {
      this.problems.push({ path, diagnostic: notPlainData(component, path, strange, this.at(path)) });
      return null;
    }
    if (typeof value !== "object" || value === null) return value;
    const owner = (value as { [OWNER]?: IConstruct })[OWNER];
    if (owner && owner.node.root !== this.root) {
      const diagnostic = foreignReference(component, path, (value as Ref).component, this.at(path));
      this.problems.push({ path, diagnostic });
    }
    const inside = [...above, value];
    const copy = (item: unknown, key: PropertyKey) => this.plain(item, [...path, key], component, inside);
    if (Array.isArray(value)) return value.map(copy);
    const entries = Object.entries(value).filter(([, item]) => item !== undefined);
    return Object.fromEntries(entries.map(([key, item]) => [key, copy(item, key)]));
  }
}

/** What makes a value no data; undefined for data. Objects of another realm are data too. */
function strangeness(value: unknown): string | undefined {
  if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint")
    return `is a ${typeof value}`;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null || Object.getPrototypeOf(prototype) === null) return undefined;
  return `is an object of the class ${value.constructor.name || "without a name"}`;
}
