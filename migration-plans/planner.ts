import type { Assessment } from "../assessment/assessment.ts";
import { effortKeyOf } from "../assessment/effort-key.ts";
import { PHASES } from "../assessment/effort-model.ts";
import { type EstateFacts, factsOf } from "../assessment/facts.ts";
import { GIVES_UP } from "../assessment/way-back.ts";
import type { Cloud } from "../providers/provider.ts";
import type { FoundComponent, Survey, Translation } from "../providers/survey.ts";
import { alikeTogether, byHandStep } from "./alike.ts";
import { APPLICATION, applicationSteps, withApplication } from "./application-steps.ts";
import { fetchedFirst } from "./at-risk.ts";
import { afterDecisions, codeSteps } from "./code-steps.ts";
import { inComponentOrder, LEADING } from "./component-order.ts";
import { decisionsOf } from "./decisions.ts";
import { dependencySteps, keptState } from "./dependency-steps.ts";
import { digestOf } from "./digest.ts";
import { referencesOf } from "./estate-references.ts";
import { APPLY, closingSteps, DECIDE, NAMES, namesStep, rehearsalDecision } from "./estate-steps.ts";
import { foreignDataSteps, foreignStepOf, foreignSteps, isCarried } from "./foreign-steps.ts";
import { foundationSteps, scriptSettings } from "./foundation-steps.ts";
import { hazardsOn, once } from "./hazards.ts";
import type { KindContext, Side } from "./kind-planner.ts";
import { pointOfNoReturn, withoutWayBack } from "./no-way-back.ts";
import { ordered } from "./order.ts";
import { type PlanWithFiles, Step } from "./plan.ts";
import { planners } from "./planners.ts";
import { prepareSteps } from "./prepare-steps.ts";
import { remarkSteps } from "./remark-steps.ts";
import { isSilent, withoutSource } from "./silent-source.ts";
import sections from "./to-fill.json" with { type: "json" };
import { imageSteps } from "./vm.ts";
import { onWindows } from "./windows.ts";
import { withWork } from "./work.ts";

/** Something that the code could not be written as it was asked for. */
export interface CodeRemark {
  readonly code: string;
  readonly summary: string;
  readonly detail: string;
  readonly component?: string;
}

export interface PlanInput {
  readonly assessment: Assessment;
  readonly survey: Survey;
  readonly translations: ReadonlyMap<string, Translation>;
  readonly source: Cloud;
  readonly target: Cloud;
  readonly facts?: EstateFacts;
  /** Target code beside the plan: its folder and files, relative to the plan's folder. */
  readonly targetCode: {
    readonly engine: "terraform" | "pulumi";
    readonly folder: string;
    readonly files: readonly string[];
    /** File of `files` that says where the state is kept, to be copied without `.example` and filled in. */
    readonly state?: string;
    /** What is to be known of the code before it runs; who it concerns by the ids of the survey. */
    readonly remarks?: readonly CodeRemark[];
  };
  /** Program that runs Terraform code. Default: `tofu`. */
  readonly engineCommand?: string;
}

const PURPOSE: Readonly<Record<(typeof PHASES)[number], string>> = {
  prepare: "Settle what is not known, name owners, open the account",
  foundation: "Make the target, settle every loss, replace what has no counterpart",
  "data-replication": "Copy the data while the source is in use",
  rehearsal: "Prove the copies, measure the times, decide",
  cutover: "Stop writing, copy the rest, prove it, switch",
  stabilisation: "Watch, and keep the way back open",
  decommission: "Give up the way back, then destroy the source",
};

/** The same where there is no way back, or none that anybody can promise. */
const CLOSE = { decommission: "Close what is left at the source" };
const ALONE: Readonly<Record<string, Partial<typeof PURPOSE>>> = {
  none: { stabilisation: "Watch: there is no way back", ...CLOSE },
  unknown: { stabilisation: "Watch: no way back is promised", ...CLOSE },
};

/** The same where the source does not answer. */
const SILENT: Partial<typeof PURPOSE> = {
  "data-replication": "Restore the data from the copies that are left",
  cutover: "Switch to what was restored",
};

