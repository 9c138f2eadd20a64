import type { Ref, Reference } from "../constructs/component.ts";
import type { Diagnostic, Location } from "../constructs/diagnostic.ts";
import type { Kind, Props } from "../constructs/kinds.ts";
import type { DependencySigns } from "./dependency-signs.ts";
import type { MachineInventory } from "./machine-inventory.ts";
import type { Args, Elements, Hole, Native, Tree, Unknown } from "./native.ts";
import type { NativeIndex } from "./native-index.ts";
import type { PriceList } from "./prices.ts";
import type { PulumiPackage } from "./pulumi-package.ts";
import type { Shows } from "./shows.ts";
import type { Authored } from "./synthesis.ts";

/** Where a fact comes from and when it was read. */
export interface Citation {
  readonly source: string;
  /** YYYY-MM-DD */
  readonly date: string;
}

/** What a gap costs (`assessment/effort.json`, lossClasses). */
export type GapClass = "setting" | "workaround" | "redesign" | "substitute" | "accept";

/** Says which natives belong to a component. Claims are on natives, not types: `when` decides. */
export interface Claim {
  readonly type: string;
  readonly mode?: "managed" | "data";
  readonly role: "anchor" | "owned" | "shared";
  /** Looks without consuming. "unknown" = the value that decides is a hole: the native is reported as ambiguous. */
  when?(native: Peek): boolean | "unknown";
  /**
   * How an owned or shared native is tied to its group.
   * Forward: this native's `attr` names a native of one of the types `to`, by reference or by the value of one of its attributes `by`.
   * Reverse: a native of type `from` in the group names this one in its `attr`, by reference or by the value of this one's `by`.
   * Alone: only where nothing outside the group names it; then it belongs here even if it would else be a component of its own.
   * Global: what is named is the same thing whichever region asks for it.
   */
  readonly edge?:
    | {
        readonly attr: string;
        readonly to: readonly string[];
        readonly by: readonly string[];
        readonly global?: boolean;
      }
    | { readonly from: string; readonly attr: string; readonly by: readonly string[]; readonly alone?: boolean };
}

/** A look at a native that consumes nothing: for `when` and guarantees only. Values are normalised. */
export type Peek = (path: string) => Tree | undefined;

/**
 * The only way `raise` sees a native. What no verb touched is residue.
 * Paths are dotted; list positions of single blocks may be left out (`x.0.y` = `x.y`).
 */
export interface Cursor {
  readonly type: string;
  readonly address: string;
  readonly at: Location;
  /** The value for a prop; everything below the path counts as read. Unknown stays Unknown: hand it to `props.set`, which makes a hole of it. Undefined = not configured. */
  read(path: string): Tree | undefined;
  /** True and consumed when the value equals the constant; else it stays residue. */
  expect(path: string, constant: Tree): boolean;
  /** Set aside on purpose: listed in the report with the reason. */
  ignore(path: string, why: string): void;
  /** Cursors on the items of a list of blocks or objects; a single block is a list of one. */
  each(path: string): readonly Cursor[];
  /** A cursor on the document inside a string (a policy); undefined when absent or not statically known (then: a hole through `read`). */
  json(path: string): Cursor | undefined;
  /** Whether anything is configured at the path. Consumes nothing and gives no value. */
  has(path: string): boolean;
  /** Whether the constant stands at the path. Consumes nothing: for what means something only together with other parts. */
  is(path: string, constant: Tree): boolean;
  /** Whether what stands at the path, or one of its items, names the other native of the group, by reference or by id. Then it ties them together and is no residue. */
  names(path: string, other: Cursor): boolean;
  /** Whether the code forbids to destroy the native (`prevent_destroy`): a setting of the code, no argument, so never residue. */
  readonly preventDestroy: boolean;
  /** Read from a state, where what the provider chose stands beside what was asked for, and nothing tells them apart. */
  readonly fromState: boolean;
}

/** The natives of one group, as cursors. */
export interface Cursors {
  readonly anchor: Cursor;
  /** Owned and shared natives of a type, in address order. */
  of(type: string): readonly Cursor[];
}

