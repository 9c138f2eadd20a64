import type { Diagnostic, Location } from "../../constructs/diagnostic.ts";
import type { ListedCard, ListedDisk, ListedMachine } from "../../providers/machine-inventory.ts";
import type { Named } from "./diagnostics.ts";
import * as diagnostics from "./diagnostics.ts";
import { type KeyedRow, Keys, ownersOf } from "./keys.ts";
import { inGiB, numberIn } from "./sizes.ts";
import { MEMORY, sized, type Table } from "./table.ts";

/** The three tables of one export. */
export interface Export {
  readonly machines: Table;
  readonly disks?: Table | undefined;
  readonly cards?: Table | undefined;
}

/** Less than this many MiB of memory no system starts with. */
const LEAST_MEMORY_MIB = 64;

/** The machines of an export, in its order. Rows that are none, and values that cannot be meant, are told. */
export function machinesIn(from: Export, note: (d: Diagnostic) => void): ListedMachine[] {
  const found = machineRows(from.machines, note);
  const disks = from.disks ? ownersOf(new Columns(from.disks, note), found) : undefined;
  const cards = from.cards ? ownersOf(new Columns(from.cards, note), found) : undefined;
  const file = from.machines.file;
  if (!disks) note(diagnostics.tabMissing("vDisk", file, "the sizes of machines with several disks are not known"));
  if (!cards) note(diagnostics.tabMissing("vNetwork", file, "the networks of the machines are not known"));
  if (disks) tellStray("disks", disks.stray, disks.unclear, note);
  if (cards) tellStray("network cards", cards.stray, cards.unclear, note);
  const raw: Named[] = [];
  const made = found.kept.map((row): ListedMachine => {
    const own = disks?.of.get(row)?.map((d) => diskOf(d, raw)) ?? soleDisk(row);
    return { ...row.machine, disks: own, cards: cards?.of.get(row)?.flatMap(cardOf) ?? [] };
  });
  if (raw.length > 0) note(diagnostics.rawDevices(raw));
  const shared = made.filter((m) => m.disks.length > 1 && m.heldGiB !== undefined).length;
  if (shared > 0) note(diagnostics.heldIsShared(shared, file));
  return made;
}

function tellStray(
  what: string,
  stray: readonly Named[],
  unclear: readonly Named[],
  note: (d: Diagnostic) => void,
): void {
  if (stray.length > 0) note(diagnostics.ofNoMachine(what, stray, false));
  if (unclear.length > 0) note(diagnostics.ofNoMachine(what, unclear, true));
}

/** A table by the titles of its columns. */
export class Columns {
  readonly table: Table;
  private readonly note: (d: Diagnostic) => void;

  constructor(table: Table, note: (d: Diagnostic) => void) {
    this.table = table;
    this.note = note;
  }

  /** Text of the first column with such a title; empty where there is none. */
  text(row: KeyedRow["row"], title: RegExp): string {
    const at = this.table.columns.findIndex((c) => title.test(c));
    return at < 0 ? "" : (row.cells[at] ?? "").trim();
  }

  /** Number in the first column with such a title, and the unit that the title states. */
  number(row: KeyedRow["row"], title: RegExp): { value: number; unit: string | undefined; text: string } | undefined {
    const column = this.table.columns.find((c) => title.test(c));
    const text = this.text(row, title);
    if (column === undefined || text === "") return undefined;
    const value = numberIn(text);
    if (value === undefined) {
      this.note(diagnostics.notANumber(column, text, this.at(row)));
      return undefined;
    }
    return { value, unit: title.exec(column)?.groups?.["unit"], text };
  }

  gib(row: KeyedRow["row"], title: RegExp): number | undefined {
    const found = this.number(row, title);
    return found && inGiB(found.value, found.unit);
  }

  at({ line }: KeyedRow["row"]): Location {
    return { file: this.table.file, line };
  }

  tell(diagnostic: Diagnostic): void {
    this.note(diagnostic);
  }
}