/** An ordered migration with its scripts. Nothing of the survey is left out. Pure. */
export function plan(input: PlanInput): PlanWithFiles {
  const { assessment, survey, target, source } = input;
  const files = new Map<string, string>();
  const slugs = slugsOf(survey.components.map((c) => c.id));
  const results = new Map(assessment.components.map((c) => [c.id, c]));
  const windows = onWindows(survey.components);
  const moves = new Map(assessment.data.moves.map((m) => [m.component, m]));
  const contexts = [...survey.components]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((component) => {
      const result = results.get(component.id);
      if (!result) throw new Error(`the assessment does not know ${component.id}`);
      const slug = slugs.get(component.id) ?? "component";
      const move = moves.get(component.id);
      return contextOf(input, component, { result, slug, move, onWindows: windows.has(component.id) });
    });
  const decisions = decisionsOf(contexts);
  const byHand = ({ component, result }: KindContext) =>
    component.attachedTo !== undefined ||
    (result.fit === "specific" && input.translations.get(component.id)?.unsupported !== undefined);
  const byCode = contexts.filter((c) => !byHand(c));
  const coded = new Set(byCode.map((c) => c.component.id));
  const remarks = remarkSteps(input, contexts);
  const code = codeSteps(byCode, input.targetCode.folder, decisions.of);
  const references = referencesOf(input);
  const steps: Step[] = [
    ...prepareSteps(input),
    ...dependencySteps(input),
    ...foundationSteps(input, [...remarks, ...code]),
    ...imageSteps(byCode),
    ...foreignSteps(input, references, (node) => coded.has(node)),
    ...decisions.steps,
  ];
  for (const context of contexts) {
    const { component } = context;
    const { kind, id } = component;
    const made = byHand(context)
      ? { steps: [byHandStep(context)], files: {} }
      : planners[kind].plan({ ...context, decisions: decisions.of.get(id) ?? [] });
    steps.push(...made.steps);
    for (const [path, text] of Object.entries(made.files)) files.set(path, text);
  }
  const carried = foreignDataSteps(input);
  const application = applicationSteps(input);
  const settings = scriptSettings(files);
  const set = settings.map((s) => s.id);
  steps.push(...carried, ...application, ...settings);
  const ids = (kind: Step["kind"], phase: string) =>
    steps.filter((s) => s.kind === kind && s.phase === phase && s.component !== "estate").map((s) => s.id);
  // Everything of the phases before is settled before the decision to go; the first cutover step waits for it.
  const before = steps.filter((s) => ["prepare", "foundation", "data-replication"].includes(s.phase)).map((s) => s.id);
  steps.push(namesStep(), rehearsalDecision(ids("verify", "rehearsal"), before));
  const silent = isSilent(assessment.scenario);
  // Nothing is destroyed at a source that does not answer.
  const state = silent ? [] : keptState(input);
  const gates: Readonly<Record<string, readonly string[]>> = {
    cutover: [DECIDE, NAMES],
    decommission: [GIVES_UP, ...state.map((s) => s.id)],
  };
  const gated = steps.map((s) => ({
    ...s,
    needs: [...s.needs, ...(gates[s.phase] ?? []), ...(runsScript(s) ? set : [])],
  }));
  const last = [...carried.filter(isCarried), ...application.filter((s) => s.id === APPLICATION)];
  const switches = [...ids("switch", "cutover"), ...last.map((s) => s.id)];
  const destroys = [...state.map((s) => s.id), ...ids("destroy", "decommission")];
  gated.push(...state, ...closingSteps(input, { switches, reverses: ids("reverse", "stabilisation"), destroys }));
  // Keys in the order of the schema, however each planner wrote them.
  const { returnTrip } = assessment;
  // What is not known is not promised: docs/adr/0020-no-promised-return.md.
  const alone = returnTrip.way !== "open";
  const kindOf = new Map<string, string>(survey.components.map((c) => [c.id, c.kind]));
  const kind = (id: string) => kindOf.get(id);
  const stopped = withApplication(gated, (id) => LEADING.has(kind(id) ?? ""));
  const inOrder = inComponentOrder(afterDecisions(stopped), references, kind);
  const arranged = alikeTogether(inOrder, kind);
  const { settled } = decisions;
  const left = alone ? withoutWayBack(arranged) : arranged;
  const read = silent ? withoutSource(left, files, input) : fetchedFirst(left, input);
  const { steps: worked, otherWork } = withWork(read, assessment.workItems, {
    settled,
    effortKeys: new Map(survey.components.map((c) => [c.id, effortKeyOf(c)])),
    foreign: new Map(assessment.foreign.map((f) => [`foreign:${f.pricedAs}`, foreignStepOf(f.pricedAs)])),
  });
  const all = ordered(worked).map((s) => Step.parse(s));
  return {
    plan: {
      formatVersion: assessment.formatVersion,
      complete: assessment.complete,
      assessmentDigest: digestOf(assessment),
      from: source.id,
      to: target.id,
      region: assessment.target.region,
      scenario: assessment.scenario,
      phases: PHASES.map((id) => ({
        id,
        purpose: { ...PURPOSE, ...(alone ? ALONE[returnTrip.way] : {}), ...(silent ? SILENT : {}) }[id],
        steps: all.filter((s) => s.phase === id).map((s) => s.id),
      })),
      steps: all,
      otherWork,
      pointOfNoReturn: pointOfNoReturn(all, !alone),
      returnTrip,
      targetCode: { engine: input.targetCode.engine, files: [...input.targetCode.files] },
      files: [...files.keys()].sort(),
      triggers: triggersOf(assessment),
      successCriteria: [
        "Every proof of every copy is equal on both sides and kept with the evidence.",
        "Each application reads and writes at the target; errors and latency are no worse than before the cutover.",
        "Interruption of writing stayed within what was accepted, as measured in the rehearsal.",
        ...(alone ? [] : ["The way back was rehearsed before the source was given up."]),
      ],
      toFill: sections.map(({ section, rule }) => ({ section, rule, owner: "" })),
    },
    files,
  };
}

