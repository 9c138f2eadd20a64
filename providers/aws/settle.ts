import { isRef, type Ref } from "../../constructs/component.ts";
import type { Diagnostic } from "../../constructs/diagnostic.ts";
import type { Props } from "../../constructs/kinds.ts";
import { machineZone, type Zone } from "../../constructs/standing.ts";
import { ZONES } from "../../constructs/zone.ts";
import type { Settled } from "../provider.ts";
import { is, withProps } from "../settled.ts";
import type { Authored } from "../synthesis.ts";
import { referencesOf } from "../users.ts";

type Subnet = Props<"network">["subnets"][number];

/** A subnet of a network of the workload, with the components that stand in it. */
interface Place {
  readonly network: Authored<"network">;
  readonly subnet: Subnet;
  readonly inside: readonly Authored[];
}

/**
 * What AWS asks of a workload that others do not: a subnet lies in one zone and goes to the internet in one way, a group of firewall
 * rules belongs to one network. What was asked for and cannot be so is said.
 */
export function settle(components: readonly Authored[]): Settled {
  const diagnostics: Diagnostic[] = [];
  const warn = (code: Diagnostic["code"], summary: string) => (address: string, detail: string) => {
    diagnostics.push({ severity: "warning", code, summary, detail, address });
  };
  const users = Map.groupBy(
    components.flatMap((user) => referencesOf(user).map((reference) => ({ user, reference }))),
    ({ reference }) => reference.component,
  );
  const warnUnreached = warn("EX0318", "Nothing from the internet reaches it");
  const placed = networksSettled(components, users, warnUnreached);
  const inZones = zonesSettled(placed, warn("EX0317", "The target places it elsewhere than asked"));
  const all = firewallsSettled(inZones, users, warn("EX0319", "One network where several are asked for"));
  for (const { id } of components.filter((c) => isReached(c) && isShut(c)))
    warnUnreached(
      id,
      "No firewall opens it, and the group that every VPC has lets in nobody from outside. Name a firewall with the rules it needs.",
    );
  return { components: all, diagnostics };
}

type Warn = (address: string, detail: string) => void;
/** By component: who refers to it, and how. */
type Users = ReadonlyMap<string, readonly { readonly user: Authored; readonly reference: Ref }[]>;

/** Subnets get a zone, and are public where all that stands in them is reached from the internet. */
function networksSettled(components: readonly Authored[], users: Users, warn: Warn): readonly Authored[] {
  const byId = new Map(components.map((c) => [c.id, c]));
  return components.map((network) => {
    if (!is("network", network)) return network;
    const places = network.props.subnets.map((subnet): Place => {
      const named = (users.get(network.id) ?? []).filter((u) => subnetNamed(u.reference, network) === subnet.name);
      return { network, subnet, inside: [...new Set(named.map((u) => u.user))] };
    });
    const zones = places.map(({ inside }) =>
      inside.flatMap((c) => (is("vm", c) ? (machineZone({ ...c.props, subnet: undefined }, byId) ?? []) : [])),
    );
    return withProps(network, {
      subnets: spread(
        places.map((place) => opened(place, warn)),
        zones,
      ),
    });
  });
}

/** The subnet that a reference names; without a name it means the only one. */
function subnetNamed({ output, item }: Ref, { props: { subnets } }: Authored<"network">): string | undefined {
  if (output !== "subnet") return undefined;
  return item ?? (subnets.length === 1 ? subnets[0]?.name : undefined);
}

/** Elsewhere a public address needs no public subnet; here nothing leads to it without one. */
function opened({ network, subnet, inside }: Place, warn: Warn): Subnet {
  const reached = inside.filter(isReached);
  if (subnet.public || reached.length === 0) return subnet;
  const goOut = (network.props.egress ?? "none") !== "none" && inside.length > reached.length;
  if (!goOut) return { ...subnet, public: true };
  for (const { id } of reached) {
    warn(
      id,
      `It has a public address and stands in the subnet ${subnet.name} of ${network.id}, from which other components go out through a gateway: a subnet of AWS does one or the other. Give it a subnet of its own with \`public: true\`.`,
    );
  }
  return subnet;
}

