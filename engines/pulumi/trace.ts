import type { Tree } from "../../providers/native.ts";
import { leavesOf } from "../../providers/paths.ts";
import type { Synthesis } from "../../providers/synthesis.ts";
import { addressOf, type Expression, expressionOf, type Path, referencesIn } from "../expression.ts";
import type { Computed } from "./monitor.ts";
import type { Plan } from "./plan.ts";
import type { Shape } from "./shape.ts";

/**
 * Values for a run in which everything that is not known says where it comes from: a setting is `var.name`, what a resource
 * computes is `type.name.attribute`. Whatever the program does with them can then be compared with what was asked for.
 */
export interface Trace {
  readonly settings: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  readonly secrets: readonly string[];
  readonly computed: Computed;
  /** The value that stands for a tree in such a run; undefined for an expression that no program can be written of. */
  value(tree: Tree): unknown;
}

export function traceOf(synthesis: Synthesis, { settings, resources }: Plan): Trace {
  const values = new Map(
    settings.map(({ variable }, i) => [variable.name, settingValue(variable.name, variable.type, i)]),
  );
  const trees = [
    ...synthesis.natives.flatMap(({ args }) => leavesOf(args)),
    ...synthesis.outputs.flatMap(({ value }) => leavesOf(value)),
  ];
  const asked = Map.groupBy(
    trees.flatMap(([, leaf]) => referencesIn(leaf)),
    addressOf,
  );
  const byName = new Map(resources.map((resource) => [`${resource.token.t} ${resource.native.name}`, resource]));
  return {
    settings: Object.fromEntries(settings.map(({ key, variable }) => [key, values.get(variable.name) ?? ""])),
    secrets: settings.flatMap(({ key, variable }) => (variable.sensitive ? [key] : [])),
    computed(token, name) {
      const resource = byName.get(`${token} ${name}`);
      if (!resource) return {};
      const properties: Record<string, unknown> = {};
      for (const path of asked.get(resource.native.address) ?? []) {
        place(properties, path.slice(2), resource.shape, markOf(path));
      }
      const { id = "", ...rest } = properties;
      return { id: String(id), properties: rest };
    },
    value: (tree) => evaluate(expressionOf(tree), values),
  };
}

function settingValue(name: string, type: string, index: number): string | number | boolean | readonly string[] {
  if (type === "number") return 1000 + index;
  if (type === "bool") return true;
  return type === "string" ? `var.${name}` : [`var.${name}[0]`, `var.${name}[1]`];
}

function markOf([first, ...rest]: Path): string {
  return `${first}${rest.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("")}`;
}

function evaluate(expression: Expression | undefined, settings: ReadonlyMap<string, unknown>): unknown {
  switch (expression?.kind) {
    case "constant":
      return expression.value;
    case "template":
      return expression.parts.map((part) => String(evaluate(part, settings))).join("");
    case "list":
      return expression.items.map((item) => evaluate(item, settings));
    case "object":
      return Object.fromEntries(expression.entries.map(([key, value]) => [key, evaluate(value, settings)]));
    case "call":
      return expression.name === "jsonencode" ? JSON.stringify(evaluate(expression.args[0], settings)) : undefined;
    case "reference": {
      const [first, second, ...rest] = expression.path;
      if (first !== "var") return markOf(expression.path);
      return rest.reduce<unknown>(
        (value, step) => (value as Record<string, unknown>)?.[step],
        settings.get(String(second)),
      );
    }
    default:
      return undefined;
  }
}

/** Puts the mark where the package has what Terraform has at the path. */
function place(holder: Record<string, unknown>, [step, ...rest]: Path, shape: Shape, mark: string): void {
  if (step === undefined) return;
  if (shape.kind === "object" && shape.flattened && step === 0) {
    place(holder, rest, { ...shape, flattened: false }, mark);
    return;
  }
  const field = shape.kind === "object" ? shape.fields.get(String(step)) : undefined;
  const key = field?.name ?? step;
  const inner = field?.shape ?? ("item" in shape ? shape.item : shape);
  if (rest.length === 0) {
    holder[key] ??= mark;
    return;
  }
  const next = typeof holder[key] === "object" ? holder[key] : inner.kind === "list" ? [] : {};
  holder[key] = next;
  place(next as Record<string, unknown>, rest, inner, mark);
}
