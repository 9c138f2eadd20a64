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

const IN_RESOURCE = { lifecycle: 0, dynamic: 1, provisioner: 1, connection: 0 };
/** Labels of the blocks inside a block of a type, which need no schema to be told from attributes. In a module or a local such names are values. */
const NESTED: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  resource: IN_RESOURCE,
  data: IN_RESOURCE,
  ephemeral: IN_RESOURCE,
  dynamic: { content: 0 },
  content: { dynamic: 1 },
  provisioner: { connection: 0 },
  variable: { validation: 0 },
  terraform: { backend: 1, cloud: 0, required_providers: 0 },
};

const OF_RESOURCE = ["depends_on", "provider"];
/** Arguments of a block of a type whose strings are expressions, not text. */
const EXPRESSIONS: Readonly<Record<string, readonly string[]>> = {
  resource: OF_RESOURCE,
  data: OF_RESOURCE,
  ephemeral: OF_RESOURCE,
  module: ["depends_on", "providers"],
  output: ["depends_on"],
  variable: ["type"],
  lifecycle: ["ignore_changes", "replace_triggered_by"],
};

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
        const labels = own(LABELS, name);
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
        body: this.body(object, type),
        broken: false,
      }));
    }
    return objects(value).flatMap((object) =>
      items(object).flatMap((item) => this.blocks(type, labels - 1, item.value, [...given, item.name])),
    );
  }

  private body(object: ObjectExpression, type: string): Body {
    const inside = own(NESTED, type) ?? {};
    const expressions = own(EXPRESSIONS, type) ?? [];
    const attributes: Attribute[] = [];
    const blocks: Block[] = [];
    for (const { name, value } of items(object)) {
      if (name === "//") continue;
      const nested = own(inside, name);
      if (nested !== undefined && objects(value).length > 0) blocks.push(...this.blocks(name, nested, value));
      else {
        const span = { source: value.source, start: value.start, end: value.end };
        attributes.push({ ...span, name, value: expressions.includes(name) ? this.unquoted(value) : value });
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

/** Names in JSON may be those that JavaScript gives a meaning. */
function own<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
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
