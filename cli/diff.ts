import { Command } from "commander";
import { diff } from "../assessment/diff.ts";
import { reporters } from "../report/reporters.ts";
import { compareChange, type GateOptions } from "./change.ts";
import {
  asFile,
  type EstateOptions,
  type TargetOptions,
  withCommonOptions,
  withEstateOptions,
  withExamples,
  withTargetOptions,
} from "./common-options.ts";
import type { ExitCode } from "./io.ts";
import { measureAll } from "./measure-all.ts";
import type { Run, Session } from "./session.ts";
import { readSource } from "./source-estate.ts";
import { targetsNamed } from "./targets.ts";
import { UsageError } from "./usage-error.ts";
import { isWorkloadPath } from "./workload-path.ts";
import { workloadSource } from "./workload-source.ts";

type DiffOptions = EstateOptions & TargetOptions & GateOptions;

export function diffCommand(run: Run): Command {
  const command = new Command("diff")
    .summary("two clouds side by side, or what a change does to the exit")
    .description(
      "With one path: side by side what each property becomes on the target: kept, rewritten, coarsened, lost, or dependent on a value that nobody knows. With two, base and head of a change: what it does to effort and time, and which losses, foreign types, unknown types and holes are new; a gate for pipelines.",
    )
    .argument(
      "<path>",
      "folder with *.tf files, plan JSON, state, cdktf.out, RVTools export, or a workload (YAML or TypeScript); - is standard input",
    )
    .argument("[head]", "the same after a change; <path> is then the base");
  withCommonOptions(command, Object.keys(reporters.change));
  withGate(withTargetOptions(withEstateOptions(command), true));
  withExamples(command, [
    ["exeat diff infra/ --to scaleway", "what runs, there and here"],
    ["exeat diff stacks/shop.yaml --from aws --to ovh", "a workload that runs nowhere yet"],
    ["exeat diff infra/ --to scaleway,ovh --format markdown", "two targets, as tables"],
    ["exeat diff ../base/infra infra --to scaleway --format markdown", "a change, as a comment of a pull request"],
    ["exeat diff ../base/infra infra --to ovh --fail-on new-blocking-loss,effort", "a gate"],
    ["exeat diff infra infra --to ovh --write-baseline baseline.json", "accept all there is today"],
  ]);
  command.addHelpText("after", CONDITIONS);
  return command.action((path: string, head: string | undefined, options: DiffOptions) =>
    run(options, (session) =>
      head === undefined ? sideBySide(path, options, session) : compareChange(path, head, options, session),
    ),
  );
}

function withGate(command: Command): Command {
  return command
    .option("--fail-on <condition,…>", "of a change: exit 1 when one of these holds, see below")
    .option("--allow-partial", "with --fail-on: judge although something could not be read")
    .option("--baseline <file>", "findings that are accepted, written by --write-baseline")
    .option("--write-baseline <file>", "write every finding of the head that no waiver covers as accepted", asFile)
    .option("--waivers <file>", "YAML with what is accepted by whom, why and until when; needs --date");
}

const CONDITIONS = `
Conditions of --fail-on, one or several with commas between; any fails when something could not be read:
  new-blocking-loss  something the target cannot carry, for certain, that the base did not have
  new-loss           any property that is lost there, or may be
  new-foreign-type   a native type with no neutral kind
  new-unknown-type   a native type nobody described
  new-hole           a module that is not here, a value that is not known
  region             something stands in another region than it did, or is made in one where the base had nothing
  effort             P80 of the effort rises by more than 5 % and at least half a person-day
  incomplete         something of base or head could not be read
An expired waiver fails whatever is asked for.`;

/** One estate or workload on two clouds. */
async function sideBySide(path: string, options: DiffOptions, session: Session): Promise<ExitCode> {
  const targets = targetsNamed(options);
  const { failOn, allowPartial, baseline, writeBaseline, waivers, format } = options;
  if (
    [failOn, allowPartial, baseline, writeBaseline, waivers].some((o) => o !== undefined) ||
    !(format in reporters.diff)
  ) {
    throw new UsageError(
      "gates, baselines, waivers and SARIF judge a change: name base and head, exeat diff <base> <head> --to CLOUD",
    );
  }
  const isWorkload = await isWorkloadPath(path, session.files);
  const from = isWorkload
    ? await workloadSource(path, options.from, session)
    : await readSource([path], options, session);
  const inputs = await measureAll(from, targets, options, session);
  if (!inputs) return 2;
  const [first, ...rest] = inputs;
  await session.report([diff(first), ...rest.map(diff)], reporters.diff);
  return 0;
}
