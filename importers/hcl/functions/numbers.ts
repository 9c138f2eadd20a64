import { mistake, toNumber, toText } from "../convert.ts";
import { tidy } from "../operators.ts";
import { EvaluationError, isList, type Value } from "../value.ts";
import { type FunctionTable, ofParts } from "./function.ts";

const number = (value: Value | undefined): number => toNumber(value ?? null);

function each(value: Value | undefined): number[] {
  const numbers = isList(value) ? value.map(toNumber) : mistake("a list", value ?? null);
  if (numbers.length === 0) throw new EvaluationError("a list without numbers");
  return numbers;
}

export const numbers: FunctionTable = ofParts({
  min: (args) => Math.min(...each(args)),
  max: (args) => Math.max(...each(args)),
  sum: ([values]) => tidy(each(values).reduce((a, b) => a + b, 0)),
  floor: ([value]) => Math.floor(number(value)),
  ceil: ([value]) => Math.ceil(number(value)),
  abs: ([value]) => Math.abs(number(value)),
  pow: ([base, exponent]) => number(base) ** number(exponent),
  log: ([value, base]) => Math.log(number(value)) / Math.log(number(base)),
  signum: ([value]) => Math.sign(number(value)),
  parseint: ([value, base]) => {
    const [text, radix] = [toText(value ?? null), number(base)];
    // JavaScript reads no digits beyond `z`, and stops without a word at what is none.
    if (radix > 36) return undefined;
    const isNumber = /^[-+]?[0-9a-z]+$/i.test(text);
    if (!isNumber || [...text.replace(/^[-+]/, "")].some((digit) => Number.isNaN(Number.parseInt(digit, radix)))) {
      throw new EvaluationError("the text is no number in that base");
    }
    return Number.parseInt(text, radix);
  },
});
