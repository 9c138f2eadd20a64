import { expect, test } from "@jest/globals";
import { LoadBalancer, Network, ObjectBucket, Workload, workloadComponents } from "../../constructs/index.ts";
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
