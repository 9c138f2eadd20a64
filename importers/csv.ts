/** Column titles, and rows by the line they begin on. */
export interface Grid {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

export interface Row {
  /** 1-based line of the file, or row of the sheet. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Csv extends Grid {
  /** Line of a quote that nothing closes; its row is not among the rows, and of those after it only whole ones are. */
  readonly openQuote?: number;
  /** Line of the last row where the file ends in the middle of it; it is not among the rows. */
  readonly cutOff?: number;
  readonly separator: string;
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
  const head = records[0];
  const width = head?.cells.length ?? 0;
  const after = openQuote ? recordsOf(openQuote.after, separator, openQuote.line + 1).records : [];
  const rows = records.slice(1).concat(after.filter(({ cells }) => cells.length === width));
  const last = rows.at(-1);
  const isCut = !/\n\s*$/.test(titles) && last !== undefined && last.cells.length < width;
  return {
    separator,
    columns: head?.cells ?? [],
    rows: isCut ? rows.slice(0, -1) : rows,
    ...(openQuote ? { openQuote: openQuote.line } : {}),
    ...(isCut ? { cutOff: last.line } : {}),
  };
}

function separatorOf(text: string): string {
  const line = text.slice(0, Math.max(0, text.search(/\r?\n|$/)));
  const count = (separator: string) => line.split(separator).length;
  return [",", ";", "\t"].reduce((best, next) => (count(next) > count(best) ? next : best));
}

interface Records {
  readonly records: Row[];
  /** A quote that nothing closes, with the text of the lines after it. */
  readonly openQuote?: { readonly line: number; readonly after: string };
}

function recordsOf(text: string, separator: string, start: number): Records {
  const records: Row[] = [];
  let cells: string[] = [];
  let cell = "";
  let line = start;
  let begun = start;
  let quote: { readonly line: number; readonly at: number } | undefined;
  const end = () => {
    cells.push(cell);
    if (cells.length > 1 || cell.trim() !== "") records.push({ line: begun, cells });
    cells = [];
    cell = "";
  };
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? "";
    if (char === "\n") line++;
    if (quote !== undefined) {
      if (char !== '"') cell += char;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quote = undefined;
    } else if (char === '"' && cell === "") quote = { line, at: i };
    else if (char === separator) {
      cells.push(cell);
      cell = "";
    } else if (char === "\n") {
      end();
      begun = line;
    } else if (char !== "\r") cell += char;
  }
  if (quote !== undefined) {
    const lineEnd = text.indexOf("\n", quote.at);
    return { records, openQuote: { line: quote.line, after: lineEnd < 0 ? "" : text.slice(lineEnd + 1) } };
  }
  end();
  return { records };
}
