import { z } from "zod";
import { type Contradiction, defineKind, External, isRef, prop, Ref } from "./component.ts";
import { flag, harmless, leadsTo } from "./prop-words.ts";

/** Types of records, as the DNS knows them. An alias is none: see `aliases`. */
const RECORD_TYPES = [
  "A",
  "AAAA",
  "CAA",
  "CNAME",
  "DNAME",
  "DS",
  "HTTPS",
  "LOC",
  "MX",
  "NAPTR",
  "NS",
  "PTR",
  "SPF",
  "SRV",
  "SSHFP",
  "SVCB",
  "TLSA",
  "TXT",
] as const;

/** Relative to the zone: "www"; "@" is the zone's own name, "*" every name that is not there. */
const Name = z
  .string()
  .regex(
    /^(@|[^@\s]*[^.@\s])$/,
    'a name relative to the zone and without a final dot, as "www"; "@" is the zone itself',
  );

/**
 * What a record says, in the form of a zone file: "192.0.2.7", "10 mail.shop.example". Names are whole and without a final dot, texts
 * without quotes. A reference stands for the address, the name or the name servers of what it names.
 */
const Value = z.union([z.string().min(1), Ref, External]);

const values = () => prop(z.array(Value).min(1), { satisfies: { rule: "setOf" } });

/** Seconds that an answer may be kept. Default: 3600. */
const Ttl = prop(z.int().min(0).max(2_147_483_647), { absentMeans: 3600 });

const RecordSet = z.strictObject({
  /** Relative to the zone, as "www"; "@" is the zone's own name, "*" every name that is not there. */
  name: Name,
  type: z.enum(RECORD_TYPES),
  /** Seconds that an answer may be kept. Default: 3600. */
  ttlSeconds: Ttl.optional(),
  /** As in a zone file: "192.0.2.7", "10 mail.shop.example". Names are whole and without a final dot, texts without quotes; or references to addresses and names. */
  values: values(),
});

const Target = leadsTo("load-balancer", "hostname");

const Alias = z.strictObject({
  /** Relative to the zone, as "www"; "@" is the zone's own name. */
  name: Name,
  /** What the name stands for: a load balancer's `hostname`, a name outside. */
  target: Target,
  /** Answer with the target's IPv6 addresses too. Default: false. */
  ipv6: harmless().optional(),
  /** Answer only while the target is healthy. Default: false. */
  followsHealth: flag().optional(),
});

/** One of the answers that a name may give. Exactly one of `values` and `target`. */
const Answer = z.strictObject({
  /** As those of a record. */
  values: values().optional(),
  /** The answer is whatever this stands for, as with an alias. */
  target: Target.optional(),
  /** With `target`: given only while that is healthy. Default: false. */
  followsHealth: flag().optional(),
  /** With `weighted`: its share, against the sum of all. */
  weight: z.int().min(0).max(4_294_967_295).optional(),
  /** With `latency`: the region it is near to, as the cloud names it. */
  region: z.string().min(1).optional(),
  /** With `geo`: two letters, as in ISO 3166 with continents AF, AN, AS, EU, NA, OC, SA. Without a place: everywhere else. */
  continent: z.string().length(2).optional(),
  country: z.string().length(2).optional(),
  subdivision: z.string().min(1).optional(),
  /** With `failover`. */
  role: z.enum(["primary", "secondary"]).optional(),
});

const Routed = z.strictObject({
  /** Relative to the zone, as "www"; "@" is the zone's own name. */
  name: Name,
  type: z.enum(RECORD_TYPES),
  /** Seconds that an answer may be kept. Default: 3600. */
  ttlSeconds: Ttl.optional(),
  /** By what one of the answers is chosen. */
  policy: z.enum(["weighted", "latency", "geo", "failover", "multivalue"]),
  answers: prop(z.array(Answer).min(1), { satisfies: { rule: "setOf" } }),
});

const DnsZoneProps = z.strictObject({
  /** The domain, e.g. "shop.example", without a final dot. */
  name: z.string().regex(/^[^.:\s]+(\.[^.:\s]+)*$/, 'a domain without a final dot, as "shop.example"'),
  /** Networks that alone see the zone. Default: it is public. */
  networks: prop(z.array(leadsTo("network", "id")), {
    satisfies: { rule: "setOf" },
  }).optional(),
  /** Answers are signed. Default: false. */
  dnssec: flag().optional(),
  /** What the zone says. Its own name servers and SOA are not among them: every cloud has its own. */
  records: prop(z.array(RecordSet), {
    satisfies: { rule: "byKey", key: ["name", "type"] },
    absentMeans: [],
  }).optional(),
  /** Names that answer with the addresses of another name. Unlike a CNAME they may stand at the zone's own name, beside other records. */
  aliases: prop(z.array(Alias), { satisfies: { rule: "byKey", key: "name" } }).optional(),
  /** Names that give one of several answers. */
  routed: prop(z.array(Routed), { satisfies: { rule: "byKey", key: ["name", "type"] } }).optional(),
  /** Key/value labels. */
  labels: z.record(z.string(), z.string()).optional(),
});

