import type { AssessInput } from "../assessment/assessment.ts";
import { type Change, Condition, type Waiver } from "../assessment/change.ts";
import { change } from "../assessment/compare.ts";
import { baselineOf, judged } from "../audit/change-gate.ts";
import { OTHER_FORM } from "../importers/diagnostics.ts";
import { reporters } from "../report/reporters.ts";
import { readBaseline, readWaivers } from "./acceptance.ts";
import { type BareName, ofSeveralRoots } from "./bare-names.ts";
import { readBoth } from "./base-and-head.ts";
import { checkAllowPartial, type EstateOptions, type TargetOptions } from "./common-options.ts";
import { readFacts } from "./facts-file.ts";
import { isSamePath } from "./files.ts";
import type { ExitCode } from "./io.ts";
import { measure } from "./measure.ts";
import { sameCloudDiagnostics } from "./same-cloud.ts";
import type { Session } from "./session.ts";
import type { SourceEstate } from "./source-estate.ts";
import { cloudNamed, regionDiagnostics, type Target, targetsNamed } from "./targets.ts";
import { UsageError } from "./usage-error.ts";
import { checkFile, writeFileWhole } from "./write-file.ts";

export interface GateOptions {
  readonly failOn?: string;
  readonly allowPartial?: boolean;
  readonly baseline?: string;
  readonly writeBaseline?: string;
  readonly waivers?: string;
}

type ChangeOptions = EstateOptions & TargetOptions & GateOptions;

/** What a change does to the exit, and whether a gate lets it through. */
export async function compareChange(
  basePath: string,
  headPath: string,
  options: ChangeOptions,
  session: Session,
): Promise<ExitCode> {
  // What is wrong with the command is said before anything is read.
  const targets = targetsNamed(options);
  const failOn = conditionsNamed(options);
  if (options.format === "sarif" && targets.length > 1) {
    throw new UsageError("--format sarif is written for one target: hosts of code take one run in a file");
  }
  if (options.plan !== undefined) {
    throw new UsageError("--plan is laid over one folder: compare two plans, exeat diff base.json head.json");
  }
  if (options.waivers !== undefined && options.date === undefined) {
    throw new UsageError('waivers expire: say which day it is, --date "$(date +%F)"');
  }
  await checkFile("--write-baseline", options.writeBaseline);
  const baseline = await readBaseline(options.baseline, session.files);
  const waivers = await readWaivers(options.waivers, session.files);
  for (const { target } of waivers.value?.waivers ?? []) if (target !== undefined) cloudNamed(target);
  const { base, head, diagnostics } = await readBoth(basePath, headPath, options, session);
  const stated = await readFacts(options.facts, [base.survey, head.survey], session.files);
  const mistakes = [
    ...regionDiagnostics(targets),
    ...sameCloudDiagnostics(head, targets),
    ...stated.diagnostics,
    ...baseline.diagnostics,
    ...waivers.diagnostics,
    ...(waivers.value ? ofSeveralRoots(waivedBy(waivers.value.waivers), [head.survey], waivers.written) : []),
    ...diagnostics,
  ];
  session.diagnose(mistakes);
  if (base.nothing || head.nothing || mistakes.some((d) => d.severity === "error")) {
    const said = [...base.estate.diagnostics, ...head.estate.diagnostics];
    session.diagnose(said.filter((d) => d.severity === "error" || d.code === OTHER_FORM));
    return 2;
  }

  const measured = (from: SourceEstate, target: Target): AssessInput => {
    session.progress(`Translating to ${target.cloud.title}`);
    return measure(from, target, { facts: stated.facts, model: stated.model, date: options.date });
  };
  const changes = targets.map((t) => change({ base: measured(base, t), head: measured(head, t) }));
  const [first, ...rest] = judged(changes, {
    failOn,
    ...(options.allowPartial ? { allowPartial: true } : {}),
    ...(baseline.value ? { baseline: baseline.value } : {}),
    ...(waivers.value ? { waivers: waivers.value.waivers } : {}),
    ...(options.date === undefined ? {} : { date: options.date }),
  });
  if (!first) throw new Error("no target");
  session.diagnose(distinct([first, ...rest].flatMap((c) => c.diagnostics)), true);
  await session.report([first, ...rest], reporters.change);
  if (options.writeBaseline !== undefined) {
    const anew = options.baseline !== undefined && isSamePath(options.baseline, options.writeBaseline);
    const write = anew ? writeFileWhole : (path: string, text: string) => session.write("--write-baseline", path, text);
    await write(options.writeBaseline, `${JSON.stringify(baselineOf([first, ...rest]), null, 2)}\n`);
  }
  return said([first, ...rest], session);
}

function waivedBy(waivers: readonly Waiver[]): BareName[] {
  return waivers.map(({ component }, i) => ({ name: component, path: ["waivers", i, "component"] }));
}

function conditionsNamed({ failOn, allowPartial }: GateOptions): Condition[] {
  checkAllowPartial({ allowPartial }, "--fail-on", failOn !== undefined);
  if (failOn === undefined) return [];
  const words = failOn.split(",").map((word) => word.trim());
  // An empty variable of a pipeline is no gate, and must not look like one that passed.
  if (!words.some(Boolean)) {
    throw new UsageError(`--fail-on names no condition: name one of ${Condition.options.join(", ")}, or leave it out`);
  }
  const named = words.filter(Boolean).map((word) => {
    const condition = Condition.safeParse(word);
    if (condition.success) return condition.data;
    throw new UsageError(`there is no condition "${word}": name one of ${Condition.options.join(", ")}`);
  });
  if (allowPartial && named.includes("incomplete")) {
    throw new UsageError("--fail-on incomplete and --allow-partial contradict each other: leave one out");
  }
  return [...new Set(named)];
}

/** Targets say the same of what was read. */
function distinct(diagnostics: Change["diagnostics"]): Change["diagnostics"] {
  return [...new Map(diagnostics.map((d) => [JSON.stringify(d), d])).values()];
}

/** A sentence for each condition that failed. */
function said(changes: readonly Change[], session: Session): ExitCode {
  const failed = changes.flatMap((c) => c.gate.failed);
  const sentences = new Map(failed.map(({ condition, why }) => [`${condition} ${why}`, { condition, why }]));
  session.diagnose(
    [...sentences.values()].map(({ condition, why }) => ({
      severity: "error",
      code: "EX0010",
      summary: `The gate failed: ${condition}`,
      detail: `${why[0]?.toUpperCase()}${why.slice(1)}`,
    })),
    true,
  );
  return failed.length === 0 ? 0 : 1;
}
