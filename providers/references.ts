import { isRef, type Ref, type Reference } from "../constructs/component.ts";
import { expressionText } from "./expr.ts";
import { isList, isObject, type Tree, Unknown } from "./native.ts";

const PREFIX = "reference:";

/**
 * Stands for a reference while one component is looked at alone: what it becomes depends on the other component, or on what is
 * outside. `referenceIn` finds it again wherever it went: into a template, a document.
 */
export function placeholder(reference: Reference): Unknown {
  // The marks make it unlike any other part of the expressions it goes into.
  const text = isRef(reference) ? nameOf(reference) : reference.external;
  return new Unknown(`‹${text}›`, [{ to: PREFIX + JSON.stringify(reference), attr: "" }]);
}

/** `component.output`, with the item in brackets where there is one. */
export function nameOf({ component, output, item }: Ref): string {
  return item === undefined ? `${component}.${output}` : `${component}.${output}[${item}]`;
}

/** Whether an expression is a reference and nothing else: it comes to what it refers to, whatever happens. */
export function isBareReference({ expression, refs, options }: Unknown): boolean {
  return (
    refs.length === 1 &&
    !options.rough &&
    /^[\w.-]+(\["[^"]*"\]|\[\d+\]|\.[\w-]+)*$/.test(expression) &&
    !/^(each|count)\./.test(expression)
  );
}

/** The reference that a value made by `placeholder` stands for. */
export function referenceIn(value: Unknown): Reference | undefined {
  const found = value.refs.find((r) => r.to.startsWith(PREFIX));
  return found && (JSON.parse(found.to.slice(PREFIX.length)) as Reference);
}

/** Puts values in the place of placeholders, in expressions and documents too. */
export function resolve(tree: Tree, valueFor: (reference: Reference) => Tree): Tree {
  if (isList(tree)) return tree.map((item) => resolve(item, valueFor));
  if (isObject(tree)) return Object.fromEntries(Object.entries(tree).map(([k, v]) => [k, resolve(v, valueFor)]));
  if (!(tree instanceof Unknown)) return tree;
  const named = tree.refs.filter((r) => r.to.startsWith(PREFIX));
  if (named.length === 0) return tree;
  const references = named.map((r) => JSON.parse(r.to.slice(PREFIX.length)) as Reference);
  const [only] = references;
  if (only && tree.expression === placeholder(only).expression && !tree.options.document) return valueFor(only);
  let { expression } = tree;
  const refs = tree.refs.filter((r) => !r.to.startsWith(PREFIX));
  for (const reference of references) {
    const value = valueFor(reference);
    const text = expressionText(value);
    if (value instanceof Unknown) refs.push(...value.refs);
    expression = expression.replaceAll(placeholder(reference).expression, () => text);
  }
  const { document } = tree.options;
  return new Unknown(expression, refs, {
    ...tree.options,
    ...(document === undefined ? {} : { document: resolve(document, valueFor) }),
  });
}
