import { fieldNames, schemaAt } from "../constructs/conform.ts";
import { kinds } from "../constructs/kinds.ts";
import { isKind } from "../constructs/read-component.ts";
import { itemOf } from "../constructs/satisfies.ts";

/** A path in the props of a kind: its words stay, keys that somebody chose do not. */
export function inWords(path: string, kind: string): string {
  if (!isKind(kind)) return begun(path);
  const steps = path.split(".");
  const chosen = steps.findIndex((step, at) => {
    const holder = schemaAt(kinds[kind].props, steps.slice(0, at));
    return !holder || !fieldNames(itemOf(holder) ?? holder).includes(step);
  });
  if (chosen < 0) return path;
  return chosen === 0 ? begun(path) : `${steps.slice(0, chosen).join(".")}.…`;
}

/** A path's first step is a word of a schema; further ones may be keys that somebody chose. */
export function begun(path: string): string {
  const [first = ""] = path.split(/[.[]/);
  return first === path ? path : `${first}.…`;
}
