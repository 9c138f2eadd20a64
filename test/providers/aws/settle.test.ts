import { describe, expect, test } from "@jest/globals";
import { Firewall, LoadBalancer, Network, Vm, Volume, type Workload } from "../../../constructs/index.ts";
import { cidr, https, onAws } from "./on-aws.ts";

describe("subnets lie in one zone", () => {
  const author =
    (zones: readonly ("a" | "b" | "c")[], subnet: { zone?: "a" } = {}) =>
    (workload: Workload) => {
      const net = new Network(workload, "net", { subnets: [{ name: "all", cidr, ...subnet }] });
      for (const [i, zone] of zones.entries()) {
        const data = new Volume(workload, `data-${i}`, { sizeGiB: 10, zone });
        new Vm(workload, `node-${i}`, {
          subnet: net.outputs.subnet.of("all"),
          zone,
          volumes: i === 0 ? [data.outputs.id] : [],
        });
      }
    };

  test("in the one that most of its machines ask for; the others move there with their volumes, and it is said", () => {
    const { found, said } = onAws(author(["a", "b", "b"]), "availability_zone");
    expect(found).toContain('aws_subnet.net_all "eu-west-3b"');
    expect(found.filter((line) => /node_|data_0/.test(line))).toEqual([
      'aws_ebs_volume.data_0 "eu-west-3b"',
      'aws_instance.node_0 "eu-west-3b"',
      'aws_instance.node_1 "eu-west-3b"',
      'aws_instance.node_2 "eu-west-3b"',
    ]);
    expect(said).toEqual(["EX0317 node-0"]);
  });

  test("nothing is said of what fits", () => {
    expect(onAws(author(["c", "c"])).said).toEqual([]);
    expect(onAws(author(["a"], { zone: "a" })).said).toEqual([]);
    expect(onAws(author(["b"], { zone: "a" })).said).toEqual(["EX0317 node-0"]);
  });
});

describe("what is reached from the internet", () => {
  const author =
    (more: { egress?: "shared"; inside?: boolean; publicIp?: "none" | "ephemeral" }) => (workload: Workload) => {
      const net = new Network(workload, "net", {
        subnets: [{ name: "all", cidr }],
        ...(more.egress ? { egress: more.egress } : {}),
      });
      const subnet = net.outputs.subnet.of("all");
      const open = new Firewall(workload, "open", { rules: [https] });
      new Vm(workload, "front", { subnet, firewalls: [open.outputs.id], publicIp: more.publicIp ?? "ephemeral" });
      if (more.inside) new Vm(workload, "back", { subnet });
    };

  test("stands in a subnet that leads there", () => {
    const { types, said } = onAws(author({ inside: true }));
    expect(types).toContain("aws_internet_gateway");
    expect(types).toContain("aws_route");
    expect(said).toEqual([]);
    expect(onAws(author({ publicIp: "none" })).types).not.toContain("aws_internet_gateway");
  });

  test("cannot share one with what goes out through a gateway, and that is said", () => {
    const { types, said } = onAws(author({ egress: "shared", inside: true }));
    expect(types).toContain("aws_nat_gateway");
    expect(said).toEqual(["EX0318 front"]);
    expect(onAws(author({ egress: "shared" })).said).toEqual([]);
  });

  test("a balancer too, unless it is for the inside", () => {
    const balanced = (isPublic: boolean) => (workload: Workload) => {
      const net = new Network(workload, "net", { subnets: [{ name: "all", cidr }] });
      new LoadBalancer(workload, "edge", { layer: "l4", public: isPublic, subnets: [net.outputs.subnet.of("all")] });
    };
    expect(onAws(balanced(true)).types).toContain("aws_internet_gateway");
    expect(onAws(balanced(false)).types).not.toContain("aws_internet_gateway");
  });
});

