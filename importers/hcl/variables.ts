import { Unknown } from "../../providers/native.ts";
import { attributeOf } from "./ast.ts";
import { evaluate } from "./evaluate.ts";
import type { ModuleInstance } from "./module-instance.ts";
import type { VariableDeclaration } from "./module-source.ts";
import { isPlain } from "./plain.ts";
import { wrongValue } from "./problems.ts";
import { emptyScope } from "./scope.ts";
import { convert, isCollection } from "./types.ts";
import { derived, EvaluationError, isList, isMap, unknownsIn, type Value } from "./value.ts";

/** Value of a declared variable: what the call or a tfvars file gives, else its default, else unknown with a hole. */
export function variableValue(module: ModuleInstance, declaration: VariableDeclaration): Value {
  const value = givenValue(module, declaration);
  if (!declaration.sensitive || value === null || module.surroundings.seeThrough) return value;
  const refs = unknownsIn(value).flatMap((unknown) => unknown.refs);
  const structural = isList(value) || isMap(value) ? { structural: true } : {};
  return new Unknown(`var.${declaration.name}`, refs, { redacted: true, ...structural });
}

function givenValue(module: ModuleInstance, declaration: VariableDeclaration): Value {
  const { name, type } = declaration;
  const constants = emptyScope(module.surroundings);
  const fallback = declaration.default;
  let value = inputOf(module, declaration);
  if (value === undefined || (value === null && !declaration.nullable && fallback !== undefined)) {
    if (fallback === undefined) return missing(module, declaration);
    value = evaluate(fallback, constants);
  }
  try {
    return convert(value, type, (expression) => evaluate(expression, constants));
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    module.root.findings.add(wrongValue(declaration.at, name, error.message));
    return derived(`var.${name}`, [value], isCollection(type) ? { structural: true } : {});
  }
}

function inputOf(module: ModuleInstance, declaration: VariableDeclaration): Value | undefined {
  const { root, site } = module;
  const { name } = declaration;
  if (site === undefined) {
    const given = root.values.get(name);
    return given ? evaluate(given.expression, emptyScope(module.surroundings)) : inputFromOutside(module, declaration);
  }
  const expression = attributeOf(site.block.body, name);
  return expression && evaluate(expression, site.scope);
}

function missing(module: ModuleInstance, declaration: VariableDeclaration): Value {
  const { name, at, sensitive } = declaration;
  // A secret stays one whatever file gives it: where it decides something, that is the hole.
  if (!sensitive) {
    module.root.findings.hole({
      kind: "value",
      address: `${module.prefix}var.${name}`,
      path: "",
      expression: `var.${name}`,
      at,
      remedy: `Give ${name} a value in a tfvars file (--var-file).`,
    });
  }
  return notKnown(module, declaration);
}

function notKnown({ prefix: within }: ModuleInstance, { name, type, sensitive }: VariableDeclaration): Unknown {
  const structural = isCollection(type) ? { structural: true } : {};
  return new Unknown(`var.${name}`, [], { within, ...structural, ...(sensitive ? { redacted: true } : {}) });
}

/**
 * What Terragrunt gives to a variable: known where its unit states it, never the default where it gives something else. Undefined
 * where it is not seen to give it. Files of variables go before it:
 * https://terragrunt.gruntwork.io/docs/reference/hcl/attributes/#variable-precedence, 2026-11-27.
 */
function inputFromOutside(module: ModuleInstance, declaration: VariableDeclaration): Value | undefined {
  const { name, sensitive } = declaration;
  const given = module.root.outside?.given(name);
  if (given === undefined) return undefined;
  if (isPlain(given)) return evaluate(given, emptyScope(module.surroundings));
  if (!sensitive) variableFromOutside(module, name);
  return notKnown(module, declaration);
}

/** Terragrunt may write declarations that are nowhere in the code: their variables are unknown, not mistakes. */
export function variableFromOutside(module: ModuleInstance, name: string): Value | undefined {
  const { findings, outside } = module.root;
  if (outside === undefined || module.site !== undefined) return undefined;
  const remedy = "Give a plan written through Terragrunt with --plan.";
  const address = `var.${name}`;
  findings.hole({ kind: "outside", address, path: "", expression: address, at: outside.at, remedy });
  return new Unknown(address, [], { within: module.prefix });
}
