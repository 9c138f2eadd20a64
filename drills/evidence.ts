import { z } from "zod";
import { Plan } from "../migration-plans/plan.ts";

/** What a drill leaves behind: which plan was rehearsed, how far from the real thing, and what was measured. Nothing in it is estimated. */

const Digest = z.string().regex(/^[0-9a-f]{64}$/, "Write a SHA-256 in hex: 64 characters of 0-9 and a-f");
/** RFC 3339 with its offset from UTC: a time without one is two times. */
const Instant = z.iso.datetime({ offset: true });

/** `live`: on the clouds themselves. `emulated`: on servers that stand in for them. `dry-run`: nothing was done. */
const Mode = z.enum(["live", "emulated", "dry-run"]);

/** L0 declared, L1 synthesised, L2 planned or emulated, L3 deployed live at the target, L4 data moved and behaviour verified, L5 with no access to the source. */
const Level = z.enum(["L0", "L1", "L2", "L3", "L4", "L5"]);

const StepRun = z
  .strictObject({
    /** Id of the plan's step. */
    id: z.string().min(1),
    status: z.enum(["done", "failed", "skipped"]),
    /** When the first attempt began; null when none did. */
    startedAt: Instant.nullable(),
    /** When the last attempt ended; null when it did not. */
    finishedAt: Instant.nullable(),
    attempts: z.int().nonnegative(),
    /** SHA-256 of what the step printed; null for a step done by hand. */
    outputDigest: Digest.nullable(),
  })
  .superRefine((step, context) => {
    const { id, status, startedAt, finishedAt } = step;
    const refuse = (message: string) => context.addIssue({ code: "custom", message });
    if (status === "done" && (startedAt === null || finishedAt === null)) {
      refuse(`${id} is done and lacks startedAt or finishedAt: write both, or its status as failed or skipped`);
    }
    if (startedAt !== null && finishedAt !== null && Date.parse(finishedAt) < Date.parse(startedAt)) {
      refuse(`${id} ends before it starts: correct startedAt or finishedAt`);
    }
  });

export const Evidence = z
  .strictObject({
    formatVersion: Plan.shape.formatVersion,
    /** SHA-256 of the canonical JSON of the plan that was rehearsed. */
    planDigest: Digest,
    mode: Mode,
    /** What the drill proves. Only a live one proves more than L2. */
    level: Level,
    /** In the order in which they were taken up; each step once. A drill may leave steps of the plan out. */
    steps: z.array(StepRun),
    /** Proofs that data arrived: what was counted or hashed on both sides, null where a side could not be asked. */
    dataChecks: z.array(
      z.strictObject({
        component: z.string(),
        check: z.string().min(1),
        source: z.string().nullable(),
        target: z.string().nullable(),
        passed: z.boolean(),
      }),
    ),
    /** Hours from the loss of service to its return at the target; null when that was not measured. */
    rto: z.number().nonnegative().nullable(),
    /** Hours of data that were lost; null when that was not measured. */
    rpo: z.number().nonnegative().nullable(),
    /** What went wrong or was learned, with the step it was seen at. */
    findings: z.array(
      z.strictObject({
        severity: z.enum(["error", "warning", "info"]),
        step: z.string().nullable(),
        text: z.string().min(1),
      }),
    ),
  })
  .superRefine(({ mode, level, steps }, context) => {
    if (mode !== "live" && level > "L2") {
      context.addIssue({
        code: "custom",
        path: ["level"],
        message: `${level} needs mode live; ${mode} proves L2 at most`,
      });
    }
    const ids = steps.map((step) => step.id);
    for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) {
      context.addIssue({
        code: "custom",
        path: ["steps"],
        message: `${id} stands there twice: keep one, with its attempts`,
      });
    }
  });
export type Evidence = z.infer<typeof Evidence>;
