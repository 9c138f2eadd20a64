import type { AssessInput } from "../assessment/assessment.ts";
import { type EffortModel, effortModel } from "../assessment/effort-model.ts";
import type { EstateFacts } from "../assessment/facts.ts";
import { withMeasured, withoutCode } from "../assessment/measured.ts";
import type { Scenario } from "../assessment/result.ts";
import type { Diagnostic } from "../constructs/diagnostic.ts";
import type { Cloud } from "../providers/provider.ts";
import type { Translation } from "../providers/survey.ts";
import { translate } from "../providers/translate.ts";
import { packageVersion } from "./package-version.ts";
import type { SourceEstate } from "./source-estate.ts";
import type { Target } from "./targets.ts";

export interface MeasureOptions {
  readonly facts?: EstateFacts;
  readonly model?: EffortModel;
  readonly scenario?: Scenario | undefined;
  readonly priceFactor?: number | undefined;
  readonly date?: string | undefined;
  readonly requirements?: readonly string[] | undefined;
}

const noCode: Diagnostic = {
  severity: "info",
  code: "EX0250",
  summary: "An inventory is no code",
  detail:
    "Effort is counted as if little of the estate were in code: what no code says has to be found by hand. If there is more, state factors.estateInCode in exeat.yaml.",
};

/** Clouds, prices and hours of a later day, with the law of an earlier one. */
function beforeFacts(date: string, catalogue: string): Diagnostic {
  return {
    severity: "warning",
    code: "EX0388",
    summary: "The date is before the facts",
    detail: `For ${date} only the law of that day is taken: what the clouds offer, what it costs and what work it is was read up to ${catalogue}. Name that day or a later one with --date, or leave it out.`,
  };
}

/** What assessment, diff and plan are made of: the estate, and each of its components at the target. */
export function measure(from: SourceEstate, target: Target, options: MeasureOptions = {}): AssessInput {
  const { model = effortModel } = options;
  const stated = withMeasured(options.facts ?? {}, from.survey);
  const catalogue = newestDate([from.source, target.cloud], model);
  const early = options.date === undefined || options.date >= catalogue ? [] : [beforeFacts(options.date, catalogue)];
  const listed = from.estate.source.kind === "rvtools" ? withoutCode(stated, model) : undefined;
  const translations = new Map<string, Translation>(
    from.survey.components.map((c) => [c.id, translate(c, target.cloud, target.region)]),
  );
  return {
    survey: from.survey,
    estate: { ...from.estate, diagnostics: [...from.estate.diagnostics, ...(listed ? [noCode] : []), ...early] },
    source: from.source,
    target: target.cloud,
    region: target.region,
    translations,
    tool: {
      version: packageVersion(),
      catalogue,
      ...(options.date === undefined ? {} : { date: options.date }),
    },
    ...(options.scenario ? { scenario: options.scenario } : {}),
    ...(options.priceFactor === undefined ? {} : { priceFactor: options.priceFactor }),
    ...(options.requirements ? { requirements: options.requirements } : {}),
    facts: listed ?? stated,
    ...(options.model ? { model: options.model } : {}),
  };
}

/** The newest date among the facts a result rests on. */
function newestDate(clouds: readonly Cloud[], model: EffortModel): string {
  const citations = clouds.flatMap((cloud) => [
    ...Object.values(cloud.catalogues).map((c) => c.citation),
    ...cloud.guarantees.map((g) => g.citation),
    ...Object.values(cloud.foreign).map((f) => f.citation),
    cloud.jurisdiction.citation,
    ...cloud.jurisdiction.qualifications.map((q) => q.citation),
    ...Object.values(cloud.jurisdiction.runByOthers ?? {}).map((r) => r.citation),
    ...Object.values(cloud.prices?.prices ?? {}).flatMap((p) => [p, ...(p.others ?? [])].map((q) => q.citation)),
  ]);
  return [...citations.map((c) => c.date), model._meta.date].sort().at(-1) ?? "";
}
