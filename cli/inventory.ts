import { Command } from "commander";
import { inventory } from "../assessment/inventory.ts";
import { reporters } from "../report/reporters.ts";
import { type EstateOptions, withCommonOptions, withEstateOptions, withExamples } from "./common-options.ts";
import type { Run } from "./session.ts";
import { readSource } from "./source-estate.ts";

export function inventoryCommand(run: Run): Command {
  const command = new Command("inventory")
    .summary("what an estate contains")
    .description(
      "Reads code, plans, states, a cdktf.out folder or an RVTools export and says what is there: components, types nobody described, holes.\nEvery resource stands in exactly one of the counts.",
    )
    .argument("<path...>", "folder with *.tf files, plan JSON, state, cdktf.out, RVTools export; - is standard input");
  withEstateOptions(withCommonOptions(command, Object.keys(reporters.inventory)));
  withExamples(command, [
    ["exeat inventory infra/", "a folder of code, with all its roots"],
    ["tofu show -json plan | exeat inventory -", "a plan, through a pipe"],
    ["exeat inventory infra/ --plan plan.json --format json", "code with a plan's values, for machines"],
  ]);
  return command.action((paths: string[], options: EstateOptions) =>
    run(options, async (session) => {
      const { estate, survey, source, nothing } = await readSource(paths, options, session);
      const result = inventory(survey, estate, source.foreign);
      // People are told why there is nothing; machines read it in the result.
      const shown = !nothing || options.format === "json";
      session.diagnose(result.diagnostics, shown);
      if (shown) await session.report([result], reporters.inventory);
      return nothing ? 2 : 0;
    }),
  );
}
