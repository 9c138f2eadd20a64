import { isRef } from "../../constructs/component.ts";
import type { Props } from "../../constructs/kinds.ts";
import { asAddress, dottedValue, nameLabel, writtenValues } from "../dns-names.ts";
import { ref } from "../expr.ts";
import { labelsOf } from "../labels.ts";
import type { Args, Native, Tree } from "../native.ts";
import type { Claim, Complete, Cursor, Implementation, LowerContext } from "../provider.ts";
import { members } from "../values.ts";
import { ADDRESSES, exit, losses, NO_TYPES, rewrites, ttlOf } from "./dns-zone-facts.ts";
import { readRecords } from "./dns-zone-reading.ts";

const anchor = "ovh_domain_zone";
const record = "ovh_domain_zone_record";
const dnssec = "ovh_domain_zone_dnssec";
const dynamic = ["ovh_domain_zone_dynhost_login", "ovh_domain_zone_dynhost_record"];

const owned = (type: string, attr: string): Claim => ({
  type,
  role: "owned",
  edge: { attr, to: [anchor], by: ["name", "id"] },
});

const claims: readonly Claim[] = [
  { type: anchor, role: "anchor" },
  owned(record, "zone"),
  owned("ovh_domain_zone_redirection", "zone"),
  ...[dnssec, "ovh_domain_zone_import", ...dynamic].map((type) => owned(type, "zone_name")),
];

/** A zone, which is bought; its records are not. Without an order the code takes for granted that the zone is there. */
export const dnsZone: Implementation<"dns-zone"> = {
  claims,
  lower,
  raise(group, ctx) {
    const [zone] = members(group, anchor);
    const records = members(group, record);
    const name = zone ? nameOf(zone) : (records[0]?.read("zone") ?? group.anchor.read("zone_name"));
    ctx.props.set("name", name);
    if (members(group, dnssec).length > 0) ctx.props.set("dnssec", true);
    readRecords(records, name, ctx);
  },
  outputs: {
    name: (natives) => {
      const zone = natives.find((n) => n.type === anchor);
      return zone ? ref(zone, "name") : natives.map((n) => n.args["zone"] ?? n.args["zone_name"])[0];
    },
    nameServers: (natives) => {
      const zone = natives.find((n) => n.type === anchor);
      return zone && ref(zone, "name_servers");
    },
    id: (natives) => {
      const zone = natives.find((n) => n.type === anchor);
      return zone && ref(zone, "id");
    },
  },
  rewrites,
  losses,
  exit,
};

type ZoneProps = Props<"dns-zone">;

/** OVHcloud gives each zone two. */
const NAME_SERVERS = 2;

function lower({ props }: Complete<"dns-zone">, ctx: LowerContext): readonly Native[] {
  const bought = ctx.order(`the zone ${props.name}`) ? [order(props.name, ctx)] : [];
  const [zone] = bought;
  const name: Tree = zone ? ref(zone, "name") : props.name;
  // Names for the eyes of some networks are not told to everybody.
  if (props.networks?.length) return bought;
  const signed = props.dnssec ? [ctx.native(dnssec, { zone_name: name })] : [];
  return [...bought, ...signed, ...recordNatives(props, name, ctx)];
}

/** The order with an empty template: only the records of the workload are in the zone. */
function order(name: string, ctx: LowerContext): Native {
  const subsidiary = ctx.variable({
    name: "ovh_subsidiary",
    type: "string",
    description: "Country of the OVHcloud company that bills the account, e.g. FR.",
  });
  const configuration = [
    { label: "zone", value: name },
    { label: "template", value: "stub" },
  ];
  const plan = [{ duration: "P1Y", plan_code: "zone", pricing_mode: "default", configuration }];
  return ctx.native(anchor, { ovh_subsidiary: subsidiary, plan }, { preventDestroy: true });
}

/** One resource per value: several of one name and type are answered together. */
function recordNatives(props: ZoneProps, zone: Tree, ctx: LowerContext): readonly Native[] {
  const { records = [], aliases = [] } = props;
  const writable = records.filter((r) => !NO_TYPES.has(r.type) && !(r.type === "CNAME" && r.name === "@"));
  const sets = [
    ...writable.map((set) => ({
      name: set.name,
      label: nameLabel(set.name, set.type),
      rows: valueRows(set, ctx),
    })),
    ...aliases.map(({ name, target }) => ({
      name,
      label: `${nameLabel(name, "")} alias`,
      rows: aliasRows(name, target, ctx),
    })),
  ];
  const labels = labelsOf(sets.map((s) => s.label));
  return sets.flatMap(({ name, label, rows }) =>
    rows.map((row, i) => {
      const part = `${labels.get(label)}${rows.length > 1 ? `-${i + 1}` : ""}`;
      return ctx.native(record, { zone, subdomain: name === "@" ? "" : name, ...row }, { part });
    }),
  );
}

function valueRows(set: NonNullable<ZoneProps["records"]>[number], ctx: LowerContext): Args[] {
  const { type, ttlSeconds, values } = asAddress(set, ADDRESSES);
  const ttl = ttlOf(ttlSeconds);
  return writtenValues(type, values, NAME_SERVERS, ctx).map((value) => ({
    fieldtype: type,
    target: dottedValue(type, value),
    ...(ttl === undefined ? {} : { ttl }),
  }));
}

/** A load balancer is known by its address. Another name can be followed by a CNAME, which cannot stand at the zone's own name. */
function aliasRows(
  name: string,
  target: NonNullable<ZoneProps["aliases"]>[number]["target"],
  ctx: LowerContext,
): Args[] {
  if (isRef(target) && target.output === "hostname") return [{ fieldtype: "A", target: ctx.output(target) }];
  if (name === "@") return [];
  return [{ fieldtype: "CNAME", target: dottedValue("CNAME", ctx.output(target)) }];
}

/** The order says for which name it was placed; the rest of it is no part of what runs. */
function nameOf(zone: Cursor): Tree | undefined {
  zone.ignore("ovh_subsidiary", "who bills the account");
  const terms = "the order, not what runs";
  for (const path of ["duration", "plan_code", "pricing_mode", "catalog_name"]) zone.ignore(`plan.${path}`, terms);
  let name: Tree | undefined;
  for (const c of zone.each("plan").flatMap((plan) => plan.each("configuration"))) {
    if (c.expect("label", "zone")) name = c.read("value");
    else for (const path of ["label", "value"]) c.ignore(path, terms);
  }
  return name;
}
