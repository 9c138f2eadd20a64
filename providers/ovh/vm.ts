import type { Reference } from "../../constructs/component.ts";
import type { Props } from "../../constructs/kinds.ts";
import { ref } from "../expr.ts";
import { sortOf } from "../machines.ts";
import type { Native, Tree } from "../native.ts";
import { ownImage } from "../own-image.ts";
import type { Claim, Complete, Implementation, LowerContext } from "../provider.ts";
import { withKeys } from "../user-data.ts";
import { compact, theNative } from "../values.ts";
import { imageOffers } from "./images.ts";
import { machineOffers, machines } from "./machines.ts";
import { networkOf } from "./values.ts";
import { exit, rewrites } from "./vm-facts.ts";
import { losses } from "./vm-losses.ts";
import { EXTERNAL, GATEWAY } from "./vm-parts.ts";
import { raise } from "./vm-reading.ts";
import { zoneIn } from "./zones.ts";

/**
 * Of the forms that OVHcloud knows, the only one with user data and security groups together, and with flavour and image by name:
 * facts/mapping.md section 2, trap 5, 2026-11-21.
 */
const machine = "openstack_compute_instance_v2";
const newer = "ovh_cloud_instance";
const older = "ovh_cloud_project_instance";
const port = "openstack_networking_port_v2";
const floating = "openstack_networking_floatingip_v2";
const associated = "openstack_networking_floatingip_associate_v2";
const keys = ["openstack_compute_keypair_v2", "ovh_cloud_ssh_key", "ovh_cloud_project_ssh_key"];

const owned = (type: string, attr: string, to: readonly string[], by: readonly string[] = ["id"]): Claim => ({
  type,
  role: "owned",
  edge: { attr, to, by },
});
const named = (type: string, role: "owned" | "shared", from: string, attr: string, by: readonly string[]): Claim => ({
  type,
  role,
  edge: { from, attr, by },
});

/** What an id is looked up by where that says what it is: a name that is listed. */
const lookedUp = (type: string, from: string, attr: string, names: readonly string[]): Claim => ({
  ...named(type, "shared", from, attr, ["id"]),
  mode: "data",
  when: (native) => names.includes(String(native("name"))),
});

const claims: readonly Claim[] = [
  ...[machine, newer, older].map((type): Claim => ({ type, role: "anchor" })),
  ...keys.flatMap((type) => [
    named(type, "shared", machine, "key_pair", ["name", "id"]),
    named(type, "shared", newer, "ssh_key_name", ["name"]),
    named(type, "shared", older, "ssh_key.name", ["name"]),
  ]),
  named(port, "owned", machine, "network.port", ["id"]),
  owned("openstack_networking_port_secgroup_associate_v2", "port_id", [machine, port], ["id", "network.port"]),
  owned("openstack_compute_volume_attach_v2", "instance_id", [machine, newer, older]),
  owned("openstack_compute_interface_attach_v2", "instance_id", [machine, newer, older]),
  owned(associated, "port_id", [port]),
  owned("openstack_compute_floatingip_associate_v2", "instance_id", [machine]),
  owned(floating, "port_id", [port]),
  ...[associated, "openstack_compute_floatingip_associate_v2"].map((type) =>
    named(floating, "owned", type, "floating_ip", ["address"]),
  ),
  ...[
    [machine, "image_id"],
    [machine, "block_device.uuid"],
    [older, "boot_from.image_id"],
    [newer, "image_id"],
  ].map(([from = "", attr = ""]) =>
    lookedUp(
      "openstack_images_image_v2",
      from,
      attr,
      imageOffers.offers.map((o) => o.native),
    ),
  ),
  ...[
    [machine, "flavor_id"],
    [older, "flavor.flavor_id"],
    [newer, "flavor_id"],
  ].map(([from = "", attr = ""]) =>
    lookedUp(
      "openstack_compute_flavor_v2",
      from,
      attr,
      machines.map((m) => m.name),
    ),
  ),
  ...[
    [machine, "network.uuid"],
    [machine, "network.name"],
    [port, "network_id"],
    [floating, "pool"],
  ].map(
    ([from = "", attr = ""]): Claim => ({
      ...named("openstack_networking_network_v2", "shared", from, attr, ["id", "name"]),
      mode: "data",
      when: (native) => native("name") === EXTERNAL || native("external") === true,
    }),
  ),
  owned("ovh_cloud_project_instance_snapshot", "instance_id", [machine, newer, older]),
];

