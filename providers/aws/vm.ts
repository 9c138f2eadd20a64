import type { Props } from "../../constructs/kinds.ts";
import { ref } from "../expr.ts";
import { sortOf } from "../machines.ts";
import type { Native, Tree } from "../native.ts";
import { ownImage } from "../own-image.ts";
import type { Claim, Complete, Implementation, LowerContext, Peek } from "../provider.ts";
import { withKeys } from "../user-data.ts";
import { compact, theNative } from "../values.ts";
import { encryptionArguments } from "./ebs.ts";
import { AMIS, imageOffers, publishedImage } from "./images.ts";
import { machineOffers } from "./machines.ts";
import { exit, losses, rewrites } from "./vm-facts.ts";
import { raise } from "./vm-reading.ts";

const instance = "aws_instance";
const card = "aws_network_interface";
const address = "aws_eip";

const owned = (type: string, attr: string, to: readonly string[], by: readonly string[]): Claim => ({
  type,
  role: "owned",
  edge: { attr, to, by },
});
const named = (
  type: string,
  role: "owned" | "shared",
  from: string,
  attr: string,
  by: readonly string[],
  mode?: "data",
): Claim => ({ type, role, edge: { from, attr, by }, ...(mode ? { mode } : {}) });

/** An image that its maker publishes belongs to what the machine is; any other one is named by its id. */
const isPublished = (lookUp: Peek) => publishedImage(lookUp) !== undefined;

const claims: readonly Claim[] = [
  { type: instance, role: "anchor" },
  named("aws_key_pair", "shared", instance, "key_name", ["key_name", "id"]),
  named("aws_launch_template", "shared", instance, "launch_template.id", ["id"]),
  named("aws_launch_template", "shared", instance, "launch_template.name", ["name"]),
  named("aws_key_pair", "shared", "aws_launch_template", "key_name", ["key_name", "id"]),
  ...[
    [instance, "ami"],
    ["aws_launch_template", "image_id"],
  ].flatMap(([from = "", attr = ""]) => [
    { ...named("aws_ami", "shared", from, attr, ["id", "image_id"], "data"), when: isPublished },
    { ...named("aws_ssm_parameter", "shared", from, attr, ["value", "insecure_value"], "data"), when: isPublished },
  ]),
  owned("aws_volume_attachment", "instance_id", [instance], ["id"]),
  owned(address, "instance", [instance], ["id"]),
  owned(address, "network_interface", [card], ["id"]),
  owned("aws_eip_association", "instance_id", [instance], ["id"]),
  owned("aws_eip_association", "network_interface_id", [card], ["id"]),
  named(address, "owned", "aws_eip_association", "allocation_id", ["id", "allocation_id"]),
  named(address, "owned", "aws_eip_association", "public_ip", ["public_ip"]),
  owned("aws_network_interface_attachment", "instance_id", [instance], ["id"]),
  owned(card, "attachment.instance", [instance], ["id"]),
  named(card, "owned", instance, "network_interface.network_interface_id", ["id"]),
  named(card, "owned", instance, "primary_network_interface.network_interface_id", ["id"]),
  named(card, "owned", "aws_network_interface_attachment", "network_interface_id", ["id"]),
  owned(
    "aws_network_interface_sg_attachment",
    "network_interface_id",
    [instance, card],
    ["primary_network_interface_id", "id"],
  ),
];

/** An EC2 instance with its key, address, interfaces and the volumes attached to it. */
export const vm: Implementation<"vm"> = {
  claims,
  lower,
  raise,
  outputs: {
    id: (natives, _, user) => ref(theNative(natives, instance), routed(user) ? INTERFACE : "id"),
    privateIp: (natives, _, user) => ref(theNative(natives, instance), routed(user) ? INTERFACE : "private_ip"),
    publicIp: (natives) => ref(natives.find((n) => n.type === address) ?? theNative(natives, instance), "public_ip"),
  },
  named: ({ type }) => (type === address ? { output: "publicIp" } : undefined),
  rewrites,
  losses,
  exit,
};

type VmProps = Props<"vm">;

/** What a route leads to. */
const INTERFACE = "primary_network_interface_id";
/** Of all that a network says only a route names a machine. */
const routed = (user: Complete | undefined) => user?.kind === "network";

const ASSOCIATED: Readonly<Record<string, boolean>> = { none: false, ephemeral: true };

