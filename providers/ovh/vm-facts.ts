import type { ExitFacts, Rewrite } from "../provider.ts";

const mapping = { source: "facts/mapping.md section 6, component 3", date: "2026-11-21" };
const moving = { source: "facts/mapping.md section 6, component 3, Moving the data", date: "2026-11-21" };

const form = "written in the form that knows user data and security groups together";
const port = "the port makes the place in the network";
const region = "the region is the deployment's, the letter of the zone is kept";

const machine = "openstack_compute_instance_v2";
const inPort = "openstack_networking_port_v2";
const groups = ["openstack_networking_port_secgroup_associate_v2", inPort].map((t) => `${t}.security_group_ids`);

/** Arguments of the other two forms, and where the same thing is written. */
const others: readonly (readonly [from: string, to: string | null])[] = [
  ["ovh_cloud_instance.flavor_id", `${machine}.flavor_name`],
  ["ovh_cloud_instance.image_id", `${machine}.image_id`],
  ["ovh_cloud_instance.networks.subnet_id", `${inPort}.fixed_ip.subnet_id`],
  ["ovh_cloud_instance.networks.network_id", `${inPort}.fixed_ip.subnet_id`],
  ["ovh_cloud_instance.networks.ip", `${inPort}.fixed_ip.ip_address`],
  ["ovh_cloud_instance.networks.auto_assign_public_ip", null],
  ["ovh_cloud_instance.security_group_ids", groups[0] ?? null],
  ["ovh_cloud_instance.security_group_ids", groups[1] ?? null],
  ["ovh_cloud_instance.volume_ids", "openstack_compute_volume_attach_v2.volume_id"],
  ["ovh_cloud_instance.power_state", null],
  ["ovh_cloud_project_instance.flavor.flavor_id", `${machine}.flavor_name`],
  ["ovh_cloud_project_instance.boot_from.image_id", `${machine}.image_id`],
  ["ovh_cloud_project_instance.ssh_key_create.public_key", "openstack_compute_keypair_v2.public_key"],
  ["ovh_cloud_project_instance.user_data", `${machine}.user_data`],
  ["ovh_cloud_project_instance.network.private.network.subnet_id", `${inPort}.fixed_ip.subnet_id`],
  ["ovh_cloud_project_instance.network.private.network.id", `${inPort}.fixed_ip.subnet_id`],
  ["ovh_cloud_project_instance.network.private.ip", `${inPort}.fixed_ip.ip_address`],
  ["ovh_cloud_project_instance.network.public", null],
  ["ovh_cloud_project_instance.billing_period", null],
  ["ovh_cloud_ssh_key.public_key", "openstack_compute_keypair_v2.public_key"],
  ["ovh_cloud_project_ssh_key.public_key", "openstack_compute_keypair_v2.public_key"],
];

export const rewrites: readonly Rewrite[] = [
  ...others.map(([from, to]): Rewrite => ({ from, to, why: form })),
  ...[machine, "ovh_cloud_instance", "ovh_cloud_project_instance"].map(
    (type): Rewrite => ({ from: `${type}.availability_zone`, to: null, why: region }),
  ),
  { from: `${machine}.flavor_id`, to: `${machine}.flavor_name`, why: "by name, not by id" },
  { from: "openstack_compute_flavor_v2.name", to: `${machine}.flavor_name`, why: "by name, not looked up" },
  { from: "openstack_images_image_v2.name", to: `${machine}.image_name`, why: "by name, not looked up" },
  {
    from: `${machine}.image_name`,
    to: `${machine}.image_id`,
    why: "an image of one's own is named by what stands for it",
  },
  { from: `${machine}.security_groups`, to: null, values: [["default", null]], why: "the group of every machine" },
  ...groups.map((to): Rewrite => ({ from: `${machine}.security_groups`, to, why: "by id, not by name" })),
  ...groups.map((to): Rewrite => ({ from: groups[0] ?? "", to, why: port })),
  { from: "openstack_networking_port_secgroup_associate_v2.enforce", to: null, values: [[true, null]], why: port },
  { from: `${machine}.network.uuid`, to: `${inPort}.fixed_ip.subnet_id`, why: port },
  { from: `${machine}.network.name`, to: `${inPort}.fixed_ip.subnet_id`, why: port },
  { from: `${machine}.network.fixed_ip_v4`, to: `${inPort}.fixed_ip.ip_address`, why: port },
  { from: `${inPort}.network_id`, to: `${inPort}.fixed_ip.subnet_id`, why: port },
];

export const exit: ExitFacts = {
  endpoint: "{host}",
  credentials: ["OS_USERNAME", "OS_PASSWORD"],
  export: [
    {
      method: "file-rsync",
      note: "Rebuild from image and user data at the target, then carry what the machine keeps on its disk: rsync or restic.",
      citation: moving,
    },
    {
      method: "block-image",
      note: "The whole disk: an image made of the machine (openstack server image create), downloaded as qcow2.",
      citation: moving,
    },
  ],
  import: [
    { method: "file-rsync", note: "Onto a machine made anew from image and user data.", citation: moving },
    { method: "block-image", note: "openstack image create with a raw or qcow2 file.", citation: moving },
  ],
  hazards: [
    {
      text: "Nearly every change of an ovh_cloud_project_instance makes it anew; a change of image_id of an ovh_cloud_instance wipes its disk and looks like an update.",
      when: [{ ovh_cloud_project_instance: "present" }, { ovh_cloud_instance: "present" }],
      citation: { source: "facts/mapping.md section 4", date: "2026-11-21" },
    },
    {
      text: "The disk that comes with a flavour goes with the machine.",
      citation: mapping,
    },
    {
      text: "The security group `default` lets everything in, and OVHcloud puts its rules back: name another one.",
      citation: { source: "facts/mapping.md section 6, component 2", date: "2026-11-21" },
    },
  ],
};
