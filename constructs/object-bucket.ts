import { z } from "zod";
import { type Contradiction, defineKind, isRef, prop } from "./component.ts";
import { anywhere, day, encryption, flag, leadsTo } from "./prop-words.ts";

/** Storage classes by what they promise, not by a product name: from the dearest to keep to the dearest to read. */
const STORAGE_CLASSES = [
  "standard",
  "automatic",
  "infrequent-access",
  "infrequent-access-one-zone",
  "archive-instant",
  "archive",
  "deep-archive",
] as const;

const StorageClass = prop(z.enum(STORAGE_CLASSES), { catalogued: true });

const Transition = z.strictObject({
  /** Days after the object (or the version) was created. Exactly one of `afterDays` and `onDate`. */
  afterDays: z.int().min(0).optional(),
  /** RFC 3339 date of a day in UTC, as "2030-01-01". */
  onDate: day().optional(),
  storageClass: StorageClass,
});

const NoncurrentTransition = z.strictObject({
  /** Days after the version stopped being the current one. */
  afterDays: z.int().min(0),
  /** Newer noncurrent versions kept out of the move. */
  keepVersions: z.int().min(1).optional(),
  storageClass: StorageClass,
});

const LifecycleRule = z.strictObject({
  /** Tells it from the other rules of the bucket. */
  id: z.string().min(1).max(255),
  /** Default: true. */
  enabled: z.boolean().default(true),
  /** Object key prefix the rule applies to; absent = every object. */
  prefix: z.string().optional(),
  /** Object tags the rule applies to. */
  tags: z.record(z.string(), z.string()).optional(),
  /** Only objects larger than this. */
  largerThanBytes: z.int().min(0).optional(),
  /** Only objects smaller than this. */
  smallerThanBytes: z.int().min(1).optional(),
  /** Days after its creation that an object is deleted; where versions are kept it becomes a noncurrent one. */
  expireAfterDays: z.int().min(1).optional(),
  /** RFC 3339 date of a day in UTC, as "2030-01-01". */
  expireOnDate: day().optional(),
  /** Remove delete markers that hide no version. */
  expireDeleteMarkers: flag().optional(),
  /** Days after it stopped being the current one that a version is deleted. */
  expireNoncurrentAfterDays: z.int().min(1).optional(),
  /** Beside `expireNoncurrentAfterDays`: this many of the newest noncurrent versions stay. */
  keepNoncurrentVersions: z.int().min(1).optional(),
  /** Days after which an upload in parts that nobody finished is thrown away. */
  abortUploadsAfterDays: z.int().min(1).optional(),
  /** Moves of current objects to other storage classes. */
  transitions: prop(z.array(Transition), { satisfies: { rule: "setOf" } }).optional(),
  /** Moves of noncurrent versions. */
  noncurrentTransitions: prop(z.array(NoncurrentTransition), { satisfies: { rule: "setOf" } }).optional(),
});

const strings = () => prop(z.array(z.string()), { satisfies: { rule: "setOf" } });

const CorsRule = z.strictObject({
  /** Origins that pages may come from, as "https://shop.example"; "*" is every one. */
  allowedOrigins: strings(),
  /** Methods of HTTP, as "GET". */
  allowedMethods: strings(),
  /** Headers that a page may send. Default: none of its own. */
  allowedHeaders: strings().optional(),
  /** Headers of answers that a page may read. Default: the plain ones. */
  exposeHeaders: strings().optional(),
  /** How long a browser need not ask again. Default: the browser's. */
  maxAgeSeconds: z.int().min(0).optional(),
});

const BucketName = leadsTo("object-bucket", "name");

const ReplicationRule = z.strictObject({
  /** Tells it from the other rules of the bucket. */
  id: z.string().min(1),
  /** Default: true. */
  enabled: z.boolean().default(true),
  /** Object key prefix the rule applies to; absent = every object. */
  prefix: z.string().optional(),
  /** Of rules that fit the same object the highest counts. */
  priority: z.int().min(0).optional(),
  /** The bucket that receives the copies: its `name` output, or something outside. */
  destination: BucketName,
  /** Storage class of the copies. Default: that of the object. */
  storageClass: StorageClass.optional(),
  /** Deleted objects are deleted there too. Default: false. */
  replicateDeletes: flag().optional(),
});

