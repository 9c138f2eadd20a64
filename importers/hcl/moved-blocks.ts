import type { Move } from "../../providers/native.ts";
import { keyText } from "../address.ts";
import { attributeOf, type Block, type Expression } from "./ast.ts";

/** What a `moved` block says, of the module instance that it stands in (`prefix`). Nothing where an end is no plain address. */
export function moveOf(block: Block, prefix: string): Move[] {
  const [from, to] = ["from", "to"].map((end) => addressIn(attributeOf(block.body, end)));
  return from === undefined || to === undefined ? [] : [{ from: prefix + from, to: prefix + to }];
}

function addressIn(expression: Expression | undefined): string | undefined {
  switch (expression?.kind) {
    case "variable":
      return expression.name;
    case "attribute": {
      const of = addressIn(expression.of);
      return of === undefined ? undefined : `${of}.${expression.name}`;
    }
    case "index": {
      const [of, { key }] = [addressIn(expression.of), expression];
      if (of === undefined || key.kind !== "literal") return undefined;
      return of + keyText(typeof key.value === "number" ? key.value : String(key.value));
    }
    // In JSON an address is text.
    case "literal":
      return typeof expression.value === "string" ? expression.value : undefined;
    default:
      return undefined;
  }
}
