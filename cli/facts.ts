import { Command } from "commander";
import { missingFacts } from "../assessment/missing-facts.ts";
import { clouds } from "../providers/index.ts";
import { reporters } from "../report/reporters.ts";
import {
  type EstateOptions,
  type TargetOptions,
  withCommonOptions,
  withEstateOptions,
  withExamples,
} from "./common-options.ts";
import { measureAll } from "./measure-all.ts";
import { notOver } from "./not-over.ts";
import type { Run } from "./session.ts";
import { readSource } from "./source-estate.ts";
import { oneTarget } from "./targets.ts";
import { UsageError } from "./usage-error.ts";

interface FactsOptions extends EstateOptions, Partial<TargetOptions> {
  readonly force?: boolean;
}

export function factsCommand(run: Run): Command {
  const command = new Command("facts")
    .summary("what code cannot know: a file to fill in")
    .description(
      "Writes an exeat.yaml with every fact that is missing, sorted by how much each widens the range. Facts already stated (--facts) are not asked again.",
    )
    .argument("<init>", "the word init: write the file")
    .argument("[path...]", "folder with *.tf files, plan JSON, state, cdktf.out, RVTools export; - is standard input")
    .option(
      "--to <cloud[:region]>",
      "target the ranges are measured for (default: the first cloud that is not the source)",
    )
    .option("--region <region>", "region at the target");
  withCommonOptions(withEstateOptions(command), Object.keys(reporters.missingFacts));
  command.option("--force", "write over a file of facts that is there");
  withExamples(command, [
    ["exeat facts init infra/ --out exeat.yaml", "everything that is missing"],
    ["exeat facts init infra/ --to ovh --facts exeat.yaml", "what is still missing"],
  ]);
  return command.action((init: string, paths: string[], options: FactsOptions) =>
    run(options, async (session) => {
      if (init !== "init") {
        throw new UsageError(`the word init is missing: exeat facts init ${[init, ...paths].join(" ")}`);
      }
      if (paths.length === 0) throw new UsageError("name what to read: exeat facts init <path>");
      if (options.format === "yaml") await notOver(options.out, options.force);
      const from = await readSource(paths, options, session);
      const first = Object.values(clouds).find((c) => !c.sourceOnly && c.id !== from.source.id);
      const to = options.to ?? first?.id;
      if (to === undefined) throw new UsageError("name a target: --to <cloud>");
      const inputs = await measureAll(from, [oneTarget({ ...options, to })], options, session);
      if (!inputs) return 2;
      session.progress("Measuring what each missing fact widens");
      await session.report([missingFacts(inputs[0])], reporters.missingFacts);
      return 0;
    }),
  );
}