/** A Public Cloud instance with its key, ports, addresses and the volumes attached to it. */
export const vm: Implementation<"vm"> = {
  claims,
  lower,
  raise,
  outputs: {
    // A route of a network leads to the machine's address inside.
    id: (natives, _item, user) =>
      (user?.kind === "network" ? insideOf(natives) : undefined) ?? ref(theNative(natives, machine), "id"),
    privateIp: insideOf,
    publicIp: (natives) => {
      const address = natives.find((n) => n.type === floating);
      if (address) return ref(address, "address");
      return isOutside(theNative(natives, machine))
        ? ref(theNative(natives, machine), "network[0].fixed_ip_v4")
        : undefined;
    },
  },
  named: ({ type }) =>
    type === floating ? { output: "publicIp" } : type === port ? { output: "privateIp" } : undefined,
  rewrites,
  losses,
  exit,
};

function insideOf(natives: readonly Native[]): Tree | undefined {
  const inside = natives.find((n) => n.type === port);
  return inside && ref(inside, "all_fixed_ips[0]");
}

function isOutside({ args }: Native): boolean {
  const [first] = args["network"] as readonly { readonly name?: Tree }[];
  return first?.name === EXTERNAL;
}

type VmProps = Props<"vm">;

function lower({ props }: Complete<"vm">, ctx: LowerContext): readonly Native[] {
  const { region } = ctx;
  const [firstKey, ...moreKeys] = props.sshKeys ?? [];
  const key =
    firstKey === undefined ? undefined : ctx.native(keys[0] ?? "", { name: ctx.name(), region, public_key: firstKey });
  const inside = props.subnet && portIn(props.subnet, props, ctx);
  // An address that moves is given to a port; without one the machine stands in the public network itself.
  const outside = !inside || props.publicIp === "ephemeral";
  const custom = ownImage(props, imageOffers, ctx);
  const instance = ctx.native(
    machine,
    {
      name: ctx.name(),
      region,
      availability_zone: zoneIn(region, props.zone),
      flavor_name: ctx.pick(sortOf(props, machineOffers), compact(props.size)).native,
      image_name: custom === undefined ? ctx.pick("image", props.image).native : undefined,
      image_id: custom,
      key_pair: key && ref(key, "name"),
      user_data: withKeys(props.userData, moreKeys),
      network: [...(outside ? [{ name: EXTERNAL }] : []), ...(inside ? [{ port: ref(inside, "id") }] : [])],
      metadata: props.labels,
    },
    {
      preventDestroy: true,
      // What it fetches at its first start goes out through it.
      after: !outside && props.subnet && props.userData ? { of: [props.subnet], types: [GATEWAY] } : undefined,
    },
  );
  const address =
    inside && props.publicIp === "reserved" ? ctx.native(floating, { region, pool: EXTERNAL }) : undefined;
  return [
    instance,
    ...[key, inside].filter((n) => n !== undefined),
    ...(outside ? publicFirewalls(instance, props, ctx) : []),
    ...(address && inside
      ? [
          address,
          ctx.native(
            associated,
            { region, floating_ip: ref(address, "address"), port_id: ref(inside, "id") },
            { after: props.subnet && { of: [props.subnet], types: [GATEWAY] } },
          ),
        ]
      : []),
    ...(props.volumes ?? []).map((volume, i) =>
      ctx.native(
        "openstack_compute_volume_attach_v2",
        { region, instance_id: ref(instance, "id"), volume_id: ctx.output(volume) },
        { part: `volume-${String(i + 1).padStart(2, "0")}` },
      ),
    ),
  ];
}

function portIn(subnet: Reference, props: VmProps, ctx: LowerContext): Native {
  return ctx.native(port, {
    name: ctx.name(),
    region: ctx.region,
    network_id: networkOf(subnet, "machine", ctx),
    fixed_ip: [compact({ subnet_id: ctx.output(subnet), ip_address: props.privateIp })],
    security_group_ids: groupsOf(props, ctx),
  });
}

/** By their ids, in the place of the group `default`, which lets everything in. The argument of the machine takes names alone. */
function publicFirewalls(instance: Native, props: VmProps, ctx: LowerContext): readonly Native[] {
  const groups = groupsOf(props, ctx);
  if (!groups) return [];
  return [
    ctx.native("openstack_networking_port_secgroup_associate_v2", {
      region: ctx.region,
      port_id: ref(instance, "network[0].port"),
      security_group_ids: groups,
      enforce: true,
    }),
  ];
}

function groupsOf({ firewalls }: VmProps, ctx: LowerContext): readonly Tree[] | undefined {
  return firewalls?.length ? firewalls.map((f) => ctx.output(f)) : undefined;
}
