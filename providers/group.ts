import type { Diagnostic } from "../constructs/diagnostic.ts";
import { type Kind, kindNames } from "../constructs/kinds.ts";
import { type Native, nativeId, type Tree, Unknown } from "./native.ts";
import { genericPath, lookUp } from "./paths.ts";
import { type Claim, type Cloud, isImplemented, type Peek } from "./provider.ts";

/** The natives that make one component, before it is raised. */
export interface Group {
  readonly kind: Kind;
  readonly root: string;
  /** Undefined for a fragment: the anchor is not in the estate. */
  readonly anchor: Native | undefined;
  readonly owned: Native[];
  readonly shared: Native[];
  /** Leaves that tie natives together: (native id, path). */
  readonly edges: { readonly native: Native; readonly path: string }[];
}

export interface Grouping {
  readonly groups: readonly Group[];
  readonly ungrouped: readonly Native[];
  /** Natives whose claim depends on a value nobody knows. */
  readonly ambiguous: readonly Native[];
  readonly diagnostics: readonly Diagnostic[];
}

interface Claimed {
  readonly kind: Kind;
  readonly claim: Claim;
}

/** Finds the natives of each component by the cloud's claims. Natives are normalised; linear in their number. */
export function group(natives: readonly Native[], cloud: Cloud): Grouping {
  const claims = claimsByType(cloud);
  const index = new Index(natives);
  const memberOf = new Map<Native, Group>();
  const groups: Group[] = [];
  const ambiguous: Native[] = [];
  const diagnostics: Diagnostic[] = [];
  const pending: { native: Native; claimed: Claimed }[] = [];

  for (const native of natives) {
    const mine = (claims.get(native.type) ?? []).filter(({ claim }) => (claim.mode ?? "managed") === native.mode);
    const verdicts = mine.map((claimed) => ({ claimed, verdict: claimed.claim.when?.(peek(native)) ?? true }));
    const anchor = verdicts.find((v) => v.claimed.claim.role === "anchor" && v.verdict === true);
    if (anchor) {
      const made: Group = {
        kind: anchor.claimed.kind,
        root: native.root,
        anchor: native,
        owned: [],
        shared: [],
        edges: [],
      };
      groups.push(made);
      memberOf.set(native, made);
      continue;
    }
    const others = verdicts.filter((v) => v.claimed.claim.role !== "anchor" && v.verdict !== false);
    for (const { claimed } of others) pending.push({ native, claimed });
    if (others.length === 0 && verdicts.some((v) => v.verdict === "unknown")) ambiguous.push(native);
  }

  // Forward edges, until nothing joins any more: an owned native may hang on another owned one.
  const sharedBy = new Map<Native, Set<Group>>();
  const join = (native: Native, into: Group, claim: Claim, at: { native: Native; path: string }): boolean => {
    if (claim.role === "shared") {
      const known = sharedBy.get(native) ?? new Set();
      if (known.has(into)) {
        into.edges.push(at);
        return false;
      }
      sharedBy.set(native, known.add(into));
      into.shared.push(native);
    } else {
      const owner = memberOf.get(native);
      if (owner === into) return false;
      if (owner) {
        diagnostics.push(twoOwners(native, owner, into));
        return false;
      }
      memberOf.set(native, into);
      into.owned.push(native);
    }
    into.edges.push(at);
    return true;
  };
  let open = pending.filter(({ claimed }) => claimed.claim.edge && "to" in claimed.claim.edge);
  for (let moved = true; moved; ) {
    moved = false;
    const left: typeof open = [];
    for (const item of open) {
      const { claim, kind } = item.claimed;
      if (!claim.edge || !("to" in claim.edge) || (claim.role === "owned" && memberOf.has(item.native))) continue;
      const hits = index.targets(item.native, claim.edge.attr, claim.edge.to, claim.edge.by);
      const into = hits.targets.map((t) => memberOf.get(t)).find((g) => g?.kind === kind);
      if (into) moved = join(item.native, into, claim, { native: item.native, path: hits.path }) || moved;
      else left.push(item);
    }
    open = left;
  }

  // Reverse edges: a member names a native that points at nothing.
  const reverse = new Map<string, Claimed[]>();
  for (const list of claims.values()) {
    for (const c of list) {
      if (!c.claim.edge || !("from" in c.claim.edge)) continue;
      reverse.set(c.claim.edge.from, [...(reverse.get(c.claim.edge.from) ?? []), c]);
    }
  }
  for (const into of groups) {
    const queue = [into.anchor, ...into.owned].filter((n) => n !== undefined);
    for (let member = queue.shift(); member; member = queue.shift()) {
      for (const { kind, claim } of reverse.get(member.type) ?? []) {
        if (kind !== into.kind || !claim.edge || !("from" in claim.edge)) continue;
        const hits = index.targets(member, claim.edge.attr, [claim.type], claim.edge.by);
        for (const target of hits.targets) {
          if (target.mode !== (claim.mode ?? "managed") || claim.when?.(peek(target)) === false) continue;
          if (join(target, into, claim, { native: member, path: hits.path })) queue.push(target);
        }
      }
    }
  }

  const fragments = new Map<string, Group>();
  for (const { native, claimed } of open) {
    const { claim, kind } = claimed;
    if (claim.role !== "owned" || memberOf.has(native) || !claim.edge || !("to" in claim.edge)) continue;
    const at = lookUp(native.args, claim.edge.attr);
    // One of two possible ties may be absent; without any value there is nothing to hang it on.
    if (!at) continue;
    // Its anchor is here and makes no component of this kind: neither does what hangs on it.
    const { targets } = index.targets(native, claim.edge.attr, claim.edge.to, claim.edge.by);
    if (targets.some((t) => t.mode === "managed")) {
      if (targets.some((t) => ambiguous.includes(t))) ambiguous.push(native);
      continue;
    }
    const key = [kind, native.root, at.value instanceof Unknown ? at.value.expression : JSON.stringify(at.value)].join(
      " ",
    );
    const fragment = fragments.get(key) ?? {
      kind,
      root: native.root,
      anchor: undefined,
      owned: [],
      shared: [],
      edges: [],
    };
    fragments.set(key, fragment);
    memberOf.set(native, fragment);
    fragment.owned.push(native);
    fragment.edges.push({ native, path: at.path });
  }
  groups.push(...fragments.values());

  const inGroup = (n: Native) => memberOf.has(n) || sharedBy.has(n);
  const unsure = new Set(ambiguous);
  return { groups, ungrouped: natives.filter((n) => !inGroup(n) && !unsure.has(n)), ambiguous, diagnostics };
}

