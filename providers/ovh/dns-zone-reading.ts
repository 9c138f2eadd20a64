import { isRef } from "../../constructs/component.ts";
import { distinct, holeOf, type NamingAttributes, plainValue, relativeName, valueReference } from "../dns-names.ts";
import { isList, isObject, type Tree, Unknown } from "../native.ts";
import type { Cursor, RaiseContext } from "../provider.ts";
import { compact } from "../values.ts";

/** Attributes of OVHcloud's natives that stand in DNS, and the output of the component that each is. */
const outputs: NamingAttributes = {
  "openstack_lb_loadbalancer_v2.vip_address": "hostname",
  "openstack_networking_floatingip_v2.address": "hostname",
  "ovh_cloud_project_loadbalancer.vip_address": "hostname",
  "ovh_iploadbalancing.ipv4": "hostname",
  "openstack_compute_instance_v2.access_ip_v4": "publicIp",
  "ovh_cloud_project_database.endpoints": "host",
  "ovh_domain_zone.name_servers": "nameServers",
};
const ZONE_NAME = /^(data\.)?ovh_domain_zone\.[^.]+\.(name|id)$/;
/** A name without a final dot is put under the zone. */
const RELATIVE = /[^.]$/;

type Item = { readonly [key: string]: Tree };

export function readRecords(records: readonly Cursor[], zoneName: Tree | undefined, ctx: RaiseContext): void {
  const sets = new Map<string, Tree>();
  const aliases = new Map<string, Tree>();
  for (const c of records) {
    const name = relativeName(c.read("subdomain"), zoneName, ZONE_NAME);
    const written = name instanceof Unknown ? undefined : c.read("fieldtype");
    if (name instanceof Unknown || written instanceof Unknown) {
      for (const path of ["fieldtype", "ttl", "target"]) c.ignore(path, "says what a record says that is a hole");
      sets.set(c.address, holeOf(name, written, { values: [valueIn(c, String(written ?? ""), zoneName, ctx)] }));
      continue;
    }
    // Forms of the console: what they make is a text.
    const type = written === "DKIM" || written === "DMARC" ? "TXT" : String(written);
    const value = valueIn(c, type, zoneName, ctx);
    if (type === "A" && isObject(value) && isRef(value) && value.output === "hostname") {
      aliases.set(String(name), { name, target: value });
    } else {
      const key = `${String(name)} ${type}`;
      sets.set(key, withValue(sets.get(key), { name, type }, value, c));
    }
  }
  for (const [prop, found] of Object.entries({ records: sets, aliases })) {
    if (found.size > 0) ctx.props.set(prop, [...found.values()]);
  }
}

function valueIn(c: Cursor, type: string, zoneName: Tree | undefined, ctx: RaiseContext): Tree {
  const target = c.read("target");
  if (target === undefined) return new Unknown(`target of ${c.address}`);
  if (target instanceof Unknown) return (valueReference(target, outputs, ctx) as Tree | undefined) ?? target;
  const value = plainValue(type, String(target), zoneName, RELATIVE);
  return type === "TXT" || type === "SPF" ? value.replace(/^"(.*)"$/s, "$1") : value;
}

/** Values of one name and type stand in so many resources; the set has the time of the first. 0 is the zone's own. */
function withValue(before: Tree | undefined, at: Item, value: Tree, c: Cursor): Tree {
  if (value instanceof Unknown) return before ?? value;
  const earlier = isObject(before) ? before : undefined;
  const ttlSeconds = earlier ? earlier["ttlSeconds"] : c.is("ttl", 0) ? undefined : c.read("ttl");
  if (earlier && ttlSeconds !== undefined) c.expect("ttl", ttlSeconds);
  const values = isList(earlier?.["values"]) ? earlier["values"] : [];
  return compact({ ...at, ttlSeconds, values: distinct([...values, value]) });
}
