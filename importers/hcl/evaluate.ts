import { Unknown } from "../../providers/native.ts";
import { type Binary, type Expression, type ForExpression, type ObjectExpression, sourceText } from "./ast.ts";
import { asLiteral, asOneOfSeveral, likeSplat } from "./collection-types.ts";
import { toBoolean, toText } from "./convert.ts";
import { callFunction } from "./functions.ts";
import { binary, unary } from "./operators.ts";
import { type Scope, Undeclared, withNames } from "./scope.ts";
import { evaluateTemplate } from "./template.ts";
import { unify } from "./types.ts";
import { derived, EvaluationError, Handle, isList, isMap, isSet, mapOf, own, sortedKeys, type Value } from "./value.ts";

/**
 * Value of an expression; what cannot be known is an Unknown with what it depends on.
 * Throws EvaluationError for what the engines refuse: `try` catches it, and so must whoever needs a value.
 */
export function evaluate(expression: Expression, scope: Scope): Value {
  try {
    return evaluated(expression, scope);
  } catch (error) {
    if (error instanceof EvaluationError) error.within ??= sourceText(expression);
    throw error;
  }
}

function evaluated(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "template":
    case "if-directive":
    case "for-directive":
      return evaluateTemplate(expression, scope, evaluate);
    case "tuple":
      return asLiteral(expression.items.map((item) => evaluate(item, scope)));
    case "object":
      return evaluateObject(expression, scope);
    case "variable": {
      const value = scope.lookup(expression.name);
      if (value === undefined) throw new Undeclared(expression.name);
      return value;
    }
    case "attribute":
      return getAttribute(evaluate(expression.of, scope), expression.name);
    case "index":
      return getIndex(evaluate(expression.of, scope), evaluate(expression.key, scope), expression);
    case "splat":
      return evaluateSplat(expression.of, expression.each, scope, expression);
    case "call":
      return callFunction(expression, scope, evaluate);
    case "for":
      return evaluateFor(expression, scope);
    case "conditional": {
      const condition = decide(expression.condition, scope);
      if (condition instanceof Unknown) {
        const branches = [expression.whenTrue, expression.whenFalse].map((branch) => attempt(branch, scope));
        const structural = branches.some((branch) => isList(branch) || isMap(branch));
        return derived(sourceText(expression), [condition, ...branches], structural ? { structural } : {});
      }
      const [chosen, other] = toBoolean(condition)
        ? [expression.whenTrue, expression.whenFalse]
        : [expression.whenFalse, expression.whenTrue];
      const value = evaluate(chosen, scope);
      // Both branches have one type: a number beside text is text.
      if (isList(value) || isMap(value)) return isShapedLike(chosen, other) ? value : asOneOfSeveral(value);
      return (typeof value === "number" || typeof value === "boolean") && other.kind !== "literal"
        ? value
        : (unify([value, other.kind === "literal" ? other.value : null])[0] ?? null);
    }
    case "parenthesised":
      return evaluate(expression.of, scope);
    case "unary": {
      const operand = evaluate(expression.operand, scope);
      return unary(expression.operator, operand) ?? derived(sourceText(expression), [operand]);
    }
    case "binary":
      return evaluateBinary(expression, scope);
    case "bad":
      return new Unknown(sourceText(expression).slice(0, 200));
  }
}

/** Whether a branch leaves the other what it is: `null`, or a tuple as long. */
function isShapedLike(chosen: Expression, other: Expression): boolean {
  if (other.kind === "literal") return other.value === null;
  return chosen.kind === "tuple" && other.kind === "tuple" && chosen.items.length === other.items.length;
}

/** The value, or an unknown where the engines would refuse the expression. */
export function attempt(expression: Expression, scope: Scope): Value {
  try {
    return evaluate(expression, scope);
  } catch (error) {
    if (error instanceof EvaluationError) return new Unknown(sourceText(expression));
    throw error;
  }
}

/**
 * Value of an expression that decides how many of something there are, or which branch is taken: where it is not known,
 * references are followed to what the configuration sets, as the engines do.
 */
export function decide(expression: Expression, scope: Scope): Value {
  const value = evaluate(expression, scope);
  const { surroundings } = scope;
  if (!(value instanceof Unknown) || surroundings.seeThrough) return value;
  surroundings.seeThrough = true;
  try {
    const seen = evaluate(expression, scope);
    return seen instanceof Unknown ? value : seen;
  } catch (error) {
    if (error instanceof EvaluationError) return value;
    throw error;
  } finally {
    surroundings.seeThrough = false;
  }
}

function evaluateBinary(expression: Binary, scope: Scope): Value {
  // The right side may only be valid where the left one holds: `x != null && x.y`.
  const left = evaluate(expression.left, scope);
  let right: Value;
  try {
    right = evaluate(expression.right, scope);
  } catch (error) {
    const settled = binary(expression.operator, left, new Unknown(sourceText(expression.right)));
    if (!(error instanceof EvaluationError) || settled === undefined) throw error;
    return settled;
  }
  return binary(expression.operator, left, right) ?? derived(sourceText(expression), [left, right]);
}

function evaluateObject(expression: ObjectExpression, scope: Scope): Value {
  const pairs: [string, Value][] = [];
  const unknownKeys: Value[] = [];
  for (const item of expression.items) {
    const key = decideKey(item.key, scope);
    const value = evaluate(item.value, scope);
    if (key instanceof Unknown) unknownKeys.push(key, value);
    else pairs.push([toText(key), value]);
  }
  const object = asLiteral(mapOf(pairs));
  return unknownKeys.length === 0
    ? object
    : derived(sourceText(expression), [object, ...unknownKeys], { structural: true });
}

