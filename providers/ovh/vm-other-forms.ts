import type { Tree } from "../native.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { readUserData } from "../user-data.ts";
import { list } from "../values.ts";
import { readFlavour, readImage, readSubnet, setFirewalls } from "./vm-parts.ts";

/** `ovh_cloud_instance`: flavour and image by id, security groups, and no user data. */
export function readNewer(group: Cursors, instance: Cursor, keys: readonly Tree[], ctx: RaiseContext): void {
  const { props } = ctx;
  readFlavour(group, () => instance.read("flavor_id"), ctx);
  readImage(group, () => instance.read("image_id"), ctx);
  readUserData(instance, undefined, keys, ctx);
  const networks = instance.each("networks");
  const inside = networks.find((n) => n.has("subnet_id") || n.has("network_id"));
  if (inside) props.set("subnet", readSubnet(inside, "subnet_id", "network_id", ctx) as Tree | undefined);
  props.set("privateIp", inside?.read("ip"));
  const outside = networks.find((n) => n.expect("auto_assign_public_ip", true));
  if (outside) props.set("publicIp", "ephemeral");
  else props.hold("publicIp", networks.length === 0 ? "ephemeral" : "none");
  setFirewalls(list(instance.read("security_group_ids")), ctx);
  const volumes = list(instance.read("volume_ids")).map((id) => ctx.reference(id));
  if (volumes.length > 0) props.set("volumes", volumes.filter((v) => v !== undefined) as Tree);
  instance.expect("power_state", "ACTIVE");
}

/** `ovh_cloud_project_instance`: user data and addresses made with it, and no security groups. */
export function readOlder(group: Cursors, instance: Cursor, keys: readonly Tree[], ctx: RaiseContext): void {
  const { props } = ctx;
  readFlavour(group, () => instance.read("flavor.flavor_id"), ctx);
  readImage(group, () => instance.read("boot_from.image_id"), ctx);
  const made = instance.read("ssh_key_create.public_key");
  instance.ignore("ssh_key_create.name", "names the key, which is carried");
  readUserData(instance, instance.read("user_data"), made === undefined ? keys : [...keys, made], ctx);
  const [inside] = instance.each("network.private");
  if (inside) props.set("subnet", readSubnet(inside, "network.subnet_id", "network.id", ctx) as Tree | undefined);
  props.set("privateIp", inside?.read("ip"));
  const floating = inside?.has("floating_ip") || inside?.has("floating_ip_create");
  inside?.ignore("floating_ip", "the address, which changes");
  inside?.ignore("floating_ip_create", "the address, which changes");
  if (floating) props.set("publicIp", "reserved");
  else if (instance.expect("network.public", true)) props.set("publicIp", "ephemeral");
  else props.hold("publicIp", "none");
  instance.expect("billing_period", "hourly");
}
