import type { Tree } from "../native.ts";
import type { Cursor, LowerContext, RaiseContext } from "../provider.ts";
import { blocks, compact, meaning } from "../values.ts";
import type { Rule } from "./bucket-lifecycle-taken.ts";
import { SWITCH } from "./values.ts";

/** A rule that S3 takes, as today's resource writes it. */
export function lifecycleRule(rule: Rule, ctx: LowerContext): Tree {
  const expiration = compact({
    days: rule.expireAfterDays,
    date: midnight(rule.expireOnDate),
    expired_object_delete_marker: rule.expireDeleteMarkers,
  });
  const noncurrent = rule.expireNoncurrentAfterDays;
  return compact({
    id: rule.id,
    status: rule.enabled ? "Enabled" : "Disabled",
    filter: [filterOf(rule)],
    expiration: Object.keys(expiration).length > 0 ? [expiration] : undefined,
    noncurrent_version_expiration:
      noncurrent === undefined
        ? undefined
        : [compact({ noncurrent_days: noncurrent, newer_noncurrent_versions: rule.keepNoncurrentVersions })],
    abort_incomplete_multipart_upload:
      rule.abortUploadsAfterDays === undefined ? undefined : [{ days_after_initiation: rule.abortUploadsAfterDays }],
    transition: filled(rule.transitions)?.map((t) =>
      compact({
        days: t.afterDays,
        date: midnight(t.onDate),
        storage_class: ctx.pick("storageClass", t.storageClass).native,
      }),
    ),
    noncurrent_version_transition: filled(rule.noncurrentTransitions)?.map((t) =>
      compact({
        noncurrent_days: t.afterDays,
        newer_noncurrent_versions: t.keepVersions,
        storage_class: ctx.pick("storageClass", t.storageClass).native,
      }),
    ),
  });
}

function filled<T>(moves: readonly T[] | undefined): readonly T[] | undefined {
  return moves?.length ? moves : undefined;
}

/** The provider takes a moment, S3 no other one of the day. */
function midnight(day: string | undefined): string | undefined {
  return day && `${day.slice(0, 10)}T00:00:00Z`;
}

/** One condition stands alone, several stand under `and`. */
function filterOf(rule: Rule): Tree {
  const tags = Object.entries(rule.tags ?? {});
  const scalars = compact({
    prefix: rule.prefix,
    object_size_greater_than: rule.largerThanBytes,
    object_size_less_than: rule.smallerThanBytes,
  });
  if (Object.keys(scalars).length + tags.length > 1) {
    return { and: [compact({ ...scalars, tags: tags.length > 0 ? Object.fromEntries(tags) : undefined })] };
  }
  const [tag] = tags;
  return tag ? { tag: [{ key: tag[0], value: tag[1] }] } : scalars;
}

/** A rule of today's resource. */
export function readRule(rule: Cursor, index: number, ctx: RaiseContext): Tree {
  rule.expect("filter", [{}]);
  const either = (path: string) => rule.read(`filter.${path}`) ?? rule.read(`filter.and.${path}`);
  const key = rule.read("filter.tag.key");
  const value = rule.read("filter.tag.value");
  const tag = key === undefined ? undefined : typeof key === "string" && value !== undefined ? { [key]: value } : key;
  return compact({
    id: rule.read("id") ?? `rule-${index + 1}`,
    enabled: meaning(rule.read("status"), SWITCH),
    prefix: either("prefix") ?? rule.read("prefix"),
    tags: tag ?? rule.read("filter.and.tags"),
    largerThanBytes: either("object_size_greater_than"),
    smallerThanBytes: either("object_size_less_than"),
    ...expirations(rule),
    expireNoncurrentAfterDays: rule.read("noncurrent_version_expiration.noncurrent_days"),
    keepNoncurrentVersions: rule.read("noncurrent_version_expiration.newer_noncurrent_versions"),
    abortUploadsAfterDays: rule.read("abort_incomplete_multipart_upload.days_after_initiation"),
    ...transitions(rule, "noncurrent_days", ctx),
  });
}

/** A rule inside the bucket, the form before version 4 of the provider. */
export function readInlineRule(rule: Cursor, index: number, ctx: RaiseContext): Tree {
  return compact({
    id: rule.read("id") ?? `rule-${index + 1}`,
    enabled: rule.read("enabled"),
    prefix: rule.read("prefix"),
    tags: rule.read("tags"),
    ...expirations(rule),
    expireNoncurrentAfterDays: rule.read("noncurrent_version_expiration.days"),
    abortUploadsAfterDays: days(rule, "abort_incomplete_multipart_upload_days"),
    ...transitions(rule, "days", ctx),
  });
}

function expirations(rule: Cursor): { readonly [key: string]: Tree | undefined } {
  return {
    expireAfterDays: days(rule, "expiration.days"),
    expireOnDate: rule.read("expiration.date"),
    expireDeleteMarkers: rule.read("expiration.expired_object_delete_marker"),
  };
}

/** 0 days stand where none were set. */
function days(rule: Cursor, path: string): Tree | undefined {
  return rule.expect(path, 0) ? undefined : rule.read(path);
}

function transitions(
  rule: Cursor,
  noncurrentDays: string,
  ctx: RaiseContext,
): { readonly [key: string]: Tree | undefined } {
  return {
    transitions: blocks(rule, "transition", (t) =>
      compact({
        // With neither it is at once; a state does not tell 0 from nothing.
        afterDays: t.read("days") ?? (t.has("date") ? undefined : 0),
        onDate: t.read("date"),
        storageClass: ctx.offered("storageClass", t.read("storage_class")),
      }),
    ),
    noncurrentTransitions: blocks(rule, "noncurrent_version_transition", (t) =>
      compact({
        afterDays: t.read(noncurrentDays),
        keepVersions: t.read("newer_noncurrent_versions"),
        storageClass: ctx.offered("storageClass", t.read("storage_class")),
      }),
    ),
  };
}
