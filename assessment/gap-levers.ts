import { kinds } from "../constructs/kinds.ts";
import { list } from "../constructs/list.ts";
import { addressIn, leafId, nativeId } from "../providers/native.ts";
import { isUnder } from "../providers/paths.ts";
import { leavesInDocuments } from "../providers/recorder.ts";
import type { FoundComponent, LeafGap } from "../providers/survey.ts";
import type { AssessInput } from "./assessment.ts";
import { parts } from "./charge.ts";
import { placeKey, translationOf } from "./component-charges.ts";
import { propsRead } from "./conditions.ts";
import type { Estimate } from "./estimate.ts";
import type { Lever } from "./levers.ts";

/** What components could save: a prop nobody asks for, a leaf nobody configures. */
export function gapLevers(input: AssessInput, from: Estimate): Lever[] {
  const hours = hoursByRecord(from);
  return [...propLevers(input, from, hours), ...leafLevers(input, hours)];
}

/** Props that the target does not give, or that bring work of their own: one lever for all components of a kind. */
function propLevers(input: AssessInput, from: Estimate, hours: ReadonlyMap<string, number>): Lever[] {
  const found = new Map<string, { prop: string; components: Set<FoundComponent>; likely: number; instead: string }>();
  const add = (component: FoundComponent, prop: string, likely: number, instead = "") => {
    const key = `${component.kind} ${prop}`;
    const known = found.get(key) ?? { prop, components: new Set(), likely: 0, instead };
    known.components.add(component);
    known.likely += likely;
    found.set(key, known);
  };
  for (const component of input.survey.components) {
    const effortKey = kinds[component.kind].effortKey(component.props as Record<string, unknown>);
    for (const { path, declared } of translationOf(input, component.id).losses) {
      const record = `${effortKey}.adapt.${declared?.class ?? "workaround"}`;
      add(component, path.split(".")[0] ?? path, hours.get(`${record}@${component.id}`) ?? 0, declared?.instead);
    }
    for (const record of from.model.workItems) {
      if (record.kind !== effortKey || record.when === "always" || record.perLoss) continue;
      const likely = hours.get(`${record.kind}.${record.activity}.${record.when}@${component.id}`) ?? 0;
      if (likely === 0) continue;
      for (const prop of propsRead(record.when, component)) {
        if (component.props[prop] !== undefined || component.holes.some((h) => isUnder(h.path, prop))) {
          add(component, prop, likely);
        }
      }
    }
  }
  return [...found.values()].map(({ prop, components, likely, instead }) => {
    const ids = [...components].map((c) => c.id);
    const addresses = ids.map(addressIn);
    return {
      change: `Do without \`${prop}\` of ${list(addresses)}${instead && `: ${instead}`}`,
      addresses,
      likely,
      apply: (to) => withoutProp(to, new Set(ids), prop),
    };
  });
}

/** Leaves that no neutral prop carries: one lever per place in a type that can be taken out whole. */
function leafLevers(input: AssessInput, hours: ReadonlyMap<string, number>): Lever[] {
  const found = new Map<
    string,
    { path: string; leaves: Set<string>; charged: Set<string>; addresses: Set<string>; likely: number }
  >();
  for (const component of input.survey.components) {
    const effortKey = kinds[component.kind].effortKey(component.props as Record<string, unknown>);
    for (const { path, leaf } of removable(component)) {
      const key = `${leaf.type}.${path}`;
      const known = found.get(key) ?? {
        ...{ path, leaves: new Set(), charged: new Set(), addresses: new Set(), likely: 0 },
      };
      known.leaves.add(leafId(leaf));
      known.addresses.add(leaf.address);
      if (!known.charged.has(placeKey(leaf))) {
        known.likely += hours.get(`${effortKey}.adapt.${leaf.class}@${component.id}`) ?? 0;
      }
      known.charged.add(placeKey(leaf));
      found.set(key, known);
    }
  }
  return [...found.values()].map(({ path, leaves, addresses, likely }) => ({
    change: `Take \`${path}\` out of ${list([...addresses])}`,
    addresses: [...addresses],
    likely,
    apply: (to) => withoutLeaves(to, leaves),
  }));
}

/** Gaps of a component, each with the widest path above it that holds nothing but gaps: a policy's statements, not the effect of one. */
function removable(component: FoundComponent): { path: string; leaf: LeafGap }[] {
  const gaps = [...component.residue, ...component.coarsened];
  const natives = new Map([...component.natives, ...component.shared].map((n) => [nativeId(n), n]));
  return [...Map.groupBy(gaps, nativeId)].flatMap(([id, leaves]) => {
    const native = natives.get(id);
    const lost = new Set([...leaves, ...component.ignored.filter((l) => nativeId(l) === id)].map((l) => l.path));
    const kept = (native ? leavesInDocuments(native.args) : []).flatMap(([path]) => (lost.has(path) ? [] : [path]));
    return leaves.map((leaf) => ({ leaf, path: widest(leaf.path, kept) }));
  });
}

function widest(path: string, kept: readonly string[]): string {
  const segments = path.split(".");
  const prefixes = segments.map((_, i) => segments.slice(0, i + 1).join("."));
  return prefixes.find((prefix) => !kept.some((other) => isUnder(other, prefix))) ?? path;
}

function hoursByRecord({ charges }: Estimate): Map<string, number> {
  const hours = new Map<string, number>();
  for (const charge of charges) {
    if (charge.activity !== "adapt" && charge.activity !== "dataSetup") continue;
    for (const { id, upper } of parts(charge)) {
      hours.set(`${charge.key}@${id}`, charge.hours.likely * charge.upper * upper);
    }
  }
  return hours;
}

/** The estate as if nobody asked for a prop of some components. */
function withoutProp(input: AssessInput, ids: ReadonlySet<string>, prop: string): AssessInput {
  const translations = new Map(input.translations);
  for (const id of ids) {
    const t = translations.get(id);
    if (t?.losses.some((l) => isUnder(l.path, prop))) {
      translations.set(id, { ...t, losses: t.losses.filter((l) => !isUnder(l.path, prop)) });
    }
  }
  const components = input.survey.components.map((component) => {
    if (!ids.has(component.id)) return component;
    const { [prop]: _, ...props } = component.props;
    const requested = new Set([...component.requested].filter((path) => !isUnder(path, prop)));
    return { ...component, props, requested, holes: component.holes.filter((h) => !isUnder(h.path, prop)) };
  });
  return { ...input, translations, survey: { ...input.survey, components } };
}

function withoutLeaves(input: AssessInput, gone: ReadonlySet<string>): AssessInput {
  const isLeft = (leaf: LeafGap) => !gone.has(leafId(leaf));
  const components = input.survey.components.map((component) =>
    component.residue.every(isLeft) && component.coarsened.every(isLeft)
      ? component
      : {
          ...component,
          residue: component.residue.filter(isLeft),
          coarsened: component.coarsened.filter(isLeft),
        },
  );
  return { ...input, survey: { ...input.survey, components } };
}
