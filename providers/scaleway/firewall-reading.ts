import { hasPorts, wholeRule } from "../firewall-rules.ts";
import { type Tree, Unknown } from "../native.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { known, meaning, members } from "../values.ts";
import { labelsFrom, placement } from "./values.ts";

const PROTOCOL = { ANY: "all", TCP: "tcp", UDP: "udp", ICMP: "icmp" };
const POLICY = { accept: "accept", drop: "drop" };
const ANYWHERE = ["0.0.0.0/0", "::/0"];

export function raise(group: Cursors, ctx: RaiseContext): void {
  const [main] = members(group, "scaleway_instance_security_group");
  const beside = members(group, "scaleway_instance_security_group_rules");
  const rules: Tree[] = [];
  if (main) {
    placement(main);
    main.ignore("zone", "where it stands is chosen anew at the target");
    for (const path of ["name", "description"]) main.ignore(path, "its name at Scaleway");
    main.expect("external_rules", beside.length > 0);
    ctx.props.set("labels", labelsFrom(main.read("tags")));
    for (const [path, direction] of [
      ["inbound_default_policy", "in"],
      ["outbound_default_policy", "out"],
    ] as const) {
      // A policy that nobody gave is to accept.
      const policy = main.has(path) ? meaning(main.read(path), POLICY) : "accept";
      if (policy instanceof Unknown) rules.push(policy);
      else if (policy === "accept") rules.push({ direction, protocol: "all", cidrs: ANYWHERE });
    }
  }
  for (const c of [...(main ? [main] : []), ...beside]) {
    for (const [path, direction] of [
      ["inbound_rule", "in"],
      ["outbound_rule", "out"],
    ] as const) {
      const blocks = c.each(path);
      if (blocks.length === 0 && c.has(path)) rules.push(c.read(path) ?? new Unknown(path));
      // What is refused has no place among what may pass: it stays in sight.
      for (const rule of blocks) if (rule.expect("action", "accept")) rules.push(readRule(rule, direction));
    }
  }
  if (main || rules.length > 0) ctx.props.set("rules", rules);
}

function readRule(rule: Cursor, direction: "in" | "out"): Tree {
  // TCP is what is meant when nothing is said.
  const protocol = meaning(rule.read("protocol") ?? "TCP", PROTOCOL);
  const address = known(rule.read("ip"), (ip) => (String(ip).includes("/") ? ip : `${String(ip)}/32`));
  return wholeRule({
    direction,
    protocol,
    ...readPorts(rule, protocol),
    cidrs: [rule.read("ip_range") ?? address ?? "0.0.0.0/0"],
  });
}

/** Of ICMP and of every protocol the service holds none: scaleway/scaleway-sdk-go@2c5cd81b0528:api/instance/v1/instance_sdk.go (SetSecurityGroupRulesRequestRule), 2026-11-28. */
function readPorts(rule: Cursor, protocol: Tree | undefined): { readonly [field: string]: Tree | undefined } {
  if (!hasPorts(protocol) && !(protocol instanceof Unknown)) {
    for (const path of ["port", "port_range"]) rule.ignore(path, "of a protocol without ports the service holds none");
    return {};
  }
  const ports = rule.read("port_range");
  const port = rule.read("port");
  const [first, last] = typeof ports === "string" ? ports.split("-").map(Number) : [];
  return {
    fromPort: port ?? (ports instanceof Unknown ? ports : first),
    toPort: port ?? (ports instanceof Unknown ? ports : (last ?? first)),
  };
}
