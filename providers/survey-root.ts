import type { Diagnostic } from "../constructs/diagnostic.ts";
import { canonical } from "../constructs/satisfies.ts";
import { gapsOf } from "./gaps.ts";
import { type Group, type Grouping, group } from "./group.ts";
import type { Part, Whole } from "./leads-to.ts";
import { leafId, type Native, nativeId } from "./native.ts";
import { attributeOf, bare, namesAt, namesBy } from "./native-index.ts";
import type { Neighbour, Neighbours } from "./neighbours.ts";
import { normalise } from "./normalise.ts";
import { comesBack } from "./open-gaps.ts";
import { lookUp } from "./paths.ts";
import { type Cloud, isImplemented } from "./provider.ts";
import { idOf, type RaisedGroup, raiseGroup } from "./raise.ts";
import { readingsOf } from "./readings.ts";
import { resourceSchema } from "./schema-of.ts";
import type { FoundComponent } from "./survey.ts";

/** What a root contains; of the natives it stands in, the ids. */
export interface RootSurvey {
  readonly components: readonly FoundComponent[];
  readonly diagnostics: readonly Diagnostic[];
  readonly grouped: readonly string[];
  readonly ambiguous: readonly string[];
}

/** Groups what a cloud's kinds claim in a root, and reads each group as a component. Pure. */
export function surveyRoot(all: readonly Native[], claimed: ReadonlySet<string>, cloud: Cloud): RootSurvey {
  const natives = all.filter((n) => claimed.has(n.type)).map((n) => normalise(n, resourceSchema(cloud, n)));
  const grouping = group(natives, cloud);
  const neighbours = neighboursOf(grouping, cloud);
  const raise = (g: Group): Read => ({ group: g, raised: raiseGroup(g, cloud, neighbours) });
  const named = new Set(all.flatMap(({ root, refs }) => refs.map((ref) => placeOf({ root, address: ref.to }))));
  const seen = (read: Read, touched?: Touched) => ({
    component: { ...found(read, cloud, raise, touched), ...detachable(read, named, raise) },
    diagnostics: read.raised.diagnostics,
  });
  // What was read of a group is let go with it, unless others share natives with it.
  const [alone, sharing] = [
    grouping.groups.filter((g) => g.shared.length === 0).map((g) => seen(raise(g))),
    grouping.groups.filter((g) => g.shared.length > 0).map(raise),
  ];
  const touched = touchedLeaves(sharing);
  const groups = [...alone, ...sharing.map((read) => seen(read, touched))];
  return {
    components: groups.map((g) => g.component),
    diagnostics: [...grouping.diagnostics, ...groups.flatMap((g) => g.diagnostics)],
    grouped: grouping.groups.flatMap((g) => [...(g.anchor ? [g.anchor] : []), ...g.owned, ...g.shared].map(nativeId)),
    ambiguous: grouping.ambiguous.map(nativeId),
  };
}

/** What nothing else is called by, and what something of another type may be called by too: a bucket and a database of one name. */
const IDS = ["id", "arn", "dns_name", "regions_openstack_ids"];
const NAMES = ["bucket", "identifier", "cluster_identifier", "name"];
/** Addresses of one interface: two networks may use the same, and then they tell nothing. */
const ADDRESSES = ["all_fixed_ips", "private_ips"];

function neighboursOf({ groups }: Grouping, cloud: Cloud): Neighbours {
  const wholes = new Map<string, Whole>();
  const byCall = new Map<string, Neighbour | undefined>();
  const byAddress = new Map<string, Neighbour>();
  const byName = new Map<string, Neighbour>();
  const byIp = new Map<string, Neighbour | undefined>();
  for (const g of groups) {
    const entry = cloud.kinds[g.kind];
    const component = { id: idOf(g), kind: g.kind };
    const own = [...(g.anchor ? [g.anchor] : []), ...g.owned];
    const parts: Part[] = [];
    wholes.set(component.id, { kind: g.kind, parts });
    for (const n of own) {
      const means = isImplemented(entry) ? entry.named?.(n, own) : undefined;
      byAddress.set(nativeId(n), { ...component, means });
      if (means) parts.push(means);
      // Where a part of a component is meant by name, its identifier is one too.
      for (const id of means ? [n.identifiers?.["id"], n.identifiers?.["arn"]] : []) {
        if (id !== undefined) byName.set(`${g.root}:${bare(id)}`, { ...component, means });
      }
      for (const ip of means ? ADDRESSES.flatMap((attr) => namesAt(n, attr)) : []) {
        alone(byIp, `${g.root}:${ip}`, { ...component, means });
      }
    }
    if (!g.anchor) continue;
    const call = namesBy(attributeOf(g.anchor, "name") ?? "", g.anchor);
    alone(byCall, `${g.root}:${g.kind}:${call}`, byAddress.get(nativeId(g.anchor)));
    const named = (attributes: readonly string[]) => attributes.flatMap((attr) => namesAt(g.anchor as Native, attr));
    const names = named(NAMES);
    const ids = named(IDS).filter((id) => !names.includes(id));
    for (const id of ids) byName.set(`${g.root}:${id}`, { ...component, certain: true });
    for (const name of names) {
      if (!byName.has(`${g.root}:${name}`)) byName.set(`${g.root}:${name}`, component);
    }
  }
  return {
    owner: (root, address) =>
      byAddress.get(`${root}:${address}`) ?? byAddress.get(`${root}:${address.replace(/\[[^\]]*\]$/, "")}`),
    called: (kind, name, native) => {
      const call = namesBy(name, native);
      return call === undefined ? undefined : byCall.get(`${native.root}:${kind}:${call}`);
    },
    whole: (id) => wholes.get(id),
    named: (root, value) => byName.get(`${root}:${bare(value)}`) ?? byIp.get(`${root}:${value}`),
  };
}