/** Outputs that are an address, a name or the name servers of what has them. */
const ANSWERS = new Set(["hostname", "host", "publicIp", "privateIp", "name", "nameServers"]);

/** An answer is an address or a name, no URL; a CNAME says that its name is another one: it stands alone, and once. */
function contrary({ records = [], aliases = [], routed = [] }: z.input<typeof DnsZoneProps>): Contradiction[] {
  return records.flatMap(({ name, type, values: said }, i): Contradiction[] => {
    const path = ["records", i];
    const wrong = said.flatMap((value, k): Contradiction[] =>
      typeof value === "string" || !isRef(value) || ANSWERS.has(value.output)
        ? []
        : [
            {
              path: [...path, "values", k],
              says: `is \`${value.output}\`, which is neither a name nor an address. Write the name itself, or refer to one.`,
            },
          ],
    );
    if (wrong.length > 0 || type !== "CNAME") return wrong;
    const beside = [...records, ...routed].some((other) => other.name === name && other.type !== type);
    return [
      ...(said.length > 1
        ? [{ path: [...path, "values"], says: "are several, and a CNAME leads to one name. Write one of them." }]
        : []),
      ...(beside || aliases.some((alias) => alias.name === name) || name === "@"
        ? [
            {
              path,
              says: `is a CNAME at \`${name}\`, where other records stand. Write it under \`aliases\`, or take another name.`,
            },
          ]
        : []),
    ];
  });
}

export const dnsZone = defineKind({
  kind: "dns-zone",
  title: "DNS zone with its records",
  props: DnsZoneProps,
  outputs: ["name", "nameServers", "id"],
  lists: ["nameServers"],
  labels: ["labels"],
  contradictions: contrary,
  effortKey: () => "dnsZone",
  generate(fc) {
    const word = fc.stringMatching(/^[a-z][a-z0-9]{1,8}$/);
    const domain = fc.tuple(word, word).map(([a, b]) => `${a}.${b}.example`);
    const address = fc.integer({ min: 1, max: 250 }).map((n) => `192.0.2.${n}`);
    const ttlSeconds = fc.constantFrom(5, 60, 300, 3600, 86_400);
    const outside = word.map((w) => ({ external: `${w}.outside.example`, literal: true }));
    const said = {
      A: address,
      AAAA: address.map((a) => `2001:db8::${a.split(".")[3]}`),
      CNAME: domain,
      MX: domain.map((d) => `10 ${d}`),
      TXT: word.map((w) => `v=${w} ~all`),
      CAA: domain.map((d) => `0 issue "${d}"`),
      SRV: domain.map((d) => `1 10 5269 ${d}`),
      NS: domain,
    } as const;
    const record = fc.constantFrom(...(Object.keys(said) as (keyof typeof said)[])).chain((type) =>
      fc.record(
        {
          // A CNAME stands alone at its name, and addresses of the zone's own name may be an alias here.
          name: fc
            .constantFrom("@", "www", "*", "_a.b", "mail")
            .map((n) => (type === "CNAME" ? "cdn" : n === "@" && /^(A|AAAA|NS)$/.test(type) ? "www" : n)),
          type: fc.constant(type),
          ttlSeconds,
          // A name stands for one other name, and that is no answer beside another.
          values: fc.uniqueArray(said[type], { minLength: 1, maxLength: type === "CNAME" ? 1 : 3 }),
        },
        { requiredKeys: ["name", "type", "values"] },
      ),
    );
    const key = ({ name, type }: { name: string; type: string }) => `${name} ${type}`;
    const alias = fc.record(
      { name: fc.constantFrom("@", "app", "shop"), target: outside, ipv6: fc.boolean(), followsHealth: fc.boolean() },
      { requiredKeys: ["name", "target"] },
    );
    const routed = fc.record(
      {
        name: fc.constantFrom("near", "some"),
        type: fc.constant("A" as const),
        ttlSeconds,
        policy: fc.constant("weighted" as const),
        answers: fc.uniqueArray(fc.record({ values: fc.tuple(address), weight: fc.integer({ min: 0, max: 255 }) }), {
          minLength: 1,
          maxLength: 3,
          selector: (a) => a.values[0],
        }),
      },
      { requiredKeys: ["name", "type", "policy", "answers"] },
    );
    return fc.record(
      {
        name: domain,
        networks: fc.uniqueArray(
          word.map((external) => ({ external, literal: true })),
          {
            minLength: 1,
            maxLength: 2,
            selector: (n) => n.external,
          },
        ),
        dnssec: fc.boolean(),
        records: fc.uniqueArray(record, { minLength: 1, maxLength: 5, selector: key }),
        aliases: fc.uniqueArray(alias, { minLength: 1, maxLength: 2, selector: (a) => a.name }),
        routed: fc.uniqueArray(routed, { minLength: 1, maxLength: 2, selector: (r) => r.name }),
        labels: fc.dictionary(word, word, { minKeys: 1, maxKeys: 3 }),
      },
      { requiredKeys: ["name"] },
    );
  },
});
