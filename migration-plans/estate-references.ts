import { isRef } from "../constructs/component.ts";
import { nativeId } from "../providers/native.ts";
import { NativeIndex } from "../providers/native-index.ts";
import { dependencyStepOf } from "./dependency-steps.ts";
import { foreignStepOf, standsAlone, unknownStepOf } from "./foreign-steps.ts";
import type { PlanInput } from "./plan-input.ts";
import { References } from "./references.ts";

/** What must be there before anything starts that asks for it: ids of `assessment/dependencies.json`. */
const STARTS_WITH = ["images", "secrets"];

/**
 * What refers to what in an estate: components as their props say, all else as the code of the source does. Who may do what, keys and
 * the like name what uses them and stand without it: such a reference counts for nothing.
 */
export function referencesOf({ survey, assessment }: Pick<PlanInput, "survey" | "assessment">): References {
  const { components, foreign, unknown, signs } = survey;
  const ids = new Set(components.map((c) => c.id));
  const to = new Map(components.map(({ id, props }) => [id, new Set(named(props).filter((n) => ids.has(n)))]));
  const add = (from: string, target: string) => {
    if (!standsAlone(from) || standsAlone(target)) to.set(from, (to.get(from) ?? new Set()).add(target));
  };
  const pricedAs = new Map(assessment.foreign.map((f) => [f.type, f.pricedAs]));
  const owned = [
    ...components.flatMap((c) => [...c.natives, ...c.shared].map((native) => ({ node: c.id, native }))),
    ...foreign.flatMap(({ type, natives }) =>
      natives.map((native) => ({ node: foreignStepOf(pricedAs.get(type) ?? type), native })),
    ),
    ...unknown.flatMap(({ type, natives }) => natives.map((native) => ({ node: unknownStepOf(type), native }))),
  ];
  const owners = Map.groupBy(owned, ({ native }) => nativeId(native));
  const nodesOf = (id: string) => (owners.get(id) ?? []).map((o) => o.node);
  const index = new NativeIndex([...new Set(owned.map((o) => o.native))]);
  for (const { node, native } of owned) {
    for (const from of index.users(native).flatMap((user) => nodesOf(nativeId(user)))) {
      if (!ids.has(from) || !ids.has(node)) add(from, node);
    }
  }
  const had = new Map(
    assessment.reading.dependencies
      .filter((d) => d.status === "source" && STARTS_WITH.includes(d.id))
      .map((d) => [d.id, dependencyStepOf(d.id, assessment.scenario)]),
  );
  // A data source shows it too, and is used by what names it.
  const naming = Map.groupBy(
    owned.flatMap(({ node, native: { root, refs } }) => refs.map(({ to: address }) => ({ node, root, address }))),
    nativeId,
  );
  for (const sign of signs) {
    const step = had.get(sign.dependency);
    if (step === undefined) continue;
    const users = (naming.get(nativeId(sign)) ?? []).map((n) => n.node);
    for (const from of [...nodesOf(nativeId(sign)), ...users]) add(from, step);
  }
  const replaced = owned.map((o) => o.node).filter((node) => !ids.has(node));
  return new References(
    new Map([...to].map(([from, all]) => [from, [...all].filter((target) => target !== from)])),
    new Set([...replaced, ...had.values()]),
  );
}

function named(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (isRef(value)) return [value.component];
  return Object.values(value).flatMap(named);
}
