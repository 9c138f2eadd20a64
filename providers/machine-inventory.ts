import type { Location } from "../constructs/diagnostic.ts";

/** Machines as an inventory lists them, in the units of the vocabulary; what it does not say is undefined, never 0. */
export interface MachineInventory {
  /** Root the natives made of it belong to. */
  readonly root: string;
  readonly machines: readonly ListedMachine[];
}

export interface ListedMachine {
  /** As people call it; not unique. */
  readonly name: string;
  readonly vcpu?: number | undefined;
  readonly memoryGiB?: number | undefined;
  /** Operating system in the words of the inventory. */
  readonly system?: string | undefined;
  /** What all its disks together take up today. */
  readonly heldGiB?: number | undefined;
  /** In the order of the inventory: the first is that of the system. */
  readonly disks: readonly ListedDisk[];
  readonly cards: readonly ListedCard[];
  /** It does not run. */
  readonly off?: boolean;
  readonly at: Location;
}

export interface ListedDisk {
  readonly name: string;
  readonly sizeGiB?: number | undefined;
  /** Several machines write to it. */
  readonly shared?: boolean;
  readonly at: Location;
}

/** Switches of two places may bear one name, and have nothing else in common. */
export interface ListedSwitch {
  readonly name: string;
  /** Datacenter it is in; empty where the inventory names none. */
  readonly place: string;
  /** What manages it, as far as the inventory tells several apart. */
  readonly manager: string;
}

export interface ListedCard {
  /** Network it is plugged into, by name. */
  readonly network: string;
  /** Switch that the network is one of; undefined where the inventory names none. */
  readonly on?: ListedSwitch;
  readonly at: Location;
}
