import { isRef, type Reference } from "../constructs/component.ts";
import { type Tree, Unknown } from "./native.ts";
import { partNames } from "./part-names.ts";
import type { Cursor, RaiseContext } from "./provider.ts";
import { known } from "./values.ts";

const CONDITIONS = ["host", "path", "header", "method", "query", "sourceCidr"];

type Fields = { readonly [name: string]: Tree };

/**
 * Rules that ask one value of each thing, from conditions that allow several: a request that any of them fits is one that the
 * conditions fit. Each item is what one condition allows; two conditions on one thing cannot be told in one rule.
 */
export function singleRules(conditions: readonly (readonly Fields[])[]): readonly Fields[] {
  return conditions.reduce<readonly Fields[]>(
    (rules, choices) => rules.flatMap((rule) => choices.map((choice) => joined(rule, choice))),
    [{}],
  );
}

function joined(rule: Fields, choice: Fields): Fields {
  const twice = Object.keys(choice).filter((name) => name in rule);
  const open = twice.map((name) => [name, new Unknown(`two conditions on ${name}`)] as const);
  return { ...rule, ...choice, ...Object.fromEntries(open) };
}

export interface Matched {
  readonly compare: "EQUAL_TO" | "STARTS_WITH" | "ENDS_WITH" | "REGEX";
  readonly value: string;
}

/** A pattern with `*` and `?` in the narrowest words of a matcher that knows beginnings, ends and regular expressions. */
export function matched(pattern: string): Matched {
  const inner = pattern.slice(1, -1);
  if (!/[*?]/.test(pattern)) return { compare: "EQUAL_TO", value: pattern };
  if (pattern.endsWith("*") && !/[*?]/.test(pattern.slice(0, -1)))
    return { compare: "STARTS_WITH", value: pattern.slice(0, -1) };
  if (pattern.startsWith("*") && !/[*?]/.test(`${inner}${pattern.at(-1)}`))
    return { compare: "ENDS_WITH", value: pattern.slice(1) };
  return { compare: "REGEX", value: regexOf(pattern) };
}

function regexOf(pattern: string): string {
  const parts = [...pattern].map((c) =>
    c === "*" ? ".*" : c === "?" ? "." : c.replace(/[\\^$.|?*+()[\]{}]/, String.raw`\$&`),
  );
  return `^${parts.join("")}$`;
}

/** The pattern again; an Unknown where a regular expression says what no pattern does. */
export function patternOf(compare: Tree | undefined, value: Tree | undefined): Tree | undefined {
  if (typeof value !== "string") return value;
  if (compare === "EQUAL_TO") return value;
  if (compare === "STARTS_WITH") return `${value}*`;
  if (compare === "ENDS_WITH") return `*${value}`;
  if (compare === "CONTAINS") return `*${value}*`;
  if (compare !== "REGEX") return compare instanceof Unknown ? compare : new Unknown(`${String(compare)} ${value}`);
  const inside = value.replace(/^\^|\$$/g, "");
  const pattern = inside.replaceAll(".*", "\0").replaceAll(/\\(.)|\./g, (_, c: string | undefined) => c ?? "?");
  const written = pattern.replaceAll("\0", "*");
  return regexOf(written) === value ? written : new Unknown(JSON.stringify(value));
}

/** The beginning of a path, where a pattern asks for no more. */
export function prefixIn(pattern: string): string | undefined {
  const { compare, value } = matched(pattern);
  return compare === "STARTS_WITH" ? value : undefined;
}

/** Whether a rule asks for these things and for no other. */
export function asksOnly(rule: object, names: readonly string[]): boolean {
  const given = new Map(Object.entries(rule));
  return CONDITIONS.every((name) => given.get(name) === undefined || names.includes(name));
}

/** `90s`, `1m30s`, `500ms` in seconds. */
export function secondsIn(duration: Tree | undefined): Tree | undefined {
  if (duration === undefined || duration instanceof Unknown) return duration;
  const parts = [...String(duration).matchAll(/([\d.]+)(ms|s|m|h)/g)];
  if (parts.map((p) => p[0]).join("") !== String(duration)) return new Unknown(JSON.stringify(duration));
  const units: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };
  return parts.reduce((sum, [, n, unit]) => sum + Number(n) * (units[unit ?? ""] ?? 0), 0);
}

type Addressed = Pick<Cursor, "address">;

/** Names of backends by their addresses; one that the code calls as it calls the load balancer keeps that name. */
export function backendNames(parts: readonly Addressed[], anchor: Addressed | undefined): ReadonlyMap<string, string> {
  const names = new Map(partNames(parts, anchor));
  const own = partNames(parts, undefined);
  const called = ({ address }: Addressed) => address.split(".").at(-1);
  for (const part of parts) {
    const name = own.get(part.address);
    if (anchor && name !== undefined && called(part) === called(anchor) && ![...names.values()].includes(name))
      names.set(part.address, name);
  }
  return names;
}

/** The machine behind an id or an address, as a list of one; none where nothing stands there. A machine is named by its id. */
export function machineOf(value: Tree | undefined, ctx: RaiseContext): readonly Tree[] {
  const target = ctx.reference(value, "id");
  if (target === undefined) return [];
  const isPart = isRef(target) && target.output !== "id";
  return [(isPart ? { component: target.component, output: "id" } : target) as Tree];
}

/** A value that several places must say alike: read at the first that says it; another value stays where it is. */
export function saidAlike(places: readonly (readonly [cursor: Cursor, path: string])[]): Tree | undefined {
  const [first, ...others] = places.filter(([cursor, path]) => cursor.has(path));
  const value = first?.[0].read(first[1]);
  for (const [cursor, path] of others) if (value !== undefined) cursor.expect(path, value);
  return value;
}

/** Whole seconds of milliseconds. */
export function secondsOf(milliseconds: Tree | undefined): Tree | undefined {
  return known(milliseconds, (ms) => Math.max(1, Math.floor(Number(ms) / 1000)));
}

/** For clouds whose load balancers know addresses and no machines. */
export function addressOf(target: Reference): Reference {
  return isRef(target) && target.output === "id" ? { component: target.component, output: "privateIp" } : target;
}
