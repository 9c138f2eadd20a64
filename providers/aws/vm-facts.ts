import { pick } from "../catalogue.ts";
import { chosen } from "../machines.ts";
import type { Tree } from "../native.ts";
import type { ExitFacts, Loss, Rewrite } from "../provider.ts";
import { imageOffers } from "./images.ts";
import { machineOffers, machines } from "./machines.ts";

const ec2 = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide";
const date = "2026-11-25";
const mapping = { source: "facts/mapping.md section 6, component 3", date: "2026-11-21" };
const moving = { source: "facts/mapping.md section 6, component 3, Moving the data", date: "2026-11-21" };

const byName = "an image is looked up by its maker and its name";
const onMachine = "what a template says is written on the machine";
const addresses = "an address is tied to the machine where it is made";
const region = "the region is the deployment's, the letter of the zone is kept";

/** Arguments of a template, and where an instance keeps the same thing. */
const templateArguments: readonly (readonly [from: string, to: string])[] = [
  ["image_id", "ami"],
  ["instance_type", "instance_type"],
  ["vpc_security_group_ids", "vpc_security_group_ids"],
  ["user_data", "user_data"],
  ["iam_instance_profile.name", "iam_instance_profile"],
  ["instance_market_options.market_type", "instance_market_options.market_type"],
  ["disable_api_termination", "disable_api_termination"],
  ["network_interfaces.subnet_id", "subnet_id"],
  ["network_interfaces.associate_public_ip_address", "associate_public_ip_address"],
  ["block_device_mappings.ebs.volume_size", "root_block_device.volume_size"],
  ["block_device_mappings.ebs.volume_type", "root_block_device.volume_type"],
  ["metadata_options.http_tokens", "metadata_options.http_tokens"],
];

export const rewrites: readonly Rewrite[] = [
  { from: "aws_instance.ami", to: "aws_instance.ami", why: byName },
  { from: "aws_ami.filter.values", to: "aws_ami.filter.values", why: byName },
  { from: "aws_ami.name_regex", to: "aws_ami.filter.values", why: byName },
  { from: "aws_ssm_parameter.name", to: "aws_ami.filter.values", why: byName },
  { from: "aws_instance.user_data_base64", to: "aws_instance.user_data", why: "text is written as text" },
  { from: "aws_instance.availability_zone", to: null, why: region },
  { from: "aws_instance.security_groups", to: "aws_instance.vpc_security_group_ids", why: "by id, not by name" },
  { from: "aws_instance.ebs_optimized", to: null, values: [[true, true]], why: "so is every machine of today" },
  { from: "aws_eip.vpc", to: "aws_eip.domain", why: "renamed in version 5 of the provider" },
  { from: "aws_network_interface.subnet_id", to: "aws_instance.subnet_id", why: "the machine makes its interface" },
  {
    from: "aws_network_interface.security_groups",
    to: "aws_instance.vpc_security_group_ids",
    why: "the machine makes its interface",
  },
  { from: "aws_network_interface.private_ips", to: "aws_instance.private_ip", why: "the machine makes its interface" },
  { from: "aws_network_interface.private_ip", to: "aws_instance.private_ip", why: "the machine makes its interface" },
  {
    from: "aws_network_interface_sg_attachment.security_group_id",
    to: "aws_instance.vpc_security_group_ids",
    why: "the machine makes its interface",
  },
  { from: "aws_instance.network_interface.device_index", to: null, why: "the machine makes its interface" },
  { from: "aws_network_interface.attachment.device_index", to: null, why: "the machine makes its interface" },
  { from: "aws_network_interface_attachment.device_index", to: null, why: "the machine makes its interface" },
  { from: "aws_eip_association", to: null, why: addresses },
  ...templateArguments.map(
    ([from, to]): Rewrite => ({ from: `aws_launch_template.${from}`, to: `aws_instance.${to}`, why: onMachine }),
  ),
  { from: "aws_launch_template.ebs_optimized", to: null, why: onMachine },
  { from: "aws_ami.filter", to: null, why: "every image of a maker passes" },
];

