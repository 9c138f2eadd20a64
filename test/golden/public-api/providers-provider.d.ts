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
export interface Citation {
    readonly source: string;
    readonly date: string;
}
export type GapClass = "setting" | "workaround" | "redesign" | "substitute" | "accept";
export interface Claim {
    readonly type: string;
    readonly mode?: "managed" | "data";
    readonly role: "anchor" | "owned" | "shared";
    when?(native: Peek): boolean | "unknown";
    readonly edge?: {
        readonly attr: string;
        readonly to: readonly string[];
        readonly by: readonly string[];
        readonly global?: boolean;
    } | {
        readonly from: string;
        readonly attr: string;
        readonly by: readonly string[];
        readonly alone?: boolean;
    };
}
export type Peek = (path: string) => Tree | undefined;
export interface Cursor {
    readonly type: string;
    readonly address: string;
    readonly at: Location;
    read(path: string): Tree | undefined;
    expect(path: string, constant: Tree): boolean;
    ignore(path: string, why: string): void;
    each(path: string): readonly Cursor[];
    json(path: string): Cursor | undefined;
    has(path: string): boolean;
    is(path: string, constant: Tree): boolean;
    names(path: string, other: Cursor): boolean;
    readonly preventDestroy: boolean;
    readonly fromState: boolean;
}
export interface Cursors {
    readonly anchor: Cursor;
    of(type: string): readonly Cursor[];
}
export interface PropsBuilder {
    set(path: string, value: Tree | undefined): void;
    hold(path: string, value: Tree | undefined): void;
}
export interface RaiseContext {
    readonly props: PropsBuilder;
    reference(value: Tree | undefined, output?: string): Reference | undefined;
    called(kind: Kind, value: Tree | undefined): Reference | undefined;
    guarantee(prop: string): void;
    offered(catalogue: string, native: Tree | undefined): Tree | undefined;
    diagnostic(d: Omit<Diagnostic, "source">): void;
}
export interface Raised<K extends Kind = Kind> {
    readonly component: {
        readonly kind: K;
        readonly id: string;
        readonly props: Partial<Props<K>>;
        readonly requested: ReadonlySet<string>;
        readonly attachedTo?: "external";
    } | null;
    readonly holes: readonly PropHole[];
    readonly outline?: Outline;
    readonly diagnostics: readonly Diagnostic[];
}
export interface Outline {
    readonly props: Readonly<Record<string, unknown>>;
    readonly unknown: readonly string[];
}
export interface PropHole {
    readonly path: string;
    readonly expression: string;
    readonly at: Location;
}
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
    readonly region: string;
    native(type: string, args: {
        readonly [key: string]: Tree | undefined;
    }, options?: NativeOptions): Native;
    name(part?: string): string;
    output(reference: Reference): Tree;
    pick(catalogue: string, wanted: Tree | undefined): Picked;
    variable(variable: Variable): Unknown;
    readonly users: readonly Complete[];
    readonly uses: readonly Complete[];
    enlarged(asked: number, written: number): void;
    order(what: string): boolean;
}
export interface NativeOptions {
    readonly part?: string;
    readonly mode?: Native["mode"];
    readonly merge?: string;
    readonly preventDestroy?: boolean;
    readonly ignoreChanges?: readonly string[];
    readonly dependsOn?: readonly Native[];
    readonly after?: {
        readonly of: readonly Reference[];
        readonly types: readonly string[];
    } | undefined;
}
export interface Picked {
    readonly native: string;
    readonly value: Tree;
    readonly exact: boolean;
    readonly standsIn?: true;
}
export interface Rewrite {
    readonly from: string;
    readonly to: string | null;
    readonly values?: readonly (readonly [Tree, Tree])[];
    readonly why: string;
}
export interface Loss {
    readonly path: string;
    when?(props: Record<string, unknown>): boolean;
    readonly severity: "blocks" | "degrades" | "cosmetic";
    readonly class: GapClass;
    readonly why: string;
    readonly instead: string;
    readonly citation: Citation;
}
export interface ExitFacts {
    readonly endpoint: string;
    endpointRegion?(region: string): string;
    readonly credentials: readonly string[];
    readonly export: readonly {
        readonly method: string;
        readonly note: string;
        readonly citation: Citation;
    }[];
    readonly import: readonly {
        readonly method: string;
        readonly note: string;
        readonly citation: Citation;
    }[];
    readonly alsoHolds?: readonly string[];
    readonly hazards: readonly Hazard[];
}
export interface Hazard {
    readonly text: string;
    readonly when?: readonly Readonly<Record<string, Tree>>[];
    readonly citation: Citation;
}
export interface Implementation<K extends Kind> {
    readonly claims: readonly Claim[];
    lower(component: Complete<K>, ctx: LowerContext): readonly Native[];
    raise(group: Cursors, ctx: RaiseContext): void;
    readonly outputs: Readonly<Record<string, (natives: readonly Native[], item?: string, user?: Complete) => Tree | undefined>>;
    readonly inner?: Readonly<Record<string, (natives: readonly Native[], item?: string) => Tree | undefined>>;
    named?(native: Native, group: readonly Native[]): {
        readonly output: string;
        readonly item?: string;
    } | undefined;
    readonly inEachZone?: boolean;
    readonly rewrites: readonly Rewrite[];
    readonly losses: readonly Loss[];
    readonly exit: ExitFacts;
}
export interface Unsupported {
    readonly unsupported: string;
    readonly substitute: {
        readonly what: string;
        readonly class: GapClass;
    } | null;
    readonly citation: Citation;
}
export type KindTable = {
    readonly [K in Kind]: Implementation<K> | Unsupported;
};
export type PartialKindTable = {
    readonly [K in Kind]?: Implementation<K> | Unsupported;
};
export interface Offer {
    readonly native: string;
    readonly value: Tree;
    readonly rank?: number;
    readonly nearestTo?: readonly Tree[];
    readonly legacy?: boolean;
}
export interface Catalogue {
    readonly match: "exact-or-next" | "smallest-sufficient" | "first-sufficient";
    readonly preferred?: string;
    readonly offers: readonly Offer[];
    readonly citation: Citation;
}
export type Decisive = Readonly<Record<string, readonly Tree[] | {
    readonly beside: readonly Tree[];
}>>;
export interface Guarantee {
    readonly kind: Kind;
    readonly prop: string;
    readonly when: Readonly<Record<string, Tree | {
        readonly atLeast: number;
    } | "absent" | "present">>;
    readonly gives: Tree;
    readonly citation: Citation;
}
export interface Offered {
    readonly has: Readonly<Record<string, readonly string[] | "everywhere">>;
    readonly citation: Citation;
}
export interface ForeignType {
    readonly what: string;
    readonly class?: string;
    readonly mappingKey?: string;
    readonly instead: Readonly<Record<string, string>>;
    readonly waits?: readonly string[];
    readonly drivers: readonly string[];
    readonly shows?: Shows;
    readonly makes?: {
        readonly body?: string;
        readonly elsewhere: readonly string[];
        like(type: string): readonly string[] | "more";
    };
    readonly citation: Citation;
}
export interface Qualification {
    readonly name: string;
    readonly scope: string;
    readonly types: readonly string[];
    readonly regions?: readonly string[];
    readonly when?: Guarantee["when"];
    readonly asks?: string;
    readonly expires: string | null;
    readonly citation: Citation;
}
export interface Jurisdiction {
    readonly operator: string;
    readonly ownHosts?: true;
    readonly controlledFrom: string;
    readonly regions: Readonly<Record<string, {
        readonly place: string;
        readonly country: string;
        readonly zones: number;
    }>>;
    readonly runByOthers?: Readonly<Record<string, RunByOthers>>;
    readonly qualifications: readonly Qualification[];
    readonly citation: Citation;
}
export interface RunByOthers {
    readonly place: string;
    readonly country: string;
    readonly operator: string;
    readonly controlledFrom: string;
    readonly citation: Citation;
}
export interface SchemaBlock {
    readonly attributes?: Readonly<Record<string, SchemaAttribute>>;
    readonly block_types?: Readonly<Record<string, {
        nesting_mode: "single" | "list" | "set" | "map";
        min_items?: number;
        max_items?: number;
        block: SchemaBlock;
    }>>;
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
    readonly computed?: boolean;
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
    readonly provider_schema?: {
        readonly block: SchemaBlock;
    };
    readonly resource_schemas: Readonly<Record<string, ResourceSchema>>;
    readonly data_source_schemas?: Readonly<Record<string, ResourceSchema>>;
}
export interface TerraformProvider {
    readonly name: string;
    readonly source: string;
    readonly versions: string;
    schema(): ProviderSchema;
    block(region: string): Args;
    regionTold?(args: Args): string | undefined;
    readonly services?: readonly {
        readonly name: string;
        readonly types: RegExp;
    }[];
    readonly sharedBy?: {
        readonly ownRegions: RegExp;
    };
    readonly pulumi?: PulumiPackage;
}
export interface Implied {
    readonly attribute: string;
    of(native: Native, index: Pick<NativeIndex, "targets">): Tree | undefined;
}
export interface Cloud {
    readonly id: string;
    readonly title: string;
    readonly providers: readonly TerraformProvider[];
    readonly unreadProviders?: readonly string[];
    readonly defaultRegion: string;
    readonly regionPaths?: readonly string[];
    readonly kinds: KindTable | PartialKindTable;
    readonly catalogues: Readonly<Record<string, Catalogue>>;
    readonly guarantees: readonly Guarantee[];
    readonly foreign: Readonly<Record<string, ForeignType>>;
    readonly offered?: Readonly<Record<string, Offered>>;
    readonly zeros?: Readonly<Record<string, readonly string[]>>;
    readonly leafClasses: Readonly<Record<string, GapClass>>;
    readonly decisive?: Decisive;
    readonly inUse?: readonly string[];
    readonly off?: Readonly<Record<string, SaysOff>>;
    readonly jurisdiction: Jurisdiction;
    readonly prices?: PriceList;
    readonly importIds?: Readonly<Record<string, string>>;
    readonly elements?: Readonly<Record<string, Elements>>;
    readonly implied?: Readonly<Record<string, Implied>>;
    readonly signs?: DependencySigns;
    readonly engine: "terraform" | "pulumi";
    readonly sourceOnly?: boolean;
    settle?(components: readonly Authored[], region: string): Settled;
    machinesListed?(inventory: MachineInventory): readonly Native[];
}
export interface Settled {
    readonly components: readonly Authored[];
    readonly diagnostics: readonly Diagnostic[];
}
export interface SaysOff {
    readonly attribute: string;
    readonly words: readonly string[];
}
export type { Hole, Ref };
export declare function isImplemented<K extends Kind>(entry: Implementation<K> | Unsupported | undefined): entry is Implementation<K>;
