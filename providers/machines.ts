import type { Tree } from "./native.ts";
import type { Catalogue, Citation, Offer } from "./provider.ts";

/** A row of `flavors.json` that is a machine. */
export interface Flavor {
  readonly kind: string;
  readonly name: string;
  readonly vcpu: number;
  readonly memGiB: number;
  readonly arch: string;
  readonly family: string;
  readonly gpu?: number;
}

/** A machine type by what it gives. */
export interface Machine {
  readonly name: string;
  readonly vcpu: number;
  readonly memoryGiB: number;
  readonly architecture: "amd64" | "arm64";
  readonly cpu: "shared" | "dedicated";
  readonly gpus?: number;
  /** Order among machines of equal size; without one it is read and never chosen. */
  readonly rank?: number;
}

/** What a machine has to be, in the words of a `vm`. */
export interface WantedMachine {
  readonly architecture: "amd64" | "arm64";
  readonly cpu?: "shared" | "dedicated" | undefined;
  readonly size: { readonly gpus?: number | undefined };
}

/** Names of the catalogues by what they hold. A cloud that lacks machines of one sort has no catalogue of them. */
const SORTS = {
  machine: ({ architecture, gpus }: Machine) => architecture === "amd64" && !gpus,
  machineDedicated: ({ architecture, cpu, gpus }: Machine) => architecture === "amd64" && cpu === "dedicated" && !gpus,
  machineArm: ({ architecture, gpus }: Machine) => architecture === "arm64" && !gpus,
  machineArmDedicated: ({ architecture, cpu, gpus }: Machine) =>
    architecture === "arm64" && cpu === "dedicated" && !gpus,
  machineGpu: ({ gpus }: Machine) => (gpus ?? 0) > 0,
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
    return [[sort, { match: "smallest-sufficient", preferred: preferred.name, offers: own.map(offer), citation }]];
  });
  return Object.fromEntries(entries);
}

function offer({ name, vcpu, memoryGiB, gpus, rank }: Machine): Offer {
  const value: Tree = { vcpu, memoryGiB, ...(gpus ? { gpus } : {}) };
  return { native: name, value, ...(rank === undefined ? { legacy: true } : { rank }) };
}

/** The catalogue to pick a machine from; the nearest one that there is. */
export function sortOf(wanted: WantedMachine, catalogues: Readonly<Record<string, Catalogue>>): string {
  const { architecture, cpu, size } = wanted;
  const arm = architecture === "arm64" && "machineArm" in catalogues;
  const sort: Sort = size.gpus
    ? "machineGpu"
    : cpu === "dedicated"
      ? arm
        ? "machineArmDedicated"
        : "machineDedicated"
      : arm
        ? "machineArm"
        : "machine";
  return sort in catalogues ? sort : "machine";
}

/** `kind: "vm"` rows of a table of flavours as machines. `sharedFamily` says which share their processors, `rank` which are chosen. */
export function machinesFrom(
  flavors: readonly Flavor[],
  traits: (flavor: Flavor) => {
    readonly cpu: Machine["cpu"];
    readonly rank?: number | undefined;
    readonly gpus?: number;
  },
): Machine[] {
  return flavors
    .filter((f) => f.kind === "vm")
    .map((f): Machine => {
      const { cpu, rank, gpus = f.gpu } = traits(f);
      return {
        name: f.name,
        vcpu: f.vcpu,
        memoryGiB: f.memGiB,
        architecture: f.arch === "arm64" ? "arm64" : "amd64",
        cpu,
        ...(gpus ? { gpus } : {}),
        ...(rank === undefined ? {} : { rank }),
      };
    });
}
