import type { Props } from "../../constructs/kinds.ts";
import { ref } from "../expr.ts";
import type { Native, Tree } from "../native.ts";
import type { Claim, Complete, Cursor, Cursors, Implementation, LowerContext, RaiseContext } from "../provider.ts";
import { blocks, compact, known, meaning, members, theNative } from "../values.ts";
import { lifecycleRule, readRule } from "./bucket-lifecycle.ts";
import { bucketPolicy, readPolicy } from "./bucket-policy.ts";
import { exit, losses, rewrites } from "./object-bucket-facts.ts";
import { placement } from "./values.ts";

const anchor = "scaleway_object_bucket";
const acl = "scaleway_object_bucket_acl";
const lock = "scaleway_object_bucket_lock_configuration";
const policy = "scaleway_object_bucket_policy";
const encryption = "scaleway_object_bucket_server_side_encryption_configuration";
const website = "scaleway_object_bucket_website_configuration";
const ownedTypes = [acl, lock, policy, encryption, website];

const claims: readonly Claim[] = [
  { type: anchor, role: "anchor" },
  ...ownedTypes.map(
    (type): Claim => ({ type, role: "owned", edge: { attr: "bucket", to: [anchor], by: ["name", "id"] } }),
  ),
];

/** A bucket of Object Storage: versions, lifecycle and CORS stand inside it, the rest in resources of their own. */
export const objectBucket: Implementation<"object-bucket"> = {
  claims,
  lower,
  raise,
  outputs: {
    name: (natives) => ref(theNative(natives, anchor), "name"),
    endpoint: (natives) => ref(theNative(natives, anchor), "endpoint"),
  },
  rewrites,
  losses,
  exit,
};

type BucketProps = Props<"object-bucket">;

function lower({ props }: Complete<"object-bucket">, ctx: LowerContext): readonly Native[] {
  const bucket = ctx.native(
    anchor,
    {
      name: props.name ?? ctx.name(),
      force_destroy: props.emptyOnDestroy,
      object_lock_enabled: props.objectLock ? true : undefined,
      versioning: props.versioning === undefined ? undefined : [{ enabled: props.versioning }],
      lifecycle_rule: props.lifecycleRules?.length
        ? props.lifecycleRules.map((rule) => lifecycleRule(rule, ctx))
        : undefined,
      cors_rule: props.cors?.length ? props.cors.map(corsRule) : undefined,
      tags: props.labels,
    },
    { preventDestroy: true },
  );
  const feature = (type: string, args: { readonly [key: string]: Tree | undefined }) =>
    ctx.native(type, { bucket: ref(bucket, "id"), ...args });
  const natives: Native[] = [bucket];
  const rule = encryptionRule(props, ctx);
  if (rule) natives.push(feature(encryption, { rule: [rule] }));
  if (props.requireTls || props.publicRead) {
    // An object is private however public its bucket's ACL is; a policy opens all of them.
    const wanted = { requireTls: props.requireTls ?? false, publicRead: props.publicRead ?? false };
    natives.push(feature(policy, { policy: bucketPolicy(bucket, wanted, ctx) }));
  }
  if (props.objectLock?.retentionDays !== undefined) {
    const { mode = "governance", retentionDays } = props.objectLock;
    natives.push(feature(lock, { rule: [{ default_retention: [{ mode: mode.toUpperCase(), days: retentionDays }] }] }));
  }
  const { indexDocument, errorDocument, redirectAllTo } = props.website ?? {};
  if (indexDocument !== undefined && redirectAllTo === undefined) {
    natives.push(
      feature(website, {
        index_document: [{ suffix: indexDocument }],
        error_document: errorDocument === undefined ? undefined : [{ key: errorDocument }],
      }),
    );
  }
  return natives;
}

/** Scaleway refuses `aws:kms` without a key. */
function encryptionRule(props: BucketProps, ctx: LowerContext): Tree | undefined {
  if (props.encryption === undefined || props.encryption === "none") return undefined;
  const key = props.encryption === "customer-key" && props.encryptionKey ? ctx.output(props.encryptionKey) : undefined;
  const byDefault = compact({ sse_algorithm: key === undefined ? "AES256" : "aws:kms", kms_master_key_id: key });
  return { apply_server_side_encryption_by_default: [byDefault] };
}

function corsRule(rule: NonNullable<BucketProps["cors"]>[number]): Tree {
  return compact({
    allowed_origins: rule.allowedOrigins,
    allowed_methods: rule.allowedMethods,
    allowed_headers: rule.allowedHeaders,
    expose_headers: rule.exposeHeaders,
    max_age_seconds: rule.maxAgeSeconds,
  });
}

function raise(group: Cursors, ctx: RaiseContext): void {
  const { props } = ctx;
  const bucket = group.anchor.type === anchor ? group.anchor : undefined;
  for (const c of [...(bucket ? [bucket] : []), ...ownedTypes.flatMap((type) => members(group, type))]) placement(c);
  const name = bucket?.read("name");
  if (bucket) readBucket(bucket, name, ctx);
  // What everybody has who asks for nothing.
  for (const c of members(group, acl)) c.expect("acl", "private");
  for (const c of members(group, encryption)) readEncryption(c, ctx);
  for (const c of members(group, lock)) readLock(c, ctx);
  for (const c of members(group, website)) {
    const [indexDocument, errorDocument] = [c.read("index_document.suffix"), c.read("error_document.key")];
    props.set("website", compact({ indexDocument, errorDocument }));
  }
  readPolicy(group, bucket, name, ctx);
  if (members(group, lock).length > 0) bucket?.expect("object_lock_enabled", true);
  else {
    const locked = bucket?.expect("object_lock_enabled", false) ? undefined : bucket?.read("object_lock_enabled");
    props.set("objectLock", locked === true ? {} : locked);
  }
}

function readBucket(bucket: Cursor, name: Tree | undefined, ctx: RaiseContext): void {
  const { props } = ctx;
  props.set("name", name);
  props.set("emptyOnDestroy", bucket.read("force_destroy"));
  props.set("labels", bucket.read("tags"));
  props.set("versioning", bucket.read("versioning.enabled"));
  props.set(
    "lifecycleRules",
    blocks(bucket, "lifecycle_rule", (rule, i) => readRule(rule, i, ctx)),
  );
  props.set("cors", blocks(bucket, "cors_rule", readCors));
}

function readEncryption(c: Cursor, ctx: RaiseContext): void {
  c.ignore("rule.bucket_key_enabled", "fewer requests to Key Manager, the same encryption");
  const at = (leaf: string) => c.read(`rule.apply_server_side_encryption_by_default.${leaf}`);
  ctx.props.set("encryption", meaning(at("sse_algorithm"), { AES256: "provider-key", "aws:kms": "customer-key" }));
  ctx.props.set("encryptionKey", ctx.reference(at("kms_master_key_id")) as Tree | undefined);
}

function readLock(c: Cursor, ctx: RaiseContext): void {
  const at = (leaf: string) => c.read(`rule.default_retention.${leaf}`);
  const years = known(at("years"), (y) => Number(y) * 365);
  const mode = meaning(at("mode"), { GOVERNANCE: "governance", COMPLIANCE: "compliance" });
  ctx.props.set("objectLock", compact({ mode, retentionDays: at("days") ?? years }));
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
