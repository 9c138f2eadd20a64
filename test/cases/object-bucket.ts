import type { Case } from "./case.ts";

const outside = (external: string) => ({ external, literal: true }) as const;
const made = (natives: readonly string[], losses: readonly string[] = [], region?: string) => ({
  natives,
  losses,
  ...(region === undefined ? {} : { region }),
});

const aws = "aws_s3_bucket";
const scaleway = "scaleway_object_bucket";
const ovh = "ovh_cloud_project_storage";
const ovhLifecycle = "ovh_cloud_project_storage_object_bucket_lifecycle_configuration";

export const objectBucketCases: readonly Case<"object-bucket">[] = [
  {
    title: "a bucket nobody asks anything of",
    props: {},
    expects: { aws: made([aws]), scaleway: made([scaleway]), ovh: made([ovh]) },
  },
  {
    title: "a named bucket with labels keeps versions",
    props: { name: "shop-invoices", versioning: true, labels: { team: "billing", stage: "prod" } },
    expects: { aws: made([aws, "aws_s3_bucket_versioning"]), scaleway: made([scaleway]), ovh: made([ovh]) },
  },
  {
    title: "versions are asked not to be kept",
    props: { versioning: false },
    expects: { aws: made([aws, "aws_s3_bucket_versioning"]), scaleway: made([scaleway]), ovh: made([ovh]) },
  },
  {
    title: "objects are encrypted with keys of the provider",
    props: { encryption: "provider-key" },
    expects: {
      aws: made([aws, "aws_s3_bucket_server_side_encryption_configuration"]),
      scaleway: made([scaleway, "scaleway_object_bucket_server_side_encryption_configuration"]),
      ovh: made([ovh]),
    },
  },
  {
    title: "objects are encrypted with a key the customer controls",
    props: { encryption: "customer-key", encryptionKey: outside("kms-key") },
    expects: {
      aws: made([aws, "aws_s3_bucket_server_side_encryption_configuration"]),
      scaleway: made([scaleway, "scaleway_object_bucket_server_side_encryption_configuration"]),
      ovh: made([ovh], ["encryption", "encryptionKey"]),
    },
  },
  {
    title: "a customer key is asked for and none is named",
    props: { encryption: "customer-key" },
    expects: {
      aws: made([aws, "aws_s3_bucket_server_side_encryption_configuration"], ["encryption"]),
      scaleway: made([scaleway, "scaleway_object_bucket_server_side_encryption_configuration"], ["encryption"]),
      ovh: made([ovh], ["encryption"]),
    },
  },
  {
    title: "anybody may read",
    props: { publicRead: true, blockPublicAccess: false },
    expects: {
      aws: made([aws, "aws_s3_bucket_policy", "aws_s3_bucket_public_access_block"]),
      scaleway: made([scaleway, "scaleway_object_bucket_policy"]),
      ovh: made([ovh], ["publicRead"]),
    },
  },
  {
    title: "a guard refuses every public grant",
    props: { blockPublicAccess: true, publicRead: false },
    expects: {
      aws: made([aws, "aws_s3_bucket_public_access_block"]),
      scaleway: made([scaleway], ["blockPublicAccess"]),
      ovh: made([ovh], ["blockPublicAccess"]),
    },
  },
  {
    title: "requests that are not over TLS are refused",
    props: { requireTls: true },
    expects: {
      aws: made([aws, "aws_s3_bucket_policy"]),
      scaleway: made([scaleway, "scaleway_object_bucket_policy"]),
      ovh: made([ovh], ["requireTls"]),
    },
  },
  {
    title: "old objects, old versions and abandoned uploads expire",
    props: {
      versioning: true,
      lifecycleRules: [
        {
          id: "expire-logs",
          prefix: "logs/",
          expireAfterDays: 365,
          expireNoncurrentAfterDays: 30,
          keepNoncurrentVersions: 3,
          abortUploadsAfterDays: 7,
        },
        { id: "sweep", enabled: false, expireDeleteMarkers: true },
      ],
    },
    expects: {
      aws: made([aws, "aws_s3_bucket_lifecycle_configuration", "aws_s3_bucket_versioning"]),
      scaleway: made([scaleway]),
      ovh: made([ovh, ovhLifecycle]),
    },
  },
  {
    title: "rules look at tags and sizes",
    props: {
      lifecycleRules: [
        { id: "tagged", tags: { keep: "short" }, expireAfterDays: 30 },
        { id: "tagged-prefix", prefix: "tmp/", tags: { keep: "short", by: "etl" }, expireAfterDays: 10 },
        { id: "large", largerThanBytes: 1_000_000, smallerThanBytes: 50_000_000, expireAfterDays: 90 },
        { id: "small", smallerThanBytes: 128, expireOnDate: "2030-01-01T00:00:00Z" },
      ],
    },
    expects: {
      aws: made([aws, "aws_s3_bucket_lifecycle_configuration"]),
      scaleway: made([scaleway]),
      ovh: made([ovh, ovhLifecycle]),
    },
  },
  {
    title: "objects cool down through every class",
    props: {
      lifecycleRules: [
        {
          id: "cool",
          transitions: [
            { afterDays: 30, storageClass: "infrequent-access" },
            { afterDays: 60, storageClass: "automatic" },
            { afterDays: 90, storageClass: "archive-instant" },
            { afterDays: 180, storageClass: "archive" },
            { afterDays: 360, storageClass: "deep-archive" },
          ],
        },
        {
          id: "one-zone",
          prefix: "copies/",
          transitions: [{ afterDays: 30, storageClass: "infrequent-access-one-zone" }],
        },
      ],
    },
    expects: {
      aws: made([aws, "aws_s3_bucket_lifecycle_configuration"]),
      scaleway: made([scaleway], ["lifecycleRules.transitions"]),
      ovh: made([ovh, ovhLifecycle], ["lifecycleRules.transitions"]),
    },
  },
  {
    title: "objects go to the archive within a week",
    props: { lifecycleRules: [{ id: "week", transitions: [{ afterDays: 7, storageClass: "archive" }] }] },
    expects: {
      aws: made([aws, "aws_s3_bucket_lifecycle_configuration"]),
      scaleway: made([scaleway], ["lifecycleRules.transitions"]),
      ovh: made([ovh, ovhLifecycle], ["lifecycleRules.transitions"]),
    },
  },
  {
    title: "old versions cool down, and a move happens on a date",
    props: {
      versioning: true,
      lifecycleRules: [
        { id: "old-versions", noncurrentTransitions: [{ afterDays: 90, keepVersions: 2, storageClass: "archive" }] },
        { id: "new-year", transitions: [{ onDate: "2030-01-01T00:00:00Z", storageClass: "archive" }] },
      ],
    },
    expects: {
      aws: made([aws, "aws_s3_bucket_lifecycle_configuration", "aws_s3_bucket_versioning"]),
      scaleway: made([scaleway], ["lifecycleRules.enabled", "lifecycleRules.transitions"]),
      ovh: made([ovh, ovhLifecycle]),
    },
  },
  {
    title: "old versions go to the coldest class, and objects cool down within a week",
    props: {
      versioning: true,
      lifecycleRules: [
        { id: "old-versions", noncurrentTransitions: [{ afterDays: 120, storageClass: "deep-archive" }] },
        { id: "soon", prefix: "raw/", transitions: [{ afterDays: 7, storageClass: "archive" }] },
      ],
    },
    expects: {
      aws: made([aws, "aws_s3_bucket_lifecycle_configuration", "aws_s3_bucket_versioning"]),
      scaleway: made(
        [scaleway],
        ["lifecycleRules.enabled", "lifecycleRules.noncurrentTransitions", "lifecycleRules.transitions"],
      ),
      ovh: made([ovh, ovhLifecycle], ["lifecycleRules.noncurrentTransitions", "lifecycleRules.transitions"]),
    },
  },
  {
    title: "objects cool down in a region that may have one zone only",
    props: {
      lifecycleRules: [
        { id: "old", transitions: [{ afterDays: 180, storageClass: "archive" }] },
        { id: "soon", prefix: "raw/", transitions: [{ afterDays: 60, storageClass: "infrequent-access" }] },
      ],
    },
    expects: {
      aws: made([aws, "aws_s3_bucket_lifecycle_configuration"]),
      scaleway: made([scaleway], ["lifecycleRules.enabled", "lifecycleRules.transitions"]),
      ovh: made([ovh, ovhLifecycle], ["lifecycleRules.transitions"], "GRA11"),
    },
  },
  {
    title: "a rule asks objects and old versions to become warmer",
    props: {
      lifecycleRules: [
        {
          id: "warm",
          transitions: [{ afterDays: 30, storageClass: "standard" }],
          noncurrentTransitions: [{ afterDays: 30, storageClass: "standard" }],
          expireAfterDays: 90,
        },
      ],
    },
    expects: {
      aws: made(
        [aws, "aws_s3_bucket_lifecycle_configuration"],
        ["lifecycleRules.noncurrentTransitions", "lifecycleRules.transitions"],
      ),
      scaleway: made([scaleway], ["lifecycleRules.noncurrentTransitions", "lifecycleRules.transitions"]),
      // From High Performance, which only OVHcloud has above Standard.
      ovh: made([ovh, ovhLifecycle]),
    },
  },
  {
    title: "objects go on a day, of which nobody says the hour",
    props: {
      lifecycleRules: [
        { id: "new-year", expireOnDate: "2030-01-01" },
        { id: "before", prefix: "raw/", transitions: [{ onDate: "2029-01-01", storageClass: "archive" }] },
      ],
    },
    expects: {
      aws: made([aws, "aws_s3_bucket_lifecycle_configuration"]),
      scaleway: made([scaleway], ["lifecycleRules.enabled", "lifecycleRules.transitions"]),
      ovh: made([ovh, ovhLifecycle]),
    },
  },
  {
    title: "a move comes when the object is gone, or goes by another calendar",
    props: {
      lifecycleRules: [
        {
          id: "late",
          expireAfterDays: 90,
          transitions: [
            { afterDays: 30, storageClass: "infrequent-access" },
            { afterDays: 90, storageClass: "archive" },
          ],
        },
        {
          id: "dated",
          prefix: "raw/",
          expireOnDate: "2030-01-01",
          transitions: [
            { onDate: "2029-01-01", storageClass: "infrequent-access" },
            { onDate: "2030-01-01", storageClass: "archive" },
            { afterDays: 90, storageClass: "archive" },
          ],
        },
        {
          id: "versions",
          prefix: "old/",
          expireNoncurrentAfterDays: 60,
          noncurrentTransitions: [
            { afterDays: 30, storageClass: "infrequent-access" },
            { afterDays: 60, storageClass: "archive" },
          ],
        },
      ],
    },
    expects: {
      aws: made(
        [aws, "aws_s3_bucket_lifecycle_configuration"],
        ["lifecycleRules.noncurrentTransitions", "lifecycleRules.transitions"],
      ),
      scaleway: made([scaleway], ["lifecycleRules.noncurrentTransitions", "lifecycleRules.transitions"]),
      ovh: made([ovh, ovhLifecycle]),
    },
  },
  {
    title: "a rule asks for nothing but what objects are",
    props: { lifecycleRules: [{ id: "warm", transitions: [{ afterDays: 30, storageClass: "standard" }] }] },
    expects: {
      aws: made([aws], ["lifecycleRules"]),
      scaleway: made([scaleway], ["lifecycleRules.enabled", "lifecycleRules.transitions"]),
      // From High Performance, which only OVHcloud has above Standard.
      ovh: made([ovh, ovhLifecycle]),
    },
  },
  {
    title: "rules sweep what has no tags, and spare more versions than most",
    props: {
      lifecycleRules: [
        { id: "markers", expireAfterDays: 30, expireDeleteMarkers: true },
        { id: "uploads", tags: { keep: "short" }, expireAfterDays: 30, abortUploadsAfterDays: 7 },
        { id: "many", prefix: "db/", expireNoncurrentAfterDays: 30, keepNoncurrentVersions: 200 },
        {
          id: "some",
          prefix: "wal/",
          noncurrentTransitions: [{ afterDays: 90, keepVersions: 200, storageClass: "archive" }],
        },
      ],
    },
    expects: {
      aws: made(
        [aws, "aws_s3_bucket_lifecycle_configuration"],
        [
          "lifecycleRules.abortUploadsAfterDays",
          "lifecycleRules.expireDeleteMarkers",
          "lifecycleRules.keepNoncurrentVersions",
          "lifecycleRules.noncurrentTransitions",
        ],
      ),
      scaleway: made(
        [scaleway],
        [
          "lifecycleRules.expireDeleteMarkers",
          "lifecycleRules.keepNoncurrentVersions",
          "lifecycleRules.noncurrentTransitions",
        ],
      ),
      ovh: made([ovh, ovhLifecycle]),
    },
  },
  {
    title: "objects are locked against deletion for seven years",
    props: { versioning: true, objectLock: { mode: "compliance", retentionDays: 2555 } },
    expects: {
      aws: made([aws, "aws_s3_bucket_object_lock_configuration", "aws_s3_bucket_versioning"]),
      scaleway: made([scaleway, "scaleway_object_bucket_lock_configuration"]),
      ovh: made([ovh]),
    },
  },
  {
    title: "a lock is possible, without a default period",
    props: { objectLock: {} },
    expects: { aws: made([aws]), scaleway: made([scaleway]), ovh: made([ovh]) },
  },
  {
    title: "a lock names its mode and no period",
    props: { objectLock: { mode: "governance" } },
    expects: {
      aws: made([aws], ["objectLock.mode"]),
      scaleway: made([scaleway], ["objectLock.mode"]),
      ovh: made([ovh], ["objectLock.mode"]),
    },
  },
  {
    title: "browsers of two sites may call it",
    props: {
      cors: [
        {
          allowedOrigins: ["https://shop.example", "https://admin.shop.example"],
          allowedMethods: ["GET", "PUT"],
          allowedHeaders: ["authorization"],
          exposeHeaders: ["etag"],
          maxAgeSeconds: 3600,
        },
        { allowedOrigins: ["*"], allowedMethods: ["GET"] },
      ],
    },
    expects: {
      aws: made([aws, "aws_s3_bucket_cors_configuration"]),
      scaleway: made([scaleway]),
      ovh: made([ovh], ["cors"]),
    },
  },
  {
    title: "objects are copied to another bucket",
    props: {
      versioning: true,
      replication: [
        { id: "all", priority: 1, destination: outside("shop-copies"), replicateDeletes: true },
        {
          id: "media",
          prefix: "media/",
          priority: 2,
          enabled: false,
          destination: outside("shop-media"),
          storageClass: "infrequent-access",
        },
      ],
    },
    expects: {
      aws: made([aws, "aws_s3_bucket_replication_configuration", "aws_s3_bucket_versioning"]),
      scaleway: made([scaleway], ["replication"]),
      ovh: made([ovh]),
    },
  },
  {
    title: "copies are kept in a class that looks after itself",
    props: {
      versioning: true,
      replication: [{ id: "all", priority: 1, destination: outside("shop-copies"), storageClass: "automatic" }],
    },
    expects: {
      aws: made([aws, "aws_s3_bucket_replication_configuration", "aws_s3_bucket_versioning"]),
      scaleway: made([scaleway], ["replication"]),
      ovh: made([ovh], ["replication.storageClass"]),
    },
  },
  {
    title: "the bucket is a site with an error page",
    props: { publicRead: true, website: { indexDocument: "index.html", errorDocument: "404.html" } },
    expects: {
      aws: made([
        aws,
        "aws_s3_bucket_policy",
        "aws_s3_bucket_public_access_block",
        "aws_s3_bucket_website_configuration",
      ]),
      scaleway: made([scaleway, "scaleway_object_bucket_policy", "scaleway_object_bucket_website_configuration"]),
      ovh: made([ovh], ["publicRead", "website"]),
    },
  },
  {
    title: "the bucket sends every visitor elsewhere",
    props: { website: { redirectAllTo: "https://www.shop.example" } },
    expects: {
      aws: made([aws, "aws_s3_bucket_website_configuration"]),
      scaleway: made([scaleway], ["website"]),
      ovh: made([ovh], ["website"]),
    },
  },
  {
    title: "changes are told to a function, a queue and a topic",
    props: {
      notifications: [
        {
          events: ["s3:ObjectCreated:*"],
          prefix: "in/",
          suffix: ".csv",
          target: outside("arn:aws:lambda:eu-west-3:111122223333:function:resize"),
        },
        { events: ["s3:ObjectRemoved:*"], target: outside("arn:aws:sqs:eu-west-3:111122223333:removed") },
        { events: ["s3:ObjectRestore:Completed"], target: outside("arn:aws:sns:eu-west-3:111122223333:restored") },
      ],
    },
    expects: {
      aws: made([aws, "aws_s3_bucket_notification"]),
      scaleway: made([scaleway], ["notifications"]),
      ovh: made([ovh], ["notifications"]),
    },
  },
  {
    title: "access is logged to another bucket",
    props: { accessLogs: { bucket: outside("shop-logs"), prefix: "access/" } },
    expects: {
      aws: made([aws, "aws_s3_bucket_logging"]),
      scaleway: made([scaleway], ["accessLogs"]),
      ovh: made([ovh], ["accessLogs"]),
    },
  },
  {
    title: "a scratch bucket goes with everything in it",
    props: { emptyOnDestroy: true },
    expects: { aws: made([aws]), scaleway: made([scaleway]), ovh: made([ovh]) },
  },
  {
    title: "a bucket is not to go while objects are in it",
    props: { emptyOnDestroy: false },
    expects: { aws: made([aws]), scaleway: made([scaleway]), ovh: made([ovh], ["emptyOnDestroy"]) },
  },
];
