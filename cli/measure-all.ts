import type { AssessInput } from "../assessment/assessment.ts";
import { withMeasured, withoutCode } from "../assessment/measured.ts";
import { compareDiagnostics, type Diagnostic } from "../constructs/diagnostic.ts";
import type { CommonOptions, ScenarioOptions } from "./common-options.ts";
import { readFacts } from "./facts-file.ts";
import { measure } from "./measure.ts";
import type { Session } from "./session.ts";
import type { SourceEstate } from "./source-estate.ts";
import { regionDiagnostics, type Target } from "./targets.ts";

const noCode: Diagnostic = {
  severity: "info",
  code: "EX0010",
  summary: "An inventory is no code",
  detail:
    "Effort is counted as if little of the estate were in code: what no code says has to be found by hand. If there is more, state factors.estateInCode in exeat.yaml.",
};

/** Measures an estate against every target, and what is required of it; undefined, with the reasons said, when nothing was read or the facts are wrong. */
export async function measureAll(
  read: SourceEstate,
  targets: readonly [Target, ...Target[]],
  options: CommonOptions & Partial<ScenarioOptions>,
  session: Session,
  requirements?: readonly string[],
): Promise<readonly [AssessInput, ...AssessInput[]] | undefined> {
  const stated = await readFacts(options.facts, read.survey);
  const measuredFacts = withMeasured(stated.facts, read.survey);
  const listed = read.estate.source.kind === "rvtools" ? withoutCode(measuredFacts, stated.model) : undefined;
  const from = listed
    ? { ...read, estate: { ...read.estate, diagnostics: [...read.estate.diagnostics, noCode] } }
    : read;
  const broken = from.nothing || stated.diagnostics.some((d) => d.severity === "error");
  session.diagnose([...regionDiagnostics(targets), ...stated.diagnostics]);
  const measured = (target: Target) => {
    session.progress(`Translating to ${target.cloud.title}`);
    return measure(from, target, {
      facts: listed ?? measuredFacts,
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
    [...from.estate.diagnostics, ...from.survey.diagnostics, ...translated].sort(compareDiagnostics),
    !broken,
  );
  return inputs;
}
