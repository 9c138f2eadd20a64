import { expect, test } from "@jest/globals";
import type { PropsInput } from "../../../constructs/kinds.ts";
import { aws } from "../../../providers/aws/index.ts";
import { lowerOpen } from "../../../providers/lower-open.ts";
import { complete } from "../../../providers/witness.ts";

const outside = (external: string) => ({ external, literal: true });
const addresses = { name: "www", type: "A" as const, values: ["192.0.2.7"] };
const longAddresses = { name: "www", type: "AAAA" as const, values: ["2001:db8::7"] };

/** Each alias that is written: its name in code, what it follows, in which zone, and what it waits for. */
function aliases(props: Omit<PropsInput<"dns-zone">, "name">) {
  const asked = { name: "shop.example", ...props };
  const zone = complete({ kind: "dns-zone", id: "z", props: asked, requested: new Set(Object.keys(asked)), holes: [] });
  return lowerOpen([{ ...zone, holes: [] }], aws).natives.flatMap((n) => {
    const [alias] = (n.args["alias"] ?? []) as { name: unknown; zone_id: { expression: string } }[];
    if (!alias) return n.dependsOn ? [`${n.name} waits`] : [];
    const { name, zone_id } = alias;
    const follows = typeof name === "string" ? name : (name as { expression: string }).expression;
    return [[n.name, follows, zone_id.expression, ...(n.dependsOn ?? [])].join(" ")];
  });
}

test("an alias of a name of the zone waits for it, in the families of addresses that it has", () => {
  const apex = { name: "@", target: outside("www.shop.example"), ipv6: true };
  const short = "z_apex_a_alias www.shop.example aws_route53_zone.z.zone_id aws_route53_record.z_www_a";
  const long = "z_apex_aaaa_alias www.shop.example aws_route53_zone.z.zone_id aws_route53_record.z_www_aaaa";
  expect(aliases({ records: [addresses], aliases: [apex] })).toEqual([short]);
  expect(aliases({ records: [longAddresses], aliases: [apex] })).toEqual([long]);
  expect(aliases({ records: [addresses, longAddresses], aliases: [apex] })).toEqual([short, long]);
  expect(aliases({ records: [{ ...addresses, type: "CNAME", values: ["a.example"] }], aliases: [apex] })).toEqual([]);
});

test("what the zone says nothing of may have both, and is waited for by nobody", () => {
  const apex = { name: "@", target: outside("www.shop.example"), ipv6: true };
  const written = ["a", "aaaa"].map((family) => `z_apex_${family}_alias www.shop.example aws_route53_zone.z.zone_id`);
  expect(aliases({ records: [{ ...addresses, name: "w" }], aliases: [apex] })).toEqual(written);
});

test("names of the zone are followed through other aliases, and among several answers", () => {
  const cdn = { name: "www", target: outside("d111.cloudfront.net") };
  const old = { name: "old", target: outside("www.shop.example"), ipv6: true };
  expect(aliases({ aliases: [old, cdn] })).toEqual([
    "z_old_a_alias www.shop.example aws_route53_zone.z.zone_id aws_route53_record.z_www_a_alias",
    "z_www_a_alias var.external_d111_cloudfront_net ",
  ]);
  expect(aliases({ aliases: [{ ...cdn, ipv6: true }, old] }).map((line) => line.split(" ").slice(3))).toEqual([
    ["aws_route53_record.z_www_a_alias"],
    ["aws_route53_record.z_www_aaaa_alias"],
    [],
    [],
  ]);
  const answers = [
    { values: ["192.0.2.8"], weight: 1 },
    { target: outside("shop.example"), weight: 3 },
  ];
  const routed = { name: "www", type: "A" as const, policy: "weighted" as const, answers };
  const records = [{ ...addresses, name: "@" }];
  const [answer, ...more] = aliases({ records, routed: [routed], aliases: [old] });
  expect(answer).toMatch(/^z_old_a_alias www\.shop\.example \S+ \S+z_www_a_answer_1 \S+z_www_a_answer_2$/);
  expect(more).toEqual([expect.stringMatching(/^z_www_a_answer_\d shop\.example \S+zone_id \S+z_apex_a$/)]);
});

test("a name that only ends alike stands elsewhere, as does one that code knows by an expression", () => {
  const elsewhere = (target: { external: string; literal?: boolean }) =>
    aliases({ records: [addresses], aliases: [{ name: "@", target, ipv6: true }] });
  expect(elsewhere(outside("www.myshop.example"))).toEqual(
    ["a", "aaaa"].map(
      (family) =>
        `z_apex_${family}_alias var.external_www_myshop_example var.external_hosted_zone_of_www_myshop_example`,
    ),
  );
  expect(elsewhere({ external: "www.shop.example" })[0]).toMatch(/ var\.external_hosted_zone_of_www_shop_example$/);
});
