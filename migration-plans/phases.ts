import type { Assessment } from "../assessment/assessment.ts";
import { PHASES } from "../assessment/effort-model.ts";
import type { Plan, Step } from "./plan.ts";

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

/** What each phase is for, and its steps. `silent`: the source does not answer. */
export function phasesOf(
  steps: readonly Step[],
  way: Assessment["returnTrip"]["way"],
  silent: boolean,
): Plan["phases"] {
  const purposes = { ...PURPOSE, ...ALONE[way], ...(silent ? SILENT : {}) };
  return PHASES.map((id) => ({
    id,
    purpose: purposes[id],
    steps: steps.filter((s) => s.phase === id).map((s) => s.id),
  }));
}

/** Of what a person does; no script reads the source then. */
const NOT_THERE = "What a step still asks of the source comes from its code, a copy or what is written down.";

/** What sets the plan off. */
export function triggersOf({ scenario }: Assessment): string[] {
  const all: Readonly<Record<Assessment["scenario"], string>> = {
    "planned-exit": "A decision to leave, with a date.",
    "bouton-rouge": `No access to the source from now on: only copies outside it count. ${NOT_THERE}`,
    "provider-failure": "The provider has failed or announced its end.",
    "region-outage": `The region does not answer and no date for its return is known. ${NOT_THERE}`,
    "price-shock": "A price rise that makes staying dearer than leaving.",
  };
  return [all[scenario]];
}
