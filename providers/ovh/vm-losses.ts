import { pick } from "../catalogue.ts";
import { chosen } from "../machines.ts";
import type { Tree } from "../native.ts";
import type { Loss } from "../provider.ts";
import { imageOffers } from "./images.ts";
import { includedDisk, machineOffers, machines } from "./machines.ts";

const mapping = { source: "facts/mapping.md section 6, component 3", date: "2026-11-21" };
const flavours = { source: "providers/ovh/flavors.json (vm rows, 2026-01-31)", date: "2026-11-25" };
const schema = { source: "providers/ovh/schema/openstack.json.gz (3.4.0)", date: "2026-11-23" };

export const losses: readonly Loss[] = [
  {
    path: "size",
    when: (props) => !chosen(props, machines, machineOffers).exact,
    severity: "blocks",
    class: "redesign",
    why: "No flavour that is offered is as large.",
    instead: "Divide the load among several machines, or take a dedicated server.",
    citation: flavours,
  },
  {
    path: "architecture",
    when: (props) => props["architecture"] === "arm64",
    severity: "blocks",
    class: "workaround",
    why: "Every flavour is for amd64.",
    instead: "Build the programs for amd64.",
    citation: { source: "facts/mapping.md section 2, trap 16", date: "2026-11-21" },
  },
  {
    path: "image",
    when: (props) => !pick(imageOffers, props["image"] as Tree | undefined).exact,
    severity: "degrades",
    class: "workaround",
    why: "There is no image of this system or version; Windows comes with flavours of its own.",
    instead: "Take the nearest and test the software on it, or upload an image of your own.",
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
    path: "rootDiskGiB",
    when: (props) =>
      Number(props["rootDiskGiB"] ?? 0) > includedDisk(chosen(props, machines, machineOffers).machine.name),
    severity: "degrades",
    class: "workaround",
    why: "The disk of the system comes with the flavour and cannot be made larger.",
    instead: "Keep data on volumes, take a larger flavour, or boot from a volume made of the image.",
    citation: flavours,
  },
  {
    path: "rootDiskEncryption",
    when: (props) => props["rootDiskEncryption"] !== "none",
    severity: "degrades",
    class: "workaround",
    why: "The disk that comes with a flavour is not encrypted.",
    instead: "Keep what needs it on an encrypted volume.",
    citation: mapping,
  },
  {
    path: "rootDiskKey",
    severity: "degrades",
    class: "workaround",
    why: "The disk that comes with a flavour is not encrypted.",
    instead: "Keep what needs it on an encrypted volume.",
    citation: mapping,
  },
  {
    path: "disks",
    severity: "degrades",
    class: "setting",
    why: "Disks beside that of the flavour are volumes of their own.",
    instead: "Make a volume component of each disk and name it in `volumes`.",
    citation: schema,
  },
  {
    path: "privateIp",
    when: (props) => props["subnet"] === undefined,
    severity: "degrades",
    class: "setting",
    why: "A machine in the public network alone has no private address.",
    instead: "Name a subnet.",
    citation: mapping,
  },
  {
    path: "publicIp",
    when: (props) => props["subnet"] === undefined && props["publicIp"] !== "ephemeral",
    severity: "degrades",
    class: "setting",
    why: "A machine that stands in no private network stands in the public one, with an address that goes with it.",
    instead: "Name a subnet: behind its gateway a floating address can be reserved, or none be given.",
    citation: mapping,
  },
  {
    path: "identity",
    severity: "degrades",
    class: "workaround",
    why: "A machine gets no credentials of its own from its metadata.",
    instead: "Make a service account with a policy of its own, and let the machine fetch its key from a secret store.",
    citation: mapping,
  },
  {
    path: "interruptible",
    when: (props) => props["interruptible"] === true,
    severity: "cosmetic",
    class: "accept",
    why: "There are no machines that may be taken away for a lower price.",
    instead: "Pay the full price by the hour, or take monthly billing for what runs all the time.",
    citation: mapping,
  },
  {
    path: "zone",
    severity: "degrades",
    class: "accept",
    why: "Most regions have one zone.",
    instead: "Choose a region of three zones where zones matter.",
    citation: { source: "facts/mapping.md section 7, OVHcloud", date: "2026-11-21" },
  },
  {
    path: "deletionProtection",
    when: (props) => props["deletionProtection"] === false,
    severity: "cosmetic",
    class: "setting",
    why: "The service refuses no deletion; the code does, in its lifecycle, for everything that holds data.",
    instead: "Take `prevent_destroy` out of the written code where a machine may go.",
    citation: schema,
  },
];
