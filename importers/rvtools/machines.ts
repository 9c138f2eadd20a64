import type { Location } from "../../constructs/diagnostic.ts";
import type { ListedCard, ListedDisk, ListedMachine } from "../../providers/machine-inventory.ts";
import { Columns } from "./columns.ts";
import type { Named } from "./diagnostics.ts";
import * as diagnostics from "./diagnostics.ts";
import { centreOf, type KeyedRow, Keys, ownersOf } from "./keys.ts";
import type { Notes } from "./notes.ts";
import { sized, type Table } from "./table.ts";

/** The three tables of one export. */
export interface Export {
  readonly machines: Table;
  readonly disks?: Table | undefined;
  readonly cards?: Table | undefined;
}

/** The machines of an export, in its order. Rows that are none, and values that cannot be meant, are told. */
export function machinesIn(from: Export, notes: Notes): ListedMachine[] {
  const found = machineRows(from.machines, notes);
  const disks = from.disks ? ownersOf(new Columns(from.disks, notes), found) : undefined;
  const cards = from.cards ? ownersOf(new Columns(from.cards, notes), found) : undefined;
  const file = from.machines.file;
  if (!disks)
    notes.unread(diagnostics.tabMissing("vDisk", file, "the sizes of machines with several disks are not known"));
  if (!cards) notes.unread(diagnostics.tabMissing("vNetwork", file, "the networks of the machines are not known"));
  if (disks) tellStray("disks", disks.stray, disks.unclear, notes);
  if (cards) tellStray("network cards", cards.stray, cards.unclear, notes);
  const raw: Named[] = [];
  const made = found.kept.map((row): ListedMachine => {
    const own = disks?.of.get(row)?.map((d) => diskOf(d, raw)) ?? soleDisk(row);
    return { ...row.machine, disks: own, cards: cards?.of.get(row)?.flatMap(cardOf) ?? [] };
  });
  if (raw.length > 0) notes.tell(diagnostics.rawDevices(raw));
  const shared = made.filter((m) => m.disks.length > 1 && m.heldGiB !== undefined).length;
  if (shared > 0) notes.tell(diagnostics.heldIsShared(shared, file));
  return made;
}

function tellStray(what: string, stray: readonly Named[], unclear: readonly Named[], notes: Notes): void {
  if (stray.length > 0) notes.unread(diagnostics.ofNoMachine(what, stray, false));
  if (unclear.length > 0) notes.unread(diagnostics.ofNoMachine(what, unclear, true));
}

