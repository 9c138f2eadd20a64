import { ZONES } from "../constructs/zone.ts";
import { type Tree, Unknown } from "./native.ts";
import { fingerprint } from "./paths.ts";
import type { Cursor } from "./provider.ts";

type Zone = (typeof ZONES)[number];

/** What a pool says of its nodes' number and place. */
interface Bounds {
  readonly name: string;
  readonly min: number;
  readonly max?: number | undefined;
  readonly desired?: number | undefined;
  readonly spread?: string | undefined;
  readonly zone?: Zone | undefined;
  readonly autoscaling?: boolean | undefined;
}

/** A pool of one zone, as clouds have them that know no other. */
export interface Part {
  readonly name: string;
  readonly zone: Zone | undefined;
  readonly min: number;
  readonly max: number;
  readonly desired: number;
}

/** Most nodes of a pool. */
export function mostOf({ min, max }: Pick<Bounds, "min" | "max">): number {
  return Math.max(1, min, max ?? min);
}

/** Whether nodes come and go by themselves: where nobody says, in a pool that has room to. The same in all its zones, full ones too. */
export function scales({ autoscaling, ...pool }: Bounds): boolean {
  return autoscaling ?? pool.min < mostOf(pool);
}

/** A bound that was read: none is no bound. */
export function mostKnown(max: Tree | undefined): Tree | undefined {
  return max === 0 ? undefined : max;
}

/** In how many zones of a region a pool can stand. */
export function zonesFor(pool: Bounds, zones: number): number {
  if (pool.zone !== undefined || pool.spread !== "multi-zone") return 1;
  return Math.max(1, Math.min(zones, mostOf(pool), ZONES.length));
}

/** A pool that is to stand in several zones as one pool in each, its nodes dealt out evenly: together they are as many as asked. */
export function divided(pool: Bounds, zones: number): readonly Part[] {
  const count = zonesFor(pool, zones);
  const [min, max] = [pool.min, mostOf(pool)];
  const desired = Math.min(max, Math.max(min, pool.desired ?? min));
  if (count === 1) return [{ name: pool.name, zone: pool.zone, min, max, desired }];
  const share = (total: number, i: number) => Math.floor(total / count) + (i < total % count ? 1 : 0);
  return ZONES.slice(0, count).map((zone, i) => ({
    name: `${pool.name}-${zone}`,
    zone,
    min: share(min, i),
    max: share(max, i),
    desired: share(desired, i),
  }));
}

/**
 * Whether pools that were asked for one by one are read as one that stands in several zones: they differ in nothing but their zone
 * and the end of their name. `machine` names what is written for a pool.
 */
export function areJoined<P extends Bounds & { readonly size: unknown; readonly architecture: unknown }>(
  pools: readonly P[],
  machine: (pool: P) => string,
): boolean {
  const written = pools.map((pool): Pool => {
    const { size: _size, architecture: _architecture, cpu: _cpu, ...rest } = pool as P & { readonly cpu?: unknown };
    const [part] = divided(pool, 1);
    return {
      ...(rest as Pool),
      ...part,
      autoscaling: scales(pool),
      zone: pool.zone ?? "",
      size: machine(pool),
    } as Pool;
  });
  return joined(written).length < pools.length;
}

type Pool = { readonly [key: string]: Tree };

const PLACE = ["name", "zone", "min", "max", "desired"];

/** Pools that differ only in their zone and in the end of their name that says it are one that stands in several zones. */
export function joined(pools: readonly Pool[]): readonly Pool[] {
  const groups = Map.groupBy(pools, (pool) => {
    const base = baseOf(pool);
    if (base === undefined) return pool;
    const rest = Object.entries(pool).filter(([key]) => !PLACE.includes(key));
    return `${base} ${fingerprint(Object.fromEntries(rest))}`;
  });
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length < 2) return group;
    const { zone, ...rest } = first;
    const sum = (key: string) => group.reduce((total, pool) => total + Number(pool[key]), 0);
    return [
      {
        ...rest,
        name: baseOf(first) ?? "",
        spread: "multi-zone",
        min: sum("min"),
        max: sum("max"),
        desired: sum("desired"),
      },
    ];
  });
}

function baseOf({ name, zone, min, max, desired }: Pool): string | undefined {
  const isCounted = [min, max, desired].every((n) => typeof n === "number");
  const end = `-${String(zone)}`;
  return isCounted && typeof name === "string" && name.endsWith(end) && name.length > end.length
    ? name.slice(0, -end.length)
    : undefined;
}

/** A name fit for a pool: the one it has, else the one its code calls it by. */
export function poolName(name: Tree | undefined, address: string): string {
  const known = typeof name === "string" && /[A-Za-z0-9]/.test(name) ? name : undefined;
  const text = known ?? address.replace(/^.*\.(?=[\w-]+(\[|$))/, "");
  const words = text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
  return words.replaceAll(/^-+|-+$/g, "") || "pool";
}

const EFFECTS = ["NoSchedule", "PreferNoSchedule", "NoExecute"] as const;

/** Taints as Kubernetes spells them, whatever a cloud calls their effects; an empty value is none. */
export function taint(key: Tree | undefined, value: Tree | undefined, effect: Tree | undefined): Tree {
  const word = String(effect).replaceAll("_", "").toLowerCase();
  const known = effect instanceof Unknown ? effect : EFFECTS.find((e) => e.toLowerCase() === word);
  return {
    key: key ?? "",
    effect: known ?? new Unknown(JSON.stringify(effect ?? null)),
    ...(value === undefined || value === "" ? {} : { value }),
  };
}

/** A map of claims as `name=value`, and back. */
export function claimList(claims: Readonly<Record<string, string>> | undefined): readonly string[] | undefined {
  return claims && Object.entries(claims).map(([name, value]) => `${name}=${value}`);
}

export function claimsFrom(list: Tree | undefined): Tree | undefined {
  if (list === undefined || list instanceof Unknown) return list;
  const items = Array.isArray(list) ? (list as readonly Tree[]) : [list];
  const unknown = items.find((item) => typeof item !== "string" || !item.includes("="));
  if (unknown !== undefined) return unknown instanceof Unknown ? unknown : new Unknown(JSON.stringify(unknown));
  return Object.fromEntries(
    (items as readonly string[]).map((item) => [item.slice(0, item.indexOf("=")), item.slice(item.indexOf("=") + 1)]),
  );
}

/** A switch that all pools have and that is the same in all of them; where it differs it is left alone. */
export function commonSwitch(pools: readonly Cursor[], path: string): Tree | undefined {
  const isOpen = (c: Cursor) => c.has(path) && !c.is(path, true) && !c.is(path, false);
  const agree = [true, false].some((value) => pools.every((c) => c.is(path, value)));
  if (pools.length === 0 || !pools.every((c) => c.has(path)) || !(agree || pools.some(isOpen))) return undefined;
  const values = pools.map((c) => c.read(path));
  return values.find((value) => value instanceof Unknown) ?? values[0];
}
