import type { Reference } from "../../constructs/component.ts";
import { type Tree, Unknown } from "../native.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { known, list, members } from "../values.ts";
import type { Described } from "./vm-reading.ts";

const CARD = "how the interface is called or attached";

/** Subnet, addresses and firewalls, from the instance and from interfaces of its own. */
export function readNetwork(instance: Cursor, described: Described, group: Cursors, ctx: RaiseContext): void {
  const { props } = ctx;
  const cards = cardsOf(instance, group);
  // Further interfaces stand in networks of their own: nothing here has a place for them.
  const card = instance.has("subnet_id") ? undefined : cards[0];
  const subnet = described.read("subnet_id", "network_interfaces.subnet_id") ?? card?.read("subnet_id");
  props.set("subnet", ctx.reference(subnet) as Tree | undefined);
  const fixed = instance.read("private_ip") ?? card?.read("private_ips.0") ?? card?.read("private_ip");
  props.set("privateIp", fixed);
  readFirewalls(instance, described, card, group, ctx);
  readPublicAddress(described, group, ctx);
}

/** The interfaces made apart, the first one of the machine first. */
function cardsOf(instance: Cursor, group: Cursors): readonly Cursor[] {
  for (const block of instance.each("network_interface")) {
    block.expect("device_index", 0);
    block.ignore("network_card_index", CARD);
    block.ignore("delete_on_termination", CARD);
  }
  for (const c of members(group, "aws_network_interface_attachment")) {
    c.expect("device_index", 0);
    c.ignore("network_card_index", CARD);
  }
  const cards = members(group, "aws_network_interface");
  for (const c of cards) {
    for (const path of ["description", "tags"]) c.ignore(path, CARD);
    for (const block of c.each("attachment")) block.expect("device_index", 0);
  }
  return cards;
}

function readFirewalls(
  instance: Cursor,
  described: Described,
  card: Cursor | undefined,
  group: Cursors,
  ctx: RaiseContext,
): void {
  const ids = [
    described.read("vpc_security_group_ids"),
    // Names, as networks without a VPC had them.
    instance.read("security_groups"),
    card?.read("security_groups"),
    ...members(group, "aws_network_interface_sg_attachment").map((c) => c.read("security_group_id")),
  ].flatMap((value) => list(value));
  const firewalls = ids.map((id) => ctx.called("firewall", id)).filter((r) => r !== undefined);
  if (firewalls.length > 0) ctx.props.set("firewalls", distinct(firewalls) as Tree);
}

function distinct(references: readonly Reference[]): readonly Reference[] {
  return [...new Map(references.map((r) => [JSON.stringify(r), r])).values()];
}

const GIVEN = ["associate_public_ip_address", "network_interfaces.associate_public_ip_address"] as const;

/** Templates write it as text. */
const GIVEN_WORDS: Readonly<Record<string, string>> = { true: "ephemeral", false: "none" };

/** An address of its own stays when the machine is made anew; any other one goes with it. */
function readPublicAddress(described: Described, group: Cursors, ctx: RaiseContext): void {
  const addresses = members(group, "aws_eip");
  const associations = members(group, "aws_eip_association");
  for (const c of addresses) {
    // Up to version 5 of the provider.
    c.expect("vpc", true);
    c.expect("domain", "vpc");
    c.ignore("tags", "labels of the address");
  }
  for (const c of associations) c.ignore("allow_reassociation", "how it is attached, not what runs");
  if (addresses.length + associations.length === 0) {
    ctx.props.set(
      "publicIp",
      known(described.read(...GIVEN), (given) => GIVEN_WORDS[String(given)] ?? new Unknown(JSON.stringify(given))),
    );
    return;
  }
  ctx.props.set("publicIp", "reserved");
  described.ignore(...GIVEN, "the address of its own takes its place");
}
