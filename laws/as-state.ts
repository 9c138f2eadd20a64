import { isExternal } from "../constructs/component.ts";
import { isList, isObject, type Native, type Tree, Unknown } from "../providers/native.ts";
import { edgesOf } from "../providers/paths.ts";
import type { Cloud, SchemaBlock } from "../providers/provider.ts";
import { referenceIn } from "../providers/references.ts";
import { resourceSchema } from "../providers/schema-of.ts";

/**
 * What a state holds of natives that `lower` wrote: values in place of expressions, attributes that are referred to, an id for each,
 * nothing or the empty list where nobody said anything; of what refers to what only the names.
 */
export function asState(natives: readonly Native[], cloud: Cloud): readonly Native[] {
  const resources = new Map(natives.map((n) => [n.address, new Resource(n)]));
  const valued = (tree: Tree): Tree => {
    if (isList(tree)) return tree.map(valued);
    if (isObject(tree)) return Object.fromEntries(Object.entries(tree).map(([k, v]) => [k, valued(v)]));
    return tree instanceof Unknown ? computed(tree) : tree;
  };
  const computed = (value: Unknown): Tree => {
    if (value.options.document !== undefined) return JSON.stringify(valued(value.options.document));
    // A variable that somebody fills in: what it holds, nobody knows.
    if (value.refs.length === 0) return value;
    const outside = referenceIn(value);
    if (outside) return isExternal(outside) ? outside.external : outside.component;
    const texts = value.refs.map(({ to, attr }) => {
      const known = resources.get(to)?.at(attr) ?? `${attr} of ${to}`;
      return [`${to}.${attr}`, typeof known === "string" ? known : valued(known)] as const;
    });
    const whole = texts.find(([expression]) => expression === value.expression);
    if (whole) return whole[1];
    const text = texts.reduce((done, [ex, known]) => done.replaceAll(`\${${ex}}`, String(known)), value.expression);
    return text.replace(/^"(.*)"$/s, "$1");
  };
  // First each learns what it is asked for, then all say it.
  const all = [...resources.values()].map((resource) => ({ resource, args: valued(resource.native.args) as Args }));
  return all.map(({ resource, args }) => {
    const { native } = resource;
    const schema = resourceSchema(cloud, native);
    const names = new Set(edgesOf(native.args).map((edge) => edge.to));
    return {
      ...native,
      args: resource.said(schema ? filled(args, schema.block) : args),
      refs: [...names].filter((to) => resources.has(to)).map((to) => ({ to, attr: "", path: "" })),
      configured: null,
    };
  });
}

type Args = Readonly<Record<string, Tree>>;

class Resource {
  readonly native: Native;
  /** Attributes that nobody wrote, by the steps that lead to each. */
  private readonly computed = new Map<string, readonly string[]>();

  constructor(native: Native) {
    this.native = native;
    this.computed.set("id", ["id"]);
  }

  /** What stands at `arn`, `regions_openstack_ids["GRA11"]`, `network[0].port`: as it was written, else as it is computed. */
  at(attr: string): Tree {
    const steps = attr.split(/[.[\]"]+/).filter(Boolean);
    const written = steps.length === 1 ? this.native.args[attr] : undefined;
    if (written !== undefined) return written;
    this.computed.set(attr, steps);
    return this.made(attr);
  }

  /** Arguments with what is computed. */
  said(args: Args): Args {
    return [...this.computed].reduce((said, [attr, steps]) => placed(said, steps, this.made(attr)) as Args, args);
  }

  private made(attr: string): string {
    const { type, address, args } = this.native;
    if (type === "aws_s3_bucket" && attr === "arn") return `arn:aws:s3:::${String(args["bucket"])}`;
    return `${attr} ${address}`.replaceAll(/[^a-z0-9]+/gi, "-");
  }
}

/** A tree with a value put into it. */
function placed(tree: Tree | undefined, [step = "", ...rest]: readonly string[], value: Tree): Tree {
  if (/^\d+$/.test(step)) {
    const list = isList(tree) ? [...tree] : [];
    list[Number(step)] = rest.length === 0 ? value : placed(list[Number(step)], rest, value);
    return list;
  }
  const object = isObject(tree) ? tree : {};
  return { ...object, [step]: rest.length === 0 ? value : placed(object[step], rest, value) };
}

function filled(args: Args, { attributes = {}, block_types: blocks = {} }: SchemaBlock): Args {
  const none = (name: string): Tree => (name in attributes || blocks[name]?.nesting_mode === "single" ? null : []);
  const names = new Set([...Object.keys(attributes), ...Object.keys(blocks), ...Object.keys(args)]);
  return Object.fromEntries(
    [...names].map((name) => {
      const [value, inside] = [args[name], blocks[name]?.block];
      if (value === undefined) return [name, none(name)];
      const each = (item: Tree): Tree => (inside && isObject(item) ? filled(item, inside) : item);
      return [name, isList(value) ? value.map(each) : each(value)];
    }),
  );
}
