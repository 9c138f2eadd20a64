import { describe, expect, test } from "@jest/globals";
import { Firewall, LoadBalancer, Network, Vm, Workload, workloadComponents } from "../../../constructs/index.ts";
import type { PropsInput } from "../../../constructs/kinds.ts";
import { lowerOpen } from "../../../providers/lower-open.ts";
import { scaleway } from "../../../providers/scaleway/index.ts";

function onScaleway(author: (workload: Workload) => void) {
  const workload = new Workload();
  author(workload);
  const { components, diagnostics: mistakes } = workloadComponents(workload);
  expect(mistakes).toEqual([]);
  const { natives, diagnostics } = lowerOpen(components, scaleway);
  const acls = natives.filter((n) => n.type === "scaleway_lb_acl");
  const frontends = natives.filter((n) => n.type === "scaleway_lb_frontend");
  return {
    acls: Object.fromEntries(acls.map((n) => [n.name, n.args])),
    clients: acls.flatMap((n) => n.args["match"] as object[]),
    external: frontends.map((n) => n.args["external_acls"]),
    groups: natives.filter((n) => n.type === "scaleway_instance_security_group").map((n) => n.args["inbound_rule"]),
    said: diagnostics.map((d) => `${d.code} ${d.address}`),
    details: diagnostics.map((d) => d.detail),
  };
}

const incoming = { direction: "in", protocol: "tcp" } as const;
const https = { ...incoming, fromPort: 443, toPort: 443 };
const outside = { external: "front" };
type Rules = PropsInput<"firewall">["rules"];
type Listener = NonNullable<PropsInput<"load-balancer">["listeners"]>[number];

const everybody = { ip_subnet: ["0.0.0.0/0", "::/0"] };

describe("frontends of a Load Balancer are open to everybody, whatever stands in front of it", () => {
  const behind = (rules: Rules, ...listeners: Listener[]) =>
    onScaleway((workload) => {
      const edge = new Firewall(workload, "edge", { rules });
      const backends = [{ name: "web", port: 8080, protocol: "http" as const, targets: [outside] }];
      new LoadBalancer(workload, "lb", { subnets: [outside], firewalls: [edge.outputs.id], listeners, backends });
    });
  const tcp = (port: number): Listener => ({ port, protocol: "tcp" });

  test("but for those whose firewalls let in ranges: an ACL denies whoever else", () => {
    const { acls, external, said } = behind(
      [{ ...https, cidrs: ["203.0.113.5/24", "2001:db8::/32", "203.0.113.0/24"] }],
      tcp(443),
    );
    expect(acls).toEqual({
      lb_443_clients: expect.objectContaining({
        index: 1,
        action: [{ type: "deny" }],
        match: [{ ip_subnet: ["203.0.113.0/24", "2001:db8::/32"], invert: true }],
      }),
    });
    expect([external, said]).toEqual([[true], []]);
    const open = behind([{ ...https, cidrs: ["198.51.100.7/32", "0.0.0.0/0"] }], tcp(443));
    expect([open.acls, open.external, open.said]).toEqual([{}, [undefined], []]);
    const long = behind([{ ...https, cidrs: ["::/0"] }], tcp(443));
    expect([long.clients, long.said]).toEqual([[{ ip_subnet: ["::/0"], invert: true }], []]);
  });

  test("a redirect is for them alone: who may not come in is denied before it", () => {
    const { acls } = behind([{ ...incoming, fromPort: 80, cidrs: ["203.0.113.0/24"] }], {
      port: 80,
      protocol: "http",
      redirect: { protocol: "https", permanent: true },
    });
    const types = Object.values(acls).map(({ index, action }) => [index, (action as { type: string }[])[0]?.type]);
    expect(types.sort()).toEqual([
      [1, "deny"],
      [2, "redirect"],
    ]);
  });

  test("rules of other ports and protocols say nothing of them: everybody is denied, and that is said", () => {
    const { clients, said, details } = behind(
      [
        { ...https, cidrs: ["198.51.100.7/32"] },
        { ...incoming, protocol: "udp", cidrs: ["0.0.0.0/0"] },
      ],
      tcp(443),
      tcp(80),
      { port: 53, protocol: "udp" },
    );
    expect(clients).toEqual([{ ip_subnet: ["198.51.100.7/32"], invert: true }, everybody]);
    expect(said).toEqual(["EX0349 lb"]);
    expect(details[0]).toContain("known here at 80, and");
  });

  test("a firewall whose rules are not here leaves it open, and that is said; without any nothing is", () => {
    const named = (...firewalls: { external: string }[]) =>
      onScaleway((workload) => {
        const listeners = [tcp(443)];
        new LoadBalancer(workload, "lb", { layer: "l4", subnets: [outside], firewalls, listeners });
      });
    const open = named({ external: "sg-office" });
    expect([open.acls, open.said]).toEqual([{}, ["EX0347 lb"]]);
    expect(open.details[0]).toContain("It names sg-office, of which");
    expect(named().said).toEqual([]);
  });
});

describe("a Load Balancer stands outside of groups", () => {
  const called = (subnet: "back" | undefined) =>
    onScaleway((workload) => {
      const net = new Network(workload, "net", {
        subnets: [
          { name: "front", cidr: "10.0.1.0/24" },
          { name: "back", cidr: "10.0.2.0/30" },
        ],
      });
      const callers = new Firewall(workload, "callers", { rules: [] });
      const rules = [{ ...https, firewalls: [callers.outputs.id], self: true }];
      const edge = new Firewall(workload, "edge", { rules });
      new Firewall(workload, "app", { rules: [{ ...https, firewalls: [edge.outputs.id] }] });
      new Vm(workload, "web", {
        firewalls: [callers.outputs.id],
        ...(subnet ? { subnet: net.outputs.subnet.of(subnet) } : {}),
      });
      new LoadBalancer(workload, "lb", {
        layer: "l4",
        subnets: [net.outputs.subnet.of("front")],
        firewalls: [edge.outputs.id],
        listeners: [{ port: 443, protocol: "tcp" }],
      });
    });

  test("groups that it lets in, its own among them, come as the ranges of their subnets, and that is said", () => {
    const { clients, said, details, groups } = called("back");
    // A Private Network has eight addresses at least.
    expect(clients).toEqual([{ ip_subnet: ["10.0.2.0/29", "10.0.1.0/24"], invert: true }]);
    expect(said).toEqual(["EX0328 edge"]);
    expect(details[0]).toContain("The code lets in all of 10.0.2.0/29, 10.0.1.0/24.");
    expect(groups).toEqual([undefined, undefined, undefined]);
  });

  test("a subnet that is not here has a range nobody knows, and that is said", () => {
    const { clients, said, details } = called(undefined);
    expect(clients).toEqual([{ ip_subnet: ["10.0.1.0/24"], invert: true }]);
    expect(said).toEqual(["EX0328 edge", "EX0348 edge"]);
    expect(details[1]).toContain("lets in the group of web, and");
  });
});
