import { canonical } from "../../constructs/satisfies.ts";
import { ref } from "../expr.ts";
import { type FirewallRule, fromPortOne, isIpv6, oneByOne } from "../firewall-rules.ts";
import type { Native } from "../native.ts";
import type { Claim, Complete, Implementation, LowerContext } from "../provider.ts";
import { tagsOf } from "../word-tags.ts";
import { exit, losses, ofKindZero, rewrites } from "./firewall-facts.ts";
import { raise } from "./firewall-reading.ts";

/** That of OpenStack: a rule inside a group of OVHcloud's own form cannot name the group it stands in. */
const group = "openstack_networking_secgroup_v2";
const rule_ = "openstack_networking_secgroup_rule_v2";
const own = "ovh_cloud_security_group";

const claims: readonly Claim[] = [
  { type: group, role: "anchor" },
  { type: own, role: "anchor" },
  { type: rule_, role: "owned", edge: { attr: "security_group_id", to: [group, own], by: ["id"] } },
];

/** A security group of the region, with its rules. */
export const firewall: Implementation<"firewall"> = {
  claims,
  lower,
  raise,
  outputs: {
    id: (natives) => {
      const found = natives.find((n) => n.type === group);
      return found && ref(found, "id");
    },
  },
  rewrites,
  losses,
  exit,
};

/** A new group lets everything out: these rules are taken away, and what may go out is written. */
function lower({ props }: Complete<"firewall">, ctx: LowerContext): readonly Native[] {
  const { region } = ctx;
  const main = ctx.native(group, {
    name: ctx.name(),
    region,
    delete_default_rules: true,
    tags: tagsOf(props.labels),
  });
  return [
    main,
    ...oneByOne(accepted(props.rules)).map(({ rule, cidr, firewall, part }) =>
      ctx.native(
        rule_,
        {
          region,
          security_group_id: ref(main, "id"),
          direction: rule.direction === "in" ? "ingress" : "egress",
          ethertype: (cidr !== undefined && isIpv6(cidr)) || rule.protocol === "icmpv6" ? "IPv6" : "IPv4",
          protocol: rule.protocol === "all" ? undefined : rule.protocol === "icmpv6" ? "ipv6-icmp" : rule.protocol,
          // Of ICMP these are the kind of message and its code, where 0 is every code: the provider asks for both, and sends no 0.
          port_range_min: rule.fromPort ?? rule.icmpType,
          port_range_max: rule.toPort ?? rule.icmpCode ?? (rule.icmpType === undefined ? undefined : 0),
          remote_ip_prefix: cidr,
          remote_group_id: cidr !== undefined ? undefined : firewall ? ctx.output(firewall) : ref(main, "id"),
        },
        { part },
      ),
    ),
  ];
}

/**
 * Rules as Neutron takes them, one for each other side: it answers a second one like it with SecurityGroupRuleExists, and port 0 with
 * SecurityGroupInvalidPortValue (openstack/neutron neutron/db/securitygroups_db.py, 2026-11-28).
 */
function accepted(rules: readonly FirewallRule[]): readonly FirewallRule[] {
  const takes = rules.flatMap(fromPortOne).filter((rule) => !ofKindZero(rule));
  const single = oneByOne(takes).map(({ rule, cidr, firewall }): FirewallRule => {
    const { cidrs: _, firewalls: __, self: ___, ...matched } = rule;
    const peer = cidr !== undefined ? { cidrs: [cidr] } : firewall ? { firewalls: [firewall] } : { self: true };
    return { ...withRange(matched), ...peer };
  });
  return [...new Map(single.map((rule) => [canonical(rule), rule])).values()];
}

/** Both ends of a range; of a kind of ICMP message its code, unless that is every one. */
function withRange({ toPort, icmpCode, ...rule }: FirewallRule): FirewallRule {
  return {
    ...rule,
    ...(rule.fromPort === undefined ? {} : { toPort: toPort ?? rule.fromPort }),
    ...(rule.icmpType === undefined || !icmpCode ? {} : { icmpCode }),
  };
}
