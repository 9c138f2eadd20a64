import { isRef } from "../../constructs/component.ts";
import type { Props } from "../../constructs/kinds.ts";
import { ref, text } from "../expr.ts";
import { type Native, type Tree, Unknown } from "../native.ts";
import type { Claim, Complete, Cursor, Cursors, Implementation, LowerContext, RaiseContext } from "../provider.ts";
import { isCopiedTo } from "../users.ts";
import { blocks, compact, known, meaning, members, theNative } from "../values.ts";
import { lifecycleRule, nearestClass, readRule } from "./bucket-lifecycle.ts";
import { exit, rewrites } from "./object-bucket-facts.ts";
import { losses } from "./object-bucket-losses.ts";
import { type Place, placeOf } from "./regions.ts";
import { readContainer, swiftContainer } from "./swift-container.ts";
import { placement, project, SWITCH } from "./values.ts";

const anchor = "ovh_cloud_project_storage";
const lifecycle = "ovh_cloud_project_storage_object_bucket_lifecycle_configuration";
/** Types that hang on a bucket, by the attribute that names it. */
const owned = {
  [lifecycle]: "container_name",
  ovh_cloud_project_storage_replication_job: "container_name",
  ovh_cloud_project_region_storage_presign: "name",
} as const;

const claims: readonly Claim[] = [
  { type: anchor, role: "anchor" },
  ...Object.entries(owned).map(
    ([type, attr]): Claim => ({ type, role: "owned", edge: { attr, to: [anchor], by: ["name"] } }),
  ),
  { type: swiftContainer, role: "anchor" },
];

/** A bucket of the S3 API: one resource for everything but its lifecycle. Swift containers are read and never written. */
export const objectBucket: Implementation<"object-bucket"> = {
  claims,
  lower,
  raise,
  outputs: {
    name: (natives) => ref(theNative(natives, anchor), "name"),
    endpoint: (natives) => {
      const bucket = theNative(natives, anchor);
      return text`https://${ref(bucket, "name")}.s3.${String(bucket.args["region_name"]).toLowerCase()}.io.cloud.ovh.net`;
    },
  },
  rewrites,
  losses,
  exit,
};

type BucketProps = Props<"object-bucket">;

function lower({ id, props }: Complete<"object-bucket">, ctx: LowerContext): readonly Native[] {
  const service_name = project(ctx);
  const region_name = placeOf(ctx.region).storage;
  // Copies start from versions, and arrive as such.
  const versioned = props.versioning ?? (props.replication?.length || isCopiedTo(id, ctx.users) ? true : undefined);
  const bucket = ctx.native(
    anchor,
    {
      service_name,
      region_name,
      name: props.name ?? ctx.name(),
      // Else the state holds a list of every object.
      hide_objects: true,
      versioning: versioned === undefined ? undefined : { status: versioned ? "enabled" : "disabled" },
      encryption:
        props.encryption === undefined || props.encryption === "none" ? undefined : { sse_algorithm: "AES256" },
      object_lock: props.objectLock && objectLockOf(props.objectLock),
      replication: props.replication?.length ? { rules: replicationOf(props.replication, ctx) } : undefined,
      tags: props.labels,
    },
    { preventDestroy: true },
  );
  if (!props.lifecycleRules?.length) return [bucket];
  const rules = props.lifecycleRules.map((rule) => lifecycleRule(rule, ctx));
  return [bucket, ctx.native(lifecycle, { service_name, region_name, container_name: ref(bucket, "name"), rules })];
}

function objectLockOf({ mode = "governance", retentionDays }: NonNullable<BucketProps["objectLock"]>): Tree {
  return compact({
    status: "enabled",
    rule: retentionDays === undefined ? undefined : { mode, period: `P${retentionDays}D` },
  });
}

