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
      if (value === undefined) return part;
      return part + (value instanceof Unknown ? `\${${value.expression}}` : String(value));
    })
    .join("");
  return new Unknown(`"${body}"`, refs);
}

/** A JSON document with references inside, as `jsonencode` writes it. */
export function encoded(document: Tree): Unknown {
  return new Unknown(`jsonencode(${expression(document)})`, edgesOf(document), { document });
}

function expression(tree: Tree): string {
  if (tree instanceof Unknown) return tree.expression;
  if (isList(tree)) return `[${tree.map(expression).join(", ")}]`;
  if (isObject(tree))
    return `{ ${Object.entries(tree)
      .map(([k, v]) => `${JSON.stringify(k)} = ${expression(v)}`)
      .join(", ")} }`;
  return typeof tree === "string" ? JSON.stringify(tree).replaceAll("${", "$${") : String(tree);
}
