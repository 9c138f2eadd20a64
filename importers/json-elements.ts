/** What to do with the value at a path: hand it over whole, look inside it, or pass over it. */
export type Choice = "value" | "enter" | "skip";

export type JsonPath = readonly (string | number)[];

export interface ElementVisitor {
  /** Asked at the start of each value inside entered containers; `enter` on a scalar means `value`. The path is reused: copy to keep. */
  choose(path: JsonPath): Choice;
  /** The bytes of one value, valid during the call, and where they start in the text. */
  visit(path: JsonPath, bytes: Uint8Array, offset: number): void;
}

/** Where JSON text stops making sense; `offset` counts bytes. */
export class JsonSyntaxError extends Error {
  readonly offset: number;
  /** True when the text ended too early, false when something wrong stands in it. */
  readonly truncated: boolean;
  constructor(offset: number, truncated: boolean) {
    super(truncated ? "the text ends in the middle" : "not JSON from here");
    this.offset = offset;
    this.truncated = truncated;
  }
}

const EXPECT = {
  value: 0,
  valueOrEnd: 1,
  keyOrEnd: 2,
  key: 3,
  colon: 4,
  commaOrEnd: 5,
  done: 6,
} as const;
const IN_STRUCTURE = 0;
const IN_NESTED = 1;
const IN_SCALAR = 2;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const COMMA = 0x2c;
const COLON = 0x3a;

/**
 * Takes JSON text (UTF-8, no byte order mark) apart without holding it: only one handed-over value is in memory at a time.
 * What is handed over or skipped is delimited, not checked. Throws `JsonSyntaxError` on text that stops or leaves the grammar.
 */
export async function readElements(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  visitor: ElementVisitor,
): Promise<void> {
  const splitter = new Splitter(visitor);
  for await (const chunk of chunks) splitter.push(chunk);
  splitter.end();
}

/** Offset of the first mistake in JSON text that is held whole; its length when it only ends too early. */
export function mistakeIn(text: Uint8Array): number {
  const splitter = new Splitter({
    choose: () => "enter",
    visit: (_path, bytes, offset) => {
      try {
        JSON.parse(textOf(bytes));
      } catch {
        throw new JsonSyntaxError(offset, false);
      }
    },
  });
  try {
    splitter.push(text);
    splitter.end();
  } catch (error) {
    if (error instanceof JsonSyntaxError) return error.offset;
    throw error;
  }
  return text.length;
}

class Splitter {
  private readonly visitor: ElementVisitor;
  private readonly path: (string | number)[] = [];
  /** One entry per entered container: true for a list. */
  private readonly lists: boolean[] = [];
  private expect: number = EXPECT.value;
  private mode = IN_STRUCTURE;
  private depth = 0;
  private inString = false;
  private escaped = false;
  private isKey = false;
  private keep = false;
  private pieces: Uint8Array[] = [];
  private startedAt = 0;
  private offset = 0;

  constructor(visitor: ElementVisitor) {
    this.visitor = visitor;
  }

  push(chunk: Uint8Array): void {
    let i = 0;
    // Where the captured value begins in this chunk.
    let from = 0;
    const n = chunk.length;
    while (i < n) {
      if (this.mode === IN_NESTED) {
        i = this.nested(chunk, i);
        if (this.mode === IN_NESTED) break;
        this.finish(chunk, from, i);
        continue;
      }
      const b = chunk[i]!;
      if (this.mode === IN_SCALAR) {
        if (b !== COMMA && b !== CLOSE_LIST && b !== CLOSE_OBJECT && !isSpace(b)) {
          i++;
          continue;
        }
        this.finish(chunk, from, i);
        continue;
      }
      if (isSpace(b)) {
        i++;
        continue;
      }
      const { expect } = this;
      if (expect === EXPECT.commaOrEnd) {
        if (b === COMMA) {
          i++;
          if (this.lists.at(-1)) {
            this.path[this.path.length - 1] = (this.path.at(-1) as number) + 1;
            this.expect = EXPECT.value;
          } else this.expect = EXPECT.key;
          continue;
        }
        this.close(b, i);
        i++;
      } else if (expect === EXPECT.colon) {
        if (b !== COLON) this.fail(i);
        i++;
        this.expect = EXPECT.value;
      } else if (expect === EXPECT.key || expect === EXPECT.keyOrEnd) {
        if (b === QUOTE) {
          this.isKey = true;
          this.begin(i, b, true);
          from = i++;
        } else if (expect === EXPECT.keyOrEnd) {
          this.close(b, i);
          i++;
        } else this.fail(i);
      } else if (expect === EXPECT.done) {
        this.fail(i);
      } else if (expect === EXPECT.valueOrEnd && b === CLOSE_LIST) {
        this.close(b, i);
        i++;
      } else {
        if (b === CLOSE_LIST || b === CLOSE_OBJECT || b === COMMA || b === COLON) this.fail(i);
        const choice = this.visitor.choose(this.path);
        if (choice === "enter" && (b === OPEN_LIST || b === OPEN_OBJECT)) {
          const list = b === OPEN_LIST;
          this.lists.push(list);
          this.path.push(list ? 0 : "");
          this.expect = list ? EXPECT.valueOrEnd : EXPECT.keyOrEnd;
        } else {
          this.begin(i, b, choice !== "skip");
          from = i;
        }
        i++;
      }
    }
    if (this.mode !== IN_STRUCTURE && this.keep) this.pieces.push(Uint8Array.from(chunk.subarray(from)));
    this.offset += n;
  }

