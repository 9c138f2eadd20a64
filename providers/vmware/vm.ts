import { type Tree, Unknown } from "../native.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { sourceOnly } from "../source-only.ts";
import { fromBase64, readUserData } from "../user-data.ts";
import { known } from "../values.ts";
import { imageOf } from "./guests.ts";
import { exit } from "./vm-facts.ts";

const machine = "vsphere_virtual_machine";
const MIB_PER_GIB = 1024;
/** What the provider makes where nothing is said: num_cpus and memory in its definitions, 2.16.1. */
const DEFAULT = { vcpu: 1, memoryMiB: 1024 };

/** A virtual machine with the disks that go with it. */
export const vm = sourceOnly<"vm">({ claims: [{ type: machine, role: "anchor" }], raise, exit });

function raise({ anchor: c }: Cursors, ctx: RaiseContext): void {
  readSize(c, ctx);
  // ESXi runs on x86; the one for arm64 is a preview (judgement, 2026-11-26).
  ctx.props.hold("architecture", "amd64");
  readImage(c, ctx);
  readDisks(c, ctx);
  readNetwork(c, ctx);
  const data = userData(c);
  if (data) readUserData(c, data.text, [], ctx);
  if (c.preventDestroy) ctx.props.set("deletionProtection", true);
  setAside(c);
}

function readSize(c: Cursor, { props }: RaiseContext): void {
  const asked = c.has("num_cpus") || c.has("memory");
  const vcpu = c.read("num_cpus") ?? DEFAULT.vcpu;
  const memoryGiB = known(c.read("memory") ?? DEFAULT.memoryMiB, (mib) => Number(mib) / MIB_PER_GIB);
  if (asked) props.set("size", { vcpu, memoryGiB: memoryGiB as Tree });
  else props.hold("size", { vcpu, memoryGiB: memoryGiB as Tree });
}

/** What the guest is tells more than the template it was made of, which stays behind; where nobody knows it the template is named. */
function readImage(c: Cursor, ctx: RaiseContext): void {
  const [clone] = c.each("clone");
  const path = c.has("alternate_guest_name") ? "alternate_guest_name" : "guest_id";
  // A scalar is a list of one; what is not known has no items.
  const isKnown = c.each(path).length > 0;
  if (clone && !isKnown) {
    ctx.props.set("customImage", ctx.reference(clone.read("template_uuid")) as Tree | undefined);
    c.ignore(path, "the system that the template holds");
    return;
  }
  clone?.ignore("template_uuid", "what the guest is says which image takes its place");
  ctx.props.set("image", imageOf(c.read(path)));
  c.ignore("guest_id", "the system is named beside it");
}

function readDisks(c: Cursor, ctx: RaiseContext): void {
  const blocks = c.each("disk");
  if (blocks.length === 0) {
    ctx.props.set("disks", c.read("disk"));
    return;
  }
  const own = blocks.filter((d) => !d.has("attach") || d.is("attach", false));
  const root = own.find((d) => d.is("unit_number", 0)) ?? own.find((d) => !d.has("unit_number")) ?? own[0];
  ctx.props.set("rootDiskGiB", root?.read("size"));
  const further = own
    .filter((d) => d !== root)
    .map((d) => ({ sizeGiB: d.read("size") ?? new Unknown(`the size of a disk of ${c.address}`) }));
  if (further.length > 0) ctx.props.set("disks", further);
  const volumes = blocks
    .filter((d) => !own.includes(d))
    .map((d) => {
      d.expect("attach", true);
      return ctx.reference(d.read("path"), "id");
    });
  if (volumes.length > 0) ctx.props.set("volumes", volumes.filter((v) => v !== undefined) as Tree);
  for (const disk of blocks) {
    for (const path of ["label", "unit_number", "controller_type", "path"])
      disk.ignore(path, "which disk it is, and how the machine's hardware holds it");
    for (const path of ["datastore_id", "storage_policy_id"])
      disk.ignore(path, "where vSphere keeps it; the target has places of its own");
    for (const path of ["thin_provisioned", "eagerly_scrub", "write_through"])
      disk.ignore(path, "how the file is laid out, not how large it is");
    disk.ignore("keep_on_remove", "what happens at destroy, not what runs");
  }
}

