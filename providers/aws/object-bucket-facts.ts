import { ARCHIVED, VERSIONED } from "../hazard-words.ts";
import type { Tree } from "../native.ts";
import type { ExitFacts, Loss, Rewrite } from "../provider.ts";
import { lifecycleLosses } from "./bucket-lifecycle-taken.ts";

const mapping = { source: "facts/mapping.md section 6, component 6", date: "2026-11-21" };
const s3 = "https://docs.aws.amazon.com/AmazonS3/latest/userguide";

const moved = "since version 4 of the provider each feature of a bucket is its own resource";

/** The forms of a bucket before version 4, field by field: `[inline path, path in its own resource]`. */
const inline: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>> = {
  aws_s3_bucket_server_side_encryption_configuration: ["sse_algorithm", "kms_master_key_id"].map((leaf) => [
    `server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.${leaf}`,
    `rule.apply_server_side_encryption_by_default.${leaf}`,
  ]),
  aws_s3_bucket_lifecycle_configuration: [
    ["lifecycle_rule.id", "rule.id"],
    ["lifecycle_rule.prefix", "rule.filter.prefix"],
    ["lifecycle_rule.prefix", "rule.filter.and.prefix"],
    ["lifecycle_rule.tags", "rule.filter.and.tags"],
    ["lifecycle_rule.tags", "rule.filter.tag.value"],
    ["lifecycle_rule.expiration.days", "rule.expiration.days"],
    ["lifecycle_rule.expiration.date", "rule.expiration.date"],
    ["lifecycle_rule.expiration.expired_object_delete_marker", "rule.expiration.expired_object_delete_marker"],
    ["lifecycle_rule.noncurrent_version_expiration.days", "rule.noncurrent_version_expiration.noncurrent_days"],
    ["lifecycle_rule.noncurrent_version_transition.days", "rule.noncurrent_version_transition.noncurrent_days"],
    ["lifecycle_rule.noncurrent_version_transition.storage_class", "rule.noncurrent_version_transition.storage_class"],
    ["lifecycle_rule.transition.days", "rule.transition.days"],
    ["lifecycle_rule.transition.date", "rule.transition.date"],
    ["lifecycle_rule.transition.storage_class", "rule.transition.storage_class"],
    [
      "lifecycle_rule.abort_incomplete_multipart_upload_days",
      "rule.abort_incomplete_multipart_upload.days_after_initiation",
    ],
  ],
  aws_s3_bucket_cors_configuration: [
    "allowed_headers",
    "allowed_methods",
    "allowed_origins",
    "expose_headers",
    "max_age_seconds",
  ].map((leaf) => [`cors_rule.${leaf}`, `cors_rule.${leaf}`]),
  aws_s3_bucket_logging: ["target_bucket", "target_prefix"].map((leaf) => [`logging.${leaf}`, leaf]),
  aws_s3_bucket_website_configuration: [
    ["website.index_document", "index_document.suffix"],
    ["website.error_document", "error_document.key"],
    ["website.redirect_all_requests_to", "redirect_all_requests_to.host_name"],
  ],
  aws_s3_bucket_replication_configuration: [
    ["replication_configuration.rules.id", "rule.id"],
    ["replication_configuration.rules.status", "rule.status"],
    ["replication_configuration.rules.priority", "rule.priority"],
    ["replication_configuration.rules.prefix", "rule.filter.prefix"],
    ["replication_configuration.rules.filter.prefix", "rule.filter.prefix"],
    ["replication_configuration.rules.destination.bucket", "rule.destination.bucket"],
    ["replication_configuration.rules.destination.storage_class", "rule.destination.storage_class"],
    ["replication_configuration.rules.delete_marker_replication_status", "rule.delete_marker_replication.status"],
  ],
};

const retention = "rule.default_retention";
const lock = "aws_s3_bucket_object_lock_configuration";
const byReference = "the same bucket, named by reference in code that Exeat writes";

/** What code may say and every bucket is by itself; owners alone since April 2023. */
export const asItIs: readonly (readonly [type: string, path: string, value: Tree])[] = [
  ["aws_s3_bucket", "acl", "private"],
  ["aws_s3_bucket_acl", "acl", "private"],
  ["aws_s3_bucket_ownership_controls", "rule.object_ownership", "BucketOwnerEnforced"],
  ["aws_s3_bucket", "object_lock_enabled", false],
  ["aws_s3_bucket_versioning", "versioning_configuration.mfa_delete", "Disabled"],
  ["aws_s3_bucket", "acceleration_status", "Suspended"],
  ["aws_s3_bucket_accelerate_configuration", "status", "Suspended"],
  ["aws_s3_bucket", "request_payer", "BucketOwner"],
  ["aws_s3_bucket_request_payment_configuration", "payer", "BucketOwner"],
];

