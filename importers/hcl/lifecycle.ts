import { type Args, isList, isObject, type Native, type Tree, Unknown } from "../../providers/native.ts";
import { attributeOf, type Body, type Expression, sourceText } from "./ast.ts";

export function lifecycleOf(body: Body): Native["lifecycle"] {
  const block = body.blocks.find((inner) => inner.type === "lifecycle");
  if (block === undefined) return undefined;
  const flag = (name: string): boolean | undefined => {
    const value = attributeOf(block.body, name);
    return value?.kind === "literal" && typeof value.value === "boolean" ? value.value : undefined;
  };
  const preventDestroy = flag("prevent_destroy");
  const createBeforeDestroy = flag("create_before_destroy");
  const ignoreChanges = ignored(attributeOf(block.body, "ignore_changes"));
  return {
    ...(preventDestroy !== undefined && { preventDestroy }),
    ...(createBeforeDestroy !== undefined && { createBeforeDestroy }),
    ...(ignoreChanges !== undefined && { ignoreChanges }),
  };
}

function ignored(expression: Expression | undefined): readonly string[] | "all" | undefined {
  if (expression === undefined) return undefined;
  if (expression.kind === "variable" && expression.name === "all") return "all";
  if (expression.kind !== "tuple") return undefined;
  const paths = expression.items.flatMap((item) => pathOf(item) ?? []);
  return paths.includes("all") || paths.includes("*") ? "all" : paths;
}

/** `tags["x"]` → `tags.x`; before 0.12 paths were quoted. */
function pathOf(expression: Expression): string | undefined {
  if (expression.kind === "variable") return expression.name;
  if (expression.kind === "literal" && typeof expression.value === "string") return expression.value;
  if (expression.kind === "attribute") return joined(pathOf(expression.of), expression.name);
  if (expression.kind === "index" && expression.key.kind === "literal") {
    return joined(pathOf(expression.of), String(expression.key.value));
  }
  return undefined;
}

function joined(path: string | undefined, key: string): string | undefined {
  return path === undefined ? undefined : `${path}.${key}`;
}

/** Whether an argument, or something in it, may have any value by now. */
export function isIgnored(ignoreChanges: readonly string[] | "all" | undefined, name: string): boolean {
  return ignoreChanges === "all" || (ignoreChanges ?? []).some((path) => path === name || path.startsWith(`${name}.`));
}

/** What the engine ignores may have any value by now: it is unknown, with the references it was written with. */
export function forgetIgnored(args: Args, ignoreChanges: readonly string[] | "all" | undefined): Args {
  if (ignoreChanges === undefined) return args;
  const paths = ignoreChanges === "all" ? Object.keys(args) : ignoreChanges;
  return paths.reduce<Args>((result, path) => forget(result, path.split(".")) as Args, args);
}

function forget(tree: Tree, [key, ...rest]: readonly string[]): Tree {
  if (key === undefined) return forgotten(tree);
  if (isList(tree)) {
    const at = Number(key);
    // A path without a position means every block.
    if (!Number.isInteger(at)) return tree.map((item) => forget(item, [key, ...rest]));
    return tree.map((item, i) => (i === at ? forget(item, rest) : item));
  }
  if (!isObject(tree) || !Object.hasOwn(tree, key)) return tree;
  return { ...tree, [key]: forget(tree[key]!, rest) };
}

function forgotten(tree: Tree): Tree {
  if (tree === null || tree instanceof Unknown) return tree;
  const inside = unknowns(tree);
  const refs = inside.flatMap((unknown) => unknown.refs);
  const structural = isList(tree) || isObject(tree) ? { structural: true } : {};
  const redacted = inside.some((unknown) => unknown.options.redacted) ? { redacted: true } : {};
  const at = inside[0]?.options.at;
  return new Unknown(spell(tree), refs, { ...(at && { at }), ...structural, ...redacted });
}

function unknowns(tree: Tree): Unknown[] {
  if (tree instanceof Unknown) return [tree];
  if (isList(tree)) return tree.flatMap(unknowns);
  return isObject(tree) ? Object.values(tree).flatMap(unknowns) : [];
}

function spell(tree: Tree): string {
  if (tree instanceof Unknown) return tree.expression;
  if (isList(tree)) return `[${tree.map(spell).join(", ")}]`;
  if (isObject(tree))
    return `{ ${Object.entries(tree)
      .map(([key, value]) => `${JSON.stringify(key)} = ${spell(value)}`)
      .join(", ")} }`;
  return JSON.stringify(tree);
}

/** Addresses in `depends_on`, seen from the root. */
export function dependsOnOf(body: Body, prefix: string): readonly string[] | undefined {
  const expression = attributeOf(body, "depends_on");
  if (expression?.kind !== "tuple" || expression.items.length === 0) return undefined;
  return expression.items.map((item) => prefix + addressText(item));
}

function addressText(expression: Expression): string {
  // Before 0.12 addresses were quoted; `resource.` may stand before one.
  const quoted = expression.kind === "literal" && typeof expression.value === "string";
  return (quoted ? String(expression.value) : sourceText(expression)).replace(/^resource\./, "");
}
