import { ref } from "../expr.ts";
import { type Native, type Tree, Unknown } from "../native.ts";
import type { Claim, Complete, Cursor, Implementation, LowerContext, RaiseContext } from "../provider.ts";
import { isBareReference } from "../references.ts";
import { members, theNative } from "../values.ts";
import { followersLast } from "./dns-zone-aliases.ts";
import { exit, losses, rewrites } from "./dns-zone-facts.ts";
import { readRecords } from "./dns-zone-reading.ts";
import { aliasNatives, recordNatives, routedNatives } from "./dns-zone-records.ts";
import { placement } from "./values.ts";

const anchor = "aws_route53_zone";
const record = "aws_route53_record";
const byZone = { to: [anchor], by: ["zone_id", "id"], global: true };
const ownedTypes = [
  "aws_route53_zone_association",
  "aws_route53_vpc_association_authorization",
  "aws_route53_query_log",
];
const signingKey = "aws_route53_key_signing_key";

const claims: readonly Claim[] = [
  { type: anchor, role: "anchor" },
  ...[record, ...ownedTypes].map((type): Claim => ({ type, role: "owned", edge: { attr: "zone_id", ...byZone } })),
  // A zone of somebody else tells its name when it is looked up.
  { type: anchor, mode: "data", role: "shared", edge: { from: record, attr: "zone_id", by: ["zone_id", "id"] } },
  { type: signingKey, role: "owned", edge: { attr: "hosted_zone_id", ...byZone } },
  // Code waits for the key by naming the zone through it.
  {
    type: "aws_route53_hosted_zone_dnssec",
    role: "owned",
    edge: { attr: "hosted_zone_id", to: [anchor, signingKey], by: ["zone_id", "id", "hosted_zone_id"] },
  },
];

/** A hosted zone of Route 53, public or seen by VPCs alone. Records of a zone that is somewhere else are a fragment. */
export const dnsZone: Implementation<"dns-zone"> = {
  claims,
  lower,
  raise(group, ctx) {
    for (const type of new Set(claims.map((c) => c.type))) for (const c of members(group, type)) placement(c);
    const zones = members(group, anchor);
    const zone = zones.find((c) => !isLookedUp(c));
    const name = zone ? readZone(zone, ctx) : nameElsewhere(zones.filter(isLookedUp), members(group, record), ctx);
    readNetworks(zone, members(group, "aws_route53_zone_association"), ctx);
    for (const c of members(group, signingKey)) {
      c.ignore("name", "names the key; the target signs with a key of its own");
      c.ignore("key_management_service_arn", "the key that signs; the target makes its own, and the DS record changes");
    }
    const [signing] = members(group, "aws_route53_hosted_zone_dnssec");
    if (signing) ctx.props.set("dnssec", signing.read("signing_status") !== "NOT_SIGNING");
    readRecords(members(group, record), zone, name, ctx);
  },
  outputs: {
    name: (natives) => ref(theNative(natives, anchor), "name"),
    nameServers: (natives) => ref(theNative(natives, anchor), "name_servers"),
    id: (natives) => ref(theNative(natives, anchor), "zone_id"),
  },
  rewrites,
  losses,
  exit,
};

function lower({ props }: Complete<"dns-zone">, ctx: LowerContext): readonly Native[] {
  const zone = ctx.native(
    anchor,
    {
      name: props.name,
      vpc: props.networks?.length ? props.networks.map((network) => ({ vpc_id: ctx.output(network) })) : undefined,
      tags: props.labels,
    },
    { preventDestroy: true },
  );
  const records = [recordNatives, aliasNatives, routedNatives].flatMap((natives) => natives(props, zone, ctx));
  return [
    zone,
    ...(props.dnssec && !props.networks?.length ? signing(zone, ctx) : []),
    ...followersLast(records, props.name),
  ];
}

/** Route 53 signs with a key of KMS that is made for signing, in us-east-1. */
function signing(zone: Native, ctx: LowerContext): readonly Native[] {
  const hosted_zone_id = ref(zone, "zone_id");
  const key = ctx.variable({
    name: `${ctx.name().replaceAll("-", "_")}_signing_key_arn`,
    type: "string",
    description: "ARN of a KMS key in us-east-1 (ECC_NIST_P256, sign and verify) that signs the zone.",
  });
  const made = ctx.native(signingKey, {
    hosted_zone_id,
    name: ctx.name("ksk").replaceAll("-", "_"),
    key_management_service_arn: key,
  });
  return [made, ctx.native("aws_route53_hosted_zone_dnssec", { hosted_zone_id }, { dependsOn: [made] })];
}

function readZone(zone: Cursor, ctx: RaiseContext): Tree | undefined {
  const read = zone.read("name");
  const name = typeof read === "string" ? read.replace(/\.$/, "") : read;
  ctx.props.set("name", name);
  ctx.props.set("labels", zone.read("tags"));
  zone.ignore("comment", "words for people");
  zone.ignore("force_destroy", "what happens at destroy, not what runs");
  return name;
}

const isLookedUp = ({ address }: Cursor) => new RegExp(`(^|\\.)data\\.${anchor}\\.`).test(address);

/** The name of a zone that is somewhere else: what it is looked up by, else a hole. */
function nameElsewhere(looked: readonly Cursor[], records: readonly Cursor[], ctx: RaiseContext): Tree | undefined {
  for (const c of looked) {
    if (c.is("private_zone", true)) ctx.props.hold("networks", new Unknown(`the networks that see ${c.address}`));
    for (const path of ["private_zone", "vpc_id", "tags"]) c.ignore(path, "finds the zone");
  }
  const [first] = records;
  const id = first?.read("zone_id");
  const found = id instanceof Unknown && isBareReference(id) ? looked[0]?.read("name") : undefined;
  for (const c of looked) c.ignore("name", "finds the zone");
  if (typeof found === "string") {
    const name = found.replace(/\.$/, "");
    ctx.props.hold("name", name);
    return name;
  }
  const text = id instanceof Unknown ? id.expression : JSON.stringify(id);
  ctx.props.hold("name", id && new Unknown(`the name of the zone ${text}`));
  return undefined;
}

/** Networks stand in the zone, or one by one in associations of their own. */
function readNetworks(zone: Cursor | undefined, associations: readonly Cursor[], ctx: RaiseContext): void {
  const blocks = [...(zone?.each("vpc") ?? []), ...associations];
  for (const c of blocks) c.ignore("vpc_region", "where the network stands; it is chosen anew at the target");
  if (blocks.length === 0) return void ctx.props.set("networks", zone?.read("vpc"));
  const networks = blocks.flatMap((c) => ctx.reference(c.read("vpc_id"), "id") ?? []);
  ctx.props.set("networks", networks as unknown as Tree);
}
