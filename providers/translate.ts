import { compareText, type Diagnostic } from "../constructs/diagnostic.ts";
import { kinds } from "../constructs/kinds.ts";
import { canonical, fieldsOf, unsatisfied } from "../constructs/satisfies.ts";
import { group } from "./group.ts";
import { lowerComponent } from "./lower-component.ts";
import { type Native, Unknown } from "./native.ts";
import { normalise } from "./normalise.ts";
import { openLosses } from "./open-losses.ts";
import { fingerprint, genericPath, leavesOf } from "./paths.ts";
import { type Cloud, type Complete, isImplemented, type Loss } from "./provider.ts";
import { type RaisedGroup, raiseGroup } from "./raise.ts";
import { resourceSchema } from "./schema-of.ts";
import type { ComputedLoss, Translation } from "./survey.ts";
import { complete, type Incomplete, largerWitnesses, openProps, witnesses } from "./witness.ts";

const LABEL = "component";

/** A component written on a cloud and read back there. */
export interface Trip {
  readonly natives: readonly Native[];
  readonly raised: RaisedGroup;
  readonly losses: readonly ComputedLoss[];
}

/** Lowers a complete component alone, raises what was written, compares what was asked for. */
export function trip(component: Complete, cloud: Cloud, region?: string): Trip {
  const { natives, raised } = thereAndBack(component, cloud, region);
  return { natives, raised, losses: lossesOf(component, raised, cloud) };
}

/** Lowers a complete component alone and raises what was written. */
export function thereAndBack(component: Complete, cloud: Cloud, region?: string): Omit<Trip, "losses"> {
  const { natives } = lowerComponent(component, cloud, LABEL, { region });
  const normalised = natives.map((n) => normalise(n, resourceSchema(cloud, n)));
  const { groups } = group(normalised, cloud);
  const [only] = groups;
  if (groups.length !== 1 || !only) {
    throw new Error(`${cloud.id} lowers a ${component.kind} to ${groups.length} groups instead of one`);
  }
  return { natives, raised: raiseGroup(only, cloud) };
}

function lossesOf(component: Complete, raised: RaisedGroup, cloud: Cloud): ComputedLoss[] {
  const fields = fieldsOf(kinds[component.kind].props) ?? {};
  const asked = component.props as Record<string, unknown>;
  const got = (raised.component?.props ?? {}) as Record<string, unknown>;
  return [...component.requested]
    .sort(compareText)
    .flatMap((prop) => {
      const schema = fields[prop];
      return schema ? unsatisfied(schema, asked[prop], got[prop], prop) : [];
    })
    .map((u) => {
      const declared = declaredLoss(component, u.path, cloud);
      return { ...u, verdict: "lost" as const, ...(declared ? { declared } : {}) };
    });
}

