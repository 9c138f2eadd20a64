import { encoded, ref, text } from "../expr.ts";
import { type Native, type Tree, Unknown } from "../native.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { list, members } from "../values.ts";

/** Statements of a bucket policy that Exeat understands; every other one stays residue. */
export function bucketPolicy(
  bucket: Native,
  wanted: {
    readonly requireTls: boolean;
    readonly publicRead: boolean;
    /** ARNs of the buckets whose access logs come here. */
    readonly logsOf: readonly Tree[];
  },
): Tree {
  const arn = ref(bucket, "arn");
  const objects = text`${arn}/*`;
  const statements: Tree[] = [];
  if (wanted.requireTls) {
    statements.push({
      Sid: "RequireTls",
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: [arn, objects],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    });
  }
  if (wanted.publicRead) {
    statements.push({
      Sid: "PublicRead",
      Effect: "Allow",
      Principal: "*",
      Action: "s3:GetObject",
      Resource: [objects],
    });
  }
  if (wanted.logsOf.length > 0) {
    statements.push({
      Sid: "AccessLogs",
      Effect: "Allow",
      Principal: { Service: LOG_DELIVERY },
      Action: "s3:PutObject",
      Resource: [objects],
      Condition: { ArnLike: { "aws:SourceArn": wanted.logsOf } },
    });
  }
  return encoded({ Version: "2012-10-17", Statement: statements });
}

/** Who writes the access logs of buckets. */
const LOG_DELIVERY = "logging.s3.amazonaws.com";

/** Where one document takes in others. */
export const SOURCES = ["source_policy_documents", "override_policy_documents"] as const;
const DOCUMENT = "aws_iam_policy_document";

/** What the statements of a bucket's policies came to. */
class Policies {
  readonly bucket: Cursor | undefined;
  readonly name: Tree | undefined;
  /** The guard stands: what opens the bucket to everybody opens nothing. */
  readonly guarded: boolean;
  readonly found = new Set<"requireTls" | "publicRead">();
  /** Parts that nobody can read: each may say either. */
  readonly open: Unknown[] = [];

  constructor(bucket: Cursor | undefined, guarded: boolean) {
    this.bucket = bucket;
    this.name = bucket?.read("bucket");
    this.guarded = guarded;
  }

  unreadable(part: Tree | undefined): void {
    if (part instanceof Unknown) this.open.push(part);
  }
}

/** Reads the policies of a bucket: inline, its own resource, or data sources that build the document. */
export function readPolicies(group: Cursors, bucket: Cursor | undefined, guarded: boolean, ctx: RaiseContext): void {
  const policies = new Policies(bucket, guarded);
  const built = members(group, DOCUMENT);
  const own = members(group, "aws_s3_bucket_policy");
  if (own.length > 0) bucket?.ignore("policy", "the bucket's copy of what a resource of its own configures");
  const holders = (own.length > 0 ? own : bucket ? [bucket] : []).filter((holder) => holder.has("policy"));
  const written = holders.filter((holder) => {
    const document = holder.json("policy");
    if (!document) return false;
    document.ignore("Version", "names the policy language");
    document.ignore("Id", "a name");
    readStatements(document, writtenForm, policies);
    return true;
  });
  for (const document of built) {
    document.ignore("version", "names the policy language");
    document.ignore("policy_id", "a name");
    if (written.length > 0) {
      for (const path of ["statement", ...SOURCES]) document.ignore(path, "stands in the policy that it builds");
      continue;
    }
    readStatements(document, builtForm, policies);
    for (const path of SOURCES)
      for (const source of list(document.read(path))) if (!isAmong(source, built)) policies.unreadable(source);
  }
  if (built.length === 0)
    for (const holder of holders) if (!written.includes(holder)) policies.unreadable(holder.read("policy"));
  for (const prop of ["requireTls", "publicRead"] as const) {
    if (policies.found.has(prop)) ctx.props.set(prop, true);
    else if (prop === "requireTls" || !guarded) for (const part of policies.open) ctx.props.set(prop, part);
  }
}

/** Whether a document taken in is read on its own, all of it. */
function isAmong(source: Tree, built: readonly Cursor[]): boolean {
  if (!(source instanceof Unknown) || source.options.structural) return false;
  const documents = source.refs.filter((r) => r.to.includes(`data.${DOCUMENT}.`));
  return (
    documents.length > 0 &&
    source.refs.every((r) => !documents.includes(r) || built.some((c) => unindexed(c.address) === unindexed(r.to)))
  );
}

/** Where each part of a statement stands and the spellings of what is understood. */
interface Form {
  readonly statement: string;
  readonly sid: string;
  readonly resource: string;
  readonly condition: string;
  readonly overTls: readonly Tree[];
  readonly effect: string;
  /** The effect of a statement that names none. */
  readonly defaultEffect?: string;
  readonly principal: string;
  readonly everybody: readonly Tree[];
  readonly action: string;
  readonly anything: readonly Tree[];
  readonly reading: readonly Tree[];
  readonly logDelivery: readonly Tree[];
  readonly writing: readonly Tree[];
}

