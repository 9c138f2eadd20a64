import { isRef, type Reference } from "../../constructs/component.ts";
import { is, withProps } from "../settled.ts";
import type { Authored } from "../synthesis.ts";
import type { Users, Warn } from "./settle-words.ts";

/** The network that every account starts with: where stands what names no subnet. */
const STARTED_WITH = "";

/** Networks of the workload by their ids, networks outside of it by a subnet of theirs. */
interface Places {
  readonly inside: readonly string[];
  readonly outside: readonly { readonly subnet: string; readonly user: string }[];
}

/** A group of firewall rules that names no network belongs to that of the components that use it, or of the groups that its rules tie it to. */
export function firewallsSettled(components: readonly Authored[], users: Users, warn: Warn): readonly Authored[] {
  const firewalls = components.filter((c) => is("firewall", c));
  const found = new Map<string, Reference | undefined>();
  for (const firewall of firewalls) {
    if (firewall.props.network) {
      found.set(firewall.id, firewall.props.network);
      continue;
    }
    const places = placesOf(firewall.id, users);
    const [first, ...more] = places.inside;
    if (first === undefined && places.outside.length === 0) continue;
    found.set(firewall.id, networkOf(places));
    if (more.length > 0) {
      warn(
        firewall.id,
        `Components in ${[first, ...more].join(", ")} use it, and a group of AWS belongs to one network: it is made in the first, and what stands in another is refused it. Write one for each network.`,
      );
    }
    if (first !== undefined && places.outside.length > 0) {
      const others = [...new Set(places.outside.map((o) => o.user))].sort().join(", ");
      warn(
        firewall.id,
        `Components in ${first} use it, and so does what stands in no network of this workload: ${others}. A group of AWS belongs to one network: it is made in the first, and those are refused it. Give them a subnet there, or a group of their own.`,
      );
    }
  }
  followRules(firewalls, found);
  for (const firewall of firewalls) rulesApart(firewall, found, warn);
  return components.map((c) => {
    const network = is("firewall", c) && !c.props.network ? found.get(c.id) : undefined;
    return network ? withProps(c, { network }) : c;
  });
}

function placesOf(firewall: string, users: Users): Places {
  const standing = [...new Set((users.get(firewall) ?? []).map((u) => u.user))].map((user) => ({
    user: user.id,
    subnets: subnetsOf(user),
  }));
  const inside = standing.flatMap(({ subnets }) => subnets?.filter(isRef).map((s) => s.component) ?? []);
  const outside = standing.flatMap(({ user, subnets }) => {
    if (subnets?.length === 0) return [{ user, subnet: STARTED_WITH }];
    return (subnets ?? []).flatMap((s) => (isRef(s) ? [] : [{ user, subnet: s.external }]));
  });
  return { inside: [...new Set(inside)].sort(), outside };
}

/** Where a component stands; nothing of what is in no subnet, and of a cluster that leaves its subnets open. */
function subnetsOf(user: Authored): readonly Reference[] | undefined {
  if (is("vm", user)) return user.props.subnet ? [user.props.subnet] : [];
  if (is("load-balancer", user)) return user.props.subnets;
  if (is("sql-database", user)) return user.props.subnets ?? [];
  if (!is("kubernetes", user)) return undefined;
  const { subnets = [], controlPlaneSubnets = [] } = user.props;
  const all = [...subnets, ...controlPlaneSubnets];
  return all.length > 0 ? all : undefined;
}

/** One of the workload before one outside; what stands in the network of the account names none. */
function networkOf({ inside: [first], outside }: Places): Reference | undefined {
  if (first !== undefined) return { component: first, output: "id" };
  const subnet = outside.map((o) => o.subnet).sort()[0];
  return subnet ? { external: `network of ${subnet}` } : undefined;
}

/** What nothing stands behind belongs where the groups stand that it names, or that name it. */
function followRules(firewalls: readonly Authored<"firewall">[], found: Map<string, Reference | undefined>): void {
  const ties = firewalls.flatMap((f) =>
    namedBy(f).flatMap((other) => [[f.id, other] as const, [other, f.id] as const]),
  );
  const isFree = (id: string) => !found.has(id) && firewalls.some((f) => f.id === id);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const [one, other] of ties) if (isFree(one) && found.has(other)) found.set(one, found.get(other));
  }
}

function namedBy({ props }: Authored<"firewall">): readonly string[] {
  return [...new Set(props.rules.flatMap((r) => r.firewalls ?? []).flatMap((f) => (isRef(f) ? [f.component] : [])))];
}

/** A rule names groups of its own network. */
function rulesApart(firewall: Authored<"firewall">, found: ReadonlyMap<string, Reference | undefined>, warn: Warn) {
  const own = JSON.stringify(found.get(firewall.id));
  for (const other of namedBy(firewall)) {
    if (!found.has(firewall.id) || !found.has(other) || JSON.stringify(found.get(other)) === own) continue;
    warn(
      firewall.id,
      `A rule of it names ${other}, which belongs to another network: AWS takes that only between networks that are linked. Name ranges of addresses in its place.`,
    );
  }
}
