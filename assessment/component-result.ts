import { z } from "zod";
import { Offered } from "./jurisdiction.ts";
import { Citation, GapClass, Location } from "./result.ts";

const Gap = z.strictObject({
  /** Address of the native and path inside it. */
  address: z.string(),
  path: z.string(),
  class: GapClass,
});

const LossResult = z.strictObject({
  path: z.string(),
  /** `depends`: the value is not known, and for at least one it could have the prop is lost. */
  verdict: z.enum(["lost", "depends"]),
  severity: z.enum(["blocks", "degrades", "cosmetic"]),
  class: GapClass,
  asked: z.json(),
  /** Null: the target gives nothing. */
  got: z.json(),
  why: z.string(),
  instead: z.string(),
  citation: Citation,
});

export const ComponentResult = z.strictObject({
  id: z.string(),
  kind: z.string(),
  /** Only parts of it are here: what they belong to is somebody else's, and is not moved. */
  attachedTo: z.literal("external").optional(),
  at: Location,
  /** core: no gap above `setting`; specific: substitute or rebuild; else implementation. */
  fit: z.enum(["core", "implementation", "specific"]),
  /** Qualifications asked for that it would not run under, or may not: then `specific`. */
  unqualified: z.array(z.string()).optional(),
  losses: z.array(LossResult),
  coarsened: z.array(Gap),
  residue: z.array(Gap),
  holes: z.array(z.strictObject({ path: z.string(), expression: z.string(), at: Location })),
  /** Resources it becomes at the target; none where it has no such kind. */
  becomes: z.array(Offered),
  /** What takes its place where the target has no such kind. */
  substitute: z.string().optional(),
});
export type ComponentResult = z.infer<typeof ComponentResult>;