function claimsByType(cloud: Cloud): Map<string, Claimed[]> {
  const out = new Map<string, Claimed[]>();
  for (const kind of kindNames) {
    const entry = cloud.kinds[kind];
    if (!isImplemented(entry)) continue;
    for (const claim of entry.claims) out.set(claim.type, [...(out.get(claim.type) ?? []), { kind, claim }]);
  }
  return out;
}

export function peek(native: Native): Peek {
  return (path) => lookUp(native.args, path)?.value;
}

/** Natives by address and by the values of their attributes: joins without scanning. */
class Index {
  private readonly byAddress = new Map<string, Native>();
  private readonly byType = new Map<string, Native[]>();
  private readonly byValue = new Map<string, Map<string, Native[]>>();

  constructor(natives: readonly Native[]) {
    for (const native of natives) {
      this.byAddress.set(nativeId(native), native);
      const key = `${native.root} ${native.type}`;
      const list = this.byType.get(key);
      if (list) list.push(native);
      else this.byType.set(key, [native]);
    }
  }

  /** What an attribute names: by reference, else by value. */
  targets(
    native: Native,
    attr: string,
    types: readonly string[],
    by: readonly string[],
  ): { targets: Native[]; path: string } {
    const found = lookUp(native.args, attr);
    const path = found?.path ?? attr;
    const values =
      found === undefined ? [] : Array.isArray(found.value) ? (found.value as readonly Tree[]) : [found.value as Tree];
    const refs = [
      ...values.flatMap((v) => (v instanceof Unknown ? v.refs : [])),
      ...native.refs.filter((r) => genericPath(r.path) === genericPath(attr)),
    ];
    const named = refs
      .map((r) => this.at(native.root, r.to))
      .filter((n) => n !== undefined && types.includes(n.type)) as Native[];
    if (named.length > 0) return { targets: nearest(native, [...new Set(named)]), path };
    const joined = values
      .filter((v): v is string => typeof v === "string" && v !== "")
      .flatMap((v) => types.flatMap((type) => by.flatMap((a) => this.valued(native.root, type, a).get(v) ?? [])));
    return { targets: [...new Set(joined)].filter((n) => n !== native), path };
  }

  private at(root: string, address: string): Native | undefined {
    return (
      this.byAddress.get(`${root}:${address}`) ?? this.byAddress.get(`${root}:${address.replace(/\[[^\]]*\]$/, "")}`)
    );
  }

  private valued(root: string, type: string, attr: string): Map<string, Native[]> {
    const key = `${root} ${type} ${attr}`;
    const known = this.byValue.get(key);
    if (known) return known;
    const made = new Map<string, Native[]>();
    for (const native of this.byType.get(`${root} ${type}`) ?? []) {
      const value = native.identifiers?.[attr] ?? lookUp(native.args, attr)?.value;
      if (typeof value !== "string") continue;
      made.set(value, [...(made.get(value) ?? []), native]);
    }
    this.byValue.set(key, made);
    return made;
  }
}

/** Of several natives that an expression names, those of the same module first: a plan does not tell which one it comes to. */
function nearest(native: Native, named: Native[]): Native[] {
  const modules = moduleOf(native);
  const near = (n: Native) => (moduleOf(n) === modules ? 0 : 1);
  return named.sort((a, b) => near(a) - near(b));
}

/** `module.a["x"]` of `module.a["x"].data.aws_vpc.main`. */
function moduleOf({ address, mode, type, name }: Native): string {
  return address.slice(0, address.lastIndexOf(`${mode === "data" ? "data." : ""}${type}.${name}`));
}

function twoOwners(native: Native, a: Group, b: Group): Diagnostic {
  const name = (g: Group) => g.anchor?.address ?? "something outside";
  return {
    severity: "warning",
    code: "EX0301",
    summary: "A resource belongs to two components",
    detail: `It is tied to ${name(a)} and to ${name(b)}; the first one keeps it. Tie it to one of them.`,
    address: native.address,
    source: native.at,
  };
}
