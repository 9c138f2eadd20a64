import { basename, dirname } from "node:path";
import type { Diagnostic } from "../../constructs/diagnostic.ts";
import type { Root } from "../../providers/native.ts";
import type { Files, ImportKnowledge } from "../importer.ts";
import { decode, encodingOf } from "../json-text.ts";
import { parseCsv } from "./csv.ts";
import * as diagnostics from "./diagnostics.ts";
import { machinesIn } from "./machines.ts";
import { type Sheet, sheetOf, type Table } from "./table.ts";
import { isWorkbook, sheetsOf } from "./xlsx.ts";

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
  return /\.(csv|xlsx)$/i.test(path) && !basename(path).startsWith("~$");
}

/** Whether a file is one of an inventory, by its beginning; a workbook, which tells nothing there, by its name. */
export async function isInventory(path: string, { files }: InventoryContext): Promise<boolean> {
  if (!/\.csv$/i.test(path)) return /rvtools/i.test(basename(path));
  try {
    for await (const chunk of files.chunks(path))
      return sheetOf(parseCsv(titlesIn(textOf(chunk))).columns) !== undefined;
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
  const { tables, complete } = await tablesIn(path, context);
  if (tables.length === 0) context.note(diagnostics.notAnExport(path));
  const root = rootOf(".", tables, context);
  return { roots: root ? [root] : [], complete: complete && root !== undefined };
}

/** Inventories among the files of a folder: one root for each export. `nameOf` names a path below the folder. */
export async function readInventories(
  paths: readonly string[],
  nameOf: (path: string) => string,
  context: InventoryContext,
): Promise<Inventories> {
  const tables: Table[] = [];
  let complete = true;
  for (const path of paths) {
    if (/\.csv$/i.test(path) && !(await isInventory(path, context))) continue;
    const read = await tablesIn(path, context);
    tables.push(...read.tables);
    complete &&= read.complete;
  }
  const roots: Root[] = [];
  for (const [folder, together] of Map.groupBy(tables, (t) => dirname(t.file))) {
    const exports = exportsIn(together);
    for (const one of exports) {
      const root = rootOf(nameOf(exports.length > 1 ? (one[0]?.file ?? folder) : folder), one, context);
      if (root) roots.push(root);
      else complete = false;
    }
  }
  return { roots, complete };
}

async function tablesIn(
  path: string,
  { files, note }: InventoryContext,
): Promise<{ readonly tables: readonly Table[]; readonly complete: boolean }> {
  const bytes = await files.read(path);
  if (isWorkbook(bytes)) {
    return { tables: sheetsOf(bytes, path).filter((t) => sheetOf(t.columns) !== undefined), complete: true };
  }
  const { columns, rows, openQuote } = parseCsv(textOf(bytes));
  if (sheetOf(columns) === undefined) return { tables: [], complete: true };
  if (openQuote !== undefined) note(diagnostics.openQuote({ file: path, line: openQuote }));
  return { tables: [{ file: path, columns, rows }], complete: openQuote === undefined };
}

/** UTF-8 or UTF-16 with or without a mark; what is neither was written by a spreadsheet in Windows' own code page. */
function textOf(bytes: Uint8Array): string {
  const { encoding, mark } = encodingOf(bytes);
  const text = decode(bytes.subarray(mark), encoding);
  return encoding === "utf-8" && text.includes("\uFFFD") ? new TextDecoder("windows-1252").decode(bytes) : text;
}

/** Tables that were exported together: those of a folder, unless it holds several of one sort, which their names then tell apart. */
function exportsIn(tables: readonly Table[]): readonly (readonly Table[])[] {
  const sorts = new Set(tables.map((t) => sheetOf(t.columns)));
  if (sorts.size === tables.length) return [tables];
  const stem = ({ file }: Table) => basename(file).replace(/v(Info|Disk|Network)/i, "");
  return [...Map.groupBy(tables, stem).values()];
}

/** One export as a root. Undefined, with the reason told, without a list of machines. */
function rootOf(name: string, tables: readonly Table[], { knowledge, note }: InventoryContext): Root | undefined {
  const sheet = (sort: Sheet) => tables.find((t) => sheetOf(t.columns) === sort);
  const machines = sheet("machines");
  if (!machines) {
    if (tables[0]) note(diagnostics.noMachineTab(tables[0].file));
    return undefined;
  }
  const listed = machinesIn({ machines, disks: sheet("disks"), cards: sheet("cards") }, note);
  const natives = knowledge.machines?.({ root: name, machines: listed }) ?? [];
  return { name, form: "rvtools", natives, holes: [], empty: [], unreadable: [] };
}
