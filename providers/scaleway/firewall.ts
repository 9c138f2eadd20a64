import { networkRange } from "../../constructs/cidr.ts";
import type { Props } from "../../constructs/kinds.ts";
import { ref } from "../expr.ts";
import { type FirewallRule, fromPortOne, oneByOne } from "../firewall-rules.ts";
import { isPrivate } from "../ip-ranges.ts";
import type { Native, Tree } from "../native.ts";
import type { Claim, Complete, Implementation, LowerContext } from "../provider.ts";
import { compact } from "../values.ts";
import { exit, losses, opensAll, PROTOCOLS, rewrites } from "./firewall-facts.ts";
import { raise } from "./firewall-reading.ts";
import { tagsOf } from "./values.ts";
import { zoneIn, zoneNumber } from "./zones.ts";

const group = "scaleway_instance_security_group";

const claims: readonly Claim[] = [
  { type: group, role: "anchor" },
  {
    type: "scaleway_instance_security_group_rules",
    role: "owned",
    edge: { attr: "security_group_id", to: [group], by: ["id"] },
  },
];

/** A security group of Instances: it filters what comes from the internet and goes there, never private traffic. */
export const firewall: Implementation<"firewall"> = {
  claims,
  lower,
  raise,
  outputs: {
    id: (natives, _item, user) => {
      const groups = natives.filter((n) => n.type === group);
      const zone = user && zoneOf(user);
      const found = groups.find((n) => String(n.args["zone"]).endsWith(`-${zoneNumber(zone)}`)) ?? groups[0];
      return found && ref(found, "id");
    },
  },
  inEachZone: true,
  rewrites,
  losses,
  exit,
};

/**
 * A group in each zone where machines of it stand: one holds those of its own zone, and the provider gives it the first where none is said.
 * A new one lets everything in and out: both policies are always written.
 */
function lower({ props }: Complete<"firewall">, ctx: LowerContext): readonly Native[] {
  const rulesOf = (direction: FirewallRule["direction"]) => {
    const rules = oneByOne(props.rules.flatMap(fromPortOne)).filter(({ rule }) => rule.direction === direction);
    const isOpen = opensAll(props.rules, direction);
    const written = rules.flatMap(({ rule, cidr }) =>
      cidr === undefined || (isOpen && rule.protocol === "all" && isAnywhere(cidr)) ? [] : writtenRule(rule, cidr),
    );
    return { policy: isOpen ? "accept" : "drop", rules: written.length > 0 ? written : undefined };
  };
  const [inside, outside] = [rulesOf("in"), rulesOf("out")];
  const used = ctx.users.filter(({ kind }) => kind === "vm").map((user) => zoneIn(ctx, zoneOf(user)));
  const [first = zoneIn(ctx, undefined), ...others] = [...new Set(used)].sort();
  const groupIn = (zone: string, part?: string) =>
    ctx.native(
      group,
      {
        name: ctx.name(part),
        zone,
        inbound_default_policy: inside.policy,
        outbound_default_policy: outside.policy,
        inbound_rule: inside.rules,
        outbound_rule: outside.rules,
        tags: tagsOf(props.labels),
      },
      part === undefined ? {} : { part },
    );
  return [groupIn(first), ...others.map((zone) => groupIn(zone, zone))];
}

function zoneOf({ kind, props }: Complete): Props<"vm">["zone"] {
  return kind === "vm" ? (props as Props<"vm">).zone : undefined;
}

function isAnywhere(cidr: string): boolean {
  return cidr === "0.0.0.0/0" || cidr === "::/0";
}

/** Nothing where the group could not hold it: between private addresses it filters nothing. Port 0 is every port to the provider. */
function writtenRule({ protocol, fromPort, toPort }: FirewallRule, cidr: string): readonly Tree[] {
  const word = PROTOCOLS[protocol];
  if (word === undefined || isPrivate(cidr)) return [];
  const last = toPort ?? fromPort;
  return [
    compact({
      action: "accept",
      protocol: word,
      ip_range: networkRange(cidr),
      port: fromPort === last ? fromPort : undefined,
      port_range: fromPort === last ? undefined : `${fromPort}-${last}`,
    }),
  ];
}
