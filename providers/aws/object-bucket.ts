import type { Props } from "../../constructs/kinds.ts";
import { ref, text } from "../expr.ts";
import { type Native, type Tree, Unknown } from "../native.ts";
import type { Claim, Complete, Cursor, Cursors, Implementation, LowerContext, RaiseContext } from "../provider.ts";
import { blocks, compact, known, meaning, members, theNative } from "../values.ts";
import { lifecycleRule, readInlineRule, readRule } from "./bucket-lifecycle.ts";
import { notificationsOf, readLogs, readNotifications, readReplication, replicationOf } from "./bucket-links.ts";
import { bucketPolicy, GUARDED, readPolicies, SOURCES } from "./bucket-policy.ts";
import { asItIs, exit, losses, rewrites } from "./object-bucket-facts.ts";
import { placement } from "./values.ts";

const anchor = "aws_s3_bucket";
const ownedTypes = [
  "aws_s3_bucket_accelerate_configuration",
  "aws_s3_bucket_acl",
  "aws_s3_bucket_analytics_configuration",
  "aws_s3_bucket_cors_configuration",
  "aws_s3_bucket_intelligent_tiering_configuration",
  "aws_s3_bucket_inventory",
  "aws_s3_bucket_lifecycle_configuration",
  "aws_s3_bucket_logging",
  "aws_s3_bucket_metric",
  "aws_s3_bucket_notification",
  "aws_s3_bucket_object_lock_configuration",
  "aws_s3_bucket_ownership_controls",
  "aws_s3_bucket_policy",
  "aws_s3_bucket_public_access_block",
  "aws_s3_bucket_replication_configuration",
  "aws_s3_bucket_request_payment_configuration",
  "aws_s3_bucket_server_side_encryption_configuration",
  "aws_s3_bucket_versioning",
  "aws_s3_bucket_website_configuration",
];

const claims: readonly Claim[] = [
  { type: anchor, role: "anchor" },
  ...ownedTypes.flatMap((type): Claim[] => [
    { type, role: "owned", edge: { attr: "bucket", to: [anchor], by: ["bucket", "id"] } },
    // The id of each feature is the bucket's name too: some code names the bucket through one, for the order of things.
    { type, role: "owned", edge: { attr: "bucket", to: ownedTypes, by: [] } },
  ]),
  ...[anchor, "aws_s3_bucket_policy"].map(
    (from): Claim => ({
      type: "aws_iam_policy_document",
      mode: "data",
      role: "shared",
      edge: { from, attr: "policy", by: ["json"] },
    }),
  ),
  ...SOURCES.map(
    (attr): Claim => ({
      type: "aws_iam_policy_document",
      mode: "data",
      role: "shared",
      edge: { from: "aws_iam_policy_document", attr, by: ["json"] },
    }),
  ),
];

/** An S3 bucket with one resource per feature, as the provider has had them since its version 4. */
export const objectBucket: Implementation<"object-bucket"> = {
  claims,
  lower,
  raise,
  outputs: {
    name: (natives) => ref(theNative(natives, anchor), "bucket"),
    endpoint: (natives) => text`https://${ref(theNative(natives, anchor), "bucket_regional_domain_name")}`,
  },
  rewrites,
  losses,
  exit,
};

// ---------------------------------------------------------------- lower

