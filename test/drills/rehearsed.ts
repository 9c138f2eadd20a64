import type { Evidence } from "../../drills/evidence.ts";
import { digestOf } from "../../migration-plans/digest.ts";
import type { Plan } from "../../migration-plans/plan.ts";
import { shop } from "../assessment/estate.ts";
import { planOf } from "../migration-plans/shop-plan.ts";

/** The plan of the example shop: programs, work by hand with and without expected hours, waits. */
export const shopPlan: Plan = planOf(shop()).plan;

const BEGIN = Date.parse("2026-11-23T08:00:00Z");

/** A finished step that took so many hours. */
export function took(id: string, hours: number): Evidence["steps"][number] {
  const at = (ms: number) => new Date(ms).toISOString();
  return {
    id,
    status: "done",
    startedAt: at(BEGIN),
    finishedAt: at(BEGIN + Math.round(hours * 3_600_000)),
    attempts: 1,
    outputDigest: null,
  };
}

/** Record of a live drill of a plan. */
export function evidenceOf(plan: Plan, steps: Evidence["steps"], more: Partial<Evidence> = {}): Evidence {
  return {
    formatVersion: 1,
    planDigest: digestOf(plan),
    mode: "live",
    level: "L3",
    steps,
    dataChecks: [],
    rto: null,
    rpo: null,
    findings: [],
    ...more,
  };
}
