import { list } from "../constructs/list.ts";
import { type Hole, hidesResources, Unknown } from "../providers/native.ts";
import { assumedQuantities } from "../providers/open-losses.ts";
import type { Survey } from "../providers/survey.ts";
import { unknownBlocks } from "../providers/unknown-blocks.ts";
import type { AssessInput } from "./assessment.ts";
import { openSubjects } from "./charge.ts";
import { ASSUMED_UNITS, askFor, judgedConditions } from "./conditions.ts";
import { ASSUMED_INSTANCES } from "./copies.ts";
import { ASSUMED_TEAM, assumedCounts } from "./cross-cutting.ts";
import { ASSUMED_ENVIRONMENTS } from "./environments.ts";
import type { Estimate } from "./estimate.ts";
import { levelOf, neutralLevel } from "./factors.ts";
import { CALL_SITES } from "./foreign-charges.ts";
import { movedByHand } from "./holding-data.ts";
import { unstatedLeads } from "./lead-times.ts";
import type { UnknownFact } from "./result.ts";
import { ASSUMED_GIB, ASSUMED_OBJECTS, transfersOf } from "./transfer.ts";
import { ASSUMED_MODULE, ASSUMED_UNLIKE } from "./unknown-charges.ts";

/** Everything the numbers rest on that nobody knows, with what would settle it and what was assumed. */
export function unknownsOf(input: AssessInput, { charges, model }: Estimate): UnknownFact[] {
  const { survey, facts = {} } = input;
  const out: UnknownFact[] = [];
  for (const hole of namedFirst(survey)) {
    out.push({
      what: hidesResources(hole)
        ? `The resources of ${hole.address}`
        : `${hole.address}${hole.path && `.${hole.path}`}`,
      dependsOn: hole.remedy ?? hole.expression,
      ...(hidesResources(hole) ? { assumed: assumedIn(hole) } : {}),
      at: hole.at,
    });
  }
  for (const { type, natives, ambiguous } of survey.unknown) {
    out.push({
      what: `${natives.length} × ${type}`,
      dependsOn: ambiguous
        ? "a value that says which kind it is"
        : "a description of the type: what it is, what replaces it",
      assumed: `up to ${ASSUMED_UNLIKE} unlike resources, each no dearer than what a component of any kind always brings`,
      ...(natives[0] ? { at: natives[0].at } : {}),
    });
  }
  for (const component of survey.components) {
    if (component.natives[0]?.key instanceof Unknown) {
      out.push({
        what: `How many ${component.id} there are`,
        dependsOn: component.natives[0].key.expression,
        assumed: `1 to ${ASSUMED_INSTANCES}`,
        at: component.at,
      });
    }
  }
  const quantities = Map.groupBy(
    survey.components.flatMap((component) => assumedQuantities(component).map((path) => ({ id: component.id, path }))),
    ({ path }) => path,
  );
  for (const [path, places] of quantities) {
    out.push({
      what: `${path} of ${list(places.map(({ id }) => id))}`,
      dependsOn: "the value it is given",
      assumed: "no more than the largest that the target offers",
    });
  }
  out.push(...openBlocks(input));
  // One line per fact to state, not one per component.
  const unread = new Set<string>();
  const asked = new Map<string, { ids: Set<string>; path: string; assumed: string }>();
  for (const charge of charges) {
    const when = charge.key.split(".").slice(2).join(".");
    if (when === "always" || !judgedConditions.includes(when)) continue;
    const open = openSubjects(charge);
    if (open.length === 0) continue;
    if (open.some((s) => s.id.startsWith("foreign:"))) {
      unread.add(askFor[when] ?? `conditions["${when}"]`);
      continue;
    }
    const path = askFor[when] ?? `conditions["${when}"]`;
    const known = asked.get(path) ?? { ids: new Set<string>(), path, assumed: assumedFor(when) };
    for (const subject of open) known.ids.add(subject.id);
    asked.set(path, known);
  }
  for (const { ids, path, assumed } of asked.values()) {
    out.push({ what: `${path} of ${list([...ids])}`, dependsOn: `components.<id> in exeat.yaml: ${path}`, assumed });
  }
  if (unread.size > 0) {
    out.push({
      what: "What is in foreign resources that are charged by a kind still to come",
      dependsOn: `components.<address> in exeat.yaml: ${[...unread].sort().join("; ")}`,
      assumed: "the dearer case above P10",
    });
  }
  const unstated = (what: string, dependsOn: string, assumed: string) => out.push({ what, dependsOn, assumed });
  if (facts.team?.people === undefined) unstated("The team", "team.people in exeat.yaml", ASSUMED_TEAM);
  if (facts.environments === undefined)
    unstated("Environments", "environments in exeat.yaml", `1 to ${ASSUMED_ENVIRONMENTS}`);
  if (facts.assurance === undefined) unstated("Regulation", "assurance in exeat.yaml", "no formal assurance");
  const counts = assumedCounts(facts).filter((c) => c.unit !== "engineer");
  if (counts.length > 0) {
    unstated(
      "Counts that programme work grows with",
      `counts in exeat.yaml: ${counts.map((c) => c.unit).join(", ")}`,
      assumedOrNone(
        counts.filter((c) => c.upper > 0).map((c) => `${c.unit} up to ${c.upper}`),
        counts.filter((c) => c.upper === 0).map((c) => c.unit),
      ),
    );
  }
  const byHand = movedByHand(input);
  const moved = transfersOf(input, model);
  const sizes = [...moved, ...byHand].filter((m) => m.gib === undefined && m.size.upper === ASSUMED_GIB);
  if (sizes.length > 0) {
    unstated(
      "How much there is to copy, for the time it takes",
      `components.<id>.gib in exeat.yaml: ${list(sizes.map((m) => m.id))}`,
      `up to ${ASSUMED_GIB} GiB each`,
    );
  }
  const counted = moved.filter((m) => m.method.objectsPerSecond && m.objects === undefined);
  if (counted.length > 0) {
    unstated(
      "How many objects there are to copy, for the time it takes",
      `components.<id>.objects in exeat.yaml: ${list(counted.map((m) => m.id))}`,
      `up to ${ASSUMED_OBJECTS / 1_000_000} million objects each`,
    );
  }
  if (byHand.length > 0) {
    unstated(
      "By which method the data of what has no component is copied, and how long nobody can write",
      `what replaces it at the target: ${list(byHand.map((m) => m.id))}`,
      "no slower than the link; its checks and its interruption are in no number",
    );
  }
  const leads = unstatedLeads(input);
  if (leads.widening.length + leads.absent.length > 0) {
    unstated(
      "Waits that are not work",
      `leadTimes in exeat.yaml: ${[...leads.widening, ...leads.absent].join(", ")}`,
      assumedOrNone(leads.widening.length === 0 ? [] : [`${leads.widening.join(", ")} above P10`], leads.absent),
    );
  }
  const factors = model.factors.filter((f) => neutralLevel(f) !== undefined && levelOf(f, facts) === undefined);
  if (factors.length > 0) {
    unstated(
      "How the migration is staffed and run",
      `factors in exeat.yaml: ${factors.map((f) => f.id).join(", ")}`,
      factors.map((f) => `${f.id} ${neutralLevel(f)}`).join(", "),
    );
  }
  if (charges.some((c) => c.activity === "callSite" && c.lower < c.upper)) {
    unstated(
      "Calls of foreign services in application code",
      "components.<address>.callSites in exeat.yaml",
      `up to ${CALL_SITES.likely} per resource at P50, ${CALL_SITES.high} at P90`,
    );
  }
  return out;
}