const YES = /^(true|wahr|vrai|vero|verdadero|waar|yes|1)$/i;
/** VirtualMachineConnectionState, all but `connected` (govmomi 0.54.1, vim25/types/enum.go, read 2026-11-26). */
const NOT_CONNECTED = /^(disconnected|inaccessible|invalid|orphaned)$/i;
/** Machines that vSphere makes for itself in each cluster: vSphere Cluster Services. */
const OF_VSPHERE = /^vCLS[ (-]/;

/** What the list of machines holds, kept apart from what is none. */
export interface FoundMachines {
  readonly columns: Columns;
  readonly kept: readonly KeyedRow[];
  /** Rows that are no machines: what is theirs is not missed. */
  readonly dropped: readonly KeyedRow[];
}

/** Rows that there is something to say of, by what it is. */
type Sorts = Readonly<Record<"templates" | "placeholders" | "own" | "off" | "lost" | "twice", Named[]>>;

function machineRows(table: Table, notes: Notes): FoundMachines {
  const columns = new Columns(table, notes);
  const kept: KeyedRow[] = [];
  const dropped: KeyedRow[] = [];
  const sorts: Sorts = { templates: [], placeholders: [], own: [], off: [], lost: [], twice: [] };
  const seen = new Set<string>();
  for (const row of table.rows) {
    const at = columns.at(row);
    const name = columns.text(row, /^VM$/i);
    if (name === "") {
      notes.unread(diagnostics.unnamed(table.tab, at));
      continue;
    }
    const named = { name, at };
    const keys = new Keys(columns, row);
    const drop = (sort: Named[]) => {
      sort.push(named);
      dropped.push({ row, keys, machine: { name, at } });
    };
    if (YES.test(columns.text(row, /^Template$/i))) drop(sorts.templates);
    else if (YES.test(columns.text(row, /^SRM Placeholder$/i))) drop(sorts.placeholders);
    else if (OF_VSPHERE.test(name)) drop(sorts.own);
    else if (keys.id !== undefined && seen.has(keys.id)) sorts.twice.push(named);
    else {
      if (keys.id !== undefined) seen.add(keys.id);
      const off = /^(poweredOff|suspended)$/i.test(columns.text(row, /^Powerstate$/i));
      if (off) sorts.off.push(named);
      if (NOT_CONNECTED.test(columns.text(row, /^Connection state$/i))) sorts.lost.push(named);
      kept.push({ row, keys, columns, machine: { ...machineOf(columns, row, name, at), off } });
    }
  }
  tellSorts(sorts, notes);
  const machines = kept.map(({ machine }) => machine);
  for (const [name, alike] of Map.groupBy(machines, (m) => m.name))
    if (alike.length > 1) notes.tell(diagnostics.oneName(name, alike));
  return { columns, kept, dropped };
}

function tellSorts({ templates, placeholders, own, off, lost, twice }: Sorts, { tell }: Notes): void {
  if (templates.length > 0)
    tell(diagnostics.noMachines("Templates", templates, "Make images of those that machines are still made of."));
  if (placeholders.length > 0)
    tell(
      diagnostics.noMachines(
        "Placeholders",
        placeholders,
        "The machines they stand for are in the export of the other site.",
      ),
    );
  if (own.length > 0) tell(diagnostics.noMachines("Machines of vSphere itself", own, "They stay behind with it."));
  if (off.length > 0) tell(diagnostics.switchedOff(off));
  if (lost.length > 0) tell(diagnostics.notConnected(lost));
  if (twice.length > 0) tell(diagnostics.listedTwice(twice));
}

function machineOf(columns: Columns, row: KeyedRow["row"], name: string, at: Location): KeyedRow["machine"] {
  const system = [/^OS according to the VMware Tools$/i, /^OS according to the configuration file$/i, /^OS$/i]
    .map((title) => columns.text(row, title))
    .find((text) => text !== "");
  return {
    name,
    at,
    vcpu: columns.number(row, /^CPUs$/i),
    memoryGiB: columns.memoryGiB(row),
    system,
    // What is provisioned is a promise; what is in use has to be moved.
    heldGiB: columns.gib(row, sized("In Use"), 0),
  };
}

function diskOf({ columns, row }: OwnedRow, raw: Named[]): ListedDisk {
  const at = columns.at(row);
  const name = columns.text(row, /^Disk$/i) || "disk";
  if (YES.test(columns.text(row, /^Raw$/i))) raw.push({ name: `${columns.text(row, /^VM$/i)}, ${name}`, at });
  const sharing = columns.text(row, /^Sharing mode$/i);
  return {
    name,
    sizeGiB: columns.gib(row, sized("Capacity")),
    ...(/multi/i.test(sharing) ? { shared: true } : {}),
    at,
  };
}

/** Without the list of disks the size of a machine's only one is still known. */
function soleDisk({ row, machine, columns }: KeyedRow): ListedDisk[] {
  if (columns?.number(row, /^Disks$/i, 0) !== 1) return [];
  const sizeGiB = columns.gib(row, sized("Total disk capacity"));
  return sizeGiB === undefined ? [] : [{ name: "Hard disk 1", sizeGiB, at: machine.at }];
}

/** A row of another tab, with the columns of that tab. */
export interface OwnedRow {
  readonly columns: Columns;
  readonly row: KeyedRow["row"];
}

function cardOf({ columns, row }: OwnedRow): ListedCard[] {
  const network = columns.text(row, /^Network$/i);
  if (network === "") return [];
  const on = columns.text(row, /^Switch$/i);
  const at = columns.at(row);
  if (on === "") return [{ network, at }];
  const place = columns.text(row, /^Datacenter$/i);
  return [{ network, on: { name: on, place, manager: centreOf(columns, row) }, at }];
}
