import { parseCsv } from "../importers/csv.ts";

/** A row of a history, before anything about it is checked. */
export interface NumberedRow {
  readonly row: unknown;
  readonly line?: number;
}

const NUMBERS = ["actual", "estimated"];

/** Rows of a team's history, or what is wrong with all of it. Commas, semicolons or tabs; a field may stand in double quotes. */
export function historyRows(text: string): readonly NumberedRow[] | string {
  const { columns, rows, openQuote, cutOff, separator } = parseCsv(text);
  const names = columns.map((name) => name.trim());
  if (!names.includes("name") || !names.includes("actual")) {
    return "Its first line must name the columns: name, actual, and estimated or assessment.";
  }
  const twice = names.find((name, at) => name !== "" && names.indexOf(name) !== at);
  if (twice !== undefined) return `Its first line names the column \`${twice}\` twice: keep the one that counts.`;
  if (openQuote !== undefined) return `The quote that line ${openQuote} opens is never closed.`;
  if (cutOff !== undefined) return `Line ${cutOff} is cut off: it has fewer fields than the first.`;
  const fields = (cells: readonly string[]) =>
    cells
      .map((cell, at) => [names[at] ?? "", cell.trim()] as const)
      .filter(([, cell]) => cell !== "")
      .map(([name, cell]) => [name, NUMBERS.includes(name) && separator === ";" ? withPoint(cell) : cell] as const);
  for (const { cells, line } of separator === ";" ? rows : []) {
    const either = fields(cells).find(([name, cell]) => NUMBERS.includes(name) && THOUSANDS.test(cell))?.[1];
    if (either !== undefined) return ambiguous(either, line);
  }
  const read = rows.map(({ cells, line }) => ({ row: Object.fromEntries(fields(cells)), line }));
  return read.length === 0 ? "It has no migration." : read;
}

/** Where columns are parted by semicolons a point may part thousands: Germans write 1.200 for twelve hundred. */
const THOUSANDS = /^[1-9]\d{0,2}(\.\d{3})+$/;

function ambiguous(cell: string, line: number): string {
  const whole = cell.replaceAll(".", "");
  const fraction = Number(cell);
  const other = Number.isNaN(fraction) ? "" : ` or ${fraction}`;
  return `Line ${line}: beside semicolons \`${cell}\` may be ${whole}${other}. Write ${whole} without a point${other === "" ? "" : ", or the fraction with one or two digits"}.`;
}

/** Spreadsheets that part columns by semicolons do so because their decimals have a comma. Three digits after it may be thousands. */
function withPoint(cell: string): string {
  return /^\d+,(\d{1,2}|\d{4,})$/.test(cell) ? cell.replace(",", ".") : cell;
}
