import type { Tree } from "../../providers/native.ts";
import { type Expression, expressionOf } from "../expression.ts";
import type { Refusal } from "./problems.ts";
import type { Shape } from "./shape.ts";
import { type Code, isIdentifierName, quoted, templateText } from "./typescript.ts";

/** What expressions may name, and what the program calls it. */
export interface Scope {
  readonly variables: ReadonlyMap<string, { readonly identifier: string; readonly secret: boolean }>;
  /** By address: what stands before in the program. */
  readonly resources: ReadonlyMap<string, { readonly identifier: string; readonly shape: Shape }>;
  /** Addresses of all that the program has, also of what comes after. */
  readonly planned: ReadonlySet<string>;
}

export type Value =
  | {
      readonly code: Code;
      /** Known only once something is deployed, or secret: an `Output`. */
      readonly output: boolean;
    }
  | { readonly no: Refusal };

const no = (kind: Refusal["kind"], why: string): Value => ({ no: { kind, why } });

/** A value in TypeScript: references are properties, templates are interpolated, `jsonencode` is stringified, keys stay as they are. */
export function codeOf(tree: Tree, scope: Scope): Value {
  const expression = expressionOf(tree);
  return expression
    ? written(expression, scope)
    : no("form", "it is not a reference, a template or a document of these");
}

function written(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case "constant":
      return { code: constant(expression.value), output: false };
    case "reference":
      return reference(expression.path, scope);
    case "template":
      return template(expression.parts, scope);
    case "list":
      return all(expression.items, scope, (list) => ({ list }));
    case "object":
      return all(
        expression.entries.map(([, value]) => value),
        scope,
        (values) => ({ object: expression.entries.map(([key], i) => [key, values[i] ?? "null"] as const) }),
      );
    case "call":
      return call(expression.name, expression.args, scope);
  }
}

export function constant(value: string | number | boolean | null): string {
  return typeof value === "string" ? quoted(value) : String(value);
}

function reference([first, second, ...rest]: readonly (string | number)[], scope: Scope): Value {
  if (first === "var") {
    const variable = scope.variables.get(String(second));
    if (!variable) return no("nowhere", `there is no variable ${second}`);
    return { code: variable.identifier + rest.map(accessor).join(""), output: variable.secret };
  }
  const address = `${first}.${second}`;
  const resource = scope.resources.get(address);
  if (!resource) {
    return scope.planned.has(address)
      ? no("circle", `${address} waits for this in turn`)
      : no("nowhere", `there is no ${address} in this code`);
  }
  const property = rest.length > 0 ? propertyOf(resource.shape, rest) : undefined;
  if (property === undefined) return no("nowhere", `${address} has no ${rest.join(".") || "value of its own"}`);
  return { code: resource.identifier + property, output: true };
}

/**
 * The way from a resource to a value inside it, in Pulumi's names. What may be absent is looked into once it is known; that it is
 * there is what the expression says.
 */
function propertyOf(shape: Shape, steps: readonly (string | number)[]): string | undefined {
  const way = wayTo(shape, steps);
  if (!way?.some(({ optional }) => optional)) return way?.map(({ access }) => access).join("");
  const inside = way.map(({ access, optional }, i) => (i === 0 ? "it" : access) + (optional ? "!" : ""));
  return `${way[0]?.access}.apply((it) => ${inside.join("")})`;
}

interface Step {
  readonly access: string;
  readonly optional: boolean;
}

function wayTo(shape: Shape, [step, ...rest]: readonly (string | number)[]): readonly Step[] | undefined {
  if (step === undefined) return [];
  if (shape.kind === "object" && shape.flattened && step === 0) return wayTo({ ...shape, flattened: false }, rest);
  const field = shape.kind === "object" ? shape.fields.get(String(step)) : undefined;
  const fits = shape.kind === "list" ? typeof step === "number" : shape.kind === "map" && typeof step === "string";
  const inner = field?.shape ?? (fits && "item" in shape ? shape.item : undefined);
  const way = inner && wayTo(inner, rest);
  return way && [{ access: accessor(field?.name ?? step), optional: field?.optional === true }, ...way];
}

function accessor(step: string | number): string {
  if (typeof step === "number") return `[${step}]`;
  return isIdentifierName(step) ? `.${step}` : `[${quoted(step)}]`;
}

function template(parts: readonly Expression[], scope: Scope): Value {
  const values = parts.map((part) => written(part, scope));
  const failed = values.find((value) => "no" in value);
  if (failed) return failed;
  const body = parts.map((part, i) => {
    if (part.kind === "constant") return templateText(String(part.value));
    const value = values[i];
    const code = value && "code" in value && typeof value.code === "string" ? value.code : undefined;
    return code === undefined ? undefined : `\${${code}}`;
  });
  if (body.includes(undefined)) return no("form", "a collection stands in the middle of a text");
  const output = values.some((value) => "code" in value && value.output);
  return { code: `${output ? "pulumi.interpolate" : ""}\`${body.join("")}\``, output };
}

function call(name: string, args: readonly Expression[], scope: Scope): Value {
  if (name !== "jsonencode" || args.length !== 1) return no("form", `the function ${name} has no counterpart here`);
  const [value] = args.map((arg) => written(arg, scope));
  if (!value || "no" in value) return value ?? no("form", "nothing is encoded");
  const callee = value.output ? "pulumi.jsonStringify" : "JSON.stringify";
  return { code: { callee, args: [value.code] }, output: value.output };
}

function all(items: readonly Expression[], scope: Scope, make: (codes: readonly Code[]) => Code): Value {
  const codes: Code[] = [];
  let output = false;
  for (const item of items) {
    const value = written(item, scope);
    if ("no" in value) return value;
    codes.push(value.code);
    output ||= value.output;
  }
  return { code: make(codes), output };
}
