import type { Location } from "../../constructs/diagnostic.ts";
import type { Row } from "../csv.ts";
import * as diagnostics from "./diagnostics.ts";
import type { Notes } from "./notes.ts";
import { inGiB, mayBeFraction, numberIn } from "./sizes.ts";
import { MEMORY, type Table } from "./table.ts";

/** Less than this many MiB of memory no system starts with. */
const LEAST_MEMORY_MIB = 64;

/** A size as it stands in a cell. */
interface Size {
  readonly value: number;
  /** As the title of the column states it. */
  readonly unit: string | undefined;
  readonly column: string;
  readonly text: string;
}

/** A table by the titles of its columns. What cannot be read is told, and is undefined. */
export class Columns {
  readonly table: Table;
  private readonly notes: Notes;

  constructor(table: Table, notes: Notes) {
    this.table = table;
    this.notes = notes;
  }

  /** Text of the first column with such a title; empty where there is none. */
  text(row: Row, title: RegExp): string {
    const at = this.table.columns.findIndex((c) => title.test(c));
    return at < 0 ? "" : (row.cells[at] ?? "").trim();
  }

  /** Number in the first column with such a title; 0 is none, but where `least` is 0. */
  number(row: Row, title: RegExp, least: 0 | 1 = 1): number | undefined {
    return this.size(row, title, least)?.value;
  }

  /** Size in the first column with such a title, in the unit that the title states; 0 is none, but where `least` is 0. */
  gib(row: Row, title: RegExp, least: 0 | 1 = 1): number | undefined {
    const found = this.size(row, title, least);
    if (!found) return undefined;
    if (mayBeFraction(found.text, found.unit)) {
      this.notes.unread(diagnostics.twoNumbers(this.cell(found.column, found.text), this.at(row)));
      return undefined;
    }
    return inGiB(found.value, found.unit);
  }

  /** Memory, whose title leaves the unit out: it is MiB, and some have changed that without saying so. */
  memoryGiB(row: Row): number | undefined {
    const found = this.size(row, MEMORY, 1);
    if (!found) return undefined;
    if (found.unit === undefined && found.value < LEAST_MEMORY_MIB) {
      this.notes.unread(diagnostics.tooLittleMemory(this.cell(found.column, found.text), this.at(row)));
      return undefined;
    }
    return this.gib(row, MEMORY);
  }

  at({ line }: Row): Location {
    return { file: this.table.file, line };
  }

  private size(row: Row, title: RegExp, least: 0 | 1): Size | undefined {
    const column = this.table.columns.find((c) => title.test(c));
    if (column === undefined) return undefined;
    const text = this.text(row, title);
    const value = numberIn(text);
    if (value === undefined || (value === 0 && least === 1)) {
      this.notes.unread(diagnostics.notANumber(this.cell(column, text), this.at(row)));
      return undefined;
    }
    return { value, unit: title.exec(column)?.groups?.["unit"], column, text };
  }

  private cell(column: string, text: string): string {
    return `${column} (${this.table.tab}) is ${text === "" ? "empty" : JSON.stringify(text)}`;
  }
}
