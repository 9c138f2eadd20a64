import { Command } from "commander";
import { assess } from "../assessment/assess.ts";
import { reporters } from "../report/reporters.ts";
import {
  type EstateOptions,
  type ScenarioOptions,
  type TargetOptions,
  withCommonOptions,
  withEstateOptions,
  withExamples,
  withScenario,
  withTargetOptions,
} from "./common-options.ts";
import { measureAll } from "./measure-all.ts";
import type { Run } from "./session.ts";
import { readSource } from "./source-estate.ts";
import { targetsNamed } from "./targets.ts";

export function assessCommand(run: Run): Command {
  const command = new Command("assess")
    .summary("what leaving takes: effort, time, losses, unknowns")
    .description(
      "Measures the exit of an estate to one or several clouds: what each component loses there, person-days and calendar days as ranges, what drives them, and what nobody knows.",
    )
    .argument("<path...>", "folder with *.tf files, plan JSON, state, cdktf.out, RVTools export; - is standard input");
  withCommonOptions(command, Object.keys(reporters.assessment), "file to write (default: stdout)");
  withScenario(withTargetOptions(withEstateOptions(command), true));
  withExamples(command, [
    ["exeat assess infra/ --to scaleway", "one target"],
    ["exeat assess infra/ --to scaleway:fr-par,ovh:GRA --format markdown --out exit.md", "two, as a document"],
    ["exeat assess infra/ --to ovh --facts exeat.yaml", "with data sizes and the team: narrower ranges"],
  ]);
  return command.action((paths: string[], options: EstateOptions & TargetOptions & ScenarioOptions) =>
    run(options, async (session) => {
      // What is wrong with the command is said before anything is read.
      const targets = targetsNamed(options);
      const inputs = await measureAll(await readSource(paths, options, session), targets, options, session);
      if (!inputs) return 2;
      session.progress("Drawing the ranges");
      const [first, ...rest] = inputs;
      await session.report([assess(first), ...rest.map(assess)], reporters.assessment);
      return 0;
    }),
  );
}
