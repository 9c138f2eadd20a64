import { isList, isObject, type Tree, Unknown } from "../providers/native.ts";

/** A Terraform expression as far as synthesised code uses them: constants, references, templates, collections and calls of these. */
export type Expression =
  | { readonly kind: "constant"; readonly value: string | number | boolean | null }
  /** `var.name`, `type.name.attribute[0].field`: names and positions in order. */
  | { readonly kind: "reference"; readonly path: Path }
  | { readonly kind: "template"; readonly parts: readonly Expression[] }
  | { readonly kind: "list"; readonly items: readonly Expression[] }
  | { readonly kind: "object"; readonly entries: readonly (readonly [key: string, value: Expression])[] }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Expression[] };

export type Path = readonly (string | number)[];

/** Undefined for what lies outside: operators, conditions, loops, splats, heredocs. */
export function parseExpression(text: string): Expression | undefined {
  const reader = new Reader(text);
  const expression = reader.expression();
  return reader.atEnd() ? expression : undefined;
}

/** A tree with its unknowns as one expression; undefined when one of them lies outside. */
export function expressionOf(tree: Tree): Expression | undefined {
  if (tree instanceof Unknown) return parseExpression(tree.expression);
  if (isList(tree)) {
    const items = tree.map(expressionOf);
    return items.every((item) => item !== undefined) ? { kind: "list", items } : undefined;
  }
  if (!isObject(tree)) return { kind: "constant", value: tree };
  const entries = Object.entries(tree).flatMap(([key, value]) => {
    const expression = expressionOf(value);
    return expression ? [[key, expression] as const] : [];
  });
  return entries.length === Object.keys(tree).length ? { kind: "object", entries } : undefined;
}

/** What the expressions in a tree name, in order: variables and resources. */
export function referencesIn(tree: Tree): Path[] {
  const expression = expressionOf(tree);
  return expression ? pathsIn(expression) : [];
}

/** The resource that a reference names. */
export function addressOf([type, name]: Path): string {
  return `${type}.${name}`;
}

function pathsIn(expression: Expression): Path[] {
  switch (expression.kind) {
    case "constant":
      return [];
    case "reference":
      return [expression.path];
    case "template":
      return expression.parts.flatMap(pathsIn);
    case "list":
      return expression.items.flatMap(pathsIn);
    case "object":
      return expression.entries.flatMap(([, value]) => pathsIn(value));
    case "call":
      return expression.args.flatMap(pathsIn);
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };
const NAME = /[A-Za-z_][\w-]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /\s*/y;

class Reader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  atEnd(): boolean {
    this.match(SPACE);
    return this.at === this.text.length;
  }

  expression(): Expression | undefined {
    this.match(SPACE);
    switch (this.text[this.at]) {
      case '"':
        return this.template();
      case "[":
        return this.list();
      case "{":
        return this.object();
    }
    const number = this.match(NUMBER);
    if (number !== undefined) return { kind: "constant", value: Number(number) };
    const name = this.match(NAME);
    if (name === undefined) return undefined;
    if (name === "true" || name === "false") return { kind: "constant", value: name === "true" };
    if (name === "null") return { kind: "constant", value: null };
    return this.take("(") ? this.call(name) : this.reference(name);
  }

  private call(name: string): Expression | undefined {
    const args = this.until(")", () => this.expression());
    return args && { kind: "call", name, args };
  }

  private reference(first: string): Expression | undefined {
    const path: (string | number)[] = [first];
    for (;;) {
      if (this.text[this.at] === ".") {
        this.at++;
        const step = this.match(NAME) ?? this.match(/\d+/y);
        if (step === undefined) return undefined;
        path.push(/^\d/.test(step) ? Number(step) : step);
      } else if (this.text[this.at] === "[") {
        this.at++;
        const index = this.expression();
        if (index?.kind !== "constant" || !this.take("]")) return undefined;
        if (typeof index.value !== "string" && typeof index.value !== "number") return undefined;
        path.push(index.value);
      } else return { kind: "reference", path };
    }
  }

  private list(): Expression | undefined {
    this.at++;
    const items = this.until("]", () => this.expression());
    return items && { kind: "list", items };
  }

  private object(): Expression | undefined {
    this.at++;
    const entries = this.until("}", () => {
      this.match(SPACE);
      const quoted = this.text[this.at] === '"' ? this.template() : undefined;
      const key = quoted ? (quoted.kind === "constant" ? quoted.value : undefined) : this.match(NAME);
      if (typeof key !== "string" || !(this.take("=") || this.take(":"))) return undefined;
      const value = this.expression();
      return value && ([key, value] as const);
    });
    return entries && { kind: "object", entries };
  }

  /** Items up to the closing mark, parted by commas; a line break also parts the entries of an object. */
  private until<T>(end: string, item: () => T | undefined): T[] | undefined {
    const items: T[] = [];
    while (!this.take(end)) {
      const next = item();
      if (next === undefined) return undefined;
      items.push(next);
      const lineEnds = end === "}" && /^[ \t\r]*\n/.test(this.text.slice(this.at));
      if (!this.take(",") && !lineEnds && this.peek() !== end) return undefined;
    }
    return items;
  }

  /** A quoted template; one without values inside is a constant. */
  private template(): Expression | undefined {
    this.at++;
    const parts: Expression[] = [];
    let known = "";
    const flush = () => {
      if (known !== "") parts.push({ kind: "constant", value: known });
      known = "";
    };
    for (;;) {
      const rest = this.text.slice(this.at, this.at + 3);
      if (rest === "" || rest.startsWith("\n") || rest.startsWith("%{")) return undefined;
      if (rest === "$${" || rest === "%%{") {
        known += rest.slice(1);
        this.at += 3;
      } else if (rest.startsWith("${")) {
        this.at += 2;
        const value = this.expression();
        if (!value || !this.take("}")) return undefined;
        flush();
        parts.push(...(value.kind === "template" ? value.parts : [value]));
      } else if (rest.startsWith('"')) {
        this.at++;
        flush();
        return asConstant(parts) ?? (parts.length === 1 ? parts[0] : { kind: "template", parts });
      } else {
        const character = rest.startsWith("\\") ? this.escaped() : rest[0];
        if (character === undefined) return undefined;
        if (!rest.startsWith("\\")) this.at++;
        known += character;
      }
    }
  }

  private escaped(): string | undefined {
    const code = this.match(/\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}/y);
    if (code !== undefined) {
      const point = Number.parseInt(code.slice(2), 16);
      return code[1] === "u" ? String.fromCharCode(point) : point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
    }
    const character = ESCAPES[this.text[this.at + 1] ?? ""];
    this.at += 2;
    return character;
  }

  private peek(): string | undefined {
    this.match(SPACE);
    return this.text[this.at];
  }

  private take(mark: string): boolean {
    if (this.peek() !== mark) return false;
    this.at++;
    return true;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }
}

/** The text of a template all of whose parts are known. */
function asConstant(parts: readonly Expression[]): Expression | undefined {
  let text = "";
  for (const part of parts) {
    if (part.kind !== "constant" || part.value === null) return undefined;
    text += String(part.value);
  }
  return { kind: "constant", value: text };
}
