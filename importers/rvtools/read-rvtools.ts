import { basename, dirname } from "node:path";
import type { Diagnostic } from "../../constructs/diagnostic.ts";
import type { Root } from "../../providers/native.ts";
import type { Grid, Row } from "../csv.ts";
import { parseCsv } from "../csv.ts";
import { notOpened } from "../diagnostics.ts";
import type { Files, ImportKnowledge } from "../importer.ts";
import { decode, encodingOf } from "../json-text.ts";
import * as diagnostics from "./diagnostics.ts";
import { machinesIn } from "./machines.ts";
import { type Notes, Reading } from "./notes.ts";
import { type Tab, type Table, tabOf } from "./table.ts";
import { titlesOf } from "./titles.ts";
import { isClosedWorkbook, isWorkbook, sheetsOf } from "./xlsx.ts";

export interface InventoryContext {
  readonly files: Files;
  readonly knowledge: ImportKnowledge;
  note(diagnostic: Diagnostic): void;
}

interface Inventories {
  readonly roots: readonly Root[];
  readonly complete: boolean;
}

/** Files that may hold an inventory of machines; whether they do is told by their columns. */
export function mayBeTable(path: string): boolean {
  // A spreadsheet keeps a lock beside the file it has open.
  return /\.(csv|xlsx?)$/i.test(path) && !basename(path).startsWith("~$");
}

/** Whether a file is one of an inventory, by its beginning; a workbook, which tells nothing there, by its name. */
export async function isInventory(path: string, { files }: InventoryContext): Promise<boolean> {
  if (!/\.csv$/i.test(path)) return /rvtools/i.test(basename(path));
  try {
    for await (const chunk of files.chunks(path))
      return tabOf(titlesOf(parseCsv(titlesIn(textOf(chunk))).columns)) !== undefined;
  } catch {
    // A file that nobody named and that cannot be opened: nothing says that it belongs to the estate.
  }
  return false;
}

/** The first line, and the one before it in which a spreadsheet names the separator. */
function titlesIn(text: string): string {
  return text.split("\n", 2).join("\n");
}

/** A table or workbook that somebody named. */
export async function readInventoryFile(path: string, context: InventoryContext): Promise<Inventories> {
  const notes = new Reading(context.note);
  const { tables, missing } = await tablesIn(path, context.files);
  for (const diagnostic of missing) notes.unread(diagnostic);
  if (tables.length === 0 && missing.length === 0) notes.unread(diagnostics.notAnExport(path));
  const root = rootOf(".", tables, context.knowledge, notes);
  return { roots: root ? [root] : [], complete: notes.complete };
}

/** Inventories among the files of a folder: one root for each export. `nameOf` names a path below the folder. */
export async function readInventories(
  paths: readonly string[],
  nameOf: (path: string) => string,
  context: InventoryContext,
): Promise<Inventories> {
  const notes = new Reading(context.note);
  const tables: Table[] = [];
  for (const path of paths) {
    const isOurs = await isInventory(path, context);
    if (!isOurs && /\.csv$/i.test(path)) continue;
    // Workbooks of any name are opened; that of other people's something is missing is none of our business.
    const found = await tablesIn(path, context.files);
    tables.push(...found.tables);
    if (isOurs || found.tables.length > 0) for (const diagnostic of found.missing) notes.unread(diagnostic);
  }
  const roots: Root[] = [];
  for (const [folder, together] of Map.groupBy(tables, (t) => dirname(t.file))) {
    const exports = exportsIn(together);
    for (const one of exports) {
      const name = nameOf(exports.length > 1 ? (one[0]?.file ?? folder) : folder);
      const root = rootOf(name, one, context.knowledge, notes);
      if (root) roots.push(root);
    }
  }
  return { roots, complete: notes.complete };
}

interface Found {
  readonly tables: readonly Table[];
  /** What of the file could not be read. */
  readonly missing: readonly Diagnostic[];
}

async function tablesIn(path: string, files: Files): Promise<Found> {
  let bytes: Uint8Array;
  try {
    bytes = await files.read(path);
  } catch (error) {
    if ((error as { code?: unknown } | null)?.code === undefined) throw error;
    return { tables: [], missing: [notOpened(path, error)] };
  }
  if (isClosedWorkbook(bytes)) return { tables: [], missing: [diagnostics.closedWorkbook(path)] };
  if (isWorkbook(bytes)) {
    const { grids, broken, known } = sheetsOf(bytes);
    const missing = broken.length > 0 || !known ? [diagnostics.sheetsBroken(path, broken)] : [];
    return { tables: grids.flatMap((grid) => tableOf(path, grid)), missing };
  }
  return csvTable(path, textOf(bytes));
}

function csvTable(file: string, text: string): Found {
  const { columns, rows, openQuote, cutOff } = parseCsv(text);
  const isWhole = ({ cells }: Row) => cells.slice(columns.length).every((cell) => cell.trim() === "");
  const tables = tableOf(file, { columns, rows: rows.filter(isWhole) });
  const shifted = rows
    .filter((row) => !isWhole(row))
    .map(({ line, cells }) => diagnostics.tooManyCells(cells[0] ?? "", cells.length, columns.length, { file, line }));
  const missing = [
    ...shifted,
    ...(openQuote === undefined ? [] : [diagnostics.openQuote({ file, line: openQuote })]),
    ...(cutOff === undefined ? [] : [diagnostics.cutOff({ file, line: cutOff })]),
  ];
  return { tables, missing: tables.length > 0 ? missing : [] };
}

function tableOf(file: string, grid: Grid): Table[] {
  const columns = titlesOf(grid.columns);
  const tab = tabOf(columns);
  return tab === undefined ? [] : [{ file, tab, columns, rows: grid.rows }];
}

/** UTF-8 or UTF-16 with or without a mark; what is neither was written by a spreadsheet in Windows' own code page. */
function textOf(bytes: Uint8Array): string {
  const { encoding, mark } = encodingOf(bytes);
  const text = decode(bytes.subarray(mark), encoding);
  return encoding === "utf-8" && text.includes("\uFFFD") ? new TextDecoder("windows-1252").decode(bytes) : text;
}

/** Tables that were exported together: those of a folder, unless it holds several of one sort, which their names then tell apart. */
function exportsIn(tables: readonly Table[]): readonly (readonly Table[])[] {
  const tabs = new Set(tables.map((t) => t.tab));
  if (tabs.size === tables.length) return [tables];
  const stem = ({ file }: Table) => basename(file).replace(/v(Info|Disk|Network)/i, "");
  return [...Map.groupBy(tables, stem).values()];
}

/** One export as a root. Undefined, with the reason told, without a list of machines. */
function rootOf(name: string, tables: readonly Table[], knowledge: ImportKnowledge, notes: Notes): Root | undefined {
  const [first] = tables;
  if (!first) return undefined;
  const tab = (wanted: Tab) => {
    const [found, ...more] = tables.filter((t) => t.tab === wanted);
    if (more[0]) notes.unread(diagnostics.tabTwice(wanted, more[0].file));
    return found;
  };
  const machines = tab("vInfo");
  if (!machines) {
    notes.unread(diagnostics.noMachineTab(first.file));
    return undefined;
  }
  const listed = machinesIn({ machines, disks: tab("vDisk"), cards: tab("vNetwork") }, notes);
  const natives = knowledge.machines?.({ root: name, machines: listed }) ?? [];
  return { name, form: "rvtools", natives, holes: [], empty: [], unreadable: [] };
}
