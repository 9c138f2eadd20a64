import type { Location } from "../../constructs/diagnostic.ts";
import { type Args, type Edge, type Reference, type Tree, Unknown } from "../../providers/native.ts";
import type { ImportKnowledge } from "../importer.ts";
import { attributeOf, type Block, type Body, type Expression, type Span, sourceText } from "./ast.ts";
import { attempt, evaluate } from "./evaluate.ts";
import { entriesOrUnknown } from "./expansion.ts";
import type { ModuleInstance } from "./module-instance.ts";
import { type Scope, withNames } from "./scope.ts";
import { derived, EvaluationError, Handle, isList, isMap, unknownsIn, type Value } from "./value.ts";

/** Arguments and blocks that say how a resource is handled, not what it is. */
const META_ARGUMENTS = new Set(["count", "for_each", "provider", "depends_on"]);
const META_BLOCKS = new Set(["lifecycle", "provisioner", "connection"]);

/** Where a value stands: its path with list positions and without. */
interface Place {
  readonly path: string;
  readonly generic: string;
}

const TOP: Place = { path: "", generic: "" };

function below(place: Place, key: string | number): Place {
  const path = place.path === "" ? String(key) : `${place.path}.${key}`;
  if (typeof key === "number") return { path, generic: place.generic };
  return { path, generic: place.generic === "" ? key : `${place.generic}.${key}` };
}

/** Evaluates the body of one instance into a native's arguments, noting references and what is configured on the way. */
export class ArgumentReader {
  readonly refs: Edge[] = [];
  readonly configured = new Set<string>();
  private readonly type: string;
  private readonly module: ModuleInstance;
  private readonly knowledge: ImportKnowledge;

  constructor(type: string, module: ModuleInstance, knowledge: ImportKnowledge) {
    this.type = type;
    this.module = module;
    this.knowledge = knowledge;
  }

  arguments(body: Body, scope: Scope): Args {
    return this.body(body, scope, TOP);
  }

  private body(body: Body, scope: Scope, place: Place): Args {
    const top = place === TOP;
    const args: [string, Tree][] = [];
    for (const attribute of body.attributes) {
      if (top && META_ARGUMENTS.has(attribute.name)) continue;
      const value = this.evaluate(attribute.value, scope);
      args.push([
        attribute.name,
        this.attribute(value, attribute.value, below(place, attribute.name), body.json === true),
      ]);
    }
    if (body.blocks.length > 0) args.push(...this.blocks(body.blocks, scope, place, top));
    return Object.fromEntries(args);
  }

  private evaluate(expression: Expression, scope: Scope): Value {
    try {
      return evaluate(expression, scope);
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      this.module.complain(error, expression.source.at(expression.start));
      return derived(sourceText(expression), partsOf(expression, scope));
    }
  }

  /** In JSON a block and an attribute look alike: the schema tells them apart. */
  private attribute(value: Value, span: Span, place: Place, json: boolean): Tree {
    if (json && isMap(value) && this.knowledge.isBlock?.(this.type, place.generic) === true) {
      return [this.settle(value, span, below(place, 0))];
    }
    return this.settle(value, span, place);
  }

  private blocks(blocks: readonly Block[], scope: Scope, place: Place, top: boolean): [string, Tree][] {
    const lists = new Map<string, Tree[]>();
    const listOf = (name: string): Tree[] => {
      const list = lists.get(name) ?? [];
      lists.set(name, list);
      return list;
    };
    for (const block of blocks) {
      if (top && META_BLOCKS.has(block.type)) continue;
      if (block.type === "dynamic" && block.labels[0] !== undefined) {
        this.dynamic(block, block.labels[0], scope, place, listOf(block.labels[0]));
      } else {
        const list = listOf(block.type);
        list.push(this.block(block.body, scope, below(below(place, block.type), list.length)));
      }
    }
    // A block repeated over something unknown, and nothing beside it: the whole list is unknown.
    return [...lists]
      .filter(([, list]) => list.length > 0)
      .map(([name, list]) => [name, list.length === 1 && list[0] instanceof Unknown ? list[0] : list]);
  }

  private block(body: Body, scope: Scope, place: Place): Tree {
    this.configured.add(place.generic);
    return this.body(body, scope, place);
  }

