import { Command } from "commander";
import type { AdoptionResult } from "../assessment/adoption-result.ts";
import { sourceOf } from "../assessment/result.ts";
import { workloadYaml } from "../constructs/workload-yaml.ts";
import { adopt } from "../providers/adopt.ts";
import type { Survey } from "../providers/survey.ts";
import { adoptionReporters } from "../report/adoption.ts";
import { type EstateOptions, withCommonOptions, withEstateOptions, withExamples } from "./common-options.ts";
import { notOver } from "./not-over.ts";
import type { Run } from "./session.ts";
import { readSource, type SourceEstate } from "./source-estate.ts";

interface AdoptOptions extends EstateOptions {
  readonly force?: boolean;
}

export function adoptCommand(run: Run): Command {
  const command = new Command("adopt")
    .summary("a running estate as a neutral workload")
    .description(
      "Turns what runs today into a workload file that synth writes for any cloud: what has a place in the vocabulary as props, the rest as overrides of the source cloud, ids for import blocks. What is not carried is listed.",
    )
    .argument("<path...>", "folder with *.tf files, plan JSON, state, cdktf.out, RVTools export; - is standard input");
  withCommonOptions(command, Object.keys(adoptionReporters), {
    file: "workload file to write (default: stdout; the report then goes to stderr)",
  });
  withEstateOptions(command).option("--force", "write over a workload file that is there");
  withExamples(command, [
    ["exeat adopt terraform.tfstate --out workload.yaml", "with the ids that import blocks need"],
    ["exeat adopt infra/ --plan plan.json | exeat synth - --to scaleway --out out/", "straight to the target's code"],
  ]);
  return command.action((paths: string[], options: AdoptOptions) =>
    run(options, async (session) => {
      const { force } = options;
      const out = options.out === "-" ? undefined : options.out;
      await notOver(out, force);
      const from = await readSource(paths, options, session);
      session.diagnose([...from.estate.diagnostics, ...from.survey.diagnostics]);
      if (from.nothing) return 2;
      session.progress("Writing the workload");
      const adoption = adopt(from.survey, from.source, from.estate.source);
      const text = workloadYaml(adoption.workload);
      if (out === undefined) session.io.stdout.write(text);
      else await session.write("--out", out, text);
      await session.report([resultOf(from, adoption, out)], adoptionReporters, out === undefined ? "stderr" : "stdout");
      return 0;
    }),
  );
}

function resultOf(
  { estate, survey }: SourceEstate,
  { workload, ids, carried, left }: ReturnType<typeof adopt>,
  file: string | undefined,
): AdoptionResult {
  const was = new Map([...ids].map(([from, id]) => [id, from]));
  const place = ({ address, path }: { address: string; path: string }) => ({ address, path });
  return {
    formatVersion: 1,
    complete: estate.complete,
    source: sourceOf(estate, survey),
    ...(file === undefined ? {} : { file }),
    components: workload.components.map((c) => ({
      id: c.id,
      from: was.get(c.id) ?? c.id,
      kind: c.kind,
      holes: c.holes?.length ?? 0,
      imports: Object.keys(c.import ?? {}).length,
    })),
    carried: carried.map(place),
    left: left.map((l) => ({ ...place(l), why: l.why })),
    outside: outside(survey),
    diagnostics: [...estate.diagnostics, ...survey.diagnostics],
  };
}

function outside({ foreign, unknown, elsewhere }: Survey): AdoptionResult["outside"] {
  return [
    ...[...foreign, ...unknown].map(({ type, natives }) => ({ type, count: natives.length })),
    ...elsewhere.map(({ provider, count }) => ({ type: `${provider}_*`, count })),
  ];
}
