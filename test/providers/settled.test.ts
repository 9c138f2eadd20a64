import { expect, test } from "@jest/globals";
import { Firewall, LoadBalancer, Network, Vm, Volume, Workload, workloadComponents } from "../../constructs/index.ts";
import { aws } from "../../providers/aws/index.ts";
import { lowerAll } from "../../providers/lower.ts";
import type { Unknown } from "../../providers/native.ts";
import { ovh } from "../../providers/ovh/index.ts";
import type { Cloud } from "../../providers/provider.ts";
import { scaleway } from "../../providers/scaleway/index.ts";

type Zone = "a" | "b" | "c";

/** Lines of what stands where, by native. */
function placed(cloud: Cloud, author: (workload: Workload) => void, region?: string): readonly string[] {
  const workload = new Workload();
  author(workload);
  const { components, diagnostics } = workloadComponents(workload);
  expect(diagnostics).toEqual([]);
  return lowerAll(components, cloud, region ? { region } : {}).natives.flatMap(({ address, args }) => {
    const zone = args["availability_zone"] ?? args["zone"];
    return typeof zone === "string" ? [`${address} ${zone}`] : [];
  });
}

/** A machine with a volume, of which one at most says its zone, in a subnet. */
const machine =
  (said: { subnet?: Zone; machine?: Zone; volume?: Zone }, inside = true) =>
  (workload: Workload) => {
    const zoned = (zone: Zone | undefined) => (zone ? { zone } : {});
    const net = new Network(workload, "net", {
      subnets: [{ name: "web", cidr: "10.0.0.0/24", ...zoned(said.subnet) }],
    });
    const data = new Volume(workload, "data", { sizeGiB: 10, ...zoned(said.volume) });
    new Vm(workload, "app", {
      ...(inside ? { subnet: net.outputs.subnet.of("web") } : {}),
      volumes: [data.outputs.id],
      ...zoned(said.machine),
    });
  };

test("a machine stands where its subnet, else its volume does, and a volume where its machine does", () => {
  const app = (lines: readonly string[]) => lines.filter((l) => !/nic|subnet|group/.test(l));
  const inSecond = ["scaleway_block_volume.data fr-par-2", "scaleway_instance_server.app fr-par-2"];
  expect(app(placed(scaleway, machine({ subnet: "b" })))).toEqual(inSecond);
  expect(app(placed(scaleway, machine({ machine: "b" })))).toEqual(inSecond);
  expect(app(placed(scaleway, machine({ volume: "b" })))).toEqual(inSecond);
  expect(app(placed(scaleway, machine({})))).toEqual(inSecond.map((l) => l.replace("-2", "-1")));

  const paris = "EU-WEST-PAR";
  expect(app(placed(ovh, machine({ subnet: "b" }), paris))).toEqual([
    "openstack_compute_instance_v2.app eu-west-par-b",
    "ovh_cloud_storage_block_volume.data eu-west-par-b",
  ]);

  expect(placed(aws, machine({ subnet: "b" }))).toEqual([
    "aws_ebs_volume.data eu-west-3b",
    "aws_subnet.net_web eu-west-3b",
  ]);
  expect(placed(aws, machine({}))).toEqual(["aws_ebs_volume.data eu-west-3a", "aws_subnet.net_web eu-west-3a"]);
  expect(placed(aws, machine({ volume: "c" }, false))).toEqual([
    "aws_ebs_volume.data eu-west-3c",
    "aws_instance.app eu-west-3c",
    "aws_subnet.net_web eu-west-3a",
  ]);
});

test("a machine stands where a volume does that several share, and where its own does first", () => {
  const author = (own: boolean) => (workload: Workload) => {
    const shared = new Volume(workload, "shared", { sizeGiB: 10, zone: "b", multiAttach: true });
    const data = new Volume(workload, "data", { sizeGiB: 10, zone: "c" });
    new Vm(workload, "app", { volumes: [shared.outputs.id, ...(own ? [data.outputs.id] : [])] });
  };
  expect(placed(aws, author(false))).toContain("aws_instance.app eu-west-3b");
  expect(placed(aws, author(true))).toContain("aws_instance.app eu-west-3c");
});

test("subnets of AWS that name no zone are spread, public and private ones apart", () => {
  const named = (name: string, more: { zone?: Zone; public?: boolean } = {}, i = 0) => ({
    name,
    cidr: `10.0.${i}.0/24`,
    ...more,
  });
  const author = (workload: Workload) =>
    new Network(workload, "net", {
      subnets: [
        named("front-1", { public: true }, 1),
        named("front-2", { public: true }, 2),
        named("back-1", { zone: "b" }, 3),
        named("back-2", {}, 4),
        named("back-3", {}, 5),
        named("back-4", {}, 6),
      ],
    });
  expect(placed(aws, author)).toEqual([
    "aws_subnet.net_back_1 eu-west-3b",
    "aws_subnet.net_back_2 eu-west-3a",
    "aws_subnet.net_back_3 eu-west-3c",
    "aws_subnet.net_back_4 eu-west-3a",
    "aws_subnet.net_front_1 eu-west-3a",
    "aws_subnet.net_front_2 eu-west-3b",
  ]);
});

test("a firewall at Scaleway is a security group in each zone of its machines, and each machine names its own", () => {
  const groups = (...zones: (Zone | undefined)[]) => {
    const workload = new Workload();
    const web = new Firewall(workload, "web", {
      rules: [{ direction: "in", protocol: "tcp", fromPort: 443, toPort: 443, cidrs: ["0.0.0.0/0"] }],
    });
    for (const [i, zone] of zones.entries())
      new Vm(workload, `machine-${i}`, { firewalls: [web.outputs.id], ...(zone ? { zone } : {}) });
    const { natives } = lowerAll(workloadComponents(workload).components, scaleway);
    const made = natives.filter((n) => n.type === "scaleway_instance_security_group");
    const machines = natives.filter((n) => n.type === "scaleway_instance_server");
    return [
      made.map((n) => `${n.name} ${n.args["zone"]}`),
      machines.map((n) => (n.args["security_group_id"] as Unknown).expression),
    ];
  };
  const first = "scaleway_instance_security_group.web.id";
  const second = "scaleway_instance_security_group.web_fr_par_2.id";
  expect(groups()).toEqual([["web fr-par-1"], []]);
  expect(groups("b", "b")).toEqual([["web fr-par-2"], [first, first]]);
  expect(groups(undefined, "a")).toEqual([["web fr-par-1"], [first, first]]);
  expect(groups("b", undefined, "b")).toEqual([
    ["web fr-par-1", "web_fr_par_2 fr-par-2"],
    [second, first, second],
  ]);
});

test("a balancer of requests at AWS gets a subnet in a second zone; one of connections may stand in one", () => {
  const subnets = (layer: "l7" | "l4") => {
    const workload = new Workload();
    const net = new Network(workload, "net", { subnets: [{ name: "front", cidr: "10.0.0.0/24" }] });
    new LoadBalancer(workload, "edge", { layer, subnets: [net.outputs.subnet.of("front")] });
    const made = lowerAll(workloadComponents(workload).components, aws).natives.find((n) => n.type === "aws_lb");
    return (made?.args["subnets"] as readonly Unknown[]).map((s) => s.expression);
  };
  expect(subnets("l7")).toEqual(["aws_subnet.net_front.id", "aws_subnet.net_front_b.id"]);
  expect(subnets("l4")).toEqual(["aws_subnet.net_front.id"]);
});
