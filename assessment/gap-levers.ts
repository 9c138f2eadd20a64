import { list } from "../constructs/list.ts";
import { addressIn, leafId } from "../providers/native.ts";
import { isUnder } from "../providers/paths.ts";
import type { FoundComponent, LeafGap } from "../providers/survey.ts";
import type { AssessInput } from "./assessment.ts";
import { parts } from "./charge.ts";
import { placeKey, translationOf } from "./component-charges.ts";
import { propsRead } from "./conditions.ts";
import { effortKeyOf } from "./effort-key.ts";
import type { Estimate } from "./estimate.ts";
import { removable, WHOLE } from "./gap-places.ts";
import type { Lever, LeverSource } from "./levers.ts";
import { canBeMissing, dispensable, withoutPlace } from "./prop-places.ts";

/** A loss of a component, or a prop that brings work of its own. */
interface Candidate {
  readonly component: FoundComponent;
  readonly likely: number;
  /** The place that can go; undefined where it must stay. */
  place(): string | undefined;
  readonly instead: string | undefined;
}

/** Places of props that the target does not give, or that bring work of their own: one lever for all components of a kind. */
export function propLevers(
  input: AssessInput,
  { model }: Pick<Estimate, "model">,
  hours: ReadonlyMap<string, number>,
): LeverSource[] {
  const candidates = new Map<string, Candidate[]>();
  const add = (path: string, candidate: Candidate) => {
    if (candidate.likely === 0) return;
    const key = `${candidate.component.kind} ${path.split(".")[0]}`;
    const known = candidates.get(key);
    if (known) known.push(candidate);
    else candidates.set(key, [candidate]);
  };
  for (const component of input.survey.components) {
    const effortKey = effortKeyOf(component);
    const { losses } = translationOf(input, component.id);
    const lost = losses.map((l) => l.path);
    for (const { path, declared } of losses) {
      const record = `${effortKey}.adapt.${declared?.class ?? "workaround"}`;
      add(path, {
        component,
        likely: hours.get(`${record}@${component.id}`) ?? 0,
        place: () => dispensable(component, lost, path, input.source),
        instead: declared?.instead,
      });
    }
    for (const record of model.workItems) {
      // What a machine holds is what moves: nobody does without its disks to leave sooner.
      if (record.kind !== effortKey || ["always", "stateful"].includes(record.when) || record.perLoss) continue;
      const likely = hours.get(`${record.kind}.${record.activity}.${record.when}@${component.id}`) ?? 0;
      for (const prop of likely === 0 ? [] : propsRead(record.when, component)) {
        const isAsked = component.props[prop] !== undefined || component.holes.some((h) => isUnder(h.path, prop));
        const place = () => (canBeMissing(component, prop, input.source) ? prop : undefined);
        if (isAsked) add(prop, { component, likely, place, instead: undefined });
      }
    }
  }
  // A lever takes its hours from losses of one prop of one kind.
  return [...candidates.values()].map((ofProp) => ({
    atMost: ofProp.reduce((sum, { likely }) => sum + likely, 0),
    levers: () =>
      [...Map.groupBy(ofProp, (c) => c.place())].flatMap(([place, those]) =>
        place === undefined ? [] : [propLever(place, those)],
      ),
  }));
}

function propLever(place: string, candidates: readonly Candidate[]): Lever {
  const ids = [...new Set(candidates.map(({ component }) => component.id))];
  const addresses = [...new Set(ids.map(addressIn))];
  const [instead] = candidates.map((c) => c.instead);
  return {
    change: `Do without \`${place}\` of ${list(addresses)}${instead ? `: ${instead}` : ""}`,
    addresses,
    likely: candidates.reduce((sum, { likely }) => sum + likely, 0),
    apply: (to) => withoutProp(to, new Set(ids), place),
  };
}

/** Leaves that no neutral prop carries: one lever per place in a type that can be taken out whole, those beside each other together; or per type where the whole can be. */
export function leafLevers(input: AssessInput, hours: ReadonlyMap<string, number>): Lever[] {
  const found = new Map<
    string,
    { paths: Set<string>; leaves: Set<string>; charged: Set<string>; addresses: Set<string>; likely: number }
  >();
  for (const component of input.survey.components) {
    const effortKey = effortKeyOf(component);
    for (const { path, leaf } of removable(component, input.source)) {
      const above = path.slice(0, Math.max(0, path.lastIndexOf(".")));
      const key = `${leaf.type}.${above || path}`;
      const known = found.get(key) ?? {
        ...{ paths: new Set(), leaves: new Set(), charged: new Set(), addresses: new Set(), likely: 0 },
      };
      known.paths.add(path);
      known.leaves.add(leafId(leaf));
      known.addresses.add(leaf.address);
      if (!known.charged.has(placeKey(leaf))) {
        known.likely += hours.get(`${effortKey}.adapt.${leaf.class}@${component.id}`) ?? 0;
      }
      known.charged.add(placeKey(leaf));
      found.set(key, known);
    }
  }
  return [...found.values()].map(({ paths, leaves, addresses, likely }) => {
    const where = list([...addresses]);
    const places = list([...paths].map((path) => `\`${path}\``));
    return {
      change: paths.has(WHOLE) ? `Do without ${where}` : `Take ${places} out of ${where}`,
      addresses: [...addresses],
      likely,
      apply: (to) => withoutLeaves(to, leaves),
    };
  });
}

/** Likely hours of losses and of what conditions bring, by record and component. */
export function hoursByRecord({ charges }: Estimate): Map<string, number> {
  const hours = new Map<string, number>();
  for (const charge of charges) {
    if (charge.activity !== "adapt" && charge.activity !== "dataSetup") continue;
    for (const { id, upper } of parts(charge)) {
      hours.set(`${charge.key}@${id}`, charge.hours.likely * charge.upper * upper);
    }
  }
  return hours;
}

/** The estate as if nobody asked for a place of the props of some components. */
function withoutProp(input: AssessInput, ids: ReadonlySet<string>, place: string): AssessInput {
  const translations = new Map(input.translations);
  for (const id of ids) {
    const t = translations.get(id);
    if (t?.losses.some((l) => isUnder(l.path, place))) {
      translations.set(id, { ...t, losses: t.losses.filter((l) => !isUnder(l.path, place)) });
    }
  }
  const components = input.survey.components.map((c) => (ids.has(c.id) ? withoutPlace(c, place) : c));
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
