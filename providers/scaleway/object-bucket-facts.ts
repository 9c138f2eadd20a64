import { ARCHIVED, VERSIONED } from "../hazard-words.ts";
import type { ExitFacts, Loss, Rewrite } from "../provider.ts";
import { isIdle, isKept, spared, sweeps } from "./bucket-lifecycle.ts";

const docs = "https://www.scaleway.com/en/docs/object-storage";
const provider = "scaleway/terraform-provider-scaleway@b2d45ed";
const mapping = { source: "facts/mapping.md section 6, component 6", date: "2026-11-21" };
const moving = { source: "facts/mapping.md section 6, component 6, Moving the data", date: "2026-11-21" };

const retention = "scaleway_object_bucket_lock_configuration.rule.default_retention";
const statement = "scaleway_object_bucket_policy.policy.Statement";
const byReference = "the same bucket, named by reference in code that Exeat writes";

export const rewrites: readonly Rewrite[] = [
  { from: `${retention}.years`, to: `${retention}.days`, why: "a year of retention is 365 days" },
  { from: "scaleway_object_bucket_policy.bucket", to: "scaleway_object_bucket_policy.bucket", why: byReference },
  { from: `${statement}.Resource`, to: `${statement}.Resource`, why: byReference },
  {
    from: `${statement}.Action`,
    to: `${statement}.Action`,
    values: [["s3:*", "*"]],
    why: "a bucket has no actions but those of S3",
  },
  {
    from: `${statement}.Principal.SCW`,
    to: `${statement}.Principal`,
    values: [["*", "*"]],
    why: "everybody, in the form that Exeat writes",
  },
  {
    from: `${statement}.Condition.Bool.aws:SecureTransport`,
    to: `${statement}.Condition.Bool.aws:SecureTransport`,
    values: [[true, "true"]],
    why: "the same switch as text",
  },
  {
    from: "scaleway_object_bucket_acl.acl",
    to: null,
    values: [["private", "private"]],
    why: "what every bucket is by itself",
  },
];

type Rules = readonly Parameters<typeof isIdle>[0][];

function rulesOf(props: Record<string, unknown>): Rules {
  return (props["lifecycleRules"] ?? []) as Rules;
}

const movesWhy =
  "A lifecycle rule moves objects to One Zone after 30 days or more and to Glacier after 90 or more; there is no other class, it spares 100 newer versions at most, and a date is refused when it is applied.";

export const losses: readonly Loss[] = [
  ...(["transitions", "noncurrentTransitions"] as const).map(
    (moves): Loss => ({
      path: `lifecycleRules.${moves}`,
      when: (props) => rulesOf(props).some((rule) => (rule[moves] ?? []).some((move) => !isKept(move))),
      severity: "degrades",
      class: "accept",
      why: movesWhy,
      instead: "Leave objects in Standard longer, or choose One Zone or Glacier for them knowingly.",
      citation: {
        source: `${docs}/api-cli/lifecycle-rules-api/; ${provider}:internal/services/object/bucket.go`,
        date: "2026-08-21",
      },
    }),
  ),
  {
    path: "lifecycleRules.keepNoncurrentVersions",
    when: (props) =>
      rulesOf(props).some(({ keepNoncurrentVersions: kept }) => kept !== undefined && spared(kept) !== kept),
    severity: "degrades",
    class: "setting",
    why: "A rule spares 100 newer versions at most.",
    instead: "Keep versions by their age.",
    citation: { source: `${provider}:internal/services/object/bucket.go`, date: "2026-11-28" },
  },
  {
    path: "lifecycleRules.expireDeleteMarkers",
    when: (props) => rulesOf(props).some((rule) => rule.expireDeleteMarkers && !sweeps(rule)),
    severity: "cosmetic",
    class: "setting",
    why: "Marks of what was deleted are swept by a rule of their own, not by one that deletes after a time.",
    instead: "Write a second rule for them.",
    citation: { source: `${provider}:docs/resources/object_bucket.md`, date: "2026-11-28" },
  },
  {
    path: "lifecycleRules.enabled",
    when: (props) => rulesOf(props).some((rule) => rule.enabled && isIdle(rule)),
    severity: "cosmetic",
    class: "accept",
    why: "A rule that only asks for moves that Scaleway does not make has nothing left to do, and a rule without an action is refused.",
    instead: "It is written switched off: delete it, or give it a class that is offered.",
    citation: { source: `${provider}:docs/resources/object_bucket.md`, date: "2026-08-21" },
  },
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
    citation: { source: `${docs}/api-cli/object-lock/`, date: "2025-07-31" },
  },
  {
    path: "encryption",
    when: (props) => props["encryption"] === "customer-key" && props["encryptionKey"] === undefined,
    severity: "degrades",
    class: "setting",
    why: "Encryption with a key of one's own is refused without the key; Scaleway's keys are used instead.",
    instead: "Name a key of Key Manager in `encryptionKey`.",
    citation: {
      source: `${provider}:docs/resources/object_bucket_server_side_encryption_configuration.md`,
      date: "2026-08-21",
    },
  },
  {
    path: "blockPublicAccess",
    severity: "degrades",
    class: "workaround",
    why: "There is no guard above policies and ACLs.",
    instead: "Leave public grants out of the code, and let a check of the pipeline look for them.",
    citation: mapping,
  },
  {
    path: "replication",
    severity: "blocks",
    class: "redesign",
    why: "Object Storage copies nothing to another bucket by itself.",
    instead: "Copy on a timetable with rclone, or write to both buckets.",
    citation: mapping,
  },
  {
    path: "notifications",
    severity: "blocks",
    class: "redesign",
    why: "Event notifications are still in development.",
    instead: "Let the uploader send the message, or poll the bucket.",
    citation: mapping,
  },
  {
    path: "accessLogs",
    severity: "degrades",
    class: "workaround",
    why: "Access is not logged to a bucket: the API has no such call.",
    instead: "Read the log of requests in Cockpit, and ship it to a bucket with an exporter where it must be kept.",
    citation: { source: `${docs}/reference-content/logs-metrics-collection-cockpit/`, date: "2025-09-25" },
  },
  {
    path: "website",
    when: (props) => {
      const wanted = props["website"] as { indexDocument?: string; redirectAllTo?: string } | undefined;
      return wanted !== undefined && (wanted.indexDocument === undefined || wanted.redirectAllTo !== undefined);
    },
    severity: "degrades",
    class: "workaround",
    why: "A bucket website has an index page and an error page, and no redirect.",
    instead: "Redirect at the load balancer, at Edge Services or with a page that does it.",
    citation: { source: `${docs}/api-cli/bucket-website-api/`, date: "2025-07-31" },
  },
];

