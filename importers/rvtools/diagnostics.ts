import type { Diagnostic, Location } from "../../constructs/diagnostic.ts";
import { list } from "../../constructs/list.ts";

// One function per thing that can be wrong with an export; the remedy is in the text.

/** A thing of the export that a diagnostic speaks of. */
export interface Named {
  readonly name: string;
  readonly at: Location;
}

/** At most five by name and line; where the first one stands is said beside it. */
function listed(items: readonly Named[]): string {
  return list(
    items.map(({ name, at }) => `${name} (line ${at.line})`),
    5,
  );
}

function first(items: readonly Named[]): { readonly source?: Location } {
  return items[0] ? { source: items[0].at } : {};
}

export function switchedOff(items: readonly Named[]): Diagnostic {
  return {
    severity: "info",
    code: "EX0230",
    summary: "Machines are switched off",
    detail: `${listed(items)}: ${items.length} in all. They count like the others. Decide which of them are still needed, and take the rest out of the export.`,
    ...first(items),
  };
}

export function noMachines(what: string, items: readonly Named[], instead: string): Diagnostic {
  return {
    severity: "info",
    code: "EX0231",
    summary: "Rows are no machines of yours",
    detail: `${what} (${items.length}): ${listed(items)}. They are not counted. ${instead}`,
    ...first(items),
  };
}

/** `cell` says which column it is and what stands there. */
export function notANumber(cell: string, at: Location): Diagnostic {
  return {
    severity: "warning",
    code: "EX0232",
    summary: "A number could not be read",
    detail: `${cell}. It counts as not known. Write a number above zero, or export again.`,
    source: at,
  };
}

export function twoNumbers(cell: string, at: Location): Diagnostic {
  return {
    severity: "warning",
    code: "EX0246",
    summary: "A number may be meant in two ways",
    detail: `${cell}: a fraction, or thousands? It counts as not known. Write it without separator, or in MiB.`,
    source: at,
  };
}

export function tooLittleMemory(cell: string, at: Location): Diagnostic {
  return {
    severity: "warning",
    code: "EX0233",
    summary: "A size of memory is too small to be in MiB",
    detail: `${cell}, and is counted in MiB: somebody may have converted it. It counts as not known. Export again, or write the unit into the title (Memory GiB).`,
    source: at,
  };
}

export function oneName(name: string, items: readonly Named[]): Diagnostic {
  return {
    severity: "info",
    code: "EX0234",
    summary: "Machines bear one name",
    detail: `${items.length} machines are called ${name}: ${listed(items)}. Each counts; the second and later ones get a number behind their name.`,
    ...first(items),
  };
}

export function ofNoMachine(what: string, items: readonly Named[], several: boolean): Diagnostic {
  const why = several
    ? "belong to one of several machines of the same name, and nothing tells which"
    : "belong to machines that are not in the list";
  return {
    severity: "warning",
    code: "EX0235",
    summary: "Rows belong to no machine",
    detail: `${items.length} ${what} ${why}: ${listed(items)}. They are not counted. Export all tabs at one time, with the column VM ID.`,
    ...first(items),
  };
}

export function tabMissing(tab: string, file: string, unknown: string): Diagnostic {
  return {
    severity: "warning",
    code: "EX0236",
    summary: "A tab of the export is missing",
    detail: `${tab} is not beside ${file}: ${unknown}. Export all tabs.`,
    source: { file },
  };
}

export function noMachineTab(file: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0237",
    summary: "An export has no list of machines",
    detail: `${file} stands alone: no table with the columns VM, CPUs and Memory (the tab vInfo) is beside it. Export all tabs into one folder.`,
    source: { file },
  };
}

export function openQuote(at: Location): Diagnostic {
  return {
    severity: "error",
    code: "EX0238",
    summary: "A quote is never closed",
    detail:
      "The quote that begins here is never closed: its row is not counted, and of those after it only whole ones are. Export again.",
    source: at,
  };
}

export function listedTwice(items: readonly Named[]): Diagnostic {
  return {
    severity: "warning",
    code: "EX0239",
    summary: "Machines are listed twice",
    detail: `${items.length} rows have the id of a machine before them: ${listed(items)}. Each machine counts once. Leave out one of the exports.`,
    ...first(items),
  };
}

export function tooManyCells(name: string, cells: number, columns: number, at: Location): Diagnostic {
  return {
    severity: "warning",
    code: "EX0247",
    summary: "A row has more cells than titles",
    detail: `${name || "It"} has ${cells} cells under ${columns} titles: a separator inside a cell was not quoted, and nothing tells which. The row is not counted. Export again, or quote the cell.`,
    source: at,
  };
}

export function cutOff(at: Location): Diagnostic {
  return {
    severity: "error",
    code: "EX0248",
    summary: "A table is cut off",
    detail: "The file ends in the middle of this row: it is not counted, and those after it are missing. Export again.",
    source: at,
  };
}

export function tabTwice(tab: string, file: string): Diagnostic {
  return {
    severity: "warning",
    code: "EX0249",
    summary: "A tab is there twice",
    detail: `${tab} is there twice in ${file}, or beside it: the first counts. Put each export into a folder of its own.`,
    source: { file },
  };
}

export function sheetsBroken(file: string, sheets: readonly string[]): Diagnostic {
  const what = sheets.length === 0 ? "nothing in it can be opened" : `${sheets.join(", ")} cannot be opened`;
  return {
    severity: "error",
    code: "EX0251",
    summary: "A workbook is broken",
    detail: `${file}: ${what}. It was cut off or changed on its way; the rest of it was read. Export again.`,
    source: { file },
  };
}

export function closedWorkbook(file: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0245",
    summary: "A workbook cannot be opened",
    detail: `${file} has a password, or is of the form before 2007 (.xls). Save it as .xlsx without a password, or export to CSV.`,
    source: { file },
  };
}

export function notConnected(items: readonly Named[]): Diagnostic {
  return {
    severity: "warning",
    code: "EX0244",
    summary: "Machines are not connected",
    detail: `${listed(items)}: ${items.length} in all. Their vCenter knows of them only what was true once, or that they are gone. They count like the others. Look whether they are still there, and take the rest out of the export.`,
    ...first(items),
  };
}

export function unnamed(tab: string, at: Location): Diagnostic {
  return {
    severity: "warning",
    code: "EX0240",
    summary: "A row names no machine",
    detail: `VM (${tab}) is empty: the row is not counted. Export again.`,
    source: at,
  };
}

export function heldIsShared(count: number, file: string): Diagnostic {
  return {
    severity: "info",
    code: "EX0241",
    summary: "What each disk holds is worked out",
    detail: `${count} machines have several disks, and the export knows only what all of them take up: it is divided by their sizes. State components.<id>.gib in exeat.yaml where you know better.`,
    source: { file },
  };
}

export function rawDevices(items: readonly Named[]): Diagnostic {
  return {
    severity: "warning",
    code: "EX0242",
    summary: "Disks are devices of a storage system",
    detail: `${listed(items)}: ${items.length} in all. They are mapped raw and are no files of vSphere: snapshots and exports of machines leave them out. Plan to copy them from inside the machine.`,
    ...first(items),
  };
}

export function notAnExport(file: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0243",
    summary: "A table is of no known form",
    detail: `${file} has none of the tabs vInfo, vDisk and vNetwork of an inventory of vSphere machines. Name the folder of the export, or its workbook.`,
    source: { file },
  };
}
