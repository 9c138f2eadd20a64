import { type Image, imageOffersOf } from "../image-offers.ts";
import type { Catalogue } from "../provider.ts";

const LABELS: Readonly<Record<string, Image>> = {
  ubuntu_resolute: ["ubuntu", "26.04"],
  ubuntu_noble: ["ubuntu", "24.04"],
  ubuntu_jammy: ["ubuntu", "22.04"],
  ubuntu_focal: ["ubuntu", "20.04"],
  debian_trixie: ["debian", "13"],
  debian_bookworm: ["debian", "12"],
  debian_bullseye: ["debian", "11"],
  rockylinux_9: ["rocky", "9"],
  rockylinux_8: ["rocky", "8"],
  almalinux_9: ["almalinux", "9"],
  almalinux_8: ["almalinux", "8"],
  centos_stream_9: ["centos", "9"],
  fedora_43: ["fedora", "43"],
  fedora_42: ["fedora", "42"],
  windows_server_2022: ["windows-server", "2022"],
};

/** Labels of estates that the marketplace lists no more. */
const OLDER: Readonly<Record<string, Image>> = {
  ubuntu_xenial: ["ubuntu", "16.04"],
  ubuntu_bionic: ["ubuntu", "18.04"],
  debian_stretch: ["debian", "9"],
  debian_buster: ["debian", "10"],
  centos_7: ["centos", "7"],
  "centos_7.9": ["centos", "7.9"],
  centos_stream_8: ["centos", "8"],
  fedora_38: ["fedora", "38"],
  fedora_39: ["fedora", "39"],
  fedora_40: ["fedora", "40"],
  fedora_41: ["fedora", "41"],
};

/** Ubuntu with the drivers of NVIDIA, for machines with a GPU: public code for Scaleway, 2026-11-27. */
const WITH_DRIVERS: Readonly<Record<string, Image>> = {
  ubuntu_jammy_gpu_os_12: ["ubuntu", "22.04"],
  ubuntu_noble_gpu_os_12: ["ubuntu", "24.04"],
  ubuntu_noble_gpu_os_13_nvidia: ["ubuntu", "24.04"],
};

/** Systems that are not offered, by the one whose packages and paths are most alike. */
const RELATED: Readonly<Record<string, readonly Image[]>> = {
  rockylinux_9: [
    ["amazon-linux", "2023"],
    ["rhel", "9"],
    ["sles", "15"],
  ],
  rockylinux_8: [
    ["amazon-linux", "2"],
    ["rhel", "8"],
    ["rhel", "7"],
    ["centos", "7"],
    ["centos", "8"],
  ],
  windows_server_2022: [
    ["windows-server", "2019"],
    ["windows-server", "2016"],
    ["windows-server", "2025"],
  ],
};

export const imageOffers: Catalogue = {
  match: "exact-or-next",
  preferred: "ubuntu_noble",
  offers: imageOffersOf(LABELS, { ...OLDER, ...WITH_DRIVERS }, RELATED),
  citation: {
    source:
      "answer of the API to `marketplace/v2/images`, recorded by scaleway/scaleway-cli@4cc5461 (internal/namespaces/marketplace/v2/testdata), Ubuntu 26.04 of 2026-08-04 in instance/v2alpha1/testdata; what comes nearest to another: judgement",
    date: "2026-11-27",
  },
};
