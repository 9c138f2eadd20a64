import { z } from "zod";
import { defineKind, prop } from "./component.ts";
import { anywhere, encryption, flag } from "./prop-words.ts";
import { ZONES, zone } from "./zone.ts";

const VolumeProps = z.strictObject({
  /** Default: 20. */
  sizeGiB: prop(z.number().positive(), { satisfies: { rule: "atLeast" } }).default(20),
  /** What it is made of: rotating disks (`hdd`, cheap and sequential), solid state over the network (`ssd`), or a disk of the machine's own host (`local`, fast, and lost with the host). Default: ssd. */
  media: prop(z.enum(["hdd", "ssd", "local"]), { absentMeans: "ssd" }).optional(),
  /** Operations a second that it must reach. Default: whatever the cloud gives. */
  iops: prop(z.int().positive(), { satisfies: { rule: "atLeast" } }).optional(),
  /** MiB a second that it must reach. Default: whatever the cloud gives. */
  throughputMiBs: prop(z.number().positive(), { satisfies: { rule: "atLeast" } }).optional(),
  /** Encryption at rest. Default: as the cloud guarantees. */
  encryption: encryption().optional(),
  /** The key, with `encryption: customer-key`. */
  encryptionKey: anywhere().optional(),
  /** Several machines may write to it at once; their file system must know how. Default: false. */
  multiAttach: flag().optional(),
  /** Zone it stands in. Default: that of the machine it is attached to, else the first. */
  zone: zone().optional(),
  /** Snapshot it is made from, by its id at the cloud. Default: it starts empty. */
  fromSnapshot: anywhere().optional(),
  /** Key/value labels. */
  labels: z.record(z.string(), z.string()).optional(),
});

export const volume = defineKind({
  kind: "volume",
  title: "Block volume",
  props: VolumeProps,
  outputs: ["id"],
  labels: ["labels"],
  effortKey: () => "blockVolume",
  generate(fc) {
    const word = fc.stringMatching(/^[a-z][a-z0-9]{2,10}$/);
    return fc
      .record(
        {
          sizeGiB: fc.integer({ min: 1, max: 20_000 }),
          media: fc.constantFrom("hdd" as const, "ssd" as const, "local" as const),
          iops: fc.constantFrom(100, 500, 3000, 5000, 9000, 16_000, 40_000, 300_000),
          throughputMiBs: fc.constantFrom(50, 125, 250, 1000, 3000),
          encryption: fc.constantFrom("none" as const, "provider-key" as const, "customer-key" as const),
          multiAttach: fc.boolean(),
          zone: fc.constantFrom(...ZONES),
          fromSnapshot: word.map((external) => ({ external, literal: true })),
          labels: fc.dictionary(word, word, { minKeys: 1, maxKeys: 3 }),
        },
        { requiredKeys: [] },
      )
      .map((p) => ({
        ...p,
        ...(p.encryption === "customer-key" ? { encryptionKey: { external: "kms-key", literal: true } } : {}),
      }));
  },
});
