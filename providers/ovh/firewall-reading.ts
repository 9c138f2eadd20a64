import { hasMessages, PROTOCOLS_NAMED, wholeRule } from "../firewall-rules.ts";
import { type Tree, Unknown } from "../native.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { known, meaning, members } from "../values.ts";
import { labelsFrom } from "../word-tags.ts";
import { placement } from "./values.ts";

const OPENSTACK = "openstack_networking_secgroup_v2";
const RULE = "openstack_networking_secgroup_rule_v2";
const OWN = "ovh_cloud_security_group";

const PROTOCOL: Readonly<Record<string, string>> = { ...PROTOCOLS_NAMED, "ipv6-icmp": "icmpv6" };
/** Nothing on the other side is everything of its family. */
const ANYWHERE = { ipv4: "0.0.0.0/0", ipv6: "::/0" };
/** What lets everything out of a group that nobody said anything else of. */
const EVERYTHING_OUT = { direction: "out", protocol: "all", cidrs: ["0.0.0.0/0", "::/0"] };

export function raise(group: Cursors, ctx: RaiseContext): void {
  const main = [OPENSTACK, OWN].flatMap((type) => members(group, type))[0];
  const rules: Tree[] = [];
  if (main) {
    placement(main);
    for (const path of ["name", "description", "tenant_id"]) main.ignore(path, "its name at OVHcloud, and its project");
    main.expect("stateful", true);
    ctx.props.set("labels", labelsFrom(main.read("tags")));
    if (!(main.type === OPENSTACK && main.expect("delete_default_rules", true))) rules.push(EVERYTHING_OUT);
    const blocks = main.each("rule");
    if (blocks.length === 0 && main.has("rule")) rules.push(main.read("rule") ?? new Unknown("rule"));
    for (const rule of blocks) rules.push(readRule(rule, "ethernet_type", main, ctx));
  }
  for (const c of members(group, RULE)) {
    placement(c);
    c.ignore("tenant_id", "its project");
    rules.push(readRule(c, "ethertype", main, ctx));
  }
  if (main || rules.length > 0) ctx.props.set("rules", rules);
}

const lower = (value: Tree | undefined) => known(value, (word) => String(word).toLowerCase());

function readRule(c: Cursor, family: string, main: Cursor | undefined, ctx: RaiseContext): Tree {
  c.ignore("description", "names the rule");
  const isOwn = main !== undefined && c.names("remote_group_id", main);
  const other = isOwn ? undefined : ctx.reference(c.read("remote_group_id"));
  const range = c.read("remote_ip_prefix");
  const protocol = c.has("protocol") ? meaning(lower(c.read("protocol")), PROTOCOL) : "all";
  const cidr = range ?? (isOwn || other ? undefined : meaning(lower(c.read(family)), ANYWHERE));
  if (range !== undefined) c.ignore(family, "follows from the range");
  // A group is let in over the family that its protocol belongs to; any other one stays in sight.
  else for (const word of protocol === "icmpv6" ? ["IPv6", "IPV6"] : ["IPv4", "IPV4"]) c.expect(family, word);
  return wholeRule({
    direction: meaning(lower(c.read("direction")), { ingress: "in", egress: "out" }),
    protocol,
    ...(hasMessages(protocol) ? messages(c) : { fromPort: c.read("port_range_min"), toPort: c.read("port_range_max") }),
    cidrs: cidr === undefined ? undefined : [cidr],
    firewalls: other ? ([other] as Tree) : undefined,
    self: isOwn ? true : undefined,
  });
}

/** Of ICMP; the provider of OpenStack sends no 0, and what is not sent is every kind or every code. */
function messages(c: Cursor): { readonly [field: string]: Tree | undefined } {
  const [icmpType, icmpCode] = [c.read("port_range_min"), c.read("port_range_max")];
  if (c.type !== RULE || icmpCode !== 0) return { icmpType, icmpCode };
  return { icmpType: icmpType === 0 ? undefined : icmpType };
}
