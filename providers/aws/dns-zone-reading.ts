import { distinct, holeOf, type NamingAttributes, plainValue, relativeName, valueReference } from "../dns-names.ts";
import { type Tree, Unknown } from "../native.ts";
import type { Cursor, RaiseContext } from "../provider.ts";
import { compact, known, list } from "../values.ts";
import { isOfValidation, VALIDATION } from "./dns-validation.ts";

/** Attributes of AWS natives that stand in DNS, and the output of the component that each is. */
const outputs: NamingAttributes = {
  "aws_lb.dns_name": "hostname",
  "aws_alb.dns_name": "hostname",
  "aws_elb.dns_name": "hostname",
  "aws_instance.public_ip": "publicIp",
  "aws_instance.private_ip": "privateIp",
  "aws_eip.public_ip": "publicIp",
  "aws_db_instance.address": "host",
  "aws_rds_cluster.endpoint": "host",
  "aws_route53_zone.name_servers": "nameServers",
};
/** Expressions of a zone's own name. */
const ZONE_NAME = /^(data\.)?aws_route53_zone\.[^.]+\.name$/;

const HOLE = "says what a record says that is a hole";

const policies = {
  weighted_routing_policy: "weighted",
  latency_routing_policy: "latency",
  geolocation_routing_policy: "geo",
  failover_routing_policy: "failover",
} as const;
/** Places on a map and lists of networks: nothing the vocabulary has. */
const otherPolicies = ["cidr_routing_policy", "geoproximity_routing_policy"];

interface Place {
  readonly zoneName: Tree | undefined;
  readonly ctx: RaiseContext;
}

/** Records as sets, aliases and routed names; one that does not say where it stands is a hole. */
export function readRecords(
  records: readonly Cursor[],
  zone: Cursor | undefined,
  zoneName: Tree | undefined,
  ctx: RaiseContext,
): void {
  const place: Place = { zoneName, ctx };
  const plain = new Map<string, Tree>();
  const aliases = new Map<string, Tree>();
  const families = new Map<string, readonly Cursor[]>();
  const routed = new Map<string, Tree>();
  for (const c of records) {
    c.ignore("allow_overwrite", "how changes are applied, not what runs");
    if (isOwn(c, zone, zoneName)) {
      for (const path of ["name", "type", "ttl", "records"]) c.ignore(path, "name servers and SOA are the cloud's own");
      continue;
    }
    const name = relativeName(c.read("name"), zoneName, ZONE_NAME);
    const type = name instanceof Unknown ? undefined : c.read("type");
    if (name instanceof Unknown || type instanceof Unknown) {
      for (const path of ["type", "ttl", "records", "alias"]) c.ignore(path, HOLE);
      const prop = isRouted(c) ? routed : c.has("alias") ? aliases : plain;
      const said = prop === plain ? { ...proofOf(name, type), values: valuesOf(c, type ?? "", place) } : undefined;
      prop.set(c.address, holeOf(name, type, said));
      continue;
    }
    const key = `${String(name)} ${String(type)}`;
    if (isRouted(c)) routed.set(key, withAnswer(routed.get(key), { name, type: String(type) }, c, place));
    else if (c.has("alias") && (type === "A" || type === "AAAA")) {
      families.set(String(name), [...(families.get(String(name)) ?? []), c]);
    } else if (c.has("alias")) aliases.set(key, new Unknown(`an alias of type ${String(type)}`));
    else plain.set(key, withValues(plain.get(key), { name, type: String(type) }, c, place));
  }
  for (const [name, cursors] of families) aliases.set(name, aliasOf(name, cursors, place));
  const set = (prop: string, found: ReadonlyMap<string, Tree>) => {
    if (found.size > 0) ctx.props.set(prop, [...found.values()]);
  };
  set("records", plain);
  set("aliases", aliases);
  set("routed", routed);
}

/** Every zone comes with its own NS and SOA records; code that names them only sets how long they are kept. */
function isOwn(c: Cursor, zone: Cursor | undefined, zoneName: Tree | undefined): boolean {
  if (!c.is("type", "NS") && !c.is("type", "SOA")) return false;
  const names = [zoneName, "", "@", zone && new Unknown(`${zone.address}.name`)].filter((n) => n !== undefined);
  return names.some((n) => c.is("name", n)) || (typeof zoneName === "string" && c.is("name", `${zoneName}.`));
}

function isRouted(c: Cursor): boolean {
  return [...Object.keys(policies), ...otherPolicies, "multivalue_answer_routing_policy"].some((path) => c.has(path));
}

/** What is known of the record that proves a certificate, whatever it is called. */
function proofOf(name: Tree, type: Tree | undefined): Readonly<Record<string, string>> {
  if (isOfValidation(name, "name")) return VALIDATION;
  return isOfValidation(type, "type") ? { type: VALIDATION.type } : {};
}

type Item = { readonly [key: string]: Tree };

