import { Command } from "commander";
import { calibrate } from "../assessment/calibration.ts";
import { effortModel } from "../assessment/effort-model.ts";
import { reporters } from "../report/reporters.ts";
import { readActuals } from "./actuals.ts";
import { type CommonOptions, collect, withCommonOptions, withExamples } from "./common-options.ts";
import { notOver } from "./not-over.ts";
import type { Run } from "./session.ts";

interface CalibrateOptions extends CommonOptions {
  readonly plan: readonly string[];
  readonly force?: boolean;
}

export function calibrateCommand(run: Run): Command {
  const command = new Command("calibrate")
    .summary("how far the effort model is off for your organisation")
    .description(
      "Compares what migrations took with what was estimated for them, and gives a factor with its uncertainty to put into exeat.yaml. Each row of a history has a name, actual (person-days), and estimated (P50, uncalibrated) or the path of an assessment. The evidence of a live drill is one case more: the steps done by hand, against what the plan expected of them.",
    )
    .argument(
      "<actuals...>",
      "CSV with a line of names; JSON: { migrations: [{ name, actual, estimated }] }; evidence of a drill; - is standard input",
    )
    .option("--plan <path>", "plan.json that a drill rehearsed, or its folder; may be repeated", collect, []);
  withCommonOptions(command, Object.keys(reporters.calibration));
  command.option("--force", "write over a YAML file that is there");
  withExamples(command, [
    ["exeat calibrate history.csv", "what to put into exeat.yaml"],
    ["exeat calibrate history.csv more.json --format json", "several histories, for machines"],
    ["exeat calibrate evidence.json --plan plan/", "what a rehearsal of plan/ took by hand"],
  ]);
  return command.action((files: string[], options: CalibrateOptions) =>
    run(options, async (session) => {
      if (options.format === "yaml") await notOver(options.out, options.force);
      const { actuals, diagnostics } = await readActuals(files, options.plan, session.files);
      session.diagnose(diagnostics);
      if (actuals.length === 0) return 2;
      await session.report([calibrate(actuals, effortModel)], reporters.calibration);
      return 0;
    }),
  );
}
