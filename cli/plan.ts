import { join } from "node:path/posix";
import { Command } from "commander";
import { assess } from "../assessment/assess.ts";
import type { AssessInput } from "../assessment/assessment.ts";
import type { CodeResult } from "../assessment/code-result.ts";
import { stateBackend } from "../engines/state-backend.ts";
import type { PlanWithFiles } from "../migration-plans/plan.ts";
import type { CodeRemark } from "../migration-plans/plan-input.ts";
import { plan } from "../migration-plans/planner.ts";
import { adopt } from "../providers/adopt.ts";
import { lowerOpen } from "../providers/lower-open.ts";
import { shortId } from "../report/assessment-reading.ts";
import { checkLines } from "../report/code-check.ts";
import { json } from "../report/reporter.ts";
import { reporters } from "../report/reporters.ts";
import { paint as paintFor } from "../report/words.ts";
import { checkCode } from "./check-code.ts";
import { codeResult, gate } from "./code-result.ts";
import {
  type CodeOptions,
  checkAllowPartial,
  checkLanguage,
  checkPriceFactor,
  type EstateOptions,
  type ScenarioOptions,
  type TargetOptions,
  withCodeOptions,
  withCommonOptions,
  withEstateOptions,
  withExamples,
  withLanguage,
  withScenario,
  withTargetOptions,
} from "./common-options.ts";
import { measureAll } from "./measure-all.ts";
import type { Run, Session } from "./session.ts";
import { readSource } from "./source-estate.ts";
import { targetCode } from "./target-code.ts";
import { targetsNamed } from "./targets.ts";
import { titles } from "./titles.ts";
import { checkFolder, pathsIn, writeFolder } from "./write-folder.ts";

type PlanOptions = EstateOptions & TargetOptions & ScenarioOptions & CodeOptions;

export function planCommand(run: Run): Command {
  const command = new Command("plan")
    .summary("an ordered migration with its scripts and the target's code")
    .description(
      "Plans the exit: ordered steps, each with what to run or do, how to check it and how to undo it; scripts that move and prove the data; the target's code. Without --out the plan is only shown.",
    )
    .argument("<path...>", "folder with *.tf files, plan JSON, state, cdktf.out, RVTools export; - is standard input");
  withCommonOptions(command, Object.keys(reporters.plan), {
    folder: "folder for the plan; with several targets one folder each in it",
  });
  withCodeOptions(withLanguage(withScenario(withTargetOptions(withEstateOptions(command), true))));
  withExamples(command, [
    ["exeat plan infra/ --to scaleway --out plan/", "plan.md to read, plan.json, scripts/, target/"],
    ["exeat plan infra/ --to scaleway,ovh --out plans/", "plans/scaleway/ and plans/ovh/"],
    ["exeat plan infra/ --to ovh --engine terraform --check --out plan/", "Terraform for any cloud, judged as well"],
  ]);
  return command.action((paths: string[], options: PlanOptions) =>
    run(options, async (session) => {
      // What is wrong with the command is said before anything is read.
      const targets = targetsNamed(options);
      checkLanguage(options, Object.keys(reporters.plan), options.out !== undefined);
      checkPriceFactor(options);
      checkAllowPartial(options, "--check", options.check === true);
      const { force } = options;
      const several = targets.length > 1;
      const within = (cloud: string, path: string) => (several ? join(cloud, path) : path);
      const of = targets.map(({ cloud }) => {
        const { id, engine } = cloud;
        return [within(id, TARGET), { cloud: id, engine: options.engine ?? engine }] as const;
      });
      if (options.out !== undefined) await checkFolder(options.out, { force, code: Object.fromEntries(of) });
      const inputs = await measureAll(await readSource(paths, options, session), targets, options, session);
      const [first, ...rest] = inputs ?? [];
      if (!first) return 2;
      const planned: [Planned, ...Planned[]] = [await planFor(first, options, session)];
      for (const input of rest) planned.push(await planFor(input, options, session));
      session.diagnose(planned.flatMap((p) => [...p.said, ...(p.code.check?.diagnostics ?? [])]));
      if (options.out !== undefined) {
        const files = new Map(
          planned.flatMap(({ plan: { to }, files }) =>
            [...files].map(([path, text]) => [within(to, path), text] as const),
          ),
        );
        const code = of.map(([path, is], i) => [path, { ...is, empty: planned[i]?.empty === true }] as const);
        session.checkUnread("--out", pathsIn(options.out, files));
        await writeFolder(options.out, files, { force, code: Object.fromEntries(code) });
      }
      const plans = planned.map((p) => p.plan) as [PlanWithFiles["plan"], ...PlanWithFiles["plan"][]];
      await session.report(plans, reporters.plan, "stdout");
      const paint = paintFor(session.io.stderr.colors && options.color);
      session.note(planned.flatMap(({ code }) => (code.check ? checkLines(code.check, paint) : [])));
      return planned.some((p) => gate(p.code, options.allowPartial) === 1) ? 1 : 0;
    }),
  );
}

