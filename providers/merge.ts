import { isExternal, isRef, type Reference } from "../constructs/component.ts";
import { compareText, type Diagnostic } from "../constructs/diagnostic.ts";
import { freeName, identifier, joinedWords, shortened } from "./labels.ts";
import { type Args, isList, isObject, type Native, type Tree, Unknown } from "./native.ts";
import { asWritten, edgesOf, fingerprint } from "./paths.ts";

/** Merge key for natives that everything standing in one other thing has in common: the ACL of a network, its subnet group. */
export function mergeKey(reference: Reference): string {
  return isRef(reference) ? reference.component : isExternal(reference) ? reference.external : "";
}

export interface Merged {
  /** Natives by component, those in common standing with each of them. */
  readonly components: ReadonlyMap<string, readonly Native[]>;
  /** New addresses by old ones. */
  readonly moved: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Natives of one type and merge key that come from several components become one, named after the key: lists concatenate in
 * the order of the components' ids, each item once; where anything else differs the first one counts, with a diagnostic.
 */
export function mergedNatives(
  components: ReadonlyMap<string, readonly Native[]>,
  labels: ReadonlyMap<string, string>,
): Merged {
  const all = [...components].sort(([a], [b]) => compareText(a, b));
  const parts = all.flatMap(([id, natives]) =>
    natives.flatMap((native) => (native.merge === undefined ? [] : [{ id, native, merge: native.merge }])),
  );
  const taken = new Set(
    all.flatMap(([, natives]) => natives.filter((n) => n.merge === undefined).map((n) => n.address)),
  );
  const moved = new Map<string, string>();
  const made = new Map<string, Native>();
  const diagnostics: Diagnostic[] = [];
  for (const group of Map.groupBy(parts, (p) => `${p.native.type} ${p.merge}`).values()) {
    const [first, ...others] = group;
    if (!first) continue;
    const { type } = first.native;
    const called = shortened(joinedWords(first.merge), 60).replaceAll("-", "_");
    const name = freeName(labels.get(first.merge) ?? identifier(called), taken, `${type}.`);
    const one = others.reduce((native, { id, native: other }) => joined(native, other, id, diagnostics), first.native);
    const merged = { ...one, name, address: `${type}.${name}` };
    for (const { native } of group) {
      moved.set(native.address, merged.address);
      made.set(native.address, merged);
    }
  }
  if (moved.size === 0) return { components, moved, diagnostics };
  const rewritten = new Map<Native, Native>();
  const place = (native: Native): Native => {
    const source = made.get(native.address) ?? native;
    const known = rewritten.get(source);
    if (known) return known;
    const args = readdressed(source.args, moved) as Args;
    const dependsOn = source.dependsOn?.map((address) => moved.get(address) ?? address);
    const placed = {
      ...source,
      args,
      refs: edgesOf(args),
      ...(dependsOn ? { dependsOn: dependsOn.filter((address) => address !== source.address) } : {}),
    };
    rewritten.set(source, placed);
    return placed;
  };
  return { components: new Map([...components].map(([id, natives]) => [id, natives.map(place)])), moved, diagnostics };
}

/** A tree in which what stands under an old address is named by its new one. */
function readdressed(tree: Tree, moved: ReadonlyMap<string, string>): Tree {
  if (isList(tree)) return tree.map((item) => readdressed(item, moved));
  if (isObject(tree)) return Object.fromEntries(Object.entries(tree).map(([k, v]) => [k, readdressed(v, moved)]));
  if (!(tree instanceof Unknown)) return tree;
  const old = [...new Set(tree.refs.map((r) => r.to))].filter((address) => moved.has(address));
  if (old.length === 0) return tree;
  let { expression } = tree;
  for (const address of old) {
    const whole = new RegExp(`(?<![\\w.])${address.replaceAll(".", "\\.")}(?!\\w)`, "g");
    expression = expression.replace(whole, () => moved.get(address) ?? address);
  }
  const { document } = tree.options;
  return new Unknown(
    expression,
    tree.refs.map((r) => ({ ...r, to: moved.get(r.to) ?? r.to })),
    { ...tree.options, ...(document === undefined ? {} : { document: readdressed(document, moved) }) },
  );
}

function joined(native: Native, other: Native, from: string, diagnostics: Diagnostic[]): Native {
  const names = [...new Set([...Object.keys(native.args), ...Object.keys(other.args)])];
  const args = Object.fromEntries(
    names.map((name): [string, Tree | undefined] => {
      const [a, b] = [native.args[name], other.args[name]];
      if (isList(a) && isList(b)) return [name, unique([...a, ...b])];
      if (fingerprint(a) !== fingerprint(b)) diagnostics.push(disagree(native, name, from));
      return [name, a ?? b];
    }),
  ) as Args;
  const dependsOn = [...new Set([...(native.dependsOn ?? []), ...(other.dependsOn ?? [])])].sort(compareText);
  return {
    ...native,
    ...asWritten(args),
    ...(dependsOn.length > 0 ? { dependsOn } : {}),
    ...(other.lifecycle?.preventDestroy ? { lifecycle: { ...native.lifecycle, preventDestroy: true } } : {}),
  };
}

function unique(items: readonly Tree[]): Tree[] {
  return [...new Map(items.map((item) => [fingerprint(item), item])).values()];
}

function disagree({ type }: Native, name: string, from: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0316",
    summary: "Components disagree about what they share",
    detail: `One ${type} stands for this component and for others, and they ask for different values of ${name}; the value of the first one was written. Ask for the same in all of them.`,
    address: from,
  };
}
