import type { ListedMachine } from "../../providers/machine-inventory.ts";
import type { Row } from "../csv.ts";
import type { Columns } from "./columns.ts";
import type { Named } from "./diagnostics.ts";
import type { FoundMachines, OwnedRow } from "./machines.ts";

/** A row of the list of machines with what tells it apart. */
export interface KeyedRow {
  readonly row: Row;
  readonly keys: Keys;
  readonly columns?: Columns;
  readonly machine: Omit<ListedMachine, "disks" | "cards">;
}

/** What names a machine in a row, the surest first: its id at its vCenter, its UUID, its name. */
export class Keys {
  readonly id: string | undefined;
  readonly all: readonly string[];

  constructor(columns: Columns, row: Row) {
    const text = (title: RegExp) => columns.text(row, title);
    const centre = centreOf(columns, row);
    const id = text(/^VM ID$/i);
    const uuid = text(/^(VM )?UUID$/i);
    const name = text(/^VM$/i);
    this.id = id === "" ? undefined : `id ${centre} ${id}`;
    this.all = [
      ...(this.id === undefined ? [] : [this.id]),
      ...(uuid === "" ? [] : [`uuid ${centre} ${uuid}`]),
      `name ${centre} ${name}`,
      `name ${name}`,
    ];
  }
}

/** The vCenter that a row comes from; empty where the export does not say. */
export function centreOf(columns: Columns, row: Row): string {
  return columns.text(row, /^VI SDK (UUID|Server)$/i);
}

export interface Owners {
  readonly of: ReadonlyMap<KeyedRow, readonly OwnedRow[]>;
  /** Rows whose machine is not in the list, and those that several may own. */
  readonly stray: readonly Named[];
  readonly unclear: readonly Named[];
}

/** Gives each row of another tab to its machine. */
export function ownersOf(columns: Columns, { kept, dropped }: FoundMachines): Owners {
  const byKey = new Map<string, KeyedRow[]>();
  for (const machine of [...kept, ...dropped]) {
    for (const key of machine.keys.all) byKey.set(key, [...(byKey.get(key) ?? []), machine]);
  }
  const of = new Map<KeyedRow, OwnedRow[]>(kept.map((machine) => [machine, []]));
  const stray: Named[] = [];
  const unclear: Named[] = [];
  for (const row of columns.table.rows) {
    const owners = new Keys(columns, row).all.map((key) => byKey.get(key)).find((found) => found !== undefined);
    const [owner, ...more] = owners ?? [];
    const named = { name: columns.text(row, /^VM$/i), at: columns.at(row) };
    if (!owner) stray.push(named);
    else if (more.length > 0) unclear.push(named);
    else of.get(owner)?.push({ columns, row });
  }
  return { of, stray, unclear };
}
