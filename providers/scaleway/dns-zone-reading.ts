import { isRef } from "../../constructs/component.ts";
import { distinct, holeOf, type NamingAttributes, plainValue, relativeName, valueReference } from "../dns-names.ts";
import { isList, isObject, type Tree, Unknown } from "../native.ts";
import type { Cursor, RaiseContext } from "../provider.ts";
import { compact, list } from "../values.ts";

/** Attributes of Scaleway's natives that stand in DNS, and the output of the component that each is. */
const outputs: NamingAttributes = {
  "scaleway_lb.ip_address": "hostname",
  "scaleway_lb_ip.ip_address": "hostname",
  "scaleway_instance_ip.address": "publicIp",
  "scaleway_instance_server.public_ip": "publicIp",
  "scaleway_instance_server.public_ips": "publicIp",
  "scaleway_instance_server.private_ip": "privateIp",
  "scaleway_instance_server.private_ips": "privateIp",
  "scaleway_rdb_instance.endpoint_ip": "host",
  "scaleway_rdb_instance.load_balancer": "host",
  "scaleway_rdb_instance.private_network": "host",
  "scaleway_domain_zone.ns": "nameServers",
};
const ZONE_NAME = /^(data\.)?scaleway_domain_zone\.[^.]+\.(id|domain)$/;
/** A name without a dot is put under the zone: `NormalizeTargetFQDN` of the provider, b2d45ed. */
const RELATIVE = /^[^.]+$/;

type Item = { readonly [key: string]: Tree };

export function readRecords(records: readonly Cursor[], zoneName: Tree | undefined, ctx: RaiseContext): void {
  const sets = new Map<string, Tree>();
  const aliases = new Map<string, Tree>();
  const routed = new Map<string, Tree>();
  for (const c of records) {
    const name = relativeName(c.read("name"), zoneName, ZONE_NAME);
    const type = name instanceof Unknown ? undefined : c.read("type");
    if (name instanceof Unknown || type instanceof Unknown) {
      for (const path of ["type", "ttl", "data", "priority"]) c.ignore(path, "says what a record says that is a hole");
      const prop = c.has("weighted") || c.has("geo_ip") ? routed : type === "ALIAS" ? aliases : sets;
      const said = prop === sets ? { values: [valueIn(c, String(type ?? ""), zoneName, ctx)] } : undefined;
      prop.set(c.address, holeOf(name, type ?? "", said));
      // It may be the type of an alias.
      if (type instanceof Unknown && prop === sets)
        aliases.set(c.address, holeOf(name, type, { type: undefined, target: type }));
      continue;
    }
    const key = `${String(name)} ${String(type)}`;
    if (c.has("weighted")) {
      routed.set(key, weighted(c, { name, type: String(type) }, zoneName, ctx));
      continue;
    }
    const data = valueIn(c, String(type), zoneName, ctx);
    const isBalancer = isObject(data) && isRef(data) && data.output === "hostname";
    if (type === "ALIAS" || (type === "A" && isBalancer)) {
      const target = typeof data === "string" ? { external: data, literal: true } : data;
      // What an ALIAS answers with is whatever addresses its target has.
      const ipv6 = type === "ALIAS" ? true : undefined;
      aliases.set(String(name), target instanceof Unknown ? target : compact({ name, target, ipv6 }));
    } else if (c.has("geo_ip")) {
      routed.set(key, withPlaces(c, { name, type: String(type) }, data, zoneName, ctx));
    } else sets.set(key, withValue(sets.get(key), { name, type: String(type) }, data, c));
  }
  for (const [prop, found] of Object.entries({ records: sets, aliases, routed })) {
    if (found.size > 0) ctx.props.set(prop, [...found.values()]);
  }
}

function valueIn(c: Cursor, type: string, zoneName: Tree | undefined, ctx: RaiseContext): Tree {
  const data = c.read("data");
  if (data instanceof Unknown) return (valueReference(data, outputs, ctx) as Tree | undefined) ?? data;
  const named = type === "ALIAS" ? "CNAME" : type;
  const value = plainValue(named, String(data ?? ""), zoneName, RELATIVE);
  if (type === "TXT") return value.replace(/^"(.*)"$/s, "$1");
  if (type !== "MX") return value;
  const priority = c.read("priority") ?? 0;
  return priority instanceof Unknown ? priority : `${String(priority)} ${value}`;
}

/** Values of one name and type stand in so many resources; the set has the time of the first. */
function withValue(before: Tree | undefined, at: Item, data: Tree, c: Cursor): Tree {
  if (data instanceof Unknown || data === "") return before ?? (data === "" ? new Unknown(c.address) : data);
  const earlier = isObject(before) ? before : undefined;
  const ttlSeconds = earlier ? earlier["ttlSeconds"] : c.read("ttl");
  if (earlier && ttlSeconds !== undefined) c.expect("ttl", ttlSeconds);
  const values = isList(earlier?.["values"]) ? earlier["values"] : [];
  return compact({ ...at, ttlSeconds, values: distinct([...values, data]) });
}

function plain(value: Tree | undefined, type: Tree | undefined, zoneName: Tree | undefined, ctx: RaiseContext): Tree {
  if (value instanceof Unknown) return (valueReference(value, outputs, ctx) as Tree | undefined) ?? value;
  return plainValue(String(type), String(value ?? ""), zoneName, RELATIVE);
}

function weighted(c: Cursor, at: Item, zoneName: Tree | undefined, ctx: RaiseContext): Tree {
  const answers = c.each("weighted").map((answer) => {
    const ip = answer.read("ip");
    // Answers when no weight can be looked at: one of the addresses, as `lower` writes it.
    if (ip !== undefined) c.expect("data", ip);
    return compact({ weight: answer.read("weight"), values: [plain(ip, at["type"], zoneName, ctx)] });
  });
  return compact({ ...at, ttlSeconds: c.read("ttl"), policy: "weighted", answers });
}

function withPlaces(c: Cursor, at: Item, data: Tree, zoneName: Tree | undefined, ctx: RaiseContext): Tree {
  const places = c
    .each("geo_ip")
    .flatMap((geo) => geo.each("matches"))
    .flatMap((match) => {
      const values = [plain(match.read("data"), at["type"], zoneName, ctx)];
      return [
        ...list(match.read("continents")).map((continent) => ({ continent, values })),
        ...list(match.read("countries")).map((country) => ({ country, values })),
      ];
    });
  return compact({ ...at, ttlSeconds: c.read("ttl"), policy: "geo", answers: [...places, { values: [data] }] });
}
