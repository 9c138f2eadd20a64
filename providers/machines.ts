import { pick } from "./catalogue.ts";
import type { Tree } from "./native.ts";
import type { Catalogue, Citation, Offer } from "./provider.ts";
import { compact } from "./values.ts";

/** A row of `flavors.json` that is a machine. */
export interface Flavor {
  readonly kind: string;
  readonly name: string;
  readonly vcpu: number;
  readonly memGiB: number;
  readonly arch: string;
  readonly family: string;
  readonly gpu?: number;
  readonly status: string;
}

/** A machine type by what it gives. */
export interface Machine {
  readonly name: string;
  readonly vcpu: number;
  readonly memoryGiB: number;
  readonly architecture: "amd64" | "arm64";
  readonly cpu: "shared" | "dedicated";
  readonly gpus?: number;
  /** Sold with a licence of Windows, and for nothing else. */
  readonly windows?: boolean;
  /** Order among machines of equal size; without one it is read and never chosen. */
  readonly rank?: number;
}

/** What a machine has to be, in the words of a `vm`. */
export interface WantedMachine {
  readonly architecture: "amd64" | "arm64";
  readonly cpu?: "shared" | "dedicated" | undefined;
  readonly size: { readonly vcpu: number; readonly memoryGiB: number; readonly gpus?: number | undefined };
  readonly image?: { readonly os: string } | undefined;
}

/** Names of the catalogues by what they hold. A cloud that lacks machines of one sort has no catalogue of them. */
const SORTS = {
  machine: ({ architecture, gpus, windows }: Machine) => architecture === "amd64" && !gpus && !windows,
  machineDedicated: ({ architecture, cpu, gpus, windows }: Machine) =>
    architecture === "amd64" && cpu === "dedicated" && !gpus && !windows,
  machineArm: ({ architecture, gpus }: Machine) => architecture === "arm64" && !gpus,
  machineArmDedicated: ({ architecture, cpu, gpus }: Machine) =>
    architecture === "arm64" && cpu === "dedicated" && !gpus,
  machineGpu: ({ gpus }: Machine) => (gpus ?? 0) > 0,
  machineWindows: ({ windows }: Machine) => windows === true,
} as const;

type Sort = keyof typeof SORTS;

/** Whoever asks for nothing gets the first of these that the cloud sells: 2 vCPU, 4 GiB. */
const PREFERRED = { vcpu: 2, memoryGiB: 4 };

/** The catalogues of a cloud's machines, one per sort that it sells. */
export function machineCatalogues(
  machines: readonly Machine[],
  citation: Citation,
): Readonly<Record<string, Catalogue>> {
  const entries = Object.entries(SORTS).flatMap(([sort, belongs]): [string, Catalogue][] => {
    const own = machines.filter(belongs);
    const sold = own.filter((m) => m.rank !== undefined);
    const preferred = sold
      .filter((m) => m.vcpu >= PREFERRED.vcpu && m.memoryGiB >= PREFERRED.memoryGiB)
      .sort((a, b) => a.vcpu + a.memoryGiB - b.vcpu - b.memoryGiB || (a.rank ?? 0) - (b.rank ?? 0))[0];
    if (!preferred) return [];
    const match = sort === "machineGpu" ? "first-sufficient" : "smallest-sufficient";
    return [[sort, { match, preferred: preferred.name, offers: own.map(offer), citation }]];
  });
  return Object.fromEntries(entries);
}

/** What a machine with GPUs costs is told by how many they are and of which family, hardly by its size: the rank says both. */
function offer({ name, vcpu, memoryGiB, gpus, rank }: Machine): Offer {
  const value: Tree = { vcpu, memoryGiB, ...(gpus ? { gpus } : {}) };
  if (rank === undefined) return { native: name, value, legacy: true };
  return { native: name, value, rank: (gpus ?? 0) * FAMILIES + rank };
}

/** More than the ranks of a cloud's families. */
const FAMILIES = 100;

/** The catalogue to pick a machine from; the nearest one that there is. */
export function sortOf(wanted: WantedMachine, catalogues: Readonly<Record<string, Catalogue>>): string {
  const { architecture, cpu, size, image } = wanted;
  const windows = image?.os === "windows-server";
  const arm = architecture === "arm64" && !windows && "machineArm" in catalogues ? "Arm" : "";
  const sort: Sort = size.gpus ? "machineGpu" : `machine${arm}${cpu === "dedicated" ? "Dedicated" : ""}`;
  if (windows && "machineWindows" in catalogues) return "machineWindows";
  return sort in catalogues ? sort : "machine";
}

/** What is written for the wishes of a `vm`: for the conditions of losses. */
export function chosen(
  props: Readonly<Record<string, unknown>>,
  machines: readonly Machine[],
  catalogues: Readonly<Record<string, Catalogue>>,
): { readonly machine: Machine; readonly exact: boolean } {
  const { architecture = "amd64", size = { vcpu: 2, memoryGiB: 4 }, cpu, image } = props as Partial<WantedMachine>;
  const catalogue = catalogues[sortOf({ architecture, size, cpu, image }, catalogues)];
  if (!catalogue) throw new Error("a cloud sells no machines");
  const { native, exact } = pick(catalogue, compact({ ...size }));
  const machine = machines.find((m) => m.name === native);
  if (!machine) throw new Error(`${native} is picked and not listed`);
  return { machine, exact };
}

/** The catalogue that lists a machine: where it is read back. */
export function listedIn(machine: Machine): string {
  const { architecture, gpus, windows } = machine;
  return windows ? "machineWindows" : gpus ? "machineGpu" : architecture === "arm64" ? "machineArm" : "machine";
}

/** `kind: "vm"` rows of a table of flavours as machines, with the traits that a cloud's families have. */
export function machinesFrom(
  flavors: readonly { readonly kind: string }[],
  traits: (flavor: Flavor) => {
    readonly cpu: Machine["cpu"];
    readonly rank?: number | undefined;
    readonly gpus?: number | undefined;
    readonly windows?: boolean;
  },
): Machine[] {
  // Rows of other kinds say less.
  const own = flavors.filter((f) => f.kind === "vm") as unknown as readonly Flavor[];
  return own.map((f): Machine => {
    const { cpu, rank, gpus = f.gpu, windows } = traits(f);
    return {
      name: f.name,
      vcpu: f.vcpu,
      memoryGiB: f.memGiB,
      architecture: f.arch === "arm64" ? "arm64" : "amd64",
      cpu,
      ...(gpus ? { gpus } : {}),
      ...(windows ? { windows } : {}),
      ...(rank === undefined ? {} : { rank }),
    };
  });
}
