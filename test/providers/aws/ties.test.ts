import { expect, test } from "@jest/globals";
import { Kubernetes, LoadBalancer, Network, SqlDatabase, Vm } from "../../../constructs/index.ts";
import { cidr, onAws } from "./on-aws.ts";

test.each([
  "id",
  "privateIp",
] as const)("a route to a machine leads to its interface, and the machine hands on: by its %s", (output) => {
  const { found } = onAws(
    (workload) => {
      const router = new Vm(workload, "router", {});
      new Vm(workload, "other", {});
      new Network(workload, "net", {
        subnets: [{ name: "all", cidr }],
        routes: [{ destination: "192.168.0.0/16", to: "machine", via: router.outputs[output] }],
      });
    },
    "source_dest_check",
    "network_interface_id",
  );
  expect(found).toEqual([
    "aws_instance.router false",
    "aws_route.net_private_1 aws_instance.router.primary_network_interface_id",
  ]);
});

test("a group that takes addresses takes those of machines too", () => {
  const targets = (mixed: boolean) =>
    onAws(
      (workload) => {
        const net = new Network(workload, "net", { subnets: [{ name: "all", cidr }] });
        const web = new Vm(workload, "web", { subnet: net.outputs.subnet.of("all") });
        new LoadBalancer(workload, "lb", {
          layer: "l4",
          public: false,
          subnets: [net.outputs.subnet.of("all")],
          listeners: [{ port: 80, protocol: "tcp", backend: "web" }],
          backends: [
            {
              name: "web",
              port: 80,
              protocol: "tcp",
              targets: [web.outputs.id, ...(mixed ? [{ external: "10.0.9.9", literal: true as const }] : [])],
            },
          ],
        });
      },
      "target_type",
      "target_id",
    ).found;
  expect(targets(false)).toEqual([
    'aws_lb_target_group.lb_web "instance"',
    "aws_lb_target_group_attachment.lb_web_01 aws_instance.web.id",
  ]);
  expect(targets(true)).toEqual([
    'aws_lb_target_group.lb_web "ip"',
    "aws_lb_target_group_attachment.lb_web_01 aws_instance.web.private_ip",
    "aws_lb_target_group_attachment.lb_web_02 var.external_10_0_9_9",
  ]);
});

test("ranges begin with their first address, and one address is a range", () => {
  const { found } = onAws(
    (workload) => {
      new SqlDatabase(workload, "db", { engine: "postgresql", allowedCidrs: ["192.0.2.7", "10.0.0.5/24"] });
      new Kubernetes(workload, "k", { pools: [], allowedCidrs: ["198.51.100.9/24"] });
      new LoadBalancer(workload, "lb", {
        layer: "l7",
        public: false,
        subnets: [{ external: "a" }, { external: "b" }],
        listeners: [
          {
            port: 80,
            protocol: "http",
            respond: { status: 404 },
            rules: [{ sourceCidr: "192.0.2.7", respond: { status: 200 } }],
          },
        ],
      });
    },
    "ingress",
    "vpc_config",
    "condition",
  );
  expect(found.join().match(/[\d.]+\/\d+/g)).toEqual([
    "198.51.100.0/24",
    "192.0.2.7/32",
    "192.0.2.7/32",
    "10.0.0.0/24",
  ]);
});
