import { Unknown } from "../../providers/native.ts";
import type { Expression } from "./ast.ts";
import { asLiteral, asTyped } from "./collection-types.ts";
import { toBoolean, toNumber, toText } from "./convert.ts";
import { asSet, EvaluationError, Handle, isList, isMap, mapOf, own, sortedKeys, type Value } from "./value.ts";

/** A variable's type constraint. */
export type Type =
  | { readonly kind: "any" | "string" | "number" | "bool" }
  | { readonly kind: "list" | "set" | "map"; readonly of: Type }
  | { readonly kind: "tuple"; readonly items: readonly Type[] }
  | { readonly kind: "object"; readonly fields: readonly Field[] };

interface Field {
  readonly name: string;
  readonly type: Type;
  readonly optional: boolean;
  readonly default: Expression | undefined;
}

const ANY: Type = { kind: "any" };

/** The constraint an expression spells; what is not understood constrains nothing. */
export function readType(expression: Expression | undefined): Type {
  if (expression === undefined) return ANY;
  // Before 0.12 types were quoted.
  if (expression.kind === "literal" && typeof expression.value === "string") return namedType(expression.value);
  if (expression.kind === "variable") return namedType(expression.name);
  if (expression.kind !== "call") return ANY;
  const [first] = expression.args;
  switch (expression.name) {
    case "list":
    case "set":
    case "map":
      return { kind: expression.name, of: readType(first) };
    case "tuple":
      return { kind: "tuple", items: first?.kind === "tuple" ? first.items.map(readType) : [] };
    case "object":
      return { kind: "object", fields: first?.kind === "object" ? first.items.flatMap(readField) : [] };
    default:
      return ANY;
  }
}

function namedType(name: string): Type {
  if (name === "string" || name === "number" || name === "bool") return { kind: name };
  return name === "list" || name === "map" || name === "set" ? { kind: name, of: ANY } : ANY;
}

function readField(item: { key: Expression; value: Expression }): Field[] {
  if (item.key.kind !== "literal") return [];
  const name = String(item.key.value);
  const { value } = item;
  if (value.kind === "call" && value.name === "optional") {
    return [{ name, type: readType(value.args[0]), optional: true, default: value.args[1] }];
  }
  return [{ name, type: readType(value), optional: false, default: undefined }];
}

export function isCollection(type: Type): boolean {
  return !["any", "string", "number", "bool"].includes(type.kind);
}

/** The value as the type wants it, defaults of optional attributes filled in. Throws EvaluationError where it cannot be. */
export function convert(value: Value, type: Type, evaluate: (expression: Expression) => Value): Value {
  if (value === null) return null;
  if (value instanceof Unknown) return value;
  if (value instanceof Handle) return type.kind === "any" ? value : convert(value.settle(), type, evaluate);
  switch (type.kind) {
    case "any":
      return value;
    case "string":
      return toText(value);
    case "number":
      return toNumber(value);
    case "bool":
      return toBoolean(value);
    case "list":
    case "set": {
      if (!isList(value)) throw new EvaluationError(`a ${type.kind} is required`);
      const items = unify(value.map((item) => convert(item, type.of, evaluate)));
      return type.kind === "set" ? asSet(items) : asTyped(items);
    }
    case "tuple":
      if (!isList(value) || value.length !== type.items.length) {
        throw new EvaluationError(`a tuple of ${type.items.length} is required`);
      }
      return asLiteral(value.map((item, i) => convert(item, type.items[i] ?? ANY, evaluate)));
    case "map": {
      if (!isMap(value)) throw new EvaluationError("a map is required");
      const keys = sortedKeys(value);
      const items = unify(keys.map((key) => convert(value[key]!, type.of, evaluate)));
      return asTyped(mapOf(keys.map((key, i) => [key, items[i]!])));
    }
    case "object": {
      if (!isMap(value)) throw new EvaluationError("an object is required");
      const fields = type.fields.map((f) => [f.name, convertField(own(value, f.name), f, evaluate)] as const);
      return asLiteral(mapOf(fields));
    }
  }
}

function convertField(given: Value | undefined, field: Field, evaluate: (expression: Expression) => Value): Value {
  if (given !== undefined && given !== null) return convert(given, field.type, evaluate);
  if (given === undefined && !field.optional) throw new EvaluationError(`attribute "${field.name}" is required`);
  return field.default === undefined ? null : convert(evaluate(field.default), field.type, evaluate);
}

/** Elements of one collection have one type: numbers and bools beside text become text. */
export function unify(items: readonly Value[]): readonly Value[] {
  const kinds = new Set(items.map((item) => (item === null || item instanceof Unknown ? "" : typeof item)));
  kinds.delete("");
  if (kinds.size < 2 || kinds.has("object") || !kinds.has("string")) return items;
  return items.map((item) => (typeof item === "number" || typeof item === "boolean" ? toText(item) : item));
}
