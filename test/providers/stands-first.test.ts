import { describe, expect, test } from "@jest/globals";
import { LoadBalancer, Network, ObjectBucket, Vm, Workload, workloadComponents } from "../../constructs/index.ts";
import { clouds } from "../../providers/index.ts";
import { lowerAll } from "../../providers/lower.ts";

const workload = new Workload();
const net = new Network(workload, "net", {
  subnets: [{ name: "front", cidr: "10.0.0.0/24", public: true, zone: "a" }],
});
new LoadBalancer(workload, "edge", { subnets: [net.outputs.subnet.of("front")] });
const { components } = workloadComponents(workload);

test.each([
  ["aws", "aws_lb.edge", ["aws_internet_gateway.net"]],
  ["ovh", "openstack_networking_floatingip_v2.edge", ["ovh_cloud_gateway.net"]],
] as const)("on %s what is reached from the internet waits for the way in", (cloud, address, first) => {
  const { natives } = lowerAll(components, clouds[cloud] as never);
  expect(natives.find((n) => n.address === address)?.dependsOn).toEqual(first);
});

test("on aws copies wait until versions are kept on both sides, of each rule in its turn", () => {
  const buckets = new Workload();
  const copies = new ObjectBucket(buckets, "copies", {});
  const archive = new ObjectBucket(buckets, "archive", { versioning: true });
  new ObjectBucket(buckets, "shop", {
    replication: [
      { id: "all", destination: copies.outputs.name },
      { id: "old", destination: archive.outputs.name, prefix: "old/" },
      { id: "new", destination: archive.outputs.name, prefix: "new/", priority: 1 },
    ],
  });
  const { natives } = lowerAll(workloadComponents(buckets).components, clouds["aws"] as never);
  const replication = natives.find((n) => n.type === "aws_s3_bucket_replication_configuration");
  expect(replication?.dependsOn).toEqual(["shop", "copies", "archive"].map((id) => `aws_s3_bucket_versioning.${id}`));
  expect(replication?.args["rule"]).toMatchObject([{ priority: 0 }, { priority: 2 }, { priority: 1 }]);
  expect(natives.find((n) => n.address === "aws_s3_bucket_versioning.copies")?.args).toMatchObject({
    versioning_configuration: [{ status: "Enabled" }],
  });
});

describe("what refers to each other", () => {
  const written = (cloud: "aws" | "ovh", author: (workload: Workload) => void) => {
    const mutual = new Workload();
    author(mutual);
    const { components: all, diagnostics: mistakes } = workloadComponents(mutual);
    expect(mistakes).toEqual([]);
    return lowerAll(all, clouds[cloud] as never);
  };
  const copiesTo = (component: string) => ({
    replication: [{ id: "all", destination: { component, output: "name" as const } }],
  });
  const eachToTheOther = (workload: Workload) => {
    new ObjectBucket(workload, "north", copiesTo("south"));
    new ObjectBucket(workload, "south", copiesTo("north"));
  };

  test("buckets on aws that copy to each other wait for the versions of both", () => {
    const { natives, diagnostics } = written("aws", eachToTheOther);
    const waiting = natives.filter((n) => n.type === "aws_s3_bucket_replication_configuration");
    const versions = ["aws_s3_bucket_versioning.north", "aws_s3_bucket_versioning.south"];
    expect(waiting.map((n) => [n.name, [...(n.dependsOn ?? [])].sort()])).toEqual([
      ["north", versions],
      ["south", versions],
    ]);
    expect(diagnostics).toEqual([]);
  });

  test("a machine on aws waits for all ways out but the one that leads to itself", () => {
    const { natives } = written("aws", (workload) => {
      const routes = [
        { destination: "192.168.0.0/16", to: "machine" as const, via: { component: "router", output: "id" } },
      ];
      const made = new Network(workload, "net", {
        subnets: [{ name: "front", cidr: "10.0.0.0/24", public: true }],
        routes,
      });
      new Vm(workload, "router", { subnet: made.outputs.subnet.of("front"), publicIp: "reserved" });
    });
    const routes = natives
      .filter((n) => n.type === "aws_route")
      .map((n) => [n.address, n.refs.map((r) => r.to)] as const);
    const toRouter = routes.filter(([, to]) => to.includes("aws_instance.router")).map(([address]) => address);
    const others = routes.map(([address]) => address).filter((address) => !toRouter.includes(address));
    expect([toRouter.length, others.length]).toEqual([1, 1]);
    expect(natives.find((n) => n.address === "aws_instance.router")?.dependsOn).toEqual(others);
  });

  test("buckets on ovh that copy to each other, or to themselves, are refused", () => {
    const refused = (author: (workload: Workload) => void) =>
      written("ovh", author).diagnostics.map((d) => [d.severity, d.code, d.address]);
    expect(refused(eachToTheOther)).toEqual([
      ["error", "EX0327", "north"],
      ["error", "EX0327", "south"],
    ]);
    const [first] = written("ovh", eachToTheOther).diagnostics;
    expect(first?.detail).toContain("other: ovh_cloud_project_storage.north, ovh_cloud_project_storage.south. ");
    expect(refused((w) => new ObjectBucket(w, "one", copiesTo("one")))).toEqual([["error", "EX0327", "one"]]);
    expect(
      refused((w) => {
        new ObjectBucket(w, "before", copiesTo("north"));
        eachToTheOther(w);
      }),
    ).toHaveLength(2);
  });
});
