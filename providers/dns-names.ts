import { isExternal, isRef, type Reference } from "../constructs/component.ts";
import { text } from "./expr.ts";
import { type Tree, Unknown } from "./native.ts";
import { fingerprint, sortTrees } from "./paths.ts";
import type { LowerContext, RaiseContext } from "./provider.ts";
import { compact } from "./values.ts";

/** Types of records whose value ends in a name. */
const NAMING = new Set(["CNAME", "DNAME", "MX", "NS", "PTR", "SRV"]);

/** A name as it stands in a zone: "@" for the zone's own; undefined and "" mean that too. `zones` are expressions of the zone's name. */
export function relativeName(name: Tree | undefined, zone: Tree | undefined, zones: RegExp | undefined): Tree {
  if (name === undefined || name === "" || name === "@") return "@";
  if (name instanceof Unknown) {
    const { expression } = name;
    const own = (text: string) => (zone instanceof Unknown && text === zone.expression) || zones?.test(text) === true;
    if (own(expression)) return "@";
    const [, prefix, suffix] = /^"([^"$]+)\.\$\{([^{}]+)\}"$/.exec(expression) ?? [];
    return prefix !== undefined && suffix !== undefined && own(suffix.trim()) ? prefix : name;
  }
  // A state may hold the octal form of the asterisk.
  const whole = withoutDot(String(name)).replace(/^\\052/, "*");
  if (typeof zone !== "string") return whole;
  if (whole === zone) return "@";
  return whole.endsWith(`.${zone}`) ? whole.slice(0, -zone.length - 1) : whole;
}

/** Stands for a record that does not say where it stands, or what it is; `said` is what else is known of it. */
export function holeOf(name: Tree, type: Tree | undefined, said?: Readonly<Record<string, Tree | undefined>>): Unknown {
  const parts = said ? { parts: compact({ name, type, ...said }) } : {};
  if (name instanceof Unknown) return new Unknown(name.expression, name.refs, { ...name.options, ...parts });
  return type instanceof Unknown
    ? new Unknown(`${String(name)} ${type.expression}`, type.refs, parts)
    : new Unknown(String(name), [], parts);
}

/** A name as a label of code: unlike names may give one label. */
export function nameLabel(name: string, type: string): string {
  return `${name === "@" ? "apex" : name.replaceAll("*", "any")} ${type}`;
}

function withoutDot(name: string): string {
  return name.length > 1 ? name.replace(/\.$/, "") : name;
}

/** A value as vocabulary has it: one space between its parts, no final dot after a name; one that stands under the zone written whole (`relative`: names without a dot at the end do). */
export function plainValue(type: string, value: string, zone: Tree | undefined, relative: RegExp | undefined): string {
  if (!NAMING.has(type)) return value;
  const [, before = "", name = value] = /^(.*\s)?(\S+)$/.exec(value) ?? [];
  const head = before.replace(/\s+/g, " ");
  const isRelative = relative?.test(name) && typeof zone === "string";
  return head + (isRelative ? `${name === "@" ? "" : `${name}.`}${zone}` : withoutDot(name));
}

/** A value with the dot that says a name is whole, for clouds that would put it under the zone. */
export function dottedValue(type: string, value: Tree): Tree {
  if (!NAMING.has(type)) return value;
  if (typeof value === "string") return value.endsWith(".") ? value : `${value}.`;
  return text`${value}.`;
}

type Value = string | Reference;

/**
 * What a set of values is written as, in an order of its own. Name servers of another zone are so many values (`servers`) of one
 * list, each written by its position.
 */
export function writtenValues(type: string, values: readonly Value[], servers: number, ctx: LowerContext): Tree[] {
  const inOrder = sortTrees(values as readonly Tree[]) as readonly Value[];
  return inOrder.flatMap((value): Tree[] => {
    if (typeof value === "string") return [value];
    const written = ctx.output(value);
    if (type !== "NS" || !("output" in value) || value.output !== "nameServers" || !(written instanceof Unknown)) {
      return [written];
    }
    return Array.from({ length: servers }, (_, i) => new Unknown(`${written.expression}[${i}]`, written.refs));
  });
}

