import { describe, expect, test } from "@jest/globals";
import { Kubernetes, LoadBalancer, Network, SqlDatabase, Vm, type Workload } from "../../../constructs/index.ts";
import { cidr, onAws } from "./on-aws.ts";

describe("a subnet with nodes of a cluster", () => {
  const author =
    (more: { egress?: "shared"; public?: boolean; edge?: boolean; pools?: boolean }) => (workload: Workload) => {
      const net = new Network(workload, "net", {
        subnets: [
          { name: "one", cidr, ...(more.public ? { public: true } : {}) },
          { name: "two", cidr: "10.0.1.0/24" },
        ],
        ...(more.egress ? { egress: more.egress } : {}),
      });
      const subnets = [net.outputs.subnet.of("one"), net.outputs.subnet.of("two")];
      if (more.edge) new LoadBalancer(workload, "edge", { layer: "l4", public: true, subnets });
      new Kubernetes(workload, "k", { subnets, pools: more.pools === false ? [] : [{ name: "p" }] });
      new Vm(workload, "quiet", { subnet: subnets[0] as (typeof subnets)[number] });
    };
  const open = (more: Parameters<typeof author>[0]) => {
    const { found, said } = onAws(author(more), "map_public_ip_on_launch", "associate_public_ip_address");
    return [...found, ...said];
  };

  test("gives addresses where it is public, to nodes alone", () => {
    expect(open({ edge: true })).toEqual([
      "aws_instance.quiet false",
      "aws_subnet.net_one true",
      "aws_subnet.net_two true",
    ]);
    expect(open({ edge: true, pools: false })).toEqual([]);
    expect(open({ public: true, egress: "shared" })).toEqual(["aws_instance.quiet false", "aws_subnet.net_one true"]);
  });

  test("leads to the internet, or it is said", () => {
    expect(open({})).toEqual(["EX0326 k"]);
    expect(open({ public: true })).toContain("EX0326 k");
    expect(open({ pools: false })).toEqual([]);
    expect(open({ egress: "shared" })).toEqual([]);
  });
});

describe("zones of balancers, databases and clusters", () => {
  const author = (zones: readonly ("a" | "b" | undefined)[], layer: "l4" | "l7") => (workload: Workload) => {
    const net = new Network(workload, "net", {
      egress: "shared",
      subnets: [
        { name: "edge", cidr: "10.0.9.0/24", public: true, zone: "a" },
        ...zones.map((zone, i) => ({ name: `in-${i}`, cidr: `10.0.${i}.0/24`, ...(zone ? { zone } : {}) })),
      ],
    });
    const inner = zones.map((_, i) => net.outputs.subnet.of(`in-${i}`));
    new LoadBalancer(workload, "lb", { layer, public: false, subnets: [net.outputs.subnet.of("edge"), ...inner] });
    new SqlDatabase(workload, "db", { engine: "postgresql", subnets: inner });
    new Kubernetes(workload, "k", {
      pools: [],
      subnets: [net.outputs.subnet.of("edge")],
      controlPlaneSubnets: inner,
    });
  };
  const standing = (...given: Parameters<typeof author>) => {
    const { found, said } = onAws(author(...given), "subnets", "subnet_ids", "vpc_config");
    return [...found, ...said];
  };

  test("a balancer stands in one subnet of each zone, of those that lead where it is reached from", () => {
    expect(standing([undefined, undefined, undefined, undefined], "l7")).toEqual([
      "aws_db_subnet_group.db [aws_subnet.net_in_0.id, aws_subnet.net_in_1.id, aws_subnet.net_in_2.id, aws_subnet.net_in_3.id]",
      'aws_eks_cluster.k [{ "subnet_ids" = [aws_subnet.net_in_0.id, aws_subnet.net_in_1.id, aws_subnet.net_in_2.id, aws_subnet.net_in_3.id] }]',
      "aws_lb.lb [aws_subnet.net_in_0.id, aws_subnet.net_in_1.id, aws_subnet.net_in_2.id]",
      "EX0317 lb",
    ]);
  });

  test("where all are in one zone a variable stands for another", () => {
    expect(standing(["a", "a"], "l7")).toEqual([
      "aws_db_subnet_group.db [aws_subnet.net_in_0.id, aws_subnet.net_in_1.id, var.external_subnet_of_db_in_another_zone]",
      'aws_eks_cluster.k [{ "subnet_ids" = [aws_subnet.net_in_0.id, aws_subnet.net_in_1.id, var.external_subnet_of_k_in_another_zone] }]',
      "aws_lb.lb [aws_subnet.net_in_0.id, var.external_subnet_of_lb_in_another_zone]",
      "EX0317 db",
      "EX0317 k",
      "EX0317 lb",
      "EX0317 lb",
    ]);
    expect(standing(["a", "a"], "l4")).toContain("aws_lb.lb [aws_subnet.net_in_0.id]");
  });

  test("nothing is said of what fits", () => {
    expect(standing(["b", "b"], "l4").filter((line) => line.endsWith(" lb"))).toEqual(["EX0317 lb"]);
    expect(standing(["b", "a"], "l4").filter((line) => line.endsWith(" k"))).toEqual([]);
  });
});
