import { canonical } from "../../constructs/satisfies.ts";
import type { Loss } from "../provider.ts";
import { carriedMoves, nearestClass } from "./bucket-lifecycle.ts";

const mapping = { source: "facts/mapping.md section 6, component 6, OVHcloud", date: "2026-11-21" };
const storage = "ovh/docs pages/storage_and_backup/object_storage";
const date = "2026-11-25";

type Rules = readonly { transitions?: Moves; noncurrentTransitions?: Moves }[];
type Moves = readonly { afterDays?: number; onDate?: string; storageClass: string }[];

/** Regions of one zone have the fewest classes: what they carry, every region carries. */
const FEWEST = "storageClassOneZone";

function changes(props: Record<string, unknown>, moves: "transitions" | "noncurrentTransitions"): boolean {
  const rules = (props["lifecycleRules"] ?? []) as Rules;
  return rules.some((rule) => {
    const asked = rule[moves] ?? [];
    const carried = carriedMoves(asked, FEWEST, moves === "transitions" ? undefined : 0);
    return canonical([...asked].map(canonical).sort()) !== canonical(carried.map(canonical).sort());
  });
}

/** What no argument of the provider sets: the S3 API does it, bucket by bucket. */
function byHand(
  path: string,
  why: string,
  instead: string,
  rest: Pick<Loss, "severity" | "class"> & Partial<Pick<Loss, "when">>,
): Loss {
  return { path, why, instead, citation: mapping, ...rest };
}

const wanted = (prop: string) => (props: Record<string, unknown>) => props[prop] === true;

export const losses: readonly Loss[] = [
  ...(["transitions", "noncurrentTransitions"] as const).map(
    (moves): Loss => ({
      path: `lifecycleRules.${moves}`,
      when: (props) => changes(props, moves),
      severity: "degrades",
      class: "accept",
      why: "OVHcloud has Standard, Infrequent Access, Active Archive (regions of three zones) and Cold Archive (Paris), moves objects from warm to cold only, and none younger than 30 days.",
      instead: "Take the nearest class that is written here, or copy what must be colder to another archive.",
      citation: { source: `${storage}/s3_location (2026-02-03) and s3_bucket_lifecycle (2025-01-10)`, date },
    }),
  ),
  {
    path: "replication.storageClass",
    when: (props) =>
      ((props["replication"] ?? []) as readonly { storageClass?: string }[]).some(
        ({ storageClass }) => storageClass !== undefined && nearestClass(storageClass, FEWEST) !== storageClass,
      ),
    severity: "degrades",
    class: "accept",
    why: "The destination keeps copies in a class its region has; OVHcloud takes other names and stores another class.",
    instead: "Take the nearest class that is written here.",
    citation: { source: `${storage}/s3_location (2026-02-03), mapping of storage classes`, date },
  },
  {
    path: "encryption",
    when: (props) => props["encryption"] === "customer-key",
    severity: "degrades",
    class: "redesign",
    why: "Object Storage encrypts with keys of OVHcloud (SSE-S3) or with a key sent along with each request (SSE-C); it takes none from a key manager.",
    instead: "Encrypt in the application, or send the key with each request (SSE-C).",
    citation: mapping,
  },
  {
    path: "encryptionKey",
    severity: "degrades",
    class: "redesign",
    why: "No key of a key manager can be named for a bucket.",
    instead: "Keep the key in OKMS and use it in the application.",
    citation: mapping,
  },
  byHand(
    "publicRead",
    "No resource of the provider sets an ACL, and the S3 API has no bucket policies.",
    "Set the ACL `public-read` on the bucket and on each object through the S3 API after the copy.",
    { severity: "blocks", class: "workaround", when: wanted("publicRead") },
  ),
  byHand(
    "blockPublicAccess",
    "The S3 API has no guard against public grants.",
    "Give users no right to change ACLs, and look for public ones with a scheduled check.",
    { severity: "degrades", class: "accept", when: wanted("blockPublicAccess") },
  ),
  byHand(
    "requireTls",
    "There are no bucket policies, so nothing refuses requests by their transport.",
    "Use the https endpoints, the only ones OVHcloud publishes.",
    { severity: "cosmetic", class: "accept", when: wanted("requireTls") },
  ),
  byHand(
    "objectLock.mode",
    "A default retention needs a period beside its mode.",
    "Give `retentionDays`, or set mode and period on each object.",
    {
      severity: "cosmetic",
      class: "setting",
      when: (props) => {
        const lock = props["objectLock"] as { mode?: string; retentionDays?: number } | undefined;
        return lock?.mode !== undefined && lock.retentionDays === undefined;
      },
    },
  ),
  byHand("cors", "No resource of the provider sets CORS.", "Set it through the S3 API with `put-bucket-cors`.", {
    severity: "degrades",
    class: "workaround",
  }),
  byHand(
    "website",
    "No resource of the provider makes a site of a bucket.",
    "Set it through the S3 API, or serve the files from a web server or a CDN.",
    { severity: "degrades", class: "workaround" },
  ),
  byHand(
    "notifications",
    "Object Storage sends no events.",
    "Let the application that writes the object tell the others, or poll the bucket.",
    { severity: "blocks", class: "redesign" },
  ),
  byHand("accessLogs", "No resource of the provider turns on access logs.", "Set them through the S3 API.", {
    severity: "degrades",
    class: "workaround",
  }),
  {
    path: "emptyOnDestroy",
    when: (props) => props["emptyOnDestroy"] === false,
    severity: "degrades",
    class: "setting",
    why: "Destroying a bucket first deletes every object and version in it; no argument stops that.",
    instead: "Keep the protection against destroying that the written code has.",
    citation: { source: "facts/mapping.md section 2, trap 2", date: "2026-11-21" },
  },
];