/** What several things have tells nothing. */
function alone<T>(map: Map<string, T | undefined>, key: string, value: T): void {
  map.set(key, map.has(key) ? undefined : value);
}

interface Read {
  readonly group: Group;
  readonly raised: RaisedGroup;
}

type Touched = (native: Native, path: string) => boolean;

/** Leaves of shared natives that some component read: for the others they are no residue. */
function touchedLeaves(raised: readonly Read[]): Touched {
  const touched = new Map<Native, Set<string>>();
  for (const { group: g, raised: r } of raised) {
    const shared = new Set(g.shared);
    for (const recorder of r.recorders) {
      if (!shared.has(recorder.native)) continue;
      const paths = touched.get(recorder.native) ?? new Set();
      for (const { path, fate } of recorder.leaves()) if (fate !== undefined) paths.add(path);
      touched.set(recorder.native, paths);
    }
  }
  return (native, path) => touched.get(native)?.has(path) ?? false;
}

/** Owned natives of which nothing is read, that no other native names and that name no other but the anchor, where the group reads the same without all of their type. */
function detachable(
  { group: g, raised }: Read,
  named: ReadonlySet<string>,
  raise: (rest: Group) => Read,
): Pick<FoundComponent, "detachable"> {
  const lead = g.anchor ?? g.owned[0];
  const members = g.owned.filter((n) => n !== lead);
  const others = new Set(members.map(placeOf));
  const isApart = (native: Native) =>
    native.mode === "managed" &&
    !named.has(placeOf(native)) &&
    !native.refs.some((ref) => others.has(placeOf({ root: native.root, address: ref.to })));
  const unread = raised.recorders
    .filter(({ native }) => members.includes(native) && isApart(native))
    .filter((r) => r.leaves().every(({ fate }) => fate !== "read" && fate !== "expected"))
    .map((r) => r.native);
  const ids = [...Map.groupBy(unread, (n) => n.type).values()].flatMap((gone) => {
    const owned = g.owned.filter((n) => !gone.includes(n));
    const edges = g.edges.filter((e) => !gone.includes(e.native));
    return asRead(raise({ ...g, owned, edges })) === asRead({ group: g, raised }) ? gone.map(nativeId) : [];
  });
  return ids.length === 0 ? {} : { detachable: new Set(ids) };
}

function asRead({ raised: { component, holes } }: Read): string {
  const { props, requested } = component ?? {};
  return canonical({
    props,
    requested: [...(requested ?? [])].sort(),
    holes: holes.map((h) => [h.path, h.expression]),
  });
}

/** What a reference names: one instance of several is not told from all. */
function placeOf({ root, address }: Pick<Native, "root" | "address">): string {
  return `${root}:${address.replace(/\[[^\]]*\]$/, "")}`;
}

function found({ group: g, raised }: Read, cloud: Cloud, raise: (g: Group) => Read, touched?: Touched): FoundComponent {
  const { component, holes, outline } = raised;
  const lead = g.anchor ?? g.owned[0];
  if (!component || !lead || !isImplemented(cloud.kinds[g.kind])) throw new Error("a group raises to a component");
  const paths = cloud.regionPaths ?? ["region"];
  const region = lead.provider.region ?? paths.map((p) => lookUp(lead.args, p)?.value).find((v) => v !== undefined);
  const alone = (other: Group) => raise(other).raised;
  const gaps = gapsOf(raised, cloud, touched, comesBack(g, cloud, alone));
  const { readings, gaps: may } = readingsOf(g, raised, cloud, alone, touched);
  const known = new Set([...gaps.residue, ...gaps.coarsened, ...(gaps.mayCoarsen ?? [])].map(leafId));
  const further = new Map(may.flatMap((leaf) => (known.has(leafId(leaf)) ? [] : [[leafId(leaf), leaf]])));
  const mayCoarsen = [...(gaps.mayCoarsen ?? []), ...further.values()];
  return {
    kind: g.kind,
    id: component.id,
    at: lead.at,
    natives: [...(g.anchor ? [g.anchor] : []), ...g.owned],
    shared: g.shared,
    props: component.props as Record<string, unknown>,
    requested: component.requested,
    holes,
    ...(outline ? { outline } : {}),
    ...(readings.length > 0 ? { readings } : {}),
    ...(component.attachedTo ? { attachedTo: component.attachedTo } : {}),
    ...(typeof region === "string" ? { region } : {}),
    ...(isOff(lead, cloud) ? { off: true as const } : {}),
    ...gaps,
    ...(mayCoarsen.length > 0 ? { mayCoarsen } : {}),
  };
}

function isOff(native: Native, { off = {} }: Cloud): boolean {
  const says = Object.hasOwn(off, native.type) ? off[native.type] : undefined;
  const value = says && attributeOf(native, says.attribute);
  return typeof value === "string" && says?.words.includes(value.toLowerCase()) === true;
}
