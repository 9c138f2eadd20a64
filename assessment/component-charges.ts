import { kinds } from "../constructs/kinds.ts";
import { nativeId } from "../providers/native.ts";
import type { FoundComponent, LeafGap, Translation } from "../providers/survey.ts";
import type { AssessInput } from "./assessment.ts";
import type { Charge } from "./charge.ts";
import { copiesOf } from "./copies.ts";
import { effortKeysOf } from "./effort-key.ts";
import { type EffortModel, greaterRange } from "./effort-model.ts";
import { type ComponentFacts, type EstateFacts, factsOf } from "./facts.ts";
import { movesOf } from "./fate.ts";
import { lookOf } from "./look.ts";
import { methodOf } from "./methods.ts";
import { isPart, shareOf } from "./parts.ts";
import { ALL, kindCharges, type Subject } from "./record-charges.ts";
import type { Bounds } from "./scale.ts";

/** A component with all that its charges depend on, compared by identity. */
interface Member {
  readonly component: FoundComponent;
  readonly translation: Translation;
  readonly facts: ComponentFacts;
  /** Whether its data moves. */
  readonly moves: Bounds<0 | 1>;
  /** What stands beside it (the gateways of a network) has no gaps of its own: they are the component's. Not certain: it may. */
  readonly beside?: { readonly certain: boolean };
}

/** What was charged before: an estate that a lever changed in one kind is charged anew in that kind alone. */
export interface ChargedComponents {
  readonly charges: readonly Charge[];
  /** Natives shared by several components are charged once, with the first of them: by place. */
  readonly owners: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, Charged>;
  /** What they were charged for. */
  readonly of: {
    readonly components: readonly FoundComponent[];
    readonly translations: AssessInput["translations"];
    readonly facts: EstateFacts | undefined;
  };
}

interface Charged {
  readonly members: readonly Member[];
  readonly subjects: readonly Subject[];
  readonly charges: readonly Charge[];
}

const NONE: Bounds<0 | 1> = { lower: 0, upper: 0 };

/** Charges of all components, by the records of their kind. */
export function componentCharges(
  input: AssessInput,
  model: EffortModel,
  before?: ChargedComponents,
): ChargedComponents {
  const { translations, facts, survey } = input;
  const of = { translations, facts, components: survey.components };
  if (before?.of.components === of.components && before.of.translations === translations && before.of.facts === facts) {
    return before;
  }
  const byKey = new Map<string, { readonly keys: readonly string[]; readonly members: Member[] }>();
  for (const component of survey.components) {
    const own = factsOf(facts ?? {}, component.id);
    const moves = isPart(component, input.source)
      ? NONE
      : methodOf(component, input, model)
        ? movesOf(input, component.id)
        : ALL;
    const member = { component, translation: translationOf(input, component.id), facts: own, moves };
    const beside = besideIt(component).map(({ key, certain }) => ({
      keys: [key],
      of: { ...member, beside: { certain } },
    }));
    for (const { keys, of: charged } of [{ keys: effortKeysOf(component), of: member }, ...beside]) {
      // What may be charged by other records is like nothing that is charged by these.
      const place = keys.length > 1 ? [...keys, component.id].join(" ") : keys.join();
      const known = byKey.get(place);
      if (known) known.members.push(charged);
      else byKey.set(place, { keys, members: [charged] });
    }
  }
  const owners = before && areOwned(of.components, before) ? before.owners : ownersOf(of.components);
  const groups = new Map(
    [...byKey].map(([place, { keys, members }]) => {
      const known = before?.groups.get(place);
      const subjects = members.map((member, i) => {
        const same = isSame(member, known?.members[i]) ? known?.subjects[i] : undefined;
        return same ?? subjectOf(member, input.source, model, owners);
      });
      const isLike = known?.subjects.length === subjects.length && subjects.every((s, i) => s === known.subjects[i]);
      const charges = isLike ? known.charges : chargesOf(keys, subjects, input, model);
      return [place, { members, subjects, charges }] as const;
    }),
  );
  return { charges: [...groups.values()].flatMap((g) => g.charges), owners, groups, of };
}

/** Whether they are the components that were charged before, none with a place that had no owner then. */
function areOwned(components: readonly FoundComponent[], { of, owners }: ChargedComponents): boolean {
  const isOwned = (component: FoundComponent, before: FoundComponent | undefined) =>
    component === before ||
    (component.id === before?.id && gapsIn(component).every((leaf) => owners.has(placeKey(leaf))));
  return components.length === of.components.length && components.every((c, i) => isOwned(c, of.components[i]));
}

function isSame(a: Member, b: Member | undefined): boolean {
  const isLike = a.component === b?.component && a.translation === b.translation && a.facts === b.facts;
  return isLike && a.beside?.certain === b.beside?.certain;
}

