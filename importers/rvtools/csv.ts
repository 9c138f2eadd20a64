import type { Row } from "./table.ts";

export interface Csv {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Line of a quote that nothing closes; what follows it is not among the rows. */
  readonly openQuote?: number;
}

/**
 * Comma, semicolon or tab, whichever the first line has most of; a spreadsheet's `sep=;` before it counts. Quotes may hold
 * separators and line breaks. Empty lines are no rows.
 */
export function parseCsv(text: string): Csv {
  const [, named, titles = text] = /^sep=(.)\r?\n([\s\S]*)$/i.exec(text) ?? [];
  const start = named === undefined ? 1 : 2;
  const separator = named ?? separatorOf(titles);
  const { records, openQuote } = recordsOf(titles, separator, start);
  const [head, ...rows] = records;
  return {
    columns: head?.cells.map((c) => c.trim()) ?? [],
    rows,
    ...(openQuote === undefined ? {} : { openQuote }),
  };
}

function separatorOf(text: string): string {
  const line = text.slice(0, Math.max(0, text.search(/\r?\n|$/)));
  const count = (separator: string) => line.split(separator).length;
  return [",", ";", "\t"].reduce((best, next) => (count(next) > count(best) ? next : best));
}

function recordsOf(text: string, separator: string, start: number): { records: Row[]; openQuote?: number } {
  const records: Row[] = [];
  let cells: string[] = [];
  let cell = "";
  let line = start;
  let begun = start;
  let quotedSince: number | undefined;
  const end = () => {
    cells.push(cell);
    if (cells.length > 1 || cell.trim() !== "") records.push({ line: begun, cells });
    cells = [];
    cell = "";
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? "";
    if (char === "\n") line++;
    if (quotedSince !== undefined) {
      if (char !== '"') cell += char;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quotedSince = undefined;
    } else if (char === '"' && cell === "") quotedSince = line;
    else if (char === separator) {
      cells.push(cell);
      cell = "";
    } else if (char === "\n") {
      end();
      begun = line;
    } else if (char !== "\r") cell += char;
  }
  if (quotedSince !== undefined) return { records, openQuote: quotedSince };
  end();
  return { records };
}
