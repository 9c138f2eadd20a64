import { dirname } from "node:path";
import type { Diagnostic } from "../constructs/diagnostic.ts";
import {
  type Edge,
  type Hole,
  isList,
  isObject,
  isUnknown,
  type Native,
  type Root,
  type Tree,
  Unknown,
} from "../providers/native.ts";
import { withoutKeys } from "./address.ts";
import type { ImportKnowledge } from "./importer.ts";
import type { JsonContent } from "./json-form.ts";
import * as diagnostics from "./plan-diagnostics.ts";
import { relativeName } from "./root-names.ts";
import { isNumberUnknown } from "./settled-by-plan.ts";

type IsBlock = ImportKnowledge["isBlock"];

/**
 * Lays a plan over the code it was made from: values and instances come from the plan, positions, edges, lifecycle and the paths
 * that are set come from the code. The plan goes to the root it shares most resources with, of several to the one in whose folder
 * it stands; the other roots stay as they are.
 */
export function overlay(
  roots: readonly Root[],
  plan: JsonContent,
  names: { readonly plan: string; readonly directory: string },
  isBlock: IsBlock,
): { readonly roots: readonly Root[]; readonly diagnostics: readonly Diagnostic[]; readonly complete: boolean } {
  const bases = new Set(plan.natives.map((n) => withoutKeys(n.address)));
  const shared = roots.map(
    (root) => new Set(root.natives.map((n) => withoutKeys(n.address)).filter((a) => bases.has(a))).size,
  );
  const most = Math.max(0, ...shared);
  const fitting = roots.filter((_, i) => shared[i] === most);
  const around = relativeName(names.directory, dirname(names.plan));
  const beside = fitting.filter(({ name }) => name === around);
  const best = beside.length > 0 ? beside : fitting;
  const [target] = best;
  if (most === 0 || !target) {
    const found = [diagnostics.overlayUnmatched(names.plan, names.directory)];
    return { roots, diagnostics: found, complete: false };
  }
  if (best.length > 1) {
    const found = [
      diagnostics.overlayAmbiguous(
        names.plan,
        best.map((r) => r.name),
      ),
    ];
    return { roots, diagnostics: found, complete: false };
  }
  const { root, notes } = onto(target, plan, names.plan, isBlock);
  return { roots: roots.map((r) => (r === target ? root : r)), diagnostics: notes, complete: true };
}

function onto(code: Root, plan: JsonContent, planFile: string, isBlock: IsBlock): { root: Root; notes: Diagnostic[] } {
  const exact = new Map(code.natives.map((n) => [n.address, n]));
  const byBase = new Map<string, Native>();
  for (const native of code.natives) {
    const base = withoutKeys(native.address);
    if (!byBase.has(base)) byBase.set(base, native);
  }
  const natives = plan.natives.map((planned) => {
    const written = exact.get(planned.address) ?? byBase.get(withoutKeys(planned.address));
    const here = { ...planned, root: code.name };
    return written ? laid(here, written, isBlock) : here;
  });

  const planned = new Set(plan.natives.map((n) => withoutKeys(n.address)));
  const has = new Set(plan.natives.map((n) => n.address));
  const shapes = new Set(plan.natives.map((n) => shapeOf(n.address)));
  const leftOut = new Set(plan.leftOut);
  const empty = new Map(plan.empty.map((e) => [e.address, e]));
  const none = new Set(plan.empty.map((e) => withoutKeys(e.address)));
  const notes: Diagnostic[] = [];
  const fewer: Native[] = [];
  for (const native of code.natives) {
    const base = withoutKeys(native.address);
    const isThere = planned.has(base) || none.has(base);
    if (isThere && !leftOut.has(native.address)) {
      const isTold = !(native.key instanceof Unknown) && (none.has(base) || shapes.has(shapeOf(native.address)));
      if (native.mode === "managed" && isTold && !has.has(native.address)) fewer.push(native);
      continue;
    }
    natives.push(native);
    // A data source that needed nothing is read while planning; a plan need not show it.
    if (native.mode === "managed") notes.push(diagnostics.notInPlan(native.at, native.address, planFile));
  }
  const [first] = fewer;
  if (first)
    notes.push(
      diagnostics.fewerInPlan(
        first.at,
        fewer.map((n) => n.address),
        planFile,
      ),
    );
  const at = new Map([...code.natives, ...code.empty].map((n) => [withoutKeys(n.address), n.at]));
  const emptyHere = [...empty.values()].map((e) => ({
    ...e,
    root: code.name,
    at: at.get(withoutKeys(e.address)) ?? e.at,
  }));
  const known = new Map(natives.map((n) => [n.address, n]));
  const given = new Set(plan.given?.map((name) => `var.${name}`));
  return {
    root: {
      ...code,
      natives,
      holes: [
        ...code.holes.filter((hole) => !isFilled(hole, known, planned, [...none]) && !given.has(hole.address)),
        ...plan.holes.map((hole) => ({ ...hole, root: code.name })),
      ],
      empty: [...emptyHere, ...code.empty.filter((e) => !empty.has(e.address) && !planned.has(withoutKeys(e.address)))],
      unreadable: code.unreadable.filter((u) => !planned.has(withoutKeys(u.address))),
    },
    notes,
  };
}

