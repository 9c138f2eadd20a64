import { isList, isObject, type Native, type Tree, Unknown } from "./native.ts";
import { edgesOf } from "./paths.ts";

/** A reference to an attribute of a native of the same configuration: `${type.name.attr}`. */
export function ref(native: Native, attr: string): Unknown {
  return new Unknown(`${native.address}.${attr}`, [{ to: native.address, attr }]);
}

/** Text with values inside: known parts are joined; one unknown part makes a template expression. */
export function text(parts: TemplateStringsArray, ...values: readonly Tree[]): Tree {
  const refs = values.flatMap((v) => (v instanceof Unknown ? v.refs : []));
  if (!values.some((v) => v instanceof Unknown)) return String.raw({ raw: parts }, ...values);
  const body = parts
    .map((part, i) => {
      const value = values[i];
      const known = quotedText(part).slice(1, -1);
      if (value === undefined) return known;
      return known + (value instanceof Unknown ? `\${${value.expression}}` : quotedText(String(value)).slice(1, -1));
    })
    .join("");
  return new Unknown(`"${body}"`, refs);
}

/** A JSON document with references inside, as `jsonencode` writes it. */
export function encoded(document: Tree): Unknown {
  return new Unknown(`jsonencode(${expressionText(document)})`, edgesOf(document), { document });
}

/** A value as a Terraform expression. */
export function expressionText(tree: Tree): string {
  if (tree instanceof Unknown) return tree.expression;
  if (isList(tree)) return `[${tree.map(expressionText).join(", ")}]`;
  if (isObject(tree))
    return `{ ${Object.entries(tree)
      .map(([k, v]) => `${quotedText(k)} = ${expressionText(v)}`)
      .join(", ")} }`;
  return typeof tree === "string" ? quotedText(tree) : String(tree);
}

/** A value whose parts are written and which counts as unknown as a whole. */
export function asHole(tree: Tree): Unknown {
  return new Unknown(expressionText(tree), edgesOf(tree), { parts: tree });
}

/** A quoted string in which nothing opens an expression; JSON has two escapes that Terraform has not. */
export function quotedText(text: string): string {
  return JSON.stringify(text)
    .replace(/[$%](?=\{)/g, "$&$&")
    .replace(/\\[bf\\]/g, (mark) => (mark === "\\b" ? "\\u0008" : mark === "\\f" ? "\\u000c" : mark));
}