export const exit: ExitFacts = {
  endpoint: "https://s3.{region}.scw.cloud",
  credentials: ["SCW_ACCESS_KEY", "SCW_SECRET_KEY"],
  export: [
    {
      method: "object-copy",
      note: "rclone: a bulk copy, then `sync` in the freeze window; compare by size and SHA-256, never by ETag.",
      citation: moving,
    },
  ],
  import: [
    {
      method: "object-copy",
      note: "The reverse path is the same. At most 1,000 parts an upload: set the part size by the largest object (5 GiB needs 6 MiB).",
      citation: mapping,
    },
  ],
  hazards: [
    {
      text: "With force_destroy, destroying the bucket deletes every object in it, locked ones too (governance is bypassed).",
      citation: mapping,
    },
    {
      text: "Changing `name`, `object_lock_enabled` or the project replaces the bucket: it fails when it holds objects, and deletes them with force_destroy.",
      citation: { source: "facts/mapping.md section 4", date: "2026-11-21" },
    },
    {
      text: "A bucket policy shuts out every user and application that it does not name; only the organisation's owner can still replace it.",
      when: [{ scaleway_object_bucket_policy: "present" }],
      citation: { source: `${docs}/api-cli/bucket-policy/`, date: "2025-07-30" },
    },
    {
      text: "Glacier data lies in Paris (DC4) whatever the region of the bucket, and takes up to 24 hours before its restore begins.",
      when: ARCHIVED,
      citation: { source: "facts/mapping.md section 7, Scaleway", date: "2026-11-21" },
    },
    {
      text: "A name is unique on the whole platform and free for anybody once the bucket is deleted: keep the old bucket until nothing names it.",
      citation: { source: `${docs}/faq/`, date: "2025-04-02" },
    },
    {
      text: "Objects uploaded before encryption was switched on stay as they are: switch it on before the copy.",
      when: [{ "object-bucket.encryption": "provider-key" }, { "object-bucket.encryption": "customer-key" }],
      citation: { source: `${docs}/how-to/enable-sse-one/`, date: "2026-06-02" },
    },
    {
      text: "Whoever reads or writes under a key of Key Manager needs its permission sets beside those of Object Storage; deleting the key loses the objects.",
      when: [{ "object-bucket.encryption": "customer-key" }],
      citation: { source: `${docs}/how-to/enable-sse-kms/`, date: "2026-06-03" },
    },
    {
      text: "Old versions get new ids and dates when they are copied: keep a manifest if their history is evidence.",
      when: VERSIONED,
      citation: moving,
    },
    {
      text: "Retention and legal holds of object lock do not travel with a copy: apply them again at the target; they cannot be shortened here.",
      when: [{ "object-bucket.objectLock": "present" }],
      citation: moving,
    },
  ],
};
