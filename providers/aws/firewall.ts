import { networkRange } from "../../constructs/cidr.ts";
import { ref } from "../expr.ts";
import { type FirewallRule, isIpv6, LAST_PORT, oneByOne } from "../firewall-rules.ts";
import type { Native } from "../native.ts";
import type { Claim, Complete, Implementation, LowerContext } from "../provider.ts";
import { exit, losses, rewrites } from "./firewall-facts.ts";
import { raise } from "./firewall-reading.ts";
import { groupName } from "./values.ts";

const group = "aws_security_group";
const inbound = "aws_vpc_security_group_ingress_rule";
const outbound = "aws_vpc_security_group_egress_rule";

const claims: readonly Claim[] = [
  { type: group, role: "anchor" },
  ...["aws_security_group_rule", inbound, outbound].map(
    (type): Claim => ({ type, role: "owned", edge: { attr: "security_group_id", to: [group], by: ["id"] } }),
  ),
];

/** A security group, with its rules inside or beside it. The group that every VPC has belongs to the network. */
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

/** Rules stand beside the group: two groups may then name each other. */
function lower({ props }: Complete<"firewall">, ctx: LowerContext): readonly Native[] {
  const main = ctx.native(group, {
    name: groupName(ctx.name()),
    vpc_id: props.network && ctx.output(props.network),
    tags: props.labels,
  });
  return [
    main,
    ...oneByOne(props.rules).map(({ rule, cidr: given, firewall, part }) => {
      // AWS refuses a range that does not begin with its first address.
      const cidr = given && networkRange(given);
      return ctx.native(
        rule.direction === "in" ? inbound : outbound,
        {
          security_group_id: ref(main, "id"),
          ...matched(rule),
          cidr_ipv4: cidr !== undefined && !isIpv6(cidr) ? cidr : undefined,
          cidr_ipv6: cidr !== undefined && isIpv6(cidr) ? cidr : undefined,
          referenced_security_group_id:
            cidr !== undefined ? undefined : firewall ? ctx.output(firewall) : ref(main, "id"),
        },
        { part },
      );
    }),
  ];
}

/** Protocols that AWS knows by number only. */
const NUMBERS: Readonly<Record<string, string>> = { all: "-1", esp: "50", ah: "51", gre: "47" };

function matched({ protocol, fromPort, toPort, icmpType, icmpCode }: FirewallRule) {
  const ip_protocol = NUMBERS[protocol] ?? protocol;
  if (ip_protocol !== protocol) return { ip_protocol };
  if (protocol !== "tcp" && protocol !== "udp") {
    return { ip_protocol, from_port: icmpType ?? -1, to_port: icmpCode ?? -1 };
  }
  return { ip_protocol, from_port: fromPort ?? 0, to_port: toPort ?? fromPort ?? LAST_PORT };
}