/** A set of values of one name and type. */
interface RecordSet {
  readonly name: string;
  readonly type: string;
  readonly ttlSeconds?: number | undefined;
  readonly values: readonly Value[];
}

/** Whether a set is a CNAME to something that has an address at a cloud and no name; `addresses` are such outputs. */
export function leadsToAddress(set: Partial<RecordSet>, addresses: readonly string[]): boolean {
  // Of other types the value is not even looked at: it may be one that nobody knows.
  return set.type === "CNAME" && (set.values ?? []).some((v) => isRef(v) && addresses.includes(v.output ?? ""));
}

/** A set as a cloud can write it. What leads to a load balancer's address is read as an alias, which has no time of its own. */
export function asAddress(set: RecordSet, addresses: readonly string[]): RecordSet {
  if (!leadsToAddress(set, addresses)) return set;
  const isAlias = set.values.some((v) => isRef(v) && v.output === "hostname");
  return { ...set, type: "A", ttlSeconds: isAlias ? undefined : set.ttlSeconds };
}

/** Answers in an order of their own, whether a switch that is off is written or not. */
export function answersInOrder<A extends { readonly followsHealth?: boolean | undefined }>(
  answers: readonly A[],
): readonly A[] {
  const plain = answers.map(({ followsHealth, ...a }) => (followsHealth ? { ...a, followsHealth } : a));
  return sortTrees(plain as unknown as readonly Tree[]) as unknown as readonly A[];
}

/** What other components are called by in DNS: `type.attribute` of a native → the output it stands for. */
export type NamingAttributes = Readonly<Record<string, string>>;

/**
 * The reference behind a value that is not known: the address, the host name or the name servers of a component. Undefined where it
 * names nothing. An attribute that stands for no output is something outside, whoever has it.
 */
export function valueReference(value: Tree, outputs: NamingAttributes, ctx: RaiseContext): Reference | undefined {
  if (!(value instanceof Unknown)) return ctx.reference(value);
  const [first] = value.refs;
  if (!first) return undefined;
  const [attr = ""] = first.attr.split(/[.[]/);
  const type = /(?:^|\.)([a-z0-9]+_[a-z0-9_]+)\.[^.]+$/.exec(first.to)?.[1] ?? "";
  const output = outputs[`${type}.${attr}`];
  const isItself = attr === "" || /^(id|arn|name|bucket|address|identifier)$/.test(attr);
  const named = output !== undefined || isItself ? ctx.reference(value, output) : { external: value.expression };
  if (!isExternal(named) || named.literal) return named;
  // The dot after a name is no part of it.
  return { external: /^"\$\{([^{}]+)\}\.?"$/.exec(named.external)?.[1] ?? named.external };
}

/** Values that are one and the same only once, references and texts alike. */
export function distinct(values: readonly Tree[]): Tree[] {
  return [...new Map(values.map((v) => [fingerprint(v), v])).values()];
}

type Asked = Readonly<Record<string, unknown>>;

/** Record sets of a zone's props, for conditions of losses. */
export function recordsIn({ records }: Asked): readonly (Omit<RecordSet, "values"> & Partial<RecordSet>)[] {
  return Array.isArray(records) ? records : [];
}

/** Name servers of the zone itself, which every cloud that serves it gives it. */
export function hasApexServers(asked: Asked): boolean {
  return recordsIn(asked).some((r) => r.type === "NS" && r.name === "@");
}

/** A record that the DNS itself refuses: a CNAME stands alone, and the zone's own name has NS and SOA. */
export function hasApexCname(asked: Asked): boolean {
  return recordsIn(asked).some((r) => r.type === "CNAME" && r.name === "@");
}
