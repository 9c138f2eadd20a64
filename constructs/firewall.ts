import { z } from "zod";
import { AddressRange } from "./cidr.ts";
import { type Contradiction, defineKind, prop, Reference } from "./component.ts";
import { flag } from "./prop-words.ts";

/** What is let through; `all` is every protocol there is. */
const PROTOCOLS = ["all", "tcp", "udp", "icmp", "icmpv6", "esp", "ah", "gre"] as const;

const port = () => z.int().min(0).max(65_535);

const Rule = z.strictObject({
  /** `in`: to the machines behind the firewall; `out`: from them. Answers are always let through. */
  direction: z.enum(["in", "out"]),
  /** What is let through; `all` is every protocol there is. */
  protocol: z.enum(PROTOCOLS),
  /** First port, for TCP and UDP. Default: all ports. */
  fromPort: port().optional(),
  /** Last port; stands beside `fromPort`. */
  toPort: port().optional(),
  /** For ICMP: the kind of message, as IANA numbers it (8 = echo request). Default: every kind. */
  icmpType: z.int().min(0).max(255).optional(),
  /** For ICMP, beside `icmpType`: its code. Default: every code. */
  icmpCode: z.int().min(0).max(255).optional(),
  /** Addresses on the other side. */
  cidrs: prop(z.array(AddressRange), { satisfies: { rule: "setOf" } }).optional(),
  /** Machines behind these firewalls are on the other side. */
  firewalls: prop(
    z.array(prop(Reference, { satisfies: { rule: "anyOf" }, leadsTo: { kind: "firewall", output: "id" } })),
    {
      satisfies: { rule: "setOf" },
    },
  ).optional(),
  /** Machines behind this firewall reach each other. Default: false. */
  self: flag().optional(),
});

const FirewallProps = z.strictObject({
  /** Network its machines stand in. Default: the one that the cloud takes. */
  network: prop(Reference, { satisfies: { rule: "anyOf" }, leadsTo: { kind: "network", output: "id" } }).optional(),
  /** All that may pass; nothing else does. Default: nothing. */
  rules: prop(z.array(Rule), { satisfies: { rule: "setOf", each: ["cidrs", "firewalls", "self"] } }).default([]),
  /** Key/value labels. */
  labels: z.record(z.string(), z.string()).optional(),
});

/** A rule that lets nothing through, or speaks of ports where there are none. */
function contrary({ protocol, fromPort, toPort, ...rule }: z.input<typeof Rule>, i: number): Contradiction[] {
  const said = (field: string, says: string): Contradiction => ({ path: ["rules", i, field], says });
  const hasPorts = ["tcp", "udp"].includes(protocol);
  const instead = protocol === "all" ? "Write a rule for TCP and one for UDP." : "Leave it out.";
  const isBare = !rule.cidrs?.length && !rule.firewalls?.length && rule.self !== true;
  return [
    ...(hasPorts || fromPort === undefined
      ? []
      : [said("fromPort", `stands beside \`${protocol}\`, which has no ports. ${instead}`)]),
    ...(toPort !== undefined && fromPort === undefined
      ? [said("toPort", "has no `fromPort` beside it. Write the first port too.")]
      : []),
    ...(toPort !== undefined && fromPort !== undefined && toPort < fromPort
      ? [said("toPort", `is below \`fromPort\`, ${fromPort}. Write the smaller one as \`fromPort\`.`)]
      : []),
    ...(fromPort === 0 && toPort === 65_535
      ? [said("fromPort", "and `toPort` are every port there is. Leave both out.")]
      : []),
    ...(isBare
      ? [
          {
            path: ["rules", i],
            says: "names nobody on the other side, and would let nothing through. Write `cidrs`, `firewalls` or `self: true`.",
          },
        ]
      : []),
  ];
}

export const firewall = defineKind({
  kind: "firewall",
  title: "Firewall of machines",
  props: FirewallProps,
  outputs: ["id"],
  labels: ["labels"],
  effortKey: () => "firewall",
  contradictions: ({ rules = [] }) => rules.flatMap(contrary),
  generate(fc) {
    const word = fc.stringMatching(/^[a-z][a-z0-9]{2,10}$/);
    const external = word.map((name) => ({ external: name, literal: true }));
    const peers = fc.oneof(
      fc.record({
        cidrs: fc.uniqueArray(fc.constantFrom("0.0.0.0/0", "203.0.113.0/24", "10.0.0.0/8", "::/0", "2001:db8::/32"), {
          minLength: 1,
        }),
      }),
      fc.record({ firewalls: external.map((one) => [one]) }),
      fc.constant({ self: true }),
    );
    const ports = fc.constantFrom({}, { fromPort: 443, toPort: 443 }, { fromPort: 8000, toPort: 8100 });
    const messages = fc.constantFrom({}, { icmpType: 8 }, { icmpType: 3, icmpCode: 4 });
    const rule = fc
      .tuple(fc.constantFrom("in" as const, "out" as const), fc.constantFrom(...PROTOCOLS), ports, messages, peers)
      .map(([direction, protocol, range, message, peer]) => ({
        direction,
        protocol,
        ...(["tcp", "udp"].includes(protocol) ? range : {}),
        ...(["icmp", "icmpv6"].includes(protocol) ? message : {}),
        ...peer,
      }));
    return fc.record(
      {
        network: external,
        rules: fc.array(rule, { maxLength: 4 }),
        labels: fc.dictionary(word, word, { minKeys: 1, maxKeys: 3 }),
      },
      { requiredKeys: [] },
    );
  },
});
