import type { Props } from "../../constructs/kinds.ts";
import { canonical } from "../../constructs/satisfies.ts";
import type { Loss } from "../provider.ts";

export type Rule = NonNullable<Props<"object-bucket">["lifecycleRules"]>[number];

const api = "https://docs.aws.amazon.com/AmazonS3/latest/API";
const date = "2026-11-28";

/** Newer versions that a rule may spare: API_NoncurrentVersionExpiration, 2026-11-28. */
const MOST_SPARED = 100;

/** What S3 takes of a rule; undefined where nothing is left that it could do. */
export function takenOf(rule: Rule): Rule | undefined {
  const expires = rule.expireAfterDays !== undefined || rule.expireOnDate !== undefined;
  // Uploads have neither tags nor a size yet, and no delete marker has.
  const picks = [rule.largerThanBytes, rule.smallerThanBytes].some((v) => v !== undefined) || hasTags(rule);
  const taken: Rule = {
    ...rule,
    expireDeleteMarkers: rule.expireDeleteMarkers && (expires || picks) ? undefined : rule.expireDeleteMarkers,
    keepNoncurrentVersions:
      rule.expireNoncurrentAfterDays === undefined ? undefined : spared(rule.keepNoncurrentVersions),
    abortUploadsAfterDays: picks ? undefined : rule.abortUploadsAfterDays,
    transitions: movesOf(rule),
    noncurrentTransitions: rule.noncurrentTransitions
      ?.filter(
        (move) => isColder(move) && move.afterDays < (rule.expireNoncurrentAfterDays ?? Number.POSITIVE_INFINITY),
      )
      .map((move) => (move.keepVersions === undefined ? move : { ...move, keepVersions: spared(move.keepVersions) })),
  };
  return isIdle(taken) ? undefined : taken;
}

function hasTags({ tags }: Rule): boolean {
  return Object.keys(tags ?? {}).length > 0;
}

function spared(versions: number | undefined): number | undefined {
  return versions === undefined ? undefined : Math.min(MOST_SPARED, versions);
}

/** Nothing can be moved to the warmest class. */
function isColder({ storageClass }: { readonly storageClass: string }): boolean {
  return storageClass !== "standard";
}

/** Moves to colder classes before objects expire, all of them by days or all by date. */
function movesOf({ transitions, expireAfterDays, expireOnDate }: Rule): Rule["transitions"] {
  const moves = transitions?.filter(isColder) ?? [];
  const byDate = expireOnDate !== undefined || (expireAfterDays === undefined && moves[0]?.onDate !== undefined);
  return (
    transitions &&
    moves.filter(({ afterDays, onDate }) =>
      byDate
        ? onDate !== undefined && (expireOnDate === undefined || onDate.slice(0, 10) < expireOnDate.slice(0, 10))
        : onDate === undefined && (afterDays ?? 0) < (expireAfterDays ?? Number.POSITIVE_INFINITY),
    )
  );
}

function isIdle(rule: Rule): boolean {
  const { expireAfterDays, expireOnDate, expireNoncurrentAfterDays, abortUploadsAfterDays } = rule;
  const times = [expireAfterDays, expireOnDate, expireNoncurrentAfterDays, abortUploadsAfterDays];
  const moves = [...(rule.transitions ?? []), ...(rule.noncurrentTransitions ?? [])];
  return !rule.expireDeleteMarkers && moves.length === 0 && times.every((time) => time === undefined);
}

type When = (props: Record<string, unknown>) => boolean;

const some =
  (test: (rule: Rule, taken: Rule | undefined) => boolean): When =>
  (props) =>
    ((props["lifecycleRules"] ?? []) as readonly Rule[]).some((rule) => test(rule, takenOf(rule)));
const differs = (field: keyof Rule): When =>
  some((rule, taken) => taken !== undefined && canonical(rule[field]) !== canonical(taken[field]));

/** What becomes of rules that S3 does not take as they are. */
export const lifecycleLosses: readonly Loss[] = [
  {
    path: "lifecycleRules",
    when: some((_, taken) => taken === undefined),
    severity: "degrades",
    class: "setting",
    why: "S3 refuses a rule that does nothing, and nothing of this one is left that it could do.",
    instead:
      "Leave out a rule that moves objects to Standard alone; let one for uploads or delete markers pick by neither tags nor sizes.",
    citation: { source: `${api}/API_LifecycleRule.html`, date },
  },
  ...(["transitions", "noncurrentTransitions"] as const).map(
    (moves): Loss => ({
      path: `lifecycleRules.${moves}`,
      when: differs(moves),
      severity: "cosmetic",
      class: "accept",
      why: "A lifecycle rule moves objects to colder classes only, before they expire, and either by days or by date; it spares 100 newer versions at most.",
      instead:
        "Leave out a move to Standard, where objects start, and one that comes too late; give one by date a rule of its own.",
      citation: {
        source:
          "https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html",
        date,
      },
    }),
  ),
  {
    path: "lifecycleRules.expireDeleteMarkers",
    when: differs("expireDeleteMarkers"),
    severity: "cosmetic",
    class: "accept",
    why: "A rule that lets objects expire removes their delete markers at that age by itself; one that picks objects by tag or size cannot.",
    instead: "Give delete markers a rule of their own, without tags and sizes.",
    citation: { source: `${api}/API_LifecycleExpiration.html`, date },
  },
  {
    path: "lifecycleRules.abortUploadsAfterDays",
    when: differs("abortUploadsAfterDays"),
    severity: "degrades",
    class: "setting",
    why: "An upload that is not finished has neither tags nor a size by which a rule could pick it.",
    instead: "Give abandoned uploads a rule of their own, without tags and sizes.",
    citation: { source: `${api}/API_AbortIncompleteMultipartUpload.html`, date },
  },
  {
    path: "lifecycleRules.keepNoncurrentVersions",
    when: differs("keepNoncurrentVersions"),
    severity: "degrades",
    class: "workaround",
    why: "A rule spares the 100 newest versions at most, and only beside an age from which the others go.",
    instead: "Give `expireNoncurrentAfterDays` beside it, long enough that more versions need not be spared.",
    citation: { source: `${api}/API_NoncurrentVersionExpiration.html`, date },
  },
];
