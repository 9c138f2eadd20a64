import { kinds } from "../constructs/kinds.ts";
import type { AssessInput, Assessment } from "./assessment.ts";
import type { EffortModel } from "./effort-model.ts";
import { factsOf } from "./facts.ts";
import { tenth } from "./numbers.ts";
import type { Range } from "./result.ts";

/** The methods by which a component's data may leave, best first. */
function methodsOf(input: AssessInput, component: AssessInput["survey"]["components"][number]): string[] {
  const entry = input.source.kinds[component.kind];
  const key = kinds[component.kind].effortKey(component.props as Record<string, unknown>);
  const methods = entry && "exit" in entry ? entry.exit.export : [];
  // A cloud lists methods of several engines: those of another one are left out.
  const other = key === "postgres" ? /^mysql/ : key === "mysql" ? /^pg-/ : /^$/;
  return methods.map((m) => m.method).filter((m) => !other.test(m));
}

/** What must move. A size nobody stated is unknown, and says under which name to state it. What holds no data by any method of the model is left out. */
export function dataOf(input: AssessInput, model: EffortModel): Assessment["data"] {
  const known = new Set(model.dataMovement.methods.map((m) => m.id));
  const moves = input.survey.components.flatMap((component) => {
    const methods = methodsOf(input, component);
    if (!methods.some((m) => known.has(m))) return [];
    const method = methods[0] ?? "by hand";
    const { gib, objects } = factsOf(input.facts ?? {}, component.id);
    const hours = gib === undefined ? null : transferHours(gib, objects, method, model);
    return [
      {
        component: component.id,
        method,
        gib: gib ?? null,
        hours,
        ...(gib === undefined ? { dependsOn: `components.${component.id}.gib in exeat.yaml` } : {}),
      },
    ];
  });
  return { moves };
}

/** Hours of one transfer without verification (`dataMovement.formula`); null when the method has no known rate. */
function transferHours(gib: number, objects: number | undefined, method: string, model: EffortModel): Range | null {
  const found = model.dataMovement.methods.find((m) => m.id === method);
  const restarts = model.dataMovement.overheads.find((o) => o.id === "restarts")?.factor;
  if (!found || !restarts) return null;
  const hours = (quantile: keyof Range, rate: keyof Range) => {
    const bytes = (gib * 1073.741824) / found.MBps[rate];
    const count = objects && found.objectsPerSecond ? objects / found.objectsPerSecond[rate] : 0;
    return tenth((Math.max(bytes, count) / 3600) * restarts[quantile] * 10) / 10;
  };
  return { low: hours("low", "high"), likely: hours("likely", "likely"), high: hours("high", "low") };
}

/** Prices are not part of this version: every part is named as unpriced, never 0. */
export function costOf(input: AssessInput): Assessment["cost"] {
  const sizes = "components.<id>.gib in exeat.yaml";
  return {
    oneOff: null,
    monthly: null,
    currency: "EUR",
    unpriced: [
      {
        what: `Egress from ${input.source.title}`,
        dependsOn: `${sizes}, and the switching charges in force at the date`,
      },
      {
        what: "Double running of source and target",
        dependsOn: "the length of the parallel run and both monthly bills",
      },
      {
        what: `Monthly cost at ${input.target.title}`,
        dependsOn: "prices of the target's machines, storage and traffic",
      },
    ],
  };
}
