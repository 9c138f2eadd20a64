import { kinds } from "../constructs/kinds.ts";
import { nativeId } from "../providers/native.ts";
import type { FoundComponent, LeafGap, Translation } from "../providers/survey.ts";
import type { AssessInput } from "./assessment.ts";
import type { Charge } from "./charge.ts";
import { copiesOf } from "./copies.ts";
import type { EffortModel } from "./effort-model.ts";
import { type ComponentFacts, type EstateFacts, factsOf } from "./facts.ts";
import { movesOf } from "./fate.ts";
import { lookOf } from "./look.ts";
import { kindCharges, type Subject } from "./record-charges.ts";
import type { Bounds } from "./scale.ts";
import { methodOf } from "./transfer.ts";

/** A component with all that its charges depend on, compared by identity. */
interface Member {
  readonly component: FoundComponent;
  readonly translation: Translation;
  readonly facts: ComponentFacts;
  /** Whether its data moves. */
  readonly moves: Bounds<0 | 1>;
  /** What stands beside it (the gateways of a network) has no gaps of its own: they are the component's. */
  readonly beside: boolean;
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
  const byKey = new Map<string, Member[]>();
  for (const component of survey.components) {
    const kind = kinds[component.kind];
    const props = component.props as Record<string, unknown>;
    const own = factsOf(facts ?? {}, component.id);
    const moves = methodOf(component, input, model) ? movesOf(input, component.id) : ({ lower: 1, upper: 1 } as const);
    const member = { component, translation: translationOf(input, component.id), facts: own, moves, beside: false };
    const beside = kind.alsoCharged?.(props).map((key) => [key, { ...member, beside: true }] as const) ?? [];
    for (const [key, charged] of [[kind.effortKey(props), member] as const, ...beside]) {
      const known = byKey.get(key);
      if (known) known.push(charged);
      else byKey.set(key, [charged]);
    }
  }
  const owners = before?.owners ?? ownersOf(survey.components);
  const groups = new Map(
    [...byKey].map(([key, members]) => {
      const known = before?.groups.get(key);
      const subjects = members.map((member, i) => {
        const same = isSame(member, known?.members[i]) ? known?.subjects[i] : undefined;
        return same ?? subjectOf(member, model, owners);
      });
      const isLike = known?.subjects.length === subjects.length && subjects.every((s, i) => s === known.subjects[i]);
      const charges = isLike ? known.charges : kindCharges(key, subjects, input, model);
      return [key, { members, subjects, charges }] as const;
    }),
  );
  return { charges: [...groups.values()].flatMap((g) => g.charges), owners, groups, of };
}

function isSame(a: Member, b: Member | undefined): boolean {
  return (
    a.component === b?.component && a.translation === b.translation && a.facts === b.facts && a.beside === b.beside
  );
}

/** What is charged once. */
export function placeKey(leaf: LeafGap): string {
  return `${nativeId(leaf)} ${leaf.place}`;
}

function ownersOf(components: readonly FoundComponent[]): Map<string, string> {
  const owners = new Map<string, string>();
  for (const { id, residue, coarsened, mayCoarsen = [] } of components) {
    for (const leaves of [residue, coarsened, mayCoarsen]) {
      for (const leaf of leaves) if (!owners.has(placeKey(leaf))) owners.set(placeKey(leaf), id);
    }
  }
  return owners;
}

function subjectOf(
  { component, translation, facts, moves, beside }: Member,
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
  return {
    id: component.id,
    ...lookOf(component),
    copies: copiesOf(component.natives[0]?.key),
    condition: { component, translation, facts, model },
    moves,
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
