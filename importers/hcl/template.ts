import { type Tree, Unknown } from "../../providers/native.ts";
import { type Expression, sourceText } from "./ast.ts";
import { toBoolean, toText } from "./convert.ts";
import { type Scope, withNames } from "./scope.ts";
import { derived, EvaluationError, Handle, isList, isMap, isSet, settle, sortedKeys, type Value } from "./value.ts";

type Evaluate = (expression: Expression, scope: Scope) => Value;
type TemplateNode = Extract<Expression, { kind: "template" | "if-directive" | "for-directive" }>;

/** Text of a template. With an unknown inside it is unknown, spelled with its known parts filled in. */
export function evaluateTemplate(node: TemplateNode, scope: Scope, evaluate: Evaluate): Value {
  const parts = partsOf(node, scope, evaluate);
  if (parts.every((part) => typeof part === "string")) return parts.join("");
  const expression = `"${parts.map((part) => (typeof part === "string" ? quote(part) : `\${${part.expression}}`)).join("")}"`;
  const document = documentOf(parts);
  return derived(expression, parts, document === undefined ? {} : { document });
}

function quote(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(/([$%])\{/g, "$1$1{");
}

function partsOf(node: TemplateNode, scope: Scope, evaluate: Evaluate): (string | Unknown)[] {
  if (node.kind === "template") return joined(node.parts.flatMap((part) => partOf(part, scope, evaluate)));
  if (node.kind === "if-directive") {
    const condition = evaluate(node.condition, scope);
    if (condition instanceof Unknown || condition instanceof Handle) {
      const branches = [node.whenTrue, node.whenFalse].flatMap((branch) =>
        branch ? partsOf(branch, scope, evaluate) : [],
      );
      return [derived(sourceText(node), [condition, ...branches])];
    }
    const branch = toBoolean(condition) ? node.whenTrue : node.whenFalse;
    return branch === undefined ? [] : partsOf(branch, scope, evaluate);
  }
  const collection = evaluate(node.collection, scope);
  const elements = collection instanceof Handle ? collection.expand() : collection;
  const body = (key: Value, value: Value): (string | Unknown)[] =>
    partsOf(node.body, withNames(scope, { ...(node.key && { [node.key]: key }), [node.value]: value }), evaluate);
  if (isList(elements)) return joined(elements.flatMap((item, i) => body(isSet(elements) ? item : i, item)));
  if (isMap(elements)) return joined(sortedKeys(elements).flatMap((key) => body(key, elements[key]!)));
  return [derived(sourceText(node), [elements])];
}

function partOf(part: string | Expression, scope: Scope, evaluate: Evaluate): (string | Unknown)[] {
  if (typeof part === "string") return [part];
  if (part.kind === "if-directive" || part.kind === "for-directive") return partsOf(part, scope, evaluate);
  const value = evaluate(part, scope);
  if (value instanceof Unknown) return [value];
  if (value instanceof Handle) return [derived(sourceText(part), [value])];
  if (value === null) throw new EvaluationError(`null cannot be part of a text, and ${sourceText(part)} is null`);
  return [toText(value)];
}

function joined(parts: readonly (string | Unknown)[]): (string | Unknown)[] {
  const result: (string | Unknown)[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (typeof part === "string" && typeof last === "string") result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result;
}

/** The document in a JSON text with unknowns inside strings; undefined when it is none. */
function documentOf(parts: readonly (string | Unknown)[]): Tree | undefined {
  const [first] = parts;
  if (typeof first !== "string" || !/^\s*[[{]/.test(first)) return undefined;
  // A private-use character cannot be met in JSON that a person wrote.
  const text = parts.map((part, i) => (typeof part === "string" ? part : `\uE000${i}\uE001`)).join("");
  try {
    return settle(fill(JSON.parse(text) as Value, parts));
  } catch {
    return undefined;
  }
}

function fill(value: Value, parts: readonly (string | Unknown)[]): Value {
  if (isList(value)) return value.map((item) => fill(item, parts));
  if (isMap(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, parts)]));
  if (typeof value !== "string" || !value.includes("\uE000")) return value;
  const pieces = value.split(/\uE000(\d+)\uE001/).flatMap((piece, i): (string | Unknown)[] => {
    const part = i % 2 === 0 ? piece : parts[Number(piece)];
    return part === undefined || part === "" ? [] : [part];
  });
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  return derived(
    `"${pieces.map((piece) => (typeof piece === "string" ? quote(piece) : `\${${piece.expression}}`)).join("")}"`,
    pieces,
  );
}
