import { kinds } from "../constructs/kinds.ts";
import { isSet } from "../providers/hazard.ts";
import { either, type Shown } from "../providers/shows.ts";
import type { FoundComponent, Translation } from "../providers/survey.ts";
import { copyHours, interruption, proofHours } from "./copy-time.ts";
import { effortKeyOf } from "./effort-key.ts";
import { type EffortModel, effortModel } from "./effort-model.ts";
import type { ComponentFacts } from "./facts.ts";

/** Whether work arises. `unknown`: a hole or a fact nobody stated; it is charged in the upper bound only. */
export type Verdict = Shown;

/** What a condition may look at: a component, or what a native shows of a kind still to come, by prop. */
export interface ConditionInput {
  readonly component?: FoundComponent;
  readonly translation?: Translation;
  readonly shown?: Readonly<Record<string, Shown>>;
  readonly facts: ComponentFacts;
  readonly model: EffortModel;
}

type Predicate = (input: ConditionInput) => Verdict;

const GIB_PER_TB = 931;
/** No code shows it: it is unknown until somebody states it. */
const onlyStated: Predicate = () => "unknown";
const anyOf =
  (...paths: readonly string[]): Predicate =>
  (input) =>
    either(...paths.map((path) => prop(input, path, isSet)));
/** Parts that are found nested in a prop, by the words of its JSON. */
const within =
  (path: string, words: RegExp): Predicate =>
  (input) =>
    prop(input, path, (value) => words.test(JSON.stringify(value ?? null)));

