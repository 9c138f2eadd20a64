import { GIVES_UP } from "../assessment/way-back.ts";
import type { Step } from "./plan.ts";
import type { PlanInput } from "./plan-input.ts";

/** Steps of the whole estate that others wait for by name, and its end. */

type Rest = Partial<Step> & Pick<Step, "id" | "phase" | "kind" | "title" | "action" | "verify">;

/** A step of the whole estate with what most of them share filled in. */
export function estateStep(rest: Rest): Step {
  return {
    component: "estate",
    needs: [],
    rollback: null,
    hazards: [],
    duration: null,
    effort: null,
    role: "platform",
    ...rest,
  };
}

/** How what replaces something is undone. */
export function replacementRemoved(silent: boolean): string {
  return silent ? "Remove the replacement; nothing uses it yet." : "Remove the replacement; the source is untouched.";
}

export const APPLY = "foundation.target.apply";
export const START = "prepare.estate.owners";
/** The account at the target is open. */
export const ACCOUNT = "prepare.target.account";
/** Of work by hand that no item of the assessment counts by itself. */
export const UNCOUNTED = "what uses it: the assessment counts no work for it alone";
/** The go or no-go after the rehearsal. */
export const DECIDE = "rehearsal.estate.decide";
/** Names are remembered for a short time only, before any cutover. */
export const NAMES = "rehearsal.estate.names";
export const WATCH = "stabilisation.estate.watch";
/** The last step. */
export const CLOSE = "decommission.estate.close";

/** After every component: the estate's own end. */
export function closingSteps(
  { source }: PlanInput,
  done: Readonly<Record<"switches" | "reverses" | "destroys", readonly string[]>>,
): Step[] {
  return [
    estateStep({
      id: WATCH,
      phase: "stabilisation",
      kind: "watch",
      title: "Watch errors, latency and cost until the way back is given up",
      needs: [...done.switches],
      action: { manual: "Compare errors, latency and cost with those before the cutover, daily, for the agreed time." },
      verify: { manual: "The success criteria held for the whole time." },
      rollback: { manual: "Take the way back: the rollback of each switch, in reverse order." },
      durationDependsOn: "the agreed parallel run (3 to 90 calendar days, likely 14: judgement)",
    }),
    estateStep({
      id: GIVES_UP,
      phase: "decommission",
      kind: "decide",
      title: "Decide to give up the way back (point of no return)",
      needs: [WATCH, DECIDE, ...done.reverses],
      action: {
        manual: `Record who decides, when, and on which proof. Give the names the TTL that they had before the cutover. After this, ${source.title} no longer holds a usable copy.`,
      },
      verify: { manual: "The decision is signed and dated." },
      durationDependsOn: "the organisation",
    }),
    estateStep({
      id: CLOSE,
      phase: "decommission",
      kind: "destroy",
      title: `Remove what is left at ${source.title}: keys, roles, logs, the account`,
      needs: [...done.destroys, GIVES_UP],
      action: {
        manual: `Destroy the rest with the source's own code, and ask ${source.title} for proof of erasure. Close the account once nothing that belongs to others stands in it and no backup needs a key of it any more.`,
      },
      verify: { manual: "The next bill shows nothing of this estate; the proof of erasure is filed." },
      durationDependsOn: "the contract",
    }),
  ];
}

/** Once for the whole estate, and no earlier than the date is known: name servers are asked as often as the time is short. */
export function namesStep(): Step {
  return estateStep({
    id: NAMES,
    phase: "rehearsal",
    kind: "decide",
    title: "Lower the lifetime of the DNS records that will change",
    needs: [DECIDE],
    action: {
      manual:
        "Note the TTL of every name that the switch will change and set it to 60 seconds, at least one old TTL before the cutover.",
    },
    verify: { manual: "Each name answers with the new TTL." },
    rollback: { manual: "Set the old TTL again." },
    duration: { low: 0.25, likely: 0.5, high: 2 },
    role: "network",
  });
}

/** The go or no-go after the rehearsal, before any cutover. */
export function rehearsalDecision(proofs: readonly string[], others: readonly string[]): Step {
  return estateStep({
    id: DECIDE,
    phase: "rehearsal",
    kind: "decide",
    title: "Go or no-go, on the measured times and proofs",
    needs: [...proofs, ...others],
    action: {
      manual: "Compare the measured times with the interruption that is accepted; decide the date; tell the users.",
    },
    verify: { manual: "The decision is recorded with the measured times." },
    durationDependsOn: "the organisation",
  });
}