function isReached(component: Authored): boolean {
  if (is("load-balancer", component)) return component.props.public;
  if (is("sql-database", component)) return component.props.publicAccess === true;
  return is("vm", component) && (component.props.publicIp ?? "none") !== "none";
}

/** Machines and balancers of requests always have a group: without one of their own that of the VPC, open between its members alone. */
function isShut(component: Authored): boolean {
  if (is("load-balancer", component)) return component.props.layer === "l7" && !component.props.firewalls?.length;
  return is("vm", component) && !component.props.firewalls?.length;
}

/**
 * Subnets that say no zone: each in the one that most of its machines ask for, else in the one that fewest of its like stand in, for
 * balancers, databases and clusters want two.
 */
function spread(subnets: readonly Subnet[], wanted: readonly (readonly Zone[])[]): readonly Subnet[] {
  const said = subnets.map((subnet, i): Subnet => {
    const zone = subnet.zone ?? mostOf(wanted[i] ?? []);
    return zone ? { ...subnet, zone } : subnet;
  });
  const placed = said.filter((s) => s.zone);
  return said.map((subnet) => {
    if (subnet.zone) return subnet;
    const holds = (zone: Zone) => placed.filter((s) => s.zone === zone && isOpen(s) === isOpen(subnet)).length;
    const zone = ZONES.reduce((least, next) => (holds(next) < holds(least) ? next : least));
    const settled = { ...subnet, zone };
    placed.push(settled);
    return settled;
  });
}

function mostOf(zones: readonly Zone[]): Zone | undefined {
  const count = (zone: Zone) => zones.filter((z) => z === zone).length;
  return zones.length === 0 ? undefined : ZONES.reduce((most, next) => (count(next) > count(most) ? next : most));
}

function isOpen(subnet: Subnet): boolean {
  return subnet.public ?? false;
}

/** A machine stands in the zone of its subnet, with its volumes, whatever it says itself. */
function zonesSettled(components: readonly Authored[], warn: Warn): readonly Authored[] {
  const moved = new Map<string, Zone>();
  const networks = components.filter((c) => is("network", c));
  for (const machine of components) {
    if (!is("vm", machine) || !isRef(machine.props.subnet)) continue;
    const { subnet, zone, volumes = [] } = machine.props;
    const network = networks.find((n) => n.id === subnet.component);
    const place = network?.props.subnets.find((s) => s.name === subnetNamed(subnet, network));
    if (!network || !place?.zone || zone === undefined || zone === place.zone) continue;
    for (const id of [machine.id, ...volumes.flatMap((v) => (isRef(v) ? [v.component] : []))])
      moved.set(id, place.zone);
    warn(
      machine.id,
      `It asks for zone ${zone}, and its subnet ${place.name} of ${network.id} lies in zone ${place.zone}, where it is made with its volumes: a subnet of AWS lies in one. Give the network a subnet in the zone asked for, and name that.`,
    );
  }
  return components.map((c) => {
    const zone = moved.get(c.id);
    return zone ? withProps(c, { zone }) : c;
  });
}

/** A group of firewall rules that names no network belongs to that of the components that use it. */
function firewallsSettled(components: readonly Authored[], users: Users, warn: Warn): readonly Authored[] {
  return components.map((firewall) => {
    if (!is("firewall", firewall) || firewall.props.network) return firewall;
    const subnets = (users.get(firewall.id) ?? [])
      .flatMap(({ user }) => referencesOf(user))
      .filter(({ output }) => output === "subnet");
    const [first, ...more] = [...new Set(subnets.map((r) => r.component))].sort();
    if (first === undefined) return firewall;
    if (more.length > 0) {
      warn(
        firewall.id,
        `Components in ${[first, ...more].join(", ")} use it, and a group of AWS belongs to one network: it is made in the first, and what stands in another is refused it. Write one for each network.`,
      );
    }
    return withProps(firewall, { network: { component: first, output: "id" } });
  });
}
