import type { FoundComponent, Translation } from "../providers/survey.ts";
import { effortModel } from "./effort-model.ts";
import type { ComponentFacts } from "./facts.ts";

/** Whether work arises. `unknown`: a hole or a fact nobody stated; it is charged in the upper bound only. */
export type Verdict = boolean | "unknown";

/** What a condition may look at. */
export interface ConditionInput {
  readonly component: FoundComponent;
  readonly translation: Translation;
  readonly facts: ComponentFacts;
}

const GIB_PER_TB = 931;

/** One predicate per `when` of the effort model that an implemented kind has. A `when` that is not here is unknown. */
const predicates: Readonly<Record<string, (input: ConditionInput) => Verdict>> = {
  always: () => true,
  "objects > 10 M": ({ facts }) => above(facts.objects, 10_000_000),
  "size > 1 TB": (input) => above(size(input), GIB_PER_TB, bound(input)),
  "size > 10 TB": (input) => above(size(input), 10 * GIB_PER_TB, bound(input)),
  "versions or object lock": (input) =>
    either(
      prop(input, "versioning", (v) => v === true),
      prop(input, "objectLock", (v) => v !== undefined),
    ),
  "archive class": (input) =>
    either(
      input.facts.archived ?? false,
      prop(input, "lifecycleRules", (rules) => /"(archive|deep-archive)"/.test(JSON.stringify(rules ?? []))),
    ),
  "events, replication or website": (input) =>
    either(...["notifications", "replication", "website"].map((path) => prop(input, path, isSet))),
  "downtime shorter than dump": (input) => downtimeTooShort(input),
  "engine major differs": (input) => {
    const loss = input.translation.losses.find((l) => l.path === "version");
    if (loss) return loss.verdict === "lost" ? true : "unknown";
    return prop(input, "version", (v) => (v === undefined ? "unknown" : false));
  },
  "extension missing at target": ({ facts }) =>
    facts.extensionMissing ?? (facts.extensions?.length === 0 ? false : "unknown"),
  "stored code to port": ({ facts }) => (facts.storedRoutines === undefined ? "unknown" : facts.storedRoutines > 0),
  "no managed target": ({ translation }) => translation.unsupported !== undefined,
  "ha required": (input) => prop(input, "highAvailability", (v) => v !== undefined && v !== "none"),
  "weighted, latency or private records": (input) =>
    either(...["networks", "routed"].map((path) => prop(input, path, isSet))),
  certificates: (input) =>
    prop(input, "listeners", (listeners) =>
      some(listeners, (l) => l["protocol"] === "https" || l["protocol"] === "tls"),
    ),
  // Rules that the target's own listeners say need no proxy.
  "auth, rules or waf on the listener": ({ component, translation }) => {
    const lost = translation.losses.filter((l) => l.path === "listeners.rules").map((l) => l.verdict);
    const asksWho = component.residue.some((leaf) => /authenticate_|jwt_validation/.test(leaf.path));
    return either(asksWho, lost.includes("lost"), lost.length > 0 ? "unknown" : false);
  },
  "rules refer to groups": (input) =>
    prop(input, "rules", (rules) => some(rules, (r) => r["firewalls"] !== undefined || r["self"] === true)),
  "iam auth, proxy or data api": (input) => prop(input, "iamAuthentication", (v) => v === true),
};

export function holds(when: string, input: ConditionInput | undefined): Verdict {
  if (when === "always") return true;
  return (input && predicates[when]?.(input)) ?? "unknown";
}

/** How many units a `per` record is charged for. Unknown: from none to a bound of judgement that the report prints. */
export function unitsOf(per: string | undefined, input: ConditionInput | undefined): { lower: number; upper: number } {
  if (per === undefined) return { lower: 1, upper: 1 };
  if (per === "routine" && input?.facts.storedRoutines !== undefined) {
    return { lower: input.facts.storedRoutines, upper: input.facts.storedRoutines };
  }
  return { lower: 0, upper: ASSUMED_UNITS[per] ?? 1 };
}

/** Upper bounds where nobody counted: judgement, 2026-11-24. */
const ASSUMED_UNITS: Readonly<Record<string, number>> = { routine: 20, workload: 5, trigger: 1, dashboard: 1 };

/** Whether a factor multiplies a charge, by the words of the effort model. Words nobody knows multiply nothing. */
export function appliesTo(words: string, charge: { readonly activity: string; readonly direct: boolean }): boolean {
  const parts = words.split(", ");
  return parts.some(
    (part) => part === "everything" || (part === "direct hours" && charge.direct) || part === charge.activity,
  );
}

/** What to state so that a condition is known; undefined where the code itself has to tell. */
export const askFor: Readonly<Record<string, string>> = {
  "objects > 10 M": "objects",
  "size > 1 TB": "gib",
  "size > 10 TB": "gib",
  "downtime shorter than dump": "maxDowntimeHours and gib",
  "extension missing at target": "extensions and extensionMissing",
  "stored code to port": "storedRoutines",
};

/** True when any holds; unknown when none does for certain and one may. */
function either(...verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes(true) ? true : verdicts.includes("unknown") ? "unknown" : false;
}

function isSet(value: unknown): boolean {
  return value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0);
}

function some(value: unknown, test: (item: Readonly<Record<string, unknown>>) => boolean): boolean {
  return Array.isArray(value) && value.some(test);
}

/** Asks a top-level prop; a hole at it or below it is unknown unless what is known already decides. */
function prop({ component }: ConditionInput, path: string, test: (value: unknown) => Verdict): Verdict {
  const verdict = test(component.props[path]);
  const hole = component.holes.some((h) => h.path === path || h.path.startsWith(`${path}.`));
  return hole && verdict !== true ? "unknown" : verdict;
}

function above(value: number | undefined, limit: number, atMost?: number): Verdict {
  if (value !== undefined) return value > limit;
  return atMost !== undefined && atMost <= limit ? false : "unknown";
}

function size({ facts }: ConditionInput): number | undefined {
  return facts.gib;
}

/** A database holds no more than its disk, unless the disk grows by itself. */
function bound({ component }: ConditionInput): number | undefined {
  const paths = ["storageGiB", "storageAutogrowMaxGiB"];
  if (component.holes.some((h) => paths.includes(h.path))) return undefined;
  const sizes = paths.map((path) => component.props[path]).filter((v) => typeof v === "number");
  return component.props["storageGiB"] === undefined || sizes.length === 0 ? undefined : Math.max(...sizes);
}

function downtimeTooShort(input: ConditionInput): Verdict {
  const allowed = input.facts.maxDowntimeHours;
  if (allowed === undefined) return "unknown";
  const dump = effortModel.dataMovement.methods.find((m) => m.id === "pg-dump-restore");
  const hours = (gib: number) => (gib * 1024) / (dump?.MBps.low ?? 1) / 3600;
  return above(size(input) === undefined ? undefined : hours(size(input) ?? 0), allowed, hoursOf(bound(input), hours));
}

function hoursOf(gib: number | undefined, hours: (gib: number) => number): number | undefined {
  return gib === undefined ? undefined : hours(gib);
}