test("nothing reaches what no firewall opens, and that is said of what has a public address", () => {
  const said = (layer: "l4" | "l7", isPublic: boolean) =>
    onAws((workload) => {
      const net = new Network(workload, "net", { subnets: [{ name: "all", cidr }] });
      const subnet = net.outputs.subnet.of("all");
      new LoadBalancer(workload, "edge", { layer, public: isPublic, subnets: [subnet] });
      new Vm(workload, "node", { subnet, publicIp: isPublic ? "reserved" : "none" });
    }).said;
  expect(said("l7", true)).toEqual(["EX0318 edge", "EX0318 node", "EX0342 edge"]);
  expect(said("l4", true)).toEqual(["EX0318 node"]);
  expect(said("l7", false)).toEqual(["EX0342 edge"]);
});

test("a firewall that names no network belongs to that of its machines", () => {
  const author = (networks: readonly string[], named: boolean) => (workload: Workload) => {
    const made = networks.map((id) => new Network(workload, id, { subnets: [{ name: "all", cidr }] }));
    const rules = new Firewall(workload, "web", {
      rules: [https],
      ...(named && made[1] ? { network: made[1].outputs.id } : {}),
    });
    for (const [i, net] of made.entries())
      new Vm(workload, `node-${i}`, { subnet: net.outputs.subnet.of("all"), firewalls: [rules.outputs.id] });
  };
  const group = (...given: Parameters<typeof author>) => {
    const { found, said } = onAws(author(...given), "vpc_id");
    return [...found.filter((line) => line.startsWith("aws_security_group.")), ...said];
  };
  expect(group(["net"], false)).toEqual(["aws_security_group.web aws_vpc.net.id"]);
  expect(group([], false)).toEqual([]);
  expect(group(["one", "two"], false)).toEqual(["aws_security_group.web aws_vpc.one.id", "EX0319 web"]);
  expect(group(["one", "two"], true)).toEqual(["aws_security_group.web aws_vpc.two.id"]);
});

describe("groups of firewall rules", () => {
  const author = (more: { bare?: boolean; outside?: boolean; inside?: boolean }) => (workload: Workload) => {
    const net = new Network(workload, "net", { subnets: [{ name: "all", cidr }] });
    const peer = new Firewall(workload, "peer", { rules: [https] });
    const web = new Firewall(workload, "web", {
      rules: [{ direction: "in", protocol: "tcp", fromPort: 22, firewalls: [peer.outputs.id] }],
    });
    const firewalls = [web.outputs.id];
    if (more.inside) new Vm(workload, "inside", { subnet: net.outputs.subnet.of("all"), firewalls });
    if (more.outside) new Vm(workload, "outside", { subnet: { external: "var.subnet" }, firewalls });
    if (more.bare) new Vm(workload, "bare", { firewalls: [peer.outputs.id] });
  };
  const groups = (more: Parameters<typeof author>[0]) => {
    const { found, said } = onAws(author(more), "vpc_id");
    return [...found.filter((line) => line.startsWith("aws_security_group.")), ...said];
  };

  test("belong to the network of the groups that their rules tie them to", () => {
    expect(groups({ inside: true })).toEqual([
      "aws_security_group.peer aws_vpc.net.id",
      "aws_security_group.web aws_vpc.net.id",
    ]);
  });

  test("belong to the network of a subnet from outside, which a variable stands for", () => {
    const variable = "var.external_network_of_var_subnet";
    expect(groups({ outside: true })).toEqual([
      `aws_security_group.peer ${variable}`,
      `aws_security_group.web ${variable}`,
    ]);
  });

  test("are refused what stands elsewhere, and that is said", () => {
    const web = "aws_security_group.web aws_vpc.net.id";
    expect(groups({ inside: true, outside: true })).toEqual([
      "aws_security_group.peer aws_vpc.net.id",
      web,
      "EX0319 web",
    ]);
    expect(groups({ inside: true, bare: true })).toEqual([web, "EX0319 web"]);
    expect(groups({ bare: true })).toEqual([]);
  });
});
