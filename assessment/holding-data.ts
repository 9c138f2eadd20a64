import { type Kind, kindNames, kinds } from "../constructs/kinds.ts";
import { type Native, nativeId } from "../providers/native.ts";
import { isImplemented } from "../providers/provider.ts";
import type { AssessInput } from "./assessment.ts";
import type { EffortModel } from "./effort-model.ts";
import { STATEFUL } from "./scale.ts";
import { transfersOf } from "./transfer.ts";

/** What types of these classes count as where they hold data of their own; jobs, queries, readers and rights hold none: judgement, 2026-11-27. */
const HOLD_DATA: Readonly<Record<string, readonly string[]>> = {
  "special-databases": ["cluster"],
  analytics: ["warehouse", "dataset"],
  streaming: ["stream"],
};

/** Foreign natives that hold data, and what may: types nobody described. */
export function foreignHoldingData({ survey, source }: Pick<AssessInput, "survey" | "source">): Native[] {
  const foreign = survey.foreign.flatMap(({ type, natives }) => {
    const known = source.foreign[type];
    if (!known || known.drivers.length === 0) return [];
    const counted = HOLD_DATA[known.class ?? ""] ?? [];
    const holds = STATEFUL.includes(known.mappingKey ?? "") || known.drivers.some((driver) => counted.includes(driver));
    return holds ? natives : [];
  });
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

/** What holds data, or may: components, foreign natives, and types nobody described. */
export function holdingData(input: AssessInput, model: EffortModel): { id: string; what: string }[] {
  return [
    ...transfersOf(input, model).map(({ component: { id, kind } }) => ({ id, what: kind })),
    ...foreignHoldingData(input).map((n) => ({ id: nativeId(n), what: n.type })),
  ];
}
