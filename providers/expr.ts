import { type Native, type Tree, Unknown } from "./native.ts";

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
