import { compareDiagnostics, compareText } from "../constructs/diagnostic.ts";
import { kinds } from "../constructs/kinds.ts";
import type { AssessInput, Assessment, ForeignResult } from "./assessment.ts";
import { type Charge, workItems } from "./charge.ts";
import { componentCharges, translationOf } from "./component-charges.ts";
import { crossCuttingCharges, profileOf, type Scale, type Share } from "./cross-cutting.ts";
import { costOf, dataOf } from "./data.ts";
import { effortModel } from "./effort-model.ts";
import { componentResult } from "./fit.ts";
import { foreignCharges, holeCharges, unknownCharges } from "./foreign-charges.ts";
import { leversOf } from "./levers.ts";
import { tenth } from "./numbers.ts";
import { FORMAT_VERSION } from "./result.ts";
import { percentiles, Simulation } from "./simulate.ts";
import { timeOf } from "./time.ts";
import { unknownsOf } from "./unknowns.ts";

/** What leaving costs. Pure; every native is charged once, as component, foreign or unknown. */
export function assess(input: AssessInput): Assessment {
  const { survey, estate, target, facts = {} } = input;
  const scenario = input.scenario ?? "planned-exit";
  const direct = [
    ...componentCharges(input, effortModel),
    ...foreignCharges(input, effortModel),
    ...unknownCharges(input, effortModel),
    ...holeCharges(input, effortModel),
  ];
  const scale = scaleOf(input);
  const { charges: crossCutting, shares } = crossCuttingCharges(input, effortModel, scale);
  const charges = [...direct, ...crossCutting].sort((a, b) => compareText(a.key, b.key));
  const profile = profileOf(input, scale.component);
  const simulation = new Simulation({ charges, shares, profile, facts, model: effortModel });
  const hours = simulation.hours();
  const effort = percentiles(hours);
  const perDay = effortModel.model.hoursPerPersonDay;
  return {
    formatVersion: FORMAT_VERSION,
    complete: estate.complete,
    tool: input.tool,
    source: { ...estate.source, paths: [...estate.source.paths], cloud: survey.cloud },
    target: { cloud: target.id, region: input.region ?? target.defaultRegion },
    scenario,
    counts: survey.counts,
    components: survey.components
      .map((c) => componentResult(c, translationOf(input, c.id)))
      .sort((a, b) => compareText(a.id, b.id)),
    foreign: foreignResults(input),
    workItems: [...workItems(charges), ...shareItems(shares, charges)].sort((a, b) => compareText(a.id, b.id)),
    effort: {
      unit: "person-days",
      p10: tenth(effort.p10 / perDay),
      p50: tenth(effort.p50 / perDay),
      p80: tenth(effort.p80 / perDay),
      p95: tenth(effort.p95 / perDay),
      calibrated: false,
      drivers: driversOf(charges, perDay),
    },
    time: timeOf(input, effortModel, simulation, hours),
    data: dataOf(input, effortModel),
    cost: costOf(input),
    levers: leversOf(simulation, charges, effort, perDay),
    unknowns: unknownsOf(input, charges, scenario),
    diagnostics: [
      ...estate.diagnostics,
      ...survey.diagnostics,
      ...[...input.translations.values()].flatMap((t) => t.diagnostics),
    ]
      .sort(compareDiagnostics)
      .map((d) => ({ ...d })),
  };
}

/** Keys whose components hold data, and those that are deployed. */
const STATEFUL = [
  "blockVolume",
  "fileShare",
  "keyValueNoSql",
  "kafka",
  "mongodb",
  "mysql",
  "objectBucket",
  "opensearch",
  "postgres",
  "redis",
];
const DEPLOYABLE = ["vm", "autoscalingGroup", "serverlessContainer", "serverlessFunction", "kubernetes"];

function scaleOf({ survey, source }: AssessInput): Scale {
  const keys = survey.foreign.flatMap(({ type, natives }) => {
    const known = source.foreign[type];
    return known && known.drivers.length > 0 ? natives.map(() => known.mappingKey ?? "") : [];
  });
  const found = survey.components.map((c) => kinds[c.kind].effortKey(c.props as Record<string, unknown>));
  const among = (list: readonly string[]) => [...found, ...keys].filter((key) => list.includes(key)).length;
  return {
    component: survey.components.length + keys.length + survey.unknown.reduce((sum, u) => sum + u.natives.length, 0),
    statefulComponent: among(STATEFUL),
    deployable: among(DEPLOYABLE),
  };
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
          instead: known.instead[target.id] ?? "no substitute on record for this target",
          citation: { ...known.citation },
        },
      ];
    })
    .sort((a, b) => compareText(a.type, b.type));
}

function shareItems(shares: readonly Share[], charges: readonly Charge[]): Assessment["workItems"] {
  const sum = (quantile: "low" | "likely" | "high", world: "lower" | "upper") =>
    charges.reduce((total, c) => total + (c.direct ? c.hours[quantile] * c[world] : 0), 0);
  return shares.map((s) => ({
    id: `${s.key}@cross-cutting`,
    component: "cross-cutting",
    activity: s.key.split(".")[1] ?? s.key,
    phase: s.phase,
    role: s.role,
    driver: s.driver,
    hours: {
      low: tenth(sum("low", "lower") * s.lower[0]),
      likely: tenth(sum("likely", "upper") * s.upper[1]),
      high: tenth(sum("high", "upper") * s.upper[2]),
    },
    citation: { source: s.source.text ?? s.source.kind, kind: s.source.kind },
    confidence: s.confidence,
  }));
}

/** The ten largest by likely hours. */
function driversOf(charges: readonly Charge[], perDay: number): Assessment["effort"]["drivers"] {
  const likely = new Map<string, number>();
  for (const c of charges) likely.set(c.driver, (likely.get(c.driver) ?? 0) + c.hours.likely * c.upper);
  const total = [...likely.values()].reduce((sum, h) => sum + h, 0);
  return [...likely]
    .sort(([a, x], [b, y]) => y - x || compareText(a, b))
    .slice(0, 10)
    .map(([driver, h]) => ({ driver, likelyDays: tenth(h / perDay), share: Math.round((h / total) * 100) / 100 }));
}
