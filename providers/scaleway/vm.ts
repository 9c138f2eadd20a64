import { ref } from "../expr.ts";
import { sortOf } from "../machines.ts";
import type { Native } from "../native.ts";
import { ownImage } from "../own-image.ts";
import type { Claim, Complete, Implementation, LowerContext } from "../provider.ts";
import { withKeys } from "../user-data.ts";
import { compact, theNative } from "../values.ts";
import { imageOffers } from "./images.ts";
import { machineOffers } from "./machines.ts";
import { ipv4Of, tagsOf } from "./values.ts";
import { exit, losses, MAX_VOLUMES, rewrites } from "./vm-facts.ts";
import { raise } from "./vm-reading.ts";
import { MAX_GIGABYTES } from "./volume-facts.ts";
import { volumeGigabytes, zoneIn } from "./zones.ts";

const server = "scaleway_instance_server";
const address = "scaleway_instance_ip";
const card = "scaleway_instance_private_nic";
const fixed = "scaleway_ipam_ip";

const claims: readonly Claim[] = [
  { type: server, role: "anchor" },
  ...["ip_id", "ip_ids"].map(
    (attr): Claim => ({ type: address, role: "owned", edge: { from: server, attr, by: ["id"] } }),
  ),
  { type: "scaleway_instance_ip_reverse_dns", role: "owned", edge: { attr: "ip_id", to: [address], by: ["id"] } },
  { type: card, role: "owned", edge: { attr: "server_id", to: [server], by: ["id"] } },
  { type: fixed, role: "owned", edge: { from: card, attr: "ipam_ip_ids", by: ["id"] } },
  {
    type: "scaleway_marketplace_image",
    mode: "data",
    role: "shared",
    edge: { from: server, attr: "image", by: ["id"] },
  },
  { type: "scaleway_instance_user_data", role: "owned", edge: { attr: "server_id", to: [server], by: ["id"] } },
];

/** An Instance with its public address and its interfaces in private networks. */
export const vm: Implementation<"vm"> = {
  claims,
  lower,
  raise,
  outputs: {
    // A route of a network leads to the machine's interface.
    id: (natives, _item, user) =>
      ref((user?.kind === "network" && natives.find((n) => n.type === card)) || theNative(natives, server), "id"),
    privateIp: (natives) => {
      const nic = natives.find((n) => n.type === card);
      return nic && ipv4Of(nic);
    },
    publicIp: (natives) => {
      const reserved = natives.find((n) => n.type === address);
      const machine = theNative(natives, server);
      if (reserved) return ref(reserved, "address");
      return machine.args["enable_dynamic_ip"] === true ? ref(machine, "public_ips[0].address") : undefined;
    },
  },
  named: ({ type }) =>
    type === address ? { output: "publicIp" } : type === card || type === fixed ? { output: "privateIp" } : undefined,
  rewrites,
  losses,
  exit,
};

function lower({ props }: Complete<"vm">, ctx: LowerContext): readonly Native[] {
  const zone = zoneIn(ctx, props.zone);
  const tags = tagsOf(props.labels);
  const reserved = props.publicIp === "reserved" ? ctx.native(address, { type: "routed_ipv4", zone }) : undefined;
  const custom = ownImage(props, imageOffers, ctx);
  const [firewall] = props.firewalls ?? [];
  const root = props.rootDiskGiB;
  const machine = ctx.native(
    server,
    {
      name: ctx.name(),
      type: ctx.pick(sortOf(props, machineOffers), compact(props.size)).native,
      image: custom ?? ctx.pick("image", props.image).native,
      zone,
      // A disk of the host would go with it.
      root_volume: [
        compact({
          volume_type: "sbs_volume",
          size_in_gb: root === undefined ? undefined : Math.min(volumeGigabytes(root), MAX_GIGABYTES.block),
        }),
      ],
      additional_volume_ids: props.volumes?.slice(0, MAX_VOLUMES).map((v) => ctx.output(v)),
      security_group_id: firewall && ctx.output(firewall),
      enable_dynamic_ip: props.publicIp === "ephemeral" ? true : undefined,
      ip_id: reserved && ref(reserved, "id"),
      // Keys belong to the project and reach every server of it: this server's own go with what it does first.
      cloud_init: withKeys(props.userData, props.sshKeys ?? []),
      protected: props.deletionProtection ?? true,
      tags,
    },
    { preventDestroy: true },
  );
  return [machine, ...(reserved ? [reserved] : []), ...interfaces(props, machine, zone, ctx)];
}

function interfaces(
  props: Complete<"vm">["props"],
  machine: Native,
  zone: string,
  ctx: LowerContext,
): readonly Native[] {
  if (!props.subnet) return [];
  const network = ctx.output(props.subnet);
  const ip =
    props.privateIp === undefined
      ? undefined
      : ctx.native(fixed, { address: props.privateIp, source: [{ private_network_id: network }] });
  const nic = ctx.native(card, {
    server_id: ref(machine, "id"),
    private_network_id: network,
    ipam_ip_ids: ip && [ref(ip, "id")],
    zone,
  });
  return ip ? [nic, ip] : [nic];
}
