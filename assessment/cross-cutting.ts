import type { AssessInput } from "./assessment.ts";
import type { Charge } from "./charge.ts";
import { environments } from "./component-charges.ts";
import type { CrossCutting, EffortModel, Profile, RecordSource, Triple } from "./effort-model.ts";
import type { Range } from "./result.ts";

/** Work that grows with all direct work. The draw is the share. */
export interface Share {
  readonly key: string;
  readonly lower: Triple;
  readonly upper: Triple;
  readonly phase: string;
  readonly role: string;
  readonly driver: string;
  readonly source: RecordSource;
  readonly confidence: number;
}

interface Bounds<T> {
  readonly lower: T;
  readonly upper: T;
}

/** How formal the work is. Without facts: lean at best, standard at worst; assured must be stated. */
export function profileOf({ facts, survey }: Pick<AssessInput, "facts" | "survey">, size: number): Bounds<Profile> {
  const people = facts?.team?.people;
  const teams = facts?.team?.teams;
  if (facts?.assurance && ((teams ?? 3) > 2 || size > 100)) return { lower: "assured", upper: "assured" };
  if ((teams ?? 1) > 5 || size > 400) return { lower: "assured", upper: "assured" };
  if (survey.components.length > 100 || (people ?? 0) > 6) return { lower: "standard", upper: "standard" };
  if (people !== undefined) return { lower: "lean", upper: "lean" };
  return { lower: "lean", upper: "standard" };
}

/** Counts assumed where nobody stated them: judgement, 2026-11-24. */
const ASSUMED: Readonly<Record<string, Bounds<number>>> = {
  project: { lower: 1, upper: 3 },
  humanGroup: { lower: 1, upper: 5 },
  site: { lower: 0, upper: 1 },
  interconnect: { lower: 0, upper: 0 },
  otherUser: { lower: 0, upper: 0 },
  wave: { lower: 1, upper: 1 },
};

export interface Scale {
  /** Components and groups of foreign natives. */
  readonly component: number;
  readonly statefulComponent: number;
  readonly deployable: number;
}

function countOf(unit: string, { facts }: Pick<AssessInput, "facts">, scale: Scale): Bounds<number> {
  const people = facts?.team?.people;
  const stated =
    facts?.counts?.[unit] ??
    (unit === "engineer" ? people : unit === "regulatedFramework" ? (facts?.regulatedFrameworks ?? 0) : undefined) ??
    (scale as unknown as Readonly<Record<string, number>>)[unit];
  if (stated !== undefined) return { lower: stated, upper: stated };
  return unit === "engineer" ? { lower: 1, upper: 4 } : (ASSUMED[unit] ?? { lower: 0, upper: 1 });
}

/** Work nobody's component causes: fixed by profile, growing with counts, or a share of direct work. */
export function crossCuttingCharges(
  input: AssessInput,
  model: EffortModel,
  scale: Scale,
): { readonly charges: readonly Charge[]; readonly shares: readonly Share[] } {
  const profile = profileOf(input, scale.component);
  const env = environments(input, model, "crossCutting");
  const charges: Charge[] = [];
  const shares: Share[] = [];
  for (const record of model.crossCutting) {
    const common = base(record);
    const add = (key: string, hours: Range, quantity: Bounds<number>, driver: string) => {
      if (hours.likely > 0 && quantity.upper > 0) {
        charges.push({
          ...common,
          key,
          hours,
          lower: quantity.lower * env.lower,
          upper: quantity.upper * env.upper,
          driver,
        });
      }
    };
    const repeats = (world: Profile) => 1 + ((record.repeat?.[world] ?? 1) - 1) * (record.repeatShare ?? 0);
    const fixedKey = `crossCutting.${record.id}`;
    if (profile.lower === profile.upper) {
      const n = repeats(profile.upper);
      add(fixedKey, record.fixed[profile.upper], { lower: n, upper: n }, record.what);
    } else {
      const least = record.fixed[profile.lower];
      // One draw, two sizes: the lower bound has the leaner one.
      charges.push({
        ...common,
        key: fixedKey,
        hours: least,
        lower: repeats(profile.lower) * env.lower,
        upper: 0,
        driver: record.what,
      });
      add(fixedKey, record.fixed[profile.upper], { lower: 0, upper: repeats(profile.upper) }, record.what);
    }
    for (const [unit, scaling] of Object.entries(record.scaling)) {
      if (isShare(scaling)) {
        const { phase, role, source, confidence } = common;
        shares.push({
          key: `${fixedKey}.${unit}`,
          lower: scaling[profile.lower],
          upper: scaling[profile.upper],
          ...{ phase, role, source, confidence, driver: `${record.what}: share of direct work` },
        });
        continue;
      }
      const count = countOf(unit, input, scale);
      add(
        `${fixedKey}.${unit}`,
        scaling,
        { lower: count.lower * repeats(profile.lower), upper: count.upper * repeats(profile.upper) },
        `${record.what}: ${count.lower === count.upper ? count.upper : `${count.lower} to ${count.upper}`} × ${unit}`,
      );
    }
  }
  return { charges: charges.filter((c) => c.hours.likely > 0), shares };
}

function isShare(scaling: Range | Readonly<Record<Profile, Triple>>): scaling is Readonly<Record<Profile, Triple>> {
  return "standard" in scaling;
}

function base(record: CrossCutting) {
  return {
    direct: false,
    activity: record.id,
    phase: record.phase ?? "foundation",
    role: record.role,
    source: record.source,
    confidence: record.confidence,
    subjects: [{ id: "cross-cutting", certain: true }],
  };
}
