import { type Native, type Tree, Unknown } from "./native.ts";
import { moduleOf, type NativeIndex, placed } from "./native-index.ts";
import { fingerprint, leavesOf } from "./paths.ts";
import type { Claim } from "./provider.ts";
import { isBareReference } from "./references.ts";

type ForwardEdge = Extract<NonNullable<Claim["edge"]>, { readonly to: readonly string[] }>;

/**
 * Text that is equal for natives that certainly hang on the same thing, which is not in the estate: by value, by reference, or by what
 * a data source is asked. The same expression in two modules, or in two instances of one resource, may come to two things.
 */
export function fragmentKey(native: Native, value: Tree, edge: ForwardEdge, index: NativeIndex): string {
  return leavesOf(value)
    .map(([, leaf]) => (leaf instanceof Unknown ? unknownKey(native, leaf, edge, index) : JSON.stringify(leaf)))
    .join(" ");
}

function unknownKey(native: Native, value: Unknown, edge: ForwardEdge, index: NativeIndex): string {
  const { expression, refs } = value;
  const [only] = refs;
  const asked = only && isBareReference(value) ? index.at(native.root, only.to) : undefined;
  if (only && asked?.mode === "data" && isKnown(asked)) {
    const { account, region, alias } = asked.provider;
    const from = edge.global ? "" : (region ?? alias ?? "");
    return fingerprint([asked.type, asked.args, account ?? "", from, edge.by.includes(only.attr) ? "" : only.attr]);
  }
  if (/\beach\.value\b/.test(expression)) return `${native.address} ${expression}`;
  // The same place of the same collection, whatever resource asks.
  if (/\b(each\.key|count\.index)\b/.test(expression))
    return `${moduleOf(native)} ${fingerprint(native.key)} ${expression}`;
  if (refs.length > 0) return [...refs.map((r) => `${r.to}.${r.attr}`), expression].join(" ");
  return placed(value, native);
}

function isKnown({ args }: Native): boolean {
  return leavesOf(args).every(([, leaf]) => !(leaf instanceof Unknown));
}
