import { z } from "zod";

/**
 * The part of SARIF 2.1.0 (OASIS, 2020) that is written here: names, types and what each object must have, as sections 3.13 to
 * 3.52 of the standard say it. Strict, so that a property the standard does not know fails.
 */
const Text = z.strictObject({ text: z.string().min(1) });
const Level = z.enum(["none", "note", "warning", "error"]);
/** Relative to the root of the repository, or a `file:` address; percent-encoded. */
const Uri = z.string().regex(/^(file:\/\/)?[\w./~!$&'()*+,;=:@%-]+$/);

const Rule = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  name: z.string().regex(/^[A-Z]\w+$/),
  shortDescription: Text,
  fullDescription: Text,
  help: Text,
  defaultConfiguration: z.strictObject({ level: Level }),
});

const Location = z
  .strictObject({
    physicalLocation: z
      .strictObject({
        artifactLocation: z.strictObject({ uri: Uri }),
        region: z.strictObject({ startLine: z.int().min(1) }).optional(),
      })
      .optional(),
    logicalLocations: z.array(z.strictObject({ fullyQualifiedName: z.string().min(1), kind: z.literal("resource") })),
  })
  .refine((l) => l.physicalLocation !== undefined || l.logicalLocations.length > 0);

const Result = z.strictObject({
  ruleId: z.string(),
  ruleIndex: z.int().min(0),
  level: Level,
  message: Text,
  locations: z.array(Location).length(1),
  partialFingerprints: z.record(z.string(), z.string().min(1)),
  baselineState: z.enum(["new", "unchanged", "updated", "absent"]),
  suppressions: z
    .array(
      z.strictObject({
        kind: z.enum(["inSource", "external"]),
        status: z.enum(["accepted", "underReview", "rejected"]),
        justification: z.string().min(1),
      }),
    )
    .optional(),
});

const Run = z
  .strictObject({
    tool: z.strictObject({
      driver: z.strictObject({
        name: z.string(),
        semanticVersion: z.string().regex(/^\d+\.\d+\.\d+/),
        rules: z.array(Rule),
      }),
    }),
    automationDetails: z.strictObject({ id: z.string() }),
    columnKind: z.enum(["utf16CodeUnits", "unicodeCodePoints"]),
    results: z.array(Result),
    properties: z.record(z.string(), z.unknown()),
  })
  .refine((run) => run.results.every((r) => run.tool.driver.rules[r.ruleIndex]?.id === r.ruleId));

export const Sarif = z.strictObject({
  $schema: z.literal("https://json.schemastore.org/sarif-2.1.0.json"),
  version: z.literal("2.1.0"),
  runs: z.array(Run).length(1),
});
