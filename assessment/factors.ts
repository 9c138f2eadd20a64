import { appliesTo } from "./conditions.ts";
import type { EffortModel, Factor, Profile, Triple } from "./effort-model.ts";
import type { EstateFacts } from "./facts.ts";
import type { Bounds } from "./scale.ts";

/** Teams beyond which more of them cost no more (`teams.formula` of the effort model: at most 1.6). */
const MOST_TEAMS = 13;

/** What a factor multiplies by, as facts state it: a level by name, for teams by their number. Undefined: nobody stated it. */
export function levelOf(factor: Factor, facts: EstateFacts): Triple | undefined {
  const named = factor.levels?.[String(facts.factors?.[factor.id] ?? "")];
  if (named) return named;
  const teams = facts.team?.teams;
  return factor.id === "teams" && teams !== undefined ? between(factor, Math.min(teams, MOST_TEAMS)) : undefined;
}

/** Levels named by numbers, on straight lines between them and beyond the last. */
function between({ levels = {} }: Factor, at: number): Triple | undefined {
  const known = Object.entries(levels)
    .map(([name, triple]) => ({ n: Number(name), triple }))
    .sort((a, b) => a.n - b.n);
  const next = Math.max(
    1,
    known.findIndex((k) => k.n >= at) === -1 ? known.length - 1 : known.findIndex((k) => k.n >= at),
  );
  const [from, to] = [known[next - 1], known[next]];
  if (!from || !to) return undefined;
  const share = (at - from.n) / (to.n - from.n);
  const mix = (i: 0 | 1 | 2) => from.triple[i] + share * (to.triple[i] - from.triple[i]);
  return [mix(0), mix(1), mix(2)];
}

/** The level that changes nothing: what is assumed of a factor nobody stated. */
export function neutralLevel({ levels = {} }: Factor): string | undefined {
  return Object.entries(levels).find(([, triple]) => triple.every((x) => x === 1))?.[0];
}

/** Factors that multiply some work. What is a share of direct work carries what multiplies everything already. */
export function factorsFor(
  factors: readonly Factor[],
  facts: EstateFacts,
  work: { readonly activity: string; readonly direct: boolean; readonly share?: boolean },
): { readonly id: string; readonly level: Triple }[] {
  return factors.flatMap((factor) => {
    const level = levelOf(factor, facts);
    const applies = work.share ? factor.applies.split(", ").includes(work.activity) : appliesTo(factor.applies, work);
    return level && applies ? [{ id: factor.id, level }] : [];
  });
}

/** What multiplies work at the median, in both worlds: how formal direct work is, and what is stated of the organisation. */
export function mediansFor(
  model: EffortModel,
  facts: EstateFacts,
  profile: Bounds<Profile>,
): (work: Parameters<typeof factorsFor>[2]) => Bounds<number> {
  const { directMultiplier } = model.model.profiles;
  return (work) => {
    const stated = factorsFor(model.factors, facts, work).reduce((product, { level }) => product * level[1], 1);
    const of = (world: "lower" | "upper") =>
      Math.round(1000 * stated * (work.direct ? directMultiplier[profile[world]][1] : 1)) / 1000;
    return { lower: of("lower"), upper: of("upper") };
  };
}
