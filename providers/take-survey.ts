import { compareDiagnostics, compareText } from "../constructs/diagnostic.ts";
import { canonical } from "../constructs/satisfies.ts";
import { signsOf } from "./dependency-signs.ts";
import { gapsOf } from "./gaps.ts";
import { type Group, type Grouping, group } from "./group.ts";
import { type Estate, type Hole, type Native, nativeId } from "./native.ts";
import { bare, namesAt } from "./native-index.ts";
import { normalise } from "./normalise.ts";
import { lookUp } from "./paths.ts";
import { type Cloud, isImplemented } from "./provider.ts";
import { idOf, type Neighbour, type Neighbours, type RaisedGroup, raiseGroup } from "./raise.ts";
import { resourceSchema } from "./schema-of.ts";
import { shownIn } from "./shows.ts";
import type { FoundComponent, Survey } from "./survey.ts";
import { templateInWords, templateResources } from "./template.ts";

/** What an estate contains, seen as one cloud: every managed native stands in exactly one of the counts. Pure. */
export function takeSurvey(estate: Pick<Estate, "roots">, cloud: Cloud): Survey {
  const all = estate.roots.flatMap((r) => r.natives);
  const claimed = claimedTypes(cloud);
  const natives = all.filter((n) => claimed.has(n.type)).map((n) => normalise(n, resourceSchema(cloud, n)));
  const grouping = group(natives, cloud);
  const neighbours = neighboursOf(grouping, cloud);
  const raise = (g: Group): Read => ({ group: g, raised: raiseGroup(g, cloud, neighbours) });
  const named = new Set(all.flatMap(({ root, refs }) => refs.map((ref) => placeOf({ root, address: ref.to }))));
  const seen = (read: Read, touched?: Touched) => ({
    component: { ...found(read, cloud, touched), ...detachable(read, named, raise) },
    diagnostics: read.raised.diagnostics,
  });
  // What was read of a group is let go with it, unless others share natives with it.
  const [alone, sharing] = [
    grouping.groups.filter((g) => g.shared.length === 0).map((g) => seen(raise(g))),
    grouping.groups.filter((g) => g.shared.length > 0).map(raise),
  ];
  const touched = touchedLeaves(sharing);
  const groups = [...alone, ...sharing.map((read) => seen(read, touched))];
  const components = groups.map((g) => g.component).sort((a, b) => compareText(a.id, b.id));

  const grouped = new Set(grouping.groups.flatMap((g) => [g.anchor, ...g.owned, ...g.shared]).map(idOrNone));
  const ambiguous = new Set(grouping.ambiguous.map(nativeId));
  const own = new Set(cloud.providers.map((p) => p.name));
  const rest = all.filter((n) => n.mode === "managed" && !grouped.has(nativeId(n)));
  const elsewhere = rest.filter((n) => !own.has(n.provider.name));
  const ours = rest.filter((n) => own.has(n.provider.name));
  const foreign = ours.filter((n) => n.type in cloud.foreign && !ambiguous.has(nativeId(n)));
  const unsure = ours.filter((n) => ambiguous.has(nativeId(n)));
  const unknown = ours.filter((n) => !(n.type in cloud.foreign) && !ambiguous.has(nativeId(n)));
  const managed = all.filter((n) => n.mode === "managed").length;
  const unreadable = estate.roots.reduce((sum, r) => sum + r.unreadable.length, 0);
  const holes = [...estate.roots.flatMap((r) => r.holes), ...foreign.flatMap((n) => unreadTemplate(n, cloud))];
  return {
    cloud: cloud.id,
    components,
    foreign: shownIn(byType(foreign), all, cloud),
    elsewhere: [...Map.groupBy(elsewhere, (n) => n.provider.name)]
      .map(([provider, list]) => ({ provider, count: list.length }))
      .sort((a, b) => compareText(a.provider, b.provider)),
    unknown: [...byType(unknown), ...byType(unsure).map((u) => ({ ...u, ambiguous: true }))],
    empty: estate.roots.flatMap((r) => r.empty),
    holes,
    signs: signsOf(estate, cloud),
    counts: {
      natives: managed + unreadable,
      recognised: managed - rest.length,
      foreign: foreign.length,
      elsewhere: elsewhere.length,
      unknown: unknown.length + unsure.length,
      unreadable,
      dataSources: all.length - managed,
      holes: holes.length,
    },
    diagnostics: [...grouping.diagnostics, ...groups.flatMap((g) => g.diagnostics)].sort(compareDiagnostics),
  };
}

