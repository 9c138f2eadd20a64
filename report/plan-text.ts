import type { Plan } from "../migration-plans/plan.ts";
import { languageOf } from "./language/language.ts";
import { durationOf, workOf } from "./plan-reading.ts";
import type { Reporter } from "./reporter.ts";
import { incomplete, lines, paint, plural } from "./words.ts";

/** One screen: phases, how many steps run by themselves, where the way back ends. */
export const planText: Reporter<Plan> = (plan, { color }) => {
  const p = paint(color);
  const byId = new Map(plan.steps.map((s) => [s.id, s]));
  const output = lines([
    ...incomplete(plan).map(p.red),
    `${p.bold("Migration plan")} from ${plan.from} to ${plan.to}:${plan.region}, ${plan.scenario}. ${p.yellow("Not run yet: nothing here was tried on a live cloud.")}`,
    "",
    ...plan.phases.map((phase, i) => {
      const steps = phase.steps.flatMap((id) => byId.get(id) ?? []);
      const scripted = steps.filter((s) => s.action.run).length;
      return `${String(i + 1).padStart(2)} ${p.bold(phase.id.padEnd(17))} ${plural(steps.length, "step").padStart(9)}, ${String(scripted).padStart(2)} by command  ${p.dim(phase.purpose)}`;
    }),
    "",
    ...(plan.returnTrip.way === "open" ? [] : [p.red(plan.returnTrip.says.join(" "))]),
    ...(plan.pointOfNoReturn && plan.returnTrip.way === "open"
      ? [`Way back until ${p.bold(plan.pointOfNoReturn)}: every change before it says how to undo it.`]
      : []),
    `Duration: ${durationOf(plan.steps, languageOf())}`,
    `Work by hand: ${workOf(plan, languageOf())}`,
    `Code for the target: ${plan.targetCode.engine}, ${plural(plan.targetCode.files.length, "file")}. Scripts: ${plural(plan.files.length, "file")}.`,
  ]);
  return { output, exitCode: 0 };
};
