import type { Diagnostic, Location } from "../constructs/diagnostic.ts";

/** A reference found in an expression: which native, and which of its attributes ("id", "arn", "bucket", …). */
export interface Reference {
  /** Address of the target within the same root: `aws_s3_bucket.logs`, `module.a["x"].data.aws_vpc.main`. */
  readonly to: string;
  /** Dotted attribute path on the target; "" when the whole resource is meant. */
  readonly attr: string;
}

export interface UnknownOptions {
  /** Where the expression stands. */
  readonly at?: Location;
  /** A secret: the value was known and has been removed. */
  readonly redacted?: boolean;
  /** Nothing in the configuration sets it: the provider computes it (dropped by normalise). */
  readonly computed?: boolean;
  /** The value would hold a collection whose elements are not known. */
  readonly structural?: boolean;
  /** Text that holds a document (JSON, YAML): what is known of it, unknowns standing where they do inside. */
  readonly document?: Tree;
  /** Only what the expression refers to is known, not how it uses it: `expression` may be a part of the whole (plans). */
  readonly rough?: boolean;
  /** What is known of a value that counts as unknown as a whole, unknowns standing where they do inside. */
  readonly parts?: Tree;
  /** The module that says it, as `module.a["k"].` or "" for the root: a call hands on what its caller does not know. Default: the native's. */
  readonly within?: string;
}

/** How the expression of a hole ends whose value is a secret, or holds one. */
export const REDACTED = " (redacted)";

/** A value that is not known: computed, unresolved, or redacted. Never a default, never zero. */
export class Unknown {
  /** Terraform expression without the `${}`: what would give the value. */
  readonly expression: string;
  readonly refs: readonly Reference[];
  readonly options: UnknownOptions;

  constructor(expression: string, refs: readonly Reference[] = [], options: UnknownOptions = {}) {
    this.expression = expression;
    this.refs = refs;
    this.options = options;
  }
}

export type Leaf = null | boolean | number | string | Unknown;
export type Tree = Leaf | readonly Tree[] | { readonly [key: string]: Tree };
export type Args = { readonly [key: string]: Tree };

/** A reference that stands at a place of a native's arguments. `path` is dotted, list positions included: `rule.0.id`. */
export interface Edge extends Reference {
  readonly path: string;
}

/**
 * One resource (or data source) of a cloud in Terraform form, snake_case: read by an importer or written by a `lower`.
 * Blocks are lists of objects however they were written; `normalise` unifies shapes by schema.
 */
export interface Native {
  /** Unique within its root only: `module.a["k"].aws_s3_bucket.b[0]`. */
  readonly address: string;
  readonly root: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  /** `count` index or `for_each` key; Unknown when the collection could not be evaluated (counts one, marked). */
  readonly key?: string | number | Unknown;
  readonly provider: {
    /** Short provider name: `aws`, `scaleway`, `ovh`, `openstack`, `random`. */
    readonly name: string;
    readonly alias?: string;
    readonly region?: string;
    /** Equal where two configurations say the same of who asks; absent where they say nothing. Tells no secret. */
    readonly account?: string;
    /** Host that is called for it in place of the provider's own; `name` is null where nobody knows which. `at`: where that is configured. */
    readonly host?: { readonly name: string | null; readonly at: Location };
  };
  readonly args: Args;
  readonly refs: readonly Edge[];
  /** Dotted paths the configuration sets (no list positions); null when the form cannot tell (a state). */
  readonly configured: ReadonlySet<string> | null;
  readonly lifecycle?: {
    readonly preventDestroy?: boolean;
    readonly createBeforeDestroy?: boolean;
    readonly ignoreChanges?: readonly string[] | "all";
  };
  readonly dependsOn?: readonly string[];
  /** What the provider computed, by attribute (`id`, `arn`): natives are joined by these, nobody reads them. Filled by normalise. */
  readonly identifiers?: Readonly<Record<string, string>>;
  /** Natives of one type and merge key coming from several components become one. Written by `lower` only. */
  readonly merge?: string;
  /** Data it holds today, in GiB, where what was read measured it. */
  readonly heldGiB?: number;
  readonly at: Location;
}

