import { isRef } from "../../constructs/component.ts";
import type { Props } from "../../constructs/kinds.ts";
import { ref, text } from "../expr.ts";
import type { Native, Tree } from "../native.ts";
import type { Claim, Complete, Implementation, LowerContext } from "../provider.ts";
import { isCopiedTo } from "../users.ts";
import { compact, members, theNative } from "../values.ts";
import { lifecycleRule } from "./bucket-lifecycle.ts";
import { takenOf } from "./bucket-lifecycle-taken.ts";
import { notificationsOf, replicationOf } from "./bucket-links.ts";
import { bucketPolicy, SOURCES } from "./bucket-policy.ts";
import { exit, losses, rewrites } from "./object-bucket-facts.ts";
import { readBucket } from "./object-bucket-reading.ts";
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
  raise(group, ctx) {
    for (const type of [anchor, ...ownedTypes]) for (const c of members(group, type)) placement(c);
    readBucket(group, ctx);
  },
  outputs: {
    name: (natives) => ref(theNative(natives, anchor), "bucket"),
    endpoint: (natives) => text`https://${ref(theNative(natives, anchor), "bucket_regional_domain_name")}`,
  },
  rewrites,
  losses,
  exit,
};

function lower({ id, props }: Complete<"object-bucket">, ctx: LowerContext): readonly Native[] {
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

  // Copies start from versions, and arrive as such.
  const copies = (props.replication ?? []).length > 0 || isCopiedTo(id, ctx.users);
  const versioned = props.versioning ?? (copies || undefined);
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

  const logsOf = sendersTo(id, ctx);
  if (props.requireTls || props.publicRead || logsOf.length > 0) {
    const policy = bucketPolicy(bucket, {
      requireTls: props.requireTls ?? false,
      publicRead: props.publicRead ?? false,
      logsOf,
    });
    // S3 refuses a public policy until the guard is down.
    natives.push(feature("aws_s3_bucket_policy", { policy }, guard));
  }
  const rules = (props.lifecycleRules ?? []).map(takenOf).filter((r) => r !== undefined);
  if (rules.length > 0) {
    const rule = rules.map((r) => lifecycleRule(r, ctx));
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
    natives.push(
      ctx.native(
        "aws_s3_bucket_replication_configuration",
        { bucket: ref(bucket, "id"), ...replicationOf(props.replication, ctx) },
        {
          dependsOn: versioning,
          after: { of: props.replication.map((r) => r.destination), types: ["aws_s3_bucket_versioning"] },
        },
      ),
    );
  if (props.website) natives.push(feature("aws_s3_bucket_website_configuration", websiteOf(props.website)));
  if (props.notifications?.length) {
    natives.push(feature("aws_s3_bucket_notification", notificationsOf(props.notifications, ctx)));
  }
  if (props.accessLogs) {
    const { bucket: target, prefix = "" } = props.accessLogs;
    const args = { bucket: ref(bucket, "id"), target_bucket: ctx.output(target), target_prefix: prefix };
    natives.push(
      ctx.native("aws_s3_bucket_logging", args, { after: { of: [target], types: ["aws_s3_bucket_policy"] } }),
    );
  }
  return natives;
}

/** ARNs of the buckets that write their access logs into this one. */
function sendersTo(id: string, ctx: LowerContext): readonly Tree[] {
  return ctx.users.flatMap((user) => {
    const target = user.kind === "object-bucket" && (user.props as BucketProps).accessLogs?.bucket;
    if (!target || !isRef(target) || target.component !== id) return [];
    return [text`arn:aws:s3:::${ctx.output({ component: user.id, output: "name" })}`];
  });
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
