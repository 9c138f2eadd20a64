import { describe, expect, test } from "@jest/globals";
import { Kubernetes, LoadBalancer, Network, SqlDatabase, Vm, type Workload } from "../../../constructs/index.ts";
import { cidr, onAws } from "./on-aws.ts";

describe("a subnet with nodes of a cluster", () => {
  const author =
    (more: {
      egress?: "shared";
      public?: boolean;
      edge?: boolean;
      pools?: boolean;
      assignPublicIps?: boolean;
      unnamed?: boolean;
    }) =>
    (workload: Workload) => {
      const net = new Network(workload, "net", {
        subnets: [
          {
            name: "one",
            cidr,
            ...(more.public ? { public: true } : {}),
            ...(more.assignPublicIps === undefined ? {} : { assignPublicIps: more.assignPublicIps }),
          },
          { name: "two", cidr: "10.0.1.0/24" },
        ],
        ...(more.egress ? { egress: more.egress } : {}),
      });
      const subnets = [net.outputs.subnet.of("one"), net.outputs.subnet.of("two")];
      if (more.edge) new LoadBalancer(workload, "edge", { layer: "l4", public: true, subnets });
      const standing = more.unnamed ? [{ component: "net", output: "subnet" as const }] : subnets;
      new Kubernetes(workload, "k", { subnets: standing, pools: more.pools === false ? [] : [{ name: "p" }] });
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

  test("gives addresses though it is asked not to, and that is said", () => {
    const addresses = ["aws_instance.quiet false", "aws_subnet.net_one true"];
    const refused = { public: true, egress: "shared", assignPublicIps: false } as const;
    expect(open(refused)).toEqual([...addresses, "EX0328 net"]);
    expect(open({ ...refused, pools: false })).toEqual(["aws_subnet.net_one false"]);
    expect(open({ ...refused, assignPublicIps: true })).toEqual(["aws_subnet.net_one true"]);
  });

  test("is the first private one where none is named, else the first, and gets a second like it", () => {
    const second = "EX0342 k";
    expect(open({ unnamed: true })).toEqual(["EX0326 k", second]);
    expect(open({ unnamed: true, public: true })).toEqual(["EX0326 k", second]);
    expect(open({ unnamed: true, public: true, egress: "shared" })).toEqual([second]);
    expect(open({ unnamed: true, edge: true })).toEqual([
      "aws_instance.quiet false",
      "aws_subnet.net_one true",
      "aws_subnet.net_one_b true",
      second,
    ]);
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
      "EX0342 k",
    ]);
  });

  test("where all are in one zone the network gets a subnet like the first in another", () => {
    expect(standing(["a", "a"], "l7")).toEqual([
      "aws_db_subnet_group.db [aws_subnet.net_in_0.id, aws_subnet.net_in_1.id, aws_subnet.net_in_0_b.id]",
      'aws_eks_cluster.k [{ "subnet_ids" = [aws_subnet.net_in_0.id, aws_subnet.net_in_1.id, aws_subnet.net_in_0_b.id] }]',
      "aws_lb.lb [aws_subnet.net_in_0.id, aws_subnet.net_in_0_b.id]",
      "EX0317 lb",
      "EX0342 db",
      "EX0342 k",
      "EX0342 k",
      "EX0342 lb",
    ]);
    expect(standing(["a", "a"], "l4")).toContain("aws_lb.lb [aws_subnet.net_in_0.id]");
  });

  test("nothing is said of what fits", () => {
    expect(standing(["b", "b"], "l4").filter((line) => line.endsWith(" lb"))).toEqual(["EX0317 lb"]);
    expect(standing(["b", "a"], "l4").filter((line) => line.endsWith(" k"))).toEqual(["EX0342 k"]);
  });
});

