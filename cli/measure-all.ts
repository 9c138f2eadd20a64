import type { AssessInput } from "../assessment/assessment.ts";
import { compareDiagnostics } from "../constructs/diagnostic.ts";
import type { CommonOptions, ScenarioOptions } from "./common-options.ts";
import { readFacts } from "./facts-file.ts";
import { measure } from "./measure.ts";
import { sameCloudDiagnostics } from "./same-cloud.ts";
import type { Session } from "./session.ts";
import type { SourceEstate } from "./source-estate.ts";
import { regionDiagnostics, type Target } from "./targets.ts";

/** Measures an estate against every target, and what is required of it; undefined, with the reasons said, when nothing was read or the facts are wrong. */
export async function measureAll(
  from: SourceEstate,
  targets: readonly [Target, ...Target[]],
  options: CommonOptions & Partial<ScenarioOptions>,
  session: Session,
  requirements?: readonly string[],
): Promise<readonly [AssessInput, ...AssessInput[]] | undefined> {
  const same = sameCloudDiagnostics(from, targets);
  const stated = await readFacts(options.facts, [from.survey], session.files);
  const broken = from.nothing || stated.diagnostics.some((d) => d.severity === "error");
  session.diagnose([...regionDiagnostics(targets), ...same, ...stated.diagnostics]);
  const measured = (target: Target) => {
    session.progress(`Translating to ${target.cloud.title}`);
    return measure(from, target, {
      facts: stated.facts,
      model: stated.model,
      scenario: options.scenario,
      priceFactor: options.priceFactor,
      date: options.date,
      requirements,
    });
  };
  const [first, ...rest] = targets;
  const inputs = broken ? undefined : ([measured(first), ...rest.map(measured)] as const);
  const translated = inputs?.flatMap((input) => [...input.translations.values()].flatMap((t) => t.diagnostics)) ?? [];
  session.diagnose(
    [...(inputs?.[0].estate ?? from.estate).diagnostics, ...from.survey.diagnostics, ...translated].sort(
      compareDiagnostics,
    ),
    !broken,
  );
  return inputs;
}
