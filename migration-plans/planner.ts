import { effortKeyOf } from "../assessment/effort-key.ts";
import { GIVES_UP } from "../assessment/way-back.ts";
import { alikeTogether, byHandStep } from "./alike.ts";
import { APPLICATION, applicationSteps, withApplication } from "./application-steps.ts";
import { fetchedFirst } from "./at-risk.ts";
import { afterDecisions, codeSteps } from "./code-steps.ts";
import { inComponentOrder, LEADING } from "./component-order.ts";
import { decisionsOf } from "./decisions.ts";
import { dependencySteps, keptState } from "./dependency-steps.ts";
import { digestOf } from "./digest.ts";
import { referencesOf } from "./estate-references.ts";
import { closingSteps, DECIDE, NAMES, namesStep, rehearsalDecision } from "./estate-steps.ts";
import { externalKeys } from "./external-keys.ts";
import { foreignDataSteps, foreignStepOf, foreignSteps, isCarried } from "./foreign-steps.ts";
import { foundationSteps, scriptSettings } from "./foundation-steps.ts";
import { kindContexts } from "./kind-contexts.ts";
import type { KindContext } from "./kind-planner.ts";
import { pointOfNoReturn, withoutWayBack } from "./no-way-back.ts";
import { ordered } from "./order.ts";
import { phasesOf, triggersOf } from "./phases.ts";
import { type PlanWithFiles, Step } from "./plan.ts";
import type { PlanInput } from "./plan-input.ts";
import { planners } from "./planners.ts";
import { prepareSteps } from "./prepare-steps.ts";
import { remarkSteps } from "./remark-steps.ts";
import { isSilent, withoutSource } from "./silent-source.ts";
import { decidesMethod } from "./sql-database.ts";
import sections from "./to-fill.json" with { type: "json" };
import { imageSteps } from "./vm.ts";
import { withWork } from "./work.ts";

/** An ordered migration with its scripts. Nothing of the survey is left out. Pure. */
export function plan(input: PlanInput): PlanWithFiles {
  const { assessment, survey, target, source } = input;
  const files = new Map<string, string>();
  const unread = new Map<string, string>();
  const contexts = kindContexts(input);
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
    ...externalKeys(byCode),
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
    // What is lost has nothing that a script could read; who read it is known by what was written.
    for (const [path, text] of Object.entries(made.files)) (context.lost ? unread : files).set(path, text);
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
  const measured = steps.filter(decidesMethod).map((s) => s.id);
  steps.push(namesStep(), rehearsalDecision([...ids("verify", "rehearsal"), ...measured], before));
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
  const read = silent ? withoutSource(left, new Map([...files, ...unread]), input) : fetchedFirst(left, input);
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
      phases: phasesOf(all, returnTrip.way, silent),
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

function runsScript({ action }: Step): boolean {
  return action.run?.some((word) => word.startsWith("scripts/")) ?? false;
}
