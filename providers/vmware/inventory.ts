import { ref } from "../expr.ts";
import { freeName } from "../labels.ts";
import type { ListedCard, ListedDisk, ListedMachine, ListedSwitch, MachineInventory } from "../machine-inventory.ts";
import { type Args, type Native, type Tree, Unknown } from "../native.ts";
import { asWritten } from "../paths.ts";
import { compact } from "../values.ts";
import { DISTRIBUTED, STANDARD } from "./network.ts";

const MIB_PER_GIB = 1024;
/** The name vSphere gives to switches of one host; those of several hosts are named by people. */
const OF_ONE_HOST = /^vSwitch\d+$/;

/** The natives that code for the same machines would hold: each disk beside that of the system is one of its own, so that it can move alone. */
export function machinesListed({ root, machines }: MachineInventory): readonly Native[] {
  const maker = new Maker(root);
  const networks = networksOf(machines, maker);
  return [...networks.natives, ...machines.flatMap((m) => machineNatives(m, networks.of, maker))];
}

function machineNatives(
  machine: ListedMachine,
  networkOf: (card: ListedCard) => Tree,
  maker: Maker,
): readonly Native[] {
  const { name, vcpu, memoryGiB, system, disks, cards, off, at } = machine;
  const open = (what: string) => new Unknown(`${what} of ${name}`);
  // Every machine has a disk to start from, whether the inventory lists it or not.
  const [root = { name: "Hard disk 1", at }, ...further] = disks;
  const held = heldBy(machine);
  const size = ({ name: disk, sizeGiB }: ListedDisk) =>
    // Disks are made in whole GiB.
    sizeGiB === undefined ? open(`the size of ${disk}`) : Math.ceil(sizeGiB);
  const volumes = further.map((disk) => ({
    disk,
    native: maker.native("vsphere_virtual_disk", `${name} ${disk.name}`, { size: size(disk) }, disk.at, held(disk)),
  }));
  const args = {
    name,
    num_cpus: vcpu ?? open("the processors"),
    memory: memoryGiB === undefined ? open("the memory") : memoryGiB * MIB_PER_GIB,
    guest_id: system ?? open("the operating system"),
    disk: [
      compact({ label: root.name, size: size(root), unit_number: 0, disk_sharing: sharing(root) }),
      ...volumes.map(({ disk, native }) =>
        compact({ label: disk.name, attach: true, path: ref(native, "vmdk_path"), disk_sharing: sharing(disk) }),
      ),
    ],
    network_interface: cards.map((card) => ({ network_id: networkOf(card) })),
    ...(off ? { power_state: "off" } : {}),
  };
  const own = disks.length > 0 ? held(root) : machine.heldGiB;
  return [maker.native("vsphere_virtual_machine", name, args, at, own), ...volumes.map((v) => v.native)];
}

const sharing = ({ shared }: ListedDisk) => (shared ? "sharingMultiWriter" : undefined);

/** What a disk holds: the machine's use in proportion to the sizes of its disks (judgement, 2026-11-26), and no more than fits. Unknown where a size is. */
function heldBy({ heldGiB, disks }: ListedMachine): (disk: ListedDisk) => number | undefined {
  const sizes = disks.map((d) => d.sizeGiB);
  const total = sizes.reduce<number>((sum, size) => sum + (size ?? Number.NaN), 0);
  return ({ sizeGiB }) => {
    if (heldGiB === undefined || sizeGiB === undefined || !(total > 0)) return undefined;
    return Math.round(Math.min(sizeGiB, (heldGiB * sizeGiB) / total) * 10) / 10;
  };
}

/** Switches and port groups, each once however many cards name it. */
function networksOf(machines: readonly ListedMachine[], maker: Maker) {
  const natives: Native[] = [];
  const switches = new Map<string, Native>();
  const groups = new Map<string, Native>();
  const cards = machines.flatMap((m) => m.cards);
  const namesakes = Map.groupBy(cards, (card) => card.on?.name);
  for (const card of cards) {
    const { network, on, at } = card;
    if (on === undefined || groups.has(groupKey(card))) continue;
    const kind = OF_ONE_HOST.test(on.name) ? STANDARD : DISTRIBUTED;
    const isAlone = namesakes.get(on.name)?.every((other) => other.on?.place === on.place);
    const named = (name: string) => (isAlone ? name : `${name} ${on.place}`);
    const key = switchKey(on);
    const main = switches.get(key) ?? maker.native(kind.type, named(on.name), { name: on.name }, at);
    if (!switches.has(key)) natives.push(main);
    switches.set(key, main);
    const group = maker.native(kind.group, named(network), { name: network, [kind.attr]: ref(main, kind.by) }, at);
    groups.set(groupKey(card), group);
    natives.push(group);
  }
  const of = (card: ListedCard): Tree => {
    const group = groups.get(groupKey(card));
    return group ? ref(group, "id") : card.network;
  };
  return { natives, of };
}

function switchKey({ manager, place, name }: ListedSwitch): string {
  return JSON.stringify([manager, place, name]);
}

function groupKey({ on, network }: ListedCard): string {
  return JSON.stringify([on && switchKey(on), network]);
}

/** Makes natives whose addresses come from names, no two alike. */
class Maker {
  private readonly root: string;
  private readonly taken = new Set<string>();

  constructor(root: string) {
    this.root = root;
  }

  native(type: string, label: string, args: Args, at: Native["at"], heldGiB?: number): Native {
    const name = this.name(type, label);
    return {
      address: `${type}.${name}`,
      root: this.root,
      mode: "managed",
      type,
      name,
      provider: { name: "vsphere" },
      ...asWritten(args),
      at,
      ...(heldGiB === undefined ? {} : { heldGiB }),
    };
  }

  private name(type: string, label: string): string {
    const word = label
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "_")
      .replaceAll(/^_+|_+$/g, "");
    const wanted = /^[a-z]/.test(word) ? word : `n_${word}`;
    return freeName(wanted, this.taken, `${type}.`);
  }
}
