import { compareText } from "../constructs/diagnostic.ts";
import { list } from "../constructs/list.ts";
import type { Native } from "../providers/native.ts";
import { nativeId } from "../providers/native.ts";
import type { AssessInput } from "./assessment.ts";
import type { Estimate } from "./estimate.ts";
import { factsOf } from "./facts.ts";
import { assumedCalls } from "./foreign-charges.ts";
import { countBy } from "./learning.ts";
import type { Lever } from "./levers.ts";

/** Classes and units that protect, watch, keep copies or say who may do what: nobody does without them to leave sooner. Judgement, 2026-11-28. */
const KEPT = { classes: ["backup", "governance", "iam", "kms"], units: ["webAcl", "ruleGroup", "shieldAdvanced"] };

/** What types without a kind could save: their calls behind one interface, or the estate without them. */
export function typeLevers(input: AssessInput, from: Estimate): Lever[] {
  const likelyOf = (prefix: string) =>
    from.charges.filter((c) => c.key.startsWith(prefix)).reduce((sum, c) => sum + c.hours.likely * c.upper, 0);
  const byClass = Map.groupBy(
    input.survey.foreign.flatMap(({ type, natives, shown }) => {
      const known = input.source.foreign[type];
      if (known?.mappingKey !== undefined) return [];
      const id = known?.class ?? "unknown";
      const calls = (n: Native) =>
        factsOf(input.facts ?? {}, nativeId(n)).callSites ?? assumedCalls(id, shown?.get(n)).high;
      const isKept = KEPT.classes.includes(id) || (known?.drivers.some((unit) => KEPT.units.includes(unit)) ?? false);
      return [{ id, natives, isKept, spread: known?.drivers.length ? natives.filter((n) => calls(n) > 1) : [] }];
    }),
    (group) => group.id,
  );
  const foreign = [...byClass].flatMap(([id, groups]): Lever[] => {
    const natives = groups.flatMap((g) => g.natives);
    const spread = groups.flatMap((g) => g.spread);
    const title = from.model.foreignClasses.find((c) => c.id === id)?.title ?? id;
    const goes: Lever[] = groups.some((g) => g.isKept)
      ? []
      : [
          {
            change: `Do without ${title} (${counted(natives)}), or replace what they do while still at ${input.source.title}`,
            addresses: natives.map((n) => n.address),
            likely: likelyOf(`foreign.${id}.`),
            apply: (to) => without(to, "foreign", natives),
          },
        ];
    return [
      ...goes,
      {
        change: `Put ${title} (${counted(spread)}) behind one interface, so that application code calls them in one place`,
        addresses: spread.map((n) => n.address),
        likely: spread.length === 0 ? 0 : likelyOf(`foreign.${id}.callSites`),
        apply: (to) => calledOnce(to, spread),
      },
    ];
  });
  // Of a kind that nobody can tell it may be what the estate is for: what settles that stands among what is not known.
  const unknown = input.survey.unknown
    .filter((group) => !group.ambiguous)
    .map(
      ({ type, natives }): Lever => ({
        change: `Do without ${named(natives)}, a type that nobody described`,
        addresses: natives.map((n) => n.address),
        likely: likelyOf(`unknown.${type}.`),
        apply: (to) => without(to, "unknown", natives),
      }),
    );
  return [...foreign, ...unknown];
}

function named(natives: readonly Native[]): string {
  return list([...new Set(natives.map((n) => n.address))]);
}

/** Few by their names, many by their types: three of forty names say nothing of the others. */
function counted(natives: readonly Native[]): string {
  if (natives.length <= FEW) return named(natives);
  const counts = [...countBy(natives, (n) => n.type)].sort(([a, n], [b, m]) => m - n || compareText(a, b));
  return list(counts.map(([type, n]) => `${n} × ${type}`));
}

const FEW = 3;

/** The estate as if some natives were not there. */
function without(input: AssessInput, where: "foreign" | "unknown", natives: readonly Native[]): AssessInput {
  const gone = new Set(natives);
  const { survey } = input;
  const left = survey[where].flatMap((group) => {
    const kept = group.natives.filter((n) => !gone.has(n));
    return kept.length === 0 ? [] : [kept.length === group.natives.length ? group : { ...group, natives: kept }];
  });
  const counts = {
    ...survey.counts,
    natives: survey.counts.natives - gone.size,
    [where]: survey.counts[where] - gone.size,
  };
  // What a template makes goes with it.
  const addresses = new Set(natives.map(nativeId));
  const holes = survey.holes.filter((h) => h.kind !== "template" || !addresses.has(nativeId(h)));
  return { ...input, survey: { ...survey, [where]: left, holes, counts } };
}

/** The estate as if application code called each of some natives in one place. */
function calledOnce(input: AssessInput, natives: readonly Native[]): AssessInput {
  const { facts = {} } = input;
  const components = { ...facts.components };
  for (const native of natives) {
    const id = nativeId(native);
    components[id] = { ...factsOf(facts, id), callSites: 1 };
  }
  return { ...input, facts: { ...facts, components } };
}
