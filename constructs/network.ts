import { z } from "zod";
import { Ipv4Range } from "./cidr.ts";
import { defineKind, prop } from "./component.ts";
import { meant } from "./nearest.ts";
import { anywhere, flag, harmless, partName } from "./prop-words.ts";
import { ZONES, zone } from "./zone.ts";

const Subnet = z.strictObject({
  /** Unique in the network; what `item` of a reference names: lower case, digits, single hyphens. */
  name: partName(),
  /** Addresses of the subnet, as "10.0.1.0/24". */
  cidr: Ipv4Range,
  /** Machines with a public address are reached from the internet and go out through it. Default: false. */
  public: flag().optional(),
  /** Every machine gets a public address unless it says otherwise. Default: false. */
  assignPublicIps: flag().optional(),
  /** Default: the whole region; at AWS, where a subnet stands in one zone, those that name none are spread over the zones. */
  zone: zone().optional(),
});

/** How often something leads elsewhere than to the internet. */
export const ROUTE_TARGETS = ["machine", "peering", "vpn", "hub"] as const;

const Route = z.strictObject({
  /** Where packets are going. The whole internet is no route of its own: see `public` and `egress`. */
  destination: Ipv4Range,
  /** What they are handed to: a machine, a link to another network, a VPN, a hub of many networks. */
  to: z.enum(ROUTE_TARGETS),
  /** That one, by its id at the cloud; a machine by its address where the cloud routes to addresses. */
  via: anywhere(),
  /** Names of the subnets it holds for. Default: all. */
  subnets: prop(z.array(z.string()), { satisfies: { rule: "setOf" } }).optional(),
});

const NetworkProps = z.strictObject({
  /** Addresses set aside for the whole network. Default: just what the subnets need. */
  cidr: Ipv4Range.optional(),
  /** Further addresses set aside, beside `cidr`. */
  furtherCidrs: prop(z.array(Ipv4Range), { satisfies: { rule: "setOf" } }).optional(),
  /** Its parts. Default: none. */
  subnets: prop(z.array(Subnet), { satisfies: { rule: "byKey", key: "name" } }).default([]),
  /** How machines without a public address reach the internet: not at all, through one gateway, through one in each zone. Default: none. */
  egress: prop(z.enum(["none", "shared", "per-zone"]), {
    satisfies: { rule: "ordered", values: ["none", "shared", "per-zone"] },
    absentMeans: "none",
  }).optional(),
  /** Where else than to the internet packets go. Default: nowhere. */
  routes: prop(z.array(Route), { satisfies: { rule: "setOf" } }).optional(),
  /** Machines find each other by name. Default: false. */
  privateDns: harmless().optional(),
  /** Nothing reaches a machine that names no firewall, whatever the cloud's own default. Default: false. */
  closedByDefault: flag().optional(),
  /** Key/value labels. */
  labels: z.record(z.string(), z.string()).optional(),
});

export const network = defineKind({
  kind: "network",
  title: "Private network with its subnets",
  props: NetworkProps,
  outputs: ["id", "subnet", "privateSubnets"],
  items: { subnet: "subnets" },
  labels: ["labels"],
  contradictions: ({ routes = [], subnets = [] }) =>
    routes.flatMap((route, i) =>
      (route.subnets ?? []).flatMap((name, j) => {
        const names = subnets.map((s) => s.name);
        const says = `is \`${name}\`, which is no subnet here. ${meant(name, names, "subnets")}`;
        return names.includes(name) ? [] : [{ path: ["routes", i, "subnets", j], says }];
      }),
    ),
  effortKey: () => "network",
  alsoCharged: (props) => Array.from({ length: gateways(props) }, () => "natGateway"),
  generate(fc) {
    const word = fc.stringMatching(/^[a-z][a-z0-9]{2,10}$/);
    const subnet = fc.record(
      { public: fc.boolean(), assignPublicIps: fc.boolean(), zone: fc.constantFrom(...ZONES) },
      { requiredKeys: [] },
    );
    const route = fc.record({
      destination: fc.constantFrom("10.200.0.0/16", "192.168.0.0/16"),
      to: fc.constantFrom(...ROUTE_TARGETS),
      via: word.map((external) => ({ external, literal: true })),
    });
    return fc
      .record(
        {
          cidr: fc.constant("10.0.0.0/16"),
          furtherCidrs: fc.constant<string[]>(["10.8.0.0/16"]),
          subnets: fc
            .array(subnet, { minLength: 1, maxLength: 6 })
            .map((list) => list.map((s, i) => ({ ...s, name: `tier-${i + 1}`, cidr: `10.0.${i * 16}.0/20` }))),
          egress: fc.constantFrom("none" as const, "shared" as const, "per-zone" as const),
          routes: fc.uniqueArray(route, { minLength: 1, maxLength: 2, selector: (r) => r.destination }),
          privateDns: fc.boolean(),
          closedByDefault: fc.boolean(),
          labels: fc.dictionary(word, word, { minKeys: 1, maxKeys: 3 }),
        },
        { requiredKeys: ["subnets"] },
      )
      .map((p) => ({ ...p, ...(p.furtherCidrs ? { cidr: "10.0.0.0/16" } : {}) }));
  },
});

/** How many gateways its egress takes: one, or one for each zone that has private subnets. */
function gateways({ egress, subnets }: Record<string, unknown>): number {
  if (egress === "shared") return 1;
  if (egress !== "per-zone") return 0;
  const list = Array.isArray(subnets) ? (subnets as Partial<z.infer<typeof Subnet>>[]) : [];
  return Math.max(2, zonesOf(list.filter((s) => s.public !== true)).length);
}

/** The zones that subnets stand in, in order; a subnet that names none stands for itself. */
export function zonesOf(subnets: readonly { readonly name?: string; readonly zone?: string | undefined }[]): string[] {
  return [...new Set(subnets.map((s) => s.zone ?? s.name ?? ""))].sort();
}
