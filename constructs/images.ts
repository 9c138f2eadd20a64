/** Operating systems by family. */
export const OPERATING_SYSTEMS = [
  "almalinux",
  "amazon-linux",
  "centos",
  "debian",
  "fedora",
  "freebsd",
  "oracle-linux",
  "rhel",
  "rocky",
  "sles",
  "ubuntu",
  "windows",
  "windows-server",
] as const;

/** Images that people ask for, for property tests; what each cloud has of them is its catalogue. */
export const IMAGES: readonly { readonly os: (typeof OPERATING_SYSTEMS)[number]; readonly version: string }[] = [
  { os: "almalinux", version: "9" },
  { os: "amazon-linux", version: "2023" },
  { os: "centos", version: "7" },
  { os: "debian", version: "12" },
  { os: "rhel", version: "9" },
  { os: "rocky", version: "9" },
  { os: "ubuntu", version: "20.04" },
  { os: "ubuntu", version: "22.04" },
  { os: "ubuntu", version: "24.04" },
  { os: "windows-server", version: "2022" },
];