function chargesOf(
  keys: readonly string[],
  subjects: readonly Subject[],
  input: AssessInput,
  model: EffortModel,
): Charge[] {
  const [charges = [], ...others] = keys.map((key) => kindCharges(key, subjects, input, model));
  return others.length === 0 ? charges : eitherOf(keys, [charges, ...others]);
}

/** Of the charges of several kinds those of like work as one: whichever of them arises. */
function eitherOf(keys: readonly string[], charges: readonly (readonly Charge[])[]): Charge[] {
  const all = charges.flatMap((ofKey, i) => ofKey.map((c) => ({ ...c, work: c.key.slice(keys[i]?.length) })));
  return [...Map.groupBy(all, ({ work }) => work).values()].flatMap((like) => {
    const [{ work: _, ...first }, ...others] = like as [Charge & { work: string }, ...Charge[]];
    if (like.length !== keys.length) return like.map(({ work: __, ...charge }) => ({ ...charge, lower: 0 }));
    const each = [first, ...others];
    const parts = each.flatMap(({ key, hours, activity, either = [{ key, hours, activity, times: 1 }] }) => either);
    const [lower, upper] = [Math.min(...each.map((c) => c.lower)), Math.max(...each.map((c) => c.upper))];
    return [{ ...first, hours: each.map((c) => c.hours).reduce(greaterRange), lower, upper, either: parts }];
  });
}

/** What is charged beside a component, as it reads and as it may: of a key as many as the reading that has most of them. */
function besideIt({
  kind,
  props,
  readings = [],
}: FoundComponent): { readonly key: string; readonly certain: boolean }[] {
  const asRead = (read: Pick<FoundComponent, "props">) =>
    kinds[kind].alsoCharged?.(read.props as Record<string, unknown>) ?? [];
  const known = asRead({ props });
  const further = readings.flatMap((ofPlace) => {
    const each = ofPlace.map(asRead);
    return [...new Set(each.flat())].flatMap((key) => {
      const counts = [known, ...each].map((keys) => keys.filter((k) => k === key).length);
      return Array.from({ length: Math.max(...counts) - (counts[0] ?? 0) }, () => ({ key, certain: false }));
    });
  });
  return [...known.map((key) => ({ key, certain: true })), ...further];
}

/** What is charged once. */
export function placeKey(leaf: LeafGap): string {
  return `${nativeId(leaf)} ${leaf.place}`;
}

function ownersOf(components: readonly FoundComponent[]): Map<string, string> {
  const owners = new Map<string, string>();
  for (const component of components) {
    for (const leaf of gapsIn(component)) if (!owners.has(placeKey(leaf))) owners.set(placeKey(leaf), component.id);
  }
  return owners;
}

function gapsIn({ residue, coarsened, mayCoarsen = [] }: FoundComponent): readonly LeafGap[] {
  return [...residue, ...coarsened, ...mayCoarsen];
}

function subjectOf(
  { component, translation, facts, moves, beside }: Member,
  source: AssessInput["source"],
  model: EffortModel,
  owners: ReadonlyMap<string, string>,
): Subject {
  const mine = beside
    ? []
    : [
        ...(component.mayCoarsen ?? []).map((leaf) => ({ leaf, certain: false })),
        ...[...component.residue, ...component.coarsened].map((leaf) => ({ leaf, certain: true })),
      ].filter(({ leaf }) => owners.get(placeKey(leaf)) === component.id);
  // Several leaves of one place are one piece of work; one that is read and not written back stands in both lists.
  const leaves = mine.length < 2 ? mine : [...new Map(mine.map((gap) => [placeKey(gap.leaf), gap])).values()];
  const { unsupported } = translation;
  const copies = copiesOf(component.natives[0]?.key);
  return {
    id: component.id,
    ...lookOf(component),
    copies: beside?.certain === false ? { ...copies, lower: 0 } : copies,
    condition: { component, translation, facts, model },
    moves,
    share: shareOf(component, source, model),
    gaps: beside
      ? []
      : [
          ...translation.losses.map((l) => ({
            path: l.path,
            class: l.declared?.class ?? ("workaround" as const),
            certain: l.verdict === "lost",
            times: l.times ?? 1,
          })),
          ...leaves.map(({ leaf, certain }) => ({ path: `${leaf.type}.${leaf.place}`, class: leaf.class, certain })),
          ...(unsupported
            ? [{ path: "", class: unsupported.substitute?.class ?? ("redesign" as const), certain: true }]
            : []),
        ],
  };
}

export function translationOf(input: AssessInput, id: string) {
  const translation = input.translations.get(id);
  if (!translation) throw new Error(`no translation of ${id}`);
  return translation;
}