/** One predicate per `when` of the effort model. What is stated under `conditions` goes before each. A `when` that is not here is unknown. */
const predicates: Readonly<Record<string, Predicate>> = {
  always: () => true,
  "application encrypts with it": onlyStated,
  "archive class": (input) => input.facts.archived ?? within("lifecycleRules", /"(archive|deep-archive)"/)(input),
  "arm64 source and no arm64 target": (input) => lost(input, "architecture"),
  // Rules that the target's own listeners say need no proxy.
  "auth, rules or waf on the listener": (input) => {
    const asksWho = input.component?.residue.some((leaf) => /authenticate_|jwt_validation/.test(leaf.path)) ?? false;
    const lost = input.translation?.losses.filter((l) => l.path === "listeners.rules").map((l) => l.verdict) ?? [];
    return has(input, "listeners")
      ? either(asksWho, lost.includes("lost"), lost.length > 0 ? "unknown" : false)
      : "unknown";
  },
  certificates: (input) =>
    prop(input, "listeners", (all) => some(all, (l) => l["protocol"] === "https" || l["protocol"] === "tls")),
  "cluster mode or modules": anyOf("clusterMode", "modules"),
  dashboard: anyOf("dashboard"),
  "documentdb source": anyOf("documentDb"),
  "downtime shorter than dump": (input) => downtimeTooShort(input),
  "edge code, signed urls or geo rules": anyOf("edgeCode", "signedUrls", "geoRules"),
  "engine major differs": (input) => lost(input, "version"),
  "events, replication or website": anyOf("notifications", "replication", "website"),
  "extension missing at target": ({ facts }) =>
    facts.extensionMissing ?? (facts.extensions?.length === 0 ? false : "unknown"),
  "fifo with groups": anyOf("fifo"),
  "files > 10 M": ({ facts }) => above(facts.objects, 10_000_000),
  "filter policies or many protocols": anyOf("filterPolicies", "protocols"),
  "ha required": (input) => prop(input, "highAvailability", (v) => v !== undefined && v !== "none"),
  "history must be kept": anyOf("history"),
  "iam auth": anyOf("iamAuthentication"),
  "iam auth, proxy or data api": anyOf("iamAuthentication"),
  // A controller that no code of the cluster installs may rest on any of the three.
  "ingress, storage and identity rebuilt": (input) =>
    anyOf("workloadIdentities", "addons")(input) === true ? true : "unknown",
  "layers or vendor extensions": anyOf("layers", "extensions"),
  "licensed or marketplace image": (input) =>
    either(
      within("image", /"os":"(windows|rhel|sles)/)(input),
      prop(input, "customImage", (v) => v && "unknown"),
    ),
  "no managed target": (input) =>
    input.translation ? input.translation.unsupported !== undefined : not(anyOf("managed")(input)),
  "non-http trigger": anyOf("trigger"),
  "objects > 10 M": ({ facts }) => above(facts.objects, 10_000_000),
  "overlapping ranges": onlyStated,
  "partners allow-list the address": onlyStated,
  "persistent volumes": onlyStated,
  // A job that reaches private addresses reaches the database; whether another one needs to, no code shows.
  "private database needed and job has no private network": (input) =>
    anyOf("privateNetwork")(input) === true ? false : "unknown",
  "re-modelled": onlyStated,
  "rotation function": anyOf("rotation"),
  "rules refer to groups": (input) =>
    prop(input, "rules", (all) => some(all, (r) => r["firewalls"] !== undefined || r["self"] === true)),
  "schema registry or connectors": anyOf("schemaRegistry", "connectors"),
  "sidecars, volumes or private ingress": anyOf("sidecars", "volumes", "privateIngress"),
  "size > 1 TB": (input) => above(input.facts.gib, GIB_PER_TB, diskBound(input)),
  "size > 10 TB": (input) => above(input.facts.gib, 10 * GIB_PER_TB, diskBound(input)),
  stateful: (input) =>
    input.facts.gib === undefined
      ? anyOf("disks", "volumes")(input) === true
        ? true
        : "unknown"
      : input.facts.gib > 0,
  "stored code to port": ({ facts }) => (facts.storedRoutines === undefined ? "unknown" : facts.storedRoutines > 0),
  "streams or global tables": anyOf("streams", "globalTables"),
  "used as a store": onlyStated,
  "versions or object lock": anyOf("versioning", "objectLock"),
  "weighted, latency or private records": anyOf("networks", "routed"),
  "wire-compatible store": onlyStated,
  workload: ({ facts }) => (facts.units?.["workload"] === undefined ? "unknown" : facts.units["workload"] > 0),
  "workload identity": anyOf("workloadIdentity"),
};

/** Every `when` that a predicate judges. */
export const judgedConditions: readonly string[] = Object.keys(predicates);

export function holds(when: string, input: ConditionInput): Verdict {
  if (when === "always") return true;
  const own = judged(when, input);
  const others = own === "unknown" ? alternativesTo(when, input.model).map((other) => judged(other, input)) : [];
  if (others.length === 0) return own;
  return others.includes(true) ? false : others.every((o) => o === false) || "unknown";
}

/** What several readings of a component do not agree on is unknown. */
function judged(when: string, input: ConditionInput): Verdict {
  const stated = input.facts.conditions?.[when];
  if (stated !== undefined) return stated;
  const { component } = input;
  const readings = component?.readings?.flat().map((r) => ({ ...input, component: { ...component, ...r } })) ?? [];
  const [first = "unknown", ...others] = [input, ...readings].map((read) => predicates[when]?.(read) ?? "unknown");
  return others.every((verdict) => verdict === first) ? first : "unknown";
}

/** Of alternatives exactly one arises: so another that does rules it out, and it is what is left where no other does. */
function alternativesTo(when: string, { workItems }: EffortModel): string[] {
  const { kind, oneOf } = workItems.find((r) => r.when === when && r.oneOf !== undefined) ?? {};
  if (oneOf === undefined) return [];
  return workItems.flatMap((r) => (r.kind === kind && r.oneOf === oneOf && r.when !== when ? [r.when] : []));
}

/** Props that a condition looks at in a component. */
export function propsRead(when: string, component: FoundComponent): string[] {
  const read = new Set<string>();
  const props = new Proxy(component.props, {
    get: (target, name) => {
      read.add(String(name));
      return target[String(name)];
    },
  });
  predicates[when]?.({ component: { ...component, props }, facts: {}, model: effortModel });
  return [...read];
}

/** How many units a `per` record is charged for. Unknown: from none, or from one that is shown, to a bound of judgement that the report prints. */
export function unitsOf(per: string | undefined, { facts, shown }: ConditionInput): { lower: number; upper: number } {
  if (per === undefined) return { lower: 1, upper: 1 };
  const stated = facts.units?.[per] ?? (per === "routine" ? facts.storedRoutines : undefined);
  if (stated !== undefined) return { lower: stated, upper: stated };
  return { lower: shown?.[per] === true ? 1 : 0, upper: ASSUMED_UNITS[per] ?? 1 };
}

/** Upper bounds where nobody counted: judgement, 2026-11-24. */
export const ASSUMED_UNITS: Readonly<Record<string, number>> = { routine: 20, workload: 5, trigger: 1, dashboard: 1 };

/** What is counted inside a component: every `per` of the model's work. */
export function countedUnitsInside({ workItems }: EffortModel): string[] {
  return [...new Set([...Object.keys(ASSUMED_UNITS), ...workItems.flatMap(({ per }) => per ?? [])])];
}

/** Whether a factor multiplies a charge, by the words of the effort model. Words nobody knows multiply nothing. */
export function appliesTo(words: string, charge: { readonly activity: string; readonly direct: boolean }): boolean {
  const parts = words.split(", ");
  return parts.some(
    (part) => part === "everything" || (part === "direct hours" && charge.direct) || part === charge.activity,
  );
}

/** The fact of a component that settles a condition; the others are stated under `conditions`. */
export const askFor: Readonly<Record<string, string>> = {
  "archive class": "archived",
  "downtime shorter than dump": "maxDowntimeHours and gib",
  "extension missing at target": "extensionMissing",
  "files > 10 M": "objects",
  "objects > 10 M": "objects",
  "size > 1 TB": "gib",
  "size > 10 TB": "gib",
  stateful: "gib",
  "stored code to port": "storedRoutines",
  workload: "units.workload",
};

function not(verdict: Verdict): Verdict {
  return verdict === "unknown" ? verdict : !verdict;
}

/** Asks a top-level prop; a hole at it or below it, and a prop that the kind does not have, are unknown. Of a kind still to come a prop shows whether it is there. */
function prop(input: ConditionInput, path: string, test: (value: unknown) => unknown): Verdict {
  const { component, shown } = input;
  if (!component) return shown?.[path] ?? "unknown";
  if (!has(input, path)) return "unknown";
  const verdict = test(component.props[path]) ?? false;
  const hole = component.holes.some((h) => h.path === path || h.path.startsWith(`${path}.`));
  return verdict === true ? true : hole || verdict === "unknown" ? "unknown" : false;
}

function has({ component }: ConditionInput, path: string): boolean {
  return component !== undefined && path in kinds[component.kind].props.shape;
}

function some(value: unknown, test: (item: Readonly<Record<string, unknown>>) => boolean): boolean {
  return Array.isArray(value) && value.some((item) => typeof item === "object" && item !== null && test(item));
}

/** Whether the target gives another value for a prop; unknown while the prop itself is. */
function lost(input: ConditionInput, path: string): Verdict {
  const loss = input.translation?.losses.find((l) => l.path === path);
  if (loss) return loss.verdict === "lost" ? true : "unknown";
  return prop(input, path, (v) => (v === undefined ? "unknown" : false));
}

function above(value: number | undefined, limit: number, atMost?: number): Verdict {
  if (value !== undefined) return value > limit;
  return atMost !== undefined && atMost <= limit ? false : "unknown";
}

function diskBound({ component }: ConditionInput): number | undefined {
  return component && diskOf(component);
}

/** Data held is no more than the disk, unless the disk grows by itself. */
export function diskOf(component: FoundComponent): number | undefined {
  const paths = ["storageGiB", "storageAutogrowMaxGiB", "sizeGiB"];
  if (component.holes.some((h) => paths.includes(h.path))) return undefined;
  const sizes = paths.map((path) => component.props[path]).filter((v) => typeof v === "number");
  const disk = component.props["storageGiB"] ?? component.props["sizeGiB"];
  return disk === undefined || sizes.length === 0 ? undefined : Math.max(...sizes);
}

const DUMPS: Readonly<Record<string, string>> = { mysql: "mysqldump", mongodb: "mongodump" };

/** Whether writing may stop for less time than a dump can take, from stopping to the switch. */
function downtimeTooShort(input: ConditionInput): Verdict {
  const { component, facts, model } = input;
  if (facts.maxDowntimeHours === undefined) return "unknown";
  const id = DUMPS[component ? effortKeyOf(component) : ""] ?? "pg-dump-restore";
  const dump = model.dataMovement.methods.find((m) => m.id === id);
  const hours = (gib: number | undefined) => {
    if (gib === undefined || !dump) return undefined;
    const copied = copyHours({ gib, objects: undefined }, dump, model);
    return interruption(copied, proofHours(copied, dump, model), dump).high;
  };
  return above(hours(facts.gib), facts.maxDowntimeHours, hours(diskBound(input)));
}
