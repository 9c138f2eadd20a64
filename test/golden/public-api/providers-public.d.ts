export type { DependencySigns, Sign } from "./dependency-signs.ts";
export { encoded, ref, text } from "./expr.ts";
export { type Args, type Edge, isList, isObject, type Leaf, type Native, type Tree, Unknown } from "./native.ts";
export type { Charge, EgressPrice, Price, PriceAt, PriceList, PriceRule, Times, Where } from "./prices.ts";
export * from "./provider.ts";
export type { PulumiPackage } from "./pulumi-package.ts";
export { loadSchema, loadTable } from "./schema.ts";
export type { Synthesis } from "./synthesis.ts";
export { blocks, compact, known, list, meaning, members, theNative } from "./values.ts";