  private dynamic(block: Block, name: string, scope: Scope, place: Place, list: Tree[]): void {
    const content = block.body.blocks.find((inner) => inner.type === "content");
    const forEach = attributeOf(block.body, "for_each");
    if (content === undefined || forEach === undefined) return;
    const named = attributeOf(block.body, "iterator");
    const iterator = named?.kind === "variable" ? named.name : named?.kind === "literal" ? String(named.value) : name;
    let entries: ReturnType<typeof entriesOrUnknown>;
    try {
      entries = entriesOrUnknown(forEach, scope);
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      this.module.complain(error, forEach.source.at(forEach.start));
      entries = derived(sourceText(forEach), partsOf(forEach, scope));
    }
    if (entries instanceof Unknown) {
      const inner = withNames(scope, { [iterator]: { key: entries, value: entries } });
      const whole = derived(sourceText(forEach), [entries, ...attempts(content.body, inner)], { structural: true });
      const alone = list.length === 0;
      const at = below(place, name);
      list.push(this.settle(whole, forEach, alone ? at : below(at, list.length)));
      return;
    }
    for (const [key, value] of entries) {
      const inner = withNames(scope, { [iterator]: { key, value } });
      list.push(this.block(content.body, inner, below(below(place, name), list.length)));
    }
  }

  /** Plain data of a value: secrets out, references and configured paths noted, unknowns told where they stand. */
  settle(value: Value, span: Span, place: Place): Tree {
    if (value === null) return null;
    const plain = value instanceof Handle ? value.settle() : value;
    this.configured.add(place.generic);
    if (this.knowledge.sensitive(this.type, place.generic)) return this.hide(plain, span, place);
    if (plain instanceof Unknown) return this.unknown(plain, span.source.at(span.start), place);
    if (isList(plain)) return plain.map((item, i) => this.settle(item, span, below(place, i)));
    if (isMap(plain)) {
      return Object.fromEntries(
        Object.entries(plain).map(([key, item]) => [key, this.settle(item, span, below(place, key))]),
      );
    }
    return plain instanceof Handle ? null : plain;
  }

  private unknown(value: Unknown, at: Location, place: Place): Unknown {
    this.note(value.refs, place);
    return value.options.at === undefined ? new Unknown(value.expression, value.refs, { ...value.options, at }) : value;
  }

  private hide(value: Value, span: Span, place: Place): Unknown {
    const unknowns = unknownsIn(value);
    const refs = unknowns.flatMap((unknown) => unknown.refs);
    this.note(refs, place);
    const at = span.source.at(span.start);
    // A plain reference names a secret without telling it; any other spelling may hold parts of it.
    const [only] = unknowns;
    const plain = only !== undefined && value === only && /^[\w.[\]-]+$/.test(only.expression);
    return new Unknown(plain ? only.expression : "(sensitive value)", refs, { at, redacted: true });
  }

  private note(refs: readonly Reference[], place: Place): void {
    for (const ref of refs) this.refs.push({ ...ref, path: place.path });
  }
}

/** Values of what an invalid expression is made of: its references count all the same. */
function partsOf(expression: Expression, scope: Scope): Value[] {
  switch (expression.kind) {
    case "attribute":
    case "index":
    case "splat":
    case "variable": {
      const value = attempt(expression, scope);
      if (expression.kind === "variable" || !(value instanceof Unknown) || value.refs.length > 0) return [value];
      return partsOf(expression.of, scope);
    }
    case "tuple":
      return expression.items.flatMap((item) => partsOf(item, scope));
    case "object":
      return expression.items.flatMap((item) => partsOf(item.value, scope));
    case "template":
      return expression.parts.flatMap((part) => (typeof part === "string" ? [] : partsOf(part, scope)));
    case "call":
      return expression.args.flatMap((arg) => partsOf(arg, scope));
    case "conditional":
      return [expression.condition, expression.whenTrue, expression.whenFalse].flatMap((part) => partsOf(part, scope));
    case "binary":
      return [expression.left, expression.right].flatMap((part) => partsOf(part, scope));
    case "parenthesised":
      return partsOf(expression.of, scope);
    default:
      return [];
  }
}

function attempts(body: Body, scope: Scope): Value[] {
  return [
    ...body.attributes.map((attribute) => attempt(attribute.value, scope)),
    ...body.blocks.flatMap((block) => attempts(block.body, scope)),
  ];
}
