import { describe, expect, test } from "@jest/globals";
import { type Proof, proveCloud } from "../../laws/index.ts";
import { aws } from "../../providers/aws/index.ts";
import type { Cloud, Implementation } from "../../providers/provider.ts";
import { lies } from "./lying-clouds.ts";
import { proofOf } from "./proof.ts";

const proof = proofOf(aws);
const bucket = aws.kinds["object-bucket"] as Implementation<"object-bucket">;
/** Buckets alone, of which nothing is promised and nothing lost: three cases show all there is to show. */
const small: Cloud = { ...aws, guarantees: [], kinds: { "object-bucket": { ...bucket, losses: [] } } };
const shown: Proof = {
  cases: { "object-bucket": proof.cases["object-bucket"]?.slice(0, 3) ?? [] },
  fixtures: proof.fixtures.filter((f) => f.natives.length < 3 && f.natives.every((n) => n.type.startsWith("aws_s3"))),
  generated: { count: 3, seed: 3 },
};

describe("a cloud proves itself without a test runner", () => {
  test("an honest one breaks no law", () => {
    expect(proveCloud(small, shown)).toEqual([]);
  });

  test("a lying one is told the law, the subject and what was found", () => {
    const [lie] = lies["no-residue"] ?? [];
    const found = proveCloud(lie?.cloud ?? aws, { cases: proof.cases, fixtures: [], generated: { count: 0, seed: 1 } });
    expect(found.find((f) => f.name === "no-residue")).toMatchObject({
      law: 7,
      subject: expect.any(String),
      says: expect.stringContaining("request_payer"),
    });
  });

  test("a cloud one only leaves is judged on what it reads alone", () => {
    expect(proveCloud({ ...small, sourceOnly: true }, shown)).toEqual([]);
  });
});
