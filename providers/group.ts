import type { Diagnostic } from "../constructs/diagnostic.ts";
import { type Kind, kindNames } from "../constructs/kinds.ts";
import { fragmentKey } from "./fragment-key.ts";
import { withImplied } from "./implied.ts";
import type { Native } from "./native.ts";
import { NativeIndex } from "./native-index.ts";
import { lookUp } from "./paths.ts";
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
export function group(written: readonly Native[], cloud: Cloud): Grouping {
  const natives = withImplied(written, cloud);
  const { claims, reverse } = claimsOf(cloud);
  const index = new NativeIndex(natives);
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
      if (owner === into) {
        into.edges.push(at);
        return false;
      }
      if (owner) {
        if (!diagnostics.some((d) => d.address === native.address)) diagnostics.push(twoOwners(native, owner, into));
        return false;
      }
      memberOf.set(native, into);
      into.owned.push(native);
    }
    into.edges.push(at);
    return true;
  };
  let open = pending.filter(({ claimed }) => claimed.claim.edge && "to" in claimed.claim.edge);
  const forward = (): boolean => {
    let joined = false;
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
      joined ||= moved;
    }
    return joined;
  };
  forward();

  // Reverse edges: a member names a native that points at nothing. What is joined so may have others hang on it.
  const dissolved = new Set<Group>();
  const backward = (): void => {
    for (const into of groups) {
      if (dissolved.has(into)) continue;
      const queue = [into.anchor, ...into.owned].filter((n) => n !== undefined);
      for (let member = queue.shift(); member; member = queue.shift()) {
        for (const { kind, claim } of reverse.get(member.type) ?? []) {
          if (kind !== into.kind || !claim.edge || !("from" in claim.edge)) continue;
          const hits = index.targets(member, claim.edge.attr, [claim.type], claim.edge.by);
          for (const target of hits.targets) {
            if (target.mode !== (claim.mode ?? "managed") || claim.when?.(peek(target)) === false) continue;
            if (claim.edge.alone) {
              if (index.users(target).some((user) => user !== target && memberOf.get(user) !== into)) continue;
              const own = memberOf.get(target);
              if (own && own !== into && own.anchor === target) {
                dissolved.add(own);
                memberOf.delete(target);
              }
            }
            if (join(target, into, claim, { native: member, path: hits.path })) queue.push(target);
          }
        }
      }
    }
  };
  const settle = (): void => {
    do backward();
    while (forward());
  };
  settle();

  // What hangs on a native that is here follows it into its component, or into none.
  const managedTargets = ({ native, claimed: { claim } }: (typeof open)[number]) =>
    claim.edge && "to" in claim.edge
      ? index.targets(native, claim.edge.attr, claim.edge.to, claim.edge.by).targets.filter((t) => t.mode === "managed")
      : [];
  const hanging = new Set(open.filter((item) => managedTargets(item).length > 0).map((item) => item.native));
  const tied = new Set(
    pending.filter(({ native, claimed }) => tieOf(claimed.claim, native)).map((item) => item.native),
  );
  const fragments = new Map<string, Group>();
  const asFragments = (items: typeof open): void => {
    const before = fragments.size;
    for (const { native, claimed } of items) {
      const { claim, kind } = claimed;
      if (claim.role !== "owned" || memberOf.has(native) || hanging.has(native)) continue;
      const tie = tieOf(claim, native);
      // One of several possible ties may be absent; without any, what is nothing by itself is a part of something nobody named.
      if (!tie && (tied.has(native) || native.type in cloud.foreign)) continue;
      const hook = tie ? fragmentKey(native, tie.at.value, tie.edge, index) : native.address;
      const key = [kind, native.root, hook].join(" ");
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
      if (tie) fragment.edges.push({ native, path: tie.at.path });
    }
    groups.push(...[...fragments.values()].slice(before));
    settle();
  };
  // What others name comes after those that name it: it may belong to them.
  const named = ({ native, claimed }: (typeof open)[number]) =>
    [...reverse.values()].some((list) => list.some((c) => c.kind === claimed.kind && c.claim.type === native.type));
  const left = Map.groupBy(pending, named);
  asFragments(left.get(false) ?? []);
  asFragments(left.get(true) ?? []);
  const unsure = new Set([
    ...ambiguous,
    ...open
      .filter((item) => item.claimed.claim.role === "owned" && !memberOf.has(item.native))
      .filter((item) => managedTargets(item).some((t) => ambiguous.includes(t)))
      .map((item) => item.native),
  ]);

  const inGroup = (n: Native) => memberOf.has(n) || sharedBy.has(n);
  return {
    groups: groups.filter((g) => !dissolved.has(g)),
    ungrouped: natives.filter((n) => !inGroup(n) && !unsure.has(n)),
    ambiguous: [...unsure],
    diagnostics,
  };
}

interface Claims {
  /** By the type they claim. */
  readonly claims: ReadonlyMap<string, readonly Claimed[]>;
  /** Those with a reverse edge, by the type that names what they claim. */
  readonly reverse: ReadonlyMap<string, readonly Claimed[]>;
}

/** Every component is grouped alone at its target: a cloud's claims are sorted once. */
const known = new WeakMap<Cloud["kinds"], Claims>();

function claimsOf(cloud: Cloud): Claims {
  const before = known.get(cloud.kinds);
  if (before) return before;
  const all = kindNames.flatMap((kind) => {
    const entry = cloud.kinds[kind];
    return isImplemented(entry) ? entry.claims.map((claim): Claimed => ({ kind, claim })) : [];
  });
  const claims = Map.groupBy(all, ({ claim }) => claim.type);
  const reversed = [...claims.values()].flat().flatMap((claimed) => {
    const { edge } = claimed.claim;
    return edge && "from" in edge ? [{ from: edge.from, claimed }] : [];
  });
  const reverse = new Map<string, Claimed[]>();
  for (const { from, claimed } of reversed) reverse.set(from, [...(reverse.get(from) ?? []), claimed]);
  const made = { claims, reverse };
  known.set(cloud.kinds, made);
  return made;
}

/** What a native says it hangs on, where the claim follows that. */
function tieOf({ edge }: Claim, { args }: Native) {
  const at = edge && "to" in edge ? lookUp(args, edge.attr) : undefined;
  return edge && "to" in edge && at ? { edge, at } : undefined;
}

export function peek(native: Native): Peek {
  return (path) => lookUp(native.args, path)?.value;
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