const writtenForm: Form = {
  statement: "Statement",
  sid: "Sid",
  resource: "Resource",
  condition: "Condition",
  overTls: ["Bool", "BoolIfExists"].flatMap((test) =>
    ["false", false, ["false"]].map((value) => ({ [test]: { "aws:SecureTransport": value } })),
  ),
  effect: "Effect",
  principal: "Principal",
  everybody: ["*", { AWS: "*" }, { AWS: ["*"] }],
  action: "Action",
  anything: ["s3:*", ["s3:*"], "*", ["*"]],
  reading: ["s3:GetObject", ["s3:GetObject"]],
  logDelivery: [{ Service: LOG_DELIVERY }, { Service: [LOG_DELIVERY] }],
  writing: ["s3:PutObject", ["s3:PutObject"]],
};

const builtForm: Form = {
  statement: "statement",
  sid: "sid",
  resource: "resources",
  condition: "condition",
  overTls: ["Bool", "BoolIfExists"].map((test) => [{ test, variable: "aws:SecureTransport", values: ["false"] }]),
  effect: "effect",
  defaultEffect: "Allow",
  principal: "principals",
  everybody: ["*", "AWS"].map((type) => [{ type, identifiers: ["*"] }]),
  action: "actions",
  anything: [["s3:*"], ["*"]],
  reading: [["s3:GetObject"]],
  logDelivery: [[{ type: "Service", identifiers: [LOG_DELIVERY] }]],
  writing: [["s3:PutObject"]],
};

function readStatements(document: Cursor, form: Form, policies: Policies): void {
  const statements = document.each(form.statement);
  if (statements.length === 0) policies.unreadable(document.read(form.statement));
  for (const statement of statements) {
    statement.ignore(form.sid, "a name");
    if (deliversLogs(form).every((part) => stands(statement, part))) {
      statement.ignore("", "lets S3 write access logs here, as the buckets say that send them");
      continue;
    }
    const meaning = meanings(form).find((m) => m.parts.every((part) => stands(statement, part)));
    if (!meaning) continue;
    if (meaning.prop === "publicRead" && policies.guarded) {
      statement.ignore("", GUARDED);
      continue;
    }
    const places = list(statement.read(form.resource)).map((r) => partOf(r, policies));
    const aboutObjects = places.includes("objects") || places.includes("either");
    if (!aboutObjects || places.some((p) => p === undefined || (p === "bucket" && !meaning.andBucket))) continue;
    for (const { path, values } of meaning.parts) for (const value of values) statement.expect(path, value);
    policies.found.add(meaning.prop);
  }
}

/** Why a grant to everybody is set aside. */
export const GUARDED = "opens nothing: the guard against public access stands";

/** One of these values at the path; none at all where `absent` says what that means. */
interface Part {
  readonly path: string;
  readonly values: readonly Tree[];
  readonly absent?: boolean;
}

interface Meaning {
  readonly prop: "requireTls" | "publicRead";
  readonly parts: readonly Part[];
  /** The statement may name the bucket beside its objects. */
  readonly andBucket: boolean;
}

/** A statement is understood as a whole or not at all: what is left of half a statement says something else. */
function meanings(form: Form): readonly Meaning[] {
  const everybody = { path: form.principal, values: form.everybody };
  return [
    {
      prop: "requireTls",
      andBucket: true,
      parts: [
        everybody,
        { path: form.condition, values: form.overTls },
        { path: form.effect, values: ["Deny"] },
        { path: form.action, values: form.anything },
      ],
    },
    {
      prop: "publicRead",
      andBucket: false,
      parts: [
        everybody,
        { path: form.condition, values: [], absent: true },
        allows(form),
        { path: form.action, values: form.reading },
      ],
    },
  ];
}

/** S3 itself may write: wherever in this bucket, for whichever senders. */
function deliversLogs(form: Form): readonly Part[] {
  return [
    { path: form.principal, values: form.logDelivery },
    allows(form),
    { path: form.action, values: form.writing },
  ];
}

function allows({ effect, defaultEffect }: Form): Part {
  return { path: effect, values: ["Allow"], absent: defaultEffect === "Allow" };
}

function stands(statement: Cursor, { path, values, absent = false }: Part): boolean {
  return statement.has(path) ? values.some((value) => statement.is(path, value)) : absent;
}

/** Which part of this bucket a resource of a policy names: itself or all its objects, where that can be told; undefined for anything else. */
function partOf(resource: Tree, { bucket, name }: Policies): "bucket" | "objects" | "either" | undefined {
  if (typeof resource === "string") {
    const [, named, tail] = /^arn:[^:]*:s3:::([^/]+)(\/\*)?$/.exec(resource) ?? [];
    if (named === undefined || (typeof name === "string" && named !== name)) return undefined;
    return tail ? "objects" : "bucket";
  }
  if (!(resource instanceof Unknown)) return undefined;
  if (bucket && !resource.refs.some((r) => unindexed(r.to) === unindexed(bucket.address))) return undefined;
  if (resource.options.rough) return "either";
  if (/^[\w.[\]"-]+$/.test(resource.expression)) return "bucket";
  const tail = /^".*\}(.*)"$/.exec(resource.expression)?.[1];
  return tail === "/*" ? "objects" : tail === "" ? "bucket" : undefined;
}

function unindexed(address: string): string {
  return address.replace(/\[[^\]]*\]$/, "");
}
