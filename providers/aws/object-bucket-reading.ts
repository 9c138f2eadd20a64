import { text } from "../expr.ts";
import { type Tree, Unknown } from "../native.ts";
import type { Cursor, Cursors, RaiseContext } from "../provider.ts";
import { blocks, compact, known, meaning, members } from "../values.ts";
import { readInlineRule, readRule } from "./bucket-lifecycle.ts";
import { readLogs, readNotifications, readReplication } from "./bucket-links.ts";
import { GUARDED, readPolicies } from "./bucket-policy.ts";
import { asItIs } from "./object-bucket-facts.ts";

/** A feature of a bucket: its own resource, and the block or argument inside the bucket that came before it. */
interface Feature {
  readonly type: string;
  own(c: Cursor, ctx: RaiseContext, bucket: Cursor | undefined, guarded: boolean): void;
  readonly inline?: string;
  within?(bucket: Cursor, ctx: RaiseContext, guarded: boolean): void;
}

const GUARD = "aws_s3_bucket_public_access_block";
const SSE = "apply_server_side_encryption_by_default";
const ROLE = "an identity of AWS; the target's has its own";

const features: readonly Feature[] = [
  {
    type: "aws_s3_bucket_versioning",
    own: (c, { props }) =>
      props.set(
        "versioning",
        meaning(c.read("versioning_configuration.status"), { Enabled: true, Suspended: false, Disabled: false }),
      ),
    inline: "versioning",
    within: (bucket, { props }) => props.set("versioning", bucket.read("versioning.enabled")),
  },
  {
    type: "aws_s3_bucket_server_side_encryption_configuration",
    own: (c, ctx) => readEncryption(c, `rule.${SSE}`, ctx),
    inline: "server_side_encryption_configuration",
    within: (bucket, ctx) => readEncryption(bucket, `server_side_encryption_configuration.rule.${SSE}`, ctx),
  },
  { type: GUARD, own: readGuard },
  {
    type: "aws_s3_bucket_acl",
    own: (c, ctx, _bucket, guarded) => readAcl(c, ctx, guarded),
    inline: "acl",
    within: readAcl,
  },
  {
    type: "aws_s3_bucket_lifecycle_configuration",
    own: (c, ctx) => setBlocks(c, "rule", "lifecycleRules", readRule, ctx),
    inline: "lifecycle_rule",
    within: (bucket, ctx) => setBlocks(bucket, "lifecycle_rule", "lifecycleRules", readInlineRule, ctx),
  },
  {
    type: "aws_s3_bucket_object_lock_configuration",
    own: (c, ctx, bucket) => readObjectLock(c, "", bucket, ctx),
    inline: "object_lock_configuration",
    within: (bucket, ctx) => readObjectLock(bucket, "object_lock_configuration.", bucket, ctx),
  },
  {
    type: "aws_s3_bucket_cors_configuration",
    own: (c, ctx) => setBlocks(c, "cors_rule", "cors", readCors, ctx),
    inline: "cors_rule",
    within: (bucket, ctx) => setBlocks(bucket, "cors_rule", "cors", readCors, ctx),
  },
  {
    type: "aws_s3_bucket_replication_configuration",
    own: (c, ctx) => {
      c.ignore("role", ROLE);
      setBlocks(c, "rule", "replication", readReplication, ctx);
    },
    inline: "replication_configuration",
    within: (bucket, ctx) => {
      bucket.ignore("replication_configuration.role", ROLE);
      setBlocks(bucket, "replication_configuration.rules", "replication", readReplication, ctx);
    },
  },
  {
    type: "aws_s3_bucket_website_configuration",
    own: (c, ctx) => {
      const host = c.read("redirect_all_requests_to.host_name");
      const protocol = c.read("redirect_all_requests_to.protocol");
      const redirect = protocol === undefined || host === undefined ? host : text`${protocol}://${host}`;
      setWebsite(c.read("index_document.suffix"), c.read("error_document.key"), redirect, ctx);
    },
    inline: "website",
    within: (bucket, ctx) => {
      const at = (path: string) => bucket.read(`website.${path}`);
      setWebsite(at("index_document"), at("error_document"), at("redirect_all_requests_to"), ctx);
    },
  },
  { type: "aws_s3_bucket_notification", own: readNotifications },
  {
    type: "aws_s3_bucket_logging",
    own: (c, ctx) => readLogs(c, "", ctx),
    inline: "logging",
    within: (bucket, ctx) => readLogs(bucket, "logging.", ctx),
  },
];

