import { regionsOf } from "../assessment/regions.ts";
import type { Diagnostic } from "../constructs/diagnostic.ts";
import type { SourceEstate } from "./source-estate.ts";
import type { Target } from "./targets.ts";
import { UsageError } from "./usage-error.ts";

/**
 * What is not to be said of going to the cloud that is left, in another region or in one that nobody knows. To go where everything
 * stands already is a usage error.
 */
export function sameCloudDiagnostics(
  { source, survey, nothing }: Pick<SourceEstate, "source" | "survey" | "nothing">,
  targets: readonly Target[],
): Diagnostic[] {
  const same = nothing ? undefined : targets.find(({ cloud }) => cloud.id === source.id);
  if (same === undefined) return [];
  const regions = regionsOf(survey.components, [...survey.foreign, ...survey.unknown]);
  if (regions.length > 0 && regions.every((region) => region === same.region)) {
    throw new UsageError(
      `what was given runs at ${source.title} in ${same.region} already, and is to leave for there: name another cloud or region with --to, or the cloud it runs on with --from`,
    );
  }
  return [
    {
      severity: "warning",
      code: "EX0022",
      summary: "The target is the cloud that is left",
      detail: `Going to ${same.region} is no change of provider: leave aside what is said of vendors, contracts, rights under the Data Act and control, and state \`leadTimes: { private-procurement: false, contract-notice: false }\` in exeat.yaml.`,
    },
  ];
}
