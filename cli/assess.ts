import { Command } from "commander";
import { assess } from "../assessment/assess.ts";
import { matrixOf } from "../assessment/matrix.ts";
import { reporters } from "../report/reporters.ts";
import {
  type EstateOptions,
  SCENARIOS,
  type ScenarioOptions,
  type TargetOptions,
  withCommonOptions,
  withEstateOptions,
  withExamples,
  withScenario,
  withTargetOptions,
} from "./common-options.ts";
import { measureAll } from "./measure-all.ts";
import { qualificationsNamed } from "./qualifications.ts";
import type { Run } from "./session.ts";
import { readSource } from "./source-estate.ts";
import { targetsNamed } from "./targets.ts";
import { UsageError } from "./usage-error.ts";

interface AllScenarios {
  readonly allScenarios?: boolean;
}

interface Required {
  readonly require?: string;
}

export function assessCommand(run: Run): Command {
  const command = new Command("assess")
    .summary("what leaving takes: effort, time, losses, unknowns")
    .description(
      "Measures the exit of an estate to one or several clouds: what each component loses there, person-days and calendar days as ranges, what drives them, and what nobody knows.",
    )
    .argument("<path...>", "folder with *.tf files, plan JSON, state, cdktf.out; - is standard input");
  withCommonOptions(command, Object.keys(reporters.assessment), "file to write (default: stdout)");
  withScenario(withTargetOptions(withEstateOptions(command), true))
    .option("--all-scenarios", "every reason to leave against every target, a row each (text, json, markdown)")
    .option("--require <qualification,…>", "what components must be qualified for; those that are not are specific");
  withExamples(command, [
    ["exeat assess infra/ --to scaleway", "one target"],
    ["exeat assess infra/ --to scaleway:fr-par,ovh:GRA --format markdown --out exit.md", "two, as a document"],
    ["exeat assess infra/ --to scaleway,ovh --all-scenarios", "every reason to leave against every target"],
    ["exeat assess infra/ --to ovh --require secnumcloud", "how many components would run on a qualified service"],
    ["exeat assess infra/ --to ovh --facts exeat.yaml", "with data sizes and the team: narrower ranges"],
  ]);
  return command.action(
    (paths: string[], options: EstateOptions & TargetOptions & ScenarioOptions & AllScenarios & Required) =>
      run(options, async (session) => {
        // What is wrong with the command is said before anything is read.
        const targets = targetsNamed(options);
        const required = options.require === undefined ? undefined : qualificationsNamed(options.require);
        if (options.allScenarios && !(options.format in reporters.matrix)) {
          throw new UsageError(`--all-scenarios is written as ${Object.keys(reporters.matrix).join(", ")}`);
        }
        const from = await readSource(paths, options, session);
        const inputs = await measureAll(from, targets, options, session, required);
        if (!inputs) return 2;
        session.progress("Drawing the ranges");
        if (options.allScenarios) {
          const [one, ...more] = SCENARIOS.flatMap((scenario) => inputs.map((input) => assess({ ...input, scenario })));
          if (one) await session.report([matrixOf([one, ...more])], reporters.matrix);
          return 0;
        }
        const [first, ...rest] = inputs;
        await session.report([assess(first), ...rest.map(assess)], reporters.assessment);
        return 0;
      }),
  );
}
