import { Unknown } from "../../providers/native.ts";
import { type Call, sourceText } from "./ast.ts";
import { functionResult } from "./collection-types.ts";
import { collections } from "./functions/collections.ts";
import { encoding } from "./functions/encoding.ts";
import { files } from "./functions/files.ts";
import type { Evaluate, FunctionTable } from "./functions/function.ts";
import { network } from "./functions/network.ts";
import { numbers } from "./functions/numbers.ts";
import { strings } from "./functions/strings.ts";
import type { Scope } from "./scope.ts";
import { derived, EvaluationError, Handle, isKnown, isList, unknownsIn, type Value } from "./value.ts";

/** What is not here (`timestamp`, `uuid`, `bcrypt`, provider functions, …) gives an unknown. */
const FUNCTIONS: FunctionTable = { ...collections, ...strings, ...numbers, ...encoding, ...network, ...files };

/** Lists that are put together again and again grow beyond every machine. */
const MOST_ELEMENTS = 100_000;

export function callFunction(call: Call, scope: Scope, evaluate: Evaluate): Value {
  const name = call.name.replace(/^core::/, "");
  if (name === "try" || name === "can") return attemptAll(call, name, scope, evaluate);
  const args = call.args.map((arg) => evaluate(arg, scope));
  if (call.expand) {
    const last = args.pop() ?? null;
    const elements = last instanceof Handle ? last.expand() : last;
    if (!isList(elements)) return derived(sourceText(call), [...args, elements], { structural: true });
    args.push(...elements);
  }
  if (name === "sensitive") return secret(call, args[0] ?? null, scope);
  if (name === "nonsensitive") return open(call, args[0] ?? null, scope, evaluate);
  const given = args
    .map((arg) => (arg instanceof Handle ? arg.expand() : arg))
    .map((arg) => (arg instanceof Handle ? arg.settle() : arg));
  const definition = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  const options = definition?.collection ? { structural: true } : {};
  const ready =
    definition !== undefined &&
    (definition.needs === "nothing" ||
      (definition.needs === "parts" ? given.every(isKnown) : !given.some((arg) => arg instanceof Unknown)));
  const result = ready ? definition.call(given, scope, evaluate) : undefined;
  if (isList(result) && result.length > MOST_ELEMENTS) {
    throw new EvaluationError(`a list of more than ${MOST_ELEMENTS} elements`);
  }
  if (result === undefined) return derived(sourceText(call), given, options);
  // A document is spelled as it stands in the configuration.
  if (result instanceof Unknown && result.expression === name)
    return new Unknown(sourceText(call), result.refs, result.options);
  return functionResult(name, given, result);
}

function attemptAll(call: Call, name: string, scope: Scope, evaluate: Evaluate): Value {
  for (const arg of call.args) {
    try {
      const value = evaluate(arg, scope);
      // Whether an unknown can be used shows only once it is known; the engines then take it.
      if (name === "can")
        return value instanceof Unknown && value.refs.length === 0 ? derived(sourceText(call), [value]) : true;
      return value;
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
    }
  }
  if (name === "can") return false;
  throw new EvaluationError("try finds nothing that is valid");
}

function secret(call: Call, value: Value, scope: Scope): Value {
  if (value === null || scope.surroundings.seeThrough) return value;
  const refs = unknownsIn(value).flatMap((unknown) => unknown.refs);
  return new Unknown("(sensitive value)", refs, { redacted: true, at: call.source.at(call.start) });
}

function open(call: Call, value: Value, scope: Scope, evaluate: Evaluate): Value {
  const [arg] = call.args;
  if (!(value instanceof Unknown) || value.options.redacted !== true || arg === undefined) return value;
  const before = scope.surroundings.seeThrough;
  scope.surroundings.seeThrough = true;
  try {
    return evaluate(arg, scope);
  } finally {
    scope.surroundings.seeThrough = before;
  }
}
