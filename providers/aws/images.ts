import type { Props } from "../../constructs/kinds.ts";
import { isObject } from "../native.ts";
import type { Catalogue, Offer, Peek } from "../provider.ts";
import { list } from "../values.ts";

/** Whose image it is and how its maker names it, newest release by the star. */
interface Published {
  readonly owner: string;
  readonly amd64: string;
  readonly arm64?: string;
}

const CANONICAL = "099720109477";
const DEBIAN = "136693071363";
const FEDORA = "125523088429";
const ROCKY = "792107900819";
const ALMA = "764336703387";
const REDHAT = "309956199498";
const SUSE = "013907871322";

/**
 * Images by the name of their catalogue entry. Names as their makers publish them, read 2026-11-25: documentation.ubuntu.com/aws,
 * wiki.debian.org/Cloud/AmazonEC2Image, docs.aws.amazon.com/linux/al2023, rockylinux.org/cloud-images, wiki.almalinux.org/cloud/AWS,
 * fedoraproject.org/cloud/download, access.redhat.com/solutions/15356, docs.aws.amazon.com/ec2/latest/windows-ami-reference. Those of
 * Ubuntu 26.04 and of the tenth Rocky, AlmaLinux and RHEL as public code asks for them, 2026-11-27.
 */
export const AMIS: Readonly<Record<string, Published>> = {
  "ubuntu-26.04": both(CANONICAL, (arch) => `ubuntu/images/hvm-ssd-gp3/ubuntu-resolute-26.04-${arch}-server-*`),
  "ubuntu-24.04": both(CANONICAL, (arch) => `ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-${arch}-server-*`),
  "ubuntu-22.04": both(CANONICAL, (arch) => `ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-${arch}-server-*`),
  "ubuntu-20.04": both(CANONICAL, (arch) => `ubuntu/images/hvm-ssd/ubuntu-focal-20.04-${arch}-server-*`),
  "debian-13": both(DEBIAN, (arch) => `debian-13-${arch}-*`),
  "debian-12": both(DEBIAN, (arch) => `debian-12-${arch}-*`),
  "debian-11": both(DEBIAN, (arch) => `debian-11-${arch}-*`),
  "amazon-linux-2023": both("amazon", (_, arch) => `al2023-ami-2023.*-${arch === "aarch64" ? "arm64" : arch}`),
  "rocky-10": both(ROCKY, (_, arch) => `Rocky-10-EC2-Base-10.*.${arch}`),
  "rocky-9": both(ROCKY, (_, arch) => `Rocky-9-EC2-Base-9.*.${arch}`),
  "rocky-8": both(ROCKY, (_, arch) => `Rocky-8-EC2-Base-8.*.${arch}`),
  "almalinux-10": both(ALMA, (_, arch) => `AlmaLinux OS 10.* ${arch}`),
  "almalinux-9": both(ALMA, (_, arch) => `AlmaLinux OS 9.* ${arch}`),
  "almalinux-8": both(ALMA, (_, arch) => `AlmaLinux OS 8.* ${arch}`),
  "centos-9": both(FEDORA, (_, arch) => `CentOS Stream 9 ${arch} *`),
  "fedora-43": both(FEDORA, (_, arch) => `Fedora-Cloud-Base-AmazonEC2.${arch}-43-*`),
  "fedora-42": both(FEDORA, (_, arch) => `Fedora-Cloud-Base-AmazonEC2.${arch}-42-*`),
  "rhel-10": both(REDHAT, (_, arch) => `RHEL-10.*_HVM*-${arch === "aarch64" ? "arm64" : arch}-*-Hourly2-GP3`),
  "rhel-9": both(REDHAT, (_, arch) => `RHEL-9.*_HVM-*-${arch === "aarch64" ? "arm64" : arch}-*-Hourly2-GP3`),
  "rhel-8": both(REDHAT, (_, arch) => `RHEL-8.*_HVM-*-${arch === "aarch64" ? "arm64" : arch}-*-Hourly2-GP3`),
  "sles-15": both(SUSE, (_, arch) => `suse-sles-15-sp*-v*-hvm-ssd-${arch === "aarch64" ? "arm64" : arch}`),
  "windows-server-2025": { owner: "amazon", amd64: "Windows_Server-2025-English-Full-Base-*" },
  "windows-server-2022": { owner: "amazon", amd64: "Windows_Server-2022-English-Full-Base-*" },
  "windows-server-2019": { owner: "amazon", amd64: "Windows_Server-2019-English-Full-Base-*" },
};

function both(owner: string, name: (debian: string, gnu: string) => string): Published {
  return { owner, amd64: name("amd64", "x86_64"), arm64: name("arm64", "aarch64") };
}