/** The declaration that explains a loss: of those that cover its path and whose condition holds, the closest. */
export function declaredLoss(component: Complete, path: string, cloud: Cloud): Loss | undefined {
  const entry = cloud.kinds[component.kind];
  if (!isImplemented(entry)) return undefined;
  return entry.losses
    .filter((l) => (path === l.path || path.startsWith(`${l.path}.`)) && (l.when?.(component.props) ?? true))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

/** What a component becomes on a target. A hole is filled with one witness after the other, the others at their first; what may be read as something else may lose what that loses. */
export function translate(component: Incomplete, target: Cloud, region?: string): Translation {
  const whole = asItReads(component, target, region);
  const { kind, id, readings = [] } = component;
  const more = readings.flatMap((ofPlace) =>
    furtherLosses(
      component,
      whole.losses,
      ofPlace.map((reading) => asItReads({ kind, id, ...reading }, target, region).losses),
    ),
  );
  return more.length === 0 ? whole : { ...whole, losses: [...whole.losses, ...more].sort(byPath) };
}

function asItReads(component: Incomplete, target: Cloud, region: string | undefined): Translation {
  const entry = target.kinds[component.kind];
  if (!isImplemented(entry)) {
    return {
      losses: [],
      natives: [],
      unsupported: { why: entry?.unsupported ?? "not written", substitute: entry?.substitute ?? null },
      diagnostics: [],
    };
  }
  const catalogued = boundsOf(target);
  const base = complete(component, {}, catalogued);
  const first = trip(base, target, region);
  const open = openProps(component);
  const isOpen = (path: string) => open.includes(path.split(".")[0] ?? path);
  const losses: ComputedLoss[] = [];
  const decided = new Set<string>();
  const others = new Map<string, readonly Trip[]>();
  for (const prop of open.filter((p) => component.requested.has(p))) {
    const tripWith = (value: unknown) => trip(complete(component, { [prop]: value }, catalogued), target, region);
    const values = witnesses(component, prop, (name, props) => catalogued(name, { engine: component.kind, ...props }));
    const tried = values.map(tripWith);
    others.set(prop, tried);
    losses.push(...lossesOfHole(component, prop, tried));
    // One witness alone tells nothing apart: a larger one shows where its numbers went.
    for (const { natives } of [...tried, ...largerWitnesses(component, prop, values).map(tripWith)])
      for (const leaf of differences(first.natives, natives)) decided.add(leaf);
  }
  for (const loss of first.losses.filter((l) => !isOpen(l.path))) losses.push(besideHoles(loss, open, others));
  for (const [prop, tried] of others) {
    for (const loss of tried.flatMap((t) => t.losses)) {
      if (losses.some((l) => l.path === loss.path && l.declared === loss.declared)) continue;
      losses.push({ ...loss, asked: askedOf(component, prop, loss), verdict: "depends", on: [prop] });
    }
  }
  for (const { declared, on, items } of openLosses(component, base, entry.losses)) {
    const times = losses.some((l) => l.declared === declared) ? items : Math.max(1, items);
    if (times === 0) continue;
    const { path } = declared;
    const [prop = path] = path.split(".");
    const asked = isOpen(path) ? holeOf(component, prop) : component.props[prop];
    losses.push({ path, verdict: "depends", asked, got: undefined, declared, times, ...(on.length > 0 ? { on } : {}) });
  }
  return {
    losses: losses.sort(byPath),
    natives: first.natives,
    ...(decided.size > 0 ? { open: decided } : {}),
    diagnostics: undeclared(component, losses, target),
  };
}

/** By path and class as many as the reading of one place that loses most of them loses beyond those that are counted. */
function furtherLosses(
  component: Incomplete,
  counted: readonly ComputedLoss[],
  readings: readonly (readonly ComputedLoss[])[],
): ComputedLoss[] {
  const known = countLosses(counted);
  const most = new Map<string, ComputedLoss & { readonly times: number }>();
  for (const losses of readings) {
    for (const [like, { first, times }] of countLosses(losses)) {
      const more = times - (known.get(like)?.times ?? 0);
      if (more > (most.get(like)?.times ?? 0)) most.set(like, { ...first, times: more });
    }
  }
  const open = openProps(component);
  return [...most.values()].map((loss) => {
    const [prop = loss.path] = loss.path.split(".");
    const on = open.includes(prop) ? {} : { on: open };
    return { ...loss, asked: askedOf(component, prop, loss), verdict: "depends", ...on };
  });
}

function countLosses(losses: readonly ComputedLoss[]): Map<string, { first: ComputedLoss; times: number }> {
  const counts = new Map<string, { first: ComputedLoss; times: number }>();
  for (const loss of losses) {
    const like = `${loss.path} ${loss.declared?.class ?? ""}`;
    const { first, times } = counts.get(like) ?? { first: loss, times: 0 };
    counts.set(like, { first, times: times + (loss.times ?? 1) });
  }
  return counts;
}

function byPath(a: ComputedLoss, b: ComputedLoss): number {
  return compareText(a.path, b.path);
}

/** `depends` where some witness is kept and some is lost; without a witness nothing can be said: `depends`. */
function lossesOfHole(component: Incomplete, prop: string, trips: readonly Trip[]): ComputedLoss[] {
  const tried = trips.map(({ losses }) => losses.filter((l) => l.path === prop || l.path.startsWith(`${prop}.`)));
  if (tried.length === 0) return [{ path: prop, verdict: "depends", asked: holeOf(component, prop), got: undefined }];
  const alike = (l: ComputedLoss) => `${l.path} ${l.declared?.why ?? ""}`;
  // Items of a list are lost one by one: as many for certain as every witness loses, and at most as many as any.
  return [...Map.groupBy(tried.flat(), alike)].flatMap(([like, [first]]) => {
    const counts = tried.map((losses) => losses.filter((l) => alike(l) === like).length);
    const loss = first as ComputedLoss;
    const asked = askedOf(component, prop, loss);
    // Without a declaration it may be the part that is not known that is missing there.
    const certain = loss.declared ? Math.min(...counts) : 0;
    return [
      { ...loss, asked, verdict: "lost" as const, times: certain },
      { ...loss, asked, verdict: "depends" as const, times: Math.max(...counts) - certain },
    ].filter((l) => l.times > 0);
  });
}

/**
 * A loss of what is known, beside holes that were filled: it depends on those with a witness that keeps it, and where no declaration
 * explains it on all of them, for no witness may be the one that fits (the name of a backend).
 */
function besideHoles(
  loss: ComputedLoss,
  open: readonly string[],
  tried: ReadonlyMap<string, readonly Trip[]>,
): ComputedLoss {
  const keeps = ({ losses }: Trip) => !losses.some((l) => l.path === loss.path);
  const keeping = open.filter((prop) => tried.get(prop)?.some(keeps));
  const on = keeping.length > 0 || loss.declared ? keeping : open;
  return on.length === 0 ? loss : { ...loss, verdict: "depends", on };
}

/** Where what another witness makes is unlike: natives that only one of them has, and leaves that differ. */
function differences(some: readonly Native[], others: readonly Native[]): string[] {
  const [one, other] = [some, others].map((list) => new Map(list.map((n) => [n.address, leavesByPath(n)])));
  return [...new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])].flatMap((address) => {
    const [a, b] = [one?.get(address), other?.get(address)];
    if (!a || !b) return [address];
    const paths = [...new Set([...a.keys(), ...b.keys()])];
    return paths.filter((path) => a.get(path) !== b.get(path)).map((path) => `${address} ${path}`);
  });
}

