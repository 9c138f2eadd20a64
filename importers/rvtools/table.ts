/** A sheet of an export: its column titles, and its rows by the line they begin on. */
export interface Table {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

export interface Row {
  /** 1-based line of the file, or row of the sheet. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Sheets that are read; every other one of an export is none of our business. */
export type Sheet = "machines" | "disks" | "cards";

/** Which sheet has such columns, whatever its file is called: vInfo, vDisk, vNetwork. */
export function sheetOf(columns: readonly string[]): Sheet | undefined {
  const has = (title: RegExp) => columns.some((c) => title.test(c.trim()));
  if (!has(/^VM$/i)) return undefined;
  if (has(/^CPUs$/i) && has(MEMORY)) return "machines";
  // vPartition has disks and capacities too, as the guest sees them.
  if (has(/^Disk$/i) && has(sized("Capacity")) && !has(/^(Free|Consumed)/i)) return "disks";
  if (has(/^Network$/i) && has(/^(NIC label|Adapter|Mac Address)$/i)) return "cards";
  return undefined;
}

/** Titles say their unit; versions before 4 wrote MB for what they counted in MiB. */
export function sized(title: string): RegExp {
  return new RegExp(`^${title} \\(?(?<unit>[KMGT]i?B)\\)?$`, "i");
}

/** The one size whose title leaves the unit out: it is MiB. */
export const MEMORY = /^Memory(?: \(?(?<unit>[KMGT]i?B)\)?)?$/i;
