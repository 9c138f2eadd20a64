import type { z } from "zod";
import { isRef, type Ref, type Reference } from "../constructs/component.ts";
import { compareText, type Diagnostic } from "../constructs/diagnostic.ts";
import { type Kind, kinds, type Props } from "../constructs/kinds.ts";
import { oneLine } from "../constructs/one-line.ts";
import { fieldsOf } from "../constructs/satisfies.ts";
import { offered } from "./catalogue.ts";
import type { Group } from "./group.ts";
import { guaranteed } from "./guarantee.ts";
import { ledTo } from "./leads-to.ts";
import { isList, isObject, type Native, nativeId, REDACTED, type Tree, Unknown } from "./native.ts";
import { type Neighbours, noNeighbours, outside, reference, referenceTo } from "./neighbours.ts";
import { joinPath } from "./paths.ts";
import type { Cloud, Cursors, Outline, PropHole, RaiseContext, Raised } from "./provider.ts";
import { isImplemented } from "./provider.ts";
import { Recorder } from "./recorder.ts";
import { nameOf } from "./references.ts";

/** What a group raised to, and what was done with each of its leaves. */
export interface RaisedGroup extends Raised {
  /** One per native, anchor first. */
  readonly recorders: readonly Recorder[];
}

/** Id of a group's component: its anchor, or the first owned native of a fragment. */
export function idOf(group: Group): string {
  return nativeId(first(group));
}

function first(group: Group): Native {
  const native = group.anchor ?? group.owned[0];
  if (!native) throw new Error("a group has no native");
  return native;
}

/** Reads a group with its cloud's `raise`. Never throws on what a user's input can hold. */
export function raiseGroup(group: Group, cloud: Cloud, neighbours: Neighbours = noNeighbours): RaisedGroup {
  const entry = cloud.kinds[group.kind];
  if (!isImplemented(entry)) throw new Error(`${cloud.id} has no ${group.kind}`);
  const lead = first(group);
  const natives = [lead, ...group.owned.filter((n) => n !== lead), ...group.shared];
  const recorders = natives.map((n) => new Recorder(n));
  const builder = new Builder(group.kind, lead, neighbours);
  const diagnostics: Diagnostic[] = [];
  const byType = Map.groupBy(recorders, (r) => r.native.type);
  const cursors: Cursors = {
    anchor: (recorders[0] as Recorder).cursor(),
    of: (type) =>
      [...(byType.get(type) ?? [])]
        .sort((a, b) => compareText(a.native.address, b.native.address))
        .map((r) => r.cursor()),
  };
  const context: RaiseContext = {
    props: builder,
    reference: (value, output) => builder.leading(value, reference(value, output, lead.root, recorders, neighbours)),
    called: (kind, value) => {
      const named = context.reference(value);
      const component = value === undefined || isRef(named) ? undefined : neighbours.called(kind, value, lead);
      return component ? builder.leading(value, referenceTo(component, undefined)) : named;
    },
    guarantee: (prop) => {
      const found = guaranteed(cloud, group.kind, prop, natives);
      if (found?.configured) builder.ask(prop, found.gives);
      else builder.hold(prop, found?.gives);
    },
    offered: (catalogue, native) => {
      const offers = cloud.catalogues[catalogue];
      return offers ? offered(offers, native) : native === undefined ? undefined : new Unknown(JSON.stringify(native));
    },
    diagnostic: (d) => diagnostics.push({ ...d, source: lead.at }),
  };
  entry.raise(cursors, context);
  for (const { native, path } of group.edges) recorders.find((r) => r.native === native)?.markEdge(path);
  const { props, requested, holes, outline, problems } = builder.done();
  return {
    component: {
      kind: group.kind,
      id: idOf(group),
      props: props as Partial<Props<Kind>>,
      requested,
      ...(group.anchor ? {} : { attachedTo: "external" as const }),
    },
    holes,
    ...(holes.length > 0 ? { outline } : {}),
    diagnostics: [...diagnostics, ...problems],
    recorders,
  };
}

/** Props as `raise` hands them over, holes beside. */
class Builder {
  private readonly kind: Kind;
  private readonly native: Native;
  private readonly props: Record<string, Tree> = {};
  private readonly requested = new Set<string>();
  private readonly holes = new Map<string, PropHole>();
  private readonly outlines: Record<string, Tree> = {};
  private readonly unknown = new Set<string>();
  private readonly neighbours: Neighbours;
  private readonly said = new WeakMap<Reference, Tree>();

  constructor(kind: Kind, native: Native, neighbours: Neighbours) {
    this.kind = kind;
    this.native = native;
    this.neighbours = neighbours;
  }

