import type { Diagnostic } from "../constructs/diagnostic.ts";
import { type Args, isObject, type Native, type Tree } from "./native.ts";
import { edgesOf, genericPath, leavesOf } from "./paths.ts";
import type { Cloud, ResourceSchema } from "./provider.ts";
import { resourceSchema } from "./schema-of.ts";
import type { Authored } from "./synthesis.ts";

/** Lays what the author changes by hand over the natives of a type, or over the one at an address. */
export function overridden(
  component: Authored,
  natives: readonly Native[],
  cloud: Cloud,
  diagnostics: Diagnostic[],
): readonly Native[] {
  const overrides = component.overrides ?? {};
  for (const [key, args] of Object.entries(overrides)) {
    const [type = key] = key.split(".");
    const schema = resourceSchema(cloud, { type, mode: "managed" });
    if (!natives.some((n) => n.type === key || n.address === key)) {
      diagnostics.push(nothingToOverride(component, key, natives));
    }
    for (const name of Object.keys(args)) {
      if (schema && !schema.block.attributes?.[name] && !schema.block.block_types?.[name]) {
        diagnostics.push(unknownOverride(component, type, name));
      }
    }
  }
  return natives.map((n): Native => {
    const patches = [overrides[n.type], overrides[n.address]].filter((p) => p !== undefined);
    if (patches.length === 0) return n;
    const schema = resourceSchema(cloud, n);
    const args = patches.reduce<Args>(
      (base, patch) => overlaid(withoutRivals(base, patch, schema), patch) as Args,
      n.args,
    );
    return {
      ...n,
      args,
      refs: edgesOf(args),
      configured: new Set(leavesOf(args).map(([path]) => genericPath(path))),
    };
  });
}

/** The arguments without those that the provider takes in the place of one that is laid over them: a name beside a prefix of names. */
function withoutRivals(args: Args, patch: Args, schema: ResourceSchema | undefined): Args {
  const rivalsOf = (name: string) => {
    const { conflicts_with = [], exactly_one_of = [] } = schema?.semantics?.[name] ?? {};
    return [...conflicts_with, ...exactly_one_of];
  };
  const isRival = (name: string) =>
    !(name in patch) && Object.keys(patch).some((p) => rivalsOf(p).includes(name) || rivalsOf(name).includes(p));
  return Object.fromEntries(Object.entries(args).filter(([name]) => !isRival(name)));
}

/** Objects are merged; a single block is an object in a list; everything else is replaced. */
function overlaid(base: Tree | undefined, patch: Tree): Tree {
  if (Array.isArray(base) && Array.isArray(patch) && base.length === 1 && patch.length === 1) {
    return [overlaid(base[0] as Tree, patch[0] as Tree)];
  }
  if (!isObject(base) || !isObject(patch)) return patch;
  return { ...base, ...Object.fromEntries(Object.entries(patch).map(([k, v]) => [k, overlaid(base[k], v)])) };
}

function nothingToOverride({ id }: Authored, type: string, natives: readonly Native[]): Diagnostic {
  return {
    severity: "error",
    code: "EX0313",
    summary: "An override finds nothing to change",
    detail: `The component writes no ${type} here; it writes ${[...new Set(natives.map((n) => n.type))].sort().join(", ")}. Name one of these.`,
    address: id,
  };
}

function unknownOverride({ id }: Authored, type: string, name: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0314",
    summary: "An override sets an argument that does not exist",
    detail: `${type} has no argument ${name} in its provider's schema. Look its name up in the provider's documentation.`,
    address: id,
  };
}
