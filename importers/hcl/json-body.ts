import type { Attribute, Block, Body, Expression, ObjectExpression, Problem } from "./ast.ts";
import type { HclParser, Parsed } from "./parse.ts";
import { JsonMistake, readJson } from "./read-json.ts";
import type { Source } from "./source.ts";

/** How many labels stand between a block's type and its body, for what a configuration file may hold at its top. */
const LABELS: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  ephemeral: 2,
  module: 1,
  variable: 1,
  output: 1,
  provider: 1,
  locals: 0,
  terraform: 0,
  moved: 0,
  import: 0,
  removed: 0,
  check: 1,
};

/** Blocks inside those, which need no schema to be told from attributes. */
const NESTED: Readonly<Record<string, number>> = {
  lifecycle: 0,
  dynamic: 1,
  content: 0,
  provisioner: 1,
  connection: 0,
  validation: 0,
  backend: 1,
  cloud: 0,
  required_providers: 0,
};

/** Arguments whose strings are expressions, not text. */
const EXPRESSIONS = new Set(["depends_on", "provider", "providers", "ignore_changes", "replace_triggered_by", "type"]);

/** `*.tf.json` in the tree that HCL gives: blocks and attributes with positions. */
export function parseJsonFile(source: Source, parser: HclParser): Parsed {
  const reader = new JsonBody(parser);
  try {
    const root = readJson(source, parser);
    return { body: reader.top(root), problems: [] };
  } catch (error) {
    if (!(error instanceof JsonMistake)) throw error;
    const problem: Problem = { code: "syntax", at: error.at, detail: `it is not valid JSON: ${error.message}` };
    return { body: { attributes: [], blocks: [] }, problems: [problem] };
  }
}

class JsonBody {
  private readonly parser: HclParser;
  constructor(parser: HclParser) {
    this.parser = parser;
  }

  top(root: Expression): Body {
    const blocks = objects(root).flatMap((object) =>
      items(object).flatMap(({ name, value }) => {
        const labels = Object.hasOwn(LABELS, name) ? LABELS[name] : undefined;
        return labels === undefined ? [] : this.blocks(name, labels, value);
      }),
    );
    return { attributes: [], blocks, json: true };
  }

  private blocks(type: string, labels: number, value: Expression, given: readonly string[] = []): Block[] {
    if (labels === 0) {
      return objects(value).map((object) => ({
        source: object.source,
        start: object.start,
        end: object.end,
        type,
        labels: given,
        body: this.body(object, given),
        broken: false,
      }));
    }
    return objects(value).flatMap((object) =>
      items(object).flatMap((item) => this.blocks(type, labels - 1, item.value, [...given, item.name])),
    );
  }

  private body(object: ObjectExpression, labels: readonly string[]): Body {
    const attributes: Attribute[] = [];
    const blocks: Block[] = [];
    for (const { name, value } of items(object)) {
      if (name === "//") continue;
      const nested = Object.hasOwn(NESTED, name) ? NESTED[name] : undefined;
      // A variable's `type` and a resource's `provider` are expressions; a resource may have an attribute of that name.
      if (nested !== undefined && objects(value).length > 0) blocks.push(...this.blocks(name, nested, value));
      else {
        const span = { source: value.source, start: value.start, end: value.end };
        const asExpression = EXPRESSIONS.has(name) && !(name === "type" && labels.length !== 1);
        attributes.push({ ...span, name, value: asExpression ? this.unquoted(value) : value });
      }
    }
    return { attributes, blocks, json: true };
  }

  /** Strings inside become the expressions that they spell. */
  private unquoted(value: Expression): Expression {
    if (value.kind === "tuple") return { ...value, items: value.items.map((item) => this.unquoted(item)) };
    if (value.kind === "object") {
      return { ...value, items: value.items.map((item) => ({ key: item.key, value: this.unquoted(item.value) })) };
    }
    if (value.kind !== "literal" || typeof value.value !== "string" || value.value === "") return value;
    return this.parser.expression(value.value, value.source.file, value.source.line(value.start));
  }
}

function objects(value: Expression): ObjectExpression[] {
  if (value.kind === "object") return [value];
  if (value.kind === "tuple") return value.items.flatMap(objects);
  return [];
}

function items(object: ObjectExpression): { name: string; value: Expression }[] {
  return object.items.flatMap(({ key, value }) =>
    key.kind === "literal" && typeof key.value === "string" ? [{ name: key.value, value }] : [],
  );
}
