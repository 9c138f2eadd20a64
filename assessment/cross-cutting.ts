import type { AssessInput } from "./assessment.ts";
import type { Charge, Work } from "./charge.ts";
import type { CrossCutting, EffortModel, Profile, Triple } from "./effort-model.ts";
import { environments } from "./environments.ts";
import type { EstateFacts } from "./facts.ts";
import type { Range } from "./result.ts";
import type { Bounds, Scale, Scaled } from "./scale.ts";

/** Work that grows with all direct work. The draw is the share. */
export interface Share extends Work {
  /** Of the profile and of the leaner ones: a draw is never below the same draw of those. */
  readonly lower: readonly Triple[];
  readonly upper: readonly Triple[];
}

const PROFILES: readonly Profile[] = ["lean", "standard", "assured"];

/** A profile with the leaner ones after it. */
export function profileAndLeaner(profile: Profile): readonly Profile[] {
  return PROFILES.slice(0, PROFILES.indexOf(profile) + 1).reverse();
}

/** A team of more people works in a more formal way. */
const LARGE_TEAM = 6;
/** What is assumed of a team that nobody stated. */
export const ASSUMED_TEAM = `2 to 4 people for the time; lean programme work at P10, above it that of a team of more than ${LARGE_TEAM}`;

/** More people than so many are taken to be in the team above P10, for nobody stated it; undefined: somebody did, or it changes nothing. */
export function largerTeam(
  { facts }: Pick<AssessInput, "facts">,
  { lower, upper }: Bounds<Profile>,
): number | undefined {
  return facts?.team?.people === undefined && lower !== upper && upper === "standard" ? LARGE_TEAM : undefined;
}

/** How formal the work is, by people and by blocks of code. Without facts: lean at best, standard at worst; assured must be stated. */
export function profileOf({ facts }: Pick<AssessInput, "facts">, size: Bounds<number>): Bounds<Profile> {
  const { people, teams } = facts?.team ?? {};
  const of = (world: "lower" | "upper"): Profile => {
    const n = size[world];
    if (facts?.assurance && ((teams ?? 3) > 2 || n > 100)) return "assured";
    if ((teams ?? 1) > 5 || n > 400) return "assured";
    if (n > 100 || (people ?? 0) > LARGE_TEAM) return "standard";
    return people === undefined && world === "upper" ? "standard" : "lean";
  };
  return { lower: of("lower"), upper: of("upper") };
}

/** Counts assumed where nobody stated them: judgement, 2026-11-24. */
const ASSUMED: Readonly<Record<string, Assumed>> = {
  engineer: { what: "people who do the work", lower: 1, upper: 4 },
  project: { what: "accounts or projects to set up at the target", lower: 1, upper: 3 },
  humanGroup: { what: "groups of people with rights of their own", lower: 1, upper: 5 },
  site: { what: "offices and data centres that are linked to the cloud", lower: 0, upper: 1 },
  interconnect: { what: "dedicated lines to the cloud", lower: 0, upper: 0 },
  otherUser: { what: "people besides the engineers who learn to work with the target", lower: 0, upper: 0 },
  wave: { what: "cutovers, one after the other", lower: 1, upper: 1 },
  regulatedFramework: { what: "regulations and certificates that the target is assessed against", lower: 0, upper: 0 },
};

interface Assumed extends Bounds<number> {
  /** What is counted. */
  readonly what: string;
}

/** Counts that nobody stated, with what is assumed for each. */
export function assumedCounts(facts: EstateFacts | undefined): (Assumed & { readonly unit: string })[] {
  return Object.entries(ASSUMED)
    .filter(([unit]) => statedCount(unit, facts) === undefined)
    .map(([unit, assumed]) => ({ unit, ...assumed }));
}

/** Units of the counts that work grows with. */
export function countedUnits({ crossCutting }: EffortModel): string[] {
  const scaling = crossCutting.flatMap((record) => Object.entries(record.scaling));
  const counted = scaling.flatMap(([unit, by]) => (isShare(by) ? [] : [unit]));
  return [...new Set([...Object.keys(ASSUMED), ...counted])];
}

