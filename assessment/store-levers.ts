import { list } from "../constructs/list.ts";
import { nativeId } from "../providers/native.ts";
import type { AssessInput } from "./assessment.ts";
import { holds } from "./conditions.ts";
import type { EffortModel, WorkRecord } from "./effort-model.ts";
import type { Estimate } from "./estimate.ts";
import { factsOf } from "./facts.ts";
import { anchorsOf } from "./foreign-charges.ts";
import type { Lever } from "./levers.ts";

/** What stores of a kind still to come could save whose data is moved in one of several ways: code that leaves the cheapest of them open. */
export function storeLevers(input: AssessInput, { model, charges }: Estimate): Lever[] {
  return [...alternatives(model)].flatMap(([key, records]): Lever[] => {
    const [cheapest, ...others] = records.sort((a, b) => (a.hours?.likely ?? 0) - (b.hours?.likely ?? 0));
    if (!cheapest || others.length === 0) return [];
    const open = anchorsOf(key, input, model).filter(({ condition }) => holds(cheapest.when, condition) !== true);
    if (open.length === 0) return [];
    const addresses = open.map(({ native }) => native.address);
    const ids = open.map(({ native }) => nativeId(native));
    const mine = charges.filter((c) => records.some((r) => c.key === `${key}.${r.activity}.${r.when}`));
    return [
      {
        change: `Put ${list(addresses)} behind one repository interface that asks for nothing that a ${cheapest.when} lacks, so that what is in them is loaded and not re-modelled`,
        addresses,
        likely: mine.reduce((sum, c) => sum + c.hours.likely * c.upper, 0),
        apply: (to) => settled(to, ids, cheapest.when, others),
      },
    ];
  });
}

/** Records of which exactly one arises, by kind. */
function alternatives({ workItems }: EffortModel): Map<string, WorkRecord[]> {
  return Map.groupBy(
    workItems.filter((r) => r.oneOf !== undefined),
    (r) => r.kind,
  );
}

/** The estate as if one of the ways were open to some stores. */
function settled(
  input: AssessInput,
  ids: readonly string[],
  when: string,
  others: readonly Pick<WorkRecord, "when">[],
): AssessInput {
  const { facts = {} } = input;
  const not = Object.fromEntries(others.map((r) => [r.when, false]));
  const components = { ...facts.components };
  for (const id of ids) {
    const own = factsOf(facts, id);
    components[id] = { ...own, conditions: { ...own.conditions, ...not, [when]: true } };
  }
  return { ...input, facts: { ...facts, components } };
}
