import { describe, expect, test } from "@jest/globals";
import { kinds } from "../../../constructs/kinds.ts";
import { foreign } from "../../../providers/aws/foreign.ts";
import { aws } from "../../../providers/aws/index.ts";
import occurrence from "../../../providers/aws/resource-types.json" with { type: "json" };
import { isImplemented } from "../../../providers/provider.ts";

const claimed = new Set(
  Object.keys(kinds).flatMap((kind) => {
    const entry = aws.kinds[kind as keyof typeof kinds];
    return isImplemented(entry) ? entry.claims.filter((c) => c.mode !== "data").map((c) => c.type) : [];
  }),
);

describe("foreign types of AWS", () => {
  test("with the types the kinds claim, at least 95 % of public estates by weight is named", () => {
    const total = occurrence.aws.reduce((sum, t) => sum + t.meanSharePct, 0);
    const named = occurrence.aws.filter((t) => foreign[t.type] || claimed.has(t.type));
    const share = named.reduce((sum, t) => sum + t.meanSharePct, 0) / total;
    expect(share).toBeGreaterThanOrEqual(0.95);
  });

  test("machine learning is among them", () => {
    const ml = Object.entries(foreign).filter(([, t]) => t.class === "ml");
    expect(ml.map(([name]) => name)).toEqual(
      expect.arrayContaining(["aws_sagemaker_endpoint", "aws_bedrockagent_agent", "aws_bedrock_guardrail"]),
    );
  });

  test("each is a type the provider has", () => {
    const schema = aws.providers[0]!.schema().resource_schemas;
    expect(Object.keys(foreign).filter((type) => !schema[type])).toEqual([]);
  });
});