function lower({ props, requested }: Complete<"vm">, ctx: LowerContext): readonly Native[] {
  const [firstKey, ...moreKeys] = props.sshKeys ?? [];
  const own = ownImage(props, imageOffers, ctx);
  const image = own === undefined ? lookUpImage(props, ctx) : undefined;
  const key =
    firstKey === undefined ? undefined : ctx.native("aws_key_pair", { key_name: ctx.name(), public_key: firstKey });
  const machine = ctx.native(
    instance,
    {
      ami: image ? ref(image, "id") : own,
      instance_type: ctx.pick(sortOf(props, machineOffers), compact(props.size)).native,
      key_name: key && ref(key, "key_name"),
      availability_zone: zoneFor(props, requested, ctx),
      subnet_id: props.subnet && ctx.output(props.subnet),
      private_ip: props.privateIp,
      // Else what is not for itself, and a route hands over, is dropped: https://docs.aws.amazon.com/vpc/latest/userguide/work-with-nat-instances.html#EIP_Disable_SrcDestCheck, read 2026-11-28.
      source_dest_check: ctx.users.some(routed) ? false : undefined,
      vpc_security_group_ids: props.firewalls?.length ? props.firewalls.map((f) => ctx.output(f)) : undefined,
      // A reserved address takes the place of the one that goes with the machine.
      associate_public_ip_address: props.publicIp && ASSOCIATED[props.publicIp],
      user_data: withKeys(props.userData, moreKeys),
      iam_instance_profile: props.identity && ctx.output(props.identity),
      instance_market_options: props.interruptible ? [{ market_type: "spot" }] : undefined,
      disable_api_termination: props.deletionProtection ?? true,
      // The older way to ask for credentials answers whoever makes the machine ask.
      metadata_options: [{ http_tokens: "required" }],
      root_block_device: [rootDisk(props, ctx)],
      ebs_block_device: innerDisks(props, ctx),
      tags: props.labels,
    },
    // A newer release of the image is no reason to make the machine anew.
    {
      preventDestroy: true,
      ignoreChanges: ["ami"],
      // What it fetches at its first start, and an address of its own, need the way out to be there.
      after:
        props.subnet && (props.userData || props.publicIp === "reserved")
          ? { of: [props.subnet], types: ["aws_route"] }
          : undefined,
    },
  );
  return [
    machine,
    ...[image, key].filter((n) => n !== undefined),
    ...(props.publicIp === "reserved" ? [ctx.native(address, { domain: "vpc", instance: ref(machine, "id") })] : []),
    ...(props.volumes ?? []).map((volume, i) =>
      ctx.native(
        "aws_volume_attachment",
        { device_name: device(i), instance_id: ref(machine, "id"), volume_id: ctx.output(volume) },
        { part: `volume-${String(i + 1).padStart(2, "0")}` },
      ),
    ),
  ];
}

/** A subnet has a zone of its own; without one the machine stands where its volumes do. */
function zoneFor(
  { zone, subnet, volumes }: VmProps,
  requested: Complete["requested"],
  ctx: LowerContext,
): string | undefined {
  if (subnet && !requested.has("zone")) return undefined;
  const letter = zone ?? (volumes?.length ? "a" : undefined);
  return letter && `${ctx.region}${letter}`;
}

/** Names that Linux images of every sort leave free: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/device_naming.html, 2026-11-25. */
function device(index: number): string {
  const letters = "fghijklmnop";
  return index < letters.length
    ? `/dev/sd${letters[index]}`
    : `/dev/xvdb${String.fromCharCode(97 + ((index - letters.length) % 26))}`;
}

/** Looked up by its maker and its name: an id is another one in each region, and in each month. */
function lookUpImage(props: VmProps, ctx: LowerContext): Native {
  const published = AMIS[ctx.pick("image", props.image).native];
  if (!published) throw new Error("an image is offered and not published");
  const name = props.architecture === "arm64" ? (published.arm64 ?? published.amd64) : published.amd64;
  return ctx.native(
    "aws_ami",
    { most_recent: true, owners: [published.owner], filter: [{ name: "name", values: [name] }] },
    { mode: "data" },
  );
}

function rootDisk(props: VmProps, ctx: LowerContext): { readonly [key: string]: Tree } {
  return compact({
    volume_type: "gp3",
    volume_size: props.rootDiskGiB && Math.ceil(props.rootDiskGiB),
    ...encryptionArguments(props.rootDiskEncryption, props.rootDiskKey && ctx.output(props.rootDiskKey)),
  });
}

/** Disks inside the instance and volumes attached to it exclude each other: the provider would detach the others. */
function innerDisks(props: VmProps, ctx: LowerContext): readonly Tree[] | undefined {
  if (!props.disks?.length || props.volumes?.length) return undefined;
  return props.disks.map((disk, i) => {
    const key = disk.encryptionKey && ctx.output(disk.encryptionKey);
    return compact({
      device_name: device(i),
      volume_type: "gp3",
      volume_size: disk.sizeGiB,
      ...(disk.encryption === undefined ? {} : encryptionArguments(disk.encryption, key)),
      snapshot_id: disk.fromSnapshot && ctx.output(disk.fromSnapshot),
    });
  });
}
