import type { Diagnostic, Location } from "../constructs/diagnostic.ts";
import type { Kind } from "../constructs/kinds.ts";
import type { SeenSign } from "./dependency-signs.ts";
import type { EmptyResource, Hole, Native, Tree } from "./native.ts";
import type { GapClass, Loss, Outline, PropHole } from "./provider.ts";
import type { Shown } from "./shows.ts";

/** A configured leaf of a native: where it stands and what was written there. */
export interface LeafGap {
  /** Address of the native within its root. */
  readonly address: string;
  readonly root: string;
  readonly type: string;
  /** Dotted path inside the native. */
  readonly path: string;
  readonly class: GapClass;
  /** What is one piece of work, however many leaves stand in it: the place that has the class (a policy's statements), else the leaf without list positions. */
  readonly place: string;
}

/** A component of the estate, as its cloud's `raise` reads it. */
export interface FoundComponent {
  readonly kind: Kind;
  /** `root:address` of the anchor (of the first owned native for a fragment). */
  readonly id: string;
  readonly at: Location;
  /** Natives it is made of; shared ones are in `shared`. */
  readonly natives: readonly Native[];
  readonly shared: readonly Native[];
  readonly props: Readonly<Record<string, unknown>>;
  readonly requested: ReadonlySet<string>;
  readonly holes: readonly PropHole[];
  /** Default: the props, each hole a prop as a whole. */
  readonly outline?: Outline;
  /** What it reads as for values of decisive places that nobody knows: one list per place. Default: none. */
  readonly readings?: readonly (readonly Reading[])[];
  readonly attachedTo?: "external";
  /** Region of the anchor where it is known. */
  readonly region?: string;
  readonly residue: readonly LeafGap[];
  /** Leaves read that the same cloud's `lower` does not write back with an equal value. */
  readonly coarsened: readonly (LeafGap & { readonly read: Tree; readonly written: Tree | undefined })[];
  /** Leaves read that nobody knows and that may be such. Default: none. */
  readonly mayCoarsen?: readonly LeafGap[];
  /** Leaves set aside on purpose, with why. */
  readonly ignored: readonly (LeafGap & { readonly why: string })[];
  /** Optional and computed leaves of a state that nobody may have asked for. */
  readonly providerChosen: number;
  /** Ids of natives without which it reads the same: none names them, and they name none but the anchor. Default: none. */
  readonly detachable?: ReadonlySet<string>;
  /** Its source says that it is switched off. */
  readonly off?: true;
}

/** A component as it reads when a place nobody knows has one value. */
export type Reading = Pick<FoundComponent, "props" | "requested" | "holes" | "outline" | "residue">;

/** What an estate contains, seen as one cloud. Pure function of estate and cloud. */
export interface Survey {
  readonly cloud: string;
  readonly components: readonly FoundComponent[];
  /** Natives of the source cloud with no implemented kind, described in `foreign.ts`. */
  readonly foreign: readonly ForeignGroup[];
  readonly elsewhere: readonly { readonly provider: string; readonly count: number }[];
  /** Types of the source cloud nobody described; natives that match no claim for certain are here with `ambiguous`. */
  readonly unknown: readonly {
    readonly type: string;
    readonly natives: readonly Native[];
    readonly ambiguous?: boolean;
  }[];
  readonly empty: readonly EmptyResource[];
  readonly holes: readonly Hole[];
  /** What shows where something stands that the exit itself needs. */
  readonly signs: readonly SeenSign[];
  readonly counts: Counts;
  readonly diagnostics: readonly Diagnostic[];
}

export interface ForeignGroup {
  readonly type: string;
  readonly natives: readonly Native[];
  /** What each shows of a kind still to come, by prop. Left out: nothing. */
  readonly shown?: ReadonlyMap<Native, Readonly<Record<string, Shown>>>;
}

/** `natives` = recognised + foreign + elsewhere + unknown + unreadable; data sources and holes are counted apart. */
export interface Counts {
  readonly natives: number;
  readonly recognised: number;
  readonly foreign: number;
  readonly elsewhere: number;
  readonly unknown: number;
  readonly unreadable: number;
  readonly dataSources: number;
  readonly holes: number;
}

/** What a component becomes on a target. */
export interface Translation {
  /** Requested props the target does not satisfy. `depends` = the value, or another one that decides, is a hole and at least one witness loses. */
  readonly losses: readonly ComputedLoss[];
  /** The target's natives, from the component's props with holes filled by their first witness. */
  readonly natives: readonly Native[];
  /** What of them a hole decides: `address path` of leaves, `address` of whole natives. Default: nothing. */
  readonly open?: ReadonlySet<string>;
  /** Set when the target has no implementation of the kind. */
  readonly unsupported?: {
    readonly why: string;
    readonly substitute: { readonly what: string; readonly class: GapClass } | null;
  };
  readonly diagnostics: readonly Diagnostic[];
}

export interface ComputedLoss {
  /** Dotted prop path without list positions. */
  readonly path: string;
  readonly verdict: "lost" | "depends";
  /** How many items of a list it is, at most. Default: 1. */
  readonly times?: number;
  readonly asked: unknown;
  readonly got: unknown;
  /** Other props, which nobody knows, that decide whether it is lost: then it `depends`. */
  readonly on?: readonly string[];
  /** The cloud's explanation; undefined = a loss nobody declared (law 6 fails on it). */
  readonly declared?: Loss;
}
