import { describe, expect, test } from "@jest/globals";
import {
  Firewall,
  Kubernetes,
  LoadBalancer,
  Network,
  Vm,
  Workload,
  workloadComponents,
} from "../../../constructs/index.ts";
import type { PropsInput } from "../../../constructs/kinds.ts";
import { lowerOpen } from "../../../providers/lower-open.ts";
import { ovh } from "../../../providers/ovh/index.ts";

function onOvh(author: (workload: Workload) => void) {
  const workload = new Workload();
  author(workload);
  const { components, diagnostics: mistakes } = workloadComponents(workload);
  expect(mistakes).toEqual([]);
  const { natives, diagnostics } = lowerOpen(components, ovh);
  return {
    clients: natives.flatMap((n) => (n.type === "openstack_lb_listener_v2" ? [n.args["allowed_cidrs"]] : [])),
    ranges: natives.flatMap((n) => (n.args["remote_ip_prefix"] ? [`${n.name} ${n.args["remote_ip_prefix"]}`] : [])),
    said: diagnostics.map((d) => `${d.code} ${d.address}`),
    details: diagnostics.map((d) => d.detail),
  };
}

const incoming = { direction: "in", protocol: "tcp" } as const;
const https = { ...incoming, fromPort: 443, toPort: 443 };
const app = { ...incoming, fromPort: 8080, toPort: 8080 };
const outside = { external: "front" };
type Rules = PropsInput<"firewall">["rules"];

describe("listeners of a balancer are open to everybody, whatever groups its port has", () => {
  const clients = (rules: Rules, port = 443, protocol: "tcp" | "udp" = "tcp") =>
    onOvh((workload) => {
      const edge = new Firewall(workload, "edge", { rules });
      new LoadBalancer(workload, "lb", {
        layer: "l4",
        subnets: [outside],
        firewalls: [edge.outputs.id],
        listeners: [{ port, protocol }],
      });
    }).clients[0];

  test("but for those whose firewalls let in ranges, which they name as such", () => {
    expect(clients([{ ...https, cidrs: ["203.0.113.5/24", "2001:db8::/32", "203.0.113.0/24"] }])).toEqual([
      "203.0.113.0/24",
    ]);
    expect(clients([{ direction: "in", protocol: "all", cidrs: ["198.51.100.7/32"] }])).toEqual(["198.51.100.7/32"]);
    expect(clients([{ ...incoming, cidrs: ["198.51.100.7/32"] }])).toEqual(["198.51.100.7/32"]);
    expect(clients([{ ...https, cidrs: ["198.51.100.7/32", "0.0.0.0/0"] }])).toBeUndefined();
  });

  test("rules of other ports, protocols and ways say nothing of them: nobody comes in", () => {
    const nobody = ["192.0.2.1/32"];
    const shut = onOvh((workload) => {
      const edge = new Firewall(workload, "edge", { rules: [{ ...https, cidrs: ["198.51.100.7/32"] }] });
      const [firewalls, subnets] = [[edge.outputs.id], [outside]];
      const listeners = [443, 444, 445].map((port) => ({ port, protocol: "tcp" as const }));
      new LoadBalancer(workload, "lb", { layer: "l4", subnets, firewalls, listeners });
    });
    expect([shut.said, shut.clients]).toEqual([["EX0349 lb"], [["198.51.100.7/32"], nobody, nobody]]);
    expect(shut.details[0]).toContain("known here at 444, 445, and");
    const cidrs = ["198.51.100.7/32"];
    expect(clients([])).toEqual(nobody);
    expect(clients([{ ...https, cidrs: ["::/0"] }])).toEqual(nobody);
    expect(clients([{ ...https, cidrs }], 442)).toEqual(nobody);
    expect(clients([{ ...https, cidrs }], 444)).toEqual(nobody);
    expect(clients([{ ...incoming, fromPort: 400, toPort: 499, cidrs }], 499)).toEqual(cidrs);
    expect(clients([{ ...incoming, fromPort: 443, cidrs }])).toEqual(cidrs);
    expect(clients([{ ...incoming, fromPort: 443, cidrs }], 444)).toEqual(nobody);
    expect(clients([{ ...https, direction: "out", cidrs }])).toEqual(nobody);
    expect(clients([{ ...https, cidrs }], 443, "udp")).toEqual(nobody);
    expect(clients([{ ...https, protocol: "udp", cidrs }], 443, "udp")).toEqual(cidrs);
  });

  test("all of its firewalls let in; one whose rules are not here leaves it open, and that is said", () => {
    const with2 = (second: (workload: Workload) => { external: string } | Firewall["outputs"]["id"] | undefined) =>
      onOvh((workload) => {
        const edge = new Firewall(workload, "edge", { rules: [{ ...https, cidrs: ["198.51.100.0/24"] }] });
        const other = second(workload);
        new LoadBalancer(workload, "lb", {
          layer: "l4",
          subnets: [outside],
          firewalls: [edge.outputs.id, ...(other ? [other] : [])],
          listeners: [{ port: 443, protocol: "tcp" }],
        });
      });
    const office = with2(
      (workload) => new Firewall(workload, "office", { rules: [{ ...https, cidrs: ["203.0.113.0/24"] }] }).outputs.id,
    );
    expect([office.clients, office.said]).toEqual([[["198.51.100.0/24", "203.0.113.0/24"]], []]);
    const open = with2(() => ({ external: "sg-office" }));
    expect([open.clients, open.said]).toEqual([[undefined], ["EX0347 lb"]]);
    expect(open.details[0]).toContain("It names sg-office, of which");
    const none = onOvh((workload) => {
      const listeners = [{ port: 443, protocol: "tcp" as const }];
      new LoadBalancer(workload, "lb", { layer: "l4", subnets: [outside], listeners });
    });
    expect([none.clients, none.said]).toEqual([[undefined], []]);
  });
});

