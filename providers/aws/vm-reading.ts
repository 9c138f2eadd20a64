import { listedIn } from "../machines.ts";
import { type Tree, Unknown } from "../native.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { fromBase64, readUserData } from "../user-data.ts";
import { compact, known, members } from "../values.ts";
import { encryptionOf, readZone } from "./ebs.ts";
import { publishedImage } from "./images.ts";
import { machines } from "./machines.ts";
import { placement } from "./values.ts";
import { readNetwork } from "./vm-network.ts";

const NAMES = "its name at AWS; nothing refers to it by that";

const TYPES = [
  "aws_instance",
  "aws_key_pair",
  "aws_launch_template",
  "aws_volume_attachment",
  "aws_eip",
  "aws_eip_association",
  "aws_network_interface",
  "aws_network_interface_attachment",
  "aws_network_interface_sg_attachment",
];

/** The instance, and where it leaves something open the template it is made from. */
export class Described {
  private readonly instance: Cursor;
  private readonly template: Cursor | undefined;

  constructor(instance: Cursor, template: Cursor | undefined) {
    this.instance = instance;
    this.template = template;
  }

  /** The value, under the name it has in each of them. */
  read(path: string, inTemplate = path): Tree | undefined {
    return this.instance.has(path) ? this.instance.read(path) : this.template?.read(inTemplate);
  }

  /** Sets the value aside in both. */
  ignore(path: string, inTemplate: string, why: string): void {
    this.instance.ignore(path, why);
    this.template?.ignore(inTemplate, why);
  }
}

export function raise(group: Cursors, ctx: RaiseContext): void {
  for (const type of TYPES) for (const c of members(group, type)) placement(c);
  readAttachments(group, ctx);
  const instance = group.anchor;
  if (instance.type !== "aws_instance") return;
  const { props } = ctx;
  const [template] = members(group, "aws_launch_template");
  const described = new Described(instance, template);
  readMachine(described, ctx);
  readImage(described, group, ctx);
  readRootDisk(instance, template, ctx);
  readDisks(instance, ctx);
  readNetwork(instance, described, group, ctx);
  readLogin(instance, described, group, ctx);
  props.set(
    "identity",
    ctx.reference(described.read("iam_instance_profile", "iam_instance_profile.name")) as Tree | undefined,
  );
  props.set(
    "interruptible",
    known(described.read("instance_market_options.market_type"), (type) =>
      type === "spot" ? true : new Unknown(JSON.stringify(type)),
    ),
  );
  readZone(instance, ctx);
  props.set("deletionProtection", described.read("disable_api_termination"));
  props.set("labels", instance.read("tags"));
  setAside(instance, template);
}

/** A machine type that is not listed leaves everything open. */
function readMachine(described: Described, ctx: RaiseContext): void {
  const type = described.read("instance_type");
  const machine = machines.find((m) => m.name === type);
  ctx.props.set("size", ctx.offered(machine ? listedIn(machine) : "machine", type));
  ctx.props.set("architecture", machine?.architecture);
  ctx.props.set("cpu", machine?.cpu);
}

/** An image that is looked up by its maker's name is known by what it is; any other one by its id alone. */
function readImage(described: Described, group: Cursors, ctx: RaiseContext): void {
  const id = described.read("ami", "image_id");
  const lookUp = [...members(group, "aws_ami"), ...members(group, "aws_ssm_parameter")][0];
  if (lookUp) ctx.props.set("image", imageOf(lookUp));
  else ctx.props.set("customImage", ctx.reference(id) as Tree | undefined);
}

/** Filters that every image of a maker passes. */
const PLAIN_FILTERS: readonly (readonly [name: string, values: readonly Tree[]])[] = [
  ["virtualization-type", ["hvm"]],
  ["root-device-type", ["ebs"]],
  ["architecture", ["x86_64"]],
  ["architecture", ["arm64"]],
  ["owner-alias", ["amazon"]],
  ["state", ["available"]],
  ["image-type", ["machine"]],
  ["ena-support", ["true"]],
];