interface Planned {
  readonly plan: PlanWithFiles["plan"];
  readonly code: CodeResult;
  /** What is to be known of the code, where the source's own code has it. */
  readonly said: CodeResult["diagnostics"];
  /** Nothing would run by the code. */
  readonly empty: boolean;
  /** Everything that belongs to the plan, by path relative to its folder. */
  readonly files: ReadonlyMap<string, string>;
}

/** What was said of the code, about components as the survey calls them. */
function remarksOf(diagnostics: CodeResult["diagnostics"], ids: ReadonlyMap<string, string>): readonly CodeRemark[] {
  const found = new Map([...ids].map(([id, written]) => [written, id]));
  return diagnostics.map(({ code, summary, detail, address = "" }) => {
    const component = found.get(address);
    return { code, summary, detail, ...(component === undefined ? {} : { component }) };
  });
}

/** Diagnostics of the code by the source's address, file and line: who reads them has not seen the new code yet. */
function atSource(
  diagnostics: CodeResult["diagnostics"],
  ids: ReadonlyMap<string, string>,
  { components }: AssessInput["survey"],
): CodeResult["diagnostics"] {
  const found = new Map(components.map((c) => [ids.get(c.id), c]));
  return diagnostics.map((said) => {
    const component = said.address === undefined ? undefined : found.get(said.address);
    return component ? { ...said, address: shortId(component.id), source: component.at } : said;
  });
}

/** Folder of the target's code, beside the plan. */
const TARGET = "target";

async function planFor(input: AssessInput, options: PlanOptions, session: Session): Promise<Planned> {
  const { survey, source, target, region, translations, facts } = input;
  session.progress(`Planning the way to ${target.title}`);
  const assessment = assess(input);
  const { components, ids } = adopt(survey, source, input.estate.source);
  const synthesis = lowerOpen(components, target, {
    ...(region === undefined ? {} : { region }),
    keepExternals: source.id === target.id,
    allowOrders: options.allowOrders ?? false,
  });
  const written = await targetCode(synthesis, target, options.engine);
  const check = options.check ? await checkCode(written, target) : undefined;
  const kept = stateBackend(target, synthesis.region, written.engine);
  // The emulated providers keep no state: what is judged is the code beside it.
  const files = new Map([...written.files, ...(kept?.files ?? [])]);
  const code = codeResult({ ...written, files }, components, TARGET, check);
  const made = plan({
    assessment,
    survey,
    translations,
    source,
    target,
    ...(facts ? { facts } : {}),
    targetCode: {
      engine: written.engine,
      folder: TARGET,
      files: code.files.map((path) => join(TARGET, path)),
      ...(kept ? { state: join(TARGET, kept.example) } : {}),
      remarks: remarksOf(code.diagnostics, ids),
    },
  });
  const how = { color: false, lang: options.lang, titles };
  return {
    plan: made.plan,
    code,
    said: atSource(code.diagnostics, ids, survey),
    empty: synthesis.natives.length === 0,
    files: new Map([
      ["plan.md", reporters.plan.markdown(made.plan, how).output],
      ["plan.html", reporters.plan.html(made.plan, how).output],
      ["plan.json", json(made.plan, how).output],
      ["assessment.json", json(assessment, how).output],
      ["assessment.md", reporters.assessment.markdown(assessment, how).output],
      ["code.json", json(code, how).output],
      ...made.files,
      ...[...files].map(([path, text]) => [join(TARGET, path), text] as const),
    ]),
  };
}