function lower({ props }: Complete<"object-bucket">, ctx: LowerContext): readonly Native[] {
  const bucket = ctx.native(
    anchor,
    {
      bucket: props.name ?? ctx.name(),
      force_destroy: props.emptyOnDestroy,
      object_lock_enabled: props.objectLock ? true : undefined,
      tags: props.labels,
    },
    { preventDestroy: true },
  );
  const feature = (
    type: string,
    args: { readonly [key: string]: Tree | undefined },
    dependsOn: readonly Native[] = [],
  ) => ctx.native(type, { bucket: ref(bucket, "id"), ...args }, { dependsOn });
  const natives: Native[] = [bucket];

  // Copies start from versions.
  const versioned = props.versioning ?? (props.replication ? true : undefined);
  const versioning =
    versioned === undefined
      ? []
      : [
          feature("aws_s3_bucket_versioning", {
            versioning_configuration: [{ status: versioned ? "Enabled" : "Suspended" }],
          }),
        ];
  natives.push(...versioning);

  const encryption = encryptionRule(props, ctx);
  if (encryption) natives.push(feature("aws_s3_bucket_server_side_encryption_configuration", { rule: [encryption] }));

  const blocked = props.blockPublicAccess ?? (props.publicRead ? false : undefined);
  const guard =
    blocked === undefined
      ? []
      : [
          feature("aws_s3_bucket_public_access_block", {
            block_public_acls: blocked,
            block_public_policy: blocked,
            ignore_public_acls: blocked,
            restrict_public_buckets: blocked,
          }),
        ];
  natives.push(...guard);

  if (props.requireTls || props.publicRead) {
    const policy = bucketPolicy(bucket, {
      requireTls: props.requireTls ?? false,
      publicRead: props.publicRead ?? false,
    });
    // S3 refuses a public policy until the guard is down.
    natives.push(feature("aws_s3_bucket_policy", { policy }, guard));
  }
  if (props.lifecycleRules?.length) {
    const rule = props.lifecycleRules.map((r) => lifecycleRule(r, ctx));
    natives.push(feature("aws_s3_bucket_lifecycle_configuration", { rule }, versioning));
  }
  if (props.objectLock?.retentionDays !== undefined) {
    const { mode = "governance", retentionDays } = props.objectLock;
    const rule = [{ default_retention: [{ mode: mode.toUpperCase(), days: retentionDays }] }];
    natives.push(feature("aws_s3_bucket_object_lock_configuration", { rule }));
  }
  if (props.cors?.length)
    natives.push(feature("aws_s3_bucket_cors_configuration", { cors_rule: props.cors.map(corsRule) }));
  if (props.replication?.length)
    natives.push(feature("aws_s3_bucket_replication_configuration", replicationOf(props.replication, ctx), versioning));
  if (props.website) natives.push(feature("aws_s3_bucket_website_configuration", websiteOf(props.website)));
  if (props.notifications?.length) {
    natives.push(feature("aws_s3_bucket_notification", notificationsOf(props.notifications, ctx)));
  }
  if (props.accessLogs) {
    const { bucket: target, prefix = "" } = props.accessLogs;
    natives.push(feature("aws_s3_bucket_logging", { target_bucket: ctx.output(target), target_prefix: prefix }));
  }
  return natives;
}

type BucketProps = Props<"object-bucket">;
type Item<P extends keyof BucketProps> = NonNullable<BucketProps[P]> extends readonly (infer I)[] ? I : never;

function encryptionRule(props: BucketProps, ctx: LowerContext): Tree | undefined {
  if (props.encryption === undefined || props.encryption === "none") return undefined;
  const key = props.encryption === "customer-key" && props.encryptionKey ? ctx.output(props.encryptionKey) : undefined;
  const sse_algorithm = props.encryption === "customer-key" ? "aws:kms" : "AES256";
  return { apply_server_side_encryption_by_default: [compact({ sse_algorithm, kms_master_key_id: key })] };
}

function corsRule(rule: Item<"cors">): Tree {
  return compact({
    allowed_origins: rule.allowedOrigins,
    allowed_methods: rule.allowedMethods,
    allowed_headers: rule.allowedHeaders,
    expose_headers: rule.exposeHeaders,
    max_age_seconds: rule.maxAgeSeconds,
  });
}

function websiteOf(website: NonNullable<BucketProps["website"]>): { readonly [key: string]: Tree | undefined } {
  const [, protocol, host] = /^(?:(https?):\/\/)?(.*)$/.exec(website.redirectAllTo ?? "") ?? [];
  return {
    index_document: website.indexDocument === undefined ? undefined : [{ suffix: website.indexDocument }],
    error_document: website.errorDocument === undefined ? undefined : [{ key: website.errorDocument }],
    redirect_all_requests_to:
      website.redirectAllTo === undefined ? undefined : [compact({ host_name: host, protocol })],
  };
}

// ---------------------------------------------------------------- raise

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

function raise(group: Cursors, ctx: RaiseContext): void {
  const { props } = ctx;
  const bucket = group.anchor.type === anchor ? group.anchor : undefined;
  props.set("name", bucket?.read("bucket"));
  props.set("emptyOnDestroy", bucket?.read("force_destroy"));
  props.set("labels", bucket?.read("tags"));
  bucket?.ignore("bucket_prefix", "the provider chooses the rest of the name; the target gives a new one");
  for (const c of [...(bucket ? [bucket] : []), ...ownedTypes.flatMap((type) => members(group, type))]) placement(c);

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
  const key = c.read(`${path}.kms_master_key_id`);
  // Of a rule that is not known as a whole both are that one unknown, and name no key.
  const ownKey = key !== undefined && key !== algorithm && !(typeof key === "string" && key.endsWith("alias/aws/s3"));
  const kms = ownKey ? "customer-key" : "provider-key";
  ctx.props.set("encryption", meaning(algorithm, { AES256: "provider-key", "aws:kms": kms, "aws:kms:dsse": kms }));
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