const statement = "aws_s3_bucket_policy.policy.Statement";

export const rewrites: readonly Rewrite[] = [
  ...Object.entries(inline).flatMap(([type, paths]) =>
    paths.map(([from, to]): Rewrite => ({ from: `aws_s3_bucket.${from}`, to: `${type}.${to}`, why: moved })),
  ),
  {
    from: "aws_s3_bucket.versioning.enabled",
    to: "aws_s3_bucket_versioning.versioning_configuration.status",
    values: [
      [true, "Enabled"],
      [false, "Suspended"],
    ],
    why: moved,
  },
  {
    from: "aws_s3_bucket_versioning.versioning_configuration.status",
    to: "aws_s3_bucket_versioning.versioning_configuration.status",
    values: [["Disabled", "Suspended"]],
    why: "both keep no new versions; only Suspended can be written to a bucket that had versions",
  },
  {
    from: "aws_s3_bucket.object_lock_configuration.object_lock_enabled",
    to: "aws_s3_bucket.object_lock_enabled",
    values: [["Enabled", true]],
    why: moved,
  },
  {
    from: "aws_s3_bucket.lifecycle_rule.enabled",
    to: "aws_s3_bucket_lifecycle_configuration.rule.status",
    values: [
      [true, "Enabled"],
      [false, "Disabled"],
    ],
    why: moved,
  },
  ...[
    ["prefix", "filter.prefix"],
    ["filter.and.prefix", "filter.prefix"],
    ["filter.and.tags", "filter.tag.value"],
    ["filter.and.object_size_greater_than", "filter.object_size_greater_than"],
    ["filter.and.object_size_less_than", "filter.object_size_less_than"],
  ].map(
    ([from, to]): Rewrite => ({
      from: `aws_s3_bucket_lifecycle_configuration.rule.${from}`,
      to: `aws_s3_bucket_lifecycle_configuration.rule.${to}`,
      why: "a filter stands alone where it is the only condition, and under `and` otherwise",
    }),
  ),
  { from: "aws_s3_bucket_logging.target_bucket", to: "aws_s3_bucket_logging.target_bucket", why: byReference },
  {
    from: "aws_s3_bucket_replication_configuration.rule.destination.bucket",
    to: "aws_s3_bucket_replication_configuration.rule.destination.bucket",
    why: byReference,
  },
  ...["prefix", "filter.and.prefix"].map(
    (path): Rewrite => ({
      from: `aws_s3_bucket_replication_configuration.rule.${path}`,
      to: "aws_s3_bucket_replication_configuration.rule.filter.prefix",
      why: "the second schema of replication rules has its prefix in a filter",
    }),
  ),
  ...["mode", "days"].map(
    (leaf): Rewrite => ({
      from: `aws_s3_bucket.object_lock_configuration.${retention}.${leaf}`,
      to: `${lock}.${retention}.${leaf}`,
      why: moved,
    }),
  ),
  ...[`aws_s3_bucket.object_lock_configuration.${retention}.years`, `${lock}.${retention}.years`].map(
    (from): Rewrite => ({ from, to: `${lock}.${retention}.days`, why: "a year of retention is 365 days" }),
  ),
  ...policyForms(),
  ...asItIs.map(
    ([type, path, value]): Rewrite => ({
      from: `${type}.${path}`,
      to: null,
      values: [[value, value]],
      why: "what every bucket is by itself",
    }),
  ),
  ...["source_policy_documents", "override_policy_documents"].map(
    (path): Rewrite => ({
      from: `aws_iam_policy_document.${path}`,
      to: null,
      why: "the documents taken in are read one by one",
    }),
  ),
  ...["aws_s3_bucket.acl", "aws_s3_bucket_acl.acl"].map(
    (from): Rewrite => ({
      from,
      to: `${statement}.Effect`,
      values: [["public-read", "Allow"]],
      why: "a policy grants what the access control list did",
    }),
  ),
  // In today's resource 0 is the schema's own default.
  ...["expiration.days", "abort_incomplete_multipart_upload_days"].map(
    (path): Rewrite => ({
      from: `aws_s3_bucket.lifecycle_rule.${path}`,
      to: null,
      values: [[0, 0]],
      why: "0 days say that there is none",
    }),
  ),
];

