import { type Machine, machineCatalogues, machinesFrom } from "../machines.ts";
import flavors from "./flavors.json" with { type: "json" };

/**
 * Families that are chosen, first the one most regions have. Burstable ones lend processors against credits: shared.
 * Among the others those are left out whose disks, network or price are what one pays for.
 */
const RANKS: Readonly<Record<string, number>> = {
  t3: 0,
  t4g: 0,
  m7i: 1,
  c7i: 1,
  r7i: 1,
  m7g: 1,
  c7g: 1,
  r7g: 1,
  m6i: 2,
  c6i: 2,
  r6i: 2,
  g6: 1,
  g5: 2,
  g4dn: 3,
};

/** Graphics processors of the larger sizes; the others have one: https://docs.aws.amazon.com/ec2/latest/instancetypes/ac.html, 2026-11-25. */
const GPUS: Readonly<Record<string, number>> = {
  "g4dn.12xlarge": 4,
  "g5.12xlarge": 4,
  "g5.24xlarge": 4,
  "g5.48xlarge": 8,
  "g6.12xlarge": 4,
  "g6.24xlarge": 4,
  "g6.48xlarge": 8,
};

/** Families of older generations and with local disks: read in estates, never chosen. GiB a vCPU, then multiples of xlarge. */
const OLDER: readonly (readonly [
  families: string,
  gibPerVcpu: number,
  arch: Machine["architecture"],
  sizes: string,
])[] = [
  ["m5d m5n m5dn m5ad", 4, "amd64", "large 1 2 4 8 12 16 24"],
  ["m6id m6idn m6in", 4, "amd64", "large 1 2 4 8 12 16 24 32"],
  ["m6gd m7gd", 4, "arm64", "medium large 1 2 4 8 12 16"],
  ["m8gd", 4, "arm64", "medium large 1 2 4 8 12 16 24 48"],
  ["c5ad c6id c6in", 2, "amd64", "large 1 2 4 8 12 16 24 32"],
  ["c5d", 2, "amd64", "large 1 2 4 9 12 18 24"],
  ["c6gd c6gn c7gd c7gn", 2, "arm64", "medium large 1 2 4 8 12 16"],
  ["r5b r5d r5n r5dn r5ad", 8, "amd64", "large 1 2 4 8 12 16 24"],
  ["r6id r6idn r6in", 8, "amd64", "large 1 2 4 8 12 16 24 32"],
  ["r6gd r7gd", 8, "arm64", "medium large 1 2 4 8 12 16"],
  ["x2iedn", 32, "amd64", "1 2 4 8 16 24 32"],
  ["i3en", 8, "amd64", "large 1 2 3 6 12 24"],
  ["i3", 7.625, "amd64", "large 1 2 4 8 16"],
  ["r3 r4", 7.625, "amd64", "large 1 2 4 8 16"],
  ["m4", 4, "amd64", "large 1 2 4 10 16"],
  ["z1d", 8, "amd64", "large 1 2 3 6 12"],
];

const SINGLE: readonly (readonly [name: string, vcpu: number, memoryGiB: number, gpus?: number])[] = [
  ["t1.micro", 1, 0.613],
  ["m1.small", 1, 1.7],
  ["m1.medium", 1, 3.75],
  ["m1.large", 2, 7.5],
  ["m1.xlarge", 4, 15],
  ["m3.medium", 1, 3.75],
  ["m3.large", 2, 7.5],
  ["m3.xlarge", 4, 15],
  ["m3.2xlarge", 8, 30],
  ["c3.large", 2, 3.75],
  ["c3.xlarge", 4, 7.5],
  ["c3.2xlarge", 8, 15],
  ["c3.4xlarge", 16, 30],
  ["c3.8xlarge", 32, 60],
  ["c4.large", 2, 3.75],
  ["c4.xlarge", 4, 7.5],
  ["c4.2xlarge", 8, 15],
  ["c4.4xlarge", 16, 30],
  ["c4.8xlarge", 36, 60],
  ["p2.xlarge", 4, 61, 1],
  ["p2.8xlarge", 32, 488, 8],
  ["p2.16xlarge", 64, 732, 16],
  ["p3.2xlarge", 8, 61, 1],
  ["p3.8xlarge", 32, 244, 4],
  ["p3.16xlarge", 64, 488, 8],
  ["p4d.24xlarge", 96, 1152, 8],
  ["p5.48xlarge", 192, 2048, 8],
  ["g3.4xlarge", 16, 122, 1],
  ["g3.8xlarge", 32, 244, 2],
  ["g3.16xlarge", 64, 488, 4],
];

/** Every machine type of EC2 that an estate may name. */
export const machines: readonly Machine[] = [
  ...machinesFrom(flavors, ({ name, family }) => ({
    cpu: family === "burstable" ? "shared" : "dedicated",
    rank: RANKS[name.split(".")[0] ?? ""],
    ...(family === "gpu" ? { gpus: GPUS[name] ?? 1 } : {}),
  })),
  ...OLDER.flatMap(([families, gib, architecture, sizes]) =>
    families.split(" ").flatMap((family) => sizes.split(" ").map((size) => older(family, size, gib, architecture))),
  ),
  ...SINGLE.map(
    ([name, vcpu, memoryGiB, gpus]): Machine => ({
      name,
      vcpu,
      memoryGiB,
      architecture: "amd64",
      cpu: name.startsWith("t") ? "shared" : "dedicated",
      ...(gpus ? { gpus } : {}),
    }),
  ),
];

function older(family: string, size: string, gib: number, architecture: Machine["architecture"]): Machine {
  const vcpu = size === "medium" ? 1 : size === "large" ? 2 : Number(size) * 4;
  const word = size === "1" ? "xlarge" : /^\d/.test(size) ? `${size}xlarge` : size;
  return { name: `${family}.${word}`, vcpu, memoryGiB: vcpu * gib, architecture, cpu: "dedicated" };
}

export const machineOffers = machineCatalogues(machines, {
  source:
    "providers/aws/flavors.json (vm rows, 2026-07-20); older families: https://aws.amazon.com/ec2/previous-generation/ and https://docs.aws.amazon.com/ec2/latest/instancetypes/",
  date: "2026-11-25",
});
