import type { Attribute, Block, Body, Expression, Problem } from "./ast.ts";
import { type Grammar, loadGrammar } from "./grammar.ts";
import { ExpressionReader } from "./read-expression.ts";
import { Source } from "./source.ts";

/** What a file says, and what is wrong with it. What could be read is there even where something is wrong. */
export interface Parsed {
  readonly body: Body;
  readonly problems: readonly Problem[];
}

/** Turns texts into our own tree. Synchronous once made, so that templates read from files parse while evaluating. */
export interface HclParser {
  file(source: Source): Parsed;
  /** One expression as it stands inside a string of a JSON file. */
  expression(text: string, file: string, line: number): Expression;
  /** A template without quotes: a string of a JSON file, or a file given to `templatefile`. */
  template(text: string, file: string, line: number): Expression;
}

export async function createParser(): Promise<HclParser> {
  const grammar = await loadGrammar();
  const templates = new Map<string, Expression>();
  return {
    file: (source) => parseFile(grammar, source),
    expression(text, file, line) {
      const source = new Source(file, `x = (${text}\n)\n`, line);
      const value = parseFile(grammar, source).body.attributes[0]?.value;
      const inner = value?.kind === "parenthesised" ? value.of : value;
      return inner ?? { source, start: 0, end: source.text.length, kind: "bad" };
    },
    template(text, file, line) {
      // A file may be a template for every instance of a module.
      const key = `${file}:${line}:${text}`;
      const known = templates.get(key) ?? parseTemplate(grammar, text, file, line);
      templates.set(key, known);
      return known;
    },
  };
}