function replicationOf(rules: NonNullable<BucketProps["replication"]>, ctx: LowerContext): Tree {
  const place = placeOf(ctx.region);
  const elsewhere = () =>
    ctx.variable({
      name: `${ctx.name().replaceAll("-", "_")}_copies_region`,
      type: "string",
      description: "Object Storage region of the buckets outside this workload that receive copies, e.g. GRA.",
    });
  return rules.map((rule) =>
    compact({
      id: rule.id,
      status: rule.enabled ? "enabled" : "disabled",
      priority: rule.priority,
      filter: rule.prefix === undefined ? undefined : { prefix: rule.prefix },
      delete_marker_replication: rule.replicateDeletes ? "enabled" : "disabled",
      destination: compact({
        name: ctx.output(rule.destination),
        region: isRef(rule.destination) ? place.storage : elsewhere(),
        storage_class:
          rule.storageClass && ctx.pick(place.classes, nearestClass(rule.storageClass, place.classes)).native,
      }),
    }),
  );
}

function raise(group: Cursors, ctx: RaiseContext): void {
  for (const type of [anchor, ...Object.keys(owned)]) for (const c of members(group, type)) placement(c);
  for (const container of members(group, swiftContainer)) readContainer(container, ctx);
  for (const bucket of members(group, anchor)) readBucket(bucket, ctx);
  for (const c of members(group, lifecycle)) {
    const classes = classesOf(c);
    ctx.props.set(
      "lifecycleRules",
      blocks(c, "rules", (rule, index) => readRule(rule, index, classes, ctx)),
    );
  }
}

/** The classes of the region that a resource names; set aside as a place before, its name is still looked at. */
function classesOf(c: Cursor): Place["classes"] {
  const region = c.read("region_name");
  return typeof region === "string" ? placeOf(region).classes : "storageClass";
}

function readBucket(bucket: Cursor, ctx: RaiseContext): void {
  const { props } = ctx;
  props.set("name", bucket.read("name"));
  props.set("versioning", meaning(bucket.read("versioning.status"), { ...SWITCH, suspended: false }));
  const algorithm = bucket.read("encryption.sse_algorithm");
  props.set("encryption", meaning(algorithm, { AES256: "provider-key", plaintext: "none" }));
  readObjectLock(bucket, ctx);
  props.set(
    "replication",
    blocks(bucket, "replication.rules", (rule, index) => readCopies(rule, index, classesOf(bucket), ctx)),
  );
  props.set("labels", bucket.read("tags"));
  for (const path of ["hide_objects", "limit", "marker", "prefix"])
    bucket.ignore(path, "what the state lists of the objects, not what the bucket is");
  ctx.guarantee("emptyOnDestroy");
}

function readObjectLock(bucket: Cursor, ctx: RaiseContext): void {
  const enabled = meaning(bucket.read("object_lock.status"), SWITCH) ?? bucket.has("object_lock.rule");
  if (enabled instanceof Unknown) ctx.props.set("objectLock", enabled);
  else if (enabled) {
    const mode = meaning(bucket.read("object_lock.rule.mode"), { governance: "governance", compliance: "compliance" });
    const retentionDays = known(bucket.read("object_lock.rule.period"), (p) => daysOf(String(p)));
    ctx.props.set("objectLock", compact({ mode, retentionDays }));
  }
}

const PERIOD = /^P(?:(\d+)Y)?(?:(\d+)W)?(?:(\d+)D)?$/;

/** Days of an ISO 8601 period. A month is no number of days: a period with months is not known. */
function daysOf(period: string): Tree {
  const [, years = "0", weeks = "0", days = "0"] = PERIOD.exec(period) ?? [];
  const total = Number(years) * 365 + Number(weeks) * 7 + Number(days);
  return total > 0 ? total : new Unknown(JSON.stringify(period));
}

function readCopies(rule: Cursor, index: number, classes: Place["classes"], ctx: RaiseContext): Tree {
  rule.ignore("destination.region", "where it stands is chosen anew at the target");
  return compact({
    id: rule.read("id") ?? `rule-${index + 1}`,
    enabled: meaning(rule.read("status"), SWITCH),
    prefix: rule.read("filter.prefix"),
    priority: rule.read("priority"),
    destination: ctx.reference(rule.read("destination.name"), "name") as Tree | undefined,
    storageClass: ctx.offered(classes, rule.read("destination.storage_class")),
    replicateDeletes: meaning(rule.read("delete_marker_replication"), SWITCH),
  });
}
