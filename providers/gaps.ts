import { isExternal, isRef, type Reference } from "../constructs/component.ts";
import { lowerComponent } from "./lower-component.ts";
import { isObject, type Native, type Tree, Unknown } from "./native.ts";
import { countOf, normalise } from "./normalise.ts";
import { genericPath, isSameTree, isUnder, joinPath } from "./paths.ts";
import { type Cloud, isImplemented, type Rewrite } from "./provider.ts";
import type { RaisedGroup } from "./raise.ts";
import { leavesInDocuments } from "./recorder.ts";
import { isBareReference, placeholder, referenceIn } from "./references.ts";
import { resourceSchema } from "./schema-of.ts";
import type { FoundComponent, LeafGap } from "./survey.ts";
import { complete, type Incomplete } from "./witness.ts";

type Leaf = Omit<LeafGap, "class" | "place">;

export type Gaps = Pick<FoundComponent, "residue" | "coarsened" | "mayCoarsen" | "ignored" | "providerChosen">;

/**
 * What became of every configured leaf of a component. `touched` adds what other components read in natives they share, `comesBack`
 * says of a leaf nobody knows whether it is written back whatever it is: default, that it is.
 */
export function gapsOf(
  raised: RaisedGroup,
  cloud: Cloud,
  touched: (native: Native, path: string) => boolean = () => false,
  comesBack: (native: Native, path: string) => boolean = () => true,
): Gaps {
  const residue: LeafGap[] = [];
  const ignored: (LeafGap & { why: string })[] = [];
  const read: { leaf: Leaf; value: Tree; native: Native }[] = [];
  const mayCoarsen: LeafGap[] = [];
  let providerChosen = 0;
  for (const recorder of raised.recorders) {
    const { native } = recorder;
    const schema = resourceSchema(cloud, native);
    for (const { path, value, fate, within } of recorder.leaves()) {
      const count = countOf(native, schema, ...within);
      if (count === "default") continue;
      const leaf = { address: native.address, root: native.root, type: native.type, path };
      const gap = (): LeafGap => ({ ...leaf, ...classified(cloud, native.type, path) });
      if (fate === "read" || fate === "expected") {
        if (!(value instanceof Unknown) || !isOpen(value, raised.holes)) read.push({ leaf, value, native });
        else if (!comesBack(native, path)) mayCoarsen.push(gap());
      } else if (typeof fate === "object") ignored.push({ ...gap(), why: fate.ignored });
      else if (fate === undefined && count === "chosen") providerChosen += 1;
      else if (fate === undefined && !touched(native, path)) residue.push(gap());
    }
  }
  const coarsened: FoundComponent["coarsened"][number][] = [];
  for (const { native, ...leaf } of coarsenedOf(raised, cloud, read)) {
    // A text of something that is not known as a whole may be written back with the rest.
    if (!isOpen(leaf.read, raised.holes)) coarsened.push(leaf);
    else if (!comesBack(native, leaf.path)) mayCoarsen.push(leaf);
  }
  return {
    residue,
    ignored,
    providerChosen,
    coarsened,
    ...(mayCoarsen.length > 0 ? { mayCoarsen } : {}),
  };
}

/** The longest prefix of `type.path` that the cloud classifies; else the leaf is a setting. */
function classified(cloud: Cloud, type: string, path: string): Pick<LeafGap, "class" | "place"> {
  const leaf = joinPath(type, genericPath(path));
  for (let at = leaf; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf(".")))) {
    const found = Object.hasOwn(cloud.leafClasses, at) ? cloud.leafClasses[at] : undefined;
    if (found !== undefined) return { class: found, place: at.slice(type.length + 1) };
  }
  return { class: "setting", place: genericPath(path) };
}

/** Leaves that were read and that the same cloud's `lower` does not write back with an equal value, apart from declared rewrites. */
function coarsenedOf(
  raised: RaisedGroup,
  cloud: Cloud,
  read: readonly { leaf: Leaf; value: Tree; native: Native }[],
): (FoundComponent["coarsened"][number] & { readonly native: Native })[] {
  const { component } = raised;
  const entry = component ? cloud.kinds[component.kind] : undefined;
  if (!component || !isImplemented(entry) || cloud.sourceOnly) return [];
  const incomplete: Incomplete = { ...component, holes: raised.holes };
  const { natives } = lowerComponent(complete(incomplete), cloud, "component", { output: asFound });
  const byAddress = new Map(natives.map((n) => [n.address, n]));
  const written = new Map<string, Tree[]>();
  for (const native of natives) {
    for (const [path, value] of leavesInDocuments(normalise(native, resourceSchema(cloud, native)).args)) {
      const key = joinPath(native.type, genericPath(path));
      written.set(key, [...(written.get(key) ?? []), valueAt(value, byAddress)]);
    }
  }
  return read.flatMap(({ leaf, value, native }) => {
    const at = joinPath(leaf.type, genericPath(leaf.path));
    const here = written.get(at) ?? [];
    if (here.some((w) => sameValue(value, w))) return [];
    if (entry.rewrites.some((r) => covers(r, at, value, written))) return [];
    return [{ ...leaf, ...classified(cloud, leaf.type, leaf.path), read: value, written: here[0], native }];
  });
}

/** Whether a hole stands for the value: what nobody knows, or what nobody knows the meaning of, is no difference. */
export function isOpen(value: Tree, holes: RaisedGroup["holes"]): boolean {
  if (value instanceof Unknown)
    return value.refs.length === 0 || holes.some((h) => h.expression.includes(value.expression));
  return typeof value === "string" && value !== "" && holes.some((h) => h.expression.includes(JSON.stringify(value)));
}

/** What an expression comes to that repeats an argument of another resource. */
function valueAt(written: Tree, natives: ReadonlyMap<string, Native>): Tree {
  if (!(written instanceof Unknown) || !isBareReference(written)) return written;
  const [edge] = written.refs;
  return (edge && natives.get(edge.to)?.args[edge.attr]) ?? written;
}

/** At the source a reference to what is outside is written as it was found. */
function asFound(reference: Reference): Tree {
  if (!isExternal(reference)) return placeholder(reference);
  const { external, literal } = reference;
  return literal ? external : new Unknown(external, [{ to: external, attr: "" }]);
}

function sameValue(read: Tree, written: Tree): boolean {
  if (isSameTree(read, written)) return true;
  if (!(written instanceof Unknown) || written.refs.length === 0) return false;
  // Names differ from one code to the other; that something else is named, by reference or by the id it has, is kept.
  return read instanceof Unknown ? read.refs.length > 0 : typeof read === "string" && isRef(referenceIn(written));
}

function covers(rewrite: Rewrite, at: string, value: Tree, written: ReadonlyMap<string, readonly Tree[]>): boolean {
  if (!isUnder(at, rewrite.from)) return false;
  if (rewrite.values && !rewrite.values.some(([from]) => isSameTree(from, value))) return false;
  if (rewrite.to === null) return true;
  const there = written.get(rewrite.to + at.slice(rewrite.from.length)) ?? written.get(rewrite.to) ?? [];
  const wanted = rewrite.values?.filter(([from]) => isSameTree(from, value)).map(([, to]) => to);
  return wanted
    ? there.some((w) => wanted.some((v) => isSameTree(v, w)))
    : there.length > 0 || (isObject(value) && Object.keys(value).length === 0);
}
