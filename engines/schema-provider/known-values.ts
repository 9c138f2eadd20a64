import { type Args, isList, isObject, type Tree } from "../../providers/native.ts";

/** What a computed value of an emulated resource is, by `type.path`, where its arguments tell. */
const KNOWN: Readonly<Record<string, (args: Args) => Tree | undefined>> = {
  "aws_s3_bucket.id": ({ bucket }) => textOf(bucket),
  "aws_s3_bucket.arn": ({ bucket }) => textOf(bucket) && `arn:aws:s3:::${textOf(bucket)}`,
  "aws_iam_policy_document.json": (args) => JSON.stringify(policyDocument(args), null, 2),
};

/** Undefined: nobody knows, one is made up. Policies are compared by what they say, buckets are joined by their names. */
export function knownValue(type: string, path: string, args: Args): Tree | undefined {
  return KNOWN[`${type}.${path}`]?.(args);
}

function textOf(value: Tree | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The JSON that the policy language gives the blocks, https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html (2026-11-25). */
function policyDocument({ version, policy_id, statement }: Args): object {
  return { Version: version ?? "2012-10-17", Id: given(policy_id), Statement: blocks(statement).map(statementOf) };
}

function statementOf(s: Args): object {
  return {
    Sid: given(s["sid"]),
    Effect: s["effect"] ?? "Allow",
    Action: oneOrAll(s["actions"]),
    NotAction: oneOrAll(s["not_actions"]),
    Resource: oneOrAll(s["resources"]),
    NotResource: oneOrAll(s["not_resources"]),
    Principal: principals(s["principals"]),
    NotPrincipal: principals(s["not_principals"]),
    Condition: conditions(s["condition"]),
  };
}

function principals(value: Tree | undefined): unknown {
  const found = blocks(value);
  if (found.length === 0) return undefined;
  if (found.length === 1 && found[0]?.["type"] === "*") return "*";
  return Object.fromEntries(found.map((p) => [p["type"], oneOrAll(p["identifiers"])]));
}

function conditions(value: Tree | undefined): unknown {
  const found = blocks(value);
  if (found.length === 0) return undefined;
  const tests = [...new Set(found.map((c) => c["test"]))];
  return Object.fromEntries(
    tests.map((test) => [
      test,
      Object.fromEntries(found.filter((c) => c["test"] === test).map((c) => [c["variable"], oneOrAll(c["values"])])),
    ]),
  );
}

function oneOrAll(value: Tree | undefined): Tree | undefined {
  if (!isList(value) || value.length === 0) return undefined;
  return value.length === 1 ? value[0] : value;
}

function given(value: Tree | undefined): Tree | undefined {
  return value === null || value === "" ? undefined : value;
}

function blocks(value: Tree | undefined): Args[] {
  return isList(value) ? value.filter(isObject) : [];
}