/** Collects what `raise` found. Unknowns anywhere inside a value become holes of that prop path and are left out of the value. */
export interface PropsBuilder {
  /** Asked for by the configuration. Undefined is skipped. */
  set(path: string, value: Tree | undefined): void;
  /** Held but not asked for (a guarantee, a default of the provider): compared as a value that came back, never lost. */
  hold(path: string, value: Tree | undefined): void;
}

export interface RaiseContext {
  readonly props: PropsBuilder;
  /** The reference a value stands for: a component of the estate, or something external. Undefined when the value is. */
  reference(value: Tree | undefined, output?: string): Reference | undefined;
  /** The same where the provider takes names: a text may be what the only component of the kind that is called so is called. */
  called(kind: Kind, value: Tree | undefined): Reference | undefined;
  /** What the cloud promises for this prop given the natives (`guarantees.ts`); holds it. */
  guarantee(prop: string): void;
  /** The neutral value behind a native name of a catalogue; an Unknown when the catalogue does not list it. */
  offered(catalogue: string, native: Tree | undefined): Tree | undefined;
  diagnostic(d: Omit<Diagnostic, "source">): void;
}

/** What raising a group gave. Props are plain and partial; holes travel beside. */
export interface Raised<K extends Kind = Kind> {
  readonly component: {
    readonly kind: K;
    readonly id: string;
    readonly props: Partial<Props<K>>;
    /** Names of the top-level props asked for; `requested ⊆ keys of props ∪ holes`. */
    readonly requested: ReadonlySet<string>;
    readonly attachedTo?: "external";
  } | null;
  readonly holes: readonly PropHole[];
  readonly outline?: Outline;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is known of the props with holes, beside what must not be built from: items of a list are in it that without their holes would mean more. */
export interface Outline {
  readonly props: Readonly<Record<string, unknown>>;
  /** Where the holes stand, without list positions. */
  readonly unknown: readonly string[];
}

/** A hole at a path of a component's props. */
export interface PropHole {
  readonly path: string;
  readonly expression: string;
  readonly at: Location;
}

/** A component whose props are complete: what `lower` takes. */
export interface Complete<K extends Kind = Kind> {
  readonly kind: K;
  readonly id: string;
  readonly props: Props<K>;
  readonly requested: ReadonlySet<string>;
}

export interface Variable {
  readonly name: string;
  readonly type: "string" | "number" | "bool" | "list(string)";
  readonly description: string;
  readonly sensitive?: boolean;
  readonly default?: string | number | boolean | readonly string[];
}

export interface LowerContext {
  /** Region of the deployment, in the cloud's own name. */
  readonly region: string;
  /**
   * Makes a native of this component, named after it (`part` tells natives of one type apart; default: none).
   * Undefined values are left out. References are written with `ref`.
   */
  native(type: string, args: { readonly [key: string]: Tree | undefined }, options?: NativeOptions): Native;
  /** Physical default name for this component, valid for most services: lower case, digits, hyphens, at most 40 characters. */
  name(part?: string): string;
  /** The value of a reference on this cloud: the other component's output, or a variable for something external. */
  output(reference: Reference): Tree;
  /** Nearest value the catalogue offers: the native name to write. `wanted` undefined = the catalogue's preferred value. */
  pick(catalogue: string, wanted: Tree | undefined): Picked;
  /** A variable of the synthesised code; the returned Unknown is its use (`var.name`). */
  variable(variable: Variable): Unknown;
  /** Components of the workload that refer to this one; none where it stands alone. */
  readonly users: readonly Complete[];
  /** Components of the workload that this one refers to; none where it stands alone. */
  readonly uses: readonly Complete[];
  /** Says that a disk is written larger than was asked for, because its speed grows with its size. In GiB. */
  enlarged(asked: number, written: number): void;
  /** Whether a native that buys something may be written. False: it is left out, and people are told what (`what`: "the zone …"). */
  order(what: string): boolean;
}

export interface NativeOptions {
  readonly part?: string;
  /** `data`: looked up at the cloud, not made. Default: managed. */
  readonly mode?: Native["mode"];
  readonly merge?: string;
  readonly preventDestroy?: boolean;
  /** Arguments that change at the cloud by themselves and must not be changed back: the image a machine was made of. */
  readonly ignoreChanges?: readonly string[];
  readonly dependsOn?: readonly Native[];
  /** Natives of these types of components referred to that must stand first, though no argument names them: a gateway. */
  readonly after?: { readonly of: readonly Reference[]; readonly types: readonly string[] } | undefined;
}

export interface Picked {
  readonly native: string;
  readonly value: Tree;
  /** False when the value wanted is not offered and a neighbour was taken. */
  readonly exact: boolean;
  /** Nothing that is offered is near: this is what the catalogue prefers. */
  readonly standsIn?: true;
}

/** An intended change of form between what is read and what the same cloud's `lower` writes. */
export interface Rewrite {
  /** `type.path` as read. */
  readonly from: string;
  /** `type.path` as written; null when the same promise is kept by writing nothing. */
  readonly to: string | null;
  /** Value pairs read → written. Absent: any value, the form alone changes. */
  readonly values?: readonly (readonly [Tree, Tree])[];
  readonly why: string;
}

/** A requested prop this cloud cannot satisfy. Laws check that declared and computed losses are the same. */
export interface Loss {
  /** Dotted prop path without list positions; covers everything below it. */
  readonly path: string;
  when?(props: Record<string, unknown>): boolean;
  readonly severity: "blocks" | "degrades" | "cosmetic";
  readonly class: GapClass;
  readonly why: string;
  /** What to do instead, one sentence. */
  readonly instead: string;
  readonly citation: Citation;
}

/** How data leaves and enters a component on this cloud, for the migration planner. */
export interface ExitFacts {
  /** How clients reach the data: `{name}`, `{region}`, `{host}` are replaced. */
  readonly endpoint: string;
  /** The region's name in the endpoint, where it is not the deployment's in lower case. */
  endpointRegion?(region: string): string;
  /** Environment variables that carry credentials (never values). */
  readonly credentials: readonly string[];
  /** Methods by which data can leave and enter, best first: ids of `dataMovement.methods` in the effort model. */
  readonly export: readonly { readonly method: string; readonly note: string; readonly citation: Citation }[];
  readonly import: readonly { readonly method: string; readonly note: string; readonly citation: Citation }[];
  /** Native types of which a component carries one only, though each holds data of its own (a second database of a server): what is left over moves by itself. Default: none. */
  readonly alsoHolds?: readonly string[];
  /** Shown on every step that touches a component they threaten. */
  readonly hazards: readonly Hazard[];
}

/** What can go wrong or destroys data. */
export interface Hazard {
  readonly text: string;
  /**
   * What it speaks of: any one of these, all of whose places hold. A place is a native's on this cloud (`type.path`, or `type` alone),
   * a prop's (`kind.path`, in any item of lists) or a stated fact's (`facts.archived`). "present" and "absent" ask whether something
   * is there; "perhaps": what is there hides the answer (an image of one's own). What a hole decides is possible, never gone.
   * Default: every component of the kind.
   */
  readonly when?: readonly Readonly<Record<string, Tree>>[];
  readonly citation: Citation;
}

export interface Implementation<K extends Kind> {
  readonly claims: readonly Claim[];
  lower(component: Complete<K>, ctx: LowerContext): readonly Native[];
  raise(group: Cursors, ctx: RaiseContext): void;
  /** What other components may refer to, as an expression on this cloud's natives; undefined where none that was written says it: a variable stands for it. */
  readonly outputs: Readonly<
    Record<string, (natives: readonly Native[], item?: string, user?: Complete) => Tree | undefined>
  >;
  /** What components of this cloud alone ask of it, and no workload can name: the same, for `ctx.output`. */
  readonly inner?: Readonly<Record<string, (natives: readonly Native[], item?: string) => Tree | undefined>>;
  /** Which output a reference to one of the component's natives (`group`: all of them, the anchor first) means. Default: what `raise` asks for, else the kind's first. */
  named?(native: Native, group: readonly Native[]): { readonly output: string; readonly item?: string } | undefined;
  /** It is written once in each zone where what refers to it stands, and read as one of each zone. Default: false. */
  readonly inEachZone?: boolean;
  readonly rewrites: readonly Rewrite[];
  readonly losses: readonly Loss[];
  readonly exit: ExitFacts;
}

export interface Unsupported {
  readonly unsupported: string;
  readonly substitute: { readonly what: string; readonly class: GapClass } | null;
  readonly citation: Citation;
}

export type KindTable = { readonly [K in Kind]: Implementation<K> | Unsupported };
/** A private cloud may leave kinds out: a missing one is "unsupported: not written". */
export type PartialKindTable = { readonly [K in Kind]?: Implementation<K> | Unsupported };

/** One offered value. `value` is neutral; `native` is how the cloud names it. */
export interface Offer {
  readonly native: string;
  readonly value: Tree;
  /** Order of preference where several offers satisfy equally (default 0, lower first): price or generation. */
  readonly rank?: number;
  /** Values that nobody here offers and that this comes nearest to: words have no order of their own. */
  readonly nearestTo?: readonly Tree[];
  /** Read back, never picked: still accepted or seen in estates, no longer sold. */
  readonly legacy?: boolean;
}

export interface Catalogue {
  /** How a wanted value is matched to the nearest offer: of those that suffice the smallest, or the smallest of the first rank. */
  readonly match: "exact-or-next" | "smallest-sufficient" | "first-sufficient";
  /** Native name taken when nothing is asked for. */
  readonly preferred?: string;
  readonly offers: readonly Offer[];
  readonly citation: Citation;
}

export type Decisive = Readonly<Record<string, readonly Tree[] | { readonly beside: readonly Tree[] }>>;

/** What a cloud promises without being told, or by being told: dated data, never code. */
export interface Guarantee {
  readonly kind: Kind;
  readonly prop: string;
  /** `type.path` → value that must hold; "absent" and "present" ask for configuration; `{ atLeast }` for numbers. */
  readonly when: Readonly<Record<string, Tree | { readonly atLeast: number } | "absent" | "present">>;
  readonly gives: Tree;
  readonly citation: Citation;
}

/** What a cloud has of a kind still to come, by prop and region. A prop that is left out: nobody looked. */
export interface Offered {
  readonly has: Readonly<Record<string, readonly string[] | "everywhere">>;
  readonly citation: Citation;
}

/** A native type that belongs to no implemented kind. */
export interface ForeignType {
  /** What it is, in the words of its vendor. */
  readonly what: string;
  /** Id of the effort model's foreignClasses, or the mapping key of a kind still to come. */
  readonly class?: string;
  readonly mappingKey?: string;
  /** What replaces it, per target cloud id. */
  readonly instead: Readonly<Record<string, string>>;
  /** Lead times of the effort model that its replacement brings. */
  readonly waits?: readonly string[];
  readonly drivers: readonly string[];
  /** What its arguments show of the kind still to come. */
  readonly shows?: Shows;
  /** It makes what a template says: where that stands whole (`body`), and where else it is named. */
  readonly makes?: {
    readonly body?: string;
    readonly elsewhere: readonly string[];
    /** How the provider may call one of the template's own types, without underscores; "more": it makes what the template does not list. */
    like(type: string): readonly string[] | "more";
  };
  readonly citation: Citation;
}

/** What somebody qualified or certified, by native type: never a whole cloud. */
export interface Qualification {
  /** As its referential writes it; `--require` takes it in lower case, words joined by hyphens. */
  readonly name: string;
  /** What it covers, in a sentence. */
  readonly scope: string;
  /** Native types that run on what it covers. Empty: no type of the providers does. */
  readonly types: readonly string[];
  /** Regions it holds in, as the cloud names them. Default: all. */
  readonly regions?: readonly string[];
  /** What natives must say, as for a guarantee. Default: nothing. */
  readonly when?: Guarantee["when"];
  /** What it asks besides that no code shows: a contract, a way of working. Default: nothing. */
  readonly asks?: string;
  /** YYYY-MM-DD, the last day it holds. Null: no page that was read says so, and it is not counted on. */
  readonly expires: string | null;
  readonly citation: Citation;
}

export interface Jurisdiction {
  /** Who runs it; of what runs on its user's hosts, whose software that is. */
  readonly operator: string;
  /** It runs on hosts of its user: no provider owes notice, transition or egress. Absent: it is a service. */
  readonly ownHosts?: true;
  /** ISO 3166 country of ultimate control; with `ownHosts`, of who licenses the software. */
  readonly controlledFrom: string;
  readonly regions: Readonly<
    Record<string, { readonly place: string; readonly country: string; readonly zones: number }>
  >;
  /**
   * Regions that another company runs, with accounts and prices of their own, by how their names begin: one may leave them, and
   * is not led there. Default: none.
   */
  readonly runByOthers?: Readonly<Record<string, RunByOthers>>;
  readonly qualifications: readonly Qualification[];
  readonly citation: Citation;
}

export interface RunByOthers {
  readonly place: string;
  readonly country: string;
  readonly operator: string;
  /** ISO 3166 country of ultimate control. */
  readonly controlledFrom: string;
  readonly citation: Citation;
}

/** A block of a provider schema (`providers/<cloud>/schema`). */
export interface SchemaBlock {
  readonly attributes?: Readonly<Record<string, SchemaAttribute>>;
  readonly block_types?: Readonly<
    Record<
      string,
      { nesting_mode: "single" | "list" | "set" | "map"; min_items?: number; max_items?: number; block: SchemaBlock }
    >
  >;
}
export interface SchemaAttribute {
  readonly type?: unknown;
  readonly nested_type?: {
    nesting_mode: "single" | "list" | "set" | "map";
    attributes: Readonly<Record<string, SchemaAttribute>>;
  };
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
  readonly write_only?: boolean;
}
export interface Semantics {
  readonly force_new?: boolean;
  readonly default?: Tree;
  readonly values?: readonly Tree[];
  readonly validator?: string;
  readonly conflicts_with?: readonly string[];
  readonly exactly_one_of?: readonly string[];
  readonly at_least_one_of?: readonly string[];
  readonly required_with?: readonly string[];
  readonly min_items?: number;
  readonly max_items?: number;
  readonly sensitive?: boolean;
  /** A block the provider fills in where nobody sets it: found by planning the type from nothing. */
  readonly computed?: boolean;
  /** `false` or 0 in a state is what was asked for, or what there is: nothing at all means something else. */
  readonly zero?: boolean;
}
export interface ResourceSchema {
  readonly version: number;
  readonly block: SchemaBlock;
  readonly semantics?: Readonly<Record<string, Semantics>>;
}
export interface ProviderSchema {
  readonly provider: string;
  readonly version: string;
  readonly date: string;
  readonly provider_schema?: { readonly block: SchemaBlock };
  readonly resource_schemas: Readonly<Record<string, ResourceSchema>>;
  readonly data_source_schemas?: Readonly<Record<string, ResourceSchema>>;
}

/** A Terraform provider a cloud's code needs. */
export interface TerraformProvider {
  /** Short name, the prefix of its types: `aws`. */
  readonly name: string;
  /** `hashicorp/aws` */
  readonly source: string;
  readonly versions: string;
  /** Schema, read once and kept. */
  schema(): ProviderSchema;
  /** Arguments of the provider block: the region only. */
  block(region: string): Args;
  /** Region that attributes of a resource tell where no configuration does, as in a state. Default: none. */
  regionTold?(args: Args): string | undefined;
  /** Services, as its `endpoints` name them, of types that do not begin with that name. Default: none. */
  readonly services?: readonly { readonly name: string; readonly types: RegExp }[];
  /** Other clouds are run with it too: what a region of this one is called. Absent: whoever uses it stands here. */
  readonly sharedBy?: { readonly ownRegions: RegExp };
  /** Where the provider is also a Pulumi package. */
  readonly pulumi?: PulumiPackage;
}

/** What stands for an attribute where code leaves it out. */
export interface Implied {
  readonly attribute: string;
  of(native: Native, index: Pick<NativeIndex, "targets">): Tree | undefined;
}

export interface Cloud {
  readonly id: string;
  readonly title: string;
  /** Short provider names whose natives belong to this cloud, the first being the main one. */
  readonly providers: readonly TerraformProvider[];
  /**
   * Short names of further providers of the same cloud, of whose types nothing is known: they count as its own of unknown type.
   * No code is written for them. Default: none.
   */
  readonly unreadProviders?: readonly string[];
  readonly defaultRegion: string;
  /** Where natives say their region. Default: `region`. */
  readonly regionPaths?: readonly string[];
  readonly kinds: KindTable | PartialKindTable;
  readonly catalogues: Readonly<Record<string, Catalogue>>;
  readonly guarantees: readonly Guarantee[];
  readonly foreign: Readonly<Record<string, ForeignType>>;
  /** By mapping key: what stands here for kinds still to come of others. `managed`: run as a service; `privateNetwork`: it reaches private addresses. */
  readonly offered?: Readonly<Record<string, Offered>>;
  /** By native type: the places where `false` or 0 in a state says something. Elsewhere a state writes them where nobody said anything. */
  readonly zeros?: Readonly<Record<string, readonly string[]>>;
  /** Class of a residue or coarsened leaf by `type.path`; the longest prefix wins; default `setting`. */
  readonly leafClasses: Readonly<Record<string, GapClass>>;
  /**
   * By `type.path`: values that a place may have where nobody knows, each of which reads as something else (what a listener does);
   * `beside`: what stands there elsewhere in the group too (a zone). Default: no place decides what stands beside it.
   */
  readonly decisive?: Decisive;
  /** What somebody works with, by type or `type.path`: a login, a route, a copy. Nobody does without it to leave sooner. Default: none. */
  readonly inUse?: readonly string[];
  /** By native type: the attribute that tells whether it runs, and what it says where it does not. Default: nothing is known to be off. */
  readonly off?: Readonly<Record<string, SaysOff>>;
  readonly jurisdiction: Jurisdiction;
  /** What it charges. Absent: nothing of it is priced. */
  readonly prices?: PriceList;
  /** By native type: the attribute whose value is the id that `import` takes. Default: `id`. */
  readonly importIds?: Readonly<Record<string, string>>;
  /** By `type.attribute`: lists of which code tells how many elements they have. Default: none. */
  readonly elements?: Readonly<Record<string, Elements>>;
  /** By native type: an attribute that code may leave out, and what others say it is for certain; undefined where they do not. Default: none. */
  readonly implied?: Readonly<Record<string, Implied>>;
  /** What shows that something the exit itself needs stands here. Default: nothing but kinds and foreign types do. */
  readonly signs?: DependencySigns;
  /** Engine `synth` writes for by default. */
  readonly engine: "terraform" | "pulumi";
  /** A cloud one leaves but never goes to has no `lower`. */
  readonly sourceOnly?: boolean;
  /** What this cloud alone asks of components of one workload in a region of its, given in the order of their ids. Default: nothing. */
  settle?(components: readonly Authored[], region: string): Settled;
  /** Natives of this cloud for the machines of an inventory. At most one cloud of a list has it. */
  machinesListed?(inventory: MachineInventory): readonly Native[];
}

/** A workload that a cloud can make, and what of the one asked for it cannot. */
export interface Settled {
  readonly components: readonly Authored[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface SaysOff {
  readonly attribute: string;
  /** In small letters. */
  readonly words: readonly string[];
}

export type { Hole, Ref };

export function isImplemented<K extends Kind>(
  entry: Implementation<K> | Unsupported | undefined,
): entry is Implementation<K> {
  return entry !== undefined && "raise" in entry;
}
