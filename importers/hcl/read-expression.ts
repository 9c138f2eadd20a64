import type { Expression, Span } from "./ast.ts";
import { resolveEscapes } from "./read-template.ts";
import { TemplateReader } from "./template-reader.ts";

/** Writes our own expressions from the parser's nodes. */
export class ExpressionReader extends TemplateReader {
  /** The current `expression` (or a node that holds the same row of children). */
  expression(): Expression {
    if (this.tooDeep()) return { ...this.span(), kind: "bad" };
    const { named, names } = this.grammar;
    this.depth++;
    let current: Expression | undefined;
    let left: Expression | undefined;
    let operator: string | undefined;
    let steps = 0;
    const span = this.span();
    this.children((type) => {
      switch (type) {
        case named.literal_value:
          current = this.literal();
          break;
        case named.variable_expr:
          current = this.variable();
          break;
        case named.template_expr:
        case named.collection_value:
        case named.for_expr:
          this.children((inner) => {
            current = this.term(inner) ?? current;
          });
          break;
        case named.function_call:
          current = this.call();
          break;
        case named.operation:
          this.children((inner) => {
            if (inner === named.unary_operation || inner === named.binary_operation) current = this.expression();
          });
          break;
        case named.conditional:
          current = this.conditional();
          break;
        case named.expression:
          current = { ...this.span(), kind: "parenthesised", of: this.expression() };
          break;
        case named.get_attr:
        case named.index:
        case named.splat:
          // Each step is a level: `a[0][0]` is an element of an element.
          steps++;
          this.depth++;
          if (this.tooDeep()) current = { ...span, kind: "bad" };
          else if (current !== undefined) current = this.postfix(current, span.start, type);
          break;
        case named.comment:
          break;
        default: {
          const name = names[type] ?? "";
          if (!/^[-+*/%!<>=&|]/.test(name)) break;
          left = current;
          current = undefined;
          operator = name;
        }
      }
    });
    this.depth -= 1 + steps;
    const result: Expression = current ?? { ...span, kind: "bad" };
    if (operator === undefined) return result;
    if (left === undefined) return { ...span, kind: "unary", operator, operand: result };
    return { ...span, kind: "binary", operator, left, right: result };
  }

  private term(type: number): Expression | undefined {
    const { named } = this.grammar;
    if (type === named.quoted_template) return this.quoted();
    if (type === named.heredoc_template) return this.heredoc();
    if (type === named.tuple) {
      const items: Expression[] = [];
      this.children((child) => {
        if (child === named.expression) items.push(this.expression());
      });
      return { ...this.span(), kind: "tuple", items };
    }
    if (type === named.object) return this.object();
    if (type === named.for_tuple_expr || type === named.for_object_expr) return this.forExpression();
    return undefined;
  }

  private variable(): Expression {
    const span = this.span();
    return { ...span, kind: "variable", name: this.source.text.slice(span.start, span.end) };
  }

  /** What kind of literal it is shows in its first character, without asking the parser again. */
  private literal(): Expression {
    const span = this.span();
    const text = this.source.text.slice(span.start, span.end);
    return { ...span, kind: "literal", value: literalValue(text) };
  }

  protected stringLiteral(): string {
    return resolveEscapes(this.text().slice(1, -1), true);
  }

  private object(): Expression {
    const { named } = this.grammar;
    const items: { key: Expression; value: Expression }[] = [];
    this.children((type) => {
      if (type !== named.object_elem) return;
      const pair: Expression[] = [];
      this.children((inner) => {
        if (inner === named.expression) pair.push(this.expression());
      });
      const [key, value] = pair;
      if (key === undefined || value === undefined) return;
      // A bare word is a name, not a reference; in parentheses it is one.
      items.push({ key: key.kind === "variable" ? { ...key, kind: "literal", value: key.name } : key, value });
    });
    return { ...this.span(), kind: "object", items };
  }

  private call(): Expression {
    const { named } = this.grammar;
    let name = "";
    let expand = false;
    const args: Expression[] = [];
    this.children((type) => {
      if (type === named.identifier) name = this.text();
      else if (type === named.function_arguments) {
        this.children((inner) => {
          if (inner === named.expression) args.push(this.expression());
          else if (inner === named.ellipsis) expand = true;
        });
      }
    });
    return { ...this.span(), kind: "call", name, args, expand };
  }