/** Of what a person does; no script reads the source then. */
const NOT_THERE = "What a step still asks of the source comes from its code, a copy or what is written down.";

function triggersOf({ scenario }: Assessment): string[] {
  const all: Readonly<Record<Assessment["scenario"], string>> = {
    "planned-exit": "A decision to leave, with a date.",
    "bouton-rouge": `No access to the source from now on: only copies outside it count. ${NOT_THERE}`,
    "provider-failure": "The provider has failed or announced its end.",
    "region-outage": `The region does not answer and no date for its return is known. ${NOT_THERE}`,
    "price-shock": "A price rise that makes staying dearer than leaving.",
  };
  return [all[scenario]];
}

function runsScript({ action }: Step): boolean {
  return action.run?.some((word) => word.startsWith("scripts/")) ?? false;
}

function contextOf(
  input: PlanInput,
  component: FoundComponent,
  own: Pick<KindContext, "result" | "slug" | "move" | "onWindows">,
): KindContext {
  const { assessment, source, target, translations, facts = {} } = input;
  const side = (cloud: Cloud, region: string): Side => {
    const entry = cloud.kinds[component.kind];
    return { cloud: cloud.id, title: cloud.title, region, exit: entry && "exit" in entry ? entry.exit : undefined };
  };
  const from = side(source, component.region ?? source.defaultRegion);
  const to = side(target, assessment.target.region);
  const stated = factsOf(facts, component.id);
  const { natives = [], open } = translations.get(component.id) ?? {};
  const exposed = { component, facts: stated };
  return {
    component,
    ...own,
    silent: isSilent(assessment.scenario),
    source: from,
    target: to,
    facts: stated,
    hazards: once([
      ...hazardsOn(from, { ...exposed, natives: [...component.natives, ...component.shared] }),
      ...hazardsOn(to, { ...exposed, natives, ...(open ? { open } : {}) }),
    ]),
    apply: APPLY,
    decisions: [],
  };
}

/** File names for components: the end of the id, told apart where two are alike. */
function slugsOf(ids: readonly string[]): Map<string, string> {
  const used = new Map<string, number>();
  return new Map(
    [...ids].sort().map((id) => {
      const base =
        id
          .replace(/^[^:]*:/, "")
          .replace(/[^A-Za-z0-9]+/g, "-")
          .replace(/^-|-$/g, "")
          .toLowerCase() || "component";
      const n = (used.get(base) ?? 0) + 1;
      used.set(base, n);
      return [id, n === 1 ? base : `${base}--${n}`] as const;
    }),
  );
}
