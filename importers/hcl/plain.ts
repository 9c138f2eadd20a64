import type { Expression } from "./ast.ts";

/** Whether an expression says its value by itself: literals, and lists and objects of them. It names nothing and calls nothing. */
export function isPlain(expression: Expression): boolean {
  switch (expression.kind) {
    case "literal":
      return true;
    case "parenthesised":
      return isPlain(expression.of);
    case "unary":
      return isPlain(expression.operand);
    case "tuple":
      return expression.items.every(isPlain);
    case "object":
      return expression.items.every(({ key, value }) => key.kind === "literal" && isPlain(value));
    default:
      return false;
  }
}
