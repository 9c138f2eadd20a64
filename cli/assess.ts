import { Command } from "commander";
import { assess } from "../assessment/assess.ts";
import type { AssessInput, Assessment } from "../assessment/assessment.ts";
import type { Matrix } from "../assessment/matrix.ts";
import { matrixOf } from "../assessment/matrix.ts";
import { clouds } from "../providers/index.ts";
import { isPublicType } from "../providers/public-type.ts";
import { unlikeTypes } from "../providers/template.ts";
import { Anonymiser } from "../report/anonymise.ts";
import type { ExitReport } from "../report/html/exit-report.ts";
import { reporters } from "../report/reporters.ts";
import {
  checkLanguage,
  checkPriceFactor,
  type EstateOptions,
  SCENARIOS,
  type ScenarioOptions,
  type TargetOptions,
  withCommonOptions,
  withEstateOptions,
  withExamples,
  withLanguage,
  withScenario,
  withTargetOptions,
} from "./common-options.ts";
import { measureAll } from "./measure-all.ts";
import { qualificationsNamed } from "./qualifications.ts";
import type { Run } from "./session.ts";
import { readSource, type SourceEstate } from "./source-estate.ts";
import { targetsNamed } from "./targets.ts";
import { titles } from "./titles.ts";
import { UsageError } from "./usage-error.ts";

interface AssessOptions {
  readonly allScenarios?: boolean;
  readonly anonymise?: boolean;
  readonly require?: string;
}

export function assessCommand(run: Run): Command {
  const command = new Command("assess")
    .summary("what leaving takes: effort, time, losses, unknowns")
    .description(
      "Measures the exit of an estate to one or several clouds: what each component loses there, person-days and calendar days as ranges, what drives them, and what nobody knows.",
    )
    .argument("<path...>", "folder with *.tf files, plan JSON, state, cdktf.out, RVTools export; - is standard input");
  withCommonOptions(command, Object.keys(reporters.assessment));
  withLanguage(withScenario(withTargetOptions(withEstateOptions(command), true)))
    .option(
      "--all-scenarios",
      "every reason to leave against every target, a row each; in a page beside the assessment (text, json, markdown, html)",
    )
    .option(
      "--anonymise",
      "replace names of components, addresses, files and values, so that the result can be shared; diagnostics on stderr are named, and not told",
    )
    .option("--require <qualification,…>", "what components must be qualified for; those that are not are specific");
  withExamples(command, [
    ["exeat assess infra/ --to scaleway", "one target"],
    ["exeat assess infra/ --to scaleway:fr-par,ovh:GRA11 --format markdown --out exit.md", "two, as a document"],
    [
      "exeat assess infra/ --to scaleway,ovh --format html --lang fr --out exit.html",
      "one page for a board, in French",
    ],
    ["exeat assess infra/ --to scaleway,ovh --all-scenarios", "every reason to leave against every target"],
    ["exeat assess infra/ --to ovh --require secnumcloud", "how many components would run on a qualified service"],
    ["exeat assess infra/ --to ovh --facts exeat.yaml", "with data sizes and the team: narrower ranges"],
  ]);
  return command.action((paths: string[], options: EstateOptions & TargetOptions & ScenarioOptions & AssessOptions) =>
    run(options, async (session) => {
      // What is wrong with the command is said before anything is read.
      const targets = targetsNamed(options);
      checkLanguage(options, Object.keys(reporters.assessment));
      checkPriceFactor(options, options.allScenarios);
      const required = options.require === undefined ? undefined : qualificationsNamed(options.require);
      const page = options.format === "html";
      if (options.allScenarios && !page && !(options.format in reporters.matrix)) {
        throw new UsageError(`--all-scenarios is written as ${[...Object.keys(reporters.matrix), "html"].join(", ")}`);
      }
      if (options.allScenarios && !page && command.getOptionValueSource("scenario") === "cli") {
        throw new UsageError("--all-scenarios has a row for each: leave --scenario out, or leave --all-scenarios out");
      }
      const estate = await readSource(paths, options, session);
      const inputs = await measureAll(estate, targets, options, session, required);
      if (!inputs) return 2;
      session.progress("Drawing the ranges");
      const hidden = options.anonymise ? anonymiser(estate) : undefined;
      const all = options.allScenarios ? everyScenario(inputs) : undefined;
      const matrix = all && hidden ? hidden.matrix(all) : all;
      if (matrix && !page) {
        await session.report([matrix], reporters.matrix);
        return 0;
      }
      const assessed = (input: AssessInput) => (hidden ? hidden.assessment(assess(input)) : assess(input));
      const [first, ...rest] = inputs;
      const assessments = [assessed(first), ...rest.map(assessed)] as const;
      if (page) await session.report([exitReport(assessments, matrix)], reporters.exit);
      else await session.report(assessments, reporters.assessment);
      return 0;
    }),
  );
}

function anonymiser({ roots, survey, source }: SourceEstate): Anonymiser {
  const undescribed = survey.unknown.map(({ type }) => type);
  const inTemplates = survey.foreign.flatMap(({ type, natives }) =>
    unlikeTypes(natives, source.foreign[type] ?? {}, source),
  );
  return new Anonymiser(roots, [...undescribed, ...inTemplates], (type) => isPublicType(type, Object.values(clouds)));
}

function everyScenario(inputs: readonly [AssessInput, ...AssessInput[]]): Matrix {
  const of = (scenario: (typeof SCENARIOS)[number]) => inputs.map((input) => assess({ ...input, scenario }));
  return matrixOf(SCENARIOS.flatMap(of) as [Assessment, ...Assessment[]]);
}

function exitReport(assessments: ExitReport["assessments"], matrix: Matrix | undefined): ExitReport {
  return { formatVersion: 1, assessments, titles, ...(matrix ? { matrix } : {}) };
}