const ObjectBucketProps = z.strictObject({
  /** Physical name: lower case, digits, hyphens. No two customers of a cloud may have the same. Default: the component's id, which others may well have taken. */
  name: z.string().min(3).max(63).optional(),
  /** Keep every version of an object. Default: not kept. */
  versioning: flag().optional(),
  /** Encryption at rest by default: with keys of the provider, or with a key the customer controls. Default: as the cloud guarantees. */
  encryption: encryption().optional(),
  /** The key, with `encryption: customer-key`. */
  encryptionKey: anywhere().optional(),
  /** Who may read without credentials. Default: nobody. */
  publicRead: flag().optional(),
  /** A guard on top of policies that refuses any public grant. Default: false. */
  blockPublicAccess: prop(z.boolean(), { absentMeans: false, safest: true }).optional(),
  /** Refuse requests that are not over TLS by policy. Default: false. */
  requireTls: flag().optional(),
  /** When objects are deleted or moved to another storage class. Default: never. */
  lifecycleRules: prop(z.array(LifecycleRule), { satisfies: { rule: "byKey", key: "id" } }).optional(),
  /** Write-once-read-many for new objects. Can only be chosen when the bucket is made on most clouds. */
  objectLock: z
    .strictObject({
      /** `governance`: whoever has the right to may lift it. `compliance`: nobody, not even the owner of the account. */
      mode: z.enum(["governance", "compliance"]).optional(),
      /** Default retention in days. */
      retentionDays: z.int().min(1).optional(),
    })
    .optional(),
  /** Which pages from elsewhere a browser lets read the bucket. */
  cors: prop(z.array(CorsRule), { satisfies: { rule: "setOf" } }).optional(),
  /** Copies kept in other buckets. */
  replication: prop(z.array(ReplicationRule), { satisfies: { rule: "byKey", key: "id" } }).optional(),
  /** Serve the bucket as a static site. */
  website: z
    .strictObject({
      /** Object served for a folder, as "index.html". */
      indexDocument: z.string().optional(),
      /** Object served where there is none, as "404.html". */
      errorDocument: z.string().optional(),
      /** Where every request is sent instead, as "https://www.shop.example"; stands alone. */
      redirectAllTo: z.string().optional(),
    })
    .optional(),
  /** Events sent somewhere when objects change. */
  notifications: prop(
    z.array(
      z.strictObject({
        /** As S3 calls them: "s3:ObjectCreated:*", "s3:ObjectRemoved:Delete". */
        events: strings(),
        /** How the keys of the objects begin. Default: anyhow. */
        prefix: z.string().optional(),
        /** How they end. Default: anyhow. */
        suffix: z.string().optional(),
        /** Queue, topic or function, by its id at the cloud. */
        target: anywhere(),
      }),
    ),
    { satisfies: { rule: "setOf" } },
  ).optional(),
  /** Access logs written to another bucket. */
  accessLogs: z
    .strictObject({
      /** Its `name` output, or something outside. */
      bucket: BucketName,
      /** How the keys of the logs begin. Default: nothing. */
      prefix: z.string().optional(),
    })
    .optional(),
  /** Destroying the bucket also destroys the objects in it. Default: false. */
  emptyOnDestroy: flag().optional(),
  /** Key/value labels. */
  labels: z.record(z.string(), z.string()).optional(),
});

