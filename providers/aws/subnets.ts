import { isExternal, isRef, type Reference } from "../../constructs/component.ts";
import { compareText } from "../../constructs/diagnostic.ts";
import { isList, type Tree, Unknown } from "../native.ts";
import { fingerprint } from "../paths.ts";
import type { LowerContext, RaiseContext } from "../provider.ts";
import { list } from "../values.ts";
import { isOwnVariable, ownVariable } from "./own-variable.ts";

/**
 * Subnets of two zones at least: a variable stands for each that is missing. Clusters, databases and Application Load Balancers ask for them:
 * https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html, read 2026-11-25;
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#subnets-load-balancer, read 2026-11-27;
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html, read 2026-11-27.
 */
export function inTwoZones(asked: readonly Reference[], user: string, ctx: LowerContext): readonly Tree[] {
  const missing = ["a", "b"].slice(asked.length);
  return [
    ...asked.map((s) => ctx.output(s)),
    ...missing.map((zone) => ownVariable(ctx, `subnet_${zone}`, `A subnet for the ${user}, in a zone of its own.`)),
  ];
}

/** Whether one thing from outside is a group of subnets, by its name: ids of subnets begin in one way, and expressions for groups say so. */
export function isGroupName([first, ...more]: readonly Reference[]): boolean {
  if (more.length > 0 || !isExternal(first)) return false;
  return first.literal ? !first.external.startsWith("subnet-") : /group/i.test(first.external);
}

/** The network of a subnet, which groups of targets and of firewall rules name beside it. */
export function vpcOf(subnet: Reference | undefined, description: string, ctx: LowerContext): Tree {
  if (isRef(subnet) && subnet.output === "subnet") return ctx.output({ component: subnet.component, output: "id" });
  return ctx.variable({ name: `${ctx.name().replaceAll("-", "_")}_vpc_id`, type: "string", description });
}

/** The things that a list names; one that nobody can look into says what it is made from, or is a hole. */
export function itemsOf(ids: Tree | undefined): readonly Tree[] {
  if (!(ids instanceof Unknown) || isOwnVariable(ids)) return list(ids);
  return distinct(ids.refs.map((r) => new Unknown(`${r.to}.${r.attr}`, [r])));
}

/** What a list of ids names, each thing once. */
export function references(value: Tree | undefined, ctx: RaiseContext): Tree | undefined {
  if (value instanceof Unknown && value.refs.length === 0) return value;
  const found = itemsOf(value).flatMap((one) => {
    const reference = outside(one, ctx);
    return reference === undefined ? [] : [reference];
  });
  return found.length > 0 ? distinct(found) : undefined;
}

/** The subnets that a set of ids names, always in the same order: a cloud that takes one takes the first, and a state sorts ids. */
export function subnetsIn(value: Tree | undefined, ctx: RaiseContext): Tree | undefined {
  const found = references(value, ctx);
  return isList(found) ? found.toSorted(byText) : found;
}

/** What stands outside, unless the code that Exeat writes asks for it by itself. */
export function outside(value: Tree | undefined, ctx: RaiseContext): Tree | undefined {
  return isOwnVariable(value) ? undefined : (ctx.reference(value) as Tree | undefined);
}

function byText(a: Tree, b: Tree): number {
  return compareText(fingerprint(a), fingerprint(b));
}

export function distinct(items: readonly Tree[]): readonly Tree[] {
  return [...new Map(items.map((item) => [fingerprint(item), item])).values()];
}