/** The cloud of a list that most natives belong to; the first one when there is none. */
export function sourceCloud(estate: Pick<Estate, "roots">, clouds: readonly Cloud[]): Cloud {
  const counts = new Map<string, number>();
  for (const root of estate.roots) {
    for (const n of root.natives) counts.set(n.provider.name, (counts.get(n.provider.name) ?? 0) + 1);
  }
  const score = (cloud: Cloud) => cloud.providers.reduce((sum, p) => sum + (counts.get(p.name) ?? 0), 0);
  const [best] = [...clouds].sort((a, b) => score(b) - score(a));
  if (!best) throw new Error("there is no cloud");
  return best;
}

/** What a template makes was not read, even where it says how much that is. */
function unreadTemplate(native: Native, { foreign }: Cloud): Hole[] {
  const type = foreign[native.type];
  if (!type?.makes) return [];
  const { root, address, at } = native;
  const remedy = templateResources(native, type) ? WRITE_OUT : PUT_BESIDE;
  return [{ kind: "template", root, address, path: "", expression: templateInWords(native, type), at, remedy }];
}

const WRITE_OUT = "Write what the template makes as resources of its own.";
const PUT_BESIDE = "Put the template into the code, or write what it makes as resources of its own.";

function claimedTypes(cloud: Cloud): Set<string> {
  return new Set(
    Object.values(cloud.kinds).flatMap((entry) => (entry && "claims" in entry ? entry.claims.map((c) => c.type) : [])),
  );
}

function idOrNone(native: Native | undefined): string {
  return native ? nativeId(native) : "";
}

function byType(natives: readonly Native[]): { type: string; natives: Native[] }[] {
  return [...Map.groupBy(natives, (n) => n.type)]
    .map(([type, list]) => ({ type, natives: list }))
    .sort((a, b) => compareText(a.type, b.type));
}

/** What nothing else is called by, and what something of another type may be called by too: a bucket and a database of one name. */
const IDS = ["id", "arn", "dns_name", "regions_openstack_ids"];
const NAMES = ["bucket", "identifier", "cluster_identifier", "name"];
/** Addresses of one interface: two networks may use the same, and then they tell nothing. */
const ADDRESSES = ["all_fixed_ips", "private_ips"];

function neighboursOf({ groups }: Grouping, cloud: Cloud): Neighbours {
  const byAddress = new Map<string, Neighbour>();
  const byName = new Map<string, Neighbour>();
  const byIp = new Map<string, Neighbour | undefined>();
  for (const g of groups) {
    const entry = cloud.kinds[g.kind];
    const component = { id: idOf(g), kind: g.kind };
    const own = [...(g.anchor ? [g.anchor] : []), ...g.owned];
    for (const n of own) {
      const means = isImplemented(entry) ? entry.named?.(n, own) : undefined;
      byAddress.set(nativeId(n), { ...component, means });
      // Where a part of a component is meant by name, its identifier is one too.
      for (const id of means ? [n.identifiers?.["id"], n.identifiers?.["arn"]] : []) {
        if (id !== undefined) byName.set(`${g.root}:${bare(id)}`, { ...component, means });
      }
      for (const ip of means ? ADDRESSES.flatMap((attr) => namesAt(n, attr)) : []) {
        const key = `${g.root}:${ip}`;
        byIp.set(key, byIp.has(key) ? undefined : { ...component, means });
      }
    }
    if (!g.anchor) continue;
    const named = (attributes: readonly string[]) => attributes.flatMap((attr) => namesAt(g.anchor as Native, attr));
    const names = named(NAMES);
    const ids = named(IDS).filter((id) => !names.includes(id));
    for (const id of ids) byName.set(`${g.root}:${id}`, { ...component, certain: true });
    for (const name of names) {
      const key = `${g.root}:${name}`;
      if (!byName.has(key)) byName.set(key, component);
    }
  }
  return {
    owner: (root, address) =>
      byAddress.get(`${root}:${address}`) ?? byAddress.get(`${root}:${address.replace(/\[[^\]]*\]$/, "")}`),
    named: (root, value) => byName.get(`${root}:${bare(value)}`) ?? byIp.get(`${root}:${value}`),
  };
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

function found({ group: g, raised }: Read, cloud: Cloud, touched?: Touched): FoundComponent {
  const { component, holes } = raised;
  const lead = g.anchor ?? g.owned[0];
  if (!component || !lead || !isImplemented(cloud.kinds[g.kind])) throw new Error("a group raises to a component");
  const paths = cloud.regionPaths ?? ["region"];
  const region = lead.provider.region ?? paths.map((p) => lookUp(lead.args, p)?.value).find((v) => v !== undefined);
  return {
    kind: g.kind,
    id: component.id,
    at: lead.at,
    natives: [...(g.anchor ? [g.anchor] : []), ...g.owned],
    shared: g.shared,
    props: component.props as Record<string, unknown>,
    requested: component.requested,
    holes,
    ...(component.attachedTo ? { attachedTo: component.attachedTo } : {}),
    ...(typeof region === "string" ? { region } : {}),
    ...gapsOf(raised, cloud, touched),
  };
}
