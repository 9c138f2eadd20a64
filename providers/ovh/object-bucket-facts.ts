import { ARCHIVED, VERSIONED } from "../hazard-words.ts";
import type { ExitFacts, Rewrite } from "../provider.ts";
import { placeOf } from "./regions.ts";

const mapping = { source: "facts/mapping.md section 6, component 6, OVHcloud", date: "2026-11-21" };
const moving = { source: "facts/mapping.md section 6, component 6, Moving the data", date: "2026-11-21" };
const storage = "ovh/docs pages/storage_and_backup/object_storage";
const date = "2026-11-25";
const bucket = "ovh_cloud_project_storage";
const container = "openstack_objectstorage_container_v1";

const lifecycle = "ovh_cloud_project_storage_object_bucket_lifecycle_configuration";

/** Names that are taken and stored as another class: in regions of one zone everything colder is Infrequent Access. */
const storedAs = [
  ["ONEZONE_IA", "STANDARD_IA"],
  ["GLACIER_IR", "STANDARD_IA"],
  ["GLACIER", "STANDARD_IA"],
  ["DEEP_ARCHIVE", "STANDARD_IA"],
  ["GLACIER", "GLACIER_IR"],
  ["INTELLIGENT_TIERING", "STANDARD"],
] as const;
const stored = "the class that OVHcloud keeps the objects in, by its own name";
const swift = "a Swift container is written as a bucket of the S3 API";

export const rewrites: readonly Rewrite[] = [
  {
    from: `${bucket}.versioning.status`,
    to: `${bucket}.versioning.status`,
    values: [["suspended", "disabled"]],
    why: "both keep no new versions; a new bucket has none to keep, and lifecycle rules are refused while versions are suspended",
  },
  {
    from: `${bucket}.encryption.sse_algorithm`,
    to: null,
    values: [["plaintext", null]],
    why: "no encryption is what a bucket has that names none",
  },
  {
    from: `${bucket}.object_lock.status`,
    to: null,
    values: [["disabled", null]],
    why: "no lock is what a bucket has that names none",
  },
  {
    from: `${bucket}.object_lock.rule.period`,
    to: `${bucket}.object_lock.rule.period`,
    why: "the same period, counted in days",
  },
  {
    from: `${bucket}.replication.rules.destination.name`,
    to: `${bucket}.replication.rules.destination.name`,
    why: "the same bucket, named by reference in code that Exeat writes",
  },
  ...["transitions", "noncurrent_version_transitions"].map(
    (moves): Rewrite => ({
      from: `${lifecycle}.rules.${moves}.storage_class`,
      to: `${lifecycle}.rules.${moves}.storage_class`,
      values: storedAs,
      why: stored,
    }),
  ),
  {
    from: `${bucket}.replication.rules.destination.storage_class`,
    to: `${bucket}.replication.rules.destination.storage_class`,
    values: storedAs,
    why: stored,
  },
  { from: `${container}.name`, to: `${bucket}.name`, why: swift },
  {
    from: `${container}.versioning`,
    to: `${bucket}.versioning.status`,
    values: [
      [true, "enabled"],
      [false, "disabled"],
    ],
    why: swift,
  },
  {
    from: `${container}.force_destroy`,
    to: null,
    values: [[true, null]],
    why: "every bucket of the S3 API is emptied before it is destroyed",
  },
];

export const exit: ExitFacts = {
  endpoint: "https://s3.{region}.io.cloud.ovh.net",
  endpointRegion: (region) => placeOf(region).storage.toLowerCase(),
  credentials: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"],
  export: [
    {
      method: "object-copy",
      note: "rclone: a bulk copy, then `sync` in the freeze window; compare by size and SHA-256, never by ETag. The region in requests is in lower case.",
      citation: moving,
    },
  ],
  import: [
    {
      method: "object-copy",
      note: "The reverse path is the same: every side speaks Signature Version 4. Keys belong to a project user (ovh_cloud_project_user_s3_credential), rights are given per user.",
      citation: moving,
    },
  ],
  hazards: [
    {
      text: "Destroying the bucket, changing its name or region, or switching object lock deletes every object and version first; locked objects stop it half-way.",
      when: [{ ovh_cloud_project_storage: "present" }],
      citation: { source: "facts/mapping.md section 4", date: "2026-11-21" },
    },
    {
      text: "Storage classes are rewritten on arrival: a class that is read back may differ from the one that was sent.",
      citation: { source: "facts/mapping.md section 2, trap 21", date: "2026-11-21" },
    },
    {
      text: "Objects in Cold Archive must be restored before they can be read: minutes to hours, up to 48 hours in the older bucket-wide offer.",
      when: ARCHIVED,
      citation: { source: `${storage}/s3_choosing_the_right_storage_class_for_your_needs (2026-02-03)`, date },
    },
    {
      text: "A project has 100 buckets unless more were asked for; bucket names are unique across OVHcloud.",
      citation: mapping,
    },
    {
      text: "Old versions get new ids and dates when they are copied, and retention of object lock does not travel: apply it again.",
      when: VERSIONED,
      citation: moving,
    },
    {
      text: "A multipart ETag depends on the part size, so it differs between providers for the same bytes.",
      when: [{ ovh_cloud_project_storage: "present" }],
      citation: { source: "facts/mapping.md section 10", date: "2026-11-21" },
    },
    {
      text: "A Swift container speaks another protocol than its successor: clients and their credentials change with the move.",
      when: [{ openstack_objectstorage_container_v1: "present" }],
      citation: { source: `${storage}/s3_choosing_the_right_storage_class_for_your_needs (2026-02-03)`, date },
    },
  ],
};
