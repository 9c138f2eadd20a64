import type { Source } from "./source.ts";

/** Where a node stands in its text. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

interface Literal extends Span {
  readonly kind: "literal";
  readonly value: null | boolean | number | string;
}

/** Text with values and directives inside. Never a single interpolation: that is the expression itself. */
export interface Template extends Span {
  readonly kind: "template";
  readonly parts: readonly (string | Expression)[];
}

interface IfDirective extends Span {
  readonly kind: "if-directive";
  readonly condition: Expression;
  readonly whenTrue: Template;
  readonly whenFalse: Template | undefined;
}

interface ForDirective extends Span {
  readonly kind: "for-directive";
  readonly key: string | undefined;
  readonly value: string;
  readonly collection: Expression;
  readonly body: Template;
}

interface Tuple extends Span {
  readonly kind: "tuple";
  readonly items: readonly Expression[];
}

export interface ObjectExpression extends Span {
  readonly kind: "object";
  readonly items: readonly { readonly key: Expression; readonly value: Expression }[];
}

interface Variable extends Span {
  readonly kind: "variable";
  readonly name: string;
}

interface GetAttribute extends Span {
  readonly kind: "attribute";
  readonly of: Expression;
  readonly name: string;
}

interface Index extends Span {
  readonly kind: "index";
  readonly of: Expression;
  readonly key: Expression;
}

/** `of[*].each`: `each` is applied to every element, standing for it as the variable `*`. */
interface Splat extends Span {
  readonly kind: "splat";
  readonly of: Expression;
  readonly each: Expression;
}

export interface Call extends Span {
  readonly kind: "call";
  readonly name: string;
  readonly args: readonly Expression[];
  /** The last argument is a list of arguments (`...`). */
  readonly expand: boolean;
}

export interface ForExpression extends Span {
  readonly kind: "for";
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly collection: Expression;
  /** Present for an object, absent for a tuple. */
  readonly key: Expression | undefined;
  readonly value: Expression;
  readonly condition: Expression | undefined;
  readonly group: boolean;
}

interface Conditional extends Span {
  readonly kind: "conditional";
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

interface Parenthesised extends Span {
  readonly kind: "parenthesised";
  readonly of: Expression;
}

interface Unary extends Span {
  readonly kind: "unary";
  readonly operator: string;
  readonly operand: Expression;
}

export interface Binary extends Span {
  readonly kind: "binary";
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

/** What could not be read: it evaluates to an unknown. */
interface Bad extends Span {
  readonly kind: "bad";
}

export type Expression =
  | Literal
  | Template
  | IfDirective
  | ForDirective
  | Tuple
  | ObjectExpression
  | Variable
  | GetAttribute
  | Index
  | Splat
  | Call
  | ForExpression
  | Conditional
  | Parenthesised
  | Unary
  | Binary
  | Bad;

export interface Attribute extends Span {
  readonly name: string;
  readonly value: Expression;
}

export interface Block extends Span {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: Body;
  /** Part of the block could not be read. */
  readonly broken: boolean;
}

export interface Body {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
  /** Written in JSON, where a nested block cannot be told from an attribute without the schema. */
  readonly json?: boolean;
}

/** What is wrong with a text, before it becomes a diagnostic. */
export interface Problem {
  readonly code: "syntax" | "nesting" | "twice" | "size";
  readonly at: number;
  readonly detail: string;
}

export function attributeOf(body: Body, name: string): Expression | undefined {
  return body.attributes.find((attribute) => attribute.name === name)?.value;
}

export function sourceText(node: Span): string {
  return node.source.text.slice(node.start, node.end);
}
