import { z } from "zod";
import { defineKind, prop } from "./component.ts";
import { holdsSecret } from "./holds-secret.ts";
import { IMAGES, OPERATING_SYSTEMS } from "./images.ts";
import { anywhere, architecture, cpu, encryption, flag, leadsTo, machineSize } from "./prop-words.ts";
import { ZONES, zone } from "./zone.ts";

/** A disk made with the machine and gone with it. One with a life of its own is a volume. */
const Disk = z.strictObject({
  /** Size in GiB. */
  sizeGiB: prop(z.int().positive(), { satisfies: { rule: "atLeast" } }),
  /** Default: as the cloud guarantees. */
  encryption: encryption().optional(),
  /** The key, with `encryption: customer-key`. */
  encryptionKey: anywhere().optional(),
  /** Snapshot it is made from, by its id at the cloud. Default: it starts empty. */
  fromSnapshot: anywhere().optional(),
});

const VmProps = z.strictObject({
  /** Smallest machine that will do. Default: 2 vCPU, 4 GiB. */
  size: machineSize().default({ vcpu: 2, memoryGiB: 4 }),
  /** Instruction set its programs are built for. Default: amd64. */
  architecture: architecture().default("amd64"),
  /** Whether its processors are its own all the time. Default: shared, which is cheaper; dedicated ones satisfy it too. */
  cpu: cpu().optional(),
  /** Operating system it starts with, by what it is. Default: the Ubuntu with long-term support that the cloud prefers. */
  image: prop(
    z.strictObject({
      os: z.enum(OPERATING_SYSTEMS),
      /** As its maker writes it: "24.04", "12", "2022". */
      version: z.string().min(1).max(20),
    }),
    {
      catalogued: true,
      satisfies: { rule: "exact" },
    },
  ).optional(),
  /** An image of one's own, or one that nobody can tell what it holds, by its id at the cloud. Counts where `image` is absent. */
  customImage: anywhere().optional(),
  /** Disk of the operating system. Default: as large as the cloud makes it. */
  rootDiskGiB: prop(z.number().positive(), { satisfies: { rule: "atLeast" } }).optional(),
  /** Encryption at rest of the disk of the operating system. Default: as the cloud guarantees. */
  rootDiskEncryption: encryption().optional(),
  /** The key, with `rootDiskEncryption: customer-key`. */
  rootDiskKey: anywhere().optional(),
  /** Further disks made with the machine and gone with it. */
  disks: prop(z.array(Disk), { satisfies: { rule: "setOf" } }).optional(),
  /** Volumes attached to it: their `id` outputs. They must stand in its zone. */
  volumes: prop(z.array(leadsTo("volume", "id")), { satisfies: { rule: "setOf" } }).optional(),
  /** Subnet it stands in: the `subnet` output of a network. Default: none of its own. */
  subnet: leadsTo("network", "subnet").optional(),
  /** IPv4 address in the subnet. Default: whichever is free. */
  privateIp: z.ipv4("an IPv4 address, as `10.0.0.4`").optional(),
  /** Groups of firewall rules attached to it: their `id` outputs. */
  firewalls: prop(z.array(leadsTo("firewall", "id")), { satisfies: { rule: "setOf" } }).optional(),
  /** Public IPv4 address: none, one that goes with the machine (`ephemeral`), or one that stays when it is replaced (`reserved`). Default: the cloud's. */
  publicIp: prop(z.enum(["none", "ephemeral", "reserved"]), { satisfies: { rule: "exact" } }).optional(),
  /** What it does at its first start: a script or a cloud-config. Never a secret: those are fetched by the machine. */
  userData: z
    .string()
    .min(1)
    .refine((text) => !holdsSecret(text), "holds what looks like a secret: let the machine fetch it at its start")
    .optional(),
  /** Public keys that may log in, as in `authorized_keys`. */
  sshKeys: prop(z.array(z.string().min(1)), { satisfies: { rule: "setOf" } }).optional(),
  /** Role whose passing credentials the machine gets from its cloud. */
  identity: anywhere().optional(),
  /** May be taken away when the cloud needs the room, for a lower price. Default: false. */
  interruptible: flag().optional(),
  /** Zone it stands in. Default: that of its subnet, else of its volumes, else the cloud's choice. */
  zone: zone().optional(),
  /** Refuse to delete. Default: true in code Exeat writes. */
  deletionProtection: z.boolean().optional(),
  /** Key/value labels. */
  labels: z.record(z.string(), z.string()).optional(),
});

export const vm = defineKind({
  kind: "vm",
  title: "Virtual machine",
  props: VmProps,
  outputs: ["id", "privateIp", "publicIp"],
  labels: ["labels"],
  effortKey: () => "vm",
  generate(fc) {
    const word = fc.stringMatching(/^[a-z][a-z0-9]{2,10}$/);
    const outside = word.map((external) => ({ external, literal: true }));
    const someOutside = fc.uniqueArray(outside, { minLength: 1, maxLength: 3, selector: (o) => o.external });
    const key = fc.stringMatching(/^[A-Za-z0-9]{20,40}$/).map((k) => `ssh-ed25519 AAAA${k}`);
    return fc
      .record(
        {
          size: fc.record(
            {
              vcpu: fc.constantFrom(1, 2, 3, 4, 8, 12, 32, 64, 200),
              memoryGiB: fc.constantFrom(0.5, 1, 4, 7, 8, 16, 24, 128, 1000),
              gpus: fc.constantFrom(1, 2, 4),
            },
            { requiredKeys: ["vcpu", "memoryGiB"] },
          ),
          architecture: fc.constantFrom("amd64" as const, "arm64" as const),
          cpu: fc.constantFrom("shared" as const, "dedicated" as const),
          image: fc.constantFrom(...IMAGES),
          rootDiskGiB: fc.constantFrom(8, 20, 40, 100, 500, 3000),
          rootDiskEncryption: fc.constantFrom("none" as const, "provider-key" as const, "customer-key" as const),
          disks: fc.array(
            fc.record(
              {
                sizeGiB: fc.integer({ min: 1, max: 900 }),
                encryption: fc.constantFrom("none" as const, "provider-key" as const),
              },
              { requiredKeys: ["sizeGiB"] },
            ),
            { minLength: 1, maxLength: 2 },
          ),
          volumes: someOutside,
          subnet: outside,
          firewalls: someOutside,
          publicIp: fc.constantFrom("none" as const, "ephemeral" as const, "reserved" as const),
          userData: fc.constantFrom("#!/bin/sh\napt-get update\n", "#cloud-config\npackages:\n  - nginx\n"),
          sshKeys: fc.uniqueArray(key, { minLength: 1, maxLength: 2 }),
          identity: outside,
          interruptible: fc.boolean(),
          zone: fc.constantFrom(...ZONES),
          deletionProtection: fc.boolean(),
          labels: fc.dictionary(word, word, { minKeys: 1, maxKeys: 3 }),
        },
        { requiredKeys: [] },
      )
      .map((p) => ({
        ...p,
        ...(p.subnet && p.zone ? { privateIp: "10.0.0.7" } : {}),
        ...(p.rootDiskEncryption === "customer-key" ? { rootDiskKey: { external: "kms-key", literal: true } } : {}),
      }));
  },
});