export const objectBucket = defineKind({
  kind: "object-bucket",
  title: "Object storage bucket (S3 API)",
  props: ObjectBucketProps,
  outputs: ["name", "endpoint"],
  labels: ["labels"],
  effortKey: () => "objectBucket",
  contradictions: contrary,
  generate(fc) {
    const storageClass = fc.constantFrom(...STORAGE_CLASSES.slice(1));
    const word = fc.stringMatching(/^[a-z][a-z0-9]{2,10}$/);
    const optional = { requiredKeys: [] as never[] };
    const rule = fc
      .record(
        {
          prefix: word,
          expireAfterDays: fc.integer({ min: 200, max: 4000 }),
          expireNoncurrentAfterDays: fc.integer({ min: 1, max: 400 }),
          keepNoncurrentVersions: fc.integer({ min: 1, max: 20 }),
          abortUploadsAfterDays: fc.integer({ min: 1, max: 30 }),
          transitions: fc
            .uniqueArray(fc.record({ afterDays: fc.integer({ min: 90, max: 190 }), storageClass }), {
              minLength: 1,
              maxLength: 2,
              selector: (t) => t.storageClass,
            })
            .chain((list) => fc.constant(list)),
          enabled: fc.boolean(),
        },
        optional,
      )
      // A count of versions only means something beside an age.
      .map((r) =>
        r.keepNoncurrentVersions && !r.expireNoncurrentAfterDays ? { ...r, expireNoncurrentAfterDays: 30 } : r,
      )
      // A rule that does nothing is refused by every cloud.
      .map((r) =>
        r.expireAfterDays || r.expireNoncurrentAfterDays || r.abortUploadsAfterDays || r.transitions
          ? r
          : { ...r, expireAfterDays: 365 },
      );
    const lifecycleRules = fc
      .array(rule, { minLength: 1, maxLength: 3 })
      .map((rules) => rules.map((r, i) => ({ ...r, id: `rule-${i + 1}` })));
    return fc
      .record(
        {
          name: fc.stringMatching(/^[a-z][a-z0-9-]{4,30}[a-z0-9]$/),
          versioning: fc.boolean(),
          encryption: fc.constantFrom("provider-key" as const, "customer-key" as const),
          publicRead: fc.boolean(),
          blockPublicAccess: fc.boolean(),
          requireTls: fc.constant(true),
          lifecycleRules,
          objectLock: fc.record(
            {
              mode: fc.constantFrom("governance" as const, "compliance" as const),
              retentionDays: fc.integer({ min: 1, max: 3650 }),
            },
            { requiredKeys: ["mode", "retentionDays"] },
          ),
          cors: fc.array(
            fc.record({
              allowedOrigins: fc.uniqueArray(
                word.map((w) => `https://${w}.example`),
                { minLength: 1, maxLength: 2 },
              ),
              allowedMethods: fc.uniqueArray(fc.constantFrom("GET", "PUT", "POST", "DELETE", "HEAD"), { minLength: 1 }),
              maxAgeSeconds: fc.integer({ min: 1, max: 86_400 }),
            }),
            { minLength: 1, maxLength: 2 },
          ),
          website: fc.record({ indexDocument: word.map((w) => `${w}.html`) }),
          accessLogs: fc.record({ bucket: fc.record({ external: word, literal: fc.constant(true) }), prefix: word }),
          emptyOnDestroy: fc.boolean(),
          labels: fc.dictionary(word, word, { minKeys: 1, maxKeys: 3 }),
        },
        optional,
      )
      .map((p) => ({
        ...p,
        ...(p.encryption === "customer-key" ? { encryptionKey: { external: "kms-key", literal: true } } : {}),
        // A lock needs versions; a guard against public grants excludes one.
        ...(p.objectLock ? { versioning: true } : {}),
        ...(p.publicRead ? { blockPublicAccess: false } : {}),
      }));
  },
});

function contrary(props: z.input<typeof ObjectBucketProps>) {
  const { publicRead, blockPublicAccess, versioning, replication = [], objectLock, lifecycleRules = [] } = props;
  const needs =
    versioning === false ? (replication.length > 0 ? "replication" : objectLock && "objectLock") : undefined;
  const unversioned: Contradiction = {
    path: ["versioning"],
    says: `is off, and \`${needs}\` needs versions to work on. Turn it on, or leave one of them out.`,
  };
  const open: Contradiction = {
    path: ["publicRead"],
    says: "stands beside `blockPublicAccess`, which refuses every public grant. Leave one of them out.",
  };
  const idle = lifecycleRules.flatMap((rule, i): Contradiction[] =>
    isIdle(rule)
      ? [{ path: ["lifecycleRules", i], says: "has nothing to do. Write what it deletes or moves, or leave it out." }]
      : [],
  );
  return [...(publicRead && blockPublicAccess ? [open] : []), ...(needs ? [unversioned] : []), ...idle];
}

/** Rules, by position, that copy to a bucket of the workload which keeps no versions: S3 as everybody speaks it refuses them. */
export function unversionedCopies(
  { replication = [] }: Partial<Pick<z.input<typeof ObjectBucketProps>, "replication">>,
  byId: ReadonlyMap<string, { readonly kind: string; readonly props: object }>,
): readonly { readonly index: number; readonly bucket: string }[] {
  return replication.flatMap(({ destination }, index) => {
    const target = isRef(destination) ? byId.get(destination.component) : undefined;
    const keepsNone =
      target?.kind === "object-bucket" && "versioning" in target.props && target.props.versioning === false;
    return isRef(destination) && keepsNone ? [{ index, bucket: destination.component }] : [];
  });
}

/** Which objects and under which name, and no more than that. */
function isIdle(rule: z.input<typeof LifecycleRule>): boolean {
  const { id, enabled, prefix, tags, largerThanBytes, smallerThanBytes, ...does } = rule;
  return Object.values(does).every((v) => v === undefined || v === false || (Array.isArray(v) && v.length === 0));
}