  /** Remembers what the code says where a reference was read. */
  leading(value: Tree | undefined, to: Reference | undefined): Reference | undefined {
    if (to && value !== undefined) this.said.set(to, value);
    return to;
  }

  set(path: string, value: Tree | undefined): void {
    if (value === undefined) return;
    this.requested.add(topOf(path));
    this.put(path, value);
  }

  hold(path: string, value: Tree | undefined): void {
    if (value !== undefined && !(path in this.props) && !this.requested.has(topOf(path))) this.put(path, value);
  }

  /** A promise that rests on a setting: asked for, unless the setting itself was read. */
  ask(path: string, value: Tree): void {
    if (!this.requested.has(topOf(path))) this.set(path, value);
  }

  done(): {
    props: Record<string, Tree>;
    requested: Set<string>;
    holes: PropHole[];
    outline: Outline;
    problems: Diagnostic[];
  } {
    const problems: Diagnostic[] = [];
    const open = new Set([...this.holes.values()].map((h) => topOf(h.path)));
    const fields = fieldsOf(kinds[this.kind].props);
    for (const [name, value] of Object.entries(this.props)) {
      const field = fields?.[name];
      const meant = field ? this.meant(field, value) : value;
      this.props[name] = meant;
      if (open.has(name)) continue;
      const parsed = field?.safeParse(meant);
      if (parsed?.success) this.props[name] = parsed.data as Tree;
      else {
        delete this.props[name];
        this.hole(name, JSON.stringify(value));
        this.unknown.add(name);
        problems.push(this.outsideVocabulary(name, value));
      }
    }
    const holes = [...this.holes.values()].sort(
      (a, b) => compareText(a.path, b.path) || compareText(a.expression, b.expression),
    );
    const outline = {
      props: Object.fromEntries(Object.entries(this.outlines).filter(([name]) => holes.some((h) => h.path === name))),
      unknown: [...this.unknown].sort(compareText),
    };
    return { props: this.props, requested: this.requested, holes, outline, problems };
  }

  private meant(field: z.ZodType, value: Tree): Tree {
    const called = (ref: Ref) => outside(this.said.get(ref) ?? nameOf(ref));
    return ledTo(field, value, this.neighbours.whole, called) as Tree;
  }

  private put(path: string, value: Tree): void {
    const known = this.split(path, value);
    if (known !== undefined) this.props[path] = known;
    const outline = this.outlined(value, path);
    if (outline !== undefined) this.outlines[path] = outline;
  }

  /** All that is known of a value, and where the rest stands. */
  private outlined(value: Tree, at: string): Tree | undefined {
    if (value instanceof Unknown) {
      if (value.options.parts !== undefined) return this.outlined(value.options.parts, at);
      this.unknown.add(at);
      return undefined;
    }
    if (isList(value)) return value.map((item) => this.outlined(item, at)).filter((item) => item !== undefined);
    if (!isObject(value)) return value ?? undefined;
    const entries = Object.entries(value).map(
      ([key, inside]) => [key, this.outlined(inside, joinPath(at, key))] as const,
    );
    return Object.fromEntries(entries.filter((e): e is [string, Tree] => e[1] !== undefined));
  }

  /** What is known of a value; each Unknown inside becomes a hole of the prop. */
  private split(path: string, value: Tree): Tree | undefined {
    if (value instanceof Unknown) {
      this.hole(path, value.options.redacted ? `${value.expression || "a secret"}${REDACTED}` : value.expression);
      return undefined;
    }
    if (isList(value)) {
      const items = value.map((v) => this.split(path, v)).filter((v) => v !== undefined);
      // A list of which nothing is known is no empty list, and so with an object.
      return items.length === 0 && value.length > 0 ? undefined : items;
    }
    if (!isObject(value) || this.said.has(value as unknown as Reference)) return value === null ? undefined : value;
    const entries = Object.entries(value).map(([k, v]) => [k, this.split(path, v)] as const);
    const found = entries.filter((e): e is [string, Tree] => e[1] !== undefined);
    return found.length === 0 && entries.length > 0 ? undefined : Object.fromEntries(found);
  }

  private hole(path: string, expression: string): void {
    this.holes.set(joinPath(path, expression), { path, expression, at: this.native.at });
  }

  private outsideVocabulary(prop: string, value: Tree): Diagnostic {
    return {
      severity: "warning",
      code: "EX0302",
      summary: "A value has no place in the vocabulary",
      detail: `${prop} is ${oneLine(JSON.stringify(value))}, which the kind ${this.kind} does not allow. It is counted as not known; look at it by hand.`,
      address: this.native.address,
      source: this.native.at,
    };
  }
}

function topOf(path: string): string {
  return path.split(".")[0] ?? path;
}
