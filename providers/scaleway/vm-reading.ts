import { listedIn } from "../machines.ts";
import { type Tree, Unknown } from "../native.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { readUserData } from "../user-data.ts";
import { known, list, members } from "../values.ts";
import { gibibytesFrom } from "./disk-units.ts";
import { LOCAL_GIGABYTES } from "./local-disks.ts";
import { machines } from "./machines.ts";
import { labelsFrom, placement } from "./values.ts";
import { readZone, sameZone } from "./zones.ts";

const NAME = "its name at Scaleway; nothing refers to it by that";
const UUID = /^(?:[a-z-]+\d?\/)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const OWNED = [
  "scaleway_instance_ip",
  "scaleway_instance_ip_reverse_dns",
  "scaleway_instance_private_nic",
  "scaleway_instance_user_data",
  "scaleway_ipam_ip",
];

export function raise(group: Cursors, ctx: RaiseContext): void {
  for (const c of OWNED.flatMap((type) => members(group, type))) {
    placement(c);
    sameZone(c);
    c.ignore("tags", "labels of a part of the machine");
  }
  const server = group.anchor;
  if (server.type !== "scaleway_instance_server") return;
  const { props } = ctx;
  placement(server);
  server.ignore("name", NAME);
  readMachine(group, server, ctx);
  readRootDisk(server, ctx);
  readNetwork(group, server, ctx);
  readPublicAddress(group, server, ctx);
  readFirstStart(group, server, ctx);
  const volumes = list(server.read("additional_volume_ids")).map((id) => ctx.reference(id));
  if (volumes.length > 0) props.set("volumes", volumes.filter((v) => v !== undefined) as Tree);
  const firewall = ctx.reference(server.read("security_group_id"));
  if (firewall) props.set("firewalls", [firewall as Tree]);
  readZone(server, ctx);
  props.set("deletionProtection", server.read("protected"));
  props.set("labels", labelsFrom(server.read("tags")));
  server.expect("state", "started");
  server.ignore("replace_on_type_change", "how changes are applied, not what runs");
}

/** Type names are the same in any case. */
function readMachine(group: Cursors, server: Cursor, ctx: RaiseContext): void {
  const type = known(server.read("type"), (t) => String(t).toUpperCase());
  const machine = machines.find((m) => m.name === type);
  ctx.props.set("size", ctx.offered(machine ? listedIn(machine) : "machine", type));
  ctx.props.set("architecture", machine?.architecture);
  ctx.props.set("cpu", machine?.cpu);
  readImage(group, server, ctx);
}

/** A label is one of the marketplace, and a hole where nobody listed what it holds; an id may be anything. */
function readImage(group: Cursors, server: Cursor, ctx: RaiseContext): void {
  const [lookUp] = members(group, "scaleway_marketplace_image");
  lookUp?.ignore("instance_type", "the type of machine that it has to start on");
  const image = lookUp ? lookUp.read("label") : server.read("image");
  if (lookUp || (typeof image === "string" && !UUID.test(image))) {
    const label = known(image, (text) => String(text).toLowerCase().replaceAll("-", "_"));
    ctx.props.set("image", ctx.offered("image", label));
  } else ctx.props.set("customImage", ctx.reference(image) as Tree | undefined);
}

function readRootDisk(server: Cursor, ctx: RaiseContext): void {
  const [root] = server.each("root_volume");
  if (!root) return;
  ctx.props.set(
    "rootDiskGiB",
    known(root.read("size_in_gb"), (gigabytes) => gibibytesFrom(Number(gigabytes))),
  );
  const type = machines.find(({ name }) => server.is("type", name) || server.is("type", name.toLowerCase()));
  const local = LOCAL_GIGABYTES[type?.name ?? ""];
  // Without a size all that the type has is asked for: scaleway/terraform-provider-scaleway@b2d45ed:internal/services/instance/helpers_instance.go.
  if (local !== undefined && root.is("volume_type", "l_ssd") && !root.has("size_in_gb"))
    ctx.props.hold("rootDiskGiB", gibibytesFrom(local));
  root.expect("volume_type", "sbs_volume");
  if (root.is("volume_type", "b_ssd")) root.ignore("volume_type", "Block Storage, which took its place, gives as much");
  root.expect("sbs_iops", 5000);
  root.ignore("name", NAME);
}

/** Its first private network; nothing here has a place for further ones. */
function readNetwork(group: Cursors, server: Cursor, ctx: RaiseContext): void {
  const [nic] = members(group, "scaleway_instance_private_nic");
  const [inside] = server.each("private_network");
  inside?.ignore("zone", "that of the machine it belongs to");
  const network = nic?.read("private_network_id") ?? inside?.read("pn_id");
  ctx.props.set("subnet", ctx.reference(network) as Tree | undefined);
  const [fixed] = members(group, "scaleway_ipam_ip");
  if (!fixed) return;
  ctx.props.set("privateIp", fixed.read("address"));
  for (const source of fixed.each("source")) source.ignore("private_network_id", "the network of its interface");
}

function readPublicAddress(group: Cursors, server: Cursor, ctx: RaiseContext): void {
  const { props } = ctx;
  const addresses = members(group, "scaleway_instance_ip");
  const v4 = addresses.filter((c) => !c.is("type", "routed_ipv6"));
  for (const c of v4) c.expect("type", "routed_ipv4");
  const named = server.has("ip_id") || server.has("ip_ids");
  const dynamic = server.read("enable_dynamic_ip");
  if (dynamic === true) props.set("publicIp", "ephemeral");
  else if (dynamic instanceof Unknown) props.set("publicIp", dynamic);
  else if (v4.length > 0 || (named && addresses.length === 0)) props.set("publicIp", "reserved");
  // Without being asked for none is given.
  else props.hold("publicIp", "none");
  if (v4.length === 0 && named && addresses.length === 0)
    for (const path of ["ip_id", "ip_ids"]) server.ignore(path, "an address that stands outside");
}

/** In an argument of its own, among the other user data, or in a resource. */
function readFirstStart(group: Cursors, server: Cursor, ctx: RaiseContext): void {
  const apart = members(group, "scaleway_instance_user_data").find((c) => c.expect("key", "cloud-init"));
  const text = server.read("cloud_init") ?? server.read("user_data.cloud-init") ?? apart?.read("value");
  readUserData(server, text, [], ctx);
}