export const imageOffers: Catalogue = {
  match: "exact-or-next",
  preferred: "ubuntu-24.04",
  offers: Object.keys(AMIS).map((native): Offer => ({ native, value: imageOf(native), ...nearest(native) })),
  citation: { source: "names as the makers publish them (providers/aws/images.ts)", date: "2026-11-27" },
};

type Image = NonNullable<Props<"vm">["image"]>;

function imageOf(native: string): Image {
  const at = native.lastIndexOf("-");
  return { os: native.slice(0, at) as Image["os"], version: native.slice(at + 1) };
}

/** Who takes the place of a system that is no longer published, where that is no later version of the same. */
function nearest(native: string): Pick<Offer, "nearestTo"> {
  return native === "rocky-9" ? { nearestTo: ["centos-7", "centos-8"].map(imageOf) } : {};
}

/** Names of Ubuntu's long-lived releases, which stand for a version: https://wiki.ubuntu.com/Releases, 2026-11-27. */
const UBUNTU: Readonly<Record<string, string>> = {
  ...{ trusty: "14.04", xenial: "16.04", bionic: "18.04", focal: "20.04" },
  ...{ jammy: "22.04", noble: "24.04", resolute: "26.04" },
};

/** How the names of published images begin, as estates filter by them: with the system they stand for, and its version in brackets. */
const NAMES: readonly (readonly [name: RegExp, os: Image["os"]])[] = [
  [/^[\w/*-]*ubuntu-[a-z*]+-(\d\d\.\d\d)[-*]/, "ubuntu"],
  [new RegExp(`^[\\w/*-]*ubuntu-(${Object.keys(UBUNTU).join("|")})-\\*`), "ubuntu"],
  [/^\/aws\/service\/canonical\/ubuntu\/(?:server|server-minimal)\/(\d\d\.\d\d)\//, "ubuntu"],
  [/^debian-(\d+)-/, "debian"],
  [/^\/aws\/service\/debian\/release\/(\d+)\//, "debian"],
  [/^(?:\/aws\/service\/ami-amazon-linux-latest\/)?al(2023)-ami-(?:2023|\*|kernel|minimal)/, "amazon-linux"],
  [/^(?:\/aws\/service\/ami-amazon-linux-latest\/)?amzn(2)-ami-(?:kernel-[\d.*]+-|minimal-)?hvm/, "amazon-linux"],
  [/^(?:\/aws\/service\/ami-amazon-linux-latest\/)?amzn-ami-hvm()/, "amazon-linux"],
  [/^Rocky-(\d+)-/, "rocky"],
  [/^AlmaLinux OS (\d+)/, "almalinux"],
  [/^CentOS(?: Linux| Stream|-)? ?(\d+)/, "centos"],
  [/^Fedora-Cloud-Base[\w.-]*?-(\d\d)-/, "fedora"],
  [/^RHEL-(\d+)/, "rhel"],
  [/^suse-sles-(\d+)/, "sles"],
  [/^(?:\/aws\/service\/ami-windows-latest\/)?Windows_Server-(\d{4})-English-(?:Full|Core)-Base/, "windows-server"],
];

/** The system that a name or a pattern of names stands for, published still or not; undefined for an image of somebody's own. */
function imageNamed(pattern: string): Image | undefined {
  for (const [name, os] of NAMES) {
    const found = name.exec(pattern.replace(/^\^/, "").replaceAll("\\", ""));
    const [, version = ""] = found ?? [];
    if (found) return { os, version: UBUNTU[version] ?? (version || "1") };
  }
  return undefined;
}

/** Owners under whose name an image is its maker's own. */
const MAKERS = new Set([
  ...[CANONICAL, DEBIAN, FEDORA, ROCKY, ALMA, REDHAT, SUSE, "amazon", "aws-marketplace", "679593333241"],
  // Amazon Linux and Windows by the numbers of their accounts.
  ...["137112412989", "801119661308", "591542846629"],
]);

/** What a look-up finds where it asks a maker for an image: a parameter by its name, an image by its filters and owners. */
export function publishedImage(lookUp: Peek): Image | undefined {
  const parameter = lookUp("name");
  if (typeof parameter === "string") return imageNamed(parameter);
  const byName = list(lookUp("filter")).find((f) => isObject(f) && f["name"] === "name");
  const [pattern] = isObject(byName) ? list(byName["values"]) : list(lookUp("name_regex"));
  const owners = list(lookUp("owners"));
  if (typeof pattern !== "string" || owners.some((o) => !MAKERS.has(String(o)))) return undefined;
  return imageNamed(pattern);
}
