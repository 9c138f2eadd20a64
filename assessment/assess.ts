import { compareText, saidOnce } from "../constructs/diagnostic.ts";
import type { AssessInput, Assessment, ForeignResult } from "./assessment.ts";
import { breakdown, inDays } from "./breakdown.ts";
import { type Charge, citationOf, workItems } from "./charge.ts";
import { translationOf } from "./component-charges.ts";
import { costDaysOf } from "./cost-days.ts";
import { costOf } from "./cost-of.ts";
import type { Share } from "./cross-cutting.ts";
import { dataOf } from "./data.ts";
import type { EffortModel } from "./effort-model.ts";
import { estimate } from "./estimate.ts";
import { mediansFor } from "./factors.ts";
import { componentResult } from "./fit.ts";
import { insteadOf } from "./foreign-instead.ts";
import { jurisdictionOf, offeredFor } from "./jurisdiction.ts";
import { noticeTooLong } from "./lead-times.ts";
import { leversOf } from "./levers.ts";
import { tenth } from "./numbers.ts";
import { joinedRegions } from "./regions.ts";
import { requirementsOf, requirementUnknowns, unqualifiedIn } from "./requirements.ts";
import { FORMAT_VERSION, sourceOf, targetOf } from "./result.ts";
import { inScenario, readingOf } from "./scenarios.ts";
import { percentiles } from "./simulate.ts";
import { timeOf, withOtherTeams } from "./time.ts";
import { unknownsOf } from "./unknowns.ts";
import { wayBack } from "./way-back.ts";

/** What leaving costs. Pure; every native is charged once, as component, foreign or unknown. */
export function assess(asked: AssessInput): Assessment {
  const input = inScenario(asked);
  const { survey, estate } = input;
  const scenario = input.scenario ?? "planned-exit";
  const estimated = estimate(input);
  const { charges, shares, model, hours } = estimated;
  const multiplierOf = mediansFor(model, input.facts ?? {}, estimated.profile);
  const perDay = model.model.hoursPerPersonDay;
  const days = inDays(percentiles(hours), perDay);
  const requirements = requirementsOf(input);
  const unqualified = unqualifiedIn(requirements);
  const calibration = input.facts?.calibration;
  const cost = costOf(input, model, costDaysOf(input, estimated));
  const work = [...workItems(charges, multiplierOf), ...shareItems(shares, charges, multiplierOf)].sort((a, b) =>
    compareText(a.id, b.id),
  );
  return {
    formatVersion: FORMAT_VERSION,
    complete: estate.complete,
    tool: input.tool,
    source: sourceOf(estate, survey),
    target: targetOf(input),
    scenario,
    reading: readingOf(input, model, days, cost),
    returnTrip: wayBack(input, estimated),
    counts: survey.counts,
    jurisdiction: jurisdictionOf(input),
    requirements,
    components: survey.components
      .map((c) => {
        const translation = translationOf(input, c.id);
        return componentResult(c, translation, unqualified.get(c.id) ?? [], offeredFor(c, translation, input));
      })
      .sort((a, b) => compareText(a.id, b.id)),
    foreign: foreignResults(input),
    workItems: work,
    references: referencesOf(work, model),
    effort: {
      unit: "person-days",
      ...days,
      calibrated: calibration !== undefined,
      ...(calibration ? { calibratedOn: calibration.cases } : {}),
      ...(calibration?.drills ? { calibratedOnDrills: calibration.drills } : {}),
      profile: { ...estimated.profile },
      ...breakdown(estimated),
      drivers: driversOf(charges, multiplierOf, perDay),
    },
    time: { ...timeOf(input, estimated), ...withOtherTeams(input, estimated) },
    data: dataOf(input, model),
    cost,
    levers: leversOf(input, estimated),
    unknowns: [...requirementUnknowns(requirements), ...unknownsOf(input, estimated)],
    diagnostics: saidOnce([
      ...estate.diagnostics,
      ...survey.diagnostics,
      ...joinedRegions(input),
      ...noticeTooLong(input),
      ...[...input.translations.values()].flatMap((t) => t.diagnostics),
    ]),
  };
}

/** Of all that the model rests on, what the work at hand does. */
function referencesOf(work: Assessment["workItems"], { sources = {} }: EffortModel): Assessment["references"] {
  const used = [...new Set(work.flatMap((w) => w.citation.refs ?? []))].sort(compareText);
  return used.flatMap((id) => {
    const known = sources[id];
    return known ? [{ id, kind: known.kind, title: known.title, where: known.where, date: known.date }] : [];
  });
}

function foreignResults({ survey, source, target }: AssessInput): ForeignResult[] {
  return survey.foreign
    .flatMap(({ type, natives }): ForeignResult[] => {
      const known = source.foreign[type];
      if (!known) return [];
      return [
        {
          type,
          count: natives.length,
          what: known.what,
          pricedAs: known.mappingKey ?? known.class ?? "unknown",
          instead: insteadOf(type, { source, target }),
          citation: { ...known.citation },
        },
      ];
    })
    .sort((a, b) => compareText(a.type, b.type));
}

function shareItems(
  shares: readonly Share[],
  charges: readonly Charge[],
  multiplierOf: ReturnType<typeof mediansFor>,
): Assessment["workItems"] {
  const direct = charges.filter((c) => c.direct);
  const sum = (quantile: "low" | "likely" | "high", world: "lower" | "upper") =>
    direct.reduce((total, c) => total + c.hours[quantile] * c[world] * multiplierOf(c)[world], 0);
  const all = { low: sum("low", "lower"), likely: sum("likely", "upper"), high: sum("high", "upper") };
  return shares.map((s) => ({
    id: `${s.key}@cross-cutting`,
    component: "cross-cutting",
    activity: s.key.split(".")[1] ?? s.key,
    phase: s.phase,
    role: s.role,
    driver: s.driver,
    hours: {
      low: tenth(all.low * (s.lower[0]?.[0] ?? 0)),
      likely: tenth(all.likely * (s.upper[0]?.[1] ?? 0)),
      high: tenth(all.high * (s.upper[0]?.[2] ?? 0)),
    },
    multiplier: multiplierOf({ ...s, direct: false, share: true }),
    citation: citationOf(s.source),
    confidence: s.confidence,
  }));
}

/** The ten largest by likely hours. */
function driversOf(
  charges: readonly Charge[],
  multiplierOf: ReturnType<typeof mediansFor>,
  perDay: number,
): Assessment["effort"]["drivers"] {
  const likely = new Map<string, number>();
  for (const c of charges) {
    likely.set(c.driver, (likely.get(c.driver) ?? 0) + c.hours.likely * c.upper * multiplierOf(c).upper);
  }
  const total = [...likely.values()].reduce((sum, h) => sum + h, 0);
  return [...likely]
    .sort(([a, x], [b, y]) => y - x || compareText(a, b))
    .slice(0, 10)
    .map(([driver, h]) => ({ driver, likelyDays: tenth(h / perDay), share: Math.round((h / total) * 100) / 100 }));
}
