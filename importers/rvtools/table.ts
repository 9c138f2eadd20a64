import type { Grid } from "../csv.ts";

/** A tab of an export that is read. */
export interface Table extends Grid {
  readonly file: string;
  readonly tab: Tab;
}

/** Tabs that are read: machines, their disks, their network cards. Every other one of an export is none of our business. */
export type Tab = "vInfo" | "vDisk" | "vNetwork";

/** Which tab has such columns, whatever its file or sheet is called. */
export function tabOf(columns: readonly string[]): Tab | undefined {
  const has = (title: RegExp) => columns.some((c) => title.test(c));
  if (!has(/^VM$/i)) return undefined;
  if (has(/^CPUs$/i) && has(MEMORY)) return "vInfo";
  // vPartition has disks and capacities too, as the guest sees them.
  if (has(/^Disk$/i) && has(sized("Capacity")) && !has(/^(Free|Consumed)/i)) return "vDisk";
  if (has(/^Network$/i) && has(/^(NIC label|Adapter|Mac Address)$/i)) return "vNetwork";
  return undefined;
}

/** Titles say their unit; versions before 4 wrote MB for what they counted in MiB. */
export function sized(title: string): RegExp {
  return new RegExp(`^${title} \\(?(?<unit>[KMGT]i?B)\\)?$`, "i");
}

/** The one size whose title leaves the unit out: it is MiB. */
export const MEMORY = /^Memory(?: \(?(?<unit>[KMGT]i?B)\)?)?$/i;
