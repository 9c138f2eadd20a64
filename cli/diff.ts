import { Command } from "commander";
import { diff } from "../assessment/diff.ts";
import { reporters } from "../report/reporters.ts";
import {
  type EstateOptions,
  type TargetOptions,
  withCommonOptions,
  withEstateOptions,
  withExamples,
  withTargetOptions,
} from "./common-options.ts";
import { measureAll } from "./measure-all.ts";
import type { Run } from "./session.ts";
import { readSource } from "./source-estate.ts";
import { targetsNamed } from "./targets.ts";
import { isWorkloadPath } from "./workload-path.ts";
import { workloadSource } from "./workload-source.ts";

export function diffCommand(run: Run): Command {
  const command = new Command("diff")
    .summary("one estate or workload on two clouds, property by property")
    .description(
      "Shows side by side what each property becomes: kept, rewritten, coarsened, lost, or dependent on a value that nobody knows.",
    )
    .argument(
      "<path>",
      "folder with *.tf files, plan JSON, state, cdktf.out, RVTools export, or a workload (YAML or TypeScript)",
    );
  withCommonOptions(command, Object.keys(reporters.diff), "file to write (default: stdout)");
  withTargetOptions(withEstateOptions(command), true);
  withExamples(command, [
    ["exeat diff infra/ --to scaleway", "what runs, there and here"],
    ["exeat diff stacks/shop.yaml --from aws --to ovh", "a workload that runs nowhere yet"],
    ["exeat diff infra/ --to scaleway,ovh --format markdown", "two targets, as tables"],
  ]);
  return command.action((path: string, options: EstateOptions & TargetOptions) =>
    run(options, async (session) => {
      const targets = targetsNamed(options);
      const isWorkload = await isWorkloadPath(path, session.files);
      const from = isWorkload
        ? await workloadSource(path, options.from, session)
        : await readSource([path], options, session);
      const inputs = await measureAll(from, targets, options, session);
      if (!inputs) return 2;
      const [first, ...rest] = inputs;
      await session.report([diff(first), ...rest.map(diff)], reporters.diff);
      return 0;
    }),
  );
}
