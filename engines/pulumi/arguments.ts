import type { Diagnostic } from "../../constructs/diagnostic.ts";
import { isList, isObject, type Tree, Unknown } from "../../providers/native.ts";
import { joinPath } from "../../providers/paths.ts";
import type { PulumiType } from "../../providers/pulumi-package.ts";
import { parseExpression } from "../expression.ts";
import type { Resource } from "./plan.ts";
import * as problems from "./problems.ts";
import type { ObjectShape, Shape } from "./shape.ts";
import type { Code } from "./typescript.ts";
import { codeOf, constant, type Scope } from "./values.ts";

/** The arguments in Pulumi's names. What the package cannot carry is left out and reported: the classes drop it in silence. */
export function argumentsOf(resource: Resource, scope: Scope, report: (problem: Diagnostic) => void): Code {
  const { native, token, shape } = resource;
  const writer: Writer = { resource, scope, report };
  const takes = inputNames(resource);
  const object = fields(native.args, shape, takes, "", writer);
  const given = new Set(object.map(([name]) => name));
  for (const name of token.req) if (!given.has(name)) report(problems.missingArgument(native, name));
  return { object, open: true };
}

interface Writer {
  readonly resource: Resource;
  readonly scope: Scope;
  report(problem: Diagnostic): void;
}

/** Names an object takes, with their types where the package's own table tells them. Undefined: whatever the schema has. */
type Names = ReadonlyMap<string, PulumiType | undefined> | undefined;

function inputNames({ token, package: { inputs } }: Resource): Names {
  const table = inputs?.resources[token.t]?.inputProperties;
  return new Map([...token.req, ...token.in].map((name) => [name, table?.[name]]));
}

function namesIn(type: PulumiType | undefined, { resource }: Writer): Names {
  if (!type || !("$ref" in type)) return undefined;
  const properties = resource.package.inputs?.types[type.$ref.replace("#/types/", "")]?.properties;
  return properties && new Map(Object.entries(properties));
}

function fields(
  args: { readonly [key: string]: Tree },
  shape: ObjectShape,
  names: Names,
  path: string,
  writer: Writer,
): [name: string, value: Code][] {
  const { native, package: pack } = writer.resource;
  return Object.entries(args).flatMap(([key, value]): [string, Code][] => {
    if (value === null) return [];
    const at = joinPath(path, key);
    const field = shape.fields.get(key);
    if (!field || field.computed || (names && !names.has(field.name))) {
      writer.report(problems.unknownArgument(native, at, pack.name));
      return [];
    }
    if (field.sensitive && hasLiteral(value)) {
      writer.report(problems.secretLiteral(native, at));
      return [];
    }
    const code = write(value, field.shape, names?.get(field.name), at, writer);
    return code === undefined ? [] : [[field.name, code]];
  });
}

function write(
  value: Tree,
  shape: Shape,
  type: PulumiType | undefined,
  path: string,
  writer: Writer,
): Code | undefined {
  const { native } = writer.resource;
  if (value instanceof Unknown) return expression(value, path, writer);
  switch (shape.kind) {
    case "object": {
      const one = isList(value) ? value : [value];
      const [item] = one;
      if (item instanceof Unknown) return expression(item, path, writer);
      if (one.length === 1 && isObject(item))
        return { object: fields(item, shape, namesIn(type, writer), path, writer) };
      return refuse(problems.misfit(native, path, "one object"), writer);
    }
    case "map":
      if (!isObject(value)) return refuse(problems.misfit(native, path, "names and values"), writer);
      return { object: items(Object.entries(value), shape.item, itemType(type), path, writer) };
    case "list": {
      const list = isList(value) ? value : [value];
      const entries = list.map((item, i) => [String(i), item] as const);
      return { list: items(entries, shape.item, itemType(type), path, writer).map(([, code]) => code) };
    }
    case "scalar": {
      const text = isList(value) || isObject(value) || value === null ? undefined : scalar(value, shape.type);
      return text ?? refuse(problems.misfit(native, path, `a ${shape.type}`), writer);
    }
  }
}

function items(
  entries: readonly (readonly [key: string, value: Tree])[],
  shape: Shape,
  type: PulumiType | undefined,
  path: string,
  writer: Writer,
): [string, Code][] {
  return entries.flatMap(([key, value]): [string, Code][] => {
    const code = value === null ? undefined : write(value, shape, type, joinPath(path, key), writer);
    return code === undefined ? [] : [[key, code]];
  });
}

function itemType(type: PulumiType | undefined): PulumiType | undefined {
  if (!type || "$ref" in type) return undefined;
  return type.type === "array" ? type.items : type.type === "object" ? type.additionalProperties : undefined;
}

/** Terraform turns numbers and truth values into text and back; TypeScript does not. */
function scalar(value: string | number | boolean, type: "string" | "number" | "boolean" | "any"): string | undefined {
  if (type === "any" || typeof value === type) return constant(value);
  if (type === "string") return constant(String(value));
  if (type === "number" && typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value))) {
    return constant(Number(value));
  }
  return type === "boolean" && (value === "true" || value === "false") ? value : undefined;
}

function expression(value: Unknown, path: string, writer: Writer): Code | undefined {
  const written = codeOf(value, writer.scope);
  if ("code" in written) return written.code;
  return refuse(problems.refused(writer.resource.native.address, path, value, written.no), writer);
}

function refuse(problem: Diagnostic, writer: Writer): undefined {
  writer.report(problem);
}

function hasLiteral(value: Tree): boolean {
  if (value instanceof Unknown) return parseExpression(value.expression)?.kind === "constant";
  if (isList(value)) return value.some(hasLiteral);
  if (isObject(value)) return Object.values(value).some(hasLiteral);
  return value !== null && value !== "" && typeof value !== "boolean";
}