function laid(planned: Native, written: Native, isBlock: IsBlock): Native {
  const args = Object.fromEntries(
    Object.entries(planned.args).map(([key, value]) => [key, merged(value, written.args[key])] as const),
  );
  return {
    ...planned,
    args,
    refs: edges(planned, written),
    configured: written.configured ? leavesOnly(written, planned, isBlock) : planned.configured,
    provider: provider(planned, written),
    ...(written.lifecycle ? { lifecycle: written.lifecycle } : {}),
    ...(written.dependsOn ? { dependsOn: written.dependsOn } : {}),
    at: written.at,
  };
}

/** The plan knows the values of variables; where it stands is for the code to say. */
function provider({ provider: planned }: Native, { provider: written }: Native): Native["provider"] {
  const { host } = planned;
  const known = written.host?.name === null && host?.name ? { host: { ...written.host, name: host.name } } : {};
  return { ...planned, ...written, ...known };
}

/** The code's edges, and those of the plan's that it does not show. Another instance of the same block: the plan's come first. */
function edges(planned: Native, written: Native): readonly Edge[] {
  const [first, second] = planned.address === written.address ? [written, planned] : [planned, written];
  const rest = second.refs.filter(
    (edge) => !first.refs.some((r) => withoutKeys(r.to) === withoutKeys(edge.to) && overlaps(r.path, edge.path)),
  );
  return [...first.refs, ...rest];
}

function overlaps(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);
}

/** A block's own path would count everything in it as configured: a plan also has what the provider fills in there. */
function leavesOnly(written: Native, planned: Native, isBlock: IsBlock): ReadonlySet<string> {
  const paths = written.configured ?? new Set<string>();
  const above = new Set<string>();
  for (const path of paths) {
    for (let end = path.lastIndexOf("."); end > 0; end = path.lastIndexOf(".", end - 1)) above.add(path.slice(0, end));
  }
  return new Set([...paths].filter((path) => !(above.has(path) && isBlock?.(planned.type, path) !== false)));
}

/** The plan's value; where it knows none, what the code says. A secret stays out. */
function merged(planned: Tree, written: Tree | undefined): Tree {
  if (written === undefined) return computed(planned);
  if (isUnknown(planned)) {
    if (planned.options.redacted) return isUnknown(written) && written.options.redacted ? written : planned;
    return written;
  }
  if (isUnknown(written) && written.options.redacted && planned !== null) return written;
  if (isList(planned) && isList(written))
    return planned.map((item, i) => merged(item, planned.length === written.length ? written[i] : undefined));
  if (isObject(planned) && isObject(written)) {
    return Object.fromEntries(
      Object.entries(planned).map(([key, value]) => [key, merged(value, written[key])] as const),
    );
  }
  return planned;
}

/** What the code does not set and the plan does not know, the provider computes. */
function computed(planned: Tree): Tree {
  if (isUnknown(planned)) {
    return planned.refs.length > 0
      ? planned
      : new Unknown(planned.expression, [], { ...planned.options, computed: true });
  }
  if (isList(planned)) return planned.map(computed);
  if (isObject(planned))
    return Object.fromEntries(Object.entries(planned).map(([key, value]) => [key, computed(value)] as const));
  return planned;
}

/** An address with places in place of its keys: how often it is repeated. */
function shapeOf(address: string): string {
  return withoutKeys(address, "[]");
}

/** A hole that the plan's values fill: its value is known now, or how many there are, or the module's resources are there. */
function isFilled(
  hole: Hole,
  natives: ReadonlyMap<string, Native>,
  planned: ReadonlySet<string>,
  none: readonly string[],
): boolean {
  const base = withoutKeys(hole.address);
  const isInside = (address: string) => address.startsWith(`${base}.`);
  if (hole.kind === "module") return [...planned].some(isInside);
  if (isNumberUnknown(hole)) return [...planned, ...none].some((address) => address === base || isInside(address));
  const native = natives.get(hole.address);
  if (!native || hole.path === "") return false;
  let at: Tree | undefined = native.args;
  for (const key of hole.path.split(".")) {
    if (isList(at) && !/^\d+$/.test(key)) at = at[0];
    at = isList(at) ? at[Number(key)] : isObject(at) ? at[key] : undefined;
  }
  return at !== undefined && !containsUnknown(at);
}

function containsUnknown(tree: Tree): boolean {
  if (isUnknown(tree)) return true;
  if (isList(tree)) return tree.some(containsUnknown);
  return isObject(tree) && Object.values(tree).some(containsUnknown);
}
