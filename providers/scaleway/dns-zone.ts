import { ref } from "../expr.ts";
import { type Native, type Tree, Unknown } from "../native.ts";
import type { Claim, Complete, Implementation, LowerContext } from "../provider.ts";
import { members, theNative } from "../values.ts";
import { exit, losses, rewrites } from "./dns-zone-facts.ts";
import { readRecords } from "./dns-zone-reading.ts";
import { recordNatives } from "./dns-zone-records.ts";
import { placement } from "./values.ts";

const anchor = "scaleway_domain_zone";
const record = "scaleway_domain_record";

const claims: readonly Claim[] = [
  { type: anchor, role: "anchor" },
  { type: record, role: "owned", edge: { attr: "dns_zone", to: [anchor], by: ["id"] } },
];

/** A zone of Domains and DNS. It is public: names inside a private network are made by Scaleway alone. */
export const dnsZone: Implementation<"dns-zone"> = {
  claims,
  lower,
  raise(group, ctx) {
    for (const type of [anchor, record]) for (const c of members(group, type)) placement(c);
    const [zone] = members(group, anchor);
    const records = members(group, record);
    // A record names its zone, and makes it where it is not there.
    const name = zone ? fullName(zone.read("subdomain"), zone.read("domain")) : records[0]?.read("dns_zone");
    ctx.props.set("name", name);
    readRecords(records, name, ctx);
  },
  outputs: {
    name: (natives) => ref(theNative(natives, anchor), "id"),
    nameServers: (natives) => ref(theNative(natives, anchor), "ns"),
    id: (natives) => ref(theNative(natives, anchor), "id"),
  },
  rewrites,
  losses,
  exit,
};

function lower({ props }: Complete<"dns-zone">, ctx: LowerContext): readonly Native[] {
  const zone = ctx.native(anchor, { ...domainOf(props.name) }, { preventDestroy: true });
  // Names for the eyes of some networks are not told to everybody.
  return props.networks?.length ? [zone] : [zone, ...recordNatives(props, zone, ctx)];
}

/** Second levels under which domains are registered one level further down (judgement, 2026-11-25). */
const SECOND_LEVELS = new Set(["ac", "co", "com", "edu", "gouv", "gov", "net", "org"]);

/** A zone is a domain that was registered, or a part of one. */
function domainOf(name: string): { readonly domain: string; readonly subdomain: string } {
  const labels = name.split(".");
  const isDeep = labels.at(-1)?.length === 2 && SECOND_LEVELS.has(labels.at(-2) ?? "");
  const split = Math.max(0, labels.length - (isDeep ? 3 : 2));
  return { domain: labels.slice(split).join("."), subdomain: labels.slice(0, split).join(".") };
}

function fullName(subdomain: Tree | undefined, domain: Tree | undefined): Tree | undefined {
  if (subdomain === undefined || subdomain === "" || domain === undefined) return domain;
  if (subdomain instanceof Unknown) return subdomain;
  return domain instanceof Unknown ? domain : `${String(subdomain)}.${String(domain)}`;
}
