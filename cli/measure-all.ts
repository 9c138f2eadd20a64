import type { AssessInput } from "../assessment/assessment.ts";
import { compareDiagnostics } from "../constructs/diagnostic.ts";
import type { EstateOptions, ScenarioOptions, TargetOptions } from "./common-options.ts";
import { readFacts } from "./facts-file.ts";
import { measure } from "./measure.ts";
import type { Session } from "./session.ts";
import { readSource } from "./source-estate.ts";
import { regionDiagnostics, targetsNamed } from "./targets.ts";

/** Reads an estate and measures it against every target; undefined, with the reasons said, when there is nothing to measure. */
export async function measureAll(
  paths: readonly string[],
  options: EstateOptions & TargetOptions & Partial<ScenarioOptions>,
  session: Session,
): Promise<readonly AssessInput[] | undefined> {
  // What is wrong with the command is said before anything is read.
  const targets = targetsNamed(options);
  const from = await readSource(paths, options, session);
  const stated = await readFacts(options.facts, [from.survey]);
  const inputs = targets.map((target) => {
    session.progress(`Translating to ${target.cloud.title}`);
    return measure(from, target, { facts: stated.facts, scenario: options.scenario, date: options.date });
  });
  const translated = inputs.flatMap((input) => [...input.translations.values()].flatMap((t) => t.diagnostics));
  session.diagnose([...regionDiagnostics(targets), ...stated.diagnostics]);
  session.diagnose(
    [...from.estate.diagnostics, ...from.survey.diagnostics, ...translated].sort(compareDiagnostics),
    !from.nothing,
  );
  const broken = stated.diagnostics.some((d) => d.severity === "error");
  return from.nothing || broken ? undefined : inputs;
}
