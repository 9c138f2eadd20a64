import type { Location } from "../../constructs/diagnostic.ts";

/** One text that expressions were read from: a file, or a string inside one. */
export class Source {
  readonly file: string;
  readonly text: string;
  /** Line of the file on which the text begins, 1-based. */
  readonly firstLine: number;
  #starts: number[] | undefined;

  constructor(file: string, text: string, firstLine = 1) {
    this.file = file;
    this.text = text;
    this.firstLine = firstLine;
  }

  /** Line of an offset (UTF-16 units), 1-based in the file. */
  line(offset: number): number {
    this.#starts ??= lineStarts(this.text);
    const starts = this.#starts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + this.firstLine;
  }

  at(offset: number): Location {
    return { file: this.file, line: this.line(offset) };
  }
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = text.indexOf("\n"); i !== -1; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
  return starts;
}

/** Text of a file, or why it is none: every cause is something the reader of the diagnostic can act on. */
export function decodeText(bytes: Uint8Array): { text: string } | { cause: string } {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { cause: "it is UTF-16; save it as UTF-8" };
  }
  if (bytes.includes(0)) return { cause: "it holds NUL bytes, so it is a binary file or UTF-16; save it as UTF-8" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch {
    const before = new TextDecoder().decode(bytes).split("\ufffd", 1)[0] ?? "";
    return { cause: `line ${before.split("\n").length} is not valid UTF-8; save it as UTF-8` };
  }
}