/** The first card is that of the subnet; a machine has one subnet here, so further cards stay as they are found: unread. */
function readNetwork(c: Cursor, ctx: RaiseContext): void {
  const [first, ...more] = c.each("network_interface");
  ctx.props.set("subnet", ctx.reference(first?.read("network_id"), "subnet") as Tree | undefined);
  for (const card of [...(first ? [first] : []), ...more]) {
    for (const path of ["adapter_type", "ovf_mapping"]) card.ignore(path, "how the machine's hardware holds the card");
  }
  const [clone] = c.each("clone");
  const [customize] = clone?.each("customize") ?? [];
  const [address] = customize?.each("network_interface") ?? [];
  ctx.props.set("privateIp", address?.read("ipv4_address"));
  address?.ignore("ipv4_netmask", GIVEN);
  for (const path of ["ipv4_gateway", "dns_server_list", "dns_suffix_list"]) customize?.ignore(path, GIVEN);
}

const GIVEN = "the target's network gives gateway, mask and name servers";

/** Where cloud-init looks for it: https://cloudinit.readthedocs.io/en/latest/reference/datasources/vmware.html and ovf.html, 2026-11-26. */
const USER_DATA = ["extra_config.guestinfo.userdata", "vapp.properties.user-data"];

function userData(c: Cursor): { readonly text: Tree | undefined } | undefined {
  const path = USER_DATA.find((p) => c.has(p));
  if (path === undefined) return undefined;
  const value = c.read(path);
  for (const other of ["extra_config.guestinfo.userdata.encoding", "extra_config.guestinfo.metadata.encoding"])
    c.ignore(other, "how the text beside it is written");
  c.ignore("extra_config.guestinfo.metadata", "names and addresses that the target gives");
  return { text: typeof value === "string" && !/^(#|Content-Type:)/.test(value) ? fromBase64(value) : value };
}

function setAside(c: Cursor): void {
  c.ignore("name", "its name in vSphere; nothing refers to it by that");
  c.ignore("annotation", "a note for people");
  for (const path of [
    "datacenter_id",
    "resource_pool_id",
    "host_system_id",
    "datastore_id",
    "datastore_cluster_id",
    "folder",
    "datastore_path",
  ])
    c.ignore(path, "where vSphere places it is chosen anew at the target");
  for (const path of HARDWARE) c.ignore(path, "how vSphere shows hardware to the guest; the target has its own");
  for (const path of CHANGES) c.ignore(path, "how changes are applied, not what runs");
  const [clone] = c.each("clone");
  for (const path of ["linked_clone", "timeout", "customize.timeout"])
    clone?.ignore(path, "how changes are applied, not what runs");
  for (const path of ["linux_options.host_name", "linux_options.domain", "windows_options.computer_name"])
    clone?.ignore(`customize.${path}`, "its name at the source");
  clone?.ignore("customize.windows_options.admin_password", "a secret is never carried: the target gives a new one");
}

const HARDWARE = [
  ...["hardware_version", "firmware", "enable_disk_uuid", "cdrom", "num_cores_per_socket", "num_cores_per_numa_node"],
  ...["scsi_type", "scsi_controller_count", "sata_controller_count", "ide_controller_count", "nvme_controller_count"],
  ...["cpu_hot_add_enabled", "cpu_hot_remove_enabled", "memory_hot_add_enabled", "swap_placement_policy"],
  ...["boot_delay", "boot_retry_delay", "boot_retry_enabled", "enable_logging", "evc_mode", "hv_mode", "ept_rvi_mode"],
  ...["sync_time_with_host", "sync_time_with_host_periodically", "cpu_performance_counters_enabled", "vapp_transport"],
  ...["cpu_share_level", "cpu_share_count", "memory_share_level", "memory_share_count"],
];

const CHANGES = [
  ...["wait_for_guest_net_timeout", "wait_for_guest_net_routable", "wait_for_guest_ip_timeout", "ignored_guest_ips"],
  ...["shutdown_wait_timeout", "migrate_wait_timeout", "poweron_timeout", "force_power_off", "replace_trigger"],
  ...["extra_config_reboot_required", "tools_upgrade_policy", "run_tools_scripts_after_power_on"],
  ...["run_tools_scripts_after_resume", "run_tools_scripts_before_guest_reboot"],
  ...["run_tools_scripts_before_guest_shutdown", "run_tools_scripts_before_guest_standby"],
];
