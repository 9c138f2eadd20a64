import type { Expression } from "./ast.ts";
import { NESTING_LIMIT } from "./cursor-reader.ts";
import type { HclParser } from "./parse.ts";
import type { Source } from "./source.ts";

/** What is wrong with a JSON text, and where. */
export class JsonMistake extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/**
 * JSON as expressions with positions (JSON.parse has none). Strings hold templates; `literal` strings are kept as they
 * are, for the caller to say what they hold. Throws JsonMistake.
 */
export function readJson(source: Source, parser: HclParser, literal = false): Expression {
  const reader = new JsonReader(source, parser, literal);
  const value = reader.value(0);
  reader.end();
  return value;
}

class JsonReader {
  private next = 0;
  private readonly text: string;
  private readonly source: Source;
  private readonly parser: HclParser;
  private readonly literal: boolean;

  constructor(source: Source, parser: HclParser, literal: boolean) {
    this.source = source;
    this.text = source.text;
    this.parser = parser;
    this.literal = literal;
  }

  end(): void {
    this.space();
    if (this.next < this.text.length) this.fail("text after the end of the document");
  }

  value(depth: number): Expression {
    this.space();
    if (depth > NESTING_LIMIT) this.fail(`nested more than ${NESTING_LIMIT} levels deep`);
    const start = this.next;
    const character = this.text[start];
    if (character === "{") return this.object(depth);
    if (character === "[") return this.list(depth);
    if (character === '"') return this.template(start, this.string());
    const word = /[-+.\w]*/y;
    word.lastIndex = start;
    const found = word.exec(this.text)?.[0] ?? "";
    this.next += found.length;
    const span = { source: this.source, start, end: this.next };
    if (found === "null") return { ...span, kind: "literal", value: null };
    if (found === "true" || found === "false") return { ...span, kind: "literal", value: found === "true" };
    if (/^-?\d/.test(found) && !Number.isNaN(Number(found))) return { ...span, kind: "literal", value: Number(found) };
    this.next = start;
    return this.fail(start >= this.text.length ? "the document ends too early" : "a value was expected");
  }

  private object(depth: number): Expression {
    const start = this.next++;
    const items: { key: Expression; value: Expression }[] = [];
    this.row("}", () => {
      this.space();
      const from = this.next;
      if (this.text[from] !== '"') this.fail('a name in `"` was expected');
      const key = this.template(from, this.string());
      this.space();
      if (this.text[this.next] !== ":") this.fail("`:` was expected");
      this.next++;
      items.push({ key, value: this.value(depth + 1) });
    });
    return { source: this.source, start, end: this.next, kind: "object", items };
  }

  private list(depth: number): Expression {
    const start = this.next++;
    const items: Expression[] = [];
    this.row("]", () => items.push(this.value(depth + 1)));
    return { source: this.source, start, end: this.next, kind: "tuple", items };
  }

  private row(close: string, item: () => void): void {
    this.space();
    if (this.text[this.next] === close) {
      this.next++;
      return;
    }
    for (;;) {
      item();
      this.space();
      const character = this.text[this.next];
      if (character !== "," && character !== close) this.fail(`\`,\` or \`${close}\` was expected`);
      this.next++;
      if (character === close) return;
    }
  }

  private string(): string {
    const pattern = /"(?:[^"\\\n]|\\.)*"/y;
    pattern.lastIndex = this.next;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) return this.fail("a string is not closed");
    try {
      const value: unknown = JSON.parse(found);
      this.next += found.length;
      return String(value);
    } catch {
      return this.fail("a string holds an invalid escape");
    }
  }

  private template(start: number, text: string): Expression {
    const span = { source: this.source, start, end: this.next };
    if (this.literal || !/[$%]\{/.test(text)) return { ...span, kind: "literal", value: text };
    return this.parser.template(text, this.source.file, this.source.line(start));
  }

  private space(): void {
    const blank = /[ \t\r\n\uFEFF]*/y;
    blank.lastIndex = this.next;
    blank.exec(this.text);
    this.next = blank.lastIndex;
  }

  private fail(message: string): never {
    throw new JsonMistake(message, this.next);
  }
}