/** Each feature from its own resource, or else from the bucket. */
export function readBucket(group: Cursors, ctx: RaiseContext): void {
  const { props } = ctx;
  const bucket = group.anchor.type === "aws_s3_bucket" ? group.anchor : undefined;
  props.set("name", bucket?.read("bucket"));
  props.set("emptyOnDestroy", bucket?.read("force_destroy"));
  props.set("labels", bucket?.read("tags"));
  bucket?.ignore("bucket_prefix", "the provider chooses the rest of the name; the target gives a new one");
  for (const [type, path, value] of asItIs) for (const c of members(group, type)) c.expect(path, value);
  const guarded = members(group, GUARD).some((c) => guards.every((guard) => c.is(guard, true)));

  for (const feature of features) {
    const own = members(group, feature.type);
    for (const c of own) feature.own(c, ctx, bucket, guarded);
    if (!bucket || !feature.inline || !bucket.has(feature.inline)) continue;
    if (own.length === 0) feature.within?.(bucket, ctx, guarded);
    // A state repeats in the bucket what another resource configures.
    else bucket.ignore(feature.inline, "the bucket's copy of what a resource of its own configures");
  }
  if (
    members(group, "aws_s3_bucket_object_lock_configuration").length === 0 &&
    bucket?.has("object_lock_configuration") === false
  ) {
    const enabled = bucket.is("object_lock_enabled", false) ? undefined : bucket.read("object_lock_enabled");
    props.set("objectLock", enabled === true ? {} : enabled);
  }
  ignoreOwnersGrant(bucket);
  readPolicies(group, bucket, guarded, ctx);
  ctx.guarantee("encryption");
}

function setBlocks(
  c: Cursor,
  path: string,
  prop: string,
  work: (item: Cursor, index: number, ctx: RaiseContext) => Tree,
  ctx: RaiseContext,
): void {
  ctx.props.set(
    prop,
    blocks(c, path, (item, index) => work(item, index, ctx)),
  );
}

/** Every bucket grants its owner everything, and a state says so. */
function ignoreOwnersGrant(bucket: Cursor | undefined): void {
  const [grant, ...more] = bucket?.each("grant") ?? [];
  if (!grant || more.length > 0) return;
  if (grant.is("permissions", ["FULL_CONTROL"]) && grant.is("type", "CanonicalUser"))
    bucket?.ignore("grant", "the grant every owner has");
}

function readEncryption(c: Cursor, path: string, ctx: RaiseContext): void {
  c.ignore(path.replace(SSE, "bucket_key_enabled"), "fewer requests to KMS, the same encryption");
  const algorithm = c.read(`${path}.sse_algorithm`);
  if (algorithm === undefined) return;
  if (algorithm === "AES256") c.ignore(`${path}.kms_master_key_id`, "S3 takes a key with KMS only");
  const key = algorithm === "AES256" ? undefined : c.read(`${path}.kms_master_key_id`);
  // Of a rule that is not known as a whole both are that one unknown, and name no key.
  const ownKey = key !== undefined && key !== algorithm && !(typeof key === "string" && key.endsWith("alias/aws/s3"));
  const kms = ownKey ? "customer-key" : "provider-key";
  // Whoever names a key encrypts with it, whichever way nobody knows.
  const used = algorithm instanceof Unknown && ownKey ? "aws:kms" : algorithm;
  ctx.props.set("encryption", meaning(used, { AES256: "provider-key", "aws:kms": kms, "aws:kms:dsse": kms }));
  if (ownKey) ctx.props.set("encryptionKey", ctx.reference(key) as Tree | undefined);
}

const guards = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"];

/** All four switches make the guard; some of them are neither a guard nor none, and show as coarsened. */
function readGuard(c: Cursor, ctx: RaiseContext): void {
  const values = guards.map((g) => c.read(g));
  const unknown = values.find((v) => v instanceof Unknown);
  const known = values.filter((v) => !(v instanceof Unknown));
  // Half a guard is neither, whatever else it says.
  const isHalf = known.includes(true) && known.some((v) => v !== true);
  if (unknown !== undefined && !isHalf) ctx.props.set("blockPublicAccess", unknown);
  else if (values.every((v) => v === true)) ctx.props.set("blockPublicAccess", true);
  else if (!values.includes(true)) ctx.props.set("blockPublicAccess", false);
}

function readAcl(c: Cursor, ctx: RaiseContext, guarded: boolean): void {
  if (guarded) c.ignore("acl", GUARDED);
  if (guarded) return;
  const acl = c.read("acl");
  if (acl instanceof Unknown) ctx.props.set("publicRead", acl);
  else if (typeof acl === "string" && acl.startsWith("public-read")) ctx.props.set("publicRead", true);
}

function readObjectLock(c: Cursor, at: string, bucket: Cursor | undefined, ctx: RaiseContext): void {
  bucket?.expect("object_lock_enabled", true);
  c.expect(`${at}object_lock_enabled`, "Enabled");
  const retention = `${at}rule.default_retention`;
  const years = known(c.read(`${retention}.years`), (y) => Number(y) * 365);
  const mode = meaning(c.read(`${retention}.mode`), { GOVERNANCE: "governance", COMPLIANCE: "compliance" });
  ctx.props.set("objectLock", compact({ mode, retentionDays: c.read(`${retention}.days`) ?? years }));
}

function readCors(rule: Cursor): Tree {
  return compact({
    allowedOrigins: rule.read("allowed_origins"),
    allowedMethods: rule.read("allowed_methods"),
    allowedHeaders: rule.read("allowed_headers"),
    exposeHeaders: rule.read("expose_headers"),
    maxAgeSeconds: rule.read("max_age_seconds"),
  });
}

function setWebsite(
  index: Tree | undefined,
  error: Tree | undefined,
  redirect: Tree | undefined,
  ctx: RaiseContext,
): void {
  ctx.props.set("website", compact({ indexDocument: index, errorDocument: error, redirectAllTo: redirect }));
}