/** What could not be read or known. Counted, named, priced as uncertainty. */
export interface Hole {
  /** What kind of gap: a module not downloaded, what a template makes, a value not resolved, remote state, a value from outside (Terragrunt). */
  readonly kind: "module" | "template" | "value" | "remote-state" | "outside";
  readonly root: string;
  /** Address of the module call or native it belongs to. */
  readonly address: string;
  /** Dotted path inside the native; "" for a whole module. */
  readonly path: string;
  readonly expression: string;
  readonly at: Location;
  /** Inputs given at a module call whose code is not here (redacted). */
  readonly inputs?: Args;
  /** What would resolve it, one sentence. */
  readonly remedy?: string;
}

/** Whether resources are behind it, and not only a value. */
export function hidesResources({ kind }: Hole): boolean {
  return kind === "module" || kind === "template";
}

/** A resource block with `count = 0` or an empty `for_each`: no instance, outside the counts. */
export interface EmptyResource {
  readonly root: string;
  readonly type: string;
  readonly address: string;
  readonly at: Location;
}

/** Where code says that a state is kept. Of what it says only what leads there, never what opens it. */
export interface StateBackend {
  readonly root: string;
  /** As the code names it: `backend "s3"`, `cloud`, `data.terraform_remote_state.net`. */
  readonly address: string;
  /** The engine's word for the kind of place; null where nobody could evaluate it. */
  readonly type: string | null;
  /** Host that is asked, where one is named; null: named, and not known. */
  readonly host?: string | null;
  /** Names of the arguments that are set, in the order of the alphabet. */
  readonly given: readonly string[];
  readonly at: Location;
}

/** An object that the engine keeps under a new address. */
export interface Move {
  /** Addresses within the root, of a resource, an instance or a module; without a key at either end, all instances. */
  readonly from: string;
  readonly to: string;
}

/** A Terraform root module, a single plan or state, or an inventory of machines. */
export interface Root {
  /** Path relative to the argument; the argument itself is "."; with several arguments prefixed by its last segment. */
  readonly name: string;
  readonly form: "hcl" | "plan" | "state" | "cdktf" | "rvtools";
  readonly natives: readonly Native[];
  readonly holes: readonly Hole[];
  readonly empty: readonly EmptyResource[];
  /** Where its state is kept, and the states of others that it reads. Absent where nothing is said of it. */
  readonly backends?: readonly StateBackend[];
  /** What has been given another address since. Absent where nothing has. */
  readonly moves?: readonly Move[];
  /** Names, as roots have them, of the folders whose code it calls as modules, however deep. Absent where it calls none. */
  readonly calls?: readonly string[];
  /** Nobody calls it, and nothing beside it says that it is run by itself: no backend, values of variables, locked providers. */
  readonly bare?: true;
  /** Resources whose header parsed and whose body did not. */
  readonly unreadable: readonly { readonly type: string; readonly address: string; readonly at: Location }[];
}

/** What the importers return for everything the user named. */
export interface Estate {
  readonly roots: readonly Root[];
  readonly diagnostics: readonly Diagnostic[];
  /** False when something could not be read. */
  readonly complete: boolean;
  readonly source: {
    /** Forms met, in order of `hcl plan state cdktf rvtools`. */
    readonly kind: string;
    readonly paths: readonly string[];
    /** SHA-256 over the bytes read, in path order. */
    readonly digest: string;
  };
}

export function isUnknown(value: Tree | undefined): value is Unknown {
  return value instanceof Unknown;
}

export function isObject(value: Tree | undefined): value is { readonly [key: string]: Tree } {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Unknown);
}

export function isList(value: Tree | undefined): value is readonly Tree[] {
  return Array.isArray(value);
}

/** Key of a native in an estate: addresses repeat across roots. */
export function nativeId(native: Pick<Native, "root" | "address">): string {
  return `${native.root}:${native.address}`;
}

/** Address of what such a key stands for, without its root. */
export function addressIn(id: string): string {
  return id.slice(id.indexOf(":") + 1);
}

/** Key of a leaf in an estate. */
export function leafId(leaf: Pick<Native, "root" | "address"> & { readonly path: string }): string {
  return `${nativeId(leaf)} ${leaf.path}`;
}

/** A list that the provider makes itself, with one element for each different value of some arguments. */
export interface Elements {
  readonly of: readonly string[];
  /** Arguments that must have these values, or else nothing is known of the list. */
  readonly when: Readonly<Record<string, string>>;
  /** Attribute of an element that holds the value. */
  readonly named: string;
  /** Its other attributes, known once it is made. */
  readonly others: readonly string[];
}
