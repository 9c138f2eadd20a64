import type { Case } from "./case.ts";

const outside = (external: string) => ({ external, literal: true }) as const;
const balancer = { component: "front", output: "hostname" };

/** Natives: zones, then `[type, count]`. */
function made(
  zone: string,
  record: string,
  records: number,
  losses: readonly string[] = [],
  more: readonly string[] = [],
) {
  return { natives: [zone, ...Array<string>(records).fill(record), ...more], losses };
}
const aws = (records: number, losses?: readonly string[], more?: readonly string[]) =>
  made("aws_route53_zone", "aws_route53_record", records, losses, more);
const scaleway = (records: number, losses?: readonly string[]) =>
  made("scaleway_domain_zone", "scaleway_domain_record", records, losses);
const ovh = (records: number, losses?: readonly string[], more?: readonly string[]) =>
  made("ovh_domain_zone", "ovh_domain_zone_record", records, losses, more);

export const dnsZoneCases: readonly Case<"dns-zone">[] = [
  {
    title: "a zone without records",
    props: { name: "shop.example" },
    expects: { aws: aws(0), scaleway: scaleway(0), ovh: ovh(0) },
  },
  {
    title: "addresses, mail and texts of a zone",
    props: {
      name: "shop.example",
      records: [
        { name: "@", type: "A", ttlSeconds: 300, values: ["192.0.2.7"] },
        { name: "www", type: "CNAME", values: ["shop.example"] },
        { name: "@", type: "MX", values: ["10 mx1.mail.example", "20 mx2.mail.example"] },
        { name: "@", type: "TXT", values: ["v=spf1 include:mail.example ~all"] },
        { name: "_sip._tcp", type: "SRV", values: ["1 10 5269 talk.shop.example"] },
        { name: "@", type: "CAA", values: ['0 issue "letsencrypt.org"'] },
      ],
    },
    expects: { aws: aws(6), scaleway: scaleway(7), ovh: ovh(7) },
  },
  {
    title: "several addresses answer together, for every name that is not there",
    props: { name: "shop.example", records: [{ name: "*", type: "A", values: ["192.0.2.8", "192.0.2.7"] }] },
    expects: { aws: aws(1), scaleway: scaleway(2), ovh: ovh(2) },
  },
  {
    title: "names that lead to the name of a load balancer",
    props: {
      name: "shop.example",
      records: [
        { name: "www", type: "CNAME", ttlSeconds: 60, values: [balancer] },
        { name: "old", type: "CNAME", values: [balancer] },
      ],
    },
    expects: { aws: aws(2), scaleway: scaleway(2, ["records"]), ovh: ovh(2, ["records"]) },
  },
  {
    title: "a name that leads to the name of a database",
    props: {
      name: "shop.example",
      records: [{ name: "db", type: "CNAME", ttlSeconds: 60, values: [{ component: "orders", output: "host" }] }],
    },
    expects: { aws: aws(1), scaleway: scaleway(1, ["records"]), ovh: ovh(1) },
  },
  {
    title: "names whose labels would be alike in code",
    props: {
      name: "shop.example",
      records: [
        { name: "a.b", type: "A", values: ["192.0.2.1"] },
        { name: "a-b", type: "A", values: ["192.0.2.2"] },
      ],
    },
    expects: { aws: aws(2), scaleway: scaleway(2), ovh: ovh(2) },
  },
  {
    title: "a zone below a registered domain, and one below a country's second level",
    props: { name: "dev.shop.co.uk", records: [{ name: "@", type: "A", values: ["192.0.2.7"] }] },
    expects: { aws: aws(1), scaleway: scaleway(1), ovh: ovh(1) },
  },
  {
    title: "a part of the zone is delegated to the name servers of another zone",
    props: {
      name: "shop.example",
      records: [{ name: "dev", type: "NS", values: [{ component: "dev-zone", output: "nameServers" }] }],
    },
    expects: { aws: aws(1), scaleway: scaleway(2), ovh: ovh(2) },
  },
  {
    title: "a text longer than one string",
    props: { name: "shop.example", records: [{ name: "k._domainkey", type: "TXT", values: [`p=${"A".repeat(400)}`] }] },
    expects: { aws: aws(1), scaleway: scaleway(1), ovh: ovh(1) },
  },
  {
    title: "answers are kept five seconds",
    props: { name: "shop.example", records: [{ name: "www", type: "A", ttlSeconds: 5, values: ["192.0.2.7"] }] },
    expects: {
      aws: aws(1),
      scaleway: scaleway(1, ["records.ttlSeconds"]),
      ovh: ovh(1, ["records.ttlSeconds"]),
    },
  },
  {
    title: "a CNAME at the zone's own name",
    props: {
      name: "shop.example",
      records: [
        { name: "@", type: "CNAME", values: ["shop.pages.example"] },
        { name: "www", type: "CNAME", values: ["shop.pages.example"] },
      ],
    },
    expects: { aws: aws(1, ["records"]), scaleway: scaleway(1, ["records"]), ovh: ovh(1, ["records"]) },
  },
  {
    title: "a name with all below it follows another, and a place on the map",
    props: {
      name: "shop.example",
      records: [
        { name: "old", type: "DNAME", values: ["new.example"] },
        { name: "@", type: "LOC", values: ["48 51 29 N 2 17 40 E 35m"] },
      ],
    },
    expects: { aws: aws(0, ["records"]), scaleway: scaleway(2), ovh: ovh(2) },
  },
  {
    title: "the zone's own name servers, as another cloud gave them",
    props: { name: "shop.example", records: [{ name: "@", type: "NS", values: ["ns0.cloud.example"] }] },
    expects: { aws: aws(0, ["records"]), scaleway: scaleway(1), ovh: ovh(1) },
  },
  {
    title: "keys of a delegated zone",
    props: { name: "shop.example", records: [{ name: "dev", type: "DS", values: ["2371 13 2 1F98"] }] },
    expects: { aws: aws(1), scaleway: scaleway(1), ovh: ovh(0, ["records"]) },
  },
  {
    title: "senders of mail in the type that was given up",
    props: { name: "shop.example", records: [{ name: "@", type: "SPF", values: ["v=spf1 -all"] }] },
    expects: { aws: aws(1), scaleway: scaleway(0, ["records"]), ovh: ovh(1) },
  },
  {
    title: "the zone's own name follows a load balancer",
    props: { name: "shop.example", aliases: [{ name: "@", target: balancer }] },
    expects: { aws: aws(1), scaleway: scaleway(1), ovh: ovh(1) },
  },
  {
    title: "a name follows a load balancer with IPv6 and its health",
    props: { name: "shop.example", aliases: [{ name: "app", target: balancer, ipv6: true, followsHealth: true }] },
    expects: {
      aws: aws(2),
      scaleway: scaleway(1, ["aliases.followsHealth", "aliases.ipv6"]),
      ovh: ovh(1, ["aliases.followsHealth", "aliases.ipv6"]),
    },
  },
  {
    title: "the zone's own name follows a distribution outside",
    props: { name: "shop.example", aliases: [{ name: "@", target: outside("d111.cloudfront.net"), ipv6: true }] },
    expects: { aws: aws(2), scaleway: scaleway(1), ovh: ovh(0, ["aliases"]) },
  },
  {
    title: "another name follows a name outside, beside records",
    props: {
      name: "shop.example",
      records: [{ name: "www", type: "A", values: ["192.0.2.7"] }],
      aliases: [{ name: "static", target: outside("shop.static.example") }],
    },
    expects: { aws: aws(2), scaleway: scaleway(2), ovh: ovh(2, ["aliases", "records"]) },
  },
  {
    title: "a name follows another name of the zone",
    props: {
      name: "shop.example",
      aliases: [{ name: "old", target: outside("www.shop.example"), followsHealth: false }],
    },
    expects: { aws: aws(1), scaleway: scaleway(1), ovh: ovh(1, ["aliases"]) },
  },
  {
    title: "the zone's own name follows another that has addresses of one family",
    props: {
      name: "shop.example",
      records: [{ name: "www", type: "A", values: ["192.0.2.7"] }],
      aliases: [{ name: "@", target: outside("www.shop.example"), ipv6: true }],
    },
    expects: { aws: aws(2, ["aliases.ipv6"]), scaleway: scaleway(2), ovh: ovh(1, ["aliases"]) },
  },
  {
    title: "the zone's own name follows another that is a name of something else",
    props: {
      name: "shop.example",
      records: [{ name: "www", type: "CNAME", values: ["shop.static.example"] }],
      aliases: [{ name: "@", target: outside("www.shop.example") }],
    },
    expects: { aws: aws(1, ["aliases"]), scaleway: scaleway(2), ovh: ovh(1, ["aliases"]) },
  },
  {
    title: "a private zone, seen by one network",
    props: {
      name: "internal.shop.example",
      networks: [outside("vpc-0a1b2c3d")],
      dnssec: true,
      records: [{ name: "db", type: "CNAME", values: ["db.internal.example"] }],
      aliases: [{ name: "app", target: balancer }],
      routed: [{ name: "near", type: "A", policy: "weighted", answers: [{ values: ["10.0.0.1"], weight: 1 }] }],
    },
    expects: {
      aws: aws(3, ["dnssec"]),
      scaleway: scaleway(0, ["aliases", "dnssec", "networks", "records", "routed"]),
      ovh: ovh(0, ["aliases", "dnssec", "networks", "records", "routed"]),
    },
  },
  {
    title: "answers are signed",
    props: { name: "shop.example", dnssec: true },
    expects: {
      aws: aws(0, [], ["aws_route53_hosted_zone_dnssec", "aws_route53_key_signing_key"]),
      scaleway: scaleway(0, ["dnssec"]),
      ovh: ovh(0, [], ["ovh_domain_zone_dnssec"]),
    },
  },
  {
    title: "nine of ten visitors go to one address",
    props: {
      name: "shop.example",
      routed: [
        {
          name: "www",
          type: "A",
          ttlSeconds: 30,
          policy: "weighted",
          answers: [
            { values: ["192.0.2.1"], weight: 9 },
            { values: ["192.0.2.2"], weight: 1 },
          ],
        },
      ],
    },
    expects: { aws: aws(2), scaleway: scaleway(1, ["routed.ttlSeconds"]), ovh: ovh(0, ["routed"]) },
  },
  {
    title: "Europeans and everybody else",
    props: {
      name: "shop.example",
      routed: [
        {
          name: "www",
          type: "CNAME",
          policy: "geo",
          answers: [
            { values: ["eu.shop.example"], continent: "EU" },
            { values: ["fr.shop.example"], country: "FR" },
            { values: ["us.shop.example"] },
          ],
        },
      ],
    },
    expects: { aws: aws(3), scaleway: scaleway(1), ovh: ovh(0, ["routed"]) },
  },
  {
    title: "one state of a country and everybody else",
    props: {
      name: "shop.example",
      routed: [
        {
          name: "www",
          type: "CNAME",
          policy: "geo",
          answers: [{ values: ["ny.shop.example"], country: "US", subdivision: "NY" }, { values: ["us.shop.example"] }],
        },
      ],
    },
    expects: { aws: aws(2), scaleway: scaleway(0, ["routed"]), ovh: ovh(0, ["routed"]) },
  },
  {
    title: "the region with the least delay, and a second site when the first is down",
    props: {
      name: "shop.example",
      routed: [
        {
          name: "api",
          type: "A",
          policy: "latency",
          answers: [
            { target: balancer, followsHealth: true, region: "eu-west-3" },
            { target: outside("front.us.example"), region: "us-east-1" },
          ],
        },
        {
          name: "www",
          type: "A",
          policy: "failover",
          answers: [
            { values: ["192.0.2.1"], role: "primary" },
            { values: ["192.0.2.2"], role: "secondary" },
          ],
        },
        {
          name: "many",
          type: "A",
          policy: "multivalue",
          answers: [{ values: ["192.0.2.1"] }, { values: ["192.0.2.2"] }],
        },
      ],
    },
    expects: { aws: aws(6), scaleway: scaleway(0, ["routed"]), ovh: ovh(0, ["routed"]) },
  },
  {
    title: "a zone with labels",
    props: { name: "shop.example", labels: { team: "web" } },
    expects: { aws: aws(0), scaleway: scaleway(0, ["labels"]), ovh: ovh(0, ["labels"]) },
  },
];