/** The look-up is one of a maker's image: the claim has seen to it. */
function imageOf(lookUp: Cursor): Tree | undefined {
  const read: Record<string, Tree | undefined> = {};
  if (lookUp.type === "aws_ssm_parameter") {
    read["name"] = lookUp.read("name");
    lookUp.ignore("with_decryption", "public parameters are not encrypted");
  } else {
    const filters = lookUp.each("filter");
    const byName = filters.find((f) => f.expect("name", "name"));
    if (byName) read["filter"] = [{ name: "name", values: byName.read("values.0") ?? [] }];
    else read["name_regex"] = lookUp.read("name_regex");
    lookUp.ignore("owners", "the maker, whose image it is");
    lookUp.expect("most_recent", true);
    for (const filter of filters) {
      for (const [name, values] of PLAIN_FILTERS) {
        if (filter.is("name", name) && filter.expect("values", values)) filter.expect("name", name);
      }
    }
  }
  return publishedImage((path) => read[path]);
}

/** gp3, which is written, gives at least what gp2 gives a disk of this size. */
const GP2_MAX_GIB = 1000;

function readRootDisk(instance: Cursor, template: Cursor | undefined, ctx: RaiseContext): void {
  const { props } = ctx;
  const [root] = instance.each("root_block_device");
  const [mapped] = template?.each("block_device_mappings") ?? [];
  if (root) {
    const size = root.read("volume_size");
    props.set("rootDiskGiB", size);
    const { encryption, key } = encryptionOf(root, ctx);
    props.set("rootDiskEncryption", encryption);
    props.set("rootDiskKey", key);
    root.expect("volume_type", "gp3");
    if (root.is("volume_type", "gp2") && (size === undefined || Number(size) <= GP2_MAX_GIB))
      root.ignore("volume_type", "gp3, which is written, gives at least as much");
    root.ignore("tags", "labels of the disk, which goes with the machine");
  } else if (mapped) {
    props.set("rootDiskGiB", mapped.read("ebs.volume_size"));
    mapped.ignore("device_name", "which disk it is");
    mapped.expect("ebs.volume_type", "gp3");
  }
  instance.ignore("volume_tags", "labels of the disks, which go with the machine");
}

function readDisks(instance: Cursor, ctx: RaiseContext): void {
  const disks = instance.each("ebs_block_device").map((disk) => {
    disk.ignore("device_name", "how the machine's system names it");
    disk.ignore("tags", "labels of the disk, which goes with the machine");
    disk.expect("volume_type", "gp3");
    const { encryption, key } = encryptionOf(disk, ctx);
    return compact({
      sizeGiB: disk.read("volume_size") ?? new Unknown("the size of the snapshot"),
      encryption,
      encryptionKey: key,
      fromSnapshot: ctx.reference(disk.read("snapshot_id")) as Tree | undefined,
    });
  });
  if (disks.length > 0) ctx.props.set("disks", disks);
}

function readAttachments(group: Cursors, ctx: RaiseContext): void {
  const attachments = members(group, "aws_volume_attachment");
  for (const c of attachments) {
    c.ignore("device_name", "how the machine's system names it");
    for (const path of ["force_detach", "stop_instance_before_detaching"])
      c.ignore(path, "how it is detached, not what runs");
  }
  const volumes = attachments.map((c) => ctx.reference(c.read("volume_id"))).filter((v) => v !== undefined);
  if (volumes.length > 0) ctx.props.set("volumes", volumes as Tree);
}

/** A key that stands in the code is carried; the name of one that does not says nothing anywhere else. */
function readLogin(instance: Cursor, described: Described, group: Cursors, ctx: RaiseContext): void {
  const keys = members(group, "aws_key_pair");
  for (const c of keys) {
    for (const path of ["key_name", "key_name_prefix", "tags"]) c.ignore(path, NAMES);
  }
  const text = instance.has("user_data")
    ? instance.read("user_data")
    : fromBase64(described.read("user_data_base64", "user_data"));
  readUserData(
    instance,
    text,
    keys.map((c) => c.read("public_key")).filter((k) => k !== undefined),
    ctx,
  );
}

/** What only steers changes, and what AWS does for every machine of today. */
function setAside(instance: Cursor, template: Cursor | undefined): void {
  for (const path of ["user_data_replace_on_change", "force_destroy"])
    instance.ignore(path, "how changes are applied, not what runs");
  instance.ignore("get_password_data", "a secret is never carried: the target gives a new one");
  for (const c of [instance, template]) {
    c?.expect("metadata_options.http_tokens", "required");
    for (const yes of [true, "true"]) c?.expect("ebs_optimized", yes);
    c?.ignore("instance_initiated_shutdown_behavior", "what happens when it stops itself, not what runs");
  }
  if (!template) return;
  for (const path of ["name", "name_prefix", "description", "tags", "update_default_version", "default_version"])
    template.ignore(path, NAMES);
  instance.ignore("launch_template.version", "the template is read as it stands in the code");
}