function withValues(before: Tree | undefined, at: Item, c: Cursor, place: Place): Tree {
  const values = valuesOf(c, at["type"] ?? "", place);
  if (values instanceof Unknown) {
    const parts = compact({ ...at, ttlSeconds: c.read("ttl"), values });
    return before ?? new Unknown(values.expression, values.refs, { ...values.options, parts });
  }
  const earlier = (before as { values?: readonly Tree[] } | undefined)?.values ?? [];
  return compact({ ...at, ttlSeconds: c.read("ttl"), values: distinct([...earlier, ...values]) });
}

function valuesOf(c: Cursor, type: Tree, { zoneName, ctx }: Place): readonly Tree[] | Unknown {
  const read = c.read("records");
  const items = read instanceof Unknown ? [read] : list(read);
  const values = items.map((value): Tree => {
    if (value instanceof Unknown) {
      const reference = valueReference(value, outputs, ctx);
      // A list of something outside cannot stand where one value is meant.
      const isLone = read instanceof Unknown && !(reference && "output" in reference);
      return reference && !isLone ? (reference as Tree) : value;
    }
    return plainText(String(type), String(value), zoneName);
  });
  const unknown = values.find((v) => v instanceof Unknown);
  if (unknown instanceof Unknown) return unknown;
  return values.length > 0 ? values : new Unknown(`records of ${c.address}`);
}

/** Texts are written without the quotes around their strings. */
function plainText(type: string, value: string, zoneName: Tree | undefined): string {
  if (type !== "TXT" && type !== "SPF") return plainValue(type, value, zoneName, undefined);
  return value.replace(/^"(.*)"$/s, "$1").replaceAll('""', "");
}

/** The families of one alias lead to the same place; each says so in a record of its own. */
function aliasOf(name: string, families: readonly Cursor[], place: Place): Tree {
  const [first, ...others] = families as readonly [Cursor, ...Cursor[]];
  const ipv6 = families.some((c) => c.is("type", "AAAA"));
  const { raw, target, followsHealth } = aliasTarget(first, place);
  for (const c of others) {
    c.ignore("alias.zone_id", HOSTED_ZONE);
    if (followsHealth !== undefined) c.expect("alias.evaluate_target_health", followsHealth);
    if (raw === undefined || !c.expect("alias.name", raw)) return new Unknown(`another target of ${c.address}`);
  }
  if (target === undefined || target instanceof Unknown) return target ?? new Unknown(`alias of ${first.address}`);
  return compact({ name, target, ipv6: ipv6 || undefined, followsHealth });
}

const HOSTED_ZONE = "the hosted zone that the target's name stands in follows from the target";

function aliasTarget(c: Cursor, { ctx }: Place) {
  c.ignore("alias.zone_id", HOSTED_ZONE);
  const followsHealth = c.read("alias.evaluate_target_health");
  const raw = c.read("alias.name");
  const plain = typeof raw === "string" ? raw.replace(/\.$/, "") : raw;
  const target =
    plain instanceof Unknown ? (valueReference(plain, outputs, ctx) ?? plain) : ctx.reference(plain, "hostname");
  return { raw, target: target as Tree | undefined, followsHealth };
}

function withAnswer(before: Tree | undefined, at: Item, c: Cursor, place: Place): Tree {
  c.ignore("set_identifier", "tells one answer of a name from the others");
  const other = otherPolicies.find((path) => c.has(path));
  if (other !== undefined) {
    for (const path of ["ttl", "records", "alias"]) c.ignore(path, HOLE);
    return new Unknown(`${other} of ${String(at["name"])} ${String(at["type"])}`);
  }
  const { policy, ...where } = policyOf(c);
  const { target, followsHealth } = c.has("alias") ? aliasTarget(c, place) : {};
  const values = target === undefined ? valuesOf(c, at["type"] ?? "", place) : undefined;
  if (values instanceof Unknown || target instanceof Unknown) return before ?? (values as Tree) ?? (target as Tree);
  const earlier = before instanceof Unknown ? undefined : (before as Item | undefined);
  const ttlSeconds = earlier?.["ttlSeconds"] ?? c.read("ttl");
  if (earlier?.["ttlSeconds"] !== undefined) c.expect("ttl", ttlSeconds as Tree);
  const answers = (earlier?.["answers"] ?? []) as readonly Tree[];
  return compact({
    ...at,
    ttlSeconds,
    policy,
    answers: [...answers, compact({ ...where, target, followsHealth, values })],
  });
}

function policyOf(c: Cursor): { readonly policy: string; readonly [key: string]: Tree | undefined } {
  if (c.expect("multivalue_answer_routing_policy", true)) return { policy: "multivalue" };
  const [path = "", policy = ""] = Object.entries(policies).find(([p]) => c.has(p)) ?? [];
  const read = (field: string) => c.read(`${path}.${field}`);
  switch (policy) {
    case "weighted":
      return { policy, weight: read("weight") };
    case "latency":
      return { policy, region: read("region") };
    case "failover":
      return {
        policy,
        role: known(read("type"), (t) => String(t).toLowerCase()),
      };
    default: {
      const country = read("country");
      return {
        policy: "geo",
        continent: read("continent"),
        country: country === "*" ? undefined : country,
        subdivision: read("subdivision"),
      };
    }
  }
}