function parseTemplate(grammar: Grammar, text: string, file: string, line: number): Expression {
  if (!/[$%]\{/.test(text)) {
    return { source: new Source(file, text, line), start: 0, end: text.length, kind: "literal", value: text };
  }
  const mark = freeWord(text);
  const source = new Source(file, `x = <<${mark}\n${text}\n${mark}\n`, line - 1);
  const value = parseFile(grammar, source).body.attributes[0]?.value;
  if (value === undefined) return { source, start: 0, end: source.text.length, kind: "bad" };
  return withoutLastBreak(value, text);
}

function freeWord(text: string): string {
  let word = "EXEAT";
  while (text.includes(word)) word += "T";
  return word;
}

/** Removes the line break that the heredoc around the text added; a lone interpolation then stands for its value. */
function withoutLastBreak(value: Expression, text: string): Expression {
  const span = { source: value.source, start: value.start, end: value.end };
  if (value.kind === "literal") return { ...span, kind: "literal", value: text };
  if (value.kind !== "template") return value;
  const parts = [...value.parts];
  const last = parts.at(-1);
  if (typeof last === "string") parts[parts.length - 1] = last.slice(0, -1);
  if (parts.at(-1) === "") parts.pop();
  const only = parts.length === 1 ? parts[0] : undefined;
  if (only !== undefined && typeof only !== "string" && !only.kind.endsWith("-directive")) return only;
  return { ...span, kind: "template", parts };
}

/** Characters that the parser's memory is sure to hold at once: it ends for good where that is full. */
const MOST_TEXT = 4_000_000;

function parseFile(grammar: Grammar, source: Source): Parsed {
  if (source.text.length > MOST_TEXT) return parsePieces(grammar, source);
  const whole = parsePiece(grammar, source, 0, source.text.length);
  return whole.problems.some((problem) => problem.code === "syntax") ? parsePieces(grammar, source) : whole;
}

const TOP_LEVEL =
  /^(?:resource|data|ephemeral|module|variable|output|locals|provider|terraform|moved|import|removed|check|dependency|dependencies|include|inputs|remote_state|generate)\b|^[A-Za-z_]\w* *=/gm;

/** A file that is large or has a mistake, block by block: formatted code begins each at the first column, so a mistake stays in its own. */
function parsePieces(grammar: Grammar, source: Source): Parsed {
  const starts = [0, ...[...source.text.matchAll(TOP_LEVEL)].map((match) => match.index)];
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  const problems: Problem[] = [];
  starts.forEach((start, i) => {
    const end = starts[i + 1] ?? source.text.length;
    if (source.text.slice(start, end).trim() === "") return;
    const piece = parsePiece(grammar, source, start, end);
    attributes.push(...piece.body.attributes);
    blocks.push(
      ...(piece.problems.some(({ code }) => code !== "twice")
        ? brokenBlocks(source, start, end, piece.body.blocks)
        : piece.body.blocks),
    );
    problems.push(...piece.problems);
  });
  return { body: { attributes, blocks }, problems };
}

/** What can be said of a piece that does not parse: the header of its block, and for other blocks what was understood. */
function brokenBlocks(source: Source, start: number, end: number, found: readonly Block[]): readonly Block[] {
  const header = /^\s*(resource|data)\s+"?([\w-]+)"?\s+"?([\w-]+)"?\s*\{?/.exec(source.text.slice(start, end));
  if (header === null) return found.map((block) => ({ ...block, broken: true }));
  const [, type = "", first = "", second = ""] = header;
  const body: Body = { attributes: [], blocks: [] };
  return [{ source, start, end, type, labels: [first, second], body, broken: true }];
}

/**
 * Valid code that the grammar refuses, said in another way of the same length (values are read from the source):
 * it does not see that a line break ends an object's item, and reads `a = b⏎(c) = d` as a call `b(c)`; and it wants a
 * fraction before an exponent.
 */
function accommodate(text: string): string {
  const numbers = text.replace(/\b\d+[eE][-+]?\d+\b/g, (number) => "0".repeat(number.length));
  return numbers.replace(/([^\s{,])([ \t]*)\n(?=[ \t]*\([^\n]*\)[ \t]*[=:][^=])/g, "$1$2,");
}

function parsePiece(grammar: Grammar, source: Source, start: number, end: number): Parsed {
  if (end - start > MOST_TEXT) {
    const detail = `it has ${Math.round((end - start) / 1e6)} million characters, and at most ${MOST_TEXT / 1e6} million are read`;
    return { body: { attributes: [], blocks: [] }, problems: [{ code: "size", at: start, detail }] };
  }
  const text = start === 0 && end === source.text.length ? source.text : source.text.slice(start, end);
  const first = readTree(grammar, source, start, text);
  if (!first.problems.some((problem) => problem.code === "syntax")) return first;
  const accommodated = accommodate(text);
  if (accommodated === text) return first;
  const second = readTree(grammar, source, start, accommodated);
  return second.problems.some((problem) => problem.code === "syntax") ? first : second;
}

function readTree(grammar: Grammar, source: Source, base: number, text: string): Parsed {
  const tree = grammar.parse(text);
  const cursor = tree.walk();
  try {
    const reader = new BodyReader(grammar, cursor, source, base);
    if (tree.rootNode.hasError) reader.findMistake();
    const body = reader.file();
    return { body, problems: reader.problems };
  } finally {
    cursor.delete();
    tree.delete();
  }
}

/** What the parser may have found missing, as a person would write it. */
const CLOSING: Readonly<Record<string, string>> = {
  ")": ")",
  "]": "]",
  "}": "}",
  block_end: "}",
  object_end: "}",
  tuple_end: "]",
  quoted_template_end: '"',
  template_interpolation_end: "}",
  template_directive_end: "}",
};

class BodyReader extends ExpressionReader {
  file(): Body {
    let body: Body = { attributes: [], blocks: [] };
    this.children((type) => {
      if (type === this.grammar.named.body) body = this.body();
    });
    return body;
  }

  body(): Body {
    const { named } = this.grammar;
    const attributes: Attribute[] = [];
    const blocks: Block[] = [];
    this.children((type) => {
      if (type === named.attribute) {
        const attribute = this.attribute();
        const before = attribute && attributes.find(({ name }) => name === attribute.name);
        if (before) this.twice(attribute, before);
        else if (attribute !== undefined) attributes.push(attribute);
      } else if (type === named.block && !this.tooDeep()) {
        this.depth++;
        blocks.push(this.block());
        this.depth--;
      }
    });
    return { attributes, blocks };
  }

  private twice({ name, start }: Attribute, before: Attribute): void {
    const { file, line } = this.source.at(before.start);
    this.problems.push({ code: "twice", at: start, detail: `${name} is declared in ${file}:${line ?? 1}` });
  }

  private attribute(): Attribute | undefined {
    const { named } = this.grammar;
    let name = "";
    let value: Expression | undefined;
    this.children((type) => {
      if (type === named.identifier) name = this.text();
      else if (type === named.expression) value = this.expression();
    });
    return value === undefined ? undefined : { ...this.span(), name, value };
  }

  private block(): Block {
    const { named } = this.grammar;
    const words: string[] = [];
    let body: Body = { attributes: [], blocks: [] };
    this.children((type) => {
      if (type === named.identifier) words.push(this.text());
      else if (type === named.string_lit) words.push(this.stringLiteral());
      else if (type === named.body) body = this.body();
    });
    const [type = "", ...labels] = words;
    return { ...this.span(), type, labels, body, broken: false };
  }

  /** Records the first mistake: the innermost node that the parser could not place. */
  findMistake(): void {
    const { cursor } = this;
    let at = cursor.startIndex;
    let missing: string | undefined;
    let levels = 0;
    search: for (;;) {
      if (cursor.nodeIsMissing) {
        at = cursor.startIndex;
        missing = cursor.nodeType;
        break;
      }
      if (cursor.nodeType === "ERROR") at = cursor.startIndex;
      if (!cursor.gotoFirstChild()) break;
      levels++;
      while (!(cursor.nodeType === "ERROR" || cursor.nodeIsMissing || cursor.currentNode.hasError)) {
        if (!cursor.gotoNextSibling()) break search;
      }
    }
    for (; levels > 0; levels--) cursor.gotoParent();
    const word = this.source.text
      .slice(at + this.base)
      .split("\n", 1)[0]
      ?.trim()
      .slice(0, 40);
    const closing = missing === undefined ? undefined : CLOSING[missing];
    const mistake = word ? `it is not valid at \`${word}\`` : "something is missing before the line ends";
    const detail = closing === undefined ? mistake : `\`${closing}\` is missing`;
    this.problems.push({ code: "syntax", at: at + this.base, detail });
  }
}
