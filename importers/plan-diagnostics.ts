import type { Diagnostic, Location } from "../constructs/diagnostic.ts";
import { list } from "../constructs/list.ts";
import { called } from "./diagnostics.ts";

// What can be wrong with a plan, alone or laid over the code it was made from; the remedy is in the text.

export function erroredPlan(at: Location): Diagnostic {
  return {
    severity: "warning",
    code: "EX0216",
    summary: "The plan ended with an error",
    detail: "Planning stopped: resources after the error are missing. Plan again without errors.",
    source: at,
  };
}

/** `deferred`: what the engine put off, where the plan lists it. */
export function incompletePlan(at: Location, deferred: readonly string[]): Diagnostic {
  const detail =
    deferred.length > 0
      ? `${list(deferred)}: put off to a later plan by the engine. Each counts as one, with what is known of it so far. Apply this plan, and plan again.`
      : "It says of itself that it is of a part: what it leaves out is not counted. Plan again without -target, or apply this plan and plan again.";
  return { severity: "warning", code: "EX0216", summary: "The plan is not complete", detail, source: at };
}

export function toBeDestroyed(at: Location, addresses: readonly string[]): Diagnostic {
  return {
    severity: "info",
    code: "EX0217",
    summary: "The plan destroys configured resources",
    detail: `${list(addresses)}: configured, and to be destroyed. They are not counted.`,
    source: at,
  };
}

export function leftOutOfPlan(at: Location, addresses: readonly string[]): Diagnostic {
  return {
    severity: "warning",
    code: "EX0031",
    summary: "The plan leaves configured resources out",
    detail: `${list(addresses)}: configured, and the plan says nothing of them, as one made with -target. They are not counted, and the estate is not complete. Plan again without -target; where the code switches them off (\`enabled = false\`), name its folder and give the plan with --plan.`,
    source: at,
  };
}

export function overlayUnmatched(plan: string, directory: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0220",
    summary: "The plan belongs to no root of the folder",
    detail: `None of the resources of ${plan} is in the code under ${directory}; the code was read without it. Make the plan in that folder, or name the folder it was made in.`,
    source: { file: plan },
  };
}

export function overlayAmbiguous(plan: string, roots: readonly string[]): Diagnostic {
  return {
    severity: "error",
    code: "EX0221",
    summary: "The plan fits several roots of the folder",
    detail: `${plan} fits several roots alike: ${roots.join(", ")}. The code was read without it. Name the folder it was made in, or put the plan into the folder of its root.`,
    source: { file: plan },
  };
}

export function overlayNotPlan(plan: string): Diagnostic {
  return {
    severity: "error",
    code: "EX0222",
    summary: "--plan needs a plan and a folder of code",
    detail: `${called(plan)} could not be laid over the code. Name a plan written by \`tofu show -json\`, and one folder with *.tf files.`,
    source: { file: plan },
  };
}

export function notInPlan(at: Location, address: string, plan: string): Diagnostic {
  return {
    severity: "warning",
    code: "EX0223",
    summary: "A resource of the code is not in the plan",
    detail: `${address} is read from the code alone: ${plan} is older than the code, or was made with -target. Plan again.`,
    address,
    source: at,
  };
}

export function fewerInPlan(at: Location, addresses: readonly string[], plan: string): Diagnostic {
  return {
    severity: "warning",
    code: "EX0032",
    summary: "The plan has fewer instances than the code",
    detail: `${list(addresses)}: by the values the code was read with, and not in ${plan}. The plan counts, they do not. Give the values it was made with by --var-file; if it was made with -target, plan again.`,
    source: at,
  };
}
