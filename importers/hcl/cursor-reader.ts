import type { TreeCursor } from "web-tree-sitter";
import type { Problem, Span } from "./ast.ts";
import type { Grammar } from "./grammar.ts";
import type { Source } from "./source.ts";

/** Deepest expression or block that is read. Beyond it a value is unknown, and a diagnostic says so. */
export const NESTING_LIMIT = 400;

/**
 * Walks a syntax tree once and writes our own: each call of the parser's nodes crosses into WebAssembly, so every node
 * is visited once and asked as little as possible. Every method leaves the cursor where it found it.
 */
export abstract class CursorReader {
  protected readonly cursor: TreeCursor;
  protected readonly source: Source;
  /** Where the parsed text begins in the source. */
  protected readonly base: number;
  protected readonly grammar: Grammar;
  protected depth = 0;
  readonly problems: Problem[] = [];

  constructor(grammar: Grammar, cursor: TreeCursor, source: Source, base: number) {
    this.grammar = grammar;
    this.cursor = cursor;
    this.source = source;
    this.base = base;
  }

  protected span(): Span {
    return { source: this.source, start: this.cursor.startIndex + this.base, end: this.cursor.endIndex + this.base };
  }

  protected text(): string {
    return this.source.text.slice(this.cursor.startIndex + this.base, this.cursor.endIndex + this.base);
  }

  /** Calls back on every child of the current node. */
  protected children(visit: (type: number) => void): void {
    const { cursor } = this;
    if (!cursor.gotoFirstChild()) return;
    do visit(cursor.nodeTypeId);
    while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }

  /** True once too deep, having said so. */
  protected tooDeep(): boolean {
    if (this.depth < NESTING_LIMIT) return false;
    if (!this.problems.some((problem) => problem.code === "nesting")) {
      this.problems.push({
        code: "nesting",
        at: this.cursor.startIndex + this.base,
        detail: `it is nested more than ${NESTING_LIMIT} levels deep`,
      });
    }
    return true;
  }
}
