import { hasMessages, hasPorts, LAST_PORT, PROTOCOLS_NAMED, wholeRule } from "../firewall-rules.ts";
import { type Tree, Unknown } from "../native.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { known, list, meaning, members } from "../values.ts";
import { placement } from "./values.ts";

const GROUP = "aws_security_group";
const BESIDE: Readonly<Record<string, "in" | "out" | undefined>> = {
  aws_security_group_rule: undefined,
  aws_vpc_security_group_ingress_rule: "in",
  aws_vpc_security_group_egress_rule: "out",
};

const PROTOCOL: Readonly<Record<string, string>> = { ...PROTOCOLS_NAMED, "-1": "all", all: "all" };

export function raise(group: Cursors, ctx: RaiseContext): void {
  const [main] = members(group, GROUP);
  const rules: Tree[] = [];
  if (main) {
    placement(main);
    for (const path of ["name", "name_prefix", "description"]) main.ignore(path, "its name at AWS");
    main.ignore("revoke_rules_on_delete", "what happens at destroy, not what runs");
    ctx.props.set("network", ctx.reference(main.read("vpc_id")) as Tree | undefined);
    ctx.props.set("labels", main.read("tags"));
    for (const [path, direction] of [
      ["ingress", "in"],
      ["egress", "out"],
    ] as const) {
      const blocks = main.each(path);
      if (blocks.length === 0 && main.has(path)) rules.push(main.read(path) ?? new Unknown(path));
      for (const block of blocks) rules.push(readRule(block, direction, main, ctx));
    }
  }
  for (const [type, direction] of Object.entries(BESIDE)) {
    for (const c of members(group, type)) {
      placement(c);
      c.ignore("tags", "labels of a rule; those of the firewall are kept");
      rules.push(readRule(c, direction ?? meaning(c.read("type"), { ingress: "in", egress: "out" }), main, ctx));
    }
  }
  if (main || rules.length > 0) ctx.props.set("rules", rules);
}

const RANGES = ["cidr_blocks", "ipv6_cidr_blocks", "cidr_ipv4", "cidr_ipv6"];
const PREFIX_LISTS = ["prefix_list_ids", "prefix_list_id"];
const textOf = (id: Tree) => (id instanceof Unknown ? id.expression : JSON.stringify(id));
const GROUPS = ["security_groups", "source_security_group_id", "referenced_security_group_id"];

function readRule(c: Cursor, direction: Tree | undefined, main: Cursor | undefined, ctx: RaiseContext): Tree {
  c.ignore("description", "names the rule");
  const protocol = meaning(
    known(c.read(c.has("ip_protocol") ? "ip_protocol" : "protocol"), (word) => String(word).toLowerCase()),
    PROTOCOL,
  );
  const ranges = RANGES.flatMap((path) => list(c.read(path)));
  // The cloud says which ranges such a list holds, and changes them.
  const listed = PREFIX_LISTS.flatMap((path) => list(c.read(path))).map(
    (id) => new Unknown(`the ranges of ${textOf(id)}`),
  );
  const cidrs = [...ranges, ...listed];
  const own = main ? GROUPS.filter((path) => c.has(path) && c.names(path, main)) : [];
  const firewalls = GROUPS.filter((path) => !own.includes(path)).flatMap((path) =>
    list(c.read(path)).map((id) => ctx.reference(id)),
  );
  return wholeRule({
    direction,
    protocol,
    ...readPorts(c, protocol),
    cidrs: cidrs.length > 0 ? cidrs : undefined,
    firewalls: firewalls.length > 0 ? (firewalls as Tree) : undefined,
    self: own.length > 0 ? true : c.is("self", true) ? c.read("self") : undefined,
  });
}

/** Every port is no port; what has none repeats itself in many ways. Of ICMP they are the kind of message and its code. */
function readPorts(c: Cursor, protocol: Tree | undefined) {
  if (hasMessages(protocol)) {
    const numberAt = (path: string) => (c.expect(path, -1) ? undefined : c.read(path));
    const icmpType = numberAt("from_port");
    return { icmpType, icmpCode: icmpType === undefined && !c.is("to_port", -1) ? undefined : numberAt("to_port") };
  }
  if (!hasPorts(protocol) && !(protocol instanceof Unknown)) {
    for (const path of ["from_port", "to_port"]) for (const none of [-1, 0]) c.expect(path, none);
    if (protocol === "all") c.expect("to_port", LAST_PORT);
    return {};
  }
  if (c.is("from_port", 0) && c.is("to_port", LAST_PORT)) {
    c.expect("from_port", 0);
    c.expect("to_port", LAST_PORT);
    return {};
  }
  return { fromPort: c.read("from_port"), toPort: c.read("to_port") };
}
