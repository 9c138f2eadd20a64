import type { AssessInput } from "../assessment/assessment.ts";
import { type EffortModel, effortModel } from "../assessment/effort-model.ts";
import type { EstateFacts } from "../assessment/facts.ts";
import type { Scenario } from "../assessment/result.ts";
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
}

/** What assessment, diff and plan are made of: the estate, and each of its components at the target. */
export function measure(from: SourceEstate, target: Target, options: MeasureOptions = {}): AssessInput {
  const translations = new Map<string, Translation>(
    from.survey.components.map((c) => [c.id, translate(c, target.cloud, target.region)]),
  );
  return {
    survey: from.survey,
    estate: from.estate,
    source: from.source,
    target: target.cloud,
    region: target.region,
    translations,
    tool: {
      version: packageVersion(),
      catalogue: options.date ?? newestDate([from.source, target.cloud], options.model),
    },
    ...(options.scenario ? { scenario: options.scenario } : {}),
    ...(options.priceFactor === undefined ? {} : { priceFactor: options.priceFactor }),
    ...(options.facts ? { facts: options.facts } : {}),
    ...(options.model ? { model: options.model } : {}),
  };
}

/** The newest date among the facts a result rests on. */
function newestDate(clouds: readonly Cloud[], model: EffortModel = effortModel): string {
  const citations = clouds.flatMap((cloud) => [
    ...Object.values(cloud.catalogues).map((c) => c.citation),
    ...cloud.guarantees.map((g) => g.citation),
    ...Object.values(cloud.foreign).map((f) => f.citation),
    cloud.jurisdiction.citation,
    ...Object.values(cloud.prices?.prices ?? {}).map((p) => p.citation),
  ]);
  return [...citations.map((c) => c.date), model._meta.date].sort().at(-1) ?? "";
}