function statedCount(unit: string, facts: EstateFacts | undefined): number | undefined {
  const elsewhere: Readonly<Record<string, number | undefined>> = {
    engineer: facts?.team?.people,
    regulatedFramework: facts?.regulatedFrameworks,
  };
  return facts?.counts?.[unit] ?? elsewhere[unit];
}

function countOf(unit: string, facts: EstateFacts | undefined, scale: Scale): Bounds<number> {
  const stated = statedCount(unit, facts);
  if (stated !== undefined) return { lower: stated, upper: stated };
  if (unit in scale) return scale[unit as keyof Scale];
  return ASSUMED[unit] ?? { lower: 0, upper: 1 };
}

/** Work nobody's component causes: fixed by profile, growing with counts, or a share of direct work. */
export function crossCuttingCharges(
  input: AssessInput,
  model: EffortModel,
  scaled: Scaled,
): { readonly charges: readonly Charge[]; readonly shares: readonly Share[] } {
  const { scale } = scaled;
  const profile = profileOf(input, scale.component);
  const env = environments(input, model, "crossCutting");
  const charges: Charge[] = [];
  const shares: Share[] = [];
  for (const record of model.crossCutting) {
    const common = base(record);
    const key = `crossCutting.${record.id}`;
    const repeats = (world: "lower" | "upper") =>
      1 + ((record.repeat?.[profile[world]] ?? 1) - 1) * (record.repeatShare ?? 0);
    const add = (rest: Pick<Charge, "key" | "hours" | "lower" | "upper" | "driver"> & Partial<Charge>) => {
      if (rest.hours.likely > 0 && rest.lower + rest.upper > 0) {
        charges.push({ ...common, ...rest, lower: rest.lower * env.lower, upper: rest.upper * env.upper });
      }
    };
    const fixed = (world: "lower" | "upper") => {
      const [hours, ...floors] = profileAndLeaner(profile[world]).map((p) => record.fixed[p]);
      return { key, hours: hours ?? record.fixed.lean, floors, driver: record.what };
    };
    if (profile.lower === profile.upper) add({ ...fixed("upper"), lower: repeats("lower"), upper: repeats("upper") });
    else {
      // One draw, two sizes: the lower bound has the leaner one.
      add({ ...fixed("lower"), lower: repeats("lower"), upper: 0 });
      add({ ...fixed("upper"), lower: 0, upper: repeats("upper") });
    }
    for (const [unit, scaling] of Object.entries(record.scaling)) {
      if (isShare(scaling)) {
        const { activity, phase, role, source, confidence } = common;
        const triples = (world: "lower" | "upper") => profileAndLeaner(profile[world]).map((p) => scaling[p]);
        shares.push({
          ...{ key: `${key}.${unit}`, lower: triples("lower"), upper: triples("upper") },
          ...{ activity, phase, role, source, confidence, driver: `${record.what}: share of direct work` },
        });
        continue;
      }
      const { lower, upper } = countOf(unit, input.facts, scale);
      add({
        key: `${key}.${unit}`,
        hours: scaling,
        lower: lower * repeats("lower"),
        upper: upper * repeats("upper"),
        driver: `${record.what}: ${quantity(unit, { lower, upper }, scaled, input.facts)}`,
      });
    }
  }
  return { charges, shares };
}

/** Names of blocks of code by what they make several of. */
const BLOCKS = { component: "codeBlock", deployable: "deployedBlock" } as const;

/** How many, of what; where blocks of code make more than one each, that blocks count, and how many they make. */
function quantity(
  unit: string,
  { lower, upper }: Bounds<number>,
  { instances }: Scaled,
  facts: EstateFacts | undefined,
): string {
  const count = lower === upper ? `${upper}` : `${lower} to ${upper}`;
  const isByBlock = (unit === "component" || unit === "deployable") && statedCount(unit, facts) === undefined;
  if (!isByBlock || instances[unit] <= upper) return `${count} × ${unit}`;
  return `${count} × ${BLOCKS[unit]} (${instances[unit]} × ${unit})`;
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
    subjects: [{ id: "cross-cutting", lower: 1, upper: 1 }],
  };
}