export const losses: readonly Loss[] = [
  {
    path: "size",
    when: (props) => !chosen(props, machines, machineOffers).exact,
    severity: "blocks",
    class: "redesign",
    why: "No machine that is offered here is as large.",
    instead: "Divide the load among several machines, or ask for a machine type of its own.",
    citation: { source: "https://docs.aws.amazon.com/ec2/latest/instancetypes/", date },
  },
  {
    path: "architecture",
    when: (props) => chosen(props, machines, machineOffers).machine.architecture !== (props["architecture"] ?? "amd64"),
    severity: "degrades",
    class: "workaround",
    why: "Windows runs on amd64 alone, and machines with graphics processors are chosen among those for amd64.",
    instead: "Build the programs for amd64, or take a G5g machine by hand.",
    citation: { source: "https://docs.aws.amazon.com/ec2/latest/instancetypes/ac.html", date },
  },
  {
    path: "image",
    when: (props) => !pick(imageOffers, props["image"] as Tree | undefined).exact,
    severity: "degrades",
    class: "workaround",
    why: "No image of this version is published any more, or for EC2.",
    instead: "Take the nearest version that is, and test the software on it first.",
    citation: imageOffers.citation,
  },
  {
    path: "customImage",
    when: (props) => props["image"] !== undefined,
    severity: "cosmetic",
    class: "setting",
    why: "What `image` says counts.",
    instead: "Leave out one of the two.",
    citation: mapping,
  },
  {
    path: "rootDiskEncryption",
    when: (props) => props["rootDiskEncryption"] === "customer-key" && props["rootDiskKey"] === undefined,
    severity: "degrades",
    class: "setting",
    why: "Without a key of one's own, a disk is encrypted with the key that AWS manages for the account.",
    instead: "Name a customer managed key in `rootDiskKey`.",
    citation: { source: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html", date },
  },
  {
    path: "disks",
    when: (props) => ((props["volumes"] ?? []) as unknown[]).length > 0,
    severity: "degrades",
    class: "setting",
    why: "Disks inside an instance and volumes attached to it exclude each other in the provider, which would detach the volumes.",
    instead: "Make a volume component of each disk.",
    citation: {
      source:
        "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance#ebs-ephemeral-and-root-block-devices",
      date,
    },
  },
];

export const exit: ExitFacts = {
  endpoint: "{host}",
  credentials: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"],
  export: [
    {
      method: "file-rsync",
      note: "Rebuild from image and user data at the target, then carry what the machine keeps on its disk: rsync or restic.",
      citation: moving,
    },
    {
      method: "block-image",
      note: "The whole disk: export-image to a bucket as raw, VMDK or VHD. Not for Windows with a licence of AWS, nor for images of the marketplace.",
      citation: moving,
    },
  ],
  import: [
    { method: "file-rsync", note: "Onto a machine made anew from image and user data.", citation: moving },
    {
      method: "block-image",
      note: "VM Import makes an image of OVA, VMDK, VHD or raw files in a bucket.",
      citation: { source: "https://docs.aws.amazon.com/vm-import/latest/userguide/what-is-vmimport.html", date },
    },
  ],
  hazards: [
    {
      text: "The root disk goes with the instance unless delete_on_termination is false; a disk of the host is empty after every stop.",
      citation: { source: `${ec2}/preserving-volumes-on-termination.html`, date },
    },
    {
      text: "Whatever uses the role of the instance (aws s3 cp, the SDKs) finds no credentials elsewhere: hand out keys first.",
      when: [{ "vm.identity": "present" }],
      citation: mapping,
    },
    {
      text: "Public addresses do not move: partners' allow lists and DNS records name the old ones.",
      when: [{ "vm.publicIp": "absent" }, { "vm.publicIp": "ephemeral" }, { "vm.publicIp": "reserved" }],
      citation: { source: `${ec2}/elastic-ip-addresses-eip.html`, date },
    },
  ],
};