/** Blocks that nobody knows, one line per place in a type. */
function openBlocks({ survey, source }: AssessInput): UnknownFact[] {
  const found = survey.components.flatMap(({ natives, at }) =>
    natives.flatMap((native) => unknownBlocks(native, source).map((block) => ({ ...block, native, at }))),
  );
  const byPlace = Map.groupBy(found, ({ native, path, most }) => `${native.type}.${path} ${most}`);
  return [...byPlace.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { path, most, unknown, at } = first;
    const addresses = [...new Set([first, ...others].map(({ native }) => native.address))];
    return [
      {
        what: `${path} of ${list(addresses)}`,
        dependsOn: unknown.expression,
        assumed:
          most === 1 ? "one, with all that can be set in it" : `up to ${most}, each with all that can be set in it`,
        at: unknown.options.at ?? at,
      },
    ];
  });
}

/** A template that is here says how much it makes. */
function assumedIn({ kind, expression }: Hole): string {
  return kind === "template" && /^\d+ × /.test(expression)
    ? `${expression}: each by what one of its type always brings`
    : `${ASSUMED_MODULE.low} to ${ASSUMED_MODULE.high} resources`;
}

/** What widens a range, then what is in none: that is not known either, and said to be counted nowhere. */
function assumedOrNone(widening: readonly string[], absent: readonly string[]): string {
  const none = absent.length === 0 ? [] : [`in no range until stated: ${absent.join(", ")}`];
  return [...(widening.length === 0 ? [] : [widening.join(", ")]), ...none].join("; ");
}

function assumedFor(when: string): string {
  const units = ASSUMED_UNITS[when === "stored code to port" ? "routine" : when];
  return `the dearer case above P10${units === undefined ? "" : `, up to ${units} of them`}`;
}

/** Variables that the holes of no component name come last: the id of an account widens little. */
function namedFirst({ holes, components }: Survey): readonly Hole[] {
  const expressions = components.flatMap((c) => c.holes.map((h) => h.expression));
  const named = new Set(expressions.flatMap((text) => text.match(VARIABLE) ?? []));
  const isAside = ({ kind, expression }: Hole) => kind === "value" && !named.has(expression);
  return [...holes.filter((h) => !isAside(h)), ...holes.filter(isAside)];
}

const VARIABLE = /\bvar\.\w+/g;
