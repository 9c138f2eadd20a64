import { type Kind, kindNames, kinds } from "../constructs/kinds.ts";
import { type Native, nativeId } from "../providers/native.ts";
import { type ForeignType, isImplemented } from "../providers/provider.ts";
import { onWindows } from "../providers/system-of.ts";
import type { AssessInput } from "./assessment.ts";
import { copiesOf } from "./copies.ts";
import type { EffortModel } from "./effort-model.ts";
import { factsOf } from "./facts.ts";
import { movesOf } from "./fate.ts";
import { methodOf, readingsOf } from "./methods.ts";
import { type Bounds, STATEFUL } from "./scale.ts";
import { type Moved, sizeOf } from "./transfer.ts";

/** What types of these classes count as where they hold data of their own; jobs, queries, readers and rights hold none: judgement, 2026-11-27. */
const HOLD_DATA: Readonly<Record<string, readonly string[]>> = {
  "special-databases": ["cluster"],
  analytics: ["warehouse", "dataset"],
  streaming: ["stream"],
};

/** Foreign natives that hold data, and what may: types nobody described. */
export function foreignHoldingData({ survey, source }: Pick<AssessInput, "survey" | "source">): Native[] {
  const foreign = survey.foreign.flatMap(({ type, natives }) => (typeHoldsData(source.foreign[type]) ? natives : []));
  return [...foreign, ...survey.unknown.flatMap((u) => u.natives)];
}

/** Natives of a kind that nobody can tell, where the kinds that may have them hold data. */
export function storesOfSomeKind({ survey, source }: Pick<AssessInput, "survey" | "source">): Native[] {
  const isWhole = (kind: Kind, type: string) => {
    const entry = source.kinds[kind];
    return isImplemented(entry) && entry.claims.some((c) => c.type === type && c.role === "anchor");
  };
  const stores = kindNames.filter((kind) => STATEFUL.includes(kinds[kind].effortKey({})));
  return survey.unknown.flatMap(({ type, natives, ambiguous }) =>
    ambiguous && stores.some((kind) => isWhole(kind, type)) ? natives : [],
  );
}

/** Whether natives of a type hold data of their own. */
export function typeHoldsData(type: ForeignType | undefined): boolean {
  if (!type || type.drivers.length === 0) return false;
  const counted = HOLD_DATA[type.class ?? ""] ?? [];
  return STATEFUL.includes(type.mappingKey ?? "") || type.drivers.some((driver) => counted.includes(driver));
}

/** Something that holds data, or may. */
interface Holding {
  readonly id: string;
  readonly what: string;
  readonly copies: Bounds<number>;
  /** How often a plan reads it whole, at most. */
  readonly readings: number;
}

/** What holds data, or may: components, foreign natives, and types nobody described. */
export function holdingData(input: AssessInput, model: EffortModel): Holding[] {
  const drives = onWindows(input.survey.components);
  return [
    ...input.survey.components.flatMap((component): Holding[] => {
      const { id, kind: what, natives } = component;
      const method = methodOf(component, input, model);
      return method
        ? [{ id, what, copies: copiesOf(natives[0]?.key), readings: readingsOf(method, drives.has(id)) }]
        : [];
    }),
    ...foreignHoldingData(input).map((n) => {
      return { id: nativeId(n), what: n.type, copies: copiesOf(n.key), readings: 1 };
    }),
  ];
}

/** Of what holds data, all that is not lost, with the sizes that were stated. */
export function movingData(
  input: AssessInput,
  model: EffortModel,
): (Pick<Holding, "id" | "copies" | "readings"> & { gib: number | undefined })[] {
  return holdingData(input, model)
    .filter(({ id }) => movesOf(input, id).upper === 1)
    .map(({ id, copies, readings }) => ({ id, gib: factsOf(input.facts ?? {}, id).gib, copies, readings }));
}

/** What moves by a method that nobody knows: what replaces it decides. */
export function movedByHand(input: AssessInput): Moved[] {
  return foreignHoldingData(input).flatMap((native): Moved[] => {
    const id = nativeId(native);
    const moves = movesOf(input, id);
    const { gib } = factsOf(input.facts ?? {}, id);
    return moves.upper === 0 ? [] : [{ id, gib, size: sizeOf(gib), copies: copiesOf(native.key), moves }];
  });
}