describe("a balancer stands outside of groups", () => {
  const author =
    (rule: (edge: Firewall, nodes: Firewall) => Rules, place: "here" | "elsewhere" = "here") =>
    (workload: Workload) => {
      const net = new Network(workload, "net", {
        subnets: [
          { name: "front", cidr: "10.0.1.0/24", public: true },
          { name: "back", cidr: "10.0.2.0/24" },
        ],
      });
      const nodes = new Firewall(workload, "nodes", { rules: [] });
      const edge = new Firewall(workload, "edge", { rules: [{ ...https, cidrs: ["198.51.100.0/24"] }] });
      new Firewall(workload, "tested", { rules: rule(edge, nodes) });
      new LoadBalancer(workload, "lb", {
        layer: "l4",
        subnets: place === "here" ? [net.outputs.subnet.of("front"), net.outputs.subnet.of("back")] : [outside],
        firewalls: [edge.outputs.id],
        listeners: [{ port: 443, protocol: "tcp" }],
      });
      new Vm(workload, "app", { subnet: net.outputs.subnet.of("back"), firewalls: [nodes.outputs.id] });
    };

  test("who lets its group in lets in the range of its subnet, and that is said", () => {
    const { ranges, said, details } = onOvh(author((edge) => [{ ...app, firewalls: [edge.outputs.id] }]));
    expect(ranges).toEqual(["edge_in_001 198.51.100.0/24", "tested_in_001 10.0.1.0/24"]);
    expect(said).toEqual(["EX0328 tested"]);
    expect(details[0]).toContain("The code lets in all of 10.0.1.0/24.");
  });

  test("nothing is added to what lets it in already, lets it out, or lets in machines alone", () => {
    const plain = (rule: Parameters<typeof author>[0]) => onOvh(author(rule));
    const covered = plain((edge) => [{ ...app, firewalls: [edge.outputs.id], cidrs: ["10.0.0.0/16"] }]);
    expect([covered.ranges.slice(1), covered.said]).toEqual([["tested_in_001 10.0.0.0/16"], []]);
    const out = plain((edge) => [{ ...app, direction: "out", firewalls: [edge.outputs.id] }]);
    expect([out.ranges.slice(1), out.said]).toEqual([[], []]);
    const machines = plain((_, nodes) => [{ ...app, firewalls: [nodes.outputs.id] }]);
    expect([machines.ranges.slice(1), machines.said]).toEqual([[], []]);
  });

  test("a subnet that is not here has a range nobody knows, and that is said", () => {
    const lost = onOvh(author((edge) => [{ ...app, firewalls: [edge.outputs.id] }], "elsewhere"));
    expect([lost.ranges.slice(1), lost.said]).toEqual([[], ["EX0348 tested"]]);
    expect(lost.details[0]).toContain("A rule of it lets in the group of lb, and");
  });

  test("groups that a balancer lets in, its own among them, come as the ranges of their subnets", () => {
    const called = (subnet: "back" | undefined) =>
      onOvh((workload) => {
        const net = new Network(workload, "net", {
          subnets: [
            { name: "front", cidr: "10.0.1.0/24" },
            { name: "back", cidr: "10.0.2.0/24" },
          ],
        });
        const callers = new Firewall(workload, "callers", { rules: [] });
        const edge = new Firewall(workload, "edge", {
          rules: [
            { ...https, firewalls: [callers.outputs.id, ...(subnet ? [] : [{ external: "sg-partner" }])], self: true },
          ],
        });
        const subnets = [net.outputs.subnet.of("back")];
        new Kubernetes(workload, "k", { subnets, firewalls: [callers.outputs.id] });
        new Vm(workload, "app", {
          firewalls: [callers.outputs.id],
          ...(subnet ? { subnet: net.outputs.subnet.of(subnet) } : {}),
        });
        new LoadBalancer(workload, "lb", {
          layer: "l4",
          // Which one of the network is not said.
          subnets: [{ component: "net", output: "subnet" }],
          firewalls: [edge.outputs.id],
          listeners: [{ port: 443, protocol: "tcp" }],
        });
      });
    const { clients, said } = called("back");
    expect(clients).toEqual([["10.0.2.0/24", "10.0.1.0/24"]]);
    expect(said.filter((line) => line.endsWith("edge"))).toEqual(["EX0328 edge"]);
    const alone = called(undefined);
    expect(alone.clients).toEqual(clients);
    expect(alone.said.filter((line) => line.endsWith("edge"))).toEqual(["EX0328 edge", "EX0348 edge"]);
    expect(alone.details.find((d) => d.includes("the group of"))).toContain(
      "lets in the group of app, sg-partner, and",
    );
  });
});