const YES = /^(true|wahr|vrai|vero|verdadero|waar|yes|1)$/i;
/** Machines that vSphere makes for itself in each cluster: vSphere Cluster Services. */
const OF_VSPHERE = /^vCLS[ (-]/;

/** What the list of machines holds, kept apart from what is none. */
export interface FoundMachines {
  readonly columns: Columns;
  readonly kept: readonly KeyedRow[];
  /** Rows that are no machines: what is theirs is not missed. */
  readonly dropped: readonly KeyedRow[];
}

function machineRows(table: Table, note: (d: Diagnostic) => void): FoundMachines {
  const columns = new Columns(table, note);
  const kept: KeyedRow[] = [];
  const dropped: KeyedRow[] = [];
  const sorts = { templates: [], placeholders: [], own: [], off: [], twice: [] } as Record<string, Named[]>;
  const seen = new Set<string>();
  const byName = new Map<string, Named[]>();
  for (const row of table.rows) {
    const at = columns.at(row);
    const name = columns.text(row, /^VM$/i);
    if (name === "") {
      note(diagnostics.unnamed(at));
      continue;
    }
    const named = { name, at };
    const keys = new Keys(columns, row);
    const drop = (sort: string) => {
      sorts[sort]?.push(named);
      dropped.push({ row, keys, machine: { name, at } });
    };
    if (YES.test(columns.text(row, /^Template$/i))) drop("templates");
    else if (YES.test(columns.text(row, /^SRM Placeholder$/i))) drop("placeholders");
    else if (OF_VSPHERE.test(name)) drop("own");
    else if (keys.id !== undefined && seen.has(keys.id)) sorts["twice"]?.push(named);
    else {
      if (keys.id !== undefined) seen.add(keys.id);
      if (/^(poweredOff|suspended)$/i.test(columns.text(row, /^Powerstate$/i))) sorts["off"]?.push(named);
      byName.set(name, [...(byName.get(name) ?? []), named]);
      kept.push({ row, keys, columns, machine: machineOf(columns, row, name, at) });
    }
  }
  tellSorts(sorts, note);
  for (const [name, alike] of byName) if (alike.length > 1) note(diagnostics.oneName(name, alike));
  return { columns, kept, dropped };
}

function tellSorts(sorts: Readonly<Record<string, readonly Named[]>>, note: (d: Diagnostic) => void): void {
  const { templates = [], placeholders = [], own = [], off = [], twice = [] } = sorts;
  if (templates.length > 0)
    note(diagnostics.noMachines("Templates", templates, "Make images of those that machines are still made of."));
  if (placeholders.length > 0)
    note(
      diagnostics.noMachines(
        "Placeholders",
        placeholders,
        "The machines they stand for are in the export of the other site.",
      ),
    );
  if (own.length > 0) note(diagnostics.noMachines("Machines of vSphere itself", own, "They stay behind with it."));
  if (off.length > 0) note(diagnostics.switchedOff(off));
  if (twice.length > 0) note(diagnostics.listedTwice(twice));
}

function machineOf(columns: Columns, row: KeyedRow["row"], name: string, at: Location): KeyedRow["machine"] {
  const system = [/^OS according to the VMware Tools$/i, /^OS according to the configuration file$/i, /^OS$/i]
    .map((title) => columns.text(row, title))
    .find((text) => text !== "");
  return {
    name,
    at,
    vcpu: columns.number(row, /^CPUs$/i)?.value || undefined,
    memoryGiB: memoryOf(columns, row),
    system,
    // What is provisioned is a promise; what is in use has to be moved.
    heldGiB: columns.gib(row, sized("In Use")),
  };
}

function memoryOf(columns: Columns, row: KeyedRow["row"]): number | undefined {
  const found = columns.number(row, MEMORY);
  if (!found) return undefined;
  if (found.unit === undefined && found.value < LEAST_MEMORY_MIB) {
    columns.tell(diagnostics.tooLittleMemory("Memory", found.text, columns.at(row)));
    return undefined;
  }
  return inGiB(found.value, found.unit);
}

function diskOf({ columns, row }: OwnedRow, raw: Named[]): ListedDisk {
  const at = columns.at(row);
  const name = columns.text(row, /^Disk$/i) || "disk";
  if (YES.test(columns.text(row, /^Raw$/i))) raw.push({ name: `${columns.text(row, /^VM$/i)}, ${name}`, at });
  const sharing = columns.text(row, /^Sharing mode$/i);
  return {
    name,
    sizeGiB: columns.gib(row, sized("Capacity")) || undefined,
    ...(/multi/i.test(sharing) ? { shared: true } : {}),
    at,
  };
}

/** Without the list of disks the size of a machine's only one is still known. */
function soleDisk({ row, machine, columns }: KeyedRow): ListedDisk[] {
  if (columns?.number(row, /^Disks$/i)?.value !== 1) return [];
  const sizeGiB = columns.gib(row, sized("Total disk capacity")) || undefined;
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
  return [{ network, on: on === "" ? undefined : on, at: columns.at(row) }];
}