  end(): void {
    if (this.mode === IN_SCALAR && this.lists.length === 0) this.finish(new Uint8Array(0), 0, 0);
    if (this.expect !== EXPECT.done || this.mode !== IN_STRUCTURE) throw new JsonSyntaxError(this.offset, true);
  }

  /** Moves to the end of the nested value or of the chunk. */
  private nested(chunk: Uint8Array, start: number): number {
    const n = chunk.length;
    let i = start;
    let depth = this.depth;
    let inString = this.inString;
    if (this.escaped && i < n) {
      this.escaped = false;
      i++;
    }
    while (i < n) {
      const b = chunk[i++]!;
      if (inString) {
        if (b === BACKSLASH) {
          if (i < n) i++;
          else this.escaped = true;
        } else if (b === QUOTE) {
          inString = false;
          if (depth === 0) break;
        }
      } else if (b === QUOTE) inString = true;
      else if (b === OPEN_OBJECT || b === OPEN_LIST) depth++;
      else if ((b === CLOSE_OBJECT || b === CLOSE_LIST) && --depth === 0) break;
    }
    this.depth = depth;
    this.inString = inString;
    if (depth === 0 && !inString) this.mode = IN_STRUCTURE;
    return i;
  }

  private begin(i: number, b: number, keep: boolean): void {
    this.startedAt = this.offset + i;
    this.keep = keep;
    this.pieces = [];
    this.mode = b === QUOTE || b === OPEN_LIST || b === OPEN_OBJECT ? IN_NESTED : IN_SCALAR;
    this.inString = b === QUOTE;
    this.depth = this.mode === IN_NESTED && b !== QUOTE ? 1 : 0;
    this.escaped = false;
  }

  /** `from` counts only when the value began in this chunk. */
  private finish(chunk: Uint8Array, from: number, to: number): void {
    this.mode = IN_STRUCTURE;
    if (this.keep) {
      const whole = this.startedAt >= this.offset;
      const last = chunk.subarray(whole ? from : 0, to);
      const bytes = whole ? last : Buffer.concat([...this.pieces, last]);
      this.pieces = [];
      if (this.isKey) this.path[this.path.length - 1] = keyOf(bytes, this.startedAt);
      else this.visitor.visit(this.path, bytes, this.startedAt);
    }
    if (this.isKey) {
      this.isKey = false;
      this.expect = EXPECT.colon;
    } else this.expect = this.lists.length === 0 ? EXPECT.done : EXPECT.commaOrEnd;
  }

  private close(b: number, i: number): void {
    if (b !== (this.lists.at(-1) ? CLOSE_LIST : CLOSE_OBJECT)) this.fail(i);
    this.lists.pop();
    this.path.pop();
    this.expect = this.lists.length === 0 ? EXPECT.done : EXPECT.commaOrEnd;
  }

  private fail(i: number): never {
    throw new JsonSyntaxError(this.offset + i, false);
  }
}

function isSpace(b: number): boolean {
  return b === 0x20 || b === 0x0a || b === 0x0d || b === 0x09;
}

function keyOf(bytes: Uint8Array, offset: number): string {
  try {
    return JSON.parse(textOf(bytes)) as string;
  } catch {
    throw new JsonSyntaxError(offset, false);
  }
}

export function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}
