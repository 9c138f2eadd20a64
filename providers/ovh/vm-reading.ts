import type { Tree } from "../native.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { readUserData } from "../user-data.ts";
import { list, members } from "../values.ts";
import { imageOffers } from "./images.ts";
import { placement } from "./values.ts";
import { readNewer, readOlder } from "./vm-other-forms.ts";
import { EXTERNAL, readFlavour, readImage, readSubnet, setFirewalls } from "./vm-parts.ts";
import { readZone } from "./zones.ts";

const NAME = "its name at OVHcloud; nothing refers to it by that";
const PARTS = [
  "openstack_compute_keypair_v2",
  "ovh_cloud_ssh_key",
  "ovh_cloud_project_ssh_key",
  "openstack_networking_port_v2",
  "openstack_networking_port_secgroup_associate_v2",
  "openstack_compute_volume_attach_v2",
  "openstack_compute_interface_attach_v2",
  "openstack_networking_floatingip_v2",
  "openstack_networking_floatingip_associate_v2",
  "openstack_compute_floatingip_associate_v2",
  "ovh_cloud_project_instance_snapshot",
];
const KEYS = PARTS.slice(0, 3);

export function raise(group: Cursors, ctx: RaiseContext): void {
  for (const c of PARTS.flatMap((type) => members(group, type))) placement(c);
  readAttachments(group, ctx);
  const instance = group.anchor;
  if (PARTS.includes(instance.type)) return;
  placement(instance);
  instance.ignore("name", NAME);
  readZone(instance, ctx);
  if (instance.preventDestroy) ctx.props.set("deletionProtection", true);
  const keys = KEYS.flatMap((type) => members(group, type));
  for (const c of keys) c.ignore("name", NAME);
  const publicKeys = keys.map((c) => c.read("public_key")).filter((k) => k !== undefined);
  if (instance.type === "ovh_cloud_instance") readNewer(group, instance, publicKeys, ctx);
  else if (instance.type === "ovh_cloud_project_instance") readOlder(group, instance, publicKeys, ctx);
  else readOpenStack(instance, publicKeys, group, ctx);
}

function readOpenStack(instance: Cursor, keys: readonly Tree[], group: Cursors, ctx: RaiseContext): void {
  readFlavour(group, () => instance.read("flavor_name") ?? instance.read("flavor_id"), ctx);
  const [boot] = instance.each("block_device").filter((b) => b.is("source_type", "image"));
  const image = instance.read("image_name");
  if (typeof image === "string" && imageOffers.offers.some((o) => o.native === image))
    ctx.props.set("image", ctx.offered("image", image));
  else readImage(group, () => instance.read("image_id") ?? image ?? boot?.read("uuid"), ctx);
  if (boot) readBootDisk(boot, instance.has("image_name") || instance.has("image_id"), ctx);
  readUserData(instance, instance.read("user_data"), keys, ctx);
  readNetwork(instance, group, ctx);
  ctx.props.set("labels", instance.read("metadata"));
  instance.ignore("admin_pass", "a secret is never carried: the target gives a new one");
  instance.ignore("config_drive", "how user data reaches the machine");
  for (const path of ["force_delete", "stop_before_destroy", "vendor_options"])
    instance.ignore(path, "how changes are applied, not what runs");
}

/** A machine that boots from a volume of its own says there what it holds and how large it is. */
function readBootDisk(boot: Cursor, isNamed: boolean, ctx: RaiseContext): void {
  boot.expect("source_type", "image");
  for (const path of ["boot_index", "destination_type", "delete_on_termination"])
    boot.ignore(path, "that it is the disk of the system");
  if (isNamed) boot.ignore("uuid", "the image that the machine names too");
  ctx.props.set("rootDiskGiB", boot.read("volume_size"));
}

/** Its place in the public network, its ports, and the first network of its own. */
function readNetwork(instance: Cursor, group: Cursors, ctx: RaiseContext): void {
  const { props } = ctx;
  const networks = instance.each("network");
  const internet = members(group, "openstack_networking_network_v2");
  for (const path of ["name", "external"])
    for (const c of internet) c.ignore(path, "the network that leads to the internet");
  const isOutside = (n: Cursor, paths: readonly string[]) =>
    paths.some((path) => internet.some((c) => n.names(path, c)));
  const outside = networks.find((n) => n.expect("name", EXTERNAL) || isOutside(n, ["uuid", "name"]));
  const inside = networks.find((n) => n !== outside);
  for (const n of networks) n.ignore("access_network", "which of its addresses is shown first");
  const ports = members(group, "openstack_networking_port_v2");
  for (const n of networks) for (const p of ports) n.names("port", p);
  const outer = ports.filter((p) => isOutside(p, ["network_id"]));
  const [port] = ports.filter((p) => !outer.includes(p));
  if (port) readPort(port, ctx);
  else if (inside) {
    props.set("subnet", ctx.called("network", inside.read("uuid") ?? inside.read("name")) as Tree | undefined);
    props.set("privateIp", inside.read("fixed_ip_v4"));
  }
  readFirewalls(instance, ports, group, ctx);
  readPublicAddress(outside !== undefined || outer.length > 0 || networks.length === 0, instance, group, ctx);
}

function readPort(port: Cursor, ctx: RaiseContext): void {
  const [fixed] = port.each("fixed_ip");
  ctx.props.set("subnet", readSubnet(port, "fixed_ip.subnet_id", "network_id", ctx) as Tree | undefined);
  ctx.props.set("privateIp", fixed?.read("ip_address"));
  for (const path of ["name", "description", "tags"]) port.ignore(path, "how the port is called");
}

function readFirewalls(instance: Cursor, ports: readonly Cursor[], group: Cursors, ctx: RaiseContext): void {
  const associations = members(group, "openstack_networking_port_secgroup_associate_v2");
  for (const c of associations) c.expect("enforce", true);
  const ids = [
    instance.read("security_groups"),
    ...ports.map((p) => p.read("security_group_ids")),
    ...associations.map((c) => c.read("security_group_ids")),
  ].flatMap((value) => list(value));
  setFirewalls(
    // The group that every machine has where none is named.
    ids.filter((id) => id !== "default"),
    ctx,
  );
}

function readPublicAddress(outside: boolean, instance: Cursor, group: Cursors, ctx: RaiseContext): void {
  const addresses = members(group, "openstack_networking_floatingip_v2");
  const associations = [
    ...members(group, "openstack_networking_floatingip_associate_v2"),
    ...members(group, "openstack_compute_floatingip_associate_v2"),
  ];
  for (const c of addresses) {
    c.ignore("pool", "the network that leads to the internet");
    for (const path of ["description", "tags"]) c.ignore(path, "labels of the address");
  }
  if (addresses.length + associations.length > 0) ctx.props.set("publicIp", "reserved");
  else if (outside) ctx.props.set("publicIp", instance.is("network_mode", "none") ? "none" : "ephemeral");
  else ctx.props.hold("publicIp", "none");
}

function readAttachments(group: Cursors, ctx: RaiseContext): void {
  const attachments = members(group, "openstack_compute_volume_attach_v2");
  for (const c of attachments) {
    c.ignore("device", "how the machine's system names it");
    c.ignore("multiattach", "what the volume allows");
  }
  const volumes = attachments.map((c) => ctx.reference(c.read("volume_id"))).filter((v) => v !== undefined);
  if (volumes.length > 0) ctx.props.set("volumes", volumes as Tree);
}
