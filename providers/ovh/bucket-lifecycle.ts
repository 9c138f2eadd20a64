import { compareText } from "../../constructs/diagnostic.ts";
import type { Props } from "../../constructs/kinds.ts";
import type { Tree } from "../native.ts";
import type { Cursor, LowerContext, Offer, RaiseContext } from "../provider.ts";
import { blocks, compact, known, meaning } from "../values.ts";
import { catalogues } from "./catalog.ts";
import { type Place, placeOf } from "./regions.ts";
import { SWITCH } from "./values.ts";

type Rule = NonNullable<Props<"object-bucket">["lifecycleRules"]>[number];

/** What stands in for a class that a region does not have, nearest first. Intelligent Tiering becomes Standard, as OVHcloud itself maps it. */
const standIns: Readonly<Record<string, readonly string[]>> = {
  automatic: ["standard"],
  "infrequent-access-one-zone": ["infrequent-access"],
  "archive-instant": ["infrequent-access"],
  archive: ["archive-instant", "infrequent-access"],
  "deep-archive": ["archive", "archive-instant", "infrequent-access"],
};
const warmest = ["standard", "infrequent-access", "archive-instant", "archive"];

/** The class that a region has, or the nearest to it. */
export function nearestClass(wanted: string, classes: Place["classes"]): string {
  const offers: readonly Offer[] = catalogues[classes].offers;
  const has = (value: string) => offers.some((o) => !o.legacy && o.value === value);
  return [wanted, ...(standIns[wanted] ?? [])].find(has) ?? "standard";
}

interface Move {
  readonly afterDays?: number | undefined;
  readonly onDate?: string | undefined;
  readonly storageClass: string;
}

/** Days below which OVHcloud refuses a transition: ovh/docs s3_bucket_lifecycle (2025-01-10), read 2026-11-25. */
const FIRST_DAY = 30;

/** The moves as a region carries them out: to a class it has, each colder than the one before, no object younger than `firstDay`. */
export function carriedMoves<M extends Move>(
  moves: readonly M[],
  classes: Place["classes"],
  firstDay = FIRST_DAY,
): M[] {
  const possible = moves
    .map((move) => ({
      ...move,
      storageClass: nearestClass(move.storageClass, classes),
      ...(move.afterDays === undefined ? {} : { afterDays: Math.max(firstDay, move.afterDays) }),
    }))
    .sort((a, b) => (a.afterDays ?? 0) - (b.afterDays ?? 0) || compareText(a.onDate ?? "", b.onDate ?? ""));
  const coldest = { byAge: -1, byDate: -1 };
  return possible.filter(({ storageClass, onDate }) => {
    const by = onDate === undefined ? "byAge" : "byDate";
    const rank = warmest.indexOf(storageClass);
    const colder = rank > coldest[by];
    coldest[by] = Math.max(rank, coldest[by]);
    return colder;
  });
}

export function lifecycleRule(rule: Rule, ctx: LowerContext): Tree {
  const { classes } = placeOf(ctx.region);
  const native = (wanted: string) => ctx.pick(classes, wanted).native;
  const part = (fields: { readonly [key: string]: Tree | undefined }) => {
    const known = compact(fields);
    return Object.keys(known).length > 0 ? known : undefined;
  };
  return compact({
    id: rule.id,
    status: rule.enabled ? "enabled" : "disabled",
    filter: part({
      prefix: rule.prefix,
      tags: rule.tags,
      object_size_greater_than: rule.largerThanBytes,
      object_size_less_than: rule.smallerThanBytes,
    }),
    expiration: part({
      days: rule.expireAfterDays,
      date: rule.expireOnDate && dayOf(rule.expireOnDate),
      expired_object_delete_marker: rule.expireDeleteMarkers,
    }),
    noncurrent_version_expiration: part({
      noncurrent_days: rule.expireNoncurrentAfterDays,
      newer_noncurrent_versions: rule.keepNoncurrentVersions,
    }),
    abort_incomplete_multipart_upload: part({ days_after_initiation: rule.abortUploadsAfterDays }),
    transitions:
      rule.transitions &&
      carriedMoves(rule.transitions, classes).map((t) =>
        compact({ days: t.afterDays, date: t.onDate && dayOf(t.onDate), storage_class: native(t.storageClass) }),
      ),
    noncurrent_version_transitions:
      rule.noncurrentTransitions &&
      carriedMoves(rule.noncurrentTransitions, classes, 0).map((t) =>
        compact({
          noncurrent_days: t.afterDays,
          newer_noncurrent_versions: t.keepVersions,
          storage_class: native(t.storageClass),
        }),
      ),
  });
}

/** OVHcloud takes a day, meant as midnight UTC. */
function dayOf(date: string): string {
  return date.slice(0, 10);
}

function midnight(day: Tree | undefined): Tree | undefined {
  return known(day, (d) => (/^\d{4}-\d\d-\d\d$/.test(String(d)) ? `${String(d)}T00:00:00Z` : d));
}

export function readRule(rule: Cursor, index: number, classes: Place["classes"], ctx: RaiseContext): Tree {
  return compact({
    id: rule.read("id") ?? `rule-${index + 1}`,
    enabled: meaning(rule.read("status"), SWITCH),
    prefix: rule.read("filter.prefix"),
    tags: rule.read("filter.tags"),
    largerThanBytes: rule.read("filter.object_size_greater_than"),
    smallerThanBytes: rule.read("filter.object_size_less_than"),
    expireAfterDays: rule.read("expiration.days"),
    expireOnDate: midnight(rule.read("expiration.date")),
    expireDeleteMarkers: rule.read("expiration.expired_object_delete_marker"),
    expireNoncurrentAfterDays: rule.read("noncurrent_version_expiration.noncurrent_days"),
    keepNoncurrentVersions: rule.read("noncurrent_version_expiration.newer_noncurrent_versions"),
    abortUploadsAfterDays: rule.read("abort_incomplete_multipart_upload.days_after_initiation"),
    transitions: blocks(rule, "transitions", (t) =>
      compact({
        afterDays: t.read("days"),
        onDate: midnight(t.read("date")),
        storageClass: ctx.offered(classes, t.read("storage_class")),
      }),
    ),
    noncurrentTransitions: blocks(rule, "noncurrent_version_transitions", (t) =>
      compact({
        afterDays: t.read("noncurrent_days"),
        keepVersions: t.read("newer_noncurrent_versions"),
        storageClass: ctx.offered(classes, t.read("storage_class")),
      }),
    ),
  });
}
