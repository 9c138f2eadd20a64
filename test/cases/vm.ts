import type { Case } from "./case.ts";

const outside = (external: string) => ({ external, literal: true }) as const;
const made = (natives: readonly string[], losses: readonly string[] = [], region?: string) => ({
  natives,
  losses,
  ...(region === undefined ? {} : { region }),
});

const aws = (...more: string[]) => ["aws_instance", "aws_ami", ...more];
const scaleway = (...more: string[]) => ["scaleway_instance_server", ...more];
const ovh = (...more: string[]) => ["openstack_compute_instance_v2", ...more];
const nic = "scaleway_instance_private_nic";
const port = "openstack_networking_port_v2";
const key = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleKeyOfNobody";

export const vmCases: readonly Case<"vm">[] = [
  {
    title: "a machine nobody asks anything of",
    props: {},
    expects: { aws: made(aws()), scaleway: made(scaleway()), ovh: made(ovh()) },
  },
  {
    title: "a size that every cloud sells as it is",
    props: { size: { vcpu: 2, memoryGiB: 8 }, cpu: "dedicated" },
    expects: { aws: made(aws()), scaleway: made(scaleway()), ovh: made(ovh()) },
  },
  {
    title: "a size between those that are sold is rounded up, and no further than needed",
    props: { size: { vcpu: 3, memoryGiB: 7 }, cpu: "shared" },
    expects: { aws: made(aws()), scaleway: made(scaleway()), ovh: made(ovh()) },
  },
  {
    title: "a machine larger than any that is sold",
    props: { size: { vcpu: 1000, memoryGiB: 40_000 } },
    expects: {
      aws: made(aws(), ["size.memoryGiB", "size.vcpu"]),
      scaleway: made(scaleway(), ["size.memoryGiB", "size.vcpu"]),
      ovh: made(ovh(), ["size.memoryGiB", "size.vcpu"]),
    },
  },
  {
    title: "two graphics processors",
    props: { size: { vcpu: 8, memoryGiB: 32, gpus: 2 } },
    expects: { aws: made(aws()), scaleway: made(scaleway()), ovh: made(ovh()) },
  },
  {
    title: "programs built for arm64",
    props: { architecture: "arm64", size: { vcpu: 2, memoryGiB: 4 }, image: { os: "ubuntu", version: "24.04" } },
    expects: { aws: made(aws()), scaleway: made(scaleway()), ovh: made(ovh(), ["architecture"]) },
  },
  {
    title: "arm64 beside a graphics processor",
    props: { architecture: "arm64", size: { vcpu: 4, memoryGiB: 16, gpus: 1 } },
    expects: {
      aws: made(aws(), ["architecture"]),
      scaleway: made(scaleway(), ["architecture"]),
      ovh: made(ovh(), ["architecture"]),
    },
  },
  {
    title: "a Debian by what it is",
    props: { image: { os: "debian", version: "12" } },
    expects: { aws: made(aws()), scaleway: made(scaleway()), ovh: made(ovh()) },
  },
  {
    title: "the Linux that one cloud makes for itself",
    props: { image: { os: "amazon-linux", version: "2023" } },
    expects: { aws: made(aws()), scaleway: made(scaleway(), ["image"]), ovh: made(ovh(), ["image"]) },
  },
  {
    title: "a system past its end",
    props: { image: { os: "centos", version: "7" } },
    expects: { aws: made(aws(), ["image"]), scaleway: made(scaleway(), ["image"]), ovh: made(ovh(), ["image"]) },
  },
  {
    title: "a Windows server",
    props: { image: { os: "windows-server", version: "2022" }, size: { vcpu: 4, memoryGiB: 16 } },
    expects: { aws: made(aws()), scaleway: made(scaleway()), ovh: made(ovh(), ["image"]) },
  },
  {
    title: "an image of one's own, by its id",
    props: { customImage: outside("ami-0a1b2c3d4e5f67890") },
    expects: { aws: made(["aws_instance"]), scaleway: made(scaleway()), ovh: made(ovh()) },
  },
  {
    title: "an image of one's own beside a system by its name",
    props: { image: { os: "debian", version: "12" }, customImage: outside("ami-0a1b2c3d4e5f67890") },
    expects: {
      aws: made(aws(), ["customImage"]),
      scaleway: made(scaleway(), ["customImage"]),
      ovh: made(ovh(), ["customImage"]),
    },
  },
  {
    title: "a root disk as large as comes with a small machine",
    props: { rootDiskGiB: 40, size: { vcpu: 2, memoryGiB: 4 } },
    expects: { aws: made(aws()), scaleway: made(scaleway()), ovh: made(ovh()) },
  },
  {
    title: "a root disk of half a tebibyte on a small machine",
    props: { rootDiskGiB: 512 },
    expects: { aws: made(aws()), scaleway: made(scaleway()), ovh: made(ovh(), ["rootDiskGiB"]) },
  },
  {
    title: "a root disk of twenty tebibytes",
    props: { rootDiskGiB: 20_480 },
    expects: { aws: made(aws()), scaleway: made(scaleway(), ["rootDiskGiB"]), ovh: made(ovh(), ["rootDiskGiB"]) },
  },
  {
    title: "a root disk encrypted with a key of the provider",
    props: { rootDiskEncryption: "provider-key" },
    expects: {
      aws: made(aws()),
      scaleway: made(scaleway(), ["rootDiskEncryption"]),
      ovh: made(ovh(), ["rootDiskEncryption"]),
    },
  },
  {
    title: "a root disk encrypted with a key the customer controls",
    props: { rootDiskEncryption: "customer-key", rootDiskKey: outside("kms-key") },
    expects: {
      aws: made(aws()),
      scaleway: made(scaleway(), ["rootDiskEncryption", "rootDiskKey"]),
      ovh: made(ovh(), ["rootDiskEncryption", "rootDiskKey"]),
    },
  },
  {
    title: "a customer key for the root disk is asked for and none is named",
    props: { rootDiskEncryption: "customer-key" },
    expects: {
      aws: made(aws(), ["rootDiskEncryption"]),
      scaleway: made(scaleway(), ["rootDiskEncryption"]),
      ovh: made(ovh(), ["rootDiskEncryption"]),
    },
  },
  {
    title: "disks made with the machine and gone with it",
    props: { disks: [{ sizeGiB: 100 }, { sizeGiB: 200, encryption: "provider-key" }] },
    expects: { aws: made(aws()), scaleway: made(scaleway(), ["disks"]), ovh: made(ovh(), ["disks"]) },
  },
  {
    title: "a disk made with the machine from a snapshot",
    props: { disks: [{ sizeGiB: 100, fromSnapshot: outside("snap-0a1b2c3d") }] },
    expects: { aws: made(aws()), scaleway: made(scaleway(), ["disks"]), ovh: made(ovh(), ["disks"]) },
  },
  {
    title: "disks made with the machine beside volumes of their own",
    props: { disks: [{ sizeGiB: 100 }], volumes: [outside("vol-0a1b2c3d")] },
    expects: {
      aws: made(aws("aws_volume_attachment"), ["disks"]),
      scaleway: made(scaleway(), ["disks"]),
      ovh: made(ovh("openstack_compute_volume_attach_v2"), ["disks"]),
    },
  },
  {
    title: "two volumes attached, in a zone",
    props: { volumes: [outside("vol-0a1b2c3d"), outside("vol-1a1b2c3d")], zone: "b" },
    expects: {
      aws: made(aws("aws_volume_attachment", "aws_volume_attachment")),
      scaleway: made(scaleway()),
      ovh: made(ovh("openstack_compute_volume_attach_v2", "openstack_compute_volume_attach_v2")),
    },
  },
  {
    title: "more volumes than one machine may have everywhere",
    props: { volumes: Array.from({ length: 16 }, (_, i) => outside(`vol-${i + 1}`)) },
    expects: {
      aws: made(aws(...Array<string>(16).fill("aws_volume_attachment"))),
      scaleway: made(scaleway(), ["volumes"]),
      ovh: made(ovh(...Array<string>(16).fill("openstack_compute_volume_attach_v2"))),
    },
  },
  {
    title: "a zone is asked for in a region that may have one only",
    props: { zone: "c" },
    expects: { aws: made(aws()), scaleway: made(scaleway()), ovh: made(ovh(), ["zone"], "GRA11") },
  },
  {
    title: "in a private network behind a firewall, without a public address",
    props: { subnet: outside("subnet-0a1b"), firewalls: [outside("sg-0a1b2c3d")], publicIp: "none" },
    expects: { aws: made(aws()), scaleway: made(scaleway(nic)), ovh: made(ovh(port)) },
  },
  {
    title: "behind a firewall, in another zone than others are",
    props: { zone: "b", firewalls: [outside("sg-0a1b2c3d")] },
    expects: {
      aws: made(aws()),
      scaleway: made(scaleway()),
      ovh: made(ovh("openstack_networking_port_secgroup_associate_v2")),
    },
  },
  {
    title: "in a private network under an address of its own",
    props: { subnet: outside("subnet-0a1b"), privateIp: "10.0.1.7" },
    expects: {
      aws: made(aws()),
      scaleway: made(scaleway(nic, "scaleway_ipam_ip")),
      ovh: made(ovh(port)),
    },
  },
  {
    title: "an address in no network",
    props: { privateIp: "10.0.1.7" },
    expects: { aws: made(aws()), scaleway: made(scaleway(), ["privateIp"]), ovh: made(ovh(), ["privateIp"]) },
  },
  {
    title: "a reserved public address in front of a private network",
    props: { subnet: outside("subnet-0a1b"), publicIp: "reserved" },
    expects: {
      aws: made(aws("aws_eip")),
      scaleway: made(scaleway("scaleway_instance_ip", nic)),
      ovh: made(ovh(port, "openstack_networking_floatingip_v2", "openstack_networking_floatingip_associate_v2")),
    },
  },
  {
    title: "a public address that goes with the machine, behind two firewalls",
    props: {
      subnet: outside("subnet-0a1b"),
      publicIp: "ephemeral",
      firewalls: [outside("sg-0a1b2c3d"), outside("sg-1a1b2c3d")],
    },
    expects: {
      aws: made(aws()),
      scaleway: made(scaleway(nic), ["firewalls"]),
      ovh: made(ovh(port, "openstack_networking_port_secgroup_associate_v2")),
    },
  },
  {
    title: "in the public network alone, behind a firewall",
    props: { publicIp: "ephemeral", firewalls: [outside("sg-0a1b2c3d")] },
    expects: {
      aws: made(aws()),
      scaleway: made(scaleway()),
      ovh: made(ovh("openstack_networking_port_secgroup_associate_v2")),
    },
  },
  {
    title: "kept from the internet, in no network of its own",
    props: { publicIp: "none" },
    expects: { aws: made(aws()), scaleway: made(scaleway()), ovh: made(ovh(), ["publicIp"]) },
  },
  {
    title: "user data is kept as it is",
    props: { userData: '#!/bin/sh\nset -eu\napt-get install -y nginx\necho "${HOSTNAME}" > /srv/www/name\n' },
    expects: { aws: made(aws()), scaleway: made(scaleway()), ovh: made(ovh()) },
  },
  {
    title: "user data of a machine that goes out through its subnet",
    props: { userData: "#!/bin/sh\napt-get install -y nginx\n", subnet: outside("subnet-0a1b2c3d") },
    expects: { aws: made(aws()), scaleway: made(scaleway(nic)), ovh: made(ovh(port)) },
  },
  {
    title: "user data and security groups together",
    props: { userData: "#cloud-config\npackages:\n  - nginx\n", firewalls: [outside("sg-0a1b2c3d")], sshKeys: [key] },
    expects: {
      aws: made(aws("aws_key_pair")),
      scaleway: made(scaleway()),
      ovh: made(ovh("openstack_compute_keypair_v2", "openstack_networking_port_secgroup_associate_v2")),
    },
  },
  {
    title: "two keys may log in, and user data runs beside them",
    props: { sshKeys: [key, `${key}2 ops`], userData: "#!/bin/sh\ntouch /srv/ready\n" },
    expects: {
      aws: made(aws("aws_key_pair")),
      scaleway: made(scaleway()),
      ovh: made(ovh("openstack_compute_keypair_v2")),
    },
  },
  {
    title: "passing credentials from a role",
    props: { identity: outside("web-profile") },
    expects: { aws: made(aws()), scaleway: made(scaleway(), ["identity"]), ovh: made(ovh(), ["identity"]) },
  },
  {
    title: "it may be taken away for a lower price",
    props: { interruptible: true },
    expects: {
      aws: made(aws()),
      scaleway: made(scaleway(), ["interruptible"]),
      ovh: made(ovh(), ["interruptible"]),
    },
  },
  {
    title: "no brake on deletion, and labels",
    props: { deletionProtection: false, labels: { team: "billing" } },
    expects: { aws: made(aws()), scaleway: made(scaleway()), ovh: made(ovh(), ["deletionProtection"]) },
  },
  {
    title: "protected from deletion",
    props: { deletionProtection: true },
    expects: { aws: made(aws()), scaleway: made(scaleway()), ovh: made(ovh()) },
  },
];