  private conditional(): Expression {
    const { named } = this.grammar;
    const span = this.span();
    const parts: Expression[] = [];
    this.children((type) => {
      if (type === named.expression) parts.push(this.expression());
    });
    const [condition, whenTrue, whenFalse] = parts;
    if (condition === undefined || whenTrue === undefined || whenFalse === undefined) return { ...span, kind: "bad" };
    // The grammar groups `a ? b : c ? d : e` to the left; the language groups it to the right.
    if (condition.kind === "conditional") {
      const rest: Expression = {
        ...span,
        start: condition.whenFalse.start,
        kind: "conditional",
        condition: condition.whenFalse,
        whenTrue,
        whenFalse,
      };
      return {
        ...span,
        kind: "conditional",
        condition: condition.condition,
        whenTrue: condition.whenTrue,
        whenFalse: rest,
      };
    }
    return { ...span, kind: "conditional", condition, whenTrue, whenFalse };
  }

  private forExpression(): Expression {
    const { named } = this.grammar;
    const names: string[] = [];
    const values: Expression[] = [];
    let collection: Expression | undefined;
    let condition: Expression | undefined;
    let group = false;
    this.children((type) => {
      if (type === named.for_intro) {
        this.children((inner) => {
          if (inner === named.identifier) names.push(this.text());
          else if (inner === named.expression) collection = this.expression();
        });
      } else if (type === named.expression) values.push(this.expression());
      else if (type === named.ellipsis) group = true;
      else if (type === named.for_cond) {
        this.children((inner) => {
          if (inner === named.expression) condition = this.expression();
        });
      }
    });
    const span = this.span();
    const valueName = names.at(-1);
    const value = values.at(-1);
    if (collection === undefined || valueName === undefined || value === undefined) return { ...span, kind: "bad" };
    return {
      ...span,
      kind: "for",
      keyName: names.length > 1 ? names[0] : undefined,
      valueName,
      collection,
      key: values.length > 1 ? values[0] : undefined,
      value,
      condition,
      group,
    };
  }

  /** `.name`, `[key]`, `.0`, `[*]…` and `.*…` on what stands before. */
  private postfix(of: Expression, start: number, type: number): Expression {
    const { named } = this.grammar;
    const span = { ...this.span(), start };
    let result: Expression = { ...span, kind: "bad" };
    if (type === named.get_attr) {
      this.children((inner) => {
        if (inner === named.identifier) result = { ...span, kind: "attribute", of, name: this.text() };
      });
      return result;
    }
    this.children((inner) => {
      if (inner === named.new_index) {
        this.children((key) => {
          if (key === named.expression) result = { ...span, kind: "index", of, key: this.expression() };
        });
      } else if (inner === named.legacy_index) {
        const key: Expression = { ...this.span(), kind: "literal", value: Number(this.text().slice(1).trim()) };
        result = { ...span, kind: "index", of, key };
      } else if (inner === named.full_splat || inner === named.attr_splat) {
        result = this.splat(of, span, inner === named.attr_splat);
      }
    });
    return result;
  }

  /** After `.*` an index applies to the whole result; after `[*]` to each element. */
  private splat(of: Expression, span: Span, attributesOnly: boolean): Expression {
    const { named } = this.grammar;
    let each: Expression = { ...span, kind: "variable", name: "*" };
    let whole: Expression | undefined;
    this.children((step) => {
      if (step !== named.get_attr && step !== named.index) return;
      if (whole === undefined && attributesOnly && step === named.index) whole = { ...span, kind: "splat", of, each };
      if (whole === undefined) each = this.postfix(each, span.start, step);
      else whole = this.postfix(whole, span.start, step);
    });
    return whole ?? { ...span, kind: "splat", of, each };
  }
}

function literalValue(text: string): null | boolean | number | string {
  switch (text[0]) {
    case '"':
      return resolveEscapes(text.slice(1, -1), true);
    case "t":
      return true;
    case "f":
      return false;
    case "n":
      return null;
    default:
      return Number(text);
  }
}
