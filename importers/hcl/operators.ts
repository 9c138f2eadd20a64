import { Unknown } from "../../providers/native.ts";
import { equal } from "./collection-types.ts";
import { toBoolean, toNumber } from "./convert.ts";
import { EvaluationError, Handle, isIdentity, isKnown, type Value } from "./value.ts";

/** Result of a binary operator; undefined when it depends on what is not known. */
export function binary(operator: string, left: Value, right: Value): Value | undefined {
  switch (operator) {
    case "&&":
    case "||": {
      // One side that settles the answer is enough, as the other cannot change it.
      const decisive = operator === "||";
      for (const side of [left, right]) if (!opaque(side) && toBoolean(side) === decisive) return decisive;
      return opaque(left) || opaque(right) ? undefined : !decisive;
    }
    case "==":
    case "!=": {
      const equal = equals(left, right);
      return equal === undefined ? undefined : equal === (operator === "==");
    }
    default:
      if (opaque(left) || opaque(right)) return undefined;
      return arithmetic(operator, toNumber(left), toNumber(right));
  }
}

export function unary(operator: string, operand: Value): Value | undefined {
  if (opaque(operand)) return undefined;
  return operator === "!" ? !toBoolean(operand) : -toNumber(operand);
}

function opaque(value: Value): boolean {
  return value instanceof Unknown || value instanceof Handle;
}

/** Equality needs the same type: `"1" == 1` is false. A whole resource or collection is never null, nor is what a resource is known by. */
function equals(left: Value, right: Value): boolean | undefined {
  if (isKnown(left) && isKnown(right)) return equal(left, right);
  if (left === null || right === null) {
    const other = left === null ? right : left;
    return other instanceof Unknown && !isIdentity(other) ? undefined : false;
  }
  if ((left === "" && isIdentity(right)) || (right === "" && isIdentity(left))) return false;
  return undefined;
}

function arithmetic(operator: string, left: number, right: number): Value {
  switch (operator) {
    case "+":
      return tidy(left + right);
    case "-":
      return tidy(left - right);
    case "*":
      return tidy(left * right);
    case "/":
      if (right === 0) throw new EvaluationError("division by zero");
      return tidy(left / right);
    case "%":
      if (right === 0) throw new EvaluationError("division by zero");
      return left % right;
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    default:
      throw new EvaluationError(`operator ${operator} is not known`);
  }
}

/** The engines count with far more digits: `0.1 + 0.2` is `0.3`. A number that stays long is left as it is. */
export function tidy(value: number): number {
  if (Number.isInteger(value)) return value;
  const rounded = Number(value.toPrecision(15));
  return String(rounded).length < 14 ? rounded : value;
}