/** Statements of a policy: in a resource of its own, inside the bucket, or built by a data source. */
function policyForms(): Rewrite[] {
  const why = "the same statement, in the form that Exeat writes";
  const tls = `${statement}.Condition.Bool.aws:SecureTransport`;
  const inside = "aws_s3_bucket.policy.Statement";
  const written: [string, string][] = [
    [`${inside}.Effect`, `${statement}.Effect`],
    ...[statement, inside].flatMap((from): [string, string][] => [
      ...["Principal", "Action", "Resource"].map((part): [string, string] => [
        `${from}.${part}`,
        `${statement}.${part}`,
      ]),
      [`${from}.Condition`, tls],
    ]),
  ];
  const built: [string, string][] = [
    ["effect", `${statement}.Effect`],
    ["principals", `${statement}.Principal`],
    ["actions", `${statement}.Action`],
    ["resources", `${statement}.Resource`],
    ["condition", tls],
  ];
  return [
    ...written.map(([from, to]): Rewrite => ({ from, to, why })),
    ...built.map(([part, to]): Rewrite => ({ from: `aws_iam_policy_document.statement.${part}`, to, why })),
  ];
}

export const losses: readonly Loss[] = [
  ...lifecycleLosses,
  {
    path: "objectLock.mode",
    when: (props) => {
      const wanted = props["objectLock"] as { mode?: string; retentionDays?: number } | undefined;
      return wanted?.mode !== undefined && wanted.retentionDays === undefined;
    },
    severity: "cosmetic",
    class: "setting",
    why: "A default retention needs a period beside its mode.",
    instead: "Give `retentionDays`, or set mode and period on each object.",
    citation: { source: `${s3}/object-lock.html`, date: "2026-11-24" },
  },
  {
    path: "encryption",
    when: (props) => props["encryption"] === "customer-key" && props["encryptionKey"] === undefined,
    severity: "degrades",
    class: "setting",
    why: "Without a key of one's own, S3 encrypts with the key that AWS manages for the account.",
    instead: "Name a customer managed key in `encryptionKey`.",
    citation: { source: `${s3}/UsingKMSEncryption.html`, date: "2026-11-24" },
  },
];

export const exit: ExitFacts = {
  endpoint: "https://s3.{region}.amazonaws.com",
  credentials: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"],
  export: [
    {
      method: "object-copy",
      note: "rclone: a bulk copy, then `sync` in the freeze window; compare by size and SHA-256, never by ETag.",
      citation: { source: "facts/mapping.md section 6, component 6, Moving the data", date: "2026-11-21" },
    },
  ],
  import: [
    {
      method: "object-copy",
      note: "The reverse path is the same: every side speaks Signature Version 4.",
      citation: { source: "facts/mapping.md section 6, component 6, Moving the data", date: "2026-11-21" },
    },
  ],
  hazards: [
    {
      text: "A bucket that holds objects cannot be destroyed unless force_destroy is set, and then everything in it is deleted.",
      citation: mapping,
    },
    {
      text: "Old versions get new ids and dates when they are copied: keep a manifest if their history is evidence.",
      when: VERSIONED,
      citation: { source: "facts/mapping.md section 6, component 6, Moving the data", date: "2026-11-21" },
    },
    {
      text: "Retention and legal holds of object lock do not travel with a copy: apply them again at the target; they cannot be shortened here.",
      when: [{ "object-bucket.objectLock": "present" }],
      citation: { source: "facts/mapping.md section 6, component 6, Moving the data", date: "2026-11-21" },
    },
    {
      text: "Objects in Glacier classes must be restored before they can be read, which takes hours and is billed.",
      when: ARCHIVED,
      citation: { source: "facts/mapping.md section 6, component 6, Moving the data", date: "2026-11-21" },
    },
    {
      text: "Objects under a customer key are decrypted by S3 on reading: the copying identity needs kms:Decrypt on that key.",
      when: [{ "object-bucket.encryption": "customer-key" }],
      citation: { source: `${s3}/UsingKMSEncryption.html`, date: "2026-11-24" },
    },
    {
      text: "A multipart ETag depends on the part size, so it differs between providers for the same bytes.",
      citation: { source: "facts/mapping.md section 10", date: "2026-11-21" },
    },
  ],
};
