import type { Baseline, Change, Condition, Finding, Gate, Waiver } from "../assessment/change.ts";
import { amount } from "../constructs/amount.ts";
import { list } from "../constructs/list.ts";
import { literally } from "../constructs/literally.ts";

/** What a change is judged by. */
export interface Terms {
  readonly failOn: readonly Condition[];
  /** Judge although something could not be read. */
  readonly allowPartial?: boolean;
  readonly baseline?: Baseline;
  readonly waivers?: readonly Waiver[];
  /** Today, YYYY-MM-DD: what waivers expire by. */
  readonly date?: string;
}

/** Results of one change on several targets, judged together: a waiver that one of them needs is used. Pure. */
export function judged(changes: readonly Change[], terms: Terms): Change[] {
  const baseline = new Set(terms.baseline?.accepted);
  const accepted = changes.map((change) => ({
    ...change,
    findings: change.findings.map((f) => accept(f, change.target.cloud, terms, baseline)),
  }));
  const used = (waiver: Waiver) => changes.some((c) => c.findings.some((f) => covers(waiver, f, c.target.cloud)));
  // Those of a target nobody asked for are neither needed nor not.
  const asked = changes.map((c) => c.target.cloud);
  const relevant = (terms.waivers ?? []).filter((w) => w.target === undefined || asked.includes(w.target));
  const waivers = relevant.map((waiver) => ({
    ...waiver,
    status: isExpired(waiver, terms.date)
      ? ("expired" as const)
      : used(waiver)
        ? ("used" as const)
        : ("unused" as const),
  }));
  const known = new Set(changes.flatMap((c) => c.findings.filter(isThere).flatMap(acceptedAs)));
  const stale = [...baseline].filter((f) => !known.has(f) && asked.some((target) => f.startsWith(`${target} `)));
  return accepted.map((change) => ({
    ...change,
    gate: { asked: [...terms.failOn], failed: failures(change, waivers, terms), waivers, stale },
  }));
}

/** Everything the head has, and nobody answers for by a waiver, as the next baseline. */
export function baselineOf(changes: readonly Change[]): Baseline {
  const accepted = changes.flatMap((c) =>
    c.findings.filter((f) => isThere(f) && f.accepted?.by !== "waiver").map((f) => f.fingerprint),
  );
  return { formatVersion: 1, accepted: accepted.sort() };
}

/** New and accepted by nobody. */
function counts(finding: Finding): boolean {
  return finding.state === "new" && finding.accepted === undefined;
}

/** What a baseline may hold for it: itself, or the same where it is worse. */
function acceptedAs({ fingerprint, worse = [] }: Finding): readonly string[] {
  return [fingerprint, ...worse];
}

function isThere(finding: Finding): boolean {
  return finding.state !== "resolved";
}

function accept(finding: Finding, target: string, terms: Terms, baseline: ReadonlySet<string>): Finding {
  const { waivers = [], date } = terms;
  const waiver = waivers.find((w) => !isExpired(w, date) && covers(w, finding, target));
  if (waiver) {
    const { owner, reason, expires } = waiver;
    return { ...finding, accepted: { by: "waiver", owner, reason, expires } };
  }
  const isAccepted = isThere(finding) && acceptedAs(finding).some((name) => baseline.has(name));
  return isAccepted ? { ...finding, accepted: { by: "baseline" } } : finding;
}

function isExpired(waiver: Waiver, date: string | undefined): boolean {
  return date !== undefined && waiver.expires < date;
}

function covers(waiver: Waiver, finding: Finding, target: string): boolean {
  const { rule, component, property } = waiver;
  const pattern = new RegExp(`^${component.split("*").map(literally).join(".*")}$`, "s");
  const matches = (id: string) => pattern.test(id) || pattern.test(id.slice(id.indexOf(":") + 1));
  return (
    isThere(finding) &&
    rule === finding.rule &&
    (waiver.target ?? target) === target &&
    (property === undefined || finding.path === property || finding.path.startsWith(`${property}.`)) &&
    finding.addresses.every(matches)
  );
}

const RULES: Readonly<
  Partial<Record<Condition, { readonly rules: readonly Finding["rule"][]; readonly one: string }>>
> = {
  "new-blocking-loss": { rules: ["blocking-loss"], one: "loss that blocks" },
  "new-loss": { rules: ["blocking-loss", "loss"], one: "loss" },
  "new-foreign-type": { rules: ["foreign-type"], one: "foreign type" },
  "new-unknown-type": { rules: ["unknown-type"], one: "unknown type" },
  "new-hole": { rules: ["hole"], one: "hole" },
};

function failures(change: Change, waivers: Gate["waivers"], { failOn, allowPartial, date }: Terms): Gate["failed"] {
  const expired = waivers
    .filter((w) => w.status === "expired")
    .map(({ rule, component, owner, expires }) => ({
      condition: "expired-waiver" as const,
      why: `the waiver of ${owner} for ${rule} of ${component} ended on ${expires}, and today is ${date}: renew it or take it out.`,
    }));
  const partial = failOn.length > 0 && !change.complete && !allowPartial;
  const incomplete = partial
    ? [
        {
          condition: "incomplete" as const,
          why: "not everything could be read or counted, as the diagnostics say, so nobody knows what is new; --allow-partial judges what was read.",
        },
      ]
    : [];
  return [...incomplete, ...failOn.flatMap((condition) => failureOf(condition, change)), ...expired];
}

function failureOf(condition: Condition, change: Change): Gate["failed"] {
  const { findings, effort, target } = change;
  const named = RULES[condition];
  if (named) {
    const found = findings.filter((f) => counts(f) && named.rules.includes(f.rule));
    const [first] = found;
    if (!first) return [];
    const where = `${first.subject}${first.path === "" ? "" : ` ${first.path}`} at ${first.at.file}${first.at.line === undefined ? "" : `:${first.at.line}`}`;
    const more = found.length > 1 ? `${found.length} of them, the first ` : "";
    return [{ condition, why: `a new ${named.one} on the way to ${target.cloud}: ${more}${where}.` }];
  }
  if (condition === "region") return otherRegion(change);
  if (condition === "effort" && effort.significant && effort.change.p80 > 0) {
    const { before, after, change } = effort;
    return [
      {
        condition,
        why: `leaving for ${target.cloud} takes ${amount(change.p80)} person-days more at P80: ${amount(after.p80)} in place of ${amount(before.p80)}, more than 5 %.`,
      },
    ];
  }
  return [];
}

/** What stands elsewhere than it did comes first: a region that is new to the estate may be new because of it. */
function otherRegion({ components, resources, regions }: Change): Gate["failed"] {
  const moved = [
    ...components.flatMap(({ id, differences }) =>
      differences.filter((d) => d.what === "region").map((d) => ({ id, ...d })),
    ),
    ...resources.flatMap(({ id, region }) => (region ? { id, ...region } : [])),
  ];
  const added = regions.after.filter((region) => !regions.before.includes(region));
  const [first] = moved;
  const where = (region: unknown) => region ?? "a region that nobody knows";
  const why = first
    ? `${moved.length > 1 ? `${moved.length} resources, the first of them ` : ""}${first.id} went from ${where(first.before)} to ${where(first.after)}.`
    : `something is made in ${list(added)}, where the base had nothing.`;
  return first || added.length > 0 ? [{ condition: "region", why }] : [];
}
