import { type Image, imageOffersOf } from "../image-offers.ts";
import type { Catalogue } from "../provider.ts";

const NAMES: Readonly<Record<string, Image>> = {
  "Ubuntu 24.04": ["ubuntu", "24.04"],
  "Ubuntu 22.04": ["ubuntu", "22.04"],
  "Ubuntu 20.04": ["ubuntu", "20.04"],
  "Debian 13": ["debian", "13"],
  "Debian 12": ["debian", "12"],
  "Debian 11": ["debian", "11"],
  "Rocky Linux 9": ["rocky", "9"],
  "Rocky Linux 8": ["rocky", "8"],
  "AlmaLinux 9": ["almalinux", "9"],
  "AlmaLinux 8": ["almalinux", "8"],
  "Fedora 42": ["fedora", "42"],
};

const OLDER: Readonly<Record<string, Image>> = {
  "Ubuntu 16.04": ["ubuntu", "16.04"],
  "Ubuntu 18.04": ["ubuntu", "18.04"],
  "Debian 8": ["debian", "8"],
  "Debian 9": ["debian", "9"],
  "Debian 10": ["debian", "10"],
  "CentOS 7": ["centos", "7"],
  "CentOS 8": ["centos", "8"],
  "Centos 7": ["centos", "7"],
  "Fedora 38": ["fedora", "38"],
  "Fedora 39": ["fedora", "39"],
  "Fedora 40": ["fedora", "40"],
  "Fedora 41": ["fedora", "41"],
  "Windows Server 2019 Standard (Desktop)": ["windows-server", "2019"],
  "Windows Server 2022 Standard (Desktop)": ["windows-server", "2022"],
};

/** Systems that are not offered, by the one whose packages and paths are most alike. */
const RELATED: Readonly<Record<string, readonly Image[]>> = {
  "Rocky Linux 9": [
    ["amazon-linux", "2023"],
    ["rhel", "9"],
    ["centos", "9"],
    ["sles", "15"],
  ],
  "Rocky Linux 8": [
    ["amazon-linux", "2"],
    ["rhel", "8"],
    ["rhel", "7"],
    ["centos", "7"],
    ["centos", "8"],
  ],
};

/** Windows is left out: it comes with flavours and a licence of its own, which no list read here has. */
export const imageOffers: Catalogue = {
  match: "exact-or-next",
  preferred: "Ubuntu 24.04",
  offers: imageOffersOf(NAMES, OLDER, RELATED),
  citation: {
    source:
      "names of images in public OpenTofu code for OVHcloud (Ubuntu 18.04 and 20.04, Debian 12 …: dorgeln/infrabuilder, theotchlx/MetaCortex-cadavre-exquis); versions beside them by the same pattern, and what comes nearest to another: judgement",
    date: "2026-11-25",
  },
};
