import { encoded, ref, text } from "../expr.ts";
import { type Native, type Tree, Unknown } from "../native.ts";
import type { Cursor, Cursors, LowerContext, RaiseContext } from "../provider.ts";
import { list, members } from "../values.ts";

/**
 * A bucket policy allows and never denies: it shuts out whomever it does not name, so those who use the bucket are named beside
 * what is asked for: https://www.scaleway.com/en/docs/object-storage/api-cli/bucket-policy/, 2026-06-23.
 */
export function bucketPolicy(
  bucket: Native,
  wanted: { readonly requireTls: boolean; readonly publicRead: boolean },
  ctx: LowerContext,
): Tree {
  const users = ctx.variable({
    name: `${ctx.name().replaceAll("-", "_")}_users`,
    type: "list(string)",
    description:
      "Who uses the bucket, as application_id:… or user_id:…; the bucket policy shuts out everybody else, people and pipelines too.",
  });
  const name = ref(bucket, "name");
  const objects = text`${name}/*`;
  const condition = wanted.requireTls ? { Condition: OVER_TLS } : {};
  const everybody = {
    Sid: "PublicRead",
    Effect: "Allow",
    Principal: "*",
    Action: ["s3:GetObject"],
    Resource: [objects],
    ...condition,
  };
  return encoded({
    Version: "2023-04-17",
    Statement: [
      {
        Sid: "Users",
        Effect: "Allow",
        Principal: { SCW: users },
        Action: ["*"],
        Resource: [name, objects],
        ...condition,
      },
      ...(wanted.publicRead ? [everybody] : []),
    ],
  });
}

/** `aws:SecureTransport` since 2026-06-23: Scaleway's changelog, "TLS enforcement via bucket policies is now available". */
const OVER_TLS = { Bool: { "aws:SecureTransport": "true" } };
const overTls: readonly Tree[] = ["true", true, ["true"]].map((value) => ({ Bool: { "aws:SecureTransport": value } }));
const everybody: readonly Tree[] = ["*", { SCW: "*" }, { SCW: ["*"] }];
const anything: readonly Tree[] = ["*", ["*"], "s3:*", ["s3:*"]];
/** Who may read may also list in the example that Scaleway's documentation gives. */
const reading: readonly Tree[] = [
  "s3:GetObject",
  ["s3:GetObject"],
  ["s3:ListBucket", "s3:GetObject"],
  ["s3:GetObject", "s3:ListBucket"],
];

/** The bucket a policy is of: as the resource it stands on, or as what the policy names where that is elsewhere. */
interface Target {
  readonly address: string | undefined;
  readonly name: Tree | undefined;
}

/** Reads the policy of a bucket. What is not understood stays residue. */
export function readPolicy(
  group: Cursors,
  bucket: Cursor | undefined,
  name: Tree | undefined,
  ctx: RaiseContext,
): void {
  for (const holder of members(group, "scaleway_object_bucket_policy")) {
    const document = holder.json("policy");
    if (document) {
      document.ignore("Version", "names the policy language");
      document.ignore("Id", "a name");
      const target = bucket ? { address: bucket.address, name } : elsewhere(holder.read("bucket"));
      readStatements(document, target, ctx);
    } else unreadable(holder.read("policy"), ctx);
  }
}

function elsewhere(bucket: Tree | undefined): Target {
  return { address: bucket instanceof Unknown ? bucket.refs[0]?.to : undefined, name: bucket };
}

function readStatements(document: Cursor, target: Target, ctx: RaiseContext): void {
  const statements = document.each("Statement");
  if (statements.length === 0) unreadable(document.read("Statement"), ctx);
  // A condition that one statement lacks is no rule of the bucket.
  const tls = statements.length > 0 && statements.every((s) => oneOf(s, "Condition", overTls));
  if (tls) ctx.props.set("requireTls", true);
  for (const statement of statements) {
    statement.ignore("Sid", "a name");
    if (tls) take(statement, "Condition", overTls);
    else if (statement.has("Condition")) continue;
    readStatement(statement, target, ctx);
  }
}

/** A statement is understood as a whole or not at all: it lets everybody read, or somebody do everything. */
function readStatement(statement: Cursor, target: Target, ctx: RaiseContext): void {
  const isPublic = oneOf(statement, "Principal", everybody);
  const actions = isPublic ? reading : anything;
  if (!statement.is("Effect", "Allow") || !oneOf(statement, "Action", actions)) return;
  if (isPublic) {
    const parts = list(statement.read("Resource")).map((resource) => partOf(resource, target));
    if (!parts.includes("objects") || parts.includes(undefined)) return;
    take(statement, "Principal", everybody);
    ctx.props.set("publicRead", true);
  } else {
    for (const path of ["Principal", "Resource"])
      statement.ignore(path, "whom the policy lets in, and where; the target has identities of its own");
  }
  statement.expect("Effect", "Allow");
  take(statement, "Action", actions);
}

function oneOf(statement: Cursor, path: string, values: readonly Tree[]): boolean {
  return values.some((value) => statement.is(path, value));
}

function take(statement: Cursor, path: string, values: readonly Tree[]): void {
  for (const value of values) statement.expect(path, value);
}

/** Which part of the bucket a resource of a policy names: itself or all its objects; undefined for anything else. */
function partOf(resource: Tree, { address, name }: Target): "bucket" | "objects" | undefined {
  if (typeof resource === "string") {
    const [, named, tail] = /^([^/]+)(\/\*)?$/.exec(resource) ?? [];
    if (named === undefined || (typeof name === "string" && named !== name)) return undefined;
    return tail ? "objects" : "bucket";
  }
  if (!(resource instanceof Unknown)) return undefined;
  const unindexed = (text: string) => text.replace(/\[[^\]]*\]$/, "");
  if (address !== undefined && !resource.refs.some((r) => unindexed(r.to) === unindexed(address))) return undefined;
  if (/^[\w.[\]"-]+$/.test(resource.expression)) return "bucket";
  const tail = /^".*\}(.*)"$/.exec(resource.expression)?.[1];
  return tail === "/*" ? "objects" : tail === "" ? "bucket" : undefined;
}

/** A policy nobody can read may say either. */
function unreadable(policy: Tree | undefined, ctx: RaiseContext): void {
  if (!(policy instanceof Unknown)) return;
  ctx.props.set("requireTls", policy);
  ctx.props.set("publicRead", policy);
}