/** A key, followed to what the configuration sets, unless it is a secret. */
function decideKey(expression: Expression, scope: Scope): Value {
  const key = evaluate(expression, scope);
  return key instanceof Unknown && key.options.redacted !== true ? decide(expression, scope) : key;
}

function getAttribute(value: Value, name: string): Value {
  if (value instanceof Handle) return value.attribute(name);
  if (value instanceof Unknown) return extend(value, name, `.${name}`);
  if (isMap(value)) {
    const found = own(value, name);
    if (found === undefined) throw new EvaluationError(`there is no attribute "${name}"`);
    return found;
  }
  throw new EvaluationError(`there is no attribute "${name}" on this value`);
}

function getIndex(value: Value, key: Value, expression: Expression): Value {
  if (value instanceof Handle) return value.index(key);
  if (value instanceof Unknown) {
    if (typeof key === "string")
      return extend(value, key, /^[A-Za-z_][\w-]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`);
    if (typeof key === "number") return extend(value, String(key), `[${key}]`);
    return derived(sourceText(expression), [value, key]);
  }
  if (key instanceof Unknown || key instanceof Handle) {
    const elements = isList(value) ? value : isMap(value) ? Object.values(value) : [];
    return derived(sourceText(expression), [key, ...elements]);
  }
  if (isList(value) && !isSet(value)) {
    const found = typeof key === "boolean" ? undefined : value[Number(key)];
    if (found === undefined) throw new EvaluationError(`there is no element ${String(key)}`);
    return found;
  }
  if (isMap(value)) return getAttribute(value, toText(key));
  throw new EvaluationError("this value has no elements");
}

/** Part of an unknown. Of a plain reference it is the reference to that part. */
function extend(value: Unknown, attr: string, suffix: string): Unknown {
  const [ref, ...more] = value.refs;
  const expression = /^[\w.[\]"-]+$/.test(value.expression) ? value.expression : `(${value.expression})`;
  const { document: _, structural: __, ...options } = value.options;
  if (ref !== undefined && more.length === 0 && isPlainReference(value)) {
    const refs = [{ to: ref.to, attr: ref.attr === "" ? attr : `${ref.attr}.${attr}` }];
    return new Unknown(expression + suffix, refs, options);
  }
  return new Unknown(expression + suffix, value.refs, options);
}

function isPlainReference(value: Unknown): boolean {
  const [ref] = value.refs;
  return (
    ref !== undefined &&
    value.expression.startsWith(ref.to) &&
    /^[\w.[\]"-]*$/.test(value.expression.slice(ref.to.length))
  );
}

function evaluateSplat(of: Expression, each: Expression, scope: Scope, whole: Expression): Value {
  const value = evaluate(of, scope);
  const apply = (item: Value): Value => evaluate(each, withNames(scope, { "*": item }));
  if (value instanceof Handle) {
    const elements = value.expand();
    if (elements instanceof Unknown) return derived(sourceText(whole), [apply(value.sample())], { structural: true });
    return isList(elements) ? elements.map(apply) : [apply(elements)];
  }
  if (value instanceof Unknown) return derived(sourceText(whole), [apply(value)], { structural: true });
  if (value === null) return asLiteral([]);
  return isList(value) ? likeSplat(value, value.map(apply)) : asLiteral([apply(value)]);
}

/** Key and value of every element, in the order of iteration; undefined when they are not known. */
export function entriesOf(value: Value): readonly (readonly [Value, Value])[] | undefined {
  const elements = value instanceof Handle ? value.expand() : value;
  if (elements instanceof Unknown) return undefined;
  if (isList(elements)) return elements.map((item, i) => [isSet(elements) ? item : i, item]);
  if (isMap(elements)) return sortedKeys(elements).map((key) => [key, elements[key]!]);
  if (elements instanceof Handle) return undefined;
  throw new EvaluationError("this value cannot be iterated over");
}

function evaluateFor(expression: ForExpression, scope: Scope): Value {
  const collection = evaluate(expression.collection, scope);
  const entries = entriesOf(collection);
  const { keyName, valueName } = expression;
  const unknown = (from: readonly Value[]): Value => derived(sourceText(expression), from, { structural: true });
  const within = (key: Value, value: Value): Scope =>
    withNames(scope, keyName === undefined ? { [valueName]: value } : { [valueName]: value, [keyName]: key });
  if (entries === undefined) {
    const sample = collection instanceof Handle ? collection.sample() : collection;
    return unknown([collection, attempt(expression.value, within(new Unknown(keyName ?? "key"), sample))]);
  }
  const list: Value[] = [];
  const groups = new Map<string, Value[]>();
  const undecided: Value[] = [];
  for (const [key, value] of entries) {
    const inner = within(key, value);
    const condition = expression.condition === undefined ? true : decide(expression.condition, inner);
    if (condition instanceof Unknown) {
      undecided.push(condition, attempt(expression.value, inner));
      continue;
    }
    if (!toBoolean(condition)) continue;
    const result = evaluate(expression.value, inner);
    if (expression.key === undefined) {
      list.push(result);
      continue;
    }
    const name = decideKey(expression.key, inner);
    if (name instanceof Unknown) undecided.push(name, result);
    else {
      const text = toText(name);
      const group = groups.get(text);
      if (group === undefined) groups.set(text, [result]);
      else if (expression.group) group.push(result);
      else throw new EvaluationError(`two elements have the key "${text}"`);
    }
  }
  if (undecided.length > 0) return unknown([...undecided, ...list, ...[...groups.values()].flat()]);
  if (expression.key === undefined) return asLiteral(list);
  return asLiteral(mapOf([...groups].map(([key, group]) => [key, expression.group ? asLiteral(group) : group[0]!])));
}
