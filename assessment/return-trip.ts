import { z } from "zod";
import { Citation, Range, UnknownFact } from "./result.ts";

/** What coming back after a failed cutover costs, and until when it is possible. */
export const ReturnTrip = z.strictObject({
  /** `unknown`: nobody can say yet whether there is one. */
  way: z.enum(["open", "none", "unknown"]),
  /** Why there is none, or what opens and closes it; in sentences. */
  says: z.array(z.string()),
  /** Work that is done a second time; null where there is no way back. */
  effort: z
    .strictObject({
      unit: z.literal("person-days"),
      ...{ p10: z.number(), p50: z.number(), p80: z.number(), p95: z.number() },
      /** Which records of the effort model are charged again. */
      again: z.array(z.string()),
      citation: Citation,
    })
    .nullable(),
  /** Of all reverse copies side by side, the slowest counts: hours, and how long nobody can write. Null: not known, or no way back. */
  hours: Range.nullable(),
  downtimeHours: Range.nullable(),
  /** When it closes at the latest: the step of the plan, and calendar days after the cutover. */
  until: z.strictObject({ step: z.string(), days: Range, stated: z.boolean() }).nullable(),
  /** Waits that are no work, in calendar days. */
  waits: z.array(z.strictObject({ id: z.string(), name: z.string(), days: Range, stated: z.boolean() })),
  /** What holds data, and what ends its way back earlier. */
  components: z.array(
    z.strictObject({
      /** Id of a component, `foreign:<type>` or `unknown:<type>`. */
      component: z.string(),
      /** By which what was written at the target is carried back; null: by none that is known. */
      method: z.string().nullable(),
      hours: Range.nullable(),
      verificationHours: Range.nullable(),
      downtimeHours: Range.nullable(),
      ends: z.array(z.string()),
      dependsOn: z.string().optional(),
    }),
  ),
  /** Parts of its cost that have no price. */
  unpriced: z.array(UnknownFact),
});
export type ReturnTrip = z.infer<typeof ReturnTrip>;
