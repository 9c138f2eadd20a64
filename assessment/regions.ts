import { compareText, type Diagnostic } from "../constructs/diagnostic.ts";
import type { Native } from "../providers/native.ts";
import type { FoundComponent } from "../providers/survey.ts";
import type { AssessInput } from "./assessment.ts";

/** Regions in which resources stand, as far as the code says. */
export function regionsOf(
  components: readonly FoundComponent[],
  groups: readonly { readonly natives: readonly Native[] }[],
): string[] {
  const natives = groups.flatMap((group) => group.natives);
  const said = [...components.map((c) => c.region), ...natives.map((n) => n.provider.region)];
  return [...new Set(said.flatMap((region) => region ?? []))].sort(compareText);
}

/** Region in which a component stands, where that is known. A zone of names stands in none, whatever its code says. */
export function regionOf({ kind, region }: FoundComponent): string | undefined {
  return kind === "dns-zone" ? undefined : region;
}

/** Components of several regions that all go to one: no component says that it no longer stands in for another. */
export function joinedRegions({ survey, target, region = target.defaultRegion }: AssessInput): Diagnostic[] {
  const regions = [...new Set(survey.components.flatMap((c) => regionOf(c) ?? []))].sort(compareText);
  if (regions.length < 2) return [];
  return [
    {
      severity: "warning",
      code: "EX0322",
      summary: "Several regions become one",
      detail: `Components stand in ${regions.join(", ")}, and all of them go to ${target.title} ${region}: an outage of that one region then takes all of them. Assess and plan what stands in each by itself, each to a region of the target, where they are to stand in for each other.`,
    },
  ];
}
