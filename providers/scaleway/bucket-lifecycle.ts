import type { Props } from "../../constructs/kinds.ts";
import type { Tree } from "../native.ts";
import type { Cursor, LowerContext, RaiseContext } from "../provider.ts";
import { blocks, compact, known } from "../values.ts";

type Rule = NonNullable<Props<"object-bucket">["lifecycleRules"]>[number];
type Move = NonNullable<Rule["transitions"]>[number] | NonNullable<Rule["noncurrentTransitions"]>[number];

/** Days an object must have before it may move: https://www.scaleway.com/en/docs/object-storage/api-cli/lifecycle-rules-api/, 2026-03-31. */
const MINIMUM_DAYS: Readonly<Record<string, number>> = {
  "infrequent-access-one-zone": 30,
  archive: 90,
};

/** Newer versions that a rule may spare: scaleway/terraform-provider-scaleway, internal/services/object/bucket.go (b2d45ed), 2026-11-28. */
const MOST_SPARED = 100;

/** Whether a move is made as it was asked for: after days enough, to a colder class that is offered. */
export function isKept(move: Move): boolean {
  const least = MINIMUM_DAYS[move.storageClass];
  const spares = "keepVersions" in move ? move.keepVersions : undefined;
  return least !== undefined && move.afterDays !== undefined && move.afterDays >= least && spares === spared(spares);
}

/** How many versions are spared of as many as asked for. */
export function spared(versions: number | undefined): number | undefined {
  return versions === undefined ? undefined : Math.min(MOST_SPARED, versions);
}

/** Whether marks of what was deleted are removed: a rule that deletes after a time leaves no such marks, and takes no word of them. */
export function sweeps(rule: Rule): boolean {
  return rule.expireDeleteMarkers === true && rule.expireAfterDays === undefined && rule.expireOnDate === undefined;
}

/** Whether a move is made at all. A date is taken by the provider's schema and refused when it is applied. */
function isMade(move: Move): boolean {
  return MINIMUM_DAYS[move.storageClass] !== undefined && move.afterDays !== undefined;
}

/** A rule that only asks for moves that cannot be made: Scaleway refuses a rule without an action. */
export function isIdle(rule: Rule): boolean {
  const moves: readonly Move[] = [...(rule.transitions ?? []), ...(rule.noncurrentTransitions ?? [])];
  return (
    !moves.some(isMade) &&
    rule.expireAfterDays === undefined &&
    rule.expireOnDate === undefined &&
    !rule.expireDeleteMarkers &&
    rule.expireNoncurrentAfterDays === undefined &&
    rule.keepNoncurrentVersions === undefined &&
    rule.abortUploadsAfterDays === undefined
  );
}

export function lifecycleRule(rule: Rule, ctx: LowerContext): Tree {
  const idle = isIdle(rule);
  const expiration = compact({
    days: rule.expireAfterDays,
    date: rule.expireOnDate?.slice(0, 10),
    expired_object_delete_marker: sweeps(rule) || undefined,
  });
  const noncurrent = compact({
    noncurrent_days: rule.expireNoncurrentAfterDays,
    newer_noncurrent_versions: spared(rule.keepNoncurrentVersions),
  });
  return compact({
    id: rule.id,
    enabled: rule.enabled && !idle,
    prefix: rule.prefix,
    tags: rule.tags,
    object_size_greater_than: rule.largerThanBytes,
    object_size_less_than: rule.smallerThanBytes,
    // An idle rule stays to be seen and decided on: off, with the one action that harms nothing.
    abort_incomplete_multipart_upload_days: idle ? 7 : rule.abortUploadsAfterDays,
    expiration: filled(expiration),
    noncurrent_version_expiration: filled(noncurrent),
    transition: made(rule.transitions)?.map((move) => ({ days: daysOf(move), storage_class: classOf(move, ctx) })),
    noncurrent_version_transition: made(rule.noncurrentTransitions)?.map((move) =>
      compact({
        noncurrent_days: daysOf(move),
        newer_noncurrent_versions: spared(move.keepVersions),
        storage_class: classOf(move, ctx),
      }),
    ),
  });
}

function filled(block: { readonly [key: string]: Tree }): Tree | undefined {
  return Object.keys(block).length > 0 ? [block] : undefined;
}

function made<M extends Move>(moves: readonly M[] | undefined): readonly M[] | undefined {
  const possible = moves?.filter(isMade);
  return possible?.length ? possible : undefined;
}

function daysOf(move: Move): number {
  return Math.max(move.afterDays ?? 0, MINIMUM_DAYS[move.storageClass] ?? 0);
}

function classOf(move: Move, ctx: LowerContext): string {
  return ctx.pick("storageClass", move.storageClass).native;
}

export function readRule(rule: Cursor, index: number, ctx: RaiseContext): Tree {
  return compact({
    id: rule.read("id") ?? `rule-${index + 1}`,
    enabled: rule.read("enabled"),
    prefix: rule.read("prefix"),
    tags: rule.read("tags"),
    largerThanBytes: rule.read("object_size_greater_than"),
    smallerThanBytes: rule.read("object_size_less_than"),
    expireAfterDays: rule.read("expiration.days"),
    expireOnDate: midnight(rule.read("expiration.date")),
    expireDeleteMarkers: rule.read("expiration.expired_object_delete_marker"),
    expireNoncurrentAfterDays: rule.read("noncurrent_version_expiration.noncurrent_days"),
    keepNoncurrentVersions: rule.read("noncurrent_version_expiration.newer_noncurrent_versions"),
    abortUploadsAfterDays: rule.read("abort_incomplete_multipart_upload_days"),
    transitions: blocks(rule, "transition", (move) =>
      compact({
        afterDays: move.read("days"),
        onDate: midnight(move.read("date")),
        storageClass: ctx.offered("storageClass", move.read("storage_class")),
      }),
    ),
    noncurrentTransitions: blocks(rule, "noncurrent_version_transition", (move) =>
      compact({
        afterDays: move.read("noncurrent_days"),
        keepVersions: move.read("newer_noncurrent_versions"),
        storageClass: ctx.offered("storageClass", move.read("storage_class")),
      }),
    ),
  });
}

/** Scaleway writes a day; rules take effect at midnight UTC. */
function midnight(day: Tree | undefined): Tree | undefined {
  return known(day, (d) => `${String(d)}T00:00:00Z`);
}
