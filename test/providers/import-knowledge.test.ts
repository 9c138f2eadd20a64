import { expect, test } from "@jest/globals";
import { aws } from "../../providers/aws/index.ts";
import { knowledgeOf } from "../../providers/import-knowledge.ts";
import type { Native } from "../../providers/native.ts";
import { countedLeaves, normalise } from "../../providers/normalise.ts";
import { resourceSchema } from "../../providers/schema-of.ts";

const { sensitive, isBlock, computed, elements } = knowledgeOf([aws]);

test("secrets, blocks and what the provider fills in are told by the schema", () => {
  expect(sensitive("aws_db_instance", "password")).toBe(true);
  expect(sensitive("aws_db_instance", "username")).toBe(false);
  expect(isBlock("aws_s3_bucket_lifecycle_configuration", "rule.0.transition")).toBe(true);
  expect(isBlock("aws_s3_bucket", "tags")).toBe(false);
  expect(computed("aws_s3_bucket", "arn")).toBe(true);
  expect(computed("aws_s3_bucket", "versioning")).toBe(true);
  expect(computed("aws_s3_bucket_cors_configuration", "cors_rule")).toBe(false);
});

test("a list of which code tells how many elements it has is one of the schema's, and so is all that it is told by", () => {
  for (const [path, rule] of Object.entries(aws.elements ?? {})) {
    const [type = "", attribute = ""] = path.split(".");
    expect(elements(type, attribute)).toEqual(rule);
    expect(computed(type, attribute)).toBe(true);
    const schema = aws.providers[0]?.schema().resource_schemas[type]?.block;
    const known = [...rule.of, ...Object.keys(rule.when)].filter((name) => schema?.attributes?.[name]);
    expect(known).toEqual([...rule.of, ...Object.keys(rule.when)]);
  }
  expect(elements("aws_acm_certificate", "domain_name")).toBeUndefined();
});

test("nothing is claimed of what the schema does not have", () => {
  expect(isBlock("random_id", "keepers")).toBeUndefined();
  expect(computed("aws_quantum_thing", "state")).toBeUndefined();
  expect(computed("aws_s3_bucket", "nonsense")).toBeUndefined();
  expect(sensitive("random_password", "result")).toBe(false);
});

test("what stands in a state within a block of the provider's own may not have been asked for", () => {
  const bucket: Native = {
    address: "aws_s3_bucket.b",
    root: ".",
    mode: "managed",
    type: "aws_s3_bucket",
    name: "b",
    provider: { name: "aws" },
    args: { bucket: "b", versioning: [{ enabled: true, mfa_delete: true }] },
    refs: [],
    configured: null,
    at: { file: "state.json" },
  };
  const schema = resourceSchema(aws, bucket);
  const counted = (native: Native) =>
    countedLeaves(normalise(native, schema), schema).filter((l) => l.path.startsWith("versioning"));
  expect(counted(bucket).map((l) => l.chosen)).toEqual([true, true]);
  const written = { ...bucket, configured: new Set(["bucket", "versioning.enabled", "versioning.mfa_delete"]) };
  expect(counted(written).map((l) => l.chosen)).toEqual([false, false]);
});