describe("a second subnet", () => {
  type Props = ConstructorParameters<typeof Network>[2];
  const made = (props: Props, others: readonly Props[] = []) => {
    const { found, said } = onAws(
      (workload) => {
        const net = new Network(workload, "net", props);
        for (const [i, other] of others.entries()) new Network(workload, `other-${i}`, other);
        const subnets = [net.outputs.subnet.of("one")];
        new SqlDatabase(workload, "db", { engine: "postgresql", subnets });
        new Kubernetes(workload, "k", { pools: [], subnets });
      },
      "cidr_block",
      "availability_zone",
      "subnet_ids",
    );
    return [...found.filter((line) => !line.includes("other")), ...said].map((line) => line.replaceAll('"', ""));
  };
  const one = { name: "one", cidr: "192.168.10.0/24" };

  test("is one for all that need it, in another zone, and the VPC is as wide as both", () => {
    expect(made({ subnets: [one] })).toEqual([
      "aws_db_subnet_group.db [aws_subnet.net_one.id, aws_subnet.net_one_b.id]",
      "aws_subnet.net_one 192.168.10.0/24",
      "aws_subnet.net_one eu-west-3a",
      "aws_subnet.net_one_b 192.168.11.0/24",
      "aws_subnet.net_one_b eu-west-3b",
      "aws_vpc.net 192.168.10.0/23",
      "EX0342 db",
      "EX0342 k",
    ]);
  });

  test("lies where nothing else does: in the network's range, else in one beside it, and a variable stands where there is none", () => {
    const ranges = (...given: Parameters<typeof made>) =>
      made(...given).filter((line) => /one_b \d|net\w* 1\d+\./.test(line));
    const [second] = ranges({ cidr: "192.168.8.0/22", subnets: [one] }).filter((line) => line.includes("one_b"));
    expect(second).toBe("aws_subnet.net_one_b 192.168.11.0/24");
    expect(ranges({ cidr: one.cidr, subnets: [one] }, [{ subnets: [{ name: "x", cidr: "192.168.11.0/24" }] }])).toEqual(
      [
        "aws_subnet.net_one 192.168.10.0/24",
        "aws_subnet.net_one_b 192.168.8.0/24",
        "aws_vpc.net 192.168.10.0/24",
        "aws_vpc_ipv4_cidr_block_association.net_1 192.168.8.0/24",
      ],
    );
    const full = made({ subnets: [{ name: "one", cidr: "10.0.0.0/16" }] });
    expect(full[0]).toBe("aws_db_subnet_group.db [aws_subnet.net_one.id, var.db_unnamed_subnet_b]");
  });

  test("goes out and is routed as the first", () => {
    const via = { external: "pcx-1", literal: true as const };
    const routes = [{ destination: "10.9.0.0/16", to: "peering" as const, via, subnets: ["one"] }];
    const { found } = onAws(
      (workload) => {
        const net = new Network(workload, "net", { subnets: [{ ...one, public: true }], routes });
        new SqlDatabase(workload, "db", {
          engine: "mysql",
          publicAccess: true,
          subnets: [net.outputs.subnet.of("one")],
        });
      },
      "route_table_id",
      "vpc_peering_connection_id",
    );
    const tables = found.filter((line) => line.includes("aws_route_table_association"));
    expect(new Set(tables.map((line) => line.split(" ")[1])).size).toBe(1);
    expect(tables).toHaveLength(2);
  });
});

describe("what AWS refuses", () => {
  test("subnets that are widened into each other are named, and no others", () => {
    const said = (...cidrs: string[]) =>
      onAws((workload) => {
        new Network(workload, "net", { subnets: cidrs.map((range, i) => ({ name: `s-${i}`, cidr: range })) });
      }).said;
    expect(said("10.0.0.0/29", "10.0.0.8/29")).toEqual(["EX0328 net"]);
    expect(said("10.0.0.0/28", "10.0.1.0/24", "10.0.0.16/30", "10.0.0.24/29")).toEqual(["EX0328 net"]);
    expect(said("10.0.0.0/29", "10.0.0.16/29")).toEqual([]);
    expect(said("10.0.0.0/28", "10.0.0.16/28")).toEqual([]);
  });

  test("a public address that a balancer sends to is named, unless it is of its own network", () => {
    const said = (...addresses: string[]) =>
      onAws((workload) => {
        const net = new Network(workload, "net", {
          cidr: "20.0.0.0/16",
          subnets: [{ name: "all", cidr: "20.0.0.0/24" }],
        });
        new LoadBalancer(workload, "lb", {
          layer: "l4",
          public: false,
          subnets: [net.outputs.subnet.of("all")],
          backends: [
            {
              name: "web",
              port: 80,
              protocol: "tcp",
              targets: addresses.map((external) => ({ external, literal: true as const })),
            },
          ],
        });
      }).said;
    expect(said("10.0.9.9", "100.64.0.1", "20.0.255.1", "i-0123")).toEqual([]);
    expect(said("10.0.9.9", "203.0.113.7")).toEqual(["EX0328 lb"]);
    expect(said("20.1.0.1")).toEqual(["EX0328 lb"]);
  });
});