function leavesByPath({ args }: Native): Map<string, string> {
  const byPath = Map.groupBy(leavesOf(args), ([path]) => genericPath(path));
  return new Map([...byPath].map(([path, leaves]) => [path, leaves.map(([, leaf]) => fingerprint(leaf)).join(" ")]));
}

/** What was asked for at the path of a loss: what is known of it, else the hole. A witness was asked for by nobody. */
function askedOf({ props, holes }: Incomplete, prop: string, { path, asked }: ComputedLoss): unknown {
  let found: readonly unknown[] = [props];
  for (const segment of path.split(".")) {
    found = found.flatMap((value) => {
      const next = (value as Readonly<Record<string, unknown>> | undefined)?.[segment];
      return Array.isArray(next) ? [...next, next] : [next];
    });
  }
  return found.some((value) => canonical(value) === canonical(asked)) ? asked : holeOf({ holes }, prop);
}

function holeOf({ holes }: Pick<Incomplete, "holes">, prop: string): Unknown | undefined {
  const expressions = holes.flatMap((h) => (h.path.split(".")[0] === prop ? (h.expression ?? []) : []));
  return expressions.length > 0 ? new Unknown(expressions.join(", ")) : undefined;
}

/** First and last offer of the target's catalogue for a prop: `version` of an engine, `size`, a storage class. */
export function boundsOf(target: Cloud) {
  return (prop: string, props: Readonly<Record<string, unknown>>): readonly unknown[] => {
    const names = [prop, `${String(props["engine"] ?? "")}${prop[0]?.toUpperCase()}${prop.slice(1)}`];
    const offers = names.map((name) => target.catalogues[name]?.offers.filter((o) => !o.legacy)).find((o) => o);
    return offers
      ? [offers[0]?.value, offers.at(-1)?.value].filter((v) => v !== undefined && !(v instanceof Unknown))
      : [];
  };
}

function undeclared(component: Incomplete, losses: readonly ComputedLoss[], target: Cloud): Diagnostic[] {
  return losses
    .filter((l) => l.verdict === "lost" && !l.declared)
    .map((l) => ({
      severity: "warning",
      code: "EX0303",
      summary: "A loss has no explanation yet",
      detail: `${target.title} does not give ${l.path} as it was asked for, and its files do not say why. Report it as an issue of this tool; plan for the loss meanwhile.`,
      address: component.id,
    }));
}
